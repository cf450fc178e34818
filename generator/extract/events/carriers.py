"""The verbs that say of an event that it takes place, has begun or is due."""

from collections.abc import Iterator

from spacy.tokens import Token

from generator.extract.clauses import governor, is_verb
from generator.extract.events.triggers import Trigger
from generator.lexicons import words

PASSIVE_PLANS = frozenset(
    {"planned", "scheduled", "expected", "due", "set", "slated", "arranged", "poised", "feared", "proposed"}
)


def carriers(trigger: Trigger) -> tuple[Token, ...]:
    """The verbs that say of a noun that it takes place, and the chain of "expected to", "due to" above a verb."""
    light = words("event_carriers")
    found: list[Token] = [trigger.head] if trigger.verb else []
    if not trigger.verb:
        verb = governor(trigger.head)
        if verb is not None and verb.lower_ in light and _argument(trigger.head, verb):
            found.append(verb)
        found += [c for c in trigger.head.children if c.dep_ in ("relcl", "acl") and is_verb(c) and _about_it(c)]
        found += _relative_clause_beside(trigger.head)
    for verb in tuple(found):
        due = [c for c in verb.children if c.dep_ in ("acomp", "attr") and c.lower_ in PASSIVE_PLANS]
        found += [c for above in (verb, *due) for c in above.children if c.dep_ == "xcomp" and c.lower_ in light]
        at = verb
        while at.dep_ in ("xcomp", "acomp", "aux") and at.head.i != at.i:
            at = at.head
            found.append(at)
    return tuple(found)


def _about_it(clause: Token) -> bool:
    """Whether a clause behind a noun says something of it: "which start on Monday", "planned for Monday"."""
    if clause.dep_ == "acl" and clause.tag_ == "VB" and clause.lower_ not in words("event_carriers"):
        return False
    subjects = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    return all(c.tag_ in ("WDT", "WP") for c in subjects)


def _relative_clause_beside(noun: Token) -> list[Token]:
    """The relative clause right behind a noun that the parser hung higher up ("success of the talks, which ...")."""
    at = noun
    while at.dep_ in ("pobj", "prep", "conj") and at.head.i != at.i:
        at = at.head
        for child in at.children:
            if child.dep_ == "relcl" and noun.i < child.left_edge.i <= noun.i + 2:
                return [child]
    return [verb for verb in _taking_place(noun) if _under_noun(verb.head, noun)]


def _taking_place(noun: Token) -> Iterator[Token]:
    """Relative clauses that say of a thing that it takes place: only an event can be meant."""
    for verb in noun.sent[noun.i - noun.sent.start + 1 :]:
        if verb.dep_ != "relcl" or verb.left_edge.i > noun.i + 15:
            continue
        place = any(c.lower_ == "place" for c in verb.children) and verb.lower_ in ("take", "took", "takes", "taken")
        if place or (verb.lower_ == "held" and any(c.dep_ == "nsubjpass" and c.tag_ == "WDT" for c in verb.children)):
            yield verb


def _under_noun(token: Token, noun: Token) -> bool:
    """Whether a word stands in the noun's own phrase: "the visit of the minister of transport"."""
    while token.i > noun.i and token.dep_ in ("pobj", "prep", "appos", "compound", "poss", "nmod", "conj"):
        token = token.head
    return token.i == noun.i


def _argument(noun: Token, verb: Token) -> bool:
    """Subject or object of the verb, or a phrase under one ("a meeting of the council")."""
    at = noun
    while at.head.i != verb.i:
        if at.dep_ not in ("pobj", "prep", "conj", "appos", "compound", "poss", "nmod") or at.head.i == at.i:
            return False
        at = at.head
        if at.tag_[:2] == "NN" and at.lower_ in words("event_nouns"):
            # "Testimony in the inquiry into the sinking resumed": the testimony did, nothing below it.
            return False
    if at.dep_ == "prep":
        return verb.lower_.startswith("participat") or any(o.lower_ == "part" for o in verb.children)
    return at.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "conj", "appos")
