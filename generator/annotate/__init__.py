"""The door to spaCy: which pipeline reads the text, and how a Document becomes a Doc."""

import re
from collections.abc import Sequence
from functools import cache, reduce
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, is_package
from thinc.api import Model, NumpyOps

from generator.annotate import entities
from generator.annotate.embedding import embed_once
from generator.annotate.parsing import Parser
from generator.config import DEFAULT_MODEL
from generator.errors import OnrecordError
from generator.extract import attributes
from generator.lexicons import table
from generator.model import Document

EXTRACTORS = ("onrecord_times", "onrecord_mentions", "onrecord_quotations", "onrecord_figures", "onrecord_events")

# The lemmatizer and the attribute ruler cost a quarter of the pipeline; the word lists hold the inflected forms, and
# the coarse part of speech follows from the Penn tag.
UNUSED = ["lemmatizer", "attribute_ruler"]

LONGEST_TOGETHER = 50_000  # characters: some 4 kB of memory for each word while it is parsed with others


class ModelMissingError(OnrecordError):
    """The spaCy pipeline the settings name is not installed."""


@Language.component("onrecord_blocks")
def begin_sentences_at_blocks(doc: Doc) -> Doc:
    """Force a sentence start at each block, before the parser runs: no sentence crosses two paragraphs."""
    starts = [block.span.start for block in attributes.document_of(doc).blocks]
    at = 0
    for token in doc:
        if at < len(starts) and token.idx >= starts[at] and not token.is_space:
            token.is_sent_start = True
            while at < len(starts) and token.idx >= starts[at]:
                at += 1
    return doc


@Language.component("onrecord_parts_of_speech")
def part_of_speech_from_tag(doc: Doc) -> Doc:
    """Set the universal part of speech from the Penn tag, for noun chunks and whoever else asks."""
    coarse = table("penn_tags")
    for token in doc:
        if not token.pos:
            token.pos_ = coarse.get(token.tag_, "X")
    return doc


@cache
def pipeline(model: str = DEFAULT_MODEL, extractors: tuple[str, ...] = EXTRACTORS) -> Language:
    """The spaCy pipeline `model` (a package or a folder) with the extractors added; loaded once in a process.

    Raises ModelMissingError when there is no such pipeline.
    """
    try:
        nlp = spacy.load(model, exclude=UNUSED)
    except OSError as error:
        raise ModelMissingError(_missing(model)) from error
    _part_glued_words(nlp)
    _part_units_from_full_stops(nlp)
    _keep_whole(nlp)
    _read_foreign_marks(nlp)
    nlp.add_pipe("onrecord_blocks", first=True)
    if nlp.has_pipe("tagger"):
        nlp.add_pipe("onrecord_parts_of_speech", after="tagger")
    if nlp.has_pipe("ner"):
        nlp.add_pipe(entities.NAME, after="ner")
        nlp.disable_pipe("ner")
    for name in extractors:
        nlp.add_pipe(name)
    _make_fast(nlp)
    return nlp


# A lower-case word that runs on into a capitalised one ("countriesWhite House") has lost the space between two
# sentences or boxes of a page. Brands ("iPhone", "eBay", "YouTube") have fewer small letters before the capital.
_GLUED = r"(?<=\b[a-z]{5})(?=[A-Z][a-z]{2})|" + "|".join(
    rf"(?<=\b[a-z]{{{n}}})(?=[A-Z][a-z]{{2}})" for n in range(6, 15)
)


def _part_glued_words(nlp: Language) -> None:
    """Make two tokens of two words that a page has run together; the text stays as it is."""
    if isinstance(nlp.tokenizer, Tokenizer):
        nlp.tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), _GLUED]).finditer


# Small letters that are units behind a number. spaCy takes "m." for an abbreviation, so that "cost £5m. Helen Prowse"
# has no full stop and becomes one sentence.
_UNIT_LETTERS = ("g.", "k.", "l.", "m.", "t.")


