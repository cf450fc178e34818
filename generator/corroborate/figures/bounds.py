"""What a figure's unit and bound leave open, on the scale of its dimension."""

import re
from functools import cache
from math import floor, inf, log10

from generator.lexicons import rows
from generator.model import FigureMention

# "Roughly 70,000" may stand for anything from 60,000 to 80,000; an exact number is given in full more or less. A fifth
# for both loses a planted conflict (some 180, about 250 passengers). A fifth for what is estimated, which somebody
# weighs or counts later, loses none of the marked collections; a tenth or a seventh sets one against such a count.
_ABOUT, _ESTIMATED, _ROUNDED = 0.15, 0.2, 0.005
# "Over 4,700 bottles" are not many more, nor "over 1,000" twice as many: they would be told as over 5,000,
# as over 2,000; "at least 4,700" may be any number.
_MORE_THAN = re.compile(r"(?:well |just |slightly |a little )?(?:over|more than|above|in excess of|upwards of)\b", re.I)
_LARGE, _STEPS = 100, 5


def base(unit: str) -> tuple[str, float]:
    """A unit's dimension and its factor to the dimension's base unit; an unknown unit is its own."""
    return _units().get(unit, (unit, 1.0))


@cache
def _units() -> dict[str, tuple[str, float]]:
    return {row[1]: (row[2], float(row[3])) for row in rows("units")}


def allowed(figure: FigureMention, factor: float = 1.0) -> tuple[float, float]:
    """The least and the greatest number a figure leaves open: "at least 40" no greatest, "about 40" 34 to 46,
    "over 1,000 bottles" 2,000."""
    low = (figure.low if figure.low is not None else figure.value) * factor
    high = (figure.high if figure.high is not None else figure.value) * factor
    if figure.bound == "at_least" and figure.high is None:
        grows = figure.unit == "count" and bool(figure.action)  # whom it befell are more with each count
        rounded = figure.value >= _LARGE and not grows and _MORE_THAN.match(figure.text) is not None
        return low * (1 - _ROUNDED), high + _more(figure.value) * factor if rounded else inf
    if figure.bound == "at_most" and figure.low is None:
        return 0.0, high * (1 + _ROUNDED)
    slack = _ROUNDED
    if figure.bound == "about" and figure.low is None:
        slack = _ESTIMATED if "estimate" in figure.text else _ABOUT
    return low * (1 - slack), high * (1 + slack)


def _more(value: float) -> float:
    """How many more "over" so many are at the most: some steps of what they are rounded to, one of the first digit."""
    step = 1.0
    while value >= step and value % (10 * step) == 0:
        step *= 10
    return min(_STEPS * step, 10.0 ** floor(log10(value)))
