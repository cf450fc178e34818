"""Who is who in a copy, as the article it copies has it at the same place.

A program that swaps words makes another body of the "Harlow Museum of Art": the "Harlow Museum of Artwork". Where a
copy and its original run alike, what stands at one place of both is one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from generator.lexicons import names
from generator.model import Copies, Evidence, Key, Mention
from generator.remembered import Remembered
from generator.resolve.found import Found
from generator.resolve.spelling import same_surname

_WORD = re.compile(r"\w+")


def as_retold(
    found: Sequence[Found],
    nameless: Callable[[Evidence], Sequence[Found]],
    evidence: Sequence[Evidence],
    copied: Sequence[Copies],
    same: Mapping[Key, Key],
) -> list[Found]:
    """The entities, those of copies under the names that their originals have for them at the `same` places; with the
    phrases of copies for whom the original names, of the `nameless` that an article has."""
    named = {one.key: one for one in found}
    copies = {source for group in copied for source in group.sources if source != group.original}
    phrases = {one.key: one for e in evidence if e.document.id in copies for one in nameless(e) if one.key in same}
    out = [_renamed(one, named.get(same[one.key])) if one.key in same else one for one in found]
    out += [one for key in sorted(phrases) if (one := _renamed(phrases[key], named.get(same[key]))).retold]
    return [replace(one, copied=True) if one.source in copies else one for one in out]


def _renamed(one: Found, original: Found | None) -> Found:
    """An entity under its original's name, unless it has that name or nothing of it."""
    if original is None or one.name == original.name or not (one.phrase or _alike(one, original)):
        return one
    rule = f"stands where the article it copies has ‘{original.name}’"
    told = tuple(m if m.kind == "pronoun" else replace(m, rule=rule) for m in one.mentions)
    return replace(one, name=original.name, kind=original.kind, code=original.code, mentions=told, retold=rule)


def _alike(one: Found, original: Found) -> bool:
    """Whether a name keeps the surname of a person, or a word of a body's name."""
    if original.kind == "person":
        return same_surname(one.person.last, original.person.last)
    shared = set(names.fold(one.name).split()) & set(names.fold(original.name).split())
    return original.kind == "organisation" and any(len(word) > 3 for word in shared)


def same_places(evidence: Sequence[Evidence], copied: Sequence[Copies], known: Remembered) -> dict[Key, Key]:
    """The entity of a copy to that of its original which most of its mentions stand in the place of."""
    by_id = {e.document.id: e for e in evidence}

    def places(source: str, original: str) -> Iterator[tuple[int, int]]:
        votes: dict[int, Counter[int]] = defaultdict(Counter)
        for here, there in _pairs(by_id[source], by_id[original]):
            votes[here][there] += 1
        for here, counts in votes.items():
            there, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
            if 2 * count > counts.total():
                yield here, there

    with known.table("places in copies") as found:
        return {
            (source, here): (group.original, there)
            for group in copied
            for source in group.sources
            if source != group.original and source in by_id
            for here, there in found(places, (source, group.original))
        }


def _pairs(copy: Evidence, original: Evidence) -> Iterator[tuple[int, int]]:
    """The entities of names and phrases of both articles that begin or end at one place."""
    placed = _places(copy, original)
    starts, ends = ({_edges(original, m)[k]: m for m in original.mentions if m.kind != "pronoun"} for k in (0, 1))
    for mention in copy.mentions:
        if mention.kind == "pronoun" or mention.entity is None:
            continue
        first, last = _edges(copy, mention)
        begun, ended = starts.get(placed.get(first, -1)), ends.get(placed.get(last, -1))
        # a name may be shorter or longer in the copy; of a phrase both ends count
        there = begun if begun is ended else (begun or ended) if mention.kind == "name" else None
        if there is not None and there.entity is not None and there.kind == mention.kind:
            yield mention.entity, there.entity


def _edges(e: Evidence, mention: Mention) -> tuple[int, int]:
    """Where the first and the last word of a mention begin, but for "the"."""
    found = [m.start() + mention.span.start for m in _WORD.finditer(mention.text) if m.group().lower() != "the"]
    return (found[0], found[-1]) if found else (mention.span.start, mention.span.start)


def _places(copy: Evidence, original: Evidence) -> dict[int, int]:
    """Where each word of a copy begins to where the original has it, or as many other words between the same."""
    first, second = (
        [(m.start(), m.group().lower()) for m in _WORD.finditer(e.document.text)] for e in (copy, original)
    )
    matcher = SequenceMatcher(None, [word for _, word in first], [word for _, word in second])
    placed: dict[int, int] = {}
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal" or (kind == "replace" and b - a == d - c):
            placed.update((first[a + k][0], second[c + k][0]) for k in range(b - a))
    return placed
