"""Dates for readers: ISO 8601 and TIMEX3 values in words, and a key that puts them in order."""

import re
from datetime import date, timedelta
from functools import lru_cache

from generator.model import TimeRecord

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:?\d\d)?)?(?:T?(MO|AF|EV|NI|DT))?$")
_OF_NO_YEAR = re.compile(r"XXXX-(0[1-9]|1[0-2])-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_YEAR = re.compile(r"(\d{4})$")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])$")
_LENGTH = re.compile(r"P(?=.)((?:(?:\d+(?:\.\d+)?|X)[YMWD])*)(?:T((?:(?:\d+(?:\.\d+)?|X)[HMS])+))?$")
_PIECE = re.compile(r"([\d.]+|X)([A-Z])")
_EVERY = re.compile(r"XXXX-WXX-([1-7])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_VAGUE = {"PRESENT_REF": "the time of writing", "PAST_REF": "some time before", "FUTURE_REF": "some time to come"}
_PART = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter", "H1": "first half", "H2": "second half"}


def in_words(told: TimeRecord) -> str:
    """The value of a time expression in words; a weekday of no known week is no `every Tuesday`, unless it is a set."""
    every = _EVERY.match(told.value)
    return f"a {_WEEKDAYS[int(every[1]) - 1]}, which is open" if every and told.type != "SET" else readable(told.value)


@lru_cache(4096)
def readable(value: str | None) -> str:
    """The value in words: `2022-01-05` is `5 January 2022`; what is no calendar value comes back as it is.

    Weeks are ISO weeks and named by their Monday. None is `date open`.
    """
    if not value:
        return "date open"
    if found := _DAY.match(value):
        year, month, day, clock, zone, part = found.groups()
        if 1 <= int(month) <= 12:
            words = f"{int(day)} {MONTHS[int(month) - 1]} {year}"
            if clock:
                words += f", {clock}" + (f" UTC{'' if zone == 'Z' else zone}" if zone else "")
            return words + (f", {_PART[part]}" if part else "")
    if found := _OF_NO_YEAR.match(value):
        return f"{int(found[2])} {MONTHS[int(found[1]) - 1]}, year not told"
    if (found := _MONTH.match(value)) and 1 <= int(found[2]) <= 12:
        return f"{MONTHS[int(found[2]) - 1]} {found[1]}"
    if (found := _WEEK.match(value)) and (monday := _monday(found)):
        return f"{'weekend' if found[3] else 'week'} of {monday.day} {MONTHS[monday.month - 1]} {monday.year}"
    if found := _SEASON.match(value):
        return f"{_SEASONS.get(found[2], found[2])} {found[1]}"
    if found := _EVERY.match(value):
        return f"every {_WEEKDAYS[int(found[1]) - 1]}"
    if found := _LENGTH.match(value):
        pieces = [(n, _UNITS[u]) for n, u in _PIECE.findall(found[1])]
        pieces += [(n, _UNITS[f"T{u}"]) for n, u in _PIECE.findall(found[2] or "")]
        return " ".join(_length(n, unit) for n, unit in pieces)
    return _VAGUE.get(value, value)


def _length(number: str, unit: str) -> str:
    """A duration in words: `2 days`, `some weeks`."""
    if number == "X":
        return f"some {unit}s"
    return f"{number} {unit}{'' if number == '1' else 's'}"


def sort_key(value: str | None, earliest: str | None = None) -> str:
    """The first day a value covers as ISO text, for sorting; what has none comes last (`9999`)."""
    if earliest and re.match(r"\d{4}", earliest):
        return earliest
    if not value:
        return "9999"
    if (found := _WEEK.match(value)) and (monday := _monday(found)):
        return monday.isoformat()
    return value if re.match(r"\d{4}", value) else "9999"


def month_key(value: str | None, earliest: str | None = None, latest: str | None = None) -> str:
    """The month a value belongs to: `2022-01`, or `2022` where it says no more, or `open` where it has none.

    A value that is open belongs to a month when both its bounds do.
    """
    if value is None and earliest and latest and earliest[:7] == latest[:7]:
        value = earliest
    key = sort_key(value)
    if key == "9999":
        return "open"
    return key[:7] if _MONTH.match(key[:7]) else key[:4]


@lru_cache(4096)
def machine(value: str | None) -> str:
    """The value for a `datetime` attribute, which knows ISO days, times, weeks, months and years only; else empty."""
    if value and (_MONTH.match(value) or _YEAR.match(value) or re.fullmatch(r"\d{4}-W\d\d", value)):
        return value
    if value and (found := _DAY.match(value)) and not found[6]:
        return value
    return ""


def _monday(found: re.Match[str]) -> date | None:
    try:
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        return None
    return monday + timedelta(days=5) if found[3] else monday
