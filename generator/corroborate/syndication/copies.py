"""Copies among the articles: syndicated ones nearly word for word, rewritten ones by what is left of the wording, or of
the order in which it is told.

Broder, On the Resemblance and Containment of Documents (1997): word shingles, MinHash and locality-sensitive hashing
find the candidates, exact resemblance decides.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from math import inf

import numpy as np
from numpy.typing import NDArray

from generator.corroborate.groups import Groups
from generator.corroborate.syndication.minhash import Hashes, Numbers, candidates, hashed, sketch, width
from generator.corroborate.syndication.told_again import told_again
from generator.model import Copies, Evidence
from generator.remembered import NOTHING, Remembered

_WORD = re.compile(r"[^\W_]+")
# Candidates from 0.1 up: 64 bands of 2 rows find 76 % of the pairs at 0.15, 99.8 % of those at 0.3.
_ROWS = 2
# Resemblance by shingles of three words, without direct quotations. On 838 articles on one campaign (PolNeAR, training
# part) no two separately written ones came above 0.12, not even of one outlet with its boilerplate, and one article
# under two headlines lay above 0.53. With a third of the words replaced at random an article keeps 0.17 to 0.53 of
# itself, with two fifths a median of 0.27 (80 of them).
_REWRITTEN, _SYNDICATED = 0.15, 0.5
# The shorter article's shingles found in the longer: a cut-down copy has little resemblance, but is contained.
_CONTAINED = 0.7
_FEWEST = 25


def copies(
    evidence: Sequence[Evidence], since: Mapping[str, int] | None = None, known: Remembered = NOTHING
) -> tuple[Copies, ...]:
    """Groups of articles of which one seems to be the original of the others, in the order of the original's id.

    `original` is the one published first; then, of one day, one whose words nobody has swapped, the one known longest
    (`since` gives the edition in which an article came in), the one that says most of where it comes from, the longest.
    So an article stays the original when the same text is put beside it under another name. `kind` is "rewritten" when
    any member is. Very short articles are compared with nobody. `known` has what earlier runs found.
    """
    found = {e.document.id: _hashes(e) for e in evidence}
    shingled = {source: s for source, s in sorted(found.items()) if len(s) >= _FEWEST}
    by_id = {e.document.id: e for e in evidence}
    drawn = {e.document.id: one for e, one in zip(evidence, known.each("sketches", _sketch, evidence), strict=True)}
    sketches = [np.frombuffer(drawn[source][0], "<u4") for source in shingled]
    groups: Groups[str] = Groups(shingled)
    rewritten: set[str] = set()

    def alike(new: Set[str]) -> Iterator[tuple[str, str, str]]:
        for one, other in _candidates(shingled, sketches, new):
            if (kind := _kind(shingled[one], shingled[other])) is not None:
                yield one, other, kind

    for one, other, kind in known.pairs("copies", alike, shingled, width([*shingled.values()])):
        groups.join(one, other)
        rewritten |= {one, other} if kind == "rewritten" else set()
    for pair in told_again([by_id[source] for source in shingled], known):
        groups.join(*pair)
        rewritten.update(pair)
    grouped = []
    for members in groups.of_several():
        original = min(members, key=lambda m: (*_rank(by_id[m], since or {}), -len(shingled[m]), m))
        kind = "syndicated" if rewritten.isdisjoint(members) else "rewritten"
        grouped.append(Copies(kind, original, tuple(sorted(members))))
    return tuple(sorted(grouped, key=lambda c: c.original))


def _rank(e: Evidence, since: Mapping[str, int]) -> tuple[bool, str, bool, float, int]:
    """What speaks for an article's being the original, the least first."""
    document = e.document
    published = document.published
    # a day that an article is not before says little of when it came out
    value = published.value or (published.earliest if published.latest else None)
    known = sum(bool(told) for told in (document.outlet, document.authors, document.url))
    day = (value or "")[:10]
    return value is None, day, "words_swapped" in document.quality, since.get(document.id, inf), -known


def prose(evidence: Evidence) -> str:
    """The article's prose without its direct quotations, which separately written articles share."""
    text = evidence.document.text
    quoted = sorted(s for q in evidence.quotations if q.kind == "direct" for s in q.spans)
    parts = []
    for block in evidence.document.prose:
        at = block.span.start
        for span in quoted:
            if span.start >= at and span.end <= block.span.end:
                parts.append(text[at : span.start])
                at = span.end
        parts.append(text[at : block.span.end])
    return "\n".join(parts)


def shingles(text: str, size: int = 3) -> frozenset[str]:
    """Runs of `size` words, case folded."""
    found = [w.casefold() for w in _WORD.findall(text)]
    return frozenset(" ".join(found[i : i + size]) for i in range(len(found) - size + 1))


def with_shingles(evidence: Evidence) -> Evidence:
    """The evidence with its shingles worked out, which need no other article."""
    if evidence.shingles:
        return evidence
    return replace(evidence, shingles=b64encode(hashed(shingles(prose(evidence))).tobytes()).decode())


def _sketch(e: Evidence) -> Iterator[bytes]:
    """What stands for an article's shingles in the search for copies; nothing for a very short one."""
    found = _hashes(e)
    if len(found) >= _FEWEST:
        yield sketch(found).astype("<u4").tobytes()


def _hashes(e: Evidence) -> Hashes:
    return np.frombuffer(b64decode(with_shingles(e).shingles), "<u8")


def _candidates(
    shingled: Mapping[str, Hashes], sketches: Sequence[NDArray[np.uint32]], new: Set[str]
) -> Iterator[tuple[str, str]]:
    """Pairs of articles, one of them new, that can share enough to be copies, the smaller id first."""
    sources = list(shingled)
    places = {at for at, source in enumerate(sources) if source in new}
    for other, at in candidates([*shingled.values()], _ROWS, _least, sketches, places):
        yield sources[other], sources[at]


def _least(size: int, sizes: Numbers) -> Numbers:
    """How many shingles an article and others must share to be copies."""
    resembling = _REWRITTEN / (1 + _REWRITTEN) * (size + sizes)
    least: Numbers = np.minimum(resembling, _CONTAINED * np.minimum(size, sizes))
    return least


def _kind(one: Hashes, other: Hashes) -> str | None:
    common = len(np.intersect1d(one, other, assume_unique=True))
    resemblance = common / (len(one) + len(other) - common)
    if resemblance >= _SYNDICATED or common / min(len(one), len(other)) >= _CONTAINED:
        return "syndicated"
    return "rewritten" if resemblance >= _REWRITTEN else None
