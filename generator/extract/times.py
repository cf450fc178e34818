"""Finds the times of a Doc."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from generator.extract import attributes  # noqa: F401  registers doc._.times


@Language.factory("onrecord_times")
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The spaCy component `onrecord_times`: leaves its findings on `doc._.times`."""

    def component(doc: Doc) -> Doc:
        return doc

    return component
