"""Figures that a copy gives otherwise than its original does in the same sentence."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from generator.corroborate.figures.amounts import without_numbers
from generator.corroborate.figures.bounds import allowed, base
from generator.corroborate.figures.quantities import Quantity
from generator.model import Copies, Key

# A rewriter swaps up to two words in five: of what both sentences say, half is left.
_LEFT, _FEWEST = 0.5, 2
_CONVERTED = 1.1


def altered(found: Sequence[Quantity], copied: Sequence[Copies]) -> frozenset[tuple[Key, Key]]:
    """Pairs of figures, the smaller key first, that stand in one sentence of two copies of a text and differ.

    A copy tells of what its original tells of, so that its sentence is enough to know what a figure is of. Where a
    sentence is like several of the other text, nothing is said.
    """
    by_source: dict[str, list[Quantity]] = defaultdict(list)
    for one in found:
        by_source[one.key[0]].append(one)
    return frozenset(
        pair
        for group in copied
        for first, second in combinations(sorted(group.sources), 2)
        for pair in _between(by_source[first], by_source[second])
    )


def _between(first: Sequence[Quantity], second: Sequence[Quantity]) -> Iterator[tuple[Key, Key]]:
    for one in first:
        there = [q for q in second if _parallel(one, q)]
        if len(there) == 1 and len([q for q in first if _parallel(q, there[0])]) == 1 and _differ(one, there[0]):
            yield one.key, there[0].key


def _parallel(one: Quantity, other: Quantity) -> bool:
    kinds = [(q.dimension, q.counted, q.action, q.rate, q.long) for q in (one, other)]
    if kinds[0] != kinds[1]:
        return False
    first, second = without_numbers(one.sentence), without_numbers(other.sentence)
    common = len(first & second)
    return common >= _FEWEST and common >= _LEFT * len(first | second)


def _differ(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are not one, whatever their bounds: a copy has no reason to turn "over 50" into "over 70"."""
    low, high = sorted(_meant(q) for q in (one, other))
    return low[1] * (_CONVERTED if one.figure.unit != other.figure.unit else 1) < high[0]


def _meant(one: Quantity) -> tuple[float, float]:
    figure = one.figure if one.figure.bound == "about" else replace(one.figure, bound="exactly")
    return allowed(figure, base(figure.unit)[1])
