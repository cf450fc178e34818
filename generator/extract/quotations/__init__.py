"""Who said what: the attributions of a Doc, each with its cue, its content and its speaker.

Certainty says which rules fired. high: a direct quotation with both marks, an explicit cue and a subject; a clause
after "that", "whether" or "according to". medium: a clause without "that", an infinitive, a fronted clause, a quotation
carried on. low: a noun phrase as content, a missing mark, a speaker from the sentence before.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from generator.extract import attributes  # noqa: F401  registers doc._.quotations
from generator.extract.quotations.gather import quotations

__all__ = ["create", "quotations"]


@Language.factory("onrecord_quotations")
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The spaCy component `onrecord_quotations`: leaves its findings on `doc._.quotations`."""

    def component(doc: Doc) -> Doc:
        doc._.quotations = quotations(doc)
        return doc

    return component
