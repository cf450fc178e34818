"""How often the program is right, as measured on annotated articles: figures that come with the version.

`python -m tests.tools.accuracy` writes them; they are floors below which no change to the program may fall.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent.parent / "accuracy.json"
SETS = {"seeds": "Five articles", "articles": "Seven articles"}
_ROWS = {
    "quotations, content close": "Statements: the words",
    "quotations, full name": "Statements: the speaker’s full name",
    "dates, value": "Dates: the day meant",
    "actors, name": "People, bodies and states: the name",
    "events, found": "Events",
    "events, date": "Events: the date",
}
_GRADES = {"high": "no mark", "medium": "speaker likely", "low": "speaker uncertain"}


@dataclass(frozen=True, slots=True)
class AccuracyRow:
    """What is counted, and for each set of articles how much of what there is was found, and how much of what was found
    is right, in percent; empty where a set is not annotated for it."""

    what: str
    shares: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class GradeRow:
    """A grade of certainty as pages show it: of `of` statements with it, so many have the right words and speaker."""

    label: str
    right: int
    of: int


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The figures of this version; `sets` name the columns."""

    sets: tuple[str, ...]
    rows: tuple[AccuracyRow, ...]
    grades: tuple[GradeRow, ...]


def accuracy() -> Accuracy:
    """The figures that come with this version."""
    kept: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    rows = (
        AccuracyRow(what, tuple(_shares(kept["sets"][name]["figures"], key) for name in SETS))
        for key, what in _ROWS.items()
    )
    grades = (
        GradeRow(label, *kept["certainty"][grade]) for grade, label in _GRADES.items() if grade in kept["certainty"]
    )
    return Accuracy(tuple(SETS.values()), tuple(rows), tuple(grades))


def _shares(figures: dict[str, float], key: str) -> tuple[str, str]:
    if key not in figures:
        return "", ""
    return f"{figures[f'{key}, recall']:.0f} %", f"{figures[f'{key}, precision']:.0f} %"
