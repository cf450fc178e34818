"""Sentences without an end, made to take long: each costs itself, and no more time than its length."""

import pytest

from generator import read
from generator.examine import evidence_of
from generator.limits import within
from generator.model import Document, Sidecar

BEFORE = "Anna Day, the mayor, said on Monday that the harbour would be closed.\n\n"
AFTER = "\n\n“We are ready,” Ms Day said."


def document(text: str) -> Document:
    return read.read_text("a.txt", f"{BEFORE}{text}{AFTER}", "0" * 64, Sidecar(id="a"), "excerpts")


# 50 kB each; before there was a limit, the first took ten minutes
@pytest.mark.parametrize(
    "piece", ['"yes" he said ', "“yes,” said Ms Day, ", '"', "he said ", '"yes" ', "“he said ‘no’ ” ", "“open ", "” "]
)
def test_a_sentence_full_of_quotation_marks(piece: str) -> None:
    with within(60):
        found = evidence_of(document(f"Anna Day said {piece * (50_000 // len(piece))}."))
    said = [found.document.text[q.spans[0].start : q.spans[-1].end] for q in found.quotations]
    assert any("harbour" in words for words in said) and any("We are ready" in words for words in said)


def test_a_sentence_that_is_left_out_is_reported() -> None:
    found = evidence_of(document("Anna Day said " + '"yes" he said ' * 200 + "."))
    assert found.document.quality == ("endless_sentences",)
    assert [issue.what for issue in read.issues_of([found.document])] == [
        "a sentence is longer than any sentence is; nothing is looked for in it"
    ]
    assert evidence_of(document("Anna Day said “yes”.")).document.quality == ()
