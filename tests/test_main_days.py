"""Two days for what happens once in a story."""

from pathlib import Path

import pytest
from test_corroborate import collection

OPENING = "The mayor of Oxley, Ana Roe, and Harbour Lines spoke of a black week for the town of Oxley."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Two ships collided off Oxley in the small hours of Tuesday.",
            "Harbour Lines owns the bulker, which was in collision off Oxley late on Monday, March 13.",
            {"13 March 2023", "14 March 2023"},
        ),
        (
            "A dam above Oxley burst before dawn on Monday.",
            "She asked forgiveness for the rupture of the dam, which occurred on Sunday, March 12.",
            {"12 March 2023", "13 March 2023"},
        ),
        ("The fire broke out on Tuesday.", "The blaze started on 13 March.", {"13 March 2023", "14 March 2023"}),
        # the clock of the day named in the sentence before
        (
            "Smoke rose over Oxley on Monday. The blaze started around midday.",
            "The fire, which broke out on Tuesday, is out.",
            {"13 March 2023", "14 March 2023"},
        ),
        # counted from another day
        (
            "The commission said on Wednesday, three days after the election, that it had counted.",
            "The election was held on Monday.",
            {"12 March 2023", "13 March 2023"},
        ),
        (
            "The river burst its banks shortly after 3 a.m. on Tuesday.",
            "The river burst its banks on Monday night.",
            {"13 March 2023", "14 March 2023"},
        ),
        # one day
        ("Two ships collided on Tuesday.", "The collision happened on March 14.", None),
        # an article that knows of two
        (
            "A man was kidnapped on Monday and a boy was kidnapped on Tuesday.",
            "The boy was kidnapped on Wednesday.",
            None,
        ),
        # the day of the words
        ("Two ships collided, police said on Monday.", "The ships collided on Tuesday.", None),
        ("Police said on Monday two ships collided.", "The ships collided on Tuesday.", None),
        # planned, put off, feared
        ("The trial would have opened on Monday.", "The trial opened on Tuesday.", None),
        # two ships that bear names
        ("The Marigold sank on Monday. ", "The ferry Pelican sank on Tuesday.", None),
        # further apart than a slip
        ("The trial opened on 3 March.", "The trial opened on 13 March.", None),
        # shares sink too
        ("Shares sank on Monday.", "The ferry sank on Tuesday.", None),
    ],
)
def test_one_happening_has_one_day(tmp_path: Path, one: str, other: str, expected: set[str] | None) -> None:
    for name, text in (("one", one), ("other", other)):
        written = f"Oxley mayor speaks of black week\n\n15 March 2023\n\n{OPENING} {text}\n"
        (tmp_path / f"{name}.txt").write_text(written, encoding="utf-8")
    found = [c for c in collection(tmp_path).found.conflicts if c.kind == "date"]
    assert [{side.value for side in c.sides} for c in found] == ([expected] if expected else [])


def test_an_article_without_a_date_gives_the_weekday(tmp_path: Path) -> None:
    (tmp_path / "dated.txt").write_text(
        f"Oxley mayor speaks of black week\n\n15 March 2023\n\n{OPENING} The fire broke out on Tuesday.\n",
        encoding="utf-8",
    )
    (tmp_path / "pasted.txt").write_text(
        f"Oxley mayor speaks of black week\n\n{OPENING} The fire broke out on Monday.\n", encoding="utf-8"
    )
    (found,) = [c for c in collection(tmp_path).found.conflicts if c.kind == "date"]
    assert [side.value for side in found.sides] == ["13 March 2023", "14 March 2023"]
