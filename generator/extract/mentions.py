"""Finds the mentions of a Doc."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from generator.extract import attributes  # noqa: F401  registers doc._.mentions


@Language.factory("onrecord_mentions")
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The spaCy component `onrecord_mentions`: leaves its findings on `doc._.mentions`."""

    def component(doc: Doc) -> Doc:
        return doc

    return component
