"""The addresses published so far, read from their files."""

from functools import partial
from pathlib import Path

from generator.model import LedgerEntry
from generator.records.contents import Kept, kept_content
from generator.records.dossier import content_of, text_of
from generator.records.shape import from_plain


def load_ledger(data: Path, kept: Kept | None = None) -> tuple[LedgerEntry, ...]:
    """The addresses published so far, by kind and id, or none when nothing was published yet.

    Where `kept` is given, the YAML of a file that is known is not parsed again: it takes most of a second a megabyte.
    """
    entries: list[LedgerEntry] = []
    for path in (data / "ledger.yml", *sorted((data / "ledger").glob("*.yml"))):
        if path.is_file():
            text, name = text_of(path), str(path)
            content = kept_content(text, kept, partial(content_of, text, name))
            entries.extend(from_plain(tuple[LedgerEntry, ...], content.get("ledger", []), name, text, ("ledger",)))
    return tuple(sorted(entries, key=lambda e: (e.kind, e.id)))
