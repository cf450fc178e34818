"""One utterance in two articles of a story, in other words each time: found by what is left to match."""

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

{}

Engineers found cracks in two piers of the bridge over the Tarn at Tollen. Lorries have to go round by Marrick. The
mayor of Tollen is Ingrid Sahl.

{}
"""
GLUE = '"We glued it once, and glue is no bridge," said Ingrid Sahl.'


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        # the only one left on either side, with a word that neither article has elsewhere
        (
            '"We cheated a whole valley," said Piet Corman.',
            "An entire valley had been deceived, Piet Corman said.",
            True,
        ),
        (
            '"It was my cone, I take the blame," said Piet Corman.',
            'Piet Corman said: "The cone was mine, I did it."',
            True,
        ),
        ('"We cheated a whole valley," said Piet Corman.', "Nobody had been deceived, Piet Corman said.", False),
        ('"The cracks are old," said Piet Corman.', "The cracks would be filled in May, Piet Corman said.", False),
        ('"A valley," said Piet Corman.', "Piet Corman spoke of a valley.", False),
        # a word that comes up once more, where one of the two reports
        (
            '"We cheated a whole valley," said Piet Corman. The valley slept.',
            "Piet Corman said the valley had been deceived.",
            True,
        ),
        # a few words that are the same
        ('"I will not resign," said Piet Corman.', "Piet Corman said he would not resign. Did he resign? No.", True),
        # a number of a thing that only one of them names, beside another number
        (
            "Piet Corman said 40 cubic metres of water a second poured through the crack and 300 cubic metres over it.",
            '"Some 40 cubic metres a second pour through the crack," said Piet Corman.',
            True,
        ),
        (
            "Piet Corman said 40 cubic metres of water a second poured through the crack and 300 cubic metres over it.",
            '"Some 90 cubic metres a second pour through the crack," said Piet Corman.',
            False,
        ),
        # the same of another thing
        ('"The lock is broken," said Piet Corman.', '"The dam is broken," said Piet Corman.', False),
        # which who reports it calls by another word
        ("Piet Corman said the burglar was masked.", "Piet Corman said the stranger was masked.", True),
        (
            "The ballot was bought by the men in office, Piet Corman said.",
            "Piet Corman said the referendum was bought by the men in office.",
            True,
        ),
        (
            "Piet Corman said the boys were dry in the church.",
            "Piet Corman said the pupils were dry in the church.",
            True,
        ),
        ('"The lock is broken," said Piet Corman.', "Piet Corman said the lock had broken.", True),
        # another one is left
        (
            '"We cheated a whole valley," said Piet Corman.',
            'An entire valley had been deceived, Piet Corman said. "Lorries are no cows," Piet Corman said.',
            False,
        ),
    ],
)
def test_the_last_of_a_speaker_go_together(tmp_path: Path, one: str, other: str, joined: bool) -> None:
    found = of_texts(tmp_path, NAMED.format(one), OTHER.format("5 February 2026", other)).found
    assert any(len(s.sources) > 1 and s.speaker_name == "Piet Corman" for s in found.statements) is joined


@pytest.mark.parametrize(
    ("one", "other", "day", "joined"),
    [
        (GLUE, "Ingrid Sahl said that glue would not do twice.", "5 February 2026", True),
        # one word in common beside others may be of anything
        (GLUE, '"Glue does not carry lorries," said Ingrid Sahl.', "5 February 2026", False),
        # a number, written another way
        (
            '"We glued it once with four hundred litres," said Ingrid Sahl.',
            "Ingrid Sahl said that 400 litres had not held.",
            "5 February 2026",
            True,
        ),
        # nothing in common
        (GLUE, "Ingrid Sahl said that the ferry would run on Sundays.", "5 February 2026", False),
        # only what both articles are about
        (
            GLUE,
            "Ingrid Sahl said that the bridge would cost nine million euros.",
            "5 February 2026",
            False,
        ),
        # somebody else
        (GLUE, "Piet Corman said that glue would not do twice.", "5 February 2026", False),
        # a week later people say the like again
        (GLUE, "Ingrid Sahl said that glue would not do twice.", "12 February 2026", False),
        # a nearer one takes the place
        (
            f'{GLUE}\n\n"The glue came from Marrick, and it was cheap," Ingrid Sahl said.',
            "Ingrid Sahl said that the glue was cheap stuff from Marrick.",
            "5 February 2026",
            False,
        ),
    ],
)
def test_what_is_left_to_match(tmp_path: Path, one: str, other: str, day: str, joined: bool) -> None:
    found = of_texts(tmp_path, NAMED.format(one), OTHER.format(day, other))
    said = other.split("Ingrid Sahl said that ")[-1].split("said that ")[-1].rstrip(".").split('"')
    assert (found.statement("0", "We glued it once") == found.statement("1", max(said, key=len).rstrip(","))) is joined


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ('Piet Corman called the delay "irresponsible".', 'Piet Corman considers the wait "irresponsible".', True),
        ('Piet Corman called the delay "irresponsible".', 'Piet Corman considers the wait "inevitable".', False),
        ('Piet Corman called the delay "irresponsible".', 'Karl Anders considers the wait "irresponsible".', False),
    ],
)
def test_one_word_in_marks(tmp_path: Path, one: str, other: str, joined: bool) -> None:
    more = '"I have nine cows over there," said Piet Corman.'
    found = of_texts(tmp_path, NAMED.format(f"{one} {more}"), OTHER.format("5 February 2026", other))
    there = "irresponsible" if "irresponsible" in other else "inevitable"
    assert (found.statement("0", "irresponsible") == found.statement("1", there)) is joined
