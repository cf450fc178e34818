"""Two articles quote one utterance: in the same sense, or not."""

from pathlib import Path

import pytest

from tests.test_aligned import of_texts
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
