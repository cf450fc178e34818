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
        # in other words, a few of which are the same, by whom the words may be for
        (SAID, "The mayor would not gamble with anybody's lives, she said on Wednesday.", True),
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


ELSEWHERE = """Letters from the valley

The lanes of Marrick are loud with lorries, and the cats have moved indoors.

{}
"""


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        ('"We will not gamble with lives to save a detour," the mayor said.', True),
        ('"We will not gamble," the mayor said.', False),
    ],
)
def test_a_long_run_of_words_is_known_without_the_story(tmp_path: Path, other: str, joined: bool) -> None:
    found = of_texts(tmp_path, NAMED.format(SAID), ELSEWHERE.format(other))
    assert (found.statement("0", "gamble") == found.statement("1", "gamble")) is joined


@pytest.mark.parametrize(
    ("day", "other", "joined"),
    [
        # a word of the day before, told with that day
        (7, "On Wednesday Ingrid Sahl had described the road round Marrick as “harmless”.", True),
        (7, "On Thursday Ingrid Sahl had described the road round Marrick as “harmless”.", False),
    ],
)
def test_a_word_told_with_its_day_is_of_what_was_said_that_day(
    tmp_path: Path, day: int, other: str, joined: bool
) -> None:
    said = '"What the lorries do to Marrick is anything but harmless, I saw it," Ingrid Sahl said.'
    found = of_texts(tmp_path, NAMED.format(said), ELSEWHERE.format(f"{day} February 2026\n\n{other}"))
    assert (found.statement("0", "harmless") == found.statement("1", "harmless")) is joined


@pytest.mark.parametrize(
    ("day", "joined"),
    [(5, True), (8, False)],  # on the next day it is the same news; days later it was said again
)
def test_what_was_repeated_days_later_is_another_utterance(tmp_path: Path, day: int, joined: bool) -> None:
    again = f"Ingrid Sahl repeated that nothing would change. {SAID}"
    found = of_texts(tmp_path, NAMED.format(SAID), ELSEWHERE.format(f"{day} February 2026\n\n{again}"))
    assert (found.statement("0", "gamble") == found.statement("1", "gamble")) is joined
