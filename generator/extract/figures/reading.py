"""From the text of a sentence to its quantities: numerals joined with currency, unit, bound and range."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from generator.extract.figures.numerals import Numeral, numerals
from generator.extract.figures.thousands import in_thousands
from generator.extract.figures.units import hedge_after, hedge_before, unit_after, unit_before
from generator.lexicons import words

_RANGE = re.compile(r"[ \u00a0]*(?P<sign>-|–|—|to|and|or)[ \u00a0]*(?:US)?[$£€]?", re.I)
_ONE_IN = re.compile(r"[ \u00a0](?:in|out of)(?: every)?[ \u00a0]")
_BETWEEN = re.compile(r"\b(?P<word>between|from)[ \u00a0]+(?:about |around |roughly )?$", re.I)
_CLOCK = re.compile(r"\d[:/]$|\d\.$")
_CODE = re.compile(r"(?:[A-Za-z]-|[#@/:+]|\d[-–])$")
_AFTER_CODE = re.compile(r"[:/]\d|[-–]\d|[@#]|-?(?:st|nd|rd|th)\b|['’]?s\b(?! )|[ \u00a0]?(?:a\.?m|p\.?m|GMT|UTC)\b")
_SPAN_OF_TIME = re.compile(
    r"[ \u00a0-](?:and a half[ \u00a0-])?(?:consecutive )?"
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|century|centuries|nights?)\b",
    re.I,
)
_WORD_BEFORE = re.compile(r"([A-Za-z]+\.?)[ \u00a0]$")
_AND_A_HALF = re.compile(r" and a half\b")
AGE = "year of age"
# "Stefan Todorov, 46, sat", "(44)", "aged 44", "aged 29 and 44"
_AGED = re.compile(r"\b[Aa]ged (?:just |only |about )?(?:\d+(?:, | and |, and ))*$")
# "Since the boy was 15", "when she was twelve": how old somebody was once
_WAS = re.compile(
    r"\b(?:since|when|until|before|after) (?:he|she|I|(?:the|my|his|her|our) \w+) (?:was|were) (?:\w+ly |just )?$", re.I
)
_ENDS = re.compile(r"[,.;:)”\"]|\s*$| (?:and|or)\b")
_AFTER_NAME = re.compile(r"[^\W\d_]{2,}(?:, | \()$")
# "10.05 Good morning": what a live page puts before what it tells.
_MINUTE = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d")
_LIST_NUMBER = re.compile(r"[.)](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity at `[start, end)` of the sentence text; the numeral with its currency and unit at `[core, end)`."""

    start: int
    core: int
    numeral_end: int
    end: int
    value: float
    unit: str = "count"
    bound: str = "exactly"
    low: float | None = None
    high: float | None = None
    digits: bool = True
    year_like: bool = False
    vague: bool = False


def readings(text: str, thousands: Collection[int] = ()) -> list[Reading]:
    """The quantities of a sentence, without knowing its grammar: what is a date or a name is sorted out later.

    At `thousands` begin the numbers whose point sets off thousands.
    """
    found: list[Reading] = []
    written = in_thousands(text, numerals(text), thousands)
    at = 0
    while at < len(written):
        first = written[at]
        second = written[at + 1] if at + 1 < len(written) else None
        if second is not None and (share := _one_in(text, first, second)):
            found.append(share)
            at += 2
            continue
        single = _single(text, first)
        if second is not None and (span := _range(text, first, second)):
            at += 2
            if span.value >= 0:
                found.append(span)
            continue
        if single is not None and second is not None and single.unit == "count" and _from_to(text, first, second):
            shared = _single(text, second)
            if shared is not None and shared.unit != "count" and second.value:
                value = _round(first.value * shared.value / second.value)
                single = replace(single, unit=shared.unit, value=value, year_like=False)
        if single is not None:
            found.append(single)
        at += 1
    return found


def _single(text: str, numeral: Numeral) -> Reading | None:
    before = unit_before(text, numeral.start)
    after = unit_after(text, numeral.end)
    core = before.start if before else numeral.start
    unit = before or after
    if unit is None and _is_age(text, numeral):
        return Reading(core, core, numeral.end, numeral.end, numeral.value, AGE)
    if unit is None and not _counts(text, numeral):
        return None
    if unit is None and _SPAN_OF_TIME.match(text, numeral.end):
        return None
    end = after.end if after and (before is None or after.name == before.name) else numeral.end
    half = _AND_A_HALF.match(text, end) if after and end == after.end else None
    name = "percent" if numeral.share else unit.name if unit else "count"
    reading = Reading(
        start=core,
        core=core,
        numeral_end=numeral.end,
        end=half.end() if half else end,
        value=_round((numeral.value + (0.5 if half else 0.0)) * (unit.factor if unit else 1.0)),
        unit=name,
        bound="at_least" if numeral.vague else "about" if numeral.share else "exactly",
        digits=numeral.digits,
        year_like=_year_like(numeral) and unit is None,
        vague=numeral.vague,
    )
    return _hedged(text, reading)


def _is_age(text: str, numeral: Numeral) -> bool:
    """ "Todorov, 46," or "aged 46", where what stands before the comma may still be no person's name."""
    if not numeral.digits or not 0 < numeral.value < 120:
        return False
    named = _AFTER_NAME.search(text, 0, numeral.start)
    set_off = named is not None and named.group()[0].isupper() and re.match(r"[,.)]", text[numeral.end :])
    return bool(set_off) or _AGED.search(text, 0, numeral.start) is not None


