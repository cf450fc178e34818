"""What one speaker rules out in one article and leaves open in another is shown side by side."""

from pathlib import Path

import pytest

from tests.test_aligned import of_texts

ONE = """Pier at Oakhaven burnt down

3 February 2026

The pier at Oakhaven burnt down in the night to Tuesday. The owner, Piers Holm, was at the shore with the firefighters.
Nobody was hurt.

{}
"""
OTHER = """After the fire on the pier at Oakhaven

4 February 2026

A day after the pier of Oakhaven burnt, its owner Piers Holm met analysts. The firefighters think of a kitchen.

{}
"""


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        ('"The pier will never reopen," Holm said.', '"It is very unlikely that the pier will reopen," Holm said.', 1),
        ("Holm ruled out a public appeal.", '"We would consider a public appeal," Holm said.', 1),
        (
            '"I said it was impossible that the kitchen did it," Holm said.',
            '"It is very unlikely to be the kitchen," Holm said.',
            1,
        ),
        ("Holm ruled out a public appeal.", '"We would not consider a public appeal," Holm said.', 0),
        (
            '"The pier will never reopen," Holm said.',
            '"It is unlikely that the arcade on the quay will reopen before the summer," Holm said.',
            0,
        ),
        ('"The pier will never reopen," Holm said.', '"It is unlikely that the pier will reopen," Dina Ray said.', 0),
    ],
)
def test_ruled_out_and_left_open(tmp_path: Path, one: str, other: str, conflicts: int) -> None:
    found = of_texts(tmp_path, ONE.format(one), OTHER.format(other)).found
    assert len([c for c in found.conflicts if c.kind == "wording"]) == conflicts
