"""What one speaker is quoted with in two articles in nearly one sentence, or calls a thing."""

from pathlib import Path

import pytest

from tests.test_corroborate import collection

OPENING = "\n\nBy Ada Moss\nTuesday, 4 March 2025\n\n"
STORY = "The dyke at Varnhem broke on Monday, the mayor, Kaja Lund, said in Varnhem. "


def wordings(folder: Path, one: str, other: str) -> list[set[str]]:
    for name, headline, said in (("one", "Dyke breaks at Varnhem", one), ("other", "Varnhem under water", other)):
        (folder / f"{name}.txt").write_text(f"{headline}{OPENING}{STORY}{said}\n", encoding="utf-8")
    return [{s.value for s in c.sides} for c in collection(folder).found.conflicts if c.kind == "wording"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # another word at one place
        ("“The town hall is closed,” Lund said.", "“The town hall is ruined,” Lund told reporters.", True),
        (
            "“This is deliberate neglect, not a slip of the pen,” Lund said.",
            "Lund told reporters that it was “a deliberate choice, not a slip of the pen”.",
            True,
        ),
        # what it is called
        ("“This was a grave breach of trust,” Lund said.", "It was “a grave error of judgment”, Lund said.", True),
        # the same in other words or cut short, and two things said
        ("“This was a grave breach of trust,” Lund said.", "It was “a serious breach of trust”, Lund said.", False),
        (
            "“The town hall is closed,” Lund said.",
            "“The town hall is closed and locked,” Lund told reporters.",
            False,
        ),
        ("“The town hall is closed,” Lund said.", "“We will rebuild the town,” Lund told reporters.", False),
        # two speakers
        ("“The town hall is closed,” Lund said.", "“The town hall is ruined,” the engineer Ivar Holm said.", False),
    ],
)
def test_one_sentence_with_another_word(one: str, other: str, expected: bool, tmp_path: Path) -> None:
    assert bool(wordings(tmp_path, one, other)) is expected
