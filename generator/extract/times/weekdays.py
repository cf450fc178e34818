"""Weekdays: the last or the coming one by tense, Thursday (20), Monday next week, a week ago Friday."""

from dataclasses import replace
from datetime import date, timedelta

from generator.calendar_dates import is_day
from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.rules import Rule, rule
from generator.extract.times.tense import MODALS, Direction
from generator.extract.times.values import add_months, day_of, in_words, weekday_name


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
    """`on Monday`, `last Friday`, `Thursday (20)`: the day meant, by the tense and the article's own day."""
    number, which = int(hit.value("w")), ctx.which(hit)
    written = hit.value("n") or hit.value("o")
    found, how = weekday_day(number, which, _towards(hit, ctx), ctx)
    if found is None:
        missing = "the article has no date" if ctx.anchor.day is None else "the text does not say after which day"
        return of_day(f"XXXX-WXX-{number}", hit, f"a weekday, and {missing}")
    if _is_title(hit, ctx):
        return None
    if (ordinal := hit.get("o")) and not ordinal.text[0].isdigit():
        return None
    if written:
        fitting = _numbered(number, int(written), found)
        if fitting is None:
            return None if hit.get("o") else of_day(found.isoformat(), hit, how)
        found, how = fitting, f"the nearest {weekday_name(number)} that is the {int(written)}th of a month"
    return of_day(found.isoformat(), hit, how)


def _towards(hit: Hit, ctx: Context) -> Direction:
    """The direction by tense; `late on Monday` is the hour at which news came, unless the verb itself looks ahead."""
    towards = ctx.direction(hit)
    beside = len(hit.before) > 1 and hit.before[-1].letter == "I" and hit.before[-2].letter == "M"
    if (hit.value("mod") or beside) and not MODALS & set(towards.cue.lower().split()):
        return replace(towards, sign=min(towards.sign, -1), timetable=False)
    return towards


def _is_title(hit: Hit, ctx: Context) -> bool:
    """Whether the weekday is part of a name: `the Sunday Times`, `Fox News Sunday`."""
    piece = hit.get("w")
    token = ctx.tokens.at(hit.offset + piece.start) if piece else None
    if token is None or hit.get("which") is not None:
        return False
    papered = bool(hit.before) and hit.before[-1].letter == "D" and token.dep_ == "compound"
    titled = papered and token.head.i == token.i + 1 and token.head.tag_.startswith("NNP")
    return titled or token.ent_type_ in _NAMES


_NAMES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "FAC"})


def weekdays_ago(hit: Hit, ctx: Context) -> Reading | None:
    """`two Sundays ago`."""
    count, number = ("1" if hit.letter("n") == "a" else hit.value("n")), int(hit.value("w"))
    if ctx.anchor.day is None or not count.isdigit():
        return None
    back = (ctx.anchor.day.isoweekday() - number) % 7 or 7
    found = ctx.anchor.day - timedelta(days=back, weeks=int(count) - 1)
    return Reading("DATE", found.isoformat(), f"counted in {weekday_name(number)}s back from {ctx.anchor.name}")


def _numbered(number: int, day: int, near: date) -> date | None:
    months = [add_months(near.replace(day=1), n) for n in range(-6, 7)]
    days = [m.replace(day=day) for m in months if is_day(m.year, m.month, day)]
    fitting = [d for d in days if d.isoweekday() == number]
    return min(fitting, key=lambda d: (abs((d - near).days), d)) if fitting else None


def of_day(value: str, hit: Hit, how: str) -> Reading:
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


_WHICH = r"(?:D?(?P<mod>[Mef])-?D?)?(?:D(?=[lNCVFP])|T(?=[PC]))?(?P<which>[lNTCVFGP])?"
RULES: tuple[Rule, ...] = (
    rule(_WHICH + r"(?P<w>w)(?:[(](?P<n>[no])[)]|,?D?(?P<o>o)|(?P<p>p))?", weekday),
    rule(r"D(?P<p>p)OD?(?P<which>[lN])?(?P<w>w)", weekday),
    rule(r"(?P<w>w)[OI]?(?P<uw>[lNTC])(?P<u>u)", weekday_of_week),
    rule(r"(?P<uw>[lNTC])(?P<u>u)'?(?P<w>w)", weekday_of_week),
    rule(r"(?P<n>[an])(?P<u>[uU])(?P<dir>[gR])(?P<w>w)", week_from_weekday),
    rule(r"(?P<n>[an])(?P<w>[wW])g", weekdays_ago),
)
