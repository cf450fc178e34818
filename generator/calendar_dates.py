"""Calendar dates and clock times written out in full, in any line of a page: `Jan. 6, 2022`, `21 Jan, 2022 | 3:41 pm`.

Pure text in, records out; nothing here knows when the article was written. What needs that (Wednesday, last week,
the year of `January 10`) is read in `generator.extract.times`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from generator.lexicons import any_of, table
from generator.model import Span

Precision = Literal["year", "month", "day", "minute", "second"]


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date as written. `value` is ISO 8601 to the precision that is certain: `2022-01`, `2022-01-06T16:00+05:30`.

    Without a year it begins with `XXXX-`. When day and month could change places (10/12/2019), `ambiguous_order` is
    True, `readings` holds both days, day first and month first, and `value` is the year alone. `zone` is the time zone
    as written; `value` carries its offset only where the abbreviation has one meaning (IST and CST have several).
    """

    span: Span
    text: str
    value: str
    precision: Precision
    has_time: bool = False
    zone: str | None = None
    weekday: int | None = None
    ambiguous_order: bool = False
    readings: tuple[str, ...] = ()


MONTHS = {name: int(number) for name, number in table("months").items()}
WEEKDAYS = {name: int(number) for name, number in table("weekdays").items()}
ZONES = table("time_zones")
_LOWER_MONTHS = {name.lower(): number for name, number in MONTHS.items()}
_LOWER_WEEKDAYS = {name.lower(): number for name, number in WEEKDAYS.items()}


def _names(names: dict[str, int]) -> str:
    """Names as titles or in capitals, the abbreviated ones with or without a full stop.

    Never in lower case: "may 5" and "march 10" are verbs more often than months.
    """
    both = {form: "" for name in names for form in (name, name.upper())}
    full = {n: "" for n in both if len(n) > 4 or n.title() in ("May", "June", "July")}
    short = {n: "" for n in both if n not in full}
    return rf"(?:{any_of(map(re.escape, full))}\b|{any_of(map(re.escape, short))}\b\.?)"


MONTH = _names(MONTHS)
WEEKDAY = _names(WEEKDAYS)
ZONE = rf"{any_of(map(re.escape, ZONES))}\b(?:[+-]\d{{1,2}})?|Z\b|[+-]\d\d:?\d\d\b"
CLOCK = (
    r"(?:(?P<h12>1[0-2]|0?[1-9])(?:[:.](?P<m12>[0-5]\d)(?:[:.](?P<s12>[0-5]\d))?)?"
    r"[ \u00a0\u202f]?(?P<half>[AaPp]\.?[Mm]\b\.?)"
    r"|(?P<h24>[01]?\d|2[0-3])[:h](?P<m24>[0-5]\d)(?:[:](?P<s24>[0-5]\d))?(?![\d:])"
    r"|(?P<hz>[01]\d|2[0-3])\.?(?P<mz>[0-5]\d)(?=(?:[ ]hours)?[ ](?:GMT|UTC|BST|CET|local[ ]time)\b))"
    rf"(?:[ ]?(?:hours|hrs)\b)?(?:[ ]local[ ]time\b)?(?:[ ]?\(?(?P<zone>{ZONE})\)?)?"
    r"(?:[ ]local[ ]time\b)?(?:[ ]\(\d{1,2}[:.]?\d\d[ ]?\w{2,4}\))?"
)
_CLOCK = re.compile(CLOCK)
_GAP = r"[ \t\u00a0\u202f]{1,3}"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
# "January 9, 20226:00 AM": pages glue the time to the year.
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?:(?![\d/]|[.,]\d)|(?=\d{1,2}:[0-5]\d))"
# Two digits only after a dash, a slash or an apostrophe: "on 5 January 22 people died".
_TAIL_YEAR = rf"(?:,?[ \t\u00a0\u202f]{{1,2}}(?:{_YEAR}|['’](?P<year2>\d\d)\b)|[-/](?P<year3>\d\d(?:\d\d)?)\b(?!/))"
_LEAD = rf"(?:(?P<weekday>{WEEKDAY}),?{_GAP}(?:the{_GAP})?)?"

