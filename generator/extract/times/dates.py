"""Dates that are written out: 6 January 2022, Jan. 6, March the eighth, the 20th, January 10 and 13."""

import re
from datetime import date, timedelta

from generator.calendar_dates import CalendarDate, is_day
from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.rules import Rule, rule
from generator.extract.times.tense import Direction
from generator.extract.times.values import (
    add_months,
    bounds,
    day_of,
    in_words,
    weekday_name,
)
from generator.lexicons import rows
from generator.model import Span

# A day without a year is the one nearest to the article's date, unless the tense points the other way and that day
# is at most this many times as far.
_DAY_REACH = 2.0


def nearest(candidates: list[date], today: date, sign: int) -> date:
    """The candidate nearest to a day; the tense decides where the distances are comparable."""
    ranked = sorted(candidates, key=lambda d: (abs((d - today).days), d))
    best = ranked[0]
    if sign and (best - today).days * sign < 0:
        other = next((d for d in ranked if (d - today).days * sign >= 0), None)
        if other is not None and abs((other - today).days) <= _DAY_REACH * abs((best - today).days):
            return other
    return best


# TIMEX3 times are local; the zone stays in the text.
_OFFSET = re.compile(r"(?<=T\d\d:\d\d)(?::\d\d)?[+-]\d\d:\d\d\Z")


def explicit(hit: Hit, ctx: Context) -> Reading | None:
    """A date written out, with or without its year."""
    piece = hit.get("date")
    if piece is None or piece.date is None:
        return None
    value, how = settle(piece.date, hit, ctx)
    if value is None:
        return None
    value = _OFFSET.sub("", value)
    if hit.get("uw") and ctx.anchor.year and piece.date.value.startswith("XXXX"):
        year = ctx.anchor.year + {"l": -1, "P": -1, "N": 1}.get(hit.letter("uw"), 0)
        value, how = f"{year:04d}{value[4:]}", "the year stands beside it"
    if part := hit.value("part"):
        return Reading("TIME", f"{value[:10]}T{part}", how)
    return Reading("TIME" if "T" in value else "DATE", value, how)


def settle(written: CalendarDate, hit: Hit, ctx: Context) -> tuple[str | None, str]:
    """The value of a written date: the year and the order of day and month that are missing come from the article."""
    if written.ambiguous_order:
        return _ordered(written, ctx)
    if not written.value.startswith("XXXX"):
        return written.value, "as written"
    month, day, tail = int(written.value[5:7]), int(written.value[8:10]), written.value[10:]
    today = ctx.anchor.day
    if today is None:
        if ctx.anchor.year and is_day(ctx.anchor.year, month, day):
            return f"{ctx.anchor.year}{written.value[4:]}", f"in the year of {ctx.anchor.name}"
        return written.value, "the year is not given, and the article has no date"
    years = [y for y in range(today.year - 4, today.year + 5) if is_day(y, month, day)]
    candidates = [date(y, month, day) for y in years]
    if written.weekday:
        fitting = [d for d in candidates if d.isoweekday() == written.weekday]
        close = [d for d in fitting if abs((d - today).days) < 400]
        if close:
            found = nearest(close, today, 0)
            return found.isoformat() + tail, f"that day was a {weekday_name(written.weekday)} in {found.year}"
    towards = ctx.direction(hit)
    if (remembered := _remembered(month, day, hit)) and remembered <= today:
        return remembered.isoformat() + tail, "the day is known by this name"
    story = ctx.story(hit) if towards.sign <= 0 else None
    began = day_of(story.value) if story else None
    if story and began and (told_on := _told_on(began, month, day)):
        return told_on.isoformat() + tail, f"told on from ‘{story.text}’"
    found = nearest(candidates, today, towards.sign)
    side = "the nearest one before" if found < today else "the nearest one after" if found > today else "the day of"
    return found.isoformat() + tail, f"{_after(towards, found, today)}{side} {ctx.anchor.name}"


# How far a story goes on without naming its year again.
_STORY = timedelta(days=60)


def _remembered(month: int, day: int, hit: Hit) -> date | None:
    """The day of `the Sept. 11 attacks`, whatever the year of the article."""
    following = re.match(r"\W?\s?(\w+)", hit.text[hit.pieces[-1].end : hit.pieces[-1].end + 20])
    for key, year, names in rows("remembered_days"):
        if key == f"{month:02d}-{day:02d}" and following and following[1].lower() in names.split():
            return date(int(year), month, day)
    return None


