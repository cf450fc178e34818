"""How well time expressions are found and valued, as in TempEval-3 (UzZaman et al. 2013, SemEval)."""

import re
from collections.abc import Sequence

from generator.evaluate.counts import Counts, matched
from generator.evaluate.gold import GoldArticle
from generator.model import TimeRecord


def date_counts(article: GoldArticle, found: Sequence[TimeRecord]) -> dict[str, Counts]:
    """The counts of one annotated article: `relaxed` where the spans overlap, `value` where the value is right too."""
    gold = article.dates or ()
    pairs = matched([_places(g.span) for g in gold], [_places(f.span) for f in found])
    valued = sum(_value(gold[i].value) == _value(found[j].value) for i, j, _ in pairs)
    return {
        "dates, relaxed": Counts(len(pairs), len(found), len(gold)),
        "dates, value": Counts(valued, len(found), len(gold)),
    }


def _places(span: tuple[int, int]) -> frozenset[int]:
    return frozenset(range(*span))


def _value(value: str) -> str:
    """Seconds that say nothing are left out."""
    return re.sub(r"(T\d\d:\d\d):00$", r"\1", value.strip())
