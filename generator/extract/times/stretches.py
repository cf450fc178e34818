"""Stretches counted from the article or from a date told before: last week, the following day, two years later."""

from dataclasses import replace
from datetime import date

from generator.extract.times.context import Context, Hit, Mentioned, Reading
from generator.extract.times.lengths import length
from generator.extract.times.quarters import latest_quarter
from generator.extract.times.rules import EDGE, UNIT_NAMES, UNITS, Rule, rule
from generator.extract.times.values import (
    Unit,
    add_months,
    bounds,
    day_of,
    moved,
    shift,
    unit_of,
    unknown,
    value_at,
)

_STEPS = {"l": -1, "P": -1, "V": -1, "N": 1, "C": 1, "F": 1, "T": 0, "J": 0, "L": -1, "G": 0, "i": 0}


_NAMED = {-1: "the one before that of", 0: "that of", 1: "the one after that of"}


def stretch(hit: Hit, ctx: Context) -> Reading | None:
    """`last week`, `early next year`, `this month`, `the coming week`, `the current quarter`."""
    which, written = hit.letter("which"), hit.value("u")
    if written not in UNITS:
        return _length_of_one(hit, written) if which in "lPNC" and written in ("H", "MIN", "FN") else None
    unit, article = UNITS[written], hit.pieces[0].letter == "D"
    if which in "PlN" and unit in ("DE", "CE") and (which == "P" or article):
        return _past_length(hit, ctx, unit)
    if which in "FVGi" or (article and which == "N" and not _over(hit)) or (which == "N" and unit == "D"):
        return told_stretch(hit, ctx)
    if unit == "D":
        return Reading("DATE", "PRESENT_REF", "the present") if which in "TJ" else None
    return counted(ctx, _STEPS[which], unit)


def counted(ctx: Context, step: int, unit: Unit) -> Reading:
    """A stretch so many steps from that of the article: `last week` is -1 week."""
    today = ctx.anchor.day
    if today is None:
        year = ctx.anchor.year
        if year and unit in ("Y", "DE", "CE"):
            return Reading(
                "DATE", value_at(shift(date(year, 7, 1), step, unit), unit), f"counted from {ctx.anchor.name}"
            )
        return Reading("DATE", unknown(unit), "counted from the day of the article (it has no date)")
    if unit == "M":
        today = today.replace(day=1)
    name, side = UNIT_NAMES.get(unit, "stretch"), {-1: "before", 0: "of", 1: "after"}[step]
    return Reading("DATE", value_at(shift(today, step, unit), unit), f"the {name} {side} {ctx.anchor.name}")


def _over(hit: Hit) -> bool:
    """Whether a preposition of length stands before: `over the next year`, `in the last month`."""
    return bool(hit.before) and hit.before[-1].letter in "IjR" and hit.before[-1].text.lower() not in ("by", "at", "on")


def _past_length(hit: Hit, ctx: Context, unit: Unit) -> Reading:
    amount = "P10Y" if unit == "DE" else "P100Y"
    side = "ahead" if hit.letter("which") == "N" else "back"
    return Reading("DURATION", amount, f"a length of time, counted {side} from {ctx.anchor.name}")


def _length_of_one(hit: Hit, written: str) -> Reading:
    return Reading("DURATION", {"H": "PT1H", "MIN": "PT1M", "FN": "P2W"}[written], "a length of time")


def told_stretch(hit: Hit, ctx: Context) -> Reading | None:
    """`the following day`, `the same week`, `that year`: counted from the date told last."""
    written, which = hit.value("u"), hit.letter("which")
    if written not in UNITS:
        return None
    unit, step = UNITS[written], _STEPS.get(which, 0)
    told = ctx.last_told(unit) if unit != "Q" else ctx.quarter_told() or ctx.last_of("Q")
    if which == "G" and told is None:
        return None
    return from_told(told, step, unit, ctx)


def from_told(told: Mentioned | None, step: int, unit: Unit, ctx: Context) -> Reading | None:
    """A stretch so many steps from a date told before: `two weeks later`."""
    value = moved(told.value, step, unit) if told else None
    if told is not None and value is not None:
        return Reading("DATE", value, f"counted from ‘{told.text}’")
    if ctx.anchor.day is None:
        return Reading("DATE", unknown(unit), "counted from a date that the text does not give")
    if step > 0:
        return Reading("DATE", unknown(unit), "counted from a date that the text does not give")
    return Reading("DATE", value_at(shift(ctx.anchor.day, step, unit), unit), f"counted from {ctx.anchor.name}")


