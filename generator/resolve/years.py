"""The year of an article that names none, from the other articles of the folder that name the same days."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from generator.model import Evidence, YearHint

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

    Only for documents without a date whose text names days and no year. The year is that of the same day told in
    another article, or else that of articles published about that day. Days that neighbours put in different years
    give nothing.
    """
    dated = [e for e in evidence if e.document.published.value]
    holders: dict[str, list[tuple[int, Evidence]]] = defaultdict(list)
    for found in dated:
        for day, year in sorted({(m.group(2), int(m.group(1))) for t in found.times if (m := _DAY.match(t.value))}):
            holders[day].append((year, found))
    hints = {}
    for found in evidence:
        if not found.document.published.value:
            hint = _told_elsewhere(found, holders) or _published_about(found, dated)
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
    tie = _DAY_WITHOUT_YEAR.match(found.document.published.earliest or "")
    if tie is None:
        return None
    names = _names(found)
    near = {}
    for other in reversed(dated):
        published = other.document.published.value or ""
        if _DAY.match(published) and len(names & _names(other)) >= SHARED_NAMES:
            day = date.fromisoformat(published[:10])
            years = (day.year - 1, day.year, day.year + 1)
            near.update({y: other.document for y in years if abs(_on(y, tie.group(1)) - day) <= SAME_ROUND})
    if len(near) != 1:
        return None
    ((year, document),) = near.items()
    return YearHint(tie.group(1), year, f"“{document.title}”, on the same names, is of those days in {year}")


def _on(year: int, day: str) -> date:
    """A day of a year; 29 February of a year that has none is 1 March."""
    month, number = map(int, day.split("-"))
    return date(year, month, 1) + timedelta(days=number - 1)


def _names(found: Evidence) -> set[str]:
    return {entity.name.casefold() for entity in found.entities if entity.named}
