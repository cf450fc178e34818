"""Day words, parts of the day and clock times: yesterday, this morning, the following night, 10 p.m. Wednesday."""

from dataclasses import replace
from datetime import timedelta

from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.dates import settle
from generator.extract.times.rules import Rule, rule
from generator.extract.times.values import (
    day_of,
    unit_of,
)
from generator.extract.times.weekdays import weekday


def day_word(hit: Hit, ctx: Context) -> Reading | None:
    """`yesterday`, `late yesterday`, `tomorrow morning`, `the day before yesterday`, `last night`, `tonight`."""
    step = int(hit.value("day", "0")) + {"E": -1, "5": 1}.get(hit.letter("beside"), 0) - (hit.letter("which") == "l")
    part = "NI" if hit.get("tonight") else hit.value("p")
    if ctx.anchor.day is None:
        if step == 0 and not part and not hit.get("t"):
            return Reading("DATE", "PRESENT_REF", "the day of the article (it has no date)")
        return timed("XXXX-XX-XX", hit, part, "counted from the day of the article (it has no date)")
    found = ctx.anchor.day + timedelta(days=step)
    names = {-2: "two days before", -1: "the day before", 0: "the day of", 1: "the day after", 2: "two days after"}
    reading = timed(found.isoformat(), hit, part, f"{names[step]} {ctx.anchor.name}")
    return replace(reading, spoken=True)


def timed(day: str, hit: Hit, part: str, how: str) -> Reading:
    """A day with the clock time or the part of the day that stands beside it."""
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
    return timed_today(f"{int(hour) % 12 + later:02d}:00", ctx)


def clock_time(hit: Hit, ctx: Context) -> Reading | None:
    """A clock time, on the day that stands with it, or was told in the same sentence, or of the article."""
    time = hit.value("t")
    if piece := hit.get("d"):
        value, how = settle(piece.date, hit, ctx) if piece.date else (None, "")
        return Reading("TIME", f"{value[:10]}T{time}", how) if value and "T" not in value else None
    if hit.get("w"):
        return weekday(hit, ctx)
    if hit.get("day") or hit.get("p") or hit.get("tonight"):
        return day_word(hit, ctx) if not hit.get("p") else timed_today(time, ctx)
    told = next((m for m in reversed(ctx.told) if unit_of(m.value) == "D"), None)
    if told is not None and told.sentence == ctx.sentence_at(hit.start):
        return Reading("TIME", f"{told.value[:10]}T{time}", f"on the day of ‘{told.text}’")
    if time == "24:00" and ctx.direction(hit).sign <= 0:
        time = "00:00"
    return timed_today(time, ctx)


def timed_today(time: str, ctx: Context) -> Reading:
    """A clock time on the day of the article."""
    day = ctx.anchor.day.isoformat() if ctx.anchor.day else "XXXX-XX-XX"
    return Reading("TIME", f"{day}T{time}", f"on the day of {ctx.anchor.name}")


RULES: tuple[Rule, ...] = (
    rule(r"(?P<t>t)(?=[-r&]t,?I?(?:(?P<w>w)|(?P<day>1)|(?P<d>d)))", clock_time),
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
    rule(r"(?:(?P<which>[lNTC])?(?P<w>w)|(?P<day>1)|(?P<d>d)),?I?(?P<t>t)", clock_time),
)
