"""Days and times of day: dates written out, weekdays, yesterday, this morning, 10 p.m. Wednesday, Christmas Eve."""

import re
from dataclasses import replace
from datetime import date, timedelta

from generator.calendar_dates import CalendarDate, is_day
from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.rules import Rule, rule
from generator.extract.times.tense import Direction
from generator.extract.times.values import add_months, bounds, day_of, in_words, unit_of, weekday_name
from generator.lexicons import table
from generator.model import Span

# A day without a year is the one nearest to the article's date, unless the tense points the other way and that day
# is at most this many times as far.
_TENSE_REACH = 2.0


def nearest(candidates: list[date], today: date, sign: int) -> date:
    """The candidate nearest to a day; the tense decides where the distances are comparable."""
    ranked = sorted(candidates, key=lambda d: (abs((d - today).days), d))
    best = ranked[0]
    if sign and (best - today).days * sign < 0:
        other = next((d for d in ranked if (d - today).days * sign >= 0), None)
        if other is not None and abs((other - today).days) <= _TENSE_REACH * abs((best - today).days):
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
    found = nearest(candidates, today, towards.sign)
    side = "before" if found < today else "after" if found > today else "on the day of"
    return found.isoformat() + tail, f"{_after(towards, found, today)}the nearest one {side} {ctx.anchor.name}"


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


def weekday_day(number: int, which: str, towards: Direction, ctx: Context) -> tuple[date | None, str]:
    """The day a weekday names: the one `which` or the tense points to, the article's own weekday being its own day."""
    today, name = ctx.anchor.day, weekday_name(number)
    told = ctx.last_told("D") if which in ("F", "V", "G") else None
    start = (day_of(told.value) if told else None) or today
    if start is None or (which == "F" and told is None):
        return None, ""
    back, ahead = (start.isoweekday() - number) % 7, (number - start.isoweekday()) % 7
    article = in_words(start.isoformat()) if told else ctx.anchor.name
    if which in ("l", "P", "V"):
        return start - timedelta(days=back or 7), f"the last {name} before {article}"
    if which in ("N", "C", "F"):
        return start + timedelta(days=ahead or 7), f"the next {name} after {article}"
    if back == 0:
        return start, f"{ctx.anchor.name} appeared on a {name}"
    cue = f"with ‘{towards.cue}’, " if towards.cue else ""
    if towards.sign > 0 or towards.timetable or (which == "T" and towards.sign == 0):
        return start + timedelta(days=ahead), f"{cue}the next {name} after {article}"
    return start - timedelta(days=back), f"{cue}the last {name} before {article}"


def weekday(hit: Hit, ctx: Context) -> Reading | None:
    number, which = int(hit.value("w")), hit.letter("which")
    written = hit.value("n") or hit.value("o")
    found, how = weekday_day(number, which, ctx.direction(hit), ctx)
    if found is None:
        missing = "the article has no date" if ctx.anchor.day is None else "the text does not say after which day"
        return _of_day(f"XXXX-WXX-{number}", hit, f"a weekday, and {missing}")
    if (ordinal := hit.get("o")) and not ordinal.text[0].isdigit():
        return None
    if written:
        fitting = _numbered(number, int(written), found)
        if fitting is None:
            return None if hit.get("o") else _of_day(found.isoformat(), hit, how)
        found, how = fitting, f"the nearest {weekday_name(number)} that is the {int(written)}th of a month"
    return _of_day(found.isoformat(), hit, how)


def _numbered(number: int, day: int, near: date) -> date | None:
    months = [add_months(near.replace(day=1), n) for n in range(-6, 7)]
    days = [m.replace(day=day) for m in months if is_day(m.year, m.month, day)]
    fitting = [d for d in days if d.isoweekday() == number]
    return min(fitting, key=lambda d: (abs((d - near).days), d)) if fitting else None


def _of_day(value: str, hit: Hit, how: str) -> Reading:
    """A day with the part of day or the clock time that stands with it."""
    if time := hit.value("t"):
        return Reading("TIME", f"{value}T{time}", how)
    if part := hit.value("p"):
        return Reading("TIME", f"{value}T{part}", how)
    return Reading("DATE", value, how)


