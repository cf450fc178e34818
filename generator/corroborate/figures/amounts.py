"""The numbers in what somebody said: whether two wordings contradict each other in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from generator.corroborate.figures.bounds import allowed, base
from generator.corroborate.figures.quantities import Quantity, counted
from generator.corroborate.wording import stem, wording
from generator.lexicons import rows
from generator.model import Evidence

# A tenth is what writers round away ("3,000" for 3,180) and what a conversion leaves ("60 miles" for 100 km).
_ROUNDED = 0.1
# Two articles of the same days in which one speaker says so much in the same words report one thing said.
_DAYS, _WORDS, _SHARE = 3, 3, 0.75


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a quotation: its kind (dimension, what is counted), unit, deed, and what it allows in base units."""

    kind: tuple[str, str]
    unit: str
    action: str
    value: float
    low: float
    high: float


def amounts(evidence: Evidence, quotation: int) -> tuple[Amount, ...]:
    """The numbers in a quotation that are of some kind; a bare "three" is of none."""
    found = []
    for figure in evidence.figures:
        if figure.quotation != quotation:
            continue
        dimension, factor = base(figure.unit)
        kind = (dimension, counted(figure))
        if kind != ("count", "") or figure.action:
            found.append(Amount(kind, figure.unit, figure.action, figure.value * factor, *allowed(figure, factor)))
    return tuple(found)


def contradict(one: Sequence[Amount], other: Sequence[Amount]) -> bool:
    """Whether each has a number that the other lacks, of one kind: "14 metres" and "9 metres"."""
    return any(
        _of_one_kind(a, b) and not any(_agree(a, c) for c in other) and not any(_agree(b, c) for c in one)
        for a in one
        for b in other
    )


def in_common(one: Sequence[Amount], other: Sequence[Amount]) -> int:
    """How many numbers of one have their like in the other."""
    return sum(any(_agree(a, b) for b in other) for a in one)


def _of_one_kind(one: Amount, other: Amount) -> bool:
    return one.kind == other.kind and (one.action == other.action or not one.action or not other.action)


def _agree(one: Amount, other: Amount) -> bool:
    dimension, unnamed = one.kind[0] == other.kind[0], not one.kind[1] or not other.kind[1]
    if not _of_one_kind(one, other) and not (dimension and unnamed):
        return False  # "40 cubic metres of water" may be "40 cubic metres"
    low, high = (one, other) if one.low <= other.low else (other, one)
    if high.low <= low.high * (1 if one.unit == other.unit else 1 + _ROUNDED):
        return True
    return may_round(one.value, other.value)


def may_round(one: float, other: float) -> bool:
    """Whether one number may be the other with fewer digits: 3,000 for 3,200."""
    near = abs(one - other) <= _ROUNDED * max(abs(one), abs(other))
    return near and digits(one) != digits(other)


def digits(value: float) -> int:
    """How many digits a number has before its zeros: two for 1,200."""
    return len(f"{value:.9g}".split("e")[0].replace(".", "").strip("0"))


def one_saying(one: Quantity, other: Quantity) -> bool:
    """Whether one speaker, in articles of the same days, says two numbers of one thing in otherwise the same words."""
    if not one.speaker or one.speaker != other.speaker or not one.published.meets(other.published, slack=_DAYS):
        return False
    if one.figure.subject.casefold() != other.figure.subject.casefold():
        return False
    first, second = without_numbers(one.said), without_numbers(other.said)
    common = len(first & second)
    return common >= _WORDS and common >= _SHARE * min(len(first), len(second))


@cache
def without_numbers(text: str) -> frozenset[str]:
    """The content stems of a text that are no numbers."""
    numbers = {stem(row[0]) for row in rows("number_words")}
    return frozenset(s for s in wording(text).content if s not in numbers and not any(c.isdigit() for c in s))
