"""A claim and its denial are a conflict; two ways of saying no are none."""

import pytest

from generator.corroborate.claims.disputes import disputes
from generator.corroborate.stories import Stories
from generator.model import Document, Entity, Evidence, QuotationMention, Resolution, Span


def source(id_: str, speaker: str, cue: str, words: str) -> Evidence:
    text = f"{speaker} {cue} {words}."
    at = Span(text.index(words), text.index(words) + len(words))
    flags = ("denial",) if cue == "denied" else ()
    cued = Span(len(speaker) + 1, len(speaker) + 1 + len(cue))
    quotation = QuotationMention((at,), "indirect", cue=cued, flags=flags, entity=0)
    document = Document(id_, f"{id_}.txt", "", text, "", ())
    return Evidence(document, quotations=(quotation,), entities=(Entity(speaker, "person", ()),))


@pytest.mark.parametrize(
    ("claim", "denied", "expected"),
    [
        ("the company would close three stores in the north", "it would close three stores in the north", 1),
        ("no stores in the north would close before 2025", "it would close any stores in the north before 2025", 0),
        ("the talks in Rome had been good", "it would close any stores in the north before 2025", 0),
    ],
)
def test_a_denial_contradicts_the_claim_it_denies_and_nothing_else(claim: str, denied: str, expected: int) -> None:
    evidence = [source("a", "Takeda", "said", claim), source("b", "Orbis", "denied", denied)]
    ids = {("a", 0): "q-1", ("b", 0): "q-2"}
    found = disputes(evidence, Resolution((), {}), ids, {}, Stories({}, {}))
    assert len(list(found)) == expected
