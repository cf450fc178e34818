"""Days on an axis: how long a date lasts, which stretch of time to show, where to write what along it."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from generator.model import Dated
from generator.site.calendar import MONTHS

_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-W(\d\d)(-WE)?|-(SP|SU|FA|WI|Q[1-4]|H[12]))?(?:T.*)?$")
# First month and number of months; winter is that which begins in the year, as TIMEX3 has it.
_PARTS = {
    "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3), "H1": (1, 6), "H2": (7, 6),
    "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3),
}  # fmt: skip
SHORTEST = 6  # days an axis covers at least
CORE = 0.75  # share of the items that the densest stretch holds before it is widened
NEAR = 21  # days between two items that never part them
# Days or months between two ticks.
STEPS = (
    *((days, 0) for days in (1, 2, 7, 14)),
    *((0, months) for months in (1, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 12000)),
)


@dataclass(frozen=True, slots=True)
class Extent:
    """From the first to the last day something may have been; None where that side is open."""

    first: date | None
    last: date | None

    @property
    def middle(self) -> date:
        """The day in the middle, or the one bound there is."""
        first, last = self.first or self.last, self.last or self.first
        assert first and last
        return first + (last - first) // 2


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis in per cent of its length; `year` stands below the first tick of each year."""

    at: float
    text: str
    year: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last`, both included, over 0 to 100 per cent of a width."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.last - self.first).days + 1

    def at(self, day: date, end: bool = False) -> float:
        """The place of a day's beginning, or of its end; outside 0 to 100 for days beyond the axis."""
        return round(((day - self.first).days + end) * 100 / self.days, 3)

    def middle(self, day: date) -> float:
        """The place of a day's noon."""
        return round(((day - self.first).days + 0.5) * 100 / self.days, 3)

    def ticks(self, most: int = 6) -> tuple[Tick, ...]:
        """Evenly spaced days, months or years, at most so many, each at its beginning."""
        fine = ((days, months) for days, months in STEPS if self.days / (days or months * 30) <= 2 * most)
        marks, whole, monthly = [], False, False
        for days, months in fine:
            marks = list(_marks(self.first, self.last, days, months))
            if len(marks) <= most:
                whole, monthly = months >= 12, bool(months)
                break
        years: set[int] = set()
        made = []
        for day in marks:
            month = MONTHS[day.month - 1][:3]
            text = str(day.year) if whole else month if monthly else f"{day.day} {month}"
            made.append(Tick(self.at(day), text, "" if whole or day.year in years else str(day.year)))
            years.add(day.year)
        return tuple(made)


def _marks(first: date, last: date, days: int, months: int) -> Iterator[date]:
    """Every so many days, or months, from `first` to `last`; weeks begin on Monday, months and years at their first."""
    if days:
        # ordinal 1 is a Monday
        at = first.toordinal() + (1 - first.toordinal()) % days
        yield from (date.fromordinal(n) for n in range(at, last.toordinal() + 1, days))
        return
    index = -(-(first.year * 12 + first.month - (first.day == 1)) // months) * months
    while index < (last.year + 1) * 12 and (day := date(index // 12, index % 12 + 1, 1)) <= last:
        yield day
        index += months


@lru_cache(8192)  # thousands of records have one of some hundred days
def extent(value: str | None, earliest: str | None = None, latest: str | None = None) -> Extent | None:
    """The days a date may mean; its own bounds, where it has some, are better than what the value's form says.

    None for what is no calendar value and has no bounds.
    """
    own = _own(value) if value else None
    first = _day(earliest) or (own.first if own else None)
    last = _day(latest) or (own.last if own else None)
    if first is None and last is None:
        return None
    return Extent(last, first) if first and last and last < first else Extent(first, last)


def last_day(published: Dated) -> date | None:
    """The last day on which a source may have appeared."""
    found = extent(published.value, published.earliest, published.latest)
    return found.last if found else None


def _own(value: str) -> Extent | None:
    found = _VALUE.match(value)
    if not found:
        return None
    year, month, day, week, weekend, part = found.groups()
    try:
        if day:
            return Extent(date(int(year), int(month), int(day)), date(int(year), int(month), int(day)))
        if week:
            monday = date.fromisocalendar(int(year), int(week), 1)
            return Extent(monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6))
        start, months = _PARTS[part] if part else (int(month), 1) if month else (1, 12)
        end = int(year) * 12 + start + months - 2
        last = date(end // 12, end % 12 + 1, monthrange(end // 12, end % 12 + 1)[1])
        return Extent(date(int(year), start, 1), last)
    except ValueError:
        return None


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def axis_of(days: Iterable[date], wide: int = 1) -> Axis | None:
    """The axis on which most of the days are told apart: the shortest stretch that holds three quarters of them,
    widened to each neighbour that is no further off than `wide` times its length, or three weeks. None without days.

    One date of 2014 among a hundred of last month must not press these into one point; it stands at the edge.
    """
    ordered = sorted(days)
    if not ordered:
        return None
    size = max(1, -int(-CORE * len(ordered)))
    start = min(range(len(ordered) - size + 1), key=lambda i: (ordered[i + size - 1] - ordered[i], i))
    first, last = start, start + size - 1
    while True:
        long = wide * max((ordered[last] - ordered[first]).days, NEAR)
        before = (ordered[first] - ordered[first - 1]).days if first else None
        after = (ordered[last + 1] - ordered[last]).days if last + 1 < len(ordered) else None
        if before is not None and before <= long and (after is None or before <= after):
            first -= 1
        elif after is not None and after <= long:
            last += 1
        else:
            break
    missing = max(0, SHORTEST - (ordered[last] - ordered[first]).days - 1)
    edge = timedelta(days=1 + max(missing // 2, (ordered[last] - ordered[first]).days // 40))
    low = ordered[first] - edge if ordered[first] > date.min + edge else date.min
    high = ordered[last] + edge if ordered[last] < date.max - edge else date.max
    return Axis(low, high)
