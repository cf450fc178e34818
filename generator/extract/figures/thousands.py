"""Thousands written with a point, as much of the world has them: "1.300 soldiers"."""

import re
from dataclasses import replace

from generator.extract.figures.numerals import Numeral
from generator.extract.figures.units import unit_after, unit_before

# A number with three places behind the point, before a plain word; not before what is measured in parts of one.
_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_FULL = re.compile(r"[1-9]\d{0,2}\.\d00")
_PARTLY = re.compile(
    r"(?![ \u00a0][a-z])|[ \u00a0](?:points?|times|marks?|per|seconds?|in|on|at|to|and|or|from|by|of)\b"
)
_RATES = re.compile(r"\b(?:rate|ratio|index|average|mean|score|price|value)\b", re.I)
_SCORED = re.compile(r"[ \u00a0](?:points?|times|marks?|per|seconds?|metres?|meters?)\b|[-/:]|\.\d")


def in_thousands(text: str, numeral: Numeral) -> Numeral:
    """ "1.300 soldiers" are thirteen hundred, as much of the world writes it: things that are counted come whole."""
    if (
        numeral.value >= 1000
        or not _DOTTED.fullmatch(text, numeral.start, numeral.end)
        or (_PARTLY.match(text, numeral.end) and not _full(text, numeral))
    ):
        return numeral
    if unit_before(text, numeral.start) is not None or unit_after(text, numeral.end) is not None:
        return numeral
    return replace(numeral, value=round(numeral.value * 1000), grouped=True)


def _full(text: str, numeral: Numeral) -> bool:
    """ "The evacuated are 6.200 and more are to come": nobody writes two noughts at the end of a decimal."""
    measured = _RATES.search(text, max(0, numeral.start - 30), numeral.start) or _SCORED.match(text, numeral.end)
    return _FULL.fullmatch(text, numeral.start, numeral.end) is not None and measured is None


def range_in_thousands(text: str, first: Numeral, second: Numeral) -> tuple[Numeral, Numeral]:
    """ "Between 30.000 and 50.000 persons": both numbers of a range that counts."""
    if unit_before(text, first.start) is not None or not _DOTTED.fullmatch(text, first.start, first.end):
        return first, second
    counted = in_thousands(text, second)
    return (replace(first, value=round(first.value * 1000)), counted) if counted != second else (first, second)