def weekday_of_week(hit: Hit, ctx: Context) -> Reading | None:
    """`Monday next week`, `Friday of last week`, `next week's Monday`."""
    today, number = ctx.anchor.day, int(hit.value("w"))
    if hit.value("u") != "W" or today is None:
        return None
    weeks = {"l": -1, "P": -1, "N": 1, "C": 1}.get(hit.letter("uw"), 0)
    found = today + timedelta(days=number - today.isoweekday(), weeks=weeks)
    return Reading("DATE", found.isoformat(), f"{weekday_name(number)} of that week, counted from {ctx.anchor.name}")


def week_from_weekday(hit: Hit, ctx: Context) -> Reading | None:
    """`a week ago Friday`, `two weeks from Monday`."""
    today, number = ctx.anchor.day, int(hit.value("w"))
    count = "1" if hit.letter("n") == "a" else hit.value("n")
    if today is None or hit.value("u") not in ("W", "FN") or not count.isdigit():
        return None
    weeks = int(count) * (2 if hit.value("u") == "FN" else 1)
    if hit.letter("dir") == "g":
        found = today - timedelta(days=(today.isoweekday() - number) % 7, weeks=weeks)
    else:
        found = today + timedelta(days=(number - today.isoweekday()) % 7, weeks=weeks)
    return Reading(
        "DATE", found.isoformat(), f"counted in weeks from the {weekday_name(number)} nearest {ctx.anchor.name}"
    )


def day_word(hit: Hit, ctx: Context) -> Reading | None:
    """`yesterday`, `late yesterday`, `tomorrow morning`, `the day before yesterday`, `last night`, `tonight`."""
    step = int(hit.value("day", "0")) + {"E": -1, "5": 1}.get(hit.letter("beside"), 0) - (hit.letter("which") == "l")
    part = "NI" if hit.get("tonight") else hit.value("p")
    if ctx.anchor.day is None:
        if step == 0 and not part and not hit.get("t"):
            return Reading("DATE", "PRESENT_REF", "the day of the article, which has no date")
        return _timed("XXXX-XX-XX", hit, part, "counted from the day of the article, which has no date")
    found = ctx.anchor.day + timedelta(days=step)
    names = {-2: "two days before", -1: "the day before", 0: "the day of", 1: "the day after", 2: "two days after"}
    reading = _timed(found.isoformat(), hit, part, f"{names[step]} {ctx.anchor.name}")
    return replace(reading, spoken=True)


def _timed(day: str, hit: Hit, part: str, how: str) -> Reading:
    if time := hit.value("t"):
        return Reading("TIME", f"{day}T{time}", how)
    return Reading("TIME", f"{day}T{part}", how) if part else Reading("DATE", day, how)


def told_part(hit: Hit, ctx: Context) -> Reading | None:
    """`the following morning`, `that night`: a part of the day told before, or of the next."""
    told = ctx.last_told("D")
    start = day_of(told.value) if told else ctx.anchor.day
    if start is None:
        return None
    step = {"F": 1, "N": 1, "V": -1}.get(hit.letter("which"), 0)
    found = start + timedelta(days=step)
    told_as = f"‘{told.text}’" if told else ctx.anchor.name
    return Reading("TIME", f"{found.isoformat()}T{hit.value('p')}", f"counted from {told_as}")


def part_alone(hit: Hit, ctx: Context) -> Reading | None:
    """`in the morning`, `by mid-afternoon`: of the day told in the same paragraph, else of the article."""
    if ctx.direction(hit).timetable:
        return None
    told = ctx.last_told("D", 0)
    day = (day_of(told.value) if told else None) or ctx.anchor.day
    if day is None:
        return None
    whose = f"‘{told.text}’" if told else ctx.anchor.name
    return Reading("TIME", f"{day.isoformat()}T{hit.value('p')}", f"on the day of {whose}")


def hour_of_part(hit: Hit, ctx: Context) -> Reading | None:
    """`4 in the morning`, `five o'clock this afternoon`."""
    hour, part = hit.value("n"), hit.value("p")
    if not hour.isdigit() or not 1 <= int(hour) <= 12 or not part:
        return None
    later = 12 if part in ("AF", "EV") or (part == "NI" and int(hour) > 5) else 0
    return _timed_today(f"{int(hour) % 12 + later:02d}:00", ctx)


def spelled(hit: Hit, ctx: Context) -> Reading | None:
    """`March eighth`, `Sunday, March the eighth`."""
    month, day = int(hit.value("m")), int(hit.value("o"))
    if (hit.after and hit.after[0].letter in "qQuU-") or not is_day(None, month, day):
        return None
    weekday_ = int(hit.value("w")) if hit.get("w") else None
    written = CalendarDate(Span(0, 0), "", f"XXXX-{month:02d}-{day:02d}", "day", weekday=weekday_)
    value, how = settle(written, hit, ctx)
    return Reading("DATE", value, how) if value else None


