"""The annotated articles are sound, and extraction reaches its floors on them (`make eval` prints the figures)."""

from pathlib import Path

import pytest

from generator import evaluation
from generator.evaluate import Measured, below

GOLD = Path(__file__).parent / "gold"


@pytest.fixture(scope="module")
def measured() -> list[Measured]:
    """Every set, measured once."""
    return list(evaluation.measure(GOLD))


def test_no_figure_is_below_its_floor(measured: list[Measured]) -> None:
    floors = evaluation.load_floors(GOLD)
    faults = [str(f) for m in measured for f in below(m, floors.sets.get(m.name), evaluation.FLOORS)]
    assert faults == [], "\n".join(faults)


def test_every_floor_has_its_set(measured: list[Measured]) -> None:
    assert sorted(evaluation.load_floors(GOLD).sets) == [m.name for m in measured]
