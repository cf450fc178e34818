"""How well time expressions are found and valued, as in TempEval-3 (UzZaman et al. 2013, SemEval)."""

import re
from collections.abc import Iterator, Sequence

from generator.evaluate.counts import Counts, matched
from generator.evaluate.gold import GoldArticle
from generator.model import TimeRecord


def date_counts(article: GoldArticle, found: Sequence[TimeRecord]) -> dict[str, Counts]:
    """The counts of one annotated article: `relaxed` where the spans overlap, `value` where the value is right too."""
    gold = article.dates or ()
    pairs = matched([_places(g.span) for g in gold], [_places(f.span) for f in found])
    valued = sum(_value(gold[p.gold].value) == _value(found[p.found].value) for p in pairs)
    return {
        "dates, relaxed": Counts(len(pairs), len(found), len(gold)),
        "dates, value": Counts(valued, len(found), len(gold)),
    }


def date_differences(article: GoldArticle, found: Sequence[TimeRecord]) -> Iterator[str]:
    """A line for every expression missed, found too much or given another value."""
    gold = article.dates or ()
    pairs = matched([_places(g.span) for g in gold], [_places(f.span) for f in found])
    there, ours = {p.gold for p in pairs}, {p.found for p in pairs}
    yield from (f"missed: {g.text!r}, {g.value}" for i, g in enumerate(gold) if i not in there)
    yield from (f"too much: {f.text!r}, {f.value}" for j, f in enumerate(found) if j not in ours)
    for g, f in ((gold[p.gold], found[p.found]) for p in pairs):
        if _value(g.value) != _value(f.value):
            yield f"value: {f.text!r} is {f.value}, annotated {g.value}"


def _places(span: tuple[int, int]) -> frozenset[int]:
    return frozenset(range(*span))


def _value(value: str) -> str:
    """Seconds that say nothing are left out."""
    return re.sub(r"(T\d\d:\d\d):00$", r"\1", value.strip())
