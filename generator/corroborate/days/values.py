"""The days that the values and the words of times stand for."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from generator.lexicons import rows, table
from generator.model import TimeExpression

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_NO_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)(?:T|$)")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T|$)")
_THAT_DAY = re.compile(r"last night|this (?:morning|afternoon|evening)", re.I)
_WORD = re.compile(r"[^\W\d_]+")


def read(value: str, shift: int) -> tuple[date | None, tuple[int, ...]] | None:
    """The day of a time's value, so many days before it."""
    if match := _DAY.match(value):
        return date(*map(int, match.groups())) - timedelta(days=shift), ()
    match = _NO_YEAR.match(value) or _WEEKDAY.match(value)
    return (None, tuple(map(int, match.groups()))) if match and not shift else None


def length(number: str, unit: str) -> int:
    """How many days "three days" and "a week" are; 0 where it is no number."""
    count = "1" if number.lower() in ("a", "an") else table("number_words").get(number.lower(), number)
    return int(float(count)) * (7 if unit.lower().startswith("week") else 1) if count[:1].isdigit() else 0


def dated(time: TimeExpression) -> bool:
    """Whether a time is written with its month."""
    return any(w.casefold() in _months() for w in _WORD.findall(time.text))


@cache
def _months() -> frozenset[str]:
    return frozenset(row[0].casefold() for row in rows("months"))


def names_a_day(time: TimeExpression) -> bool:
    """Whether a time is given by its day, not by the clock alone."""
    if time.type not in ("DATE", "TIME") or read(time.value, 0) is None:
        return False
    named = any(w.casefold() in day_words() for w in _WORD.findall(time.text))
    return named or _THAT_DAY.match(time.text) is not None


@cache
def day_words() -> frozenset[str]:
    """The words by which a day is told: weekdays, months, "yesterday"."""
    return _months() | {*_weekdays(), "yesterday", "today", "tonight"}


def weekday(time: TimeExpression) -> int | None:
    """The number of the weekday that a time is written with, from 1 for Monday."""
    return next((_weekdays()[w] for w in _WORD.findall(time.text.casefold()) if w in _weekdays()), None)


@cache
def _weekdays() -> Mapping[str, int]:
    return {name.casefold(): int(number) for name, number in rows("weekdays")}
