"""A softmax over candidates and nobody, fitted to choices, and how it does on choices left out of the fit."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

PENALTY = 0.5
TURNS = 40
SMALL = 1e-4  # a step that ends the fit
PARTS = 10  # parts of the collections that are left out in turn
UNMARKED = 3  # one in so many of the "he" and "she" that are not marked counts: most go back to others who are not
_LEAST = 1e-300  # keeps a choice without a right candidate from dividing by nothing


class Best(NamedTuple):
    """The best candidate of a choice: its score, its lead before the next, whether it is right, whether one is
    marked."""

    score: float
    lead: float
    right: bool
    marked: bool


class Choice(NamedTuple):
    """A pronoun or a phrase with its candidates: what speaks for each, and which are right."""

    collection: str
    family: str
    signs: list[dict[str, float]]
    right: list[int]
    marked: bool


class Table(NamedTuple):
    """Choices as numbers: the signs of all candidates, one below the other and nobody (without any) last of each
    choice; of which choice each is; where each choice begins; which candidates are right."""

    signs: NDArray[np.float64]
    of: NDArray[np.intp]
    begins: NDArray[np.intp]
    right: NDArray[np.float64]

    @classmethod
    def made(cls, rows: Sequence[Choice], names: Sequence[str]) -> "Table":
        """The table of some choices, of these signs alone."""
        signs = [[one.get(name, 0.0) for name in names] for row in rows for one in (*row.signs, {})]
        sizes = [len(row.signs) + 1 for row in rows]
        right = [
            float(k in row.right if k < len(row.signs) else not (row.marked and row.right))
            for row in rows
            for k in range(len(row.signs) + 1)
        ]
        begins = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.intp)
        of = np.repeat(np.arange(len(rows)), sizes)
        return cls(np.array(signs).reshape(len(right), len(names)), of, begins, np.array(right))

    def shares(self, weights: NDArray[np.float64], of_right: bool = False) -> NDArray[np.float64]:
        """How likely each candidate is among all of its choice, or among the right ones."""
        scores = self.signs @ weights
        scores -= np.maximum.reduceat(scores, self.begins)[self.of]
        odds = np.exp(scores) * (self.right if of_right else 1.0) + _LEAST
        shares: NDArray[np.float64] = odds / np.add.reduceat(odds, self.begins)[self.of]
        return shares


def fitted(rows: Sequence[Choice], names: Sequence[str], held: Mapping[str, float] = {}) -> NDArray[np.float64]:
    """The weights under which the right candidates are likeliest, drawn to 0 or to what they are `held` to.

    Newton's method: with the curvature of the softmax alone every step rises, and some ten are enough.
    """
    table = Table.made(rows, names)
    aim = np.array([held.get(name, 0.0) for name in names])
    weights = aim.copy()
    for _ in range(TURNS if rows else 0):
        likely = table.shares(weights)
        slope = table.signs.T @ (table.shares(weights, of_right=True) - likely) - 2 * PENALTY * (weights - aim)
        weighed = table.signs * likely[:, None]
        means = np.add.reduceat(weighed, table.begins)
        bend = table.signs.T @ weighed - means.T @ means + 2 * PENALTY * np.eye(len(names))
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < SMALL:
            break
    return weights


def thinned(rows: Sequence[Choice], family: str) -> list[Choice]:
    """The choices that count in a fit."""
    if family != "person":
        return list(rows)
    unmarked = [row for row in rows if not row.marked]
    return [row for row in rows if row.marked] + unmarked[::UNMARKED]


def best_of(row: Choice, names: Sequence[str], weights: NDArray[np.float64]) -> Best:
    """The best candidate under these weights."""
    scores = sorted(
        (sum(s.get(n, 0.0) * w for n, w in zip(names, weights, strict=True)), k) for k, s in enumerate(row.signs)
    )
    if not scores:
        return Best(-np.inf, 0.0, False, row.marked)
    lead = scores[-1][0] - scores[-2][0] if len(scores) > 1 else np.inf
    return Best(scores[-1][0], lead, scores[-1][1] in row.right, row.marked)


def counted(found: Sequence[Best], least: float = 0.0, lead: float = 0.2) -> Counter[str]:
    """How they do where the best must have a score and a lead: right, wrong, open, and linked though it means
    nobody."""
    out: Counter[str] = Counter()
    for one in found:
        linked = one.score > least and one.lead > lead
        if not one.marked:
            out["linked, means nobody" if linked and not one.right else "means nobody"] += 1
        else:
            out["open" if not linked else "right" if one.right else "wrong"] += 1
    return out


def left_out(rows: Sequence[Choice], family: str, names: Sequence[str]) -> list[Best]:
    """The best candidates of all choices, each under weights fitted without its collection and some others."""
    collections = sorted({row.collection for row in rows})
    found = []
    for turn in range(PARTS):
        out = frozenset(collections[turn::PARTS])
        weights = fitted(thinned([row for row in rows if row.collection not in out], family), names)
        found += [best_of(row, names, weights) for row in rows if row.collection in out]
    return found