def ago(hit: Hit, ctx: Context) -> Reading | None:
    """`three days ago`, `two years later`, `a week earlier`, `five years from now`."""
    count = "1" if hit.letter("n") == "a" else hit.value("n", "X")
    written, way = hit.value("u"), hit.letter("dir")
    if way in ("e", "f"):
        return _beside_told(hit, ctx, count, written, 1 if way == "f" else -1)
    sign = -1 if way == "g" else 1
    reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if not count.isdigit() or written in ("S", "ML"):
        return Reading("DATE", reference, "no number is given")
    if written in ("H", "MIN"):
        day = ctx.anchor.day.isoformat() if ctx.anchor.day else reference
        return Reading("DATE", day, f"within the day of {ctx.anchor.name}, as far as the text tells")
    number, unit = (int(count) * 2, "W") if written == "FN" else (int(count), written)
    if ctx.anchor.day is None:
        return Reading("DATE", reference, "counted from the day of the article (it has no date)")
    if unit == "Y" and number == 1 and hit.get("half") is None and (told := ctx.quarter_told()):
        value = moved(told.value, -1, "Y")
        return Reading("DATE", value or reference, f"the same quarter a year before ‘{told.text}’", derived=True)
    try:
        found = shift(ctx.anchor.day, sign * number, UNITS[unit])
    except (ValueError, OverflowError):
        return Reading("DATE", reference, "too far away for the calendar")
    precision: Unit = "Y" if unit in ("DE", "CE") else UNITS[unit]
    if hit.get("half"):
        found, precision = add_months(found, sign * 6), "M"
    value = value_at(found, precision)
    return Reading("DATE", value, f"counted from {ctx.anchor.name}", derived=unit == "Y" and number == 1)


def _beside_told(hit: Hit, ctx: Context, count: str, written: str, sign: int) -> Reading | None:
    if not count.isdigit() or written not in UNITS:
        side = "before" if sign < 0 else "after"
        return Reading(
            "DURATION", length(count, written, hit.get("half") is not None), f"a length of time {side} what was told"
        )
    unit, number = UNITS[written], int(count)
    if unit == "Y" and number == 1 and sign < 0 and ctx.results_of == "year" and ctx.anchor.year:
        return Reading("DATE", f"{ctx.anchor.year - 1}", f"the year before {ctx.anchor.name}", derived=True)
    if unit == "Y" and number == 1 and sign < 0 and (quarter := ctx.quarter_told()):
        value = moved(quarter.value, -1, "Y") or "PAST_REF"
        return Reading("DATE", value, f"a year before ‘{quarter.text}’", derived=True)
    told = ctx.last_told(unit)
    if told is not None and unit == "W" and (day := day_of(told.value)):
        return Reading("DATE", shift(day, sign * number, "W").isoformat(), f"counted from ‘{told.text}’")
    if told is not None and unit == "Y" and unit_of(told.value) in ("M", "D") and number == 1 and sign < 0:
        return Reading("DATE", moved(told.value, -1, "Y") or "PAST_REF", f"counted from ‘{told.text}’")
    if told is None and sign > 0:
        return Reading("DATE", unknown(unit), "counted from a date that the text does not give")
    reading = from_told(told, sign * number, unit, ctx)
    return replace(reading, derived=unit == "Y" and number == 1 and sign < 0) if reading else None


def bare(hit: Hit, ctx: Context) -> Reading | None:
    """`for the week`, `later in the year`, `the end of the month`: the article's; `the quarter`: the one told last."""
    unit = UNITS.get(hit.value("u"))
    if unit is None or ctx.anchor.day is None:
        return None
    if unit == "D":
        told = ctx.last_told("D", 0)
        return from_told(told, 0, "D", ctx) if hit.get("cmp") else None
    following = hit.after[0].letter if hit.after else ""
    if unit == "Q":
        return latest_quarter(hit, ctx)
    if following == "O" or (hit.after and hit.after[0].text.lower() in ("that", "when", "to", "ended", "ending", "in")):
        return (
            Reading("DURATION", f"P1{unit}", "a length of time")
            if unit in ("Y", "M", "Q") and following != "O"
            else None
        )
    if unit == "WE":
        sign = ctx.direction(hit).sign
        return counted(ctx, 0 if sign > 0 or ctx.anchor.day.isoweekday() > 5 else -1, unit)
    return counted(ctx, 0, unit)