def _told_on(began: date, month: int, day: int) -> date | None:
    """The day in a story of other years that goes on by days: after "March 5, 1998", "March 7"."""
    days = [date(y, month, day) for y in (began.year, began.year + 1) if is_day(y, month, day)]
    return next((d for d in days if timedelta(0) <= d - began <= _STORY), None)


def _ordered(written: CalendarDate, ctx: Context) -> tuple[str | None, str]:
    """10/12/2019 without evidence of the order: the reading within a month of the article, else the year alone."""
    today = ctx.anchor.day
    if today is not None:
        days = [date.fromisoformat(r) for r in written.readings]
        close = [d for d in days if abs((d - today).days) <= 31]
        if len(close) == 1:
            return close[
                0
            ].isoformat(), f"day and month could change places; this reading is close to {ctx.anchor.name}"
    return written.value, f"day and month could change places: {' or '.join(in_words(r) for r in written.readings)}"


def _after(towards: Direction, found: date, today: date) -> str:
    agrees = towards.cue and (found - today).days * towards.sign > 0
    return f"with ‘{towards.cue}’, " if agrees else ""


def spelled(hit: Hit, ctx: Context) -> Reading | None:
    """`March eighth`, `Sunday, March the eighth`."""
    month, day = int(hit.value("m")), int(hit.value("o"))
    if (hit.after and hit.after[0].letter in "qQuU-") or not is_day(None, month, day):
        return None
    weekday_ = int(hit.value("w")) if hit.get("w") else None
    written = CalendarDate(Span(0, 0), "", f"XXXX-{month:02d}-{day:02d}", "day", weekday=weekday_)
    value, how = settle(written, hit, ctx)
    return Reading("DATE", value, how) if value else None


def day_of_told_month(hit: Hit, ctx: Context) -> Reading | None:
    """The second day of `January 10 and 13`, the first of `10 to 13 January`."""
    day = int(hit.value("day")) if hit.value("day").isdigit() else 0
    beside = hit.after[1] if hit.get("ahead") and len(hit.after) > 1 else None
    if hit.get("ahead"):
        if beside is None or beside.date is None:
            return None
        value, _ = settle(beside.date, hit, ctx)
    else:
        if hit.after and re.match(r"\w|[%$/:.]\d|-\w", hit.text[hit.pieces[-1].end : hit.pieces[-1].end + 3].lstrip()):
            following = ctx.tokens.at(hit.offset + hit.after[0].start)
            if following is not None and following.tag_ not in (
                "IN",
                "TO",
                "CC",
                "VBD",
                "VBZ",
                "VBP",
                "MD",
                "WDT",
                "RB",
            ):
                return None
        told = ctx.last_told("D", 0)
        value = told.value if told else None
    if value is None or len(value) < 10 or not is_day(None, int(value[5:7]), day):
        return None
    return Reading("DATE", f"{value[:8]}{day:02d}", "the month is that of the date beside it")


def ordinal_day(hit: Hit, ctx: Context) -> Reading | None:
    """`on the 20th`: in the month told last, or that of the article."""
    day = int(hit.value("o"))
    following = ctx.tokens.at(hit.end + 1)
    written = hit.pieces[-1].text
    if (
        not written[0].isdigit()
        or day > 31
        or (following is not None and following.tag_.startswith(("NN", "JJ", "VBG")))
    ):
        return None
    told = ctx.last_told("M", 0)
    today = ctx.anchor.day
    start = bounds(told.value) if told else (today, today) if today else None
    if start is None:
        return None
    months = [add_months(start[0].replace(day=1), n) for n in ((0,) if told else (-1, 0, 1))]
    days = [m.replace(day=day) for m in months if is_day(m.year, m.month, day)]
    if not days:
        return None
    found = nearest(days, start[0], ctx.direction(hit).sign)
    return Reading("DATE", found.isoformat(), f"in the month of {f'‘{told.text}’' if told else ctx.anchor.name}")


RULES: tuple[Rule, ...] = (
    rule(r"(?:D?(?P<mod>M)-?|(?P<edge>8)O)?(?P<date>d)(?:(?P<part>p)|,?O?(?P<uw>[lNT])u)?", explicit),
    rule(r"D(?P<part>p)OD?(?P<date>d)", explicit),
    rule(r"(?<=d[-r&])(?P<day>n)", day_of_told_month),
    rule(r"(?P<day>n)(?=(?P<ahead>[-r&])d)", day_of_told_month),
    rule(r"(?P<w>w),?(?P<m>m)D?(?P<o>o)", spelled),
    rule(r"(?P<m>m)D?(?P<o>o)", spelled),
    rule(r"(?<=[IRr]D)(?P<o>o)", ordinal_day),
)