def _hedged(text: str, reading: Reading) -> Reading:
    before, after = hedge_before(text, reading.start), hedge_after(text, reading.end)
    if before is not None:
        # "as many as hundreds": the vague plural is no upper bound.
        bound = "about" if reading.vague and before.bound == "at_most" else before.bound
        if reading.vague and before.bound == "about":
            bound = "at_least"
        # "no more than about 40": the outer word bounds.
        outer = hedge_before(text, before.start)
        start, bound = (outer.start, outer.bound) if outer and outer.bound != "about" else (before.start, bound)
        return replace(reading, start=start, bound=bound, year_like=False)
    if after is not None:
        return replace(reading, end=after.end, bound=after.bound, year_like=False)
    return reading


def _round(value: float) -> float:
    return round(value, 6)


def _year_like(numeral: Numeral) -> bool:
    return numeral.digits and not numeral.grouped and 1500 <= numeral.value <= 2100 and numeral.end - numeral.start == 4


def _counts(text: str, numeral: Numeral, dash: bool = False) -> bool:
    """Whether a bare number may count something: not part of a code, a clock time, a list or a name.

    With `dash`, what follows is the dash of a range and tells nothing."""
    before, after = text[: numeral.start], text[numeral.end :]
    if _CODE.search(before) or _CLOCK.search(before) or (_WAS.search(before) and _ENDS.match(after)):
        return False
    if not dash and _AFTER_CODE.match(after):
        return False
    if before.endswith(("(", "[")) and after.startswith((")", "]")):
        return False
    if not before.strip() and (_LIST_NUMBER.match(after) or _MINUTE.fullmatch(text, numeral.start, numeral.end)):
        return False
    if numeral.digits and before.endswith((", ", "(")) and re.match(r"[,)]", after) and numeral.value < 120:
        return False
    word = _WORD_BEFORE.search(before)
    if word and numeral.digits and not numeral.grouped and numeral.value < 10000:
        return word.group(1).lower() not in words("figure_designators")
    return True


def _one_in(text: str, first: Numeral, second: Numeral) -> Reading | None:
    """ "one in five", "seven out of ten": a share in percent."""
    gap = text[first.end : second.start]
    if not _ONE_IN.fullmatch(gap) or not 0 < first.value < second.value <= 1000:
        return None
    if first.digits and "out of" not in gap and (second.value > 100 or _SPAN_OF_TIME.match(text, second.end)):
        return None
    value = _round(100 * first.value / second.value)
    return _hedged(text, Reading(first.start, first.start, second.end, second.end, value, "percent", digits=False))


def _range(text: str, first: Numeral, second: Numeral) -> Reading | None:
    """ "70,000 to 100,000", "between 2 and 3 million", "$1-2bn"; value -1 for a score ("3-1"), None for no range."""
    unit_first = unit_after(text, first.end)
    match = _RANGE.fullmatch(text, unit_first.end if unit_first else first.end, second.start)
    if match is None or second.vague or first.vague:
        return None
    sign = match["sign"].lower()
    between = _BETWEEN.search(text[: (unit_before(text, first.start) or first).start])
    opener = between["word"].lower() if between else ""
    low, high = first.value, second.value
    whole = _single(text, second)
    head = unit_before(text, first.start)
    if low < high and low < 1000 <= high and _scaled(text, second):
        low *= _scaled(text, second)
    dash = sign in "-–—"
    if dash and unit_first is None and head is None and unit_after(text, second.end) is None and low >= high:
        return Reading(first.start, first.start, second.end, second.end, -1.0)
    if dash and (_CODE.search(text[: first.start]) or _AFTER_CODE.match(text[second.end :])):
        return Reading(first.start, first.start, second.end, second.end, -1.0)
    changed = _WORD_BEFORE.search(text[: head.start if head else first.start])
    moved = changed is not None and changed.group(1).lower() in words("measure_verbs") and low < high / 2
    # "Oil rose $2 to $85": the change, and what it came to.
    if low >= high or (sign == "and" and opener != "between") or (sign == "to" and (opener == "from" or moved)):
        return None
    if sign == "or" and high > 2 * low:
        return None
    unit = whole.unit if whole else "count"
    if head is not None:
        unit = head.name
    end = whole.end if whole else second.end
    if unit == "count" and (not _counts(text, first, dash) or _SPAN_OF_TIME.match(text, second.end)):
        return Reading(first.start, first.start, second.end, second.end, -1.0)
    if dash and _year_like(first) and unit == "count":
        return Reading(first.start, first.start, second.end, second.end, -1.0)
    core = head.start if head else first.start
    factor = (whole.value / second.value) if whole and second.value else 1.0
    low, high = _round(low * factor), _round(high * factor)
    start = between.start() if between else core
    return Reading(start, core, second.end, end, low, unit, "about", low, high, digits=first.digits)


def _from_to(text: str, first: Numeral, second: Numeral) -> bool:
    """ "rose from 5 to 7 percent": two figures, and the unit of the second is that of both."""
    opener = _BETWEEN.search(text[: first.start])
    return opener is not None and opener["word"].lower() == "from" and text[first.end : second.start].strip() == "to"


def _scaled(text: str, numeral: Numeral) -> float:
    """The scale a numeral ends in ("3 million" 1000000), which a range's first number shares ("2 to 3 million")."""
    tail = text[numeral.start : numeral.end].lower()
    for scale, forms in (
        (1e12, ("trillion", "tn")),
        (1e9, ("billion", "bn")),
        (1e6, ("million", "mn", "m")),
        (1e3, ("thousand", "k")),
    ):
        if tail.endswith(forms):
            return scale
    return 0.0
