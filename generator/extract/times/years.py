"""Months, seasons, quarters, halves, years, decades and centuries that are named or numbered."""

from datetime import date

from generator.calendar_dates import full_year
from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.rules import EDGE, Rule, rule
from generator.extract.times.values import add_months, bounds, unit_of, value_at
from generator.lexicons import words

_MONEY = frozenset(
    [
        "profit",
        "sales",
        "revenue",
        "revenues",
        "earnings",
        "net",
        "loss",
        "results",
        "income",
        "gdp",
        "growth",
        "dividend",
        "turnover",
    ]
)


def other_year(hit: Hit, ctx: Context) -> int | None:
    """The year that `2021`, `last year` or `that year` after a month or quarter gives."""
    if written := hit.value("y"):
        return full_year(written)
    if hit.get("uw") and ctx.anchor.year:
        return ctx.anchor.year + {"l": -1, "P": -1, "V": -1, "N": 1, "C": 1}.get(hit.letter("uw"), 0)
    return None


def month(hit: Hit, ctx: Context) -> Reading | None:
    number = int(hit.value("m"))
    if not _is_month(hit, ctx):
        return None
    if (year := other_year(hit, ctx)) is not None:
        return Reading("DATE", f"{year:04d}-{number:02d}", "the year stands beside it")
    today = ctx.anchor.day
    if today is None:
        year = ctx.anchor.year
        return Reading("DATE", f"{year or 'XXXX'}-{number:02d}", "" if year else "the article has no date")
    which, first = hit.letter("which"), today.replace(day=1)
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


def _nearest_month(hit: Hit, ctx: Context, first: date, back: int, ahead: int) -> tuple[date, str]:
    """A bare month is the nearest one by the tense; without a tense, the nearest, and the past one of two as near."""
    if back == 0:
        return first, "the month of"
    towards = ctx.direction(hit)
    cue = f"with ‘{towards.cue}’, " if towards.cue else ""
    until = hit.before[-1].text.lower() if hit.before else ""
    if (
        (towards.timetable and ahead <= 4)
        or (towards.sign > 0 and ahead <= _TENSE_REACH * back)
        or (until in ("by", "until", "till") and ahead < 7)
    ):
        return add_months(first, ahead), f"{cue}the next one after"
    if back <= (10 if towards.sign < 0 else 8):
        return add_months(first, -back), f"{cue}the last one before"
    return add_months(first, ahead), f"{cue}the nearest one to"


def _is_month(hit: Hit, ctx: Context) -> bool:
    """`May` and `March` are months only where a word of time stands before, or the tagger holds them for a date."""
    piece = hit.get("m")
    if piece is None or piece.text.lower() not in words("doubtful_months"):
        return True
    if len(hit.pieces) > 1 or (hit.before and hit.before[-1].letter in "IRrObj"):
        following = ctx.tokens.at(hit.end + 1)
        return not (following is not None and following.tag_ == "NNP" and following.is_title)
    token = ctx.tokens.at(hit.offset + piece.start)
    return token is not None and token.ent_type_ == "DATE" and token.tag_ in ("NNP", "NN")


def season(hit: Hit, ctx: Context) -> Reading | None:
    """`this summer`, `the summer of 2021`, `last fall`."""
    name, which = hit.value("s"), hit.letter("which")
    piece = hit.get("s")
    token = ctx.tokens.at(hit.offset + piece.start) if piece else None
    if token is None or token.tag_.startswith("V"):
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
    near = nearest_span([s for _, s in spans if s], today, ctx.direction(hit).sign)
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
    else:
        year = near[0].year
    return Reading("DATE", f"{year:04d}-{name}", f"seen from {ctx.anchor.name}")


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


# A month, season or quarter that the tense does not point to is taken all the same when it is this much nearer.
_TENSE_REACH = 3.0


def nearest_span(spans: list[tuple[date, date]], today: date, sign: int) -> tuple[date, date]:
    """The stretch nearest to a day, 0 days away when it holds it; the tense decides where two are comparable."""

    def days(span: tuple[date, date]) -> int:
        return max((span[0] - today).days, (today - span[1]).days, 0)

    ranked = sorted(spans, key=lambda s: (days(s), s))
    best = ranked[0]
    if sign and days(best) and (best[0] - today).days * sign < 0:
        other = next((s for s in ranked if (s[0] - today).days * sign >= 0), best)
        return other if days(other) <= _TENSE_REACH * days(best) else best
    return best


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


def year(hit: Hit, ctx: Context) -> Reading | None:
    piece = hit.get("y")
    if hit.get("count") is not None and hit.value("count") in ("2000", "2001"):
        return Reading("DATE", hit.value("count"), "as written")
    if piece is None or not _is_year(hit, ctx):
        return None
    return Reading("DATE", f"{full_year(piece.value):04d}", "as written")


