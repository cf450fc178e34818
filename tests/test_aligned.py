"""Quotations at the same place of two copies are one utterance, whatever the copy made of speaker, day and words."""

from pathlib import Path

import pytest

from tests.test_corroborate import Collection, collection

ORIGINAL = """Library roof gives way in Osterby

By Anna Lund
{day}

OSTERBY - The roof of the town library in Osterby gave way under the snow on Tuesday night, three hours after the last
readers had left the building, the fire service said on Wednesday.

The reading room from 1931 is lost, and some of the 40,000 books were soaked before they could be covered.

{first}

The town had set money aside for a new roof in each of the last three budgets and had spent it on roads instead, say
the minutes of the council that were read by this newspaper.

{second}

The market hall next door was closed as a precaution. All public buildings in the town are to be surveyed.
"""
FIRST = '"We heard the beams groan for a week," said the caretaker.'
SECOND = '"A roof does not ask for money twice," she told reporters.'


def of_texts(folder: Path, *texts: str) -> Collection:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return collection(folder)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (FIRST, SECOND, 2),
        # the words swapped by a program
        ('"We heard the beams moan for seven days," mentioned the caretaker.', SECOND, 2),
        # other words in the same place
        ('"Nobody had told me anything at all," the mayor wrote in a letter.', SECOND, 1),
    ],
)
def test_what_a_copy_quotes_at_the_same_place_is_the_originals(
    tmp_path: Path, first: str, second: str, joined: int
) -> None:
    one = ORIGINAL.format(day="4 February 2026", first=FIRST, second=SECOND)
    other = ORIGINAL.format(day="9 February 2026", first=first, second=second)
    found = of_texts(tmp_path, one, other)
    assert len(found.found.copies) == 1
    direct = {(e.document.id, i) for e in found.evidence for i, q in enumerate(e.quotations) if q.kind == "direct"}
    groups = [{k for k in direct if found.found.statement_of[k] == s.id} for s in found.found.statements]
    assert sum(len({source for source, _ in g}) == 2 for g in groups) == joined
