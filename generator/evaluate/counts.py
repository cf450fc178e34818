"""Counting what is found against what is annotated: one-to-one matching by overlap, precision, recall and F1."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple


class Pair(NamedTuple):
    """An index into what is annotated and one into what was found, with their overlap, 0 to 1."""

    gold: int
    found: int
    overlap: float


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were found, how many of them are right, and how many there are to find. `+` adds two articles."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is to find that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


def jaccard(a: Set[int], b: Set[int]) -> float:
    """Overlap over union of two sets of places, 0 to 1."""
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared) if shared else 0.0


def matched(gold: Sequence[Set[int]], found: Sequence[Set[int]]) -> list[Pair]:
    """What belongs together, each index in one pair only, the best overlap first."""
    pairs = [
        (overlap, -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found) if (overlap := jaccard(g, f)) > 0
    ]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    result = []
    for overlap, i, j in sorted(pairs, reverse=True):
        if -i not in taken_gold and -j not in taken_found:
            taken_gold.add(-i)
            taken_found.add(-j)
            result.append(Pair(-i, -j, overlap))
    return result