_FORMS = tuple(
    # "10-12 February" is the one date that may begin after a dash.
    re.compile(rf"(?:(?<![\w/.,$£€-])|(?<=\b\d-)(?=\d\d?[ ][A-Z])|(?<=\b\d\d-)(?=\d\d?[ ][A-Z]))(?:{form})")
    for form in (
        r"(?P<year>1[5-9]\d\d|20\d\d)(?P<sep>[-/.])(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>[12]\d|3[01]|0[1-9])"
        r"(?:T(?P<iso>[0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:\.\d{1,9})?(?P<iso_zone>Z|[+-]\d\d:?\d\d)?)?(?![\d/-])",
        rf"{_LEAD}{_DAY}(?:{_GAP}of|\.(?= ))?[ \t\u00a0\u202f/-]{{1,2}}(?P<month>{MONTH}){_TAIL_YEAR}?",
        rf"{_LEAD}(?P<month>{MONTH})[ \t\u00a0\u202f-]{{1,2}}(?:the{_GAP})?{_DAY}(?:(?:,|{_GAP}|,{_GAP}){_YEAR})?",
        rf"(?P<month>{MONTH})(?:,|{_GAP}|,{_GAP}|-){_YEAR}",
        rf"{_LEAD}(?P<a>\d\d?)(?P<sep>[-/.])(?P<b>\d\d?)(?P=sep)(?P<year>1[5-9]\d\d|20\d\d|\d\d)(?![\d/-]|[.,:]\d)",
    )
)
_BEFORE = re.compile(rf"(?:{CLOCK})(?:,?{_GAP}(?:on{_GAP})?|{_GAP}[-–—|•·]{_GAP})\Z")
_AFTER = re.compile(
    rf"(?:,?{_GAP}(?:(?:at|kl\.?|um){_GAP}|@{_GAP}?)?|,?{_GAP}?[-–—|•·/]{_GAP}?|:{_GAP}|,)(?:{CLOCK})(?!\w)"
)
_REACH = 40
# What no match of a form is without: of digits and marks (0, 4), and of a month's name.
_NEEDED = tuple(map(re.compile, (r"\d[-/.]\d", MONTH, MONTH, MONTH, r"\d[-/.]\d")))
_DIGITS = re.compile(r"\d+")
# Characters; a written date has digits no farther than this from each other and from its ends, which are at the
# farthest in "Wednesday,   the   September  the   7th".
_NEAR_DIGITS = 40


@lru_cache(maxsize=1024)  # of the lines of a page, which several ask for
def find_dates(text: str, day_first: bool | None = None) -> tuple[CalendarDate, ...]:
    """Every calendar date that `text` writes out, with the clock time and zone that stand beside it, in text order.

    `day_first` settles 10/12/2019; None leaves it ambiguous unless the text's own dates decide (`order_of`).
    Dates that the calendar does not have (30 February) are left out.
    """
    found: list[CalendarDate] = []
    end = 0
    matches = sorted(_matches(text, *range(len(_FORMS))), key=lambda m: (m.start(), -m.end()))
    for match in matches:
        if match.start() < end:
            continue
        dated = _read(match, text, day_first)
        if dated is not None:
            found.append(dated)
        end = dated.span.end if dated else match.end()
    return tuple(found)


def _matches(text: str, *forms: int) -> Iterator[re.Match[str]]:
    """The matches of some of the forms; only what stands near digits is looked at."""
    near: list[tuple[int, int]] = []
    for digits in _DIGITS.finditer(text):
        begin, end = max(digits.start() - _NEAR_DIGITS, 0), digits.end() + _NEAR_DIGITS
        near.append((near.pop()[0], end) if near and begin <= near[-1][1] else (begin, end))
    for form in forms:
        for begin, end in near:
            if _NEEDED[form].search(text, begin, end):
                yield from _FORMS[form].finditer(text, begin, end)


# of a whole article, which several ask for
@lru_cache(maxsize=4)
def order_of(text: str) -> bool | None:
    """Whether the text's dates put the day before the month; None when they do not tell, or both orders occur.

    Evidence are numeric dates with a number above 12, then the way written dates go (6 January 2022, January 6, 2022).
    """
    numeric = {int(m["a"]) > 12 for m in _matches(text, 4) if max(int(m["a"]), int(m["b"])) in range(13, 32)}
    if numeric:
        return numeric.pop() if len(numeric) == 1 else None
    day_first, month_first = (sum(1 for _ in _matches(text, n)) for n in (1, 2))
    return day_first > month_first if bool(day_first) != bool(month_first) else None


