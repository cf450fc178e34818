"""Copies among the articles: syndicated ones nearly word for word, rewritten ones by what is left of the wording.

Broder, On the Resemblance and Containment of Documents (1997): word shingles, MinHash and locality-sensitive hashing
find the candidates, exact resemblance decides.
"""

import re
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha1
from math import inf

import numpy as np
from numpy.typing import NDArray

from generator.corroborate.groups import Groups
from generator.model import Copies, Evidence

# The shingles of an article as hashes of eight bytes, in their order: what numpy compares at once, in a tenth of the
# memory. By chance two of some hundred million shingles have one hash.
Hashes = NDArray[np.uint64]

_WORD = re.compile(r"[^\W_]+")
_SEED = 1
# Candidates from 0.1 up: 64 bands of 2 rows find 76 % of the pairs at 0.15, 99.8 % of those at 0.3.
_BANDS, _ROWS = 64, 2
# Resemblance by shingles of three words, without direct quotations. On 838 articles on one campaign (PolNeAR, training
# part) no two separately written ones came above 0.12, not even of one outlet with its boilerplate, and one article
# under two headlines lay above 0.53. With a third of the words replaced at random an article keeps 0.17 to 0.53 of
# itself, with two fifths a median of 0.27 (80 of them).
_REWRITTEN, _SYNDICATED = 0.15, 0.5
# The shorter article's shingles found in the longer: a cut-down copy has little resemblance, but is contained.
_CONTAINED = 0.7
_FEWEST = 25


def copies(evidence: Sequence[Evidence], since: Mapping[str, int] | None = None) -> tuple[Copies, ...]:
    """Groups of articles of which one seems to be the original of the others, in the order of the original's id.

    `original` is the one published first; then, of one day, one whose words nobody has swapped, the one known longest
    (`since` gives the edition in which an article came in), the one that says most of where it comes from, the longest.
    So an article stays the original when the same text is put beside it under another name. `kind` is "rewritten" when
    any member is. Very short articles are compared with nobody.
    """
    hashed = {e.document.id: np.frombuffer(b64decode(with_shingles(e).shingles), "<u8") for e in evidence}
    shingled = {source: s for source, s in sorted(hashed.items()) if len(s) >= _FEWEST}
    groups: Groups[str] = Groups(shingled)
    rewritten: set[str] = set()
    for one, other in _candidates(shingled):
        kind = _kind(shingled[one], shingled[other])
        if kind is not None:
            groups.join(one, other)
            rewritten |= {one, other} if kind == "rewritten" else set()
    by_id = {e.document.id: e for e in evidence}
    found = []
    for members in groups.of_several():
        original = min(members, key=lambda m: (*_rank(by_id[m], since or {}), -len(shingled[m]), m))
        kind = "syndicated" if rewritten.isdisjoint(members) else "rewritten"
        found.append(Copies(kind, original, tuple(sorted(members))))
    return tuple(sorted(found, key=lambda c: c.original))


def _rank(e: Evidence, since: Mapping[str, int]) -> tuple[bool, str, bool, float, int]:
    """What speaks for an article's being the original, the least first."""
    document = e.document
    value = document.published.value or document.published.earliest
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
    return replace(evidence, shingles=b64encode(_hashed(shingles(prose(evidence))).tobytes()).decode())


def _hashed(found: frozenset[str]) -> Hashes:
    return np.unique(np.frombuffer(b"".join(sha1(s.encode()).digest()[:8] for s in found), "<u8"))


def _candidates(shingled: Mapping[str, Hashes]) -> Iterator[tuple[str, str]]:
    """Pairs of articles whose sketches agree in one of the bands at least and that can share enough, the smaller id
    first."""
    sources = list(shingled)
    beside: dict[int, list[Sequence[int]]] = defaultdict(list)
    sketches = np.array([_sketch(found) for found in shingled.values()]).reshape(-1, _BANDS * _ROWS)
    for band in sketches.view(np.uint64).T:
        order = np.argsort(band, kind="stable")
        edges = np.flatnonzero(np.diff(band[order], prepend=~band[order[:1]], append=~band[order[-1:]]))
        several = np.flatnonzero(np.diff(edges) > 1)
        for start, end in zip(edges[several].tolist(), edges[several + 1].tolist(), strict=True):
            members = order[start:end].tolist()
            for at in members:
                beside[at].append(members)
    marks = np.array([_marks(found) for found in shingled.values()])
    sizes = np.array([len(found) for found in shingled.values()])
    for at in sorted(beside):
        others = np.array(sorted({other for members in beside.pop(at) for other in members if other < at}), np.intp)
        for other in others[_may_be(marks[at], marks[others], sizes[at], sizes[others])].tolist():
            yield sources[other], sources[at]


def _sketch(found: Hashes) -> NDArray[np.uint32]:
    """MinHash: the least of an article's shingles by each of the orders, which are as good as random."""
    # the last step of MurmurHash3 (Appleby 2011): an order is a multiplication and an addition, and needs mixed bits
    mixed = found.astype(np.uint32)
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35), (16, 1)):
        mixed = (mixed ^ mixed >> np.uint32(shift)) * np.uint32(factor)
    times, plus = _orders()
    least: NDArray[np.uint32] = (mixed[:, None] * times + plus).min(axis=0)
    return least


@cache
def _orders() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Orders of 32-bit numbers: multiplication by an odd number and addition, the same in every run."""
    chance = np.random.RandomState(_SEED)
    times = chance.randint(0, 1 << 31, _BANDS * _ROWS, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return times, chance.randint(0, 1 << 32, _BANDS * _ROWS, dtype=np.uint32)


# A bit for each shingle: as wide as this, few of the some hundred shingles of an article share one.
_BITS = 1 << 14
# Of the shingles that two articles must share, this part must leave a bit in both; chance collisions take a few in a
# hundred.
_LEFT = 0.8


def _marks(found: Hashes) -> Hashes:
    bits = np.zeros(_BITS, np.bool_)
    bits[found % _BITS] = True
    return np.packbits(bits).view(np.uint64)


def _may_be(one: Hashes, others: Hashes, size: int, sizes: NDArray[np.int_]) -> NDArray[np.bool_]:
    """Whether an article and others can share enough to be copies: quick to see, so that hundreds of one story stay
    cheap."""
    resembling = _REWRITTEN / (1 + _REWRITTEN) * (size + sizes)
    enough = np.minimum(resembling, _CONTAINED * np.minimum(size, sizes))
    common = np.bitwise_count(one & others).sum(axis=1)
    found: NDArray[np.bool_] = common >= np.minimum(_LEFT * enough, _BITS / 16)
    return found


def _kind(one: Hashes, other: Hashes) -> str | None:
    common = len(np.intersect1d(one, other, assume_unique=True))
    resemblance = common / (len(one) + len(other) - common)
    if resemblance >= _SYNDICATED or common / min(len(one), len(other)) >= _CONTAINED:
        return "syndicated"
    return "rewritten" if resemblance >= _REWRITTEN else None
