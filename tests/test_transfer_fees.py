"""The fee of one player's transfer, told by two articles of one story."""

from pathlib import Path

import pytest
from test_corroborate import collection

OPENING = (
    "Kerem Aydin tested positive for a banned stimulant after a match of Harrowby Town, Harrowby Town said on Friday."
)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Harrowby Town had agreed on a €18m switch to Olympique Lyon.", {"€14m", "€18m"}),
        ("Harrowby Town had agreed on a €14m switch to Olympique Lyon.", None),
        ("Pavel Dvorak had been set for a €18m switch to Olympique Lyon.", None),
        ("Harrowby Town had agreed on a €18m switch to Real Madrid.", None),
    ],
)
def test_fees_of_one_transfer(tmp_path: Path, other: str, expected: set[str] | None) -> None:
    first = "The news throws into doubt a €14m move to the French club Olympique Lyon."
    for name, text in (("one", first), ("other", other)):
        written = f"Aydin tests positive, says Harrowby Town\n\n11 January 2019\n\n{OPENING} {text}\n"
        (tmp_path / f"{name}.txt").write_text(written, encoding="utf-8")
    found = [c for c in collection(tmp_path).found.conflicts if c.kind == "figure"]
    assert [{side.value for side in c.sides} for c in found] == ([expected] if expected else [])
