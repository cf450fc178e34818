"""Where an event takes place, read off the parse around its trigger."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from generator.extract.clauses import agents, is_passive, name_or_noun, objects, subject
from generator.extract.events.needs import premises_of
from generator.extract.events.people import is_person, mention_at
from generator.extract.events.structures import name_of_structure, structure_among, structure_in
from generator.extract.events.triggers import Trigger
from generator.extract.events.voices import patient
from generator.lexicons import words

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NATIONS = frozenset({"GPE", "NORP", "LOC"})
_WHERE = frozenset(
    {"in", "at", "near", "off", "outside", "across", "around", "along", "inside", "from", "throughout", "through"}
)
# "Some 45 km from Split" is not in Split.
_DISTANCES = frozenset(
    {"km", "kilometre", "kilometres", "kilometer", "kilometers", "mile", "miles", "metres", "meters", "minutes"}
    | {"hour", "hours", "away", "far"}
)
_STRUCK = frozenset(
    {"earthquake", "tsunami", "flood", "storm", "attack", "explosion", "eruption", "fire", "landslide", "strike"}
)
_BORDERS = frozenset({"border", "borders", "frontier", "coast", "capital", "region", "province", "waters"})
_NATURAL = frozenset({"earthquake", "tsunami", "flood", "storm", "eruption", "landslide"})
_LANDED = frozenset({"attack", "annexation", "evacuation", "flood"})


def place_of(trigger: Trigger, verbs: tuple[Token, ...]) -> Tokens | None:
    """The place an event is said to take place in: "in Geneva", "the Geneva talks", "the quake struck Agadir"."""
    if not trigger.verb:
        for child in trigger.head.lefts:
            place = child.ent_type_ in _PLACES and _place_by_mention(child)
            struck = (
                trigger.type in _STRUCK and child.dep_ == "compound" and child.tag_ == "NNP" and not is_person(child)
            )
            named = child.i >= trigger.tokens.start  # "Hurricane Vera"
            acts = _acts(child) and trigger.type not in words("event_disasters")
            if child.dep_ in ("compound", "nmod", "amod", "poss") and (place or struck) and not (named or acts):
                return name_or_noun(child)
    if trigger.type == "collapse" and (found := _structure(trigger)) is not None:
        return found
    for head in _heads(trigger, verbs):
        for prep in head.rights:
            if prep.dep_ == "prep" and (found := _place_in(prep, trigger)):
                return found
        if head.i != trigger.head.i or trigger.verb:
            for prep in head.lefts:
                if prep.dep_ == "prep" and (found := _place_in(prep, trigger)):
                    return found
    for thing in _harmed(trigger):
        found = _named_place(thing) or _within(thing)
        if found is not None and not is_person(thing):
            return found
    for verb in verbs:
        if trigger.type in _STRUCK and verb.lower_ in words("impact_verbs"):
            for thing in objects(verb):
                found = _named_place(thing) or _within(thing)
                if found is not None:
                    return found
                # A small model takes the struck town for a person or a product now and then.
                if thing.tag_[:3] == "NNP" and trigger.type in _NATURAL:
                    return name_or_noun(thing)
    if trigger.type in _LANDED and trigger.verb:
        for thing in (*objects(trigger.head), *_passive_subject(trigger.head)):
            found = _named_place(thing) or _within(thing)
            if found is not None and thing.ent_type_ not in ("ORG", "NORP") and not is_person(thing):
                return found
    if trigger.type in ("closure", "opening") and trigger.verb:
        for thing in premises_of(trigger.head):
            found = _named_place(thing) or _within(thing)
            if found is not None and not is_person(thing):
                return found
    if trigger.type == "visit" and trigger.verb:
        for thing in objects(trigger.head):
            if thing.ent_type_ in _PLACES:
                return name_or_noun(thing)
    return None


def _structure(trigger: Trigger) -> Tokens | None:
    """The name of what collapsed, which tells where: "the Kelbia dam burst"."""
    thing = (
        structure_among(patient(trigger.head) or subject(trigger.head)) if trigger.verb else structure_in(trigger.head)
    )
    return name_of_structure(thing) if thing is not None else None


def _harmed(trigger: Trigger) -> Iterator[Token]:
    """ "Villages in Kelbia were cut off by floods": what stands where it struck."""
    by = trigger.head.head
    if not trigger.verb and trigger.head.dep_ == "pobj" and by.lower_ == "by" and by.head.lower_ in words("event_harm"):
        verb = by.head
        who = verb.head if verb.dep_ == "acl" else subject(verb) if is_passive(verb) else None
        while who is not None:
            yield who
            # "dozens of villages in Kelbia"
            of = next((c for c in who.rights if c.lower_ == "of"), None)
            who = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


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
    if prep.lower_ == "from" and prep.i and prep.nbor(-1).lower_ in _DISTANCES:
        return None
    aimed = {"visit": ("to",), "attack": ("on", "against")}.get(trigger.type, ())
    for child in prep.children:
        # "on the Pelion peninsula", "on the road to Arta"
        on = prep.lower_ == "on" and child.lower_ in words("place_nouns")
        if child.dep_ == "pobj" and (prep.lower_ in _WHERE or prep.lower_ in aimed or on):
            # "outside the embassy in Kabul"
            found = _named_place(child) or _within(child)
            if found is not None:
                return found
    return None


def _within(thing: Token) -> Tokens | None:
    """ "hit a market in the town of Sarban": where what is struck stands."""
    for prep in thing.rights:
        if prep.dep_ == "prep" and prep.lower_ in _WHERE:
            for child in prep.children:
                if child.dep_ == "pobj" and (found := _named_place(child)) is not None:
                    return found
    return None


def _named_place(token: Token) -> Tokens | None:
    if token.lower_ in words("compass_points"):
        return None  # "in West and Central Africa"
    if token.ent_type_ in _PLACES:
        return name_or_noun(token)
    mention = mention_at(token)
    if mention is not None and mention[1] == "place" and token.tag_[:3] == "NNP":
        return name_or_noun(token)
    if mention is not None and mention[1] in ("person", "organisation") and token.ent_type_ != "PRODUCT":
        return None
    if token.ent_type_ in ("DATE", "TIME", "PERSON", "NORP", "CARDINAL"):
        return None
    if token.tag_[:3] == "NNP" and token.ent_type_ not in ("ORG", "EVENT", "WORK_OF_ART", "LAW"):
        return name_or_noun(token)
    for child in token.rights:
        # "the city of Agadir", "off the coast of Japan"
        if child.lower_ == "of" and child.dep_ == "prep":
            for inner in child.children:
                kind = token.lower_ in words("place_nouns") | words("place_parts") and inner.tag_[:3] == "NNP"
                if (of := mention_at(inner)) is not None and of[1] == "organisation":
                    continue  # "the camp of Acme Roads"
                if inner.dep_ == "pobj" and (inner.ent_type_ in _PLACES or kind):
                    return name_or_noun(inner)
    if token.lower_ in words("place_nouns") and token.i > 0 and token.doc[token.i - 1].tag_ == "NNP":
        before = token.doc[token.i - 1]
        if before.dep_ == "compound" and before.ent_type_ not in ("PERSON", "ORG", "DATE"):
            return token.doc[name_or_noun(before).start : token.i + 1]
    if token.lower_ in _BORDERS:
        side = next(
            (c for c in token.lefts if c.dep_ in ("poss", "amod", "compound") and c.ent_type_ in _NATIONS), None
        )
        if side is not None:
            return token.doc[name_or_noun(side).start : token.i + 1]
    owner = next((c for c in token.lefts if c.dep_ in ("poss", "compound") and c.ent_type_ in _PLACES), None)
    return (
        name_or_noun(owner)
        if owner is not None and token.lower_ in ("capital", "coast", "border", "region", "province")
        else None
    )


def _place_by_mention(token: Token) -> bool:
    mention = mention_at(token)
    return mention is None or mention[1] in ("place", "state", "unknown")


def _acts(token: Token) -> bool:
    """Whether a place's name in front of the noun is one that takes part ("US-Russia talks", "UK visit")."""
    if token.text in ("US", "U.S.", "USA", "UK", "U.K.", "EU", "UN", "U.N."):
        return True
    doc: Doc = token.doc
    for near in (token.i - 1, token.i + 1):
        if 0 <= near < len(doc) and doc[near].text in ("-", "–", "/"):
            return True
    return token.lower_ in words("countries_short")
