"""What nobody may read, by people's decisions. A build asks for it, which does without all that examines an article."""

import re
from collections.abc import Iterator

from generator import curate, read, records
from generator.articles import articles_of
from generator.checks import Secrets
from generator.config import Places
from generator.model import Document, Sidecar

# A shorter stretch may stand in any article; a sentence of news has 110 characters in the median of seeds/.
TELLING = 40
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")


def secrets(places: Places, today: str | None = None) -> Secrets:
    """What nobody may read, by people's decisions."""
    if not places.seeds.is_dir():
        return Secrets()
    settings, _ = records.load_settings(places.seeds)
    mask = curate.Mask.of(settings.decisions)
    if not any(d.verb == "embargo" for d in settings.decisions):
        return Secrets(mask.patterns)
    articles = articles_of(places.seeds, settings, records.load_ledger(places.data), today)
    documents = (read.read_article(places.seeds, path, Sidecar()) for path in articles.listing.paths)
    found = {d.file: d for d in documents if isinstance(d, Document)}
    elsewhere = " ".join(_flat(d.text) for file, d in found.items() if file not in articles.held)
    passages = {p for file in articles.held if file in found for p in _passages(found[file])}
    return Secrets(mask.patterns, tuple(sorted(p for p in passages if p not in elsewhere)))


def _passages(document: Document) -> Iterator[str]:
    """The sentences and lines of an article by which one would know it."""
    yield from (flat for piece in _SENTENCE.split(document.text) if len(flat := _flat(piece)) >= TELLING)
    yield document.sha256


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
