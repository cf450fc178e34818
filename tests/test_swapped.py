"""Copies in whose quotations words were swapped, as it shows beside the article they copy."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator import assemble, resolve
from generator.corroborate.syndication.aligned import aligned
from generator.corroborate.syndication.swapped import swapped
from generator.model import DAMAGED
from generator.remembered import NOTHING
from tests.test_aligned import of_texts
from tests.test_corroborate import Collection

ORIGINAL = """Bridge at Marrick stays shut

MARRICK, 3 March 2026 - The stone bridge over the Tollen will stay shut until the summer, the mayor of Marrick said on
Tuesday, after divers found that two of its piers had been washed out by the winter floods.

"{}" mayor Ingrid Sahl told the town council.

The council voted by nine to four to ask the province for the money. The province's engineer, Per Holm, warned that the
work would be slow.

"{}" Holm said.

Shopkeepers on the east bank say that they have lost a third of their custom since the bridge was closed in January.
"""
SAID = ("We asked for help and got a brief letter,", "The river decides when we begin, not the province,")


def beside_the_original(folder: Path, first: str, second: str) -> Collection:
    copy = (
        ORIGINAL.format(first, second).replace("MARRICK, 3 March 2026 - ", "").replace("warned that", "cautioned that")
    )
    return of_texts(folder, ORIGINAL.format(*SAID), copy)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        # as a program swaps them
        (
            "We requested for assistance and got a quick letter,",
            "The stream comes to a decision when we begin, not the province,",
            ["requested", "assistance", "quick", "stream comes to a decision"],
        ),
        # the same words, and fewer of them
        (*SAID, []),
        ("We got a brief letter,", "The river decides when we begin,", []),
        # one quotation alone
        ("We asked for support and got a brief letter,", SAID[1], []),
        # other forms of one word, and numbers
        ("We've asked for help and got a brief letter,", "The rivers decide when we begin, not the province,", []),
        ("2 asked for help and got 1 brief letter,", "The 3 decides when we begin, not the 4,", []),
    ],
)
def test_words_swapped_in_the_quotations_of_a_copy(
    tmp_path: Path, first: str, second: str, words: Sequence[str]
) -> None:
    found = beside_the_original(tmp_path, first, second)
    (group,) = found.found.copies
    told = swapped(found.evidence, aligned(found.evidence, found.found.copies, NOTHING))
    assert [mine for pairs in told.values() for mine, _ in pairs] == words
    assert group.original not in told


def test_its_quotations_are_not_to_be_quoted(tmp_path: Path) -> None:
    """As those of a text that shows by itself that words were swapped; the note names them and the other text."""
    found = beside_the_original(
        tmp_path, "We requested for assistance,", "The stream comes to a decision when we begin,"
    )
    records = assemble.source_records(found.evidence, resolve.actors(found.evidence), found.found)
    of_copies = {r.source.copies_of is not None: r for r in records}
    copy, original = of_copies[True], of_copies[False]
    assert "words_swapped" in copy.source.quality and "words_swapped" not in original.source.quality
    assert all(DAMAGED in q.flags for q in copy.quotations)
    assert not any(DAMAGED in q.flags for q in original.quotations)
    (note,) = assemble.swap_notes(found.found, (r.source for r in records))
    assert note.file == copy.source.file and "“requested” for “asked”" in note.what and original.source.id in note.what


def test_nothing_is_said_of_a_translation(tmp_path: Path) -> None:
    found = beside_the_original(
        tmp_path, "We requested for assistance,", "The stream comes to a decision when we begin,"
    )
    told = [replace(e, document=replace(e.document, quality=("machine_translated",))) for e in found.evidence]
    assert swapped(told, aligned(told, found.found.copies, NOTHING)) == {}
