"""Two days for what can have only one."""

from pathlib import Path

import pytest
from test_corroborate import collection

OPENING = "A dam burst near Oxley on Monday and flooded the valley, the fire brigade of Oxley said."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "The dam had last been inspected on 8 February, the mayor said.",
            "The last inspection of the dam was carried out on February 18.",
            {"8 February 2023", "18 February 2023"},
        ),
        (
            "The state of emergency ends on 29 March.",
            "The state of emergency expires on March 26.",
            {"26 March 2023", "29 March 2023"},
        ),
        # the same day
        ("The dam was last inspected on 8 February.", "The latest inspection of the dam was on February 8.", None),
        # what was put off
        ("The state of emergency ends on 24 March.", "The extended state of emergency ends on 29 March.", None),
        # two things, as one of the articles shows
        (
            "The dam was last inspected on 8 February.",
            "The bridge below the dam was last inspected on 18 February.",
            None,
        ),
        # the day is of something else
        (
            "The dam was last inspected on 8 February.",
            "The dam was last inspected before it closed on 18 February.",
            None,
        ),
        # an inspection among others
        ("The dam was inspected on 8 February.", "The dam was inspected on 18 February.", None),
    ],
)
def test_what_has_one_day_is_given_two(tmp_path: Path, one: str, other: str, expected: set[str] | None) -> None:
    for name, text in (("one", one), ("other", other)):
        written = f"Dam bursts near Oxley\n\n14 March 2023\n\n{OPENING} {text}\n"
        (tmp_path / f"{name}.txt").write_text(written, encoding="utf-8")
    found = [c for c in collection(tmp_path).found.conflicts if c.kind == "date"]
    assert [{side.value for side in c.sides} for c in found] == ([expected] if expected else [])
