"""A speaker whom one article names and another only describes is one, in close words and in one story."""

from pathlib import Path

import pytest

from tests.test_aligned import of_texts

NAMED = """Bridge at Tollen stays closed

4 February 2026

The bridge over the Tarn at Tollen will stay closed until summer, the mayor of Tollen, Ingrid Sahl, said on Wednesday.
Engineers found cracks in two of its piers.

{}
"""
OTHER = """Cracks found in Tollen bridge

4 February 2026

Engineers found cracks in two piers of the bridge over the Tarn at Tollen. Lorries have to go round by Marrick.

{}
"""
SAID = '"We will not gamble with lives to save a detour of ten minutes," said Ingrid Sahl.'


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        # described by the role that the first names
        (SAID, "The mayor said the town would not gamble with lives to save a detour.", True),
        # nothing said of the speaker, but the very words
        (SAID, '"We will not gamble with lives to save a detour of ten minutes," she said.', True),
        # described otherwise: in much the same words only
        (SAID, '"We will not gamble with lives to save a detour of ten minutes," the official said.', True),
        (SAID, "A driver said nobody should gamble with lives over a detour.", False),
        # several people are not one of them
        (SAID, "Residents said the town should not gamble with lives to save a detour of ten minutes.", False),
    ],
)
def test_a_described_speaker_is_the_one_another_article_names(
    tmp_path: Path, one: str, other: str, joined: bool
) -> None:
    found = of_texts(tmp_path, NAMED.format(one), OTHER.format(other))
    assert not found.found.copies
    assert (found.statement("0", "gamble") == found.statement("1", "gamble")) is joined


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        # a sentence of its own, however common its words
        ("The price is the price", "The price is the price", True),
        ("The price", "The price", False),
    ],
)
def test_a_whole_sentence_is_known_by_all_its_words(tmp_path: Path, one: str, other: str, joined: bool) -> None:
    found = of_texts(
        tmp_path, NAMED.format(f'"{one}," Ingrid Sahl said.'), OTHER.format(f'"{other}," Ingrid Sahl, the mayor, said.')
    )
    assert (found.statement("0", one) == found.statement("1", other)) is joined
