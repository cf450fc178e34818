"""Months and seasons: the last, the coming, or that of the year beside them."""

from calendar import monthrange
from datetime import date
from functools import cache

from generator.calendar_dates import full_year
from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.rules import EDGE, PART, Rule, rule
from generator.extract.times.values import add_months, bounds, value_at
from generator.lexicons import rows, words


def other_year(hit: Hit, ctx: Context) -> int | None:
    """The year that `2021`, `last year` or `that year` after a month or quarter gives."""
    if written := hit.value("y"):
        return full_year(written)
    if hit.get("uw") and ctx.anchor.year:
        return ctx.anchor.year + {"l": -1, "P": -1, "V": -1, "N": 1, "C": 1}.get(hit.letter("uw"), 0)
    return None


def month(hit: Hit, ctx: Context) -> Reading | None:
    """`June`, `next March`, `December 2021`: a month, in the year meant."""
    number = int(hit.value("m"))
    if not _is_month(hit, ctx):
        return None
    if (year := other_year(hit, ctx)) is not None:
        return Reading("DATE", f"{year:04d}-{number:02d}", "the year stands beside it")
    today = ctx.anchor.day
    if today is None:
        year = ctx.anchor.year
        return Reading("DATE", f"{year or 'XXXX'}-{number:02d}", "" if year else "the article has no date")
    which, first = ctx.which(hit), today.replace(day=1)
    back, ahead = (today.month - number) % 12, (number - today.month) % 12
    if which in ("l", "P"):
        found, how = add_months(first, -(back or 12)), "the last one before"
    elif which in ("N", "C"):
        found, how = add_months(first, ahead or 12), "the next one after"
    elif which == "T":
        found, how = date(today.year, number, 1), "in the year of"
    elif which in ("F", "G") and (told := ctx.last_told("Y")) is not None and (span := bounds(told.value)):
        found = add_months(span[0].replace(day=1), (number - span[0].month) % 12)
        return Reading("DATE", value_at(found, "M"), f"after ‘{told.text}’")
    else:
        found, how = _nearest_month(hit, ctx, first, back, ahead)
    return Reading("DATE", value_at(found, "M"), f"{how} {ctx.anchor.name}")


def last_day(hit: Hit, ctx: Context) -> Reading | None:
    """`the last day of March`."""
    found = month(hit, ctx)
    if found is None or hit.value("day") != "D":
        return None
    year, number = found.value.split("-")
    last = monthrange(int(year) if year.isdigit() else 2023, int(number))[1]
    return Reading("DATE", f"{found.value}-{last}", found.how)


def _nearest_month(hit: Hit, ctx: Context, first: date, back: int, ahead: int) -> tuple[date, str]:
    """A bare month is the nearest one by the tense; without a tense, the nearest, and the past one of two as near."""
    if back == 0:
        return first, "the month of"
    towards = ctx.direction(hit)
    cue = f"with ‘{towards.cue}’, " if towards.cue else ""
    until = hit.before[-1].text.lower() if hit.before else ""
    due = (towards.sign > 0 and towards.direct) or (towards.timetable and ahead <= 4)
    due = due or (until in ("by", "until", "till") and ahead < 7)
    if due or (towards.sign > 0 and ahead <= SPAN_REACH * back):
        return add_months(first, ahead), f"{cue}the next one after"
    if back <= (10 if towards.sign < 0 else 8):
        return add_months(first, -back), f"{cue}the last one before"
    return add_months(first, ahead), f"{cue}the nearest one to"


def _is_month(hit: Hit, ctx: Context) -> bool:
    """`May` and `March` are months only where a word of time stands before, or the tagger holds them for a date."""
    piece = hit.get("m")
    if piece is None:
        return True
    led = bool(hit.before) and hit.before[-1].letter in "IRrObj"
    if len(hit.pieces) == 1 and not led and _first_name(hit, ctx):
        return False
    if piece.text.lower() not in words("doubtful_months"):
        return True
    if (len(hit.pieces) > 1 and ctx.which(hit) == hit.letter("which")) or led:
        following = ctx.tokens.at(hit.end + 1) if hit.text[hit.pieces[-1].end :][:1] == " " else None
        return not (following is not None and following.tag_ == "NNP" and following.is_title)
    token = ctx.tokens.at(hit.offset + piece.start)
    if token is not None and any(t.dep_ in ("det", "amod") for t in token.children):  # "the annual March for Life"
        return False
    if token is None or (token.dep_ == "nsubj" and token.head.lower_ in _reporting()):  # "May said"
        return False
    return token.ent_type_ == "DATE" and token.tag_ in ("NNP", "NN")