def _part_units_from_full_stops(nlp: Language) -> None:
    """Let "£5m." be three tokens and a full stop."""
    if isinstance(nlp.tokenizer, Tokenizer):
        nlp.tokenizer.rules = {form: rule for form, rule in nlp.tokenizer.rules.items() if form not in _UNIT_LETTERS}


# Marks that English news has hardly: the parse takes "«No»" for three nouns.
_FOREIGN_MARKS = "«»„"


def _read_foreign_marks(nlp: Language) -> None:
    """Let the models see English quotation marks where a text has others; the text stays as it is."""
    for mark in _FOREIGN_MARKS:
        known = nlp.vocab[mark]
        known.norm_ = known.prefix_ = known.suffix_ = known.shape_ = '"'


def _make_fast(nlp: Language) -> None:
    """Embed each word once, and let numpy's BLAS do the matrix products: 1.3 times as fast as thinc's default for the
    whole pipeline.

    Measured on 40 articles (46,000 tokens), CPU time: stock pipeline 9.7 s; without lemmatizer and attribute ruler
    6.5 s; with numpy's product besides 4.9 s.
    """
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.components:  # the recogniser too, which is switched off
        if isinstance(model := getattr(pipe, "model", None), Model) and isinstance(model.ops, NumpyOps):
            embed_once(model)
            for layer in model.walk():
                layer.ops = ops


# A word blacked out is one token, as the word was: letter by letter the parse would take it for something else. So is
# what runs on without a space for longer than words and addresses do: spaCy takes marks off its ends one by one, each
# time reading all that is left.
_WHOLE = re.compile(r"█+\Z|.{1000}", re.DOTALL)


def _keep_whole(nlp: Language) -> None:
    if isinstance(nlp.tokenizer, Tokenizer):
        before = nlp.tokenizer.token_match
        nlp.tokenizer.token_match = lambda word: _WHOLE.match(word) or (before(word) if before else None)


def pipeline_exists(model: str) -> None:
    """Raise ModelMissingError when there is no pipeline `model`, without loading it."""
    if not is_package(model) and not (Path(model) / "meta.json").is_file():
        raise ModelMissingError(_missing(model))


def _missing(model: str) -> str:
    return (
        f"seeds/dossier.yml: model: the spaCy pipeline '{model}' is not installed; install it into the same "
        f"environment (python -m pip install {model}), or leave out 'model' to use '{DEFAULT_MODEL}'"
    )


def annotate(document: Document, nlp: Language, parsed: Doc | None = None) -> Doc:
    """The document's text through the pipeline; token offsets are offsets in `document.text`.

    `parsed` is what `parsed_together` made of the document.
    """
    if parsed is None:
        return nlp(_tokens(document, nlp))
    for _, component in nlp.pipeline[nlp.pipe_names.index("parser") + 1 :]:
        parsed = component(parsed)
    return parsed


def parsed_together(documents: Sequence[Document], nlp: Language) -> list[Doc | None]:
    """Of each document what the pipeline makes of it up to the parse, the same as by itself; None for what is better
    annotated by itself: one alone, one that is long, with a parser that is not known here."""
    short = [n for n, document in enumerate(documents) if 0 < len(document.text) <= LONGEST_TOGETHER]
    parser = Parser.of(nlp) if len(short) > 1 else None
    found: list[Doc | None] = [None] * len(documents)
    if parser is not None:
        before = nlp.pipeline[: nlp.pipe_names.index("parser")]
        docs = [reduce(lambda doc, named: named[1](doc), before, _tokens(documents[n], nlp)) for n in short]
        parser.parse(docs)
        for n, doc in zip(short, docs, strict=True):
            found[n] = doc
    return found


def _tokens(document: Document, nlp: Language) -> Doc:
    doc = nlp.make_doc(document.text)
    doc._.document = document
    return doc
