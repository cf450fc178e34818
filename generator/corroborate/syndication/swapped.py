"""Copies in whose quotations words were swapped for others of like meaning, as programs do that disguise a copy."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from generator.lexicons import table
from generator.model import Evidence, Key, Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARKED = re.compile(r"[“\"«„]([^”\"»“]*)")
# Spellings of one word ("favor", "favour") are as alike as this; "relief" and "alleviation" are not.
_ONE_WORD = 75
# Of 61 copies in 145 collections, each of the eleven with two such quotations or more had its words swapped by a
# program; one quotation alone may have been misheard or mended.
_FEWEST = 2
# A word is swapped for a few at most ("decide", "come to a decision").
_TIMES = 2

_SHOWN = frozenset({"machine_translated", "words_swapped"})

Swaps = Mapping[str, tuple[tuple[str, str], ...]]


def swapped(evidence: Sequence[Evidence], originals: Mapping[Key, Key]) -> Swaps:
    """Source to the words that its quotations have, and those that the original it copies has in their place.

    `originals` lead from a copy's quotations to those at the same place (see `aligned`). Only for copies of which two
    quotations or more have other words; numbers and forms of one word do not count, nor do texts that show by
    themselves that their words were swapped, or that a machine translated them.
    """
    by_id = {e.document.id: e for e in evidence}
    found: dict[str, list[tuple[tuple[str, str], ...]]] = defaultdict(list)
    for (source, here), (original, there) in sorted(originals.items()):
        if _SHOWN.isdisjoint(by_id[source].document.quality):
            words = tuple(_other_words(_quoted(by_id[source], here), _quoted(by_id[original], there)))
            if words:
                found[source].append(words)
    return {source: tuple(p for pairs in f for p in pairs) for source, f in found.items() if len(f) >= _FEWEST}


def _quoted(e: Evidence, index: int) -> list[str]:
    """The words of a quotation between its marks; none of an indirect one."""
    quotation, text = e.quotations[index], e.document.text
    if quotation.kind == "indirect":
        return []
    spans: list[Span] = list(quotation.spans)
    if quotation.kind == "mixed":
        spans = [Span(*m.span(1)) for s in spans for m in _MARKED.finditer(text, s.start, s.end)]
    return [word for s in spans for word in _WORD.findall(text[s.start : s.end].casefold().replace("’", "'"))]


def _other_words(here: list[str], there: list[str]) -> Iterator[tuple[str, str]]:
    """The words that stand in place of others."""
    for kind, i, j, k, m in SequenceMatcher(None, there, here, autojunk=False).get_opcodes():
        mine, its = " ".join(here[k:m]), " ".join(there[i:j])
        if kind == "replace" and not _of_one_word(mine, its) and not (_counts(mine) or _counts(its)):
            # what goes on behind the words that stand for others was cut
            yield mine, " ".join(there[i : min(j, i + _TIMES * (m - k))])


def _of_one_word(mine: str, its: str) -> bool:
    """Whether two stretches are one in two spellings, or one of them cut short ("won't", "will not")."""
    cut = "'" in mine or "'" in its
    return cut or fuzz.ratio(mine, its) >= _ONE_WORD


def _counts(words: str) -> bool:
    return any(word.isdigit() or word[0].isdigit() or word in table("number_words") for word in words.split())