def clock(match: re.Match[str]) -> str:
    """ISO time of a match of `CLOCK`, to the minute or the second: `15:41`, without zone."""
    hour, minute, second = (match[f"{part}12"] or match[f"{part}24"] if part != "h" else None for part in "hms")
    if match["half"]:
        hour = str(int(match["h12"]) % 12 + (12 if match["half"][0] in "Pp" else 0))
    else:
        hour, minute = match["h24"] or match["hz"], minute or match["mz"]
    return f"{int(hour):02d}:{minute or '00'}" + (f":{second}" if second else "")


def offset(zone: str | None) -> str:
    """Offset from UTC of a zone as written, "" where unknown or ambiguous: `GMT+3` and `+0300` are `+03:00`."""
    if not zone:
        return ""
    signed = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?", zone)
    if signed:
        return f"{signed[1]}{int(signed[2]):02d}:{signed[3] or '00'}"
    return "+00:00" if zone == "Z" else ZONES.get(zone, "")


def full_year(written: str, pivot: int = 50) -> int:
    """The year of `2022`, `'98` or `22`; two digits from `pivot` on belong to the twentieth century."""
    number = int(written.lstrip("'’"))
    return number if number > 99 else number + (1900 if number >= pivot else 2000)


def month_number(name: str) -> int:
    """1 for `January`, `jan` or `Jan.`; raises KeyError for a word that is no month."""
    return _LOWER_MONTHS[name.rstrip(".").lower()]


def weekday_number(name: str) -> int:
    """The number of a weekday's name or abbreviation, as in the word list; raises KeyError for any other word."""
    return _LOWER_WEEKDAYS[name.rstrip(".").lower()]


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has that day; without a year, whether any year has it."""
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def _read(match: re.Match[str], text: str, day_first: bool | None) -> CalendarDate | None:
    parts = match.groupdict()
    written = parts.get("year") or parts.get("year2") or parts.get("year3")
    year = full_year(written) if written else None
    readings: tuple[str, ...] = ()
    if "a" in parts:
        day_first = order_of(text) if day_first is None else day_first
        first, second = int(parts["a"]), int(parts["b"])
        pairs = [(second, first), (first, second)]
        days = [f"{year:04d}-{m:02d}-{d:02d}" for m, d in pairs if 1 <= m <= 12 and is_day(year, m, d)]
        dotted = parts["sep"] == "."  # 6.1.2022 is continental, day first; 1.2.30 is a version
        if not days or (dotted and len(parts["year"]) == 2):
            return None
        if not dotted and len(days) == 2 and first != second and day_first is None:
            value, readings = f"{year:04d}", tuple(days)
        else:
            value = days[-1] if day_first is False and not dotted else days[0]
    else:
        month = month_number(parts["month"]) if not parts["month"].isdigit() else int(parts["month"])
        day = int(parts["day"]) if parts.get("day") else None
        if day and not is_day(year, month, day):
            return None
        value = (f"{year:04d}" if year else "XXXX") + f"-{month:02d}" + (f"-{day:02d}" if day else "")
    start, end, time, zone = match.start(), match.end(), parts.get("iso"), parts.get("iso_zone")
    precision: Precision = "day" if len(value) == 10 else "month" if len(value) == 7 else "year"
    if time is None and (precision == "day" or readings):
        beside = _AFTER.match(text, end, end + _REACH) or _BEFORE.search(text[:start][-_REACH:])
        if beside:
            time, zone = clock(beside), beside["zone"]
            start, end = (start, beside.end()) if beside.pos == end else (start - (beside.end() - beside.start()), end)
    if time and precision == "day":
        value, precision = f"{value}T{time}{offset(zone)}", "second" if time.count(":") == 2 else "minute"
    weekday = weekday_number(parts["weekday"]) if parts.get("weekday") else None
    return CalendarDate(
        span=Span(start, end),
        text=text[start:end],
        value=value,
        precision=precision,
        has_time=time is not None,
        zone=zone,
        weekday=weekday,
        ambiguous_order=bool(readings),
        readings=readings,
    )