def _is_year(hit: Hit, ctx: Context) -> bool:
    """A number from 1500 to 2099 is a year where the words around it say so: `in 2014`, `the 1996 campaign`."""
    piece = hit.get("y")
    if piece is None:
        return False
    before = hit.before[-1] if hit.before else None
    rest = hit.text[piece.end : piece.end + 2]
    if rest[:1] in ("%", "-", "/", ":") and not rest[1:].isalpha() and rest[:1] != "-":
        return False
    if before is not None and (before.letter in "$-" or before.text in "#/.:№") and before.end == piece.start:
        prefixed = before.letter == "-" and len(hit.before) > 1
        return prefixed and (hit.before[-2].letter in "yM" or hit.before[-2].text.lower() in ("post", "pre"))
    if piece.text[0] in "'’":
        return before is not None and before.letter in "IRrjms&"
    token = ctx.tokens.at(hit.offset + piece.start)
    following = ctx.tokens.at(hit.offset + piece.end + 1)
    counted = (
        following is not None and following.tag_ in ("NNS", "NNPS") and token is not None and token.head == following
    )
    if len(hit.pieces) > 1:
        return True
    if before is not None and before.text.lower() == "at":  # a house number
        return False
    if before is not None and before.letter == "D" and following is not None and following.tag_.startswith("NNP"):
        return True
    if token is not None and token.ent_type_ == "DATE":
        return not (counted and token.dep_ == "nummod" and not (before is not None and before.letter == "D"))
    if (
        before is not None
        and before.letter in "IRrbj"
        and before.text.lower() not in ("at", "for", "to", "on", "over", "or")
    ):
        return not counted and (following is None or following.tag_ not in ("NN", "NNS", "CD", "JJ", "NNP"))
    return (
        before is not None
        and before.letter in "&r"
        and len(hit.before) > 1
        and hit.before[-2].letter == "y"
        and not counted
    )


def decade(hit: Hit, ctx: Context) -> Reading | None:
    """`the 1990s`, `the mid-'80s`, `the seventies`; `FY2021`."""
    value = hit.value("Y")
    return Reading("DATE", value, "as written" if unit_of(value) else "")


def century(hit: Hit, ctx: Context) -> Reading | None:
    number = hit.value("o")
    if hit.value("u") != "CE" or not number.isdigit():
        return None
    return Reading(
        "DATE", f"{int(number) - 1:02d}", f"the {number}th century holds the years {int(number) - 1}01 to {number}00"
    )


_PART = r"(?:D?(?P<edge>8)OD?|D?(?P<mod>M)(?:-|ID?)?|(?P<cmp>[ef])(?:ID?)?)?"
_YEAR = r"(?:O?D?Z?u?,?(?P<y>y)|[OI]?(?P<uw>[lNTV])u)?"
RULES: tuple[Rule, ...] = (
    rule(EDGE + r"(?P<which>[lNTCVFPG])?-?(?P<m>m)" + r"(?:[O,]?(?P<y>y)|[OI]?(?P<uw>[lNTV])u)?", month),
    rule(EDGE + r"(?:(?<=[DM])|(?P<which>[lNTCVFP]))(?P<s>s)" + _YEAR, season),
    rule(r"(?<=I)(?:(?P<mod>M))?(?P<s>s)" + _YEAR, season),
    rule(r"(?P<s>s)O?(?P<y>y)", season),
    rule(EDGE + r"(?:Z-?)?(?:6)?(?P<o>o)-?(?:Z-?)?[qQ]" + _YEAR, quarter),
    rule(r"(?P<uw>[lNTV])u'(?P<o>o)-?[qQ]", quarter),
    rule(r"D?(?P<y>y)'?(?P<o>o)-?[qQ]", quarter),
    rule(r"(?P<v>v)" + _YEAR, quarter),
    rule(r"(?P<y>y)-?(?P<v>v)", quarter),
    rule(EDGE + r"(?:Z-?)?(?:(?P<o>o)|(?P<last>l))-?H(?:OD?Z?u?(?P<y>y)|OD?(?P<uw>[lNTV])u|OD(?P<u>u))?", half),
    rule(_PART + r"(?:Z-?)?(?:D?(?:Z-?)?u)?(?:Z-?)?(?P<y>y)", year),
    rule(r"Du(?P<count>n)", year),
    rule(EDGE + r"(?P<Y>Y)", decade),
    rule(EDGE + r"(?P<o>o)-?(?P<u>u)", century),
)
