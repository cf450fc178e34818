"""Where an event takes place and who takes part, read off the parse around its trigger."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

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
from generator.extract.events.triggers import Trigger, is_human
from generator.lexicons import words
from generator.model import Participant, Span

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_WHERE = frozenset({"in", "at", "near", "off", "outside", "across", "around", "along", "inside", "from", "throughout"})
_OCCASIONS = frozenset(
    {"press_conference", "speech", "interview", "call", "talks", "meeting", "visit", "hearing", "summit"}
)
_STRUCK = frozenset(
    {"earthquake", "tsunami", "flood", "storm", "attack", "explosion", "eruption", "fire", "landslide", "strike"}
)
_NATURAL = frozenset({"earthquake", "tsunami", "flood", "storm", "eruption", "landslide"})
_LANDED = frozenset({"attack", "annexation", "evacuation", "flood"})


def place_of(trigger: Trigger, verbs: tuple[Token, ...]) -> Tokens | None:
    """The place an event is said to take place in: "in Geneva", "the Geneva talks", "the quake struck Agadir"."""
    if not trigger.verb:
        for child in trigger.head.lefts:
            if child.dep_ in ("compound", "nmod", "amod", "poss") and child.ent_type_ in _PLACES and not _acts(child):
                return name_or_noun(child)
    for head in _heads(trigger, verbs):
        for prep in head.rights:
            if prep.dep_ == "prep" and (found := _place_in(prep, trigger)):
                return found
        if head.i != trigger.head.i or trigger.verb:
            for prep in head.lefts:
                if prep.dep_ == "prep" and (found := _place_in(prep, trigger)):
                    return found
    for verb in verbs:
        if trigger.type in _STRUCK and verb.lower_ in words("impact_verbs"):
            for thing in objects(verb):
                found = _named_place(thing)
                if found is not None:
                    return found
                # A small model takes the struck town for a person or a product now and then.
                if thing.tag_[:3] == "NNP" and trigger.type in _NATURAL:
                    return name_or_noun(thing)
    if trigger.type in _LANDED and trigger.verb:
        for thing in (*objects(trigger.head), *_passive_subject(trigger.head)):
            found = _named_place(thing)
            if found is not None and thing.ent_type_ not in ("ORG", "NORP"):
                return found
    if trigger.type == "visit" and trigger.verb:
        for thing in objects(trigger.head):
            if thing.ent_type_ in _PLACES:
                return name_or_noun(thing)
    return None


def _passive_subject(verb: Token) -> Iterator[Token]:
    if is_passive(verb) and (who := subject(verb)) is not None:
        yield who


def _heads(trigger: Trigger, verbs: tuple[Token, ...]) -> Iterator[Token]:
    yield trigger.head
    # "talks with officials in Berlin": the parser hangs the place on the nearest noun of the same phrase.
    for child in trigger.head.rights:
        if child.dep_ == "prep" and child.lower_ in ("with", "between", "of", "on"):
            yield from (c for c in child.children if c.dep_ == "pobj")
    yield from (v for v in verbs if v.i != trigger.head.i)
    if trigger.verb:
        yield from objects(trigger.head)
        yield from agents(trigger.head)


def _place_in(prep: Token, trigger: Trigger) -> Tokens | None:
    if prep.lower_ not in _WHERE and not (prep.lower_ == "to" and trigger.type == "visit"):
        return None
    for child in prep.children:
        if child.dep_ == "pobj":
            found = _named_place(child)
            if found is not None:
                return found
    return None


def _named_place(token: Token) -> Tokens | None:
    mention = _mention(token)
    if mention is not None and mention[1] == "person":
        return None
    if token.ent_type_ in _PLACES:
        return name_or_noun(token)
    if token.ent_type_ in ("DATE", "TIME", "PERSON", "NORP", "CARDINAL"):
        return None
    if token.tag_[:3] == "NNP" and token.ent_type_ not in ("ORG", "EVENT", "WORK_OF_ART", "LAW"):
        return name_or_noun(token)
    for child in token.rights:
        # "the city of Agadir", "off the coast of Japan"
        if child.lower_ == "of" and child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.ent_type_ in _PLACES:
                    return name_or_noun(inner)
    owner = next((c for c in token.lefts if c.dep_ in ("poss", "compound") and c.ent_type_ in _PLACES), None)
    return (
        name_or_noun(owner)
        if owner is not None and token.lower_ in ("capital", "coast", "border", "region", "province")
        else None
    )


def _acts(token: Token) -> bool:
    """Whether a place's name in front of the noun is one that takes part ("US-Russia talks", "UK visit")."""
    if token.text in ("US", "U.S.", "USA", "UK", "U.K.", "EU", "UN", "U.N."):
        return True
    doc: Doc = token.doc
    for near in (token.i - 1, token.i + 1):
        if 0 <= near < len(doc) and doc[near].text in ("-", "–", "/"):
            return True
    return token.lower_ in words("countries_short")


