"""Lengths of time and repeated times: two days, the past three months, every Monday, twice a week."""

from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.rules import Rule, rule

# TIMEX3 designators of the units; TimeBank writes decades as years, as ISO 8601 has none.
_CLOCK_UNITS = {"S": "S", "MIN": "M", "H": "H"}
_SCALED = {"DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000), "FN": ("W", 2), "HALF": ("M", 6), "WE": ("WE", 1)}
_VAGUE = {"DE": "PXDE", "CE": "PXCE", "FN": "PXW", "ML": "PXML", "HALF": "PXM"}
_HALVES = {"Y": "6M", "D": "T12H", "H": "30M", "MIN": "30S"}
_MOST = 100_000


def length(count: str, unit: str, plus_half: bool = False) -> str:
    """The TIMEX3 value of so many units: `length("2", "W")` is `P2W`, `length("X", "H")` is `PTXH`."""
    if unit in _CLOCK_UNITS:
        half = plus_half or count.endswith(".5")
        return f"PT{count.removesuffix('.5')}{_CLOCK_UNITS[unit]}{_HALVES.get(unit, '') if half else ''}"
    if not count.replace(".", "").isdigit():
        return _VAGUE.get(unit, f"PX{unit}")
    if count.endswith(".5"):
        count, plus_half = count.removesuffix(".5"), True
    if plus_half and unit in _HALVES and count.isdigit():
        return f"P{count}{unit}{_HALVES[unit]}"
    letter, factor = ("M", 3) if unit == "Q" and count != "1" else _SCALED.get(unit, (unit, 1))
    if factor > 1 and "." not in count:
        whole = int(count) * factor + (factor // 2 if plus_half else 0)
        return f"P{whole}{letter}"
    return f"P{count}{'.5' if plus_half else ''}{letter}"


def duration(hit: Hit, ctx: Context) -> Reading | None:
    """`three days`, `the past two weeks`, `the first nine months`, `two and a half years`, `a five-year low`."""
    count = "1" if hit.letter("n") == "a" else hit.value("n")
    unit, which = hit.value("u"), hit.letter("which")
    following = hit.after[0] if hit.after else None
    if following is not None and following.letter in "0":
        return None
    if following is not None and following.letter == "-" and len(hit.after) > 1 and hit.after[1].letter == "0":
        return None
    if unit == "Q" and ((following is not None and following.letter == "O") or hit.letter("n") == "a"):
        return None
    if count.replace(".", "").isdigit() and float(count) > _MOST:
        return None
    if hit.value("n") == "X" and hit.before and hit.before[-1].text.lower() == "as":  # "in as many days"
        return None
    if hit.letter("n") == "a" and (reading := _per(hit, unit)):
        return reading
    if hit.letter("n") == "a" and unit in ("D", "S") and not hit.get("half") and not _measures(hit):
        return None
    if hit.text[hit.pieces[0].start : hit.pieces[-1].end].lower() == "one day" and not _measures(hit):
        return Reading("DATE", "FUTURE_REF", "some day to come") if ctx.direction(hit).sign > 0 else None
    named = hit.groups["u"][0]
    if named.text[0].isupper() and not ctx.headline and named is not hit.pieces[0]:  # "the Six-Day War"
        return None
    how = "a length of time"
    if which in ("l", "P", "B"):
        how = f"a length of time, counted back from {ctx.anchor.name}"
    elif which in ("N", "C"):
        how = f"a length of time, counted ahead from {ctx.anchor.name}"
    return Reading("DURATION", length(count, unit, bool(hit.get("half") or hit.get("tail"))), how)


def _measures(hit: Hit) -> bool:
    beside = bool(hit.after) and hit.after[0].letter in "E5"
    return beside or (bool(hit.before) and hit.before[-1].letter in "jIA") or hit.pieces[0].letter == "A"


def _per(hit: Hit, unit: str) -> Reading | None:
    """`$33 million a year`, `three times a week`, `24 hours a day`: what is repeated, not a length."""
    before = hit.before[-1] if hit.before else None
    if before is None or hit.get("half") or hit.pieces[0].letter == "A":
        return None
    amount = before.letter in "nUyQ%9" or before.text.lower() in ("percent", "million", "billion", "cents", "dollars")
    counted = len(hit.before) > 1 and hit.before[-2].letter == "n" and before.text.endswith("s")
    if amount or counted:
        return Reading("SET", length("1", unit), "once in each")
    return None


def blurred(hit: Hit, ctx: Context) -> Reading | None:
    """`for years`, `in recent weeks`, `the coming days`, `three or four months`."""
    unit, which = hit.value("u"), hit.letter("which")
    if hit.after and hit.after[0].letter == "0":  # "27 and 29 years old"
        return None
    how = "counted back from" if which and which in "BPl" else "counted ahead from"
    reason = f"no number is given, {how} {ctx.anchor.name}" if which else "no number is given"
    return Reading("DURATION", length("X", unit), reason)


def half_of(hit: Hit, ctx: Context) -> Reading | None:
    """`half an hour`, `half a century`."""
    values = {"H": "PT30M", "CE": "P50Y", "DE": "P5Y", "Y": "P6M", "D": "PT12H", "MIN": "PT30S", "M": "P2W"}
    value = values.get(hit.value("u"))
    return Reading("DURATION", value, "a length of time") if value else None


def long(hit: Hit, ctx: Context) -> Reading | None:
    """`a week-long strike`, `the three-year-long war`, `months-long`."""
    if hit.pieces[-1].text.lower() != "long":
        return None
    plural = hit.letter("u") in "UQ"
    count = hit.value("n") or ("X" if plural else "1")
    return Reading("DURATION", length(count, hit.value("u")), "a length of time")


def repeated(hit: Hit, ctx: Context) -> Reading | None:
    """`every day`, `each July`, `every two weeks`, `every other Monday`, `Mondays`."""
    if hit.get("w"):
        return Reading("SET", f"XXXX-WXX-{hit.value('w')}", "each of these weekdays")
    if hit.get("m"):
        return Reading("SET", f"XXXX-{int(hit.value('m')):02d}", "that month of each year")
    if hit.get("s"):
        return Reading("SET", f"XXXX-{hit.value('s')}", "that season of each year")
    if hit.get("p"):
        return Reading("SET", f"XXXX-XX-XXT{hit.value('p')}", "that part of each day")
    if hit.get("k"):
        return Reading("SET", "XXXX-WXX-WE", "each weekend")
    count = "2" if hit.get("x") else hit.value("n") or hit.value("o") or "1"
    return Reading("SET", length(count, hit.value("u")), "repeated")


def often(hit: Hit, ctx: Context) -> Reading | None:
    """`daily`, `weekly`: how often, as the word list has it."""
    return Reading("SET", hit.pieces[0].value, "repeated")


_WHICH = r"(?:[DT]?(?P<which>[lPNCVB])|D?o|D|T)?"
RULES: tuple[Rule, ...] = (
    rule(_WHICH + r"z?A?(?P<n>[an])(?P<half>&aH)?-?[z6P]?-?(?P<u>[uUqQkK])(?:(?P<tail>&aH)|(?:&z))?", duration),
    rule(r"A?(?P<n>[an])(?P<u>[uU])(?P<half>&aH)", duration),
    rule(r"(?:D?(?P<which>[lPNCVB]))?n[-r&]A?n-?(?P<u>[UQKu])", blurred),
    rule(r"D?(?P<which>[lPNCB])(?P<u>[UQK])", blurred),
    rule(r"(?<=[jIA])(?P<u>[UQK])", blurred),
    rule(r"(?<![D1eNlPnoyJTMLXF])(?P<u>U)(?=O)", blurred),
    rule(r"H-?a?-?(?P<u>u)", half_of),
    rule(r"aH-?(?P<u>u)", half_of),
    rule(r"(?P<n>n)?-?(?P<u>[uU])-z", long),
    rule(r"X(?:(?P<x>x)|(?P<o>o)|(?P<n>n))?-?(?:(?P<u>[uUqQ])|(?P<w>w)|(?P<m>m)|(?P<s>s)|(?P<p>p)|(?P<k>k))", repeated),
    rule(r"(?P<w>W)", repeated),
    rule(r"(?<=I)(?P<k>K)", repeated),
    rule(r"3", often),
)
