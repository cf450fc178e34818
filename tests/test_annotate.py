"""The pipeline: entities decoded at once are those of spaCy's own recogniser, token by token."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span
from thinc.api import Model

from generator import read
from generator.annotate import annotate, parsed_together, pipeline
from generator.annotate.entities import NAME, Decoder
from generator.annotate.parsing import Parser
from generator.config import DEFAULT_MODEL
from generator.model import Document, Sidecar
from tests.bench.corpus import articles

ROOT = Path(__file__).parent.parent
# short, odd and edge cases: an entity that ends the text, runs of capitals and blanks, one word, a list of names
SHORT = (
    "Ann Lee",
    "Paris",
    " \n \n",
    "He met Ann",
    "On Friday, January 7, 2022,\n\nUnited Nations\nSecretary-General Antonio Guterres spoke in   New   York City",
    "JOHN SMITH, MARY JONES, THE WHITE HOUSE AND $3 MILLION IN CASH",
    "Germany, France, Italy, Spain, 3,000 people, $1.5 billion, 20 percent, the first, two days, 3 p.m.",
)


def documents() -> Iterator[Document]:
    texts = [text for _, text in articles(12)]
    texts += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for text in (*texts, *SHORT):
        yield read.read_text("a.txt", text, "", Sidecar(id="a"), "excerpts")


def before_entities(document: Document) -> Doc:
    nlp = pipeline(extractors=())
    doc = nlp.make_doc(document.text)
    doc._.document = document
    for name, component in nlp.pipeline:
        if name == NAME:
            break
        doc = component(doc)
    return doc


def told(doc: Doc) -> list[tuple[int, int, str]]:
    return [(e.start, e.end, e.label_) for e in doc.ents]


def test_the_entities_are_those_of_the_pipelines_own_recogniser() -> None:
    nlp = pipeline(extractors=())
    stock, ours = nlp.get_pipe("ner"), nlp.get_pipe(NAME)
    seen = 0
    for document in documents():
        one = before_entities(document)
        other = one.copy()
        stock(one)
        ours(other)
        assert told(other) == told(one), document.text[:80]
        assert [t.ent_iob_ for t in other] == [t.ent_iob_ for t in one]
        seen += len(one.ents)
    assert seen > 500


def test_what_is_set_beforehand_binds_as_it_does_in_spacy() -> None:
    nlp = pipeline(extractors=())
    document = read.read_text("a.txt", "Ann Lee met Bob Ray in Paris on Friday.", "", Sidecar(id="a"), "excerpts")
    one = before_entities(document)
    one.set_ents([Span(one, 3, 4, label="ORG")], default="missing")
    other = one.copy()
    nlp.get_pipe("ner")(one)
    nlp.get_pipe(NAME)(other)
    assert (3, 4, "ORG") in told(other)
    assert told(other) == told(one)


def test_a_recogniser_of_another_kind_is_left_to_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    stock = pipeline(extractors=()).get_pipe("ner")
    assert Decoder.of(stock) is not None
    monkeypatch.setitem(stock.cfg, "beam_width", 4)
    assert Decoder.of(stock) is None


def test_the_recogniser_runs_once() -> None:
    assert "ner" not in pipeline().pipe_names
    document = read.read_text("a.txt", "Ann Lee met Bob Ray in Paris.", "", Sidecar(id="a"), "excerpts")
    assert [e.text for e in annotate(document, pipeline()).ents] == ["Ann Lee", "Bob Ray", "Paris"]


def parse(doc: Doc) -> bytes:
    return bytes(doc.to_array(["TAG", "HEAD", "DEP", "SENT_START"]).tobytes())


@pytest.mark.parametrize("size", [2, 3, 16])
def test_the_parses_of_several_documents_at_once_are_those_of_spacys_own_parser(size: int) -> None:
    nlp, every = pipeline(extractors=()), list(documents())
    for at in range(0, len(every), size):
        some = every[at : at + size]
        for document, doc in zip(some, parsed_together(some, nlp), strict=True):
            alone = annotate(document, nlp)
            assert doc is None or parse(doc) == parse(alone), document.text[:80]
            assert (doc is None) == (len(some) == 1)
            if doc is not None:
                assert told(annotate(document, nlp, doc)) == told(alone)


def test_a_document_that_is_long_or_empty_is_parsed_by_itself() -> None:
    texts = ("Ann Lee left.", "", "Ann Lee met Bob Ray in Paris.", "Ann Lee left. " * 4000, "Bob Ray came.")
    every = [read.read_text("a.txt", text, "", Sidecar(id="a"), "excerpts") for text in texts]
    found = parsed_together(every, pipeline())
    assert [doc is not None for doc in found] == [True, False, True, False, True]


def test_a_parser_of_another_kind_is_left_to_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp, some = pipeline(extractors=()), list(documents())[:2]
    assert Parser.of(nlp) is not None
    monkeypatch.setitem(nlp.get_pipe("parser").cfg, "beam_width", 4)  # type: ignore[attr-defined]
    assert parsed_together(some, nlp) == [None, None]


def test_every_model_multiplies_with_numpy() -> None:
    models = [model for _, pipe in pipeline().components if isinstance(model := getattr(pipe, "model", None), Model)]
    assert len(models) >= 4
    assert not any(getattr(layer.ops, "use_blis", True) for model in models for layer in model.walk())


def test_the_vectors_of_words_embedded_once_are_those_of_the_whole_text() -> None:
    nlp, stock = pipeline(extractors=()), spacy.load(DEFAULT_MODEL)
    for name in ("tok2vec", "ner"):
        ours, other = (n.get_pipe(name).model for n in (nlp, stock))
        if name == "ner":
            ours, other = ours.get_ref("tok2vec"), other.get_ref("tok2vec")
        assert any(layer.name == "once" for layer in ours.walk())
        for document in documents():
            doc = nlp.make_doc(document.text)
            one, two = (np.concatenate([np.asarray(part) for part in model.predict([doc])]) for model in (ours, other))
            assert np.allclose(one, two, atol=1e-4)