def _first_name(hit: Hit, ctx: Context) -> bool:
    """Whether a bare month is somebody's first name: "Jun Takeda", "August Wilson"."""
    following = ctx.tokens.at(hit.end + 1) if hit.text[hit.pieces[-1].end :][:1] == " " else None
    return following is not None and following.tag_ == "NNP" and following.is_title and following.ent_type_ != "DATE"


@cache
def _reporting() -> frozenset[str]:
    return frozenset(form for row in rows("reporting_verbs") for form in (row[0], *row[1].split()))


def season(hit: Hit, ctx: Context) -> Reading | None:
    """`this summer`, `the summer of 2021`, `last fall`."""
    name, which = hit.value("s"), hit.letter("which")
    piece = hit.get("s")
    token = ctx.tokens.at(hit.offset + piece.start) if piece else None
    if token is None or token.tag_.startswith("V"):
        return None
    falls = token.lower_ == "fall" and bool(hit.after) and hit.after[0].letter == "O"
    if falls and not hit.get("y"):  # "the fall of the city"
        return None
    if token.is_title and not token.is_sent_start and not hit.get("y"):  # "the Fall of Rome"
        return None
    if (year := other_year(hit, ctx)) is not None:
        return Reading("DATE", f"{year:04d}-{name}", "the year stands beside it")
    today = ctx.anchor.day
    if today is None:
        return Reading("DATE", f"{ctx.anchor.year or 'XXXX'}-{name}", "")
    spans = [(y, bounds(f"{y:04d}-{name}")) for y in range(today.year - 2, today.year + 2)]
    running = next((y for y, s in spans if s and s[0] <= today <= s[1]), None)
    since = bool(hit.before) and hit.before[-1].text.lower() == "since"
    sign = -1 if since else ctx.direction(hit).sign
    over = max(y for y, s in spans if s and s[1] < today)
    coming = min(y for y, s in spans if s and s[0] > today)
    if which in ("l", "P", "V"):
        year = over
    elif which in ("N", "C"):
        year = coming
    elif which == "T":
        year = running if running is not None else today.year
        if name == "WI" and running is None and today.month < 3:
            year = today.year - 1
    elif running is None and sign < 0:
        year = over
    else:
        year = nearest_span([s for _, s in spans if s], today, sign)[0].year
    return Reading("DATE", f"{year:04d}-{name}", f"seen from {ctx.anchor.name}")


# A month, season or quarter that the tense does not point to is taken all the same when it is this much nearer.
SPAN_REACH = 3.0


def nearest_span(spans: list[tuple[date, date]], today: date, sign: int) -> tuple[date, date]:
    """The stretch nearest to a day, 0 days away when it holds it; the tense decides where two are comparable."""

    def days(span: tuple[date, date]) -> int:
        return max((span[0] - today).days, (today - span[1]).days, 0)

    ranked = sorted(spans, key=lambda s: (days(s), s))
    best = ranked[0]
    if sign and days(best) and (best[0] - today).days * sign < 0:
        other = next((s for s in ranked if (s[0] - today).days * sign >= 0), best)
        return other if days(other) <= SPAN_REACH * days(best) else best
    return best


OF_YEAR = r"(?:O?D?Z?u?,?(?P<y>y)|[OI]?(?P<uw>[lNTV])u)?"


_MONTH_YEAR = r"(?:[O,]?(?P<y>y)|[OI]?(?P<uw>[lNTV])u)?"
RULES: tuple[Rule, ...] = (
    rule(r"D?l(?P<day>u)OD?(?P<m>m)" + _MONTH_YEAR, last_day),
    rule(PART + r"(?:D(?=[lNCVFP]))?(?P<which>[lNTCVFPG])?(?P<m>m)" + _MONTH_YEAR, month),
    rule(EDGE + r"(?:(?<=[DM])|(?P<which>[lNTCVFP]))(?P<s>s)" + OF_YEAR, season),
    rule(r"(?<=[IR])(?:(?P<mod>M))?(?P<s>s)" + OF_YEAR, season),
    rule(r"(?P<s>s)O?(?P<y>y)", season),
)
