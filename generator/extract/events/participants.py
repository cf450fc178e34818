"""Who takes part in an event, and as what, read off the parse around its trigger."""

import re
from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from generator.extract.attributes import document_of
from generator.extract.clauses import (
    agents,
    conjuncts,
    governor,
    is_passive,
    is_verb,
    name_or_noun,
    objects,
    span_of,
    subject,
)
from generator.extract.events.people import is_human, mention_at
from generator.extract.events.senses import LENGTHS
from generator.extract.events.triggers import Trigger
from generator.extract.events.voices import able, befalls_subject, controller, patient, set_off_before
from generator.lexicons import words
from generator.model import Participant, Span

# Types whose noun names with "of" whom it befalls: "the invasion of", "the takeover of".
_BEFALLING = frozenset(
    {"invasion", "annexation", "attack", "arrest", "acquisition", "evacuation", "dismissal", "appointment"}
)
_AGAINST = frozenset({"attack", "sanctions", "war", "invasion", "lawsuit", "ruling", "ban", "fine", "strike", "charge"})
# What is done to somebody or something named.
_TO_SOMEBODY = frozenset({"fine", "charge", "sentence", "arrest", "lawsuit", "dismissal", "appointment", "expulsion"})
_AND = re.compile(r",?\s+and\s+(?:the\s+|with\s+)?(?:\w+\s+){0,6}")
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_OCCASIONS = frozenset(
    {"press_conference", "speech", "interview", "call", "talks", "meeting", "visit", "hearing", "summit"}
)
_TAKING_PART = frozenset({"in", "at", "during", "after", "following", "from"})


def participants_of(trigger: Trigger, verbs: tuple[Token, ...], place: Tokens | None) -> tuple[Participant, ...]:
    """Who takes part, and as what, in text order: agent, patient, with, participant."""
    found: dict[Span, str] = {}
    for token, role in _roles(trigger, verbs):
        for one in conjuncts(token):
            if (
                place is not None
                and place.start <= one.i < place.end
                and (role != "patient" or trigger.type == "visit")
            ):
                continue
            span = _actor_span(one)
            if span is not None and not _inside(span, trigger):
                found.setdefault(span, role)
    found = _second_side(trigger, found)
    if trigger.body:
        found.setdefault(span_of(trigger.tokens), "participant")
    return tuple(Participant(span, role) for span, role in sorted(found.items()))


def _second_side(trigger: Trigger, found: dict[Span, str]) -> dict[Span, str]:
    """ "between Anna Berg and the minister": the other side, where a long title led the parser astray."""
    between = next((c for c in trigger.head.rights if c.lower_ == "between"), None)
    if between is None:
        return found
    after = sorted(s for s in found if s.start > between.idx)
    if len(after) != 1:
        return found
    text = document_of(trigger.head.doc).text
    for mention in trigger.head.doc._.mentions:
        begin = (
            mention.role_span.start if mention.role_span and mention.role_span < mention.span else mention.span.start
        )
        gap = text[after[0].end : begin]
        if begin > after[0].end and _AND.fullmatch(gap):
            return {**found, mention.span: "participant"}
    return found


def _inside(span: Span, trigger: Trigger) -> bool:
    return span.start < trigger.tokens.end_char and trigger.tokens.start_char < span.end


def _roles(trigger: Trigger, verbs: tuple[Token, ...]) -> Iterator[tuple[Token, str]]:
    head = trigger.head
    if trigger.verb:
        yield from _verb_roles(head, trigger)
        return
    for child in head.lefts:
        if child.dep_ == "poss":
            yield child, "agent"
        elif child.dep_ in ("compound", "nmod", "amod") and child.ent_type_ in _ACTORS:
            # "the Russian invasion" is by Russia; "the Globex takeover" may be of it or by it.
            yield child, "agent" if child.ent_type_ == "NORP" and trigger.type in _BEFALLING else "participant"
            yield from ((inner, "participant") for inner in child.lefts if inner.ent_type_ in _ACTORS)
    for prep in head.rights:
        if prep.dep_ == "acl" and prep.tag_ == "VBN":
            yield from ((a, "agent") for a in agents(prep))
        if prep.dep_ not in ("prep", "agent") or _apart(prep):
            continue
        role = {
            "between": "participant",
            "among": "participant",
            "of": "participant",
            "with": "with",
            "by": "agent",
            "against": "patient",
            "on": "patient",
        }.get(prep.lower_)
        if prep.lower_ == "of" and trigger.type in _BEFALLING:
            role = "patient"
        elif prep.lower_ in ("on", "against") and trigger.type not in _AGAINST:
            role = None
        if role is not None:
            yield from ((c, role) for c in prep.children if c.dep_ == "pobj")
    for verb in verbs:
        yield from _around(verb, head, trigger)
    above = governor(head)
    if above is None or above.i in {v.i for v in verbs}:
        return
    who = subject(above)
    if who is None or _under(head, who):
        return
    head = _measured(head)
    at_it = head.dep_ == "dobj" or (head.dep_ == "pobj" and head.head.lower_ in _TAKING_PART)
    # "After talks in Oslo, she said ...": who speaks took part. "She is preparing for an invasion": who acts.
    begun = trigger.type == "investigation" and head.dep_ == "dobj" and above.lower_ in words("beginning_verbs")
    if (trigger.type in _OCCASIONS and at_it and _directly(head, above)) or begun or _intends(head, above):
        yield who, "agent"


