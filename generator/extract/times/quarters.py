"""Quarters and halves of a year, and what a company's results are compared with."""

from datetime import date

from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.months import OF_YEAR, nearest_span, other_year
from generator.extract.times.rules import EDGE, Rule, rule
from generator.extract.times.values import bounds, day_of, moved, shift, value_at
from generator.lexicons import words

_MONEY = words("money_results")


def quarter(hit: Hit, ctx: Context) -> Reading | None:
    """`the third quarter`, `Q3 2021`, `this year's second quarter`, `the fiscal first quarter`."""
    number = hit.value("o") or hit.value("v")
    if number not in ("1", "2", "3", "4"):
        return None
    if hit.letter("v") and hit.get("y") is None and hit.get("uw") is None and ctx.anchor.year is None:
        return None
    if (year := other_year(hit, ctx)) is not None:
        return Reading("DATE", f"{year:04d}-Q{number}", "the year stands beside it")
    today = ctx.anchor.day
    if today is None:
        return Reading("DATE", f"{ctx.anchor.year or 'XXXX'}-Q{number}", "")
    spans = [bounds(f"{y:04d}-Q{number}") for y in (today.year - 1, today.year, today.year + 1)]
    sign = ctx.direction(hit).sign
    fiscal = any(p.letter == "Z" for p in hit.pieces)
    # A fiscal quarter may lie anywhere in the calendar; its year is that of the article unless it is still to come.
    found = nearest_span([s for s in spans if s and (not fiscal or sign > 0 or s[0] <= today)], today, sign)
    how = "the last one before" if found[1] < today else "the next one after" if found[0] > today else "the one of"
    return Reading("DATE", value_at(found[0], "Q"), f"{how} {ctx.anchor.name}")


def half(hit: Hit, ctx: Context) -> Reading | None:
    """`the first half of 2021`; without a year only where money is spoken of: there are halves in football."""
    number = "2" if hit.get("last") else hit.value("o")
    if number not in ("1", "2"):
        return None
    if (year := other_year(hit, ctx)) is not None:
        return Reading("DATE", f"{year:04d}-H{number}", "the year stands beside it")
    sentence = {p.text.lower() for p in (*hit.before[-12:], *hit.after[:12])}
    if hit.get("u") is None and not sentence & _MONEY:
        return None
    today = ctx.anchor.day
    if today is None:
        return Reading("DATE", f"XXXX-H{number}", "")
    year = today.year
    if hit.get("u") is None and number == "2" and today.month < 4 and ctx.direction(hit).sign <= 0:
        year -= 1
    return Reading("DATE", f"{year:04d}-H{number}", f"seen from {ctx.anchor.name}")


def year_earlier(hit: Hit, ctx: Context) -> Reading | None:
    """`year-earlier`, `the year-ago quarter`, `the year-earlier period`."""
    if hit.value("u") != "Y":
        return None
    told = ctx.quarter_told()
    if written := hit.value("o"):
        year = int(told.value[:4]) - 1 if told else ctx.anchor.year - 1 if ctx.anchor.year else None
        how = "the same quarter of the year before"
        return Reading("DATE", f"{year}-Q{written}", how, derived=True) if year else None
    if told is not None:
        value = moved(told.value, -1, "Y") or "PAST_REF"
        return Reading("DATE", value, f"a year before ‘{told.text}’", derived=True)
    if ctx.anchor.year is None:
        return Reading("DATE", "PAST_REF", "counted from the article (it has no date)", derived=True)
    return Reading("DATE", f"{ctx.anchor.year - 1:04d}", f"the year before {ctx.anchor.name}", derived=True)


def latest_quarter(hit: Hit, ctx: Context) -> Reading | None:
    """`the quarter`, `the latest period`: the quarter told last, else the last one that is over."""
    if hit.text[hit.pieces[-1].end :][:1] == "-":  # "the quarter-final"
        return None
    told = ctx.quarter_told(6)
    if told is None and hit.value("u") == "Q" and (day := _ended(hit, ctx)):
        return Reading("DATE", value_at(day, "Q"), "the quarter that ends on the day beside it")
    if told is not None:
        return Reading("DATE", told.value, f"the quarter of ‘{told.text}’")
    money = {p.text.lower() for p in (*hit.before, *hit.after)} & _MONEY
    if hit.value("u") != "Q" or ctx.anchor.day is None or not money:  # the French Quarter is none
        return None
    return Reading(
        "DATE", value_at(shift(ctx.anchor.day, -1, "Q"), "Q"), f"the last full quarter before {ctx.anchor.name}"
    )


def _ended(hit: Hit, ctx: Context) -> date | None:
    """The day of `the quarter ended Sept. 30`."""
    if len(hit.after) < 2 or hit.after[0].text.lower() not in ("ended", "ending") or hit.after[1].date is None:
        return None
    value = hit.after[1].date.value
    year = ctx.anchor.year
    if value.startswith("XXXX") and year:
        value = f"{year}{value[4:]}"
    return day_of(value)


def quarter_of_year(hit: Hit, ctx: Context) -> Reading | None:
    """`the 1988 quarter`, `the 1988 period`: the quarter that the passage is about, in that year."""
    told = ctx.quarter_told()
    year = hit.value("y")
    if told is None:
        return Reading("DATE", year, "as written")
    return Reading("DATE", f"{year}{told.value[4:]}", f"the same quarter as ‘{told.text}’", derived=True)


def same_quarter(hit: Hit, ctx: Context) -> Reading | None:
    """`the same period last year`, `the quarter a year ago`."""
    told = ctx.quarter_told(6)
    if told is not None:
        value = moved(told.value, -1, "Y") or "PAST_REF"
        return Reading("DATE", value, f"a year before ‘{told.text}’", derived=True)
    if ctx.anchor.year is None:
        return None
    return Reading("DATE", f"{ctx.anchor.year - 1:04d}", f"the year before {ctx.anchor.name}", derived=True)


RULES: tuple[Rule, ...] = (
    rule(EDGE + r"(?:Z-?)?(?:6)?(?P<o>o)-?(?:Z-?)?[qQ]" + OF_YEAR, quarter),
    rule(r"(?P<uw>[lNTV])u'(?P<o>o)-?[qQ]", quarter),
    rule(r"D?(?P<y>y)'?(?P<o>o)-?[qQ]", quarter),
    rule(r"(?P<v>v)" + OF_YEAR, quarter),
    rule(r"(?P<y>y)-?(?P<v>v)", quarter),
    rule(EDGE + r"(?:Z-?)?(?:(?P<o>o)|(?P<last>l))-?H(?:OD?Z?u?(?P<y>y)|OD?(?P<uw>[lNTV])u|OD(?P<u>u))?", half),
    rule(r"DL(?P<u>[qc])", latest_quarter),
    rule(r"D?(?P<u>u)-(?P<dir>[eg])(?:-?(?:(?P<o>o)-?)?[qc])?", year_earlier),
    rule(r"D(?P<y>y)[qc]", quarter_of_year),
    rule(r"D?i?[qc](?:lu|au[ge])", same_quarter),
)
