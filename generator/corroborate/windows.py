"""Windows on the calendar: what a date with its precision spans, and whether two can be of one day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.model import Dated

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_MONTHS: tuple[str, ...] = ("January", "February", "March", "April", "May", "June")
_MONTHS += ("July", "August", "September", "October", "November", "December")
_YEAR = re.compile(r"(\d{4})")


@dataclass(frozen=True, slots=True)
class Window:
    """From `first` to `last`, both included; None is open on that side. `stated` when the text gives it."""

    first: date | None = None
    last: date | None = None
    stated: bool = False

    @property
    def day(self) -> date | None:
        """The day, where the window is one."""
        return self.first if self.first is not None and self.first == self.last else None

    @property
    def days(self) -> int | None:
        """How many days it spans; None when it is open."""
        return None if self.first is None or self.last is None else (self.last - self.first).days + 1

    def meets(self, other: "Window", slack: int = 0) -> bool:
        """Whether some day lies in both, give or take `slack` days."""
        # asked of millions of pairs: `long_before` both ways, without calling it
        first, last, start, end = self.first, self.last, other.first, other.last
        if last is not None and start is not None and last < start and (start - last).days > slack:
            return False
        return not (end is not None and first is not None and end < first and (first - end).days > slack)

    def gap(self, other: "Window") -> int:
        """How many days lie at least between a day of one and a day of the other: 0 where they meet."""
        pairs = ((self.last, other.first), (other.last, self.first))
        return max([0, *((start - end).days for end, start in pairs if start and end)])

    def narrowed(self, other: "Window") -> "Window":
        """The days in both, where there are such; else this one."""
        if not self.meets(other):
            return self
        first = max(filter(None, (self.first, other.first)), default=None)
        last = min(filter(None, (self.last, other.last)), default=None)
        return Window(first, last, self.stated or other.stated)


ANY = Window()


def long_before(end: date | None, start: date | None, slack: int) -> bool:
    """Whether something ends more than `slack` days before something else starts."""
    return end is not None and start is not None and end < start and (start - end).days > slack


@cache
def span_of_value(value: str | None) -> tuple[date, date] | None:
    """The first and last day of an ISO or TIMEX3 value: "2022-01-10", "2022-W02", "2022-01", "2022"."""
    if not value:
        return None
    try:
        if match := _DAY.match(value):
            day = date(*map(int, match.groups()))
            return day, day
        if match := _WEEK.match(value):
            year, week = map(int, match.groups())
            return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
        if match := _MONTH.match(value):
            year, month = map(int, match.groups())
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        if match := _YEAR.fullmatch(value):
            return date(int(value), 1, 1), date(int(value), 12, 31)
    except ValueError:
        return None
    return None


def window(dated: Dated) -> Window:
    """The window of a date: its bounds where it has them, else what its value spans."""
    stated = dated.basis in ("given", "stated")
    spans = span_of_value(dated.value)
    first, last = span_of_value(dated.earliest), span_of_value(dated.latest)
    if dated.value and spans and (dated.earliest is None and dated.latest is None):
        return Window(*spans, stated)
    low = first[0] if first else spans[0] if spans else None
    high = last[1] if last else spans[1] if spans else None
    if low is not None and high is not None and low > high:
        return Window(*spans, stated) if spans else ANY
    return Window(low, high, stated)


def plain(day: date) -> str:
    """ "12 January 2022"."""
    return f"{day.day} {month(day)} {day.year}"


def month(day: date) -> str:
    """The month's English name, whatever the locale."""
    return _MONTHS[day.month - 1]