def _measured(head: Token) -> Token:
    """ "after four hours of talks": the hours, which stand where the talks would."""
    of = head.head
    return of.head if head.dep_ == "pobj" and of.lower_ == "of" and of.head.lower_ in LENGTHS else head


def _directly(head: Token, verb: Token) -> bool:
    return head.head.i == verb.i or head.head.head.i == verb.i


def _intends(head: Token, verb: Token) -> bool:
    """Whether the verb's subject is who would do it: "plans an attack", "is preparing for an invasion"."""
    return verb.lower_ in words("intending_verbs") and (
        head.dep_ == "dobj" or (head.dep_ == "pobj" and head.head.lower_ in ("for", "to", "against"))
    )


def _under(token: Token, above: Token) -> bool:
    return above.is_ancestor(token)


def _around(verb: Token, head: Token, trigger: Trigger) -> Iterator[tuple[Token, str]]:
    """Participants the carrier verb adds: "X will hold talks with Y", "the strike was called by the union"."""
    # A participle shares the subject of the sentence only with what it is done to: "Addressing a rally, she said",
    # but not "They meet often, beginning with talks in Oslo".
    shares = verb.dep_ not in ("advcl", "acl", "relcl") or head.dep_ == "dobj"
    who = subject(verb) if is_verb(verb) and shares else None
    if who is not None and who.i != head.i and not _under(head, who) and not is_passive(verb):
        yield who, "agent"
    yield from ((a, "agent") for a in agents(verb))
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in ("with", "between") and not _apart(prep):
            yield from ((c, "with") for c in prep.children if c.dep_ == "pobj")


def _verb_roles(verb: Token, trigger: Trigger) -> Iterator[tuple[Token, str]]:
    who = set_off_before(verb) or subject(verb) or able(verb)
    if who is None and verb.dep_ == "acl" and verb.head.lower_ in words("intentions") and verb.head.dep_ == "dobj":
        # "denies that it has any plans to strike": whose plans.
        above = governor(verb.head)
        who = subject(above) if above is not None else None
    who = who or controller(verb)
    if who is not None:
        yield who, "patient" if befalls_subject(verb) else "agent"
    elif (befallen := patient(verb)) is not None and verb.dep_ == "acl":
        yield befallen, "patient"
    yield from ((o, "patient") for o in objects(verb))
    if trigger.type in _TO_SOMEBODY and not is_passive(verb) and (named := _named_behind(verb)) is not None:
        yield named, "patient"
    yield from ((a, "agent") for a in agents(verb))
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in ("with", "alongside") and not _apart(prep):
            yield from ((c, "with") for c in prep.children if c.dep_ == "pobj")


def _named_behind(verb: Token) -> Token | None:
    """The last word of the name right behind a verb, with what says who that is: "fined payments firm Norpay 2 million
    euros", where the parser takes another word for the object."""
    doc, name = verb.doc, None
    for token in doc[verb.i + 1 : verb.i + 8]:
        if token.tag_ in ("NNP", "NNPS") and token.ent_type_ not in ("DATE", "TIME", "MONEY"):
            name = token
        elif name is not None or token.tag_ not in ("DT", "JJ", "NN", "NNS", "POS", "PRP$", "HYPH"):
            break
    return name


def _apart(preposition: Token) -> bool:
    """ "The deal, with Norland insisting that …": no deal with Norland."""
    return preposition.lower_ == "with" and preposition.i > 0 and preposition.nbor(-1).text == ","


def _meant(token: Token) -> Token:
    """ "Norland denies that it ...": the pronoun right below a verb of denying or saying is who denies."""
    if token.lower_ not in ("it", "they", "he", "she") or token.dep_ not in ("nsubj", "nsubjpass"):
        return token
    at = token.head
    while at.dep_ in ("xcomp", "aux", "conj") and at.head.i != at.i:
        at = at.head
    if at.dep_ != "ccomp" or at.head.lower_ not in words("denying_verbs"):
        return token
    return subject(at.head) or token


def _actor_span(token: Token) -> Span | None:
    token = _meant(token)
    mention = mention_at(token)
    if mention is not None:
        return mention[0] if mention[1] != "place" or token.ent_type_ in ("GPE", "NORP") else None
    if token.tag_ in ("PRP", "PRP$", "WP", "WDT", "DT", "EX", "CD") or token.ent_type_ in ("DATE", "TIME"):
        return None
    if token.ent_type_ in _ACTORS or (
        token.tag_[:3] == "NNP" and token.ent_type_ not in ("DATE", "LOC", "FAC", "EVENT")
    ):
        return span_of(name_or_noun(token))
    if token.tag_[:2] == "NN" and is_human(token):
        return span_of(name_or_noun(token))
    return None
