"""What one says there was none of, and another article of the story has somebody tell of; conflicts without ids."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.corroborate.disputes import denies, is_clause
from generator.corroborate.ids import words_at
from generator.corroborate.occurrences import acts_for, one_side
from generator.corroborate.requoted import polarity
from generator.corroborate.stories import Stories
from generator.corroborate.wording import Wording, clip, counted, stem, wording
from generator.lexicons import words
from generator.model import Conflict, ConflictSide, Evidence, Key, Resolution

_NOT_TOLD = frozenset({"question", "demand", "promise", "threat", "conditional", "expected", "negated", "headline"})
# A word that the denial's article has more often than this is what it is about. On the 15 gold collections and 24 pairs
# of short articles five claims more were found with it, and one is set against a denial of something else.
_TOPIC = 3
# Content words from which something is said, and not just named.
_CLAUSE = 3
_WORD = r"[\w’'-]+"
_NO = r"(?:no|not (?:one|a single)|never any|none of (?:the|our|its|his|her|their|these|those))"
_WAS = r"(?:is|are|was|were|has|have|had|ever|will|would|came|went|left|hit|fell|took)"
# "There was no wolf", "Not one tent has come", "none of them was ever vaccinated", "overloading played no part"
_NONE = (
    re.compile(
        rf"\bthere (?:is|are|was|were|(?:has|have|had)(?: never)? been) {_NO} (?P<what>{_WORD}(?: {_WORD})?)", re.I
    ),
    re.compile(
        rf"(?:^|[.!?;:,]|\bthat|\band)\W{{0,3}}\b{_NO} (?P<what>{_WORD}(?: {_WORD})??) "
        rf"(?:(?:in|on|at|of|from) (?:{_WORD} ){{1,3}})?{_WAS}\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:none|no one|nobody|never)(?: of (?:them|us|these|those))?(?: {_WAS})? ever (?:been )?(?P<what>{_WORD})",
        re.I,
    ),
    re.compile(rf"(?P<what>{_WORD}) (?:(?:played|plays|had|has) no (?:part|role)|(?:had|has) nothing to do)\b", re.I),
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A quotation: the stems of what it tells of, and of what it says there was none of."""

    key: Key
    text: str
    wording: Wording
    speaker: str
    told: frozenset[str]
    none: frozenset[str]


def absences(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    ids: Mapping[Key, str],
    statement_of: Mapping[str, str],
    told: Stories,
    found: Sequence[Conflict],
) -> Iterator[Conflict]:
    """Each denial of a thing with the plainest claim of it by another side in another article of the story.

    What stands in a claim or denial already `found` is left out. Denials of one statement are one conflict.
    """
    answered = {one for c in found if c.kind == "claim" for side in c.sides for one in side.evidence}
    acting = acts_for(resolution.actors)
    claims: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    denials = []
    for e in evidence:
        for one in _told(e, resolution):
            for word in sorted(one.told):
                claims[(one.key[0], word)].append(one)
            if one.none and ids[one.key] not in answered:
                denials.append(one)
    texts = {e.document.id: e.document.text for e in evidence}
    often = {source: counted(texts[source]) for source in sorted({d.key[0] for d in denials})}
    done: set[str] = set()
    for denial in denials:
        name = statement_of.get(ids[denial.key], ids[denial.key])
        others = [
            (-often[denial.key[0]][word], -len(claim.wording.content), claim.key, claim)
            for source in told.beside.get(denial.key[0], ())
            for word in sorted(denial.none)
            if often[denial.key[0]][word] <= _TOPIC
            for claim in claims.get((source, word), ())
            if not one_side(claim.speaker, denial.speaker, acting)
        ]
        if others and name not in done:
            done.add(name)
            claim = max(others, key=lambda row: row[:3])[3]
            yield Conflict(
                id="",
                kind="claim",
                what=clip(claim.text),
                sides=(ConflictSide(claim.text, (ids[claim.key],)), ConflictSide(denial.text, (ids[denial.key],))),
                note="A claim and its denial.",
            )


def _told(e: Evidence, resolution: Resolution) -> Iterator[_Told]:
    for index, quotation in enumerate(e.quotations):
        key, text = (e.document.id, index), words_at(e.document.text, quotation.spans)
        read = wording(text)
        open_ = bool(_NOT_TOLD & set(quotation.flags) or words("not_yet_so") & set(read.tokens))
        if open_ or denies(e, quotation):
            continue
        plain = polarity(text)[0] if len(read.content) >= _CLAUSE or is_clause(text) else frozenset[str]()
        speaker = resolution.actor(e.document.id, quotation.entity) or f"{e.document.id} {quotation.entity}"
        yield _Told(key, text, read, speaker, plain, _none(text))


def _none(text: str) -> frozenset[str]:
    """The stems of what a text says there was none of."""
    named = (match["what"] for form in _NONE for match in form.finditer(text))
    return frozenset(s for what in named for s in wording(what).content) - _abstract()


@cache
def _abstract() -> frozenset[str]:
    return frozenset(stem(word) for word in words("absent_nouns"))
