"""One utterance in other words at one place of two articles that go through a story in one order."""

from pathlib import Path

import pytest

from tests.test_aligned import of_texts

WIRE = """Bridge at Tollen stays closed

4 February 2026

The bridge over the Tarn at Tollen will stay closed until summer. "We found cracks in two of the piers," said Ingrid
Sahl, the mayor of Tollen.

Engineers measured the piers on Monday. {}

"Lorries will have to go round by Marrick," said Piet Corman, who keeps the inn. "My guests came over that bridge."

"A new bridge would cost nine million euros," said the treasurer, Ada Moss.
"""
RETOLD = """Cracks found in Tollen bridge

5 February 2026

Ingrid Sahl, the mayor of Tollen, said that cracks had been found in two of the piers of the bridge over the Tarn.

Men with rulers had been at the Tarn. {}

Piet Corman, the innkeeper, said that lorries would have to go round by Marrick.

Ada Moss, the treasurer, said that a new bridge would cost nine million euros.
"""


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        # nobody else is quoted there, and no word is the same
        ('"We cheated a whole valley," said Rolf Tamm.', "All who live there were deceived, Rolf Tamm said.", True),
        # somebody else says it
        ('"We cheated a whole valley," said Rolf Tamm.', "All who live there were deceived, Karl Anders said.", False),
        # a number would have been kept
        ('"We cheated a valley for 30 years," said Rolf Tamm.', "All there were deceived, Rolf Tamm said.", False),
        # a denial is no assertion in other words
        ('"We cheated a whole valley," said Rolf Tamm.', "Rolf Tamm denied that anybody was deceived.", False),
        # a few words more of another, and one in common that is seldom
        (
            '"We cheated a whole valley," said Rolf Tamm. "The rain did the rest," Tamm said.',
            'The valley was deceived, Rolf Tamm said. "Ask the engineers," Tamm said.',
            True,
        ),
        # whom a phrase gives may be the one, where the words are as near
        (
            '"The concrete was mixed with river sand," said Rolf Tamm.',
            "Karl Anders built it. He said that river sand was in the concrete.",
            True,
        ),
    ],
)
def test_at_one_place(tmp_path: Path, one: str, other: str, joined: bool) -> None:
    found = of_texts(tmp_path, WIRE.format(one), RETOLD.format(other))
    here = one.split('"')[1].rstrip(",")
    there = next(w for w in ("deceived", "river sand was in") if w in other)
    assert (found.statement("0", here) == found.statement("1", there)) is joined


def test_another_order(tmp_path: Path) -> None:
    """Whoever tells it in another order leaves nothing at its place."""
    told = RETOLD.format("All who live there were deceived, Rolf Tamm said.")
    title, day, *paragraphs = told.strip().split("\n\n")
    turned = "\n\n".join([title, day, *reversed(paragraphs)]) + "\n"
    found = of_texts(tmp_path, WIRE.format('"We cheated a whole valley," said Rolf Tamm.'), turned)
    assert found.statement("0", "cheated") != found.statement("1", "deceived")
