"""Phrases of one document for somebody it names and to whom other documents give that role ("the striker")."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.lexicons import roles, words
from generator.lexicons.roles import Office
from generator.model import Entity, Evidence, Mention
from generator.resolve import offices
from generator.resolve.found import Found, found_at
from generator.resolve.person import Person

_WAYS = ((offices.same,), (offices.broader, offices.coloured), (offices.leads,))


def join_described(evidence: Iterable[Evidence], people: Sequence[Person]) -> None:
    """Put each unnamed person of a document with the only one it names who holds that role by any document."""
    named: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for source in sorted(person.sources):
            named[source].append(person)
    for e in evidence:
        here = [(person, _first(person, e)) for person in named.get(e.document.id, ())]
        for index, entity in enumerate(e.entities):
            wanted = _wanted(e, entity)
            if wanted is not None:
                # a lead may say "Peru's labour minister" of whom it names below; "the striker" goes back to a name
                full = wanted.states or wanted.words != {wanted.head}
                first = e.mentions[entity.mentions[0]].span.start
                known = [p for p, start in here if (full or start < first) and p.can_be(entity.gender)]
                fits = _holders(wanted, known)
                if len(fits) == 1:
                    fits[0].found.append((_described(e, index, fits[0]), _RULE))


_RULE = "the one the source names who has that role in the sources"


def _first(person: Person, evidence: Evidence) -> int:
    """Where the document first names a person."""
    return min(m.span.start for one, _ in person.found if one.source == evidence.document.id for m in one.mentions)


def _wanted(evidence: Evidence, entity: Entity) -> Office | None:
    """The office by which a document brings up one definite person whom it does not name; None for anybody else."""
    if entity.named or entity.kind != "person" or entity.members or entity.candidates:
        return None
    mention = evidence.mentions[entity.mentions[0]]
    definite = mention.text.lower().startswith("the ") or "’s " in mention.text or "'s " in mention.text
    office = roles.office(mention.text)
    apart = words("relational_nouns") | words("serving_nouns")
    if mention.number != "singular" or not definite or not office.head or office.words & apart or office.rank:
        return None
    return None if office.words == {office.head} and office.head in words("vague_role_nouns") else office


def _holders(wanted: Office, people: Sequence[Person]) -> list[Person]:
    """Who fits; with those whose office has to do with the same thing, for a source may have swapped the two."""
    fits: list[Person] = []
    for ways in _WAYS:
        fits = fits or [
            p
            for p in people
            if any(way(wanted, held) for way in ways for held in p.offices)
            and not any(offices.foreign(wanted, held) for held in p.offices)
        ]
    thing = wanted.words - {wanted.head}
    return fits + [p for p in people if thing and p not in fits and any(thing <= held.words for held in p.offices)]


def _described(evidence: Evidence, index: int, person: Person) -> Found:
    one = found_at(evidence, index)
    rule = f"‘{one.name}’: {_RULE}: {person.name}"
    return replace(one, mentions=tuple(_ruled(m, rule) for m in one.mentions), roles=())


def _ruled(mention: Mention, rule: str) -> Mention:
    return replace(mention, rule=rule) if mention.kind == "nominal" else mention