def whole_year(hit: Hit, ctx: Context) -> Reading | None:
    """`the fiscal year` is a length; `the full year` is that of the article."""
    if hit.value("u") == "Y":
        return Reading("DURATION", "P1Y", "a length of time")
    if hit.value("full") == "Y" and ctx.anchor.day:
        return counted(ctx, 0, "Y")
    return None


def year_end(hit: Hit, ctx: Context) -> Reading | None:
    """`year-end`, `year's end`."""
    unit = UNITS.get(hit.value("u"))
    if hit.value("edge") not in ("end", "start") or ctx.anchor.day is None or unit not in ("Y", "M", "Q"):
        return None
    return counted(ctx, 0, unit)


def beside_alone(hit: Hit, ctx: Context) -> Reading | None:
    """`the day before`, `the year after`, where nothing follows that it is counted from."""
    unit = UNITS.get(hit.value("u"))
    rest = hit.text[hit.pieces[-1].end :].lstrip()
    if unit is None or (rest and rest[0] not in ",.;:)"):
        return None
    return from_told(ctx.last_told(unit), -1 if hit.letter("beside") == "E" else 1, unit, ctx)


def count_beside(hit: Hit, ctx: Context) -> Reading | None:
    """`two months before`, where nothing follows that it is counted from."""
    rest = hit.text[hit.pieces[-1].end :].lstrip()
    if rest and rest[0] not in ",.;:)":
        return None
    count = "1" if hit.letter("n") == "a" else hit.value("n")
    return _beside_told(hit, ctx, count, hit.value("u"), -1 if hit.letter("beside") == "E" else 1)


def before_last(hit: Hit, ctx: Context) -> Reading | None:
    """`the week before last`, `the year after next`."""
    unit = UNITS.get(hit.value("u"))
    if unit is None or ctx.anchor.day is None:
        return None
    step, start = 2 if hit.get("after") else -2, ctx.anchor.day
    start = start.replace(day=1) if unit == "M" else start
    side = "after" if step > 0 else "before"
    return Reading(
        "DATE", value_at(shift(start, step, unit), unit), f"two {UNIT_NAMES[unit]}s {side} that of {ctx.anchor.name}"
    )


def week_of(hit: Hit, ctx: Context) -> Reading | None:
    """`the week of January 10`."""
    piece = hit.get("date")
    told = piece.date if piece else None
    if told is None or hit.value("u") != "W":
        return None
    year = ctx.anchor.year
    value = told.value.replace("XXXX", str(year)) if year else told.value
    day = bounds(value[:10])
    return Reading("DATE", value_at(day[0], "W"), "the week that holds that day") if day else None


RULES: tuple[Rule, ...] = (
    rule(EDGE + r"(?P<which>[lPNTCVFJGi])(?P<u>[uqk])", stretch),
    rule(r"A?(?P<n>[an])(?P<half>&aH)?-?(?P<u>[uUqQkK])-?(?P<dir>[gef])", ago),
    rule(r"(?P<u>[UQK])(?P<dir>[gef])", ago),
    rule(r"A?(?P<n>[an])(?P<u>[uUqQ])(?P<dir>R)(?=[!1])[!1]", ago),
    rule(r"(?:D?(?P<edge>8)OD|D?(?P<mod>M)ID|(?P<cmp>[ef])ID)(?P<u>[uqk])", bare),
    rule(r"(?<=[Ijr])D(?P<u>[uqk])", bare),
    rule(r"D(?P<u>[qk])", bare),
    rule(r"DZ(?P<u>u)|D6-?(?P<full>u)", whole_year),
    rule(EDGE + r"(?P<which>[lPNCTJLV])Z(?P<u>u)", stretch),
    rule(r"(?:D|T)?(?P<u>u)'?-?(?P<edge>8)", year_end),
    rule(r"D(?P<u>u)[O8](?P<date>d)", week_of),
    rule(r"D(?P<u>u)(?P<beside>[E5])", beside_alone),
    rule(r"A?(?P<n>[an])(?P<u>[uU])(?P<beside>[E5])", count_beside),
    rule(r"D(?P<u>u)(?:El|(?P<after>5)N)(?!w)", before_last),
)
