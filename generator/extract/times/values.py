"""TIMEX3 values as points and stretches of the calendar: what they cover, and how to move from one to another.

A value is a string as TimeML writes it (TimeML annotation guidelines 1.2.1, section 2.3.2): `2022-01-10`, `2022-W02`,
`2022-W02-WE`, `2022-01`, `2022-Q3`, `2022-H1`, `2022-SU`, `2022`, `202` (a decade), `20` (a century), and days with
`T16:00` or a part of day (`TMO`). `X` stands for what is not known.
"""

import re
from datetime import date, timedelta
from typing import Literal

Unit = Literal["S", "MIN", "H", "D", "W", "WE", "M", "Q", "HALF", "SEASON", "Y", "DE", "CE"]

_SHAPES: tuple[tuple[Unit, str], ...] = (
    ("D", r"\d{4}-\d\d-\d\d(?:T.*)?"),
    ("WE", r"\d{4}-W\d\d-WE"),
    ("W", r"\d{4}-W\d\d"),
    ("M", r"\d{4}-\d\d"),
    ("Q", r"\d{4}-Q\d"),
    ("HALF", r"\d{4}-H\d"),
    ("SEASON", r"\d{4}-(?:SP|SU|FA|WI)"),
    ("Y", r"\d{4}"),
    ("DE", r"\d{3}"),
    ("CE", r"\d{2}"),
)
_PATTERNS = tuple((unit, re.compile(shape)) for unit, shape in _SHAPES)
# Months a season begins with, in the north, as newsrooms use the words; winter is named by the year it begins in.
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Spelled out: strftime would speak the language of the machine.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PART = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "MI": "midday", "DT": "daytime"}
_SEASON = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def unit_of(value: str) -> Unit | None:
    """The unit of a fully known calendar value; None for durations, references and values with an X."""
    return next((unit for unit, pattern in _PATTERNS if pattern.fullmatch(value)), None)


def day_of(value: str) -> date | None:
    """The day a value names, None when it is coarser."""
    return date.fromisoformat(value[:10]) if unit_of(value) == "D" else None


