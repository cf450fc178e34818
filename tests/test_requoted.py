"""Two articles quote one utterance: in the same sense, or not."""

from pathlib import Path

import pytest

from tests.test_aligned import of_texts
from tests.test_corroborate import collection
from tests.test_retellings import NAMED, OTHER


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        # the same, with other small words
        ("We will not wait for the province,", "We won't wait for the province,", False),
        ("Nobody was hurt in the collapse,", "No one was hurt in the collapse,", False),
        # a part of it
        ("We will rebuild the arches, and we will do it in stone,", "We will rebuild the arches,", False),
        # forms of one word
        ("She asked us to count slowly,", "She asked us to count slower,", False),
        # denied, and not
        ("The province has seen our letter,", "The province has never seen our letter,", True),
        ("We can save the arches but not the lamps,", "We can save the lamps but not the arches,", True),
        # denied for some case or time alone
        ("We will not leave Tollen under threats,", "We will not leave Tollen,", True),
        ("I will not play in Tollen this season,", "I will not play in Tollen again,", True),
        ("We will not leave Tollen, the mayor knows it,", "We will not leave Tollen,", False),
        # less of it
        (
            "We have agreed to sell the arches to Marrick,",
            "We have agreed to consider selling the arches to Marrick,",
            True,
        ),
        ("We will pull down the arches,", "We will pull down the arches unless Marrick pays,", True),
        ("We have never taken a coin of it,", "We have never knowingly taken a coin of it,", True),
        (
            "We will accept every finding of the engineers,",
            "We will accept most of the findings of the engineers,",
            True,
        ),
        ("We will not send the army to Tollen,", "We will not send the army to Tollen for now,", True),
        # another word
        ("This is a delay for our town,", "This is a disaster for our town,", True),
        ("The report on the piers was scathing,", "The report on the piers was polite,", True),
    ],
)
def test_quoted_in_two_ways(tmp_path: Path, one: str, other: str, differ: bool) -> None:
    first, second = (f'"{words}" said Ingrid Sahl.' for words in (one, other))
    found = of_texts(tmp_path, NAMED.format(first), OTHER.format("5 February 2026", second)).found
    assert not found.copies
    assert [c.kind for c in found.conflicts] == ["wording"] * differ


def test_of_a_translation_a_denial_counts_and_no_other_word(tmp_path: Path) -> None:
    note = "This article was translated automatically.\n\n"
    for number, (other, differ) in enumerate(
        [("We had a reason to suspect the driver,", True), ("We had no cause to suspect the chauffeur,", False)]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        first, second = (f'"{w}" said Ingrid Sahl.' for w in ("We had no reason to suspect the driver,", other))
        translated = OTHER.format("5 February 2026", note + second)
        found = of_texts(folder, NAMED.format(first), translated)
        assert "machine_translated" in found.evidence[1].document.quality
        assert [c.kind for c in found.found.conflicts] == ["wording"] * differ


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
            "“This is a systematic falsification, not a slip of the pen,” Lund said.",
            "Lund said it was “a systematic lapse, not a slip of the pen”.",
            True,
        ),
        (
            "“This is a systematic falsification, not a slip of the pen,” Lund said.",
            "Lund said it was “systematic falsification, not a slip of the pen”.",
            False,
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
        # two things told of, whatever else is the same
        *(
            (f"“{one},” Lund said.", f"“{other},” Lund told reporters.", False)
            for one, other in (
                ("The road to Oxley is closed", "The bridge to Oxley is closed"),
                ("I thank the firefighters for their courage", "I thank the nurses for their courage"),
                ("Our hospital is full of water", "Our library is full of water"),
                ("We need more pumps for the town", "We need more boats for the town"),
                ("The water rises in the north of the town", "The water rises in the south of the town"),
                ("This is a sad day for Varnhem", "This is a dark day for Varnhem"),
                ("A storm is near Varnhem", "A flood is near Varnhem"),
            )
        ),
        # two speakers
        ("“The town hall is closed,” Lund said.", "“The town hall is ruined,” the engineer Ivar Holm said.", False),
    ],
)
def test_one_sentence_with_another_word(one: str, other: str, expected: bool, tmp_path: Path) -> None:
    assert bool(wordings(tmp_path, one, other)) is expected
