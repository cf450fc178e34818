"""Quotations that stand at the same place of two copies of one text."""

from collections.abc import Iterator, Mapping, Sequence

from generator.corroborate.figures.amounts import amounts, contradict
from generator.corroborate.ids import words_at
from generator.corroborate.wording import wording
from generator.model import Copies, Evidence, Key, QuotationMention
from generator.remembered import Remembered

# What two copies say at one place: the words quoted count twice, those around them once. A program that swaps words
# left 0.24 of a short quotation; quotations that stand at the same place and are not of one utterance had 0.1.
_ALIKE = {"rewritten": 0.2, "syndicated": 0.4}


def aligned(evidence: Sequence[Evidence], copied: Sequence[Copies], known: Remembered) -> Mapping[Key, Key]:
    """The quotation of a copy to the one at the same place of its original: in the same order, in close words.

    A copy has its own date line, and a reworded one loses its speakers: neither makes another utterance of it.
    Quotations with other numbers are left out.
    """
    by_id = {e.document.id: e for e in evidence}
    pairs = {(c.original, source): _ALIKE[c.kind] for c in copied for source in c.sources if source != c.original}

    def places(original: str, source: str) -> Iterator[tuple[int, int]]:
        return _in_order(by_id[original], by_id[source], pairs[original, source])

    with known.table("copies") as found:
        return {
            (source, here): (original, there)
            for (original, source), enough in pairs.items()
            for there, here in found(places, (original, source), enough)
        }


def _in_order(original: Evidence, copy: Evidence, enough: float) -> Iterator[tuple[int, int]]:
    """Pairs of quotations, each in one pair at most, none crossing another, with the most in common altogether."""
    first, second = (sorted(range(len(e.quotations)), key=lambda i: e.quotations[i].spans) for e in (original, copy))
    told, retold = [_told(original, i) for i in first], [_told(copy, i) for i in second]
    alike = [[_likeness(one, other, enough) for other in retold] for one in told]
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i in range(len(first) - 1, -1, -1):
        for j in range(len(second) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + alike[i][j])
    i = j = 0
    while i < len(first) and j < len(second):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            if not contradict(amounts(original, first[i]), amounts(copy, second[j])):
                yield first[i], second[j]
            i, j = i + 1, j + 1


def _told(e: Evidence, index: int) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of what is quoted, and of the sentences it stands in."""
    quotation, text = e.quotations[index], e.document.text
    around = [s for s in e.sentences if _within(quotation, s.start, s.end)]
    quoted, near = (wording(words_at(text, spans)).stems for spans in (quotation.spans, around or quotation.spans))
    return frozenset(quoted), frozenset(near)


def _within(quotation: QuotationMention, start: int, end: int) -> bool:
    return any(s.start < end and start < s.end for s in quotation.spans)


def _likeness(
    one: tuple[frozenset[str], frozenset[str]], other: tuple[frozenset[str], frozenset[str]], enough: float
) -> float:
    """The share of stems in common, 0 where it is not enough for one place."""
    quoted, around = (_share(a, b) for a, b in zip(one, other, strict=True))
    alike = (2 * quoted + around) / 3
    return alike if quoted and alike >= enough else 0.0


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
