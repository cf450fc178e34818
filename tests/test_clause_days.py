"""Two days that two articles of one story give one thing, each in words of its own."""

from pathlib import Path

import pytest

from tests.test_corroborate import collection


def sides(folder: Path, one: str, other: str) -> list[set[str]]:
    """What the conflicts of date of two articles set against each other."""
    for name, text in (("one", one), ("other", other)):
        headline, body = text.split("\n", 1)
        page = f"{headline}\n\nBy Ada Moss\nFriday, 7 March 2025\n\n{body}\n"
        (folder / f"{name}.txt").write_text(page, encoding="utf-8")
    return [{s.value for s in c.sides} for c in collection(folder).found.conflicts if c.kind == "date"]


TREASURER = (
    "Treasurer of Brenholt gone\nThe treasurer of Brenholt, Kaja Lund, handed in her resignation on Monday. She gave "
)
TREASURER += "no reason."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            TREASURER,
            "Brenholt without a treasurer\nOn Tuesday evening Kaja Lund sent the council of Brenholt the letter of "
            "resignation that many had asked for.",
            [{"Monday (3 March 2025)", "Tuesday evening (4 March 2025)"}],
        ),
        # what was said on a day is not what happened on it
        (
            TREASURER,
            "Brenholt without a treasurer\nKaja Lund has left, the mayor of Brenholt said on Tuesday of her "
            "resignation.",
            [],
        ),
        # a day that both give is not set against a third
        (
            TREASURER,
            "Brenholt without a treasurer\nKaja Lund, the treasurer of Brenholt, handed in her resignation on Monday. "
            "On Wednesday her resignation was in the paper of Brenholt.",
            [],
        ),
        # since a day is no day on which something was
        (
            TREASURER,
            "Brenholt without a treasurer\nBrenholt has had no treasurer since Tuesday, when the resignation of "
            "Kaja Lund was read.",
            [],
        ),
    ],
)
def test_days_of_one_thing_told_in_other_words(one: str, other: str, expected: list[set[str]], tmp_path: Path) -> None:
    assert sides(tmp_path, one, other) == expected