def participants_of(trigger: Trigger, verbs: tuple[Token, ...], place: Tokens | None) -> tuple[Participant, ...]:
    """Who takes part, and as what, in text order: agent, patient, with, participant."""
    found: dict[Span, str] = {}
    for token, role in _roles(trigger, verbs):
        for one in conjuncts(token):
            if place is not None and place.start <= one.i < place.end:
                continue
            span = _actor_span(one)
            if span is not None and not _inside(span, trigger):
                found.setdefault(span, role)
    if trigger.body:
        found.setdefault(span_of(trigger.tokens), "participant")
    return tuple(Participant(span, role) for span, role in sorted(found.items()))


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
            yield child, "participant"
            yield from ((inner, "participant") for inner in child.lefts if inner.ent_type_ in _ACTORS)
    for prep in head.rights:
        if prep.dep_ == "acl" and prep.tag_ == "VBN":
            yield from ((a, "agent") for a in agents(prep))
        if prep.dep_ not in ("prep", "agent"):
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
        if role is not None:
            yield from ((c, role) for c in prep.children if c.dep_ == "pobj")
    for verb in verbs:
        yield from _around(verb, head, trigger)
    above = governor(head)
    if trigger.type in _OCCASIONS and above is not None and above.i not in {v.i for v in verbs}:
        who = subject(above)
        if who is not None and head.dep_ in ("pobj", "dobj") and not _under(head, who):
            yield who, "agent"


def _under(token: Token, above: Token) -> bool:
    return above.is_ancestor(token)


def _around(verb: Token, head: Token, trigger: Trigger) -> Iterator[tuple[Token, str]]:
    """Participants the carrier verb adds: "X will hold talks with Y", "the strike was called by the union"."""
    who = subject(verb) if is_verb(verb) else None
    if who is not None and who.i != head.i and not _under(head, who) and not is_passive(verb):
        yield who, "agent"
    yield from ((a, "agent") for a in agents(verb))
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in ("with", "between"):
            yield from ((c, "with") for c in prep.children if c.dep_ == "pobj")


def _verb_roles(verb: Token, trigger: Trigger) -> Iterator[tuple[Token, str]]:
    who = subject(verb)
    if who is not None:
        yield who, "patient" if is_passive(verb) else "agent"
    yield from ((o, "patient") for o in objects(verb))
    yield from ((a, "agent") for a in agents(verb))
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in ("with", "alongside"):
            yield from ((c, "with") for c in prep.children if c.dep_ == "pobj")


def _mention(token: Token) -> tuple[Span, str] | None:
    """The innermost mention a word heads or stands in, with its type."""
    inside = [
        (m.span.end - m.span.start, m.span, m.type)
        for m in token.doc._.mentions
        if m.span.start <= token.idx < m.span.end
    ]
    if not inside:
        return None
    _, span, kind = min(inside)
    return span, kind


def _actor_span(token: Token) -> Span | None:
    mention = _mention(token)
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
