"""What `joinable` takes for the same in a block of many quotations is the same to it."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from generator.corroborate.statements.joinable import faces, joinable
from generator.corroborate.statements.quoted import Quoted
from generator.corroborate.windows import Window
from generator.corroborate.wording import wording

TEXTS = (
    "The ministry declined to comment on the matter on the record.",
    "the ministry declined to comment on the matter",
)


def said(number: int, text: str, day: date | None = None) -> Quoted:
    """A quotation of nobody in particular, in an article of its own, a month after the one before."""
    published = date(2022, 1, 1) + timedelta(days=30 * number)
    return Quoted(
        key=(f"a{number}", 0),
        speaker=f"a{number} 0",
        wording=wording(text),
        direct=False,
        said=Window(first=day, last=day or published),
        published=Window(published, published, stated=True),
        occasions=frozenset(),
        denial=False,
        described=frozenset({"statement"}),
    )


ALIKE = [said(n, TEXTS[0]) for n in range(40)]
BLOCKS = {
    "the same words": ALIKE,
    "two of one article": [*ALIKE, replace(ALIKE[3], key=("a3", 1)), replace(ALIKE[5], key=("a5", 1), direct=True)],
    "words of other articles too": [
        *ALIKE,
        *(said(n, "No statement was made about any of it.") for n in range(40, 44)),
    ],
    "nearly the same words": [*ALIKE, *(said(n, TEXTS[1]) for n in range(40, 44))],
    "one word of content": [said(n, "Nothing.") for n in range(40)],
    "a day": [*ALIKE, said(50, TEXTS[0], date(2022, 3, 1))],
    "said again": [*ALIKE, replace(ALIKE[7], key=("b", 0), again=True)],
    "an actor": [*ALIKE, *(replace(one, key=("c" + one.key[0], 0), described=None, speaker="x") for one in ALIKE[:3])],
    "of themselves": [
        *(replace(one, described=None, of_self=True, doubtful=one.key[0] > "a2") for one in ALIKE),
        replace(ALIKE[0], key=("e", 0), described=None, speaker="a1 0"),
    ],
    "to an author": [*ALIKE, replace(ALIKE[9], key=("d", 0), to_author=True)],
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_those_of_one_face_are_the_same_to_all_others(block: list[Quoted]) -> None:
    by_face: dict[object, list[Quoted]] = defaultdict(list)
    for face, one in zip(faces(block), block, strict=True):
        by_face[face].append(one)
    for same, other in product(by_face.values(), block):
        assert len({joinable(one, other) for one in same if one is not other}) < 2


def test_the_same_words_in_many_articles_have_one_face() -> None:
    assert len(set(faces(ALIKE))) == 1
    assert len(set(faces(BLOCKS["a day"]))) == 41
    assert len(set(faces(ALIKE[:9]))) == 9
