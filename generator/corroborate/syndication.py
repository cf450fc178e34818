"""Copies among the articles: syndicated ones nearly word for word, rewritten ones by what is left of the wording.

Broder, On the Resemblance and Containment of Documents (1997): word shingles, MinHash and locality-sensitive hashing
find the candidates, exact resemblance decides.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from zlib import crc32

from datasketch import MinHash, MinHashLSH

from generator.corroborate.groups import Groups
from generator.model import Copies, Evidence

_WORD = re.compile(r"[^\W_]+")
_PERMUTATIONS = 128
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
    shingled = {e.document.id: shingles(prose(e)) for e in evidence}
    shingled = {source: s for source, s in sorted(shingled.items()) if len(s) >= _FEWEST}
    groups: Groups[str] = Groups(shingled)
    kinds: dict[frozenset[str], str] = {}
    marks = {source: _marks(found) for source, found in shingled.items()}
    for one, other in _candidates(shingled):
        if not _may_be(marks[one], marks[other], len(shingled[one]), len(shingled[other])):
            continue
        kind = _kind(shingled[one], shingled[other])
        if kind is not None:
            groups.join(one, other)
            kinds[frozenset((one, other))] = kind
    by_id = {e.document.id: e for e in evidence}
    found = []
    for members in groups.of_several():
        original = min(members, key=lambda m: (*_rank(by_id[m], since or {}), -len(shingled[m]), m))
        within = [kind for pair, kind in kinds.items() if pair <= set(members)]
        kind = "rewritten" if "rewritten" in within else "syndicated"
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


def _candidates(shingled: dict[str, frozenset[str]]) -> Iterable[tuple[str, str]]:
    lsh = MinHashLSH(num_perm=_PERMUTATIONS, params=(_BANDS, _ROWS))
    for source, found in shingled.items():
        sketch = MinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        sketch.update_batch([s.encode() for s in sorted(found)])
        for other in sorted(lsh.query(sketch)):
            yield other, source
        lsh.insert(source, sketch)


# A bit for each shingle: as wide as this, few of the some hundred shingles of an article share one.
_BITS = 1 << 14
# Of the shingles that two articles must share, this part must leave a bit in both; chance collisions take a few in a
# hundred.
_LEFT = 0.8


def _marks(found: frozenset[str]) -> int:
    bits = bytearray(_BITS // 8)
    for shingle in found:
        at = crc32(shingle.encode()) % _BITS
        bits[at >> 3] |= 1 << (at & 7)
    return int.from_bytes(bits, "little")


def _may_be(one: int, other: int, size: int, other_size: int) -> bool:
    """Whether two articles can share enough to be copies: quick to see, so that hundreds of one story stay cheap."""
    resembling = _REWRITTEN / (1 + _REWRITTEN) * (size + other_size)
    enough = min(resembling, _CONTAINED * min(size, other_size))
    return (one & other).bit_count() >= min(_LEFT * enough, _BITS / 16)


def _kind(one: frozenset[str], other: frozenset[str]) -> str | None:
    common = len(one & other)
    resemblance = common / (len(one) + len(other) - common)
    if resemblance >= _SYNDICATED or common / min(len(one), len(other)) >= _CONTAINED:
        return "syndicated"
    return "rewritten" if resemblance >= _REWRITTEN else None
