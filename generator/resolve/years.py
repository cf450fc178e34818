"""The year of an article that names none, or which of two numbers is its month, from the folder's other articles."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from generator.model import Dated, Evidence, YearHint

_DAY_WITHOUT_YEAR = re.compile(r"XXXX-(\d\d-\d\d)")
_DAY = re.compile(r"(\d{4})-(\d\d-\d\d)")

# Articles gathered about one situation tell of the same days; one day in common may be chance, unless nobody in the
# folder has that day in another year. Two articles share a topic when they share this many names: with fewer, the
# tests' strike and election, both with a 3 March, would date each other.
SHARED_NAMES = 2


# Articles on the same names that appeared so close to a day that an article ties itself to tell of the same round of
# news: news of one affair comes in days; a yearly event comes back after 365.
SAME_ROUND = timedelta(days=15)


def neighbour_years(evidence: Sequence[Evidence]) -> Mapping[str, YearHint]:
    """By document id, the year in which the other articles on the same names put a day that the document names.

    Only for documents without a date whose text names days and no year: the year is that of articles published about
    the day that the document ties itself to, or else that of a day it names and another article tells. Days that
    neighbours put in different years give nothing. Of a page's day written 05/08/2026 it is the reading about which
    others were published.
    """
    dated = [e for e in evidence if e.document.published.value]
    holders: dict[str, list[tuple[int, Evidence]]] = defaultdict(list)
    for found in dated:
        for day, year in sorted({(m.group(2), int(m.group(1))) for t in found.times if (m := _DAY.match(t.value))}):
            holders[day].append((year, found))
    hints = {}
    for found in evidence:
        published = found.document.published
        if not published.value or published.two_readings:
            hint = _published_about(found, dated)
            if hint is None and not published.value:
                hint = _told_elsewhere(found, holders)
            if hint is not None:
                hints[found.document.id] = hint
    return hints


def _told_elsewhere(found: Evidence, holders: Mapping[str, Sequence[tuple[int, Evidence]]]) -> YearHint | None:
    names = _names(found)
    days = [(m.group(1), t.text) for t in found.times if (m := _DAY_WITHOUT_YEAR.match(t.value))]
    told = {
        year: (day, text, other.document)
        for day, text in reversed(days)
        for year, other in reversed(holders.get(day, []))
        if len(names & _names(other)) >= SHARED_NAMES
    }
    if len(told) != 1:
        return None
    ((year, (day, text, other)),) = told.items()
    return YearHint(day, year, f"‘{text}’ is in {year} in “{other.title}”")


def _published_about(found: Evidence, dated: Sequence[Evidence]) -> YearHint | None:
    days = _own_days(found.document.published)
    if not days:
        return None
    names = _names(found)
    near = {}
    for other in reversed(dated):
        about = other.document.published
        if _DAY.match(about.value or "") and len(names & _names(other)) >= SHARED_NAMES:
            day = date.fromisoformat((about.value or "")[:10])
            near.update({d: other.document for d in days(day) if abs(_on(*d) - day) <= SAME_ROUND})
    if len(near) != 1:
        return None
    (((year, day_), document),) = near.items()
    return YearHint(day_, year, f"“{document.title}”, on the same names, is of those days in {year}")


def _own_days(published: Dated) -> Callable[[date], list[tuple[int, str]]] | None:
    """The days, as year and `01-10`, that the document's own may be: around a day of another article, where its year
    is not known."""
    if published.two_readings:
        both = [(int(d[:4]), d[5:]) for d in (published.earliest, published.latest) if d]
        return lambda _: both
    tie = _DAY_WITHOUT_YEAR.match(published.earliest or "")
    return (lambda day: [(y, tie.group(1)) for y in (day.year - 1, day.year, day.year + 1)]) if tie else None


def _on(year: int, day: str) -> date:
    """A day of a year; 29 February of a year that has none is 1 March."""
    month, number = map(int, day.split("-"))
    return date(year, month, 1) + timedelta(days=number - 1)


def _names(found: Evidence) -> set[str]:
    return {entity.name.casefold() for entity in found.entities if entity.named}
