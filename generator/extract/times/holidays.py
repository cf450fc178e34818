"""Holidays whose day the calendar gives, by the rules of the word list."""

import re
from datetime import date, timedelta

from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.dates import nearest
from generator.extract.times.rules import Rule, rule
from generator.extract.times.values import (
    add_months,
)
from generator.lexicons import table


def holiday(hit: Hit, ctx: Context) -> Reading | None:
    """`Christmas Day 2021`, `last Easter`, `Labour Day`: a holiday of the list, in the year meant."""
    name, today = hit.value("h"), ctx.anchor.day
    if written := hit.value("y"):
        found = holiday_in(name, int(written))
        return Reading("DATE", found.isoformat(), f"{name} of that year")
    if today is None:
        rule_ = table("holidays")[name]
        value = f"XXXX-{rule_}" if re.fullmatch(r"\d\d-\d\d", rule_) else "XXXX-XX-XX"
        return Reading("DATE", value, "the article has no date, so the year is not known")
    if hit.get("uw"):
        year = today.year + {"l": -1, "P": -1, "N": 1}.get(hit.letter("uw"), 0)
        return Reading("DATE", holiday_in(name, year).isoformat(), f"{name} of {year}")
    candidates = [holiday_in(name, today.year + n) for n in (-1, 0, 1)]
    which = hit.letter("which")
    if which == "l":
        candidates = [d for d in candidates if d < today]
    elif which in ("N", "C"):
        candidates = [d for d in candidates if d > today]
    elif which == "T":
        candidates = [holiday_in(name, today.year)]
    found = nearest(candidates, today, ctx.direction(hit).sign)
    return Reading("DATE", found.isoformat(), f"the {name} nearest {ctx.anchor.name}")


def holiday_in(name: str, year: int) -> date:
    """The day of a holiday in a year, by its rule in the word list."""
    written = table("holidays")[name]
    if "easter" in written:
        return easter(year) + timedelta(days=int(written.removeprefix("easter")))
    if "/" not in written:
        return date(year, int(written[:2]), int(written[3:]))
    base, _, days = written.partition("+")
    month, nth, number = (int(part) for part in base.split("/"))
    if nth < 0:
        last = add_months(date(year, month, 1), 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - number) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(number - first.isoweekday()) % 7 + 7 * (nth - 1) + int(days or 0))


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


RULES: tuple[Rule, ...] = (rule(r"(?P<which>[lNTC])?(?P<h>h)(?:,?(?P<y>y)|(?P<uw>[lNT])u)?", holiday),)