def clock_time(hit: Hit, ctx: Context) -> Reading | None:
    """A clock time, on the day that stands with it, or was told in the same sentence, or of the article."""
    time = hit.value("t")
    if piece := hit.get("d"):
        value, how = settle(piece.date, hit, ctx) if piece.date else (None, "")
        return Reading("TIME", f"{value[:10]}T{time}", how) if value and "T" not in value else None
    if hit.get("w"):
        return weekday(hit, ctx)
    if hit.get("day") or hit.get("p") or hit.get("tonight"):
        return day_word(hit, ctx) if not hit.get("p") else _timed_today(time, ctx)
    told = next((m for m in reversed(ctx.told) if unit_of(m.value) == "D"), None)
    if told is not None and told.sentence == ctx.sentence_at(hit.start):
        return Reading("TIME", f"{told.value[:10]}T{time}", f"on the day of ‘{told.text}’")
    if time == "24:00" and ctx.direction(hit).sign <= 0:
        time = "00:00"
    return _timed_today(time, ctx)


def _timed_today(time: str, ctx: Context) -> Reading:
    day = ctx.anchor.day.isoformat() if ctx.anchor.day else "XXXX-XX-XX"
    return Reading("TIME", f"{day}T{time}", f"on the day of {ctx.anchor.name}")


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


def holiday(hit: Hit, ctx: Context) -> Reading | None:
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


RULES: tuple[Rule, ...] = (
    rule(r"(?:D?(?P<mod>M)-?|(?P<edge>8)O)?(?P<date>d)(?:(?P<part>p)|,?O?(?P<uw>[lNT])u)?", explicit),
    rule(r"D(?P<part>p)OD?(?P<date>d)", explicit),
    rule(r"(?<=d[-r&])(?P<day>n)", day_of_told_month),
    rule(r"(?P<day>n)(?=(?P<ahead>[-r&])d)", day_of_told_month),
    rule(
        r"D?(?P<mod>[Mef])?-?(?:D|T(?=[PC]))?(?P<which>[lNTCVFGP])?(?P<w>w)(?:[(](?P<n>[no])[)]|,?D?(?P<o>o)|(?P<p>p))?",
        weekday,
    ),
    rule(r"D(?P<p>p)OD?(?P<which>[lN])?(?P<w>w)", weekday),
    rule(r"(?P<w>w)[OI]?(?P<uw>[lNTC])(?P<u>u)", weekday_of_week),
    rule(r"(?P<uw>[lNTC])(?P<u>u)'?(?P<w>w)", weekday_of_week),
    rule(r"(?P<n>[an])(?P<u>[uU])(?P<dir>[gR])(?P<w>w)", week_from_weekday),
    rule(r"(?P<mod>[Mef])?(?P<day>1)(?P<p>p)?", day_word),
    rule(r"Du(?P<beside>[E5])(?P<day>1)", day_word),
    rule(r"(?P<mod>[Mef])?(?P<which>[lT])(?P<p>p)", day_word),
    rule(r"(?P<mod>[Mef])?(?P<tonight>2)", day_word),
    rule(r"(?:D(?P<which>[FNV])|G)(?P<p>p)", told_part),
    rule(
        r"(?P<t>t)(?:,?I?(?:(?P<which>[lNTC])?(?P<w>w)(?:[(](?P<n>[no])[)])?|(?P<day>1)|(?P<d>d)|(?P<tonight>2)))?",
        clock_time,
    ),
    rule(r"(?P<t>t),?(?:T|ID)(?P<p>p)", clock_time),
    rule(r"(?P<n>n)K?(?:ID|T)(?P<p>p)", hour_of_part),
    rule(r"(?<=I)(?:DM?|M)-?(?P<p>p)", part_alone),
    rule(r"(?:(?P<w>w),?)?(?P<m>m)D?(?P<o>o)", spelled),
    rule(r"(?:(?P<which>[lNTC])?(?P<w>w)|(?P<day>1)|(?P<d>d)),?I?(?P<t>t)", clock_time),
    rule(r"(?<=[IRr]D)(?P<o>o)", ordinal_day),
    rule(r"(?P<which>[lNTC])?(?P<h>h)(?:,?(?P<y>y)|(?P<uw>[lNT])u)?", holiday),
)
