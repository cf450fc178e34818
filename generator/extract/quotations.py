"""Finds the quotations of a Doc."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from generator.extract import attributes  # noqa: F401  registers doc._.quotations


@Language.factory("onrecord_quotations")
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The spaCy component `onrecord_quotations`: leaves its findings on `doc._.quotations`."""

    def component(doc: Doc) -> Doc:
        return doc

    return component
