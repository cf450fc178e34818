"""Figures of one kind are compared by the weeks of their articles; too many numbers are of several things."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from generator.corroborate.figures.alike import _periods, told_alike
from generator.corroborate.figures.conflicting import _of_several_things
from generator.corroborate.figures.quantities import Quantity
from generator.corroborate.figures.things import WIDELY_APART, apart
from generator.corroborate.windows import ANY, Window
from generator.model import FigureMention, Key, Span
from generator.remembered import NOTHING
from tests.test_aligned import of_texts
from tests.test_retellings import NAMED, OTHER

FIRST = date(2025, 3, 4)


def figures(*days: int | None) -> Mapping[Key, Quantity]:
    """A number of people held by one state for each day on which an article appeared; None for one without its day."""
    return {(f"article-{number}", 0): _figure((f"article-{number}", 0), day, number) for number, day in enumerate(days)}


def _figure(key: Key, day: int | None, number: int, action: str = "detained") -> Quantity:
    when = None if day is None else FIRST + timedelta(day)
    return Quantity(
        key=key,
        figure=FigureMention(span=Span(0, 1), text="5", value=5.0 + number, unit="count", what="fishermen"),
        dimension="count",
        counted="fisherm",
        action=action,
        low=5.0 + number,
        high=5.0 + number,
        holder="varnhem",
        place="",
        when=ANY,
        published=ANY if when is None else Window(when, when),
        names=frozenset({"varnhem"}),
        events=frozenset(),
        here=frozenset(),
        rate="",
        ahead=False,
    )


def compared(found: Mapping[Key, Quantity]) -> Counter[tuple[Key, Key]]:
    """How often two figures are to be compared: each of the first of a period with all behind it."""
    pairs = Counter[tuple[Key, Key]]()
    for keys, number in _periods(sorted(found), found):
        pairs.update((a, b) if a < b else (b, a) for a, b in combinations(keys, 2) if {a, b} & {*keys[:number]})
    return pairs


@pytest.mark.parametrize(
    "days",
    [
        (0, 1, 2),
        tuple(range(0, 120, 7)),
        (0, WIDELY_APART, WIDELY_APART + 1, 2 * WIDELY_APART, 2 * WIDELY_APART + 2),
        (90, 0, 60, 30, 15),
        (0, 0, 400, 400, 800),
    ],
)
def test_figures_of_the_same_weeks_are_compared_once(days: Sequence[int]) -> None:
    found = figures(*days)
    pairs = compared(found)
    near = {(a, b) for a, b in combinations(sorted(found), 2) if _days_apart(found, a, b) <= WIDELY_APART}
    assert near <= pairs.keys()
    assert set(pairs.values()) <= {1}
    assert all(_days_apart(found, a, b) < 2 * (WIDELY_APART + 1) for a, b in pairs)


def test_a_figure_without_its_day_is_compared_with_all() -> None:
    found = figures(0, 500, None, 1000)
    assert set(compared(found)) == set(combinations(sorted(found), 2))


def test_figures_of_one_holder_and_deed_are_tied_within_the_weeks_only() -> None:
    found = figures(0, 20, 45, 300)
    tied = {(int(a[0][-1]), int(b[0][-1])) for a, b in told_alike(found, NOTHING)}
    assert tied == {(0, 1), (1, 2)}


@pytest.mark.parametrize(
    ("action", "told", "several"),
    [
        # an article that gives several numbers, and there are four of them
        ("", {"one": (1, 2), "two": (3,), "three": (4,)}, True),
        # who was held is counted again and again
        ("detained", {"one": (1, 2), "two": (3,), "three": (4,)}, False),
        # three numbers, and one in each article
        ("", {"one": (1, 2), "two": (3,)}, False),
        ("", {"one": (1,), "two": (2,), "three": (3,), "four": (4,)}, False),
        ("", {"one": (1, 1), "two": (2,), "three": (3,), "four": (4,)}, False),
    ],
)
def test_many_numbers_of_which_one_article_gives_several_are_of_several_things(
    action: str, told: Mapping[str, Sequence[int]], several: bool
) -> None:
    members = [_figure((source, at), 0, n, action) for source, many in told.items() for at, n in enumerate(many)]
    assert _of_several_things(members) is several


def _days_apart(found: Mapping[Key, Quantity], one: Key, other: Key) -> int:
    first, second = (found[key].published.day for key in (one, other))
    assert first is not None
    assert second is not None
    return abs((first - second).days)


def test_numbers_a_hundred_times_apart_are_of_two_things() -> None:
    one = replace(_figure(("a", 0), 0, 0), low=40.0, high=40.0)
    many = {at: replace(_figure(("b", 0), 0, 0), low=at, high=at) for at in (400.0, 9_000.0, 40_000.0)}
    assert [apart(one, other) for other in many.values()] == [False, True, False]  # a thousand for a million


def test_two_sums_are_not_tied_by_their_currency(tmp_path: Path) -> None:
    lunch = "The contract says that a school lunch in Tollen shall cost 40 crowns, and shall be hot."
    saved = "Ingrid Sahl is the mayor. She said she had cut costs by 300 crowns and people were angry."
    found = of_texts(tmp_path, NAMED.format(lunch), OTHER.format("5 February 2026", saved)).found
    assert [c for c in found.conflicts if c.kind == "figure"] == []