def week_value(day: date) -> str:
    """The ISO week of a day: 10 January 2022 is `2022-W02`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def value_at(day: date, unit: Unit) -> str:
    """The value of a unit that holds a day: `value_at(date(2022, 1, 10), "W")` is `2022-W02`."""
    match unit:
        case "W":
            return week_value(day)
        case "WE":
            return f"{week_value(day)}-WE"
        case "M":
            return f"{day.year:04d}-{day.month:02d}"
        case "Q":
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case "HALF":
            return f"{day.year:04d}-H{1 if day.month < 7 else 2}"
        case "SEASON":
            name = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
            return f"{day.year - (day.month < 3):04d}-{name}"
        case "Y":
            return f"{day.year:04d}"
        case "DE":
            return f"{day.year:04d}"[:3]
        case "CE":
            return f"{day.year:04d}"[:2]
        case _:
            return day.isoformat()


def bounds(value: str) -> tuple[date, date] | None:
    """First and last day a value covers; None when it is no stretch of the calendar."""
    unit = unit_of(value)
    try:
        return _bounds(value, unit) if unit else None
    except ValueError:  # a year 0, a week 53 that the year does not have
        return None


def narrowed(span: tuple[date, date], part: str) -> tuple[date, date]:
    """The third of a stretch longer than a week that `early`, `mid`, `late`, `the end of` points to."""
    days = (span[1] - span[0]).days + 1
    third = timedelta(days=days // 3)
    if days <= 7:
        return span
    match part:
        case "early" | "start":
            return span[0], span[0] + third - timedelta(days=1)
        case "mid" | "middle":
            return span[0] + third, span[1] - third
        case "late" | "end":
            return span[1] - third + timedelta(days=1), span[1]
        case _:
            return span


def _bounds(value: str, unit: Unit) -> tuple[date, date]:
    if unit == "D":
        day = date.fromisoformat(value[:10])
        return day, day
    if unit in ("W", "WE"):
        monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
        return monday + timedelta(days=5 if unit == "WE" else 0), monday + timedelta(days=6)
    years = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
    year = int(value[:4].ljust(4, "0"))
    if years:
        return date(year, 1, 1), date(year + years - 1, 12, 31)
    if unit == "SEASON":
        first, months = _SEASON_START[value[5:]], 3
    elif unit == "Q":
        first, months = int(value[6]) * 3 - 2, 3
    elif unit == "HALF":
        first, months = int(value[6]) * 6 - 5, 6
    else:
        first, months = int(value[5:7]), 1
    start = date(year, first, 1)
    return start, add_months(start, months) - timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day that many months on, or the month's last day where it has no such day."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def shift(day: date, count: int, unit: Unit) -> date:
    """The day that many units on (back, for a negative count)."""
    match unit:
        case "D":
            return day + timedelta(days=count)
        case "W" | "WE":
            return day + timedelta(weeks=count)
        case "M":
            return add_months(day, count)
        case "Q" | "SEASON":
            return add_months(day, 3 * count)
        case "HALF":
            return add_months(day, 6 * count)
        case "Y":
            return add_months(day, 12 * count)
        case "DE":
            return add_months(day, 120 * count)
        case "CE":
            return add_months(day, 1200 * count)
        case _:
            return day


def moved(value: str, count: int, unit: Unit) -> str | None:
    """A value moved by units, as precise as the coarser of the two: `2014` two years on is `2016`, 10 January 2022 two
    days on is 12 January; two days after `2014` cannot be told and is None."""
    have, span = unit_of(value), bounds(value)
    if have is None or span is None:
        return None
    order: tuple[Unit, ...] = ("D", "W", "WE", "M", "Q", "SEASON", "HALF", "Y", "DE", "CE")
    if order.index(have) > order.index(unit if unit in order else "D"):
        return None
    try:
        there = shift(span[0], count, unit)
    except (ValueError, OverflowError):
        return None
    if have == "Q" and unit == "Y":
        return value_at(there, "Q")
    return value_at(there, unit)


_LENGTH = re.compile(r"P(?:(\d{1,4})([DWMY])|T(\d{1,4})H)")


def reached(day: date, length: str, sign: int) -> tuple[date, date] | None:
    """The days from a day back (-1) or ahead (1) over a length of time: `P3M`, `PT48H`; None for a vague one."""
    match = _LENGTH.fullmatch(length)
    if match is None:
        return None
    count = -(-int(match[3]) // 24) if match[3] else int(match[1])
    units: dict[str, Unit] = {"D": "D", "W": "W", "M": "M", "Y": "Y"}
    try:
        there = shift(day, sign * count, units[match[2] or "D"])
    except (ValueError, OverflowError):
        return None
    return (there, day) if sign < 0 else (day, there)


def unknown(unit: Unit) -> str:
    """The value of one such unit when nothing tells which: `XXXX-WXX`."""
    shapes: dict[Unit, str] = {
        "W": "XXXX-WXX",
        "WE": "XXXX-WXX-WE",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
        "HALF": "XXXX-HX",
        "Y": "XXXX",
        "DE": "XXX",
        "CE": "XX",
        "SEASON": "XXXX",
    }
    return shapes.get(unit, "XXXX-XX-XX")


def in_words(value: str) -> str:
    """A calendar value as a reader would say it: `5 January 2022`, `the week of 10 January 2022`, `the 1990s`."""
    unit, span = unit_of(value), bounds(value)
    if unit is None or span is None:
        return value
    first = span[0]
    day = f"{first.day} {_MONTHS[first.month - 1]} {first.year}"
    match unit:
        case "D":
            time = value[11:]
            clock = "" if not time else f", {_PART[time]}" if time in _PART else f", {time}"
            return day + clock
        case "W":
            return f"the week of {day}"
        case "WE":
            return f"the weekend of {day}"
        case "M":
            return f"{_MONTHS[first.month - 1]} {first.year}"
        case "Q":
            return f"quarter {value[6]} of {value[:4]}"
        case "HALF":
            return f"{'first' if value[6] == '1' else 'second'} half of {value[:4]}"
        case "SEASON":
            return f"{_SEASON[value[5:]]} {value[:4]}"
        case "DE":
            return f"the {value}0s"
        case "CE":
            return f"the {value}00s"
        case _:
            return value


def weekday_name(number: int) -> str:
    """Name of an ISO weekday, 1 to 7."""
    return _WEEKDAYS[number - 1]
