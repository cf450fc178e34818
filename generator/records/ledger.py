"""The addresses published so far, read from their files or as the run kept them that wrote these."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from itertools import chain
from pathlib import Path

import pydantic

from generator.model import Dossier, LedgerEntry
from generator.records.contents import Kept
from generator.records.dossier import content_of, text_of
from generator.records.shape import adapter, from_plain


def load_ledger(data: Path, kept: Kept | None = None) -> tuple[LedgerEntry, ...]:
    """The addresses published so far, by kind and id, or none when nothing was published yet.

    Where `kept` is given, a ledger that is known is not parsed again: YAML takes most of a second a megabyte.
    """
    paths = [data / "ledger.yml", *sorted((data / "ledger").glob("*.yml"))]
    texts = {path: text_of(path) for path in paths if path.is_file()}
    known = kept.get(_ledger_key(kept, texts.values())) if kept else None
    if known is not None:
        try:
            return tuple(adapter(LedgerEntry).validate_json(line) for line in known.splitlines())
        except pydantic.ValidationError:
            pass  # cut off or of another version: parsed again
    entries: list[LedgerEntry] = []
    for path, text in texts.items():
        plain = content_of(text, str(path)).get("ledger", [])
        entries.extend(from_plain(tuple[LedgerEntry, ...], plain, str(path), text, ("ledger",)))
    return tuple(sorted(entries, key=lambda e: (e.kind, e.id)))


def keep_ledger(dossier: Dossier, files: Mapping[str, str], kept: Kept) -> None:
    """Keep the ledger of a dossier for the run that will read it from its `files`."""
    paths = ["ledger.yml", *sorted(name for name in files if name.startswith("ledger/"))]
    entries = sorted(dossier.ledger, key=lambda e: (e.kind, e.id))
    key = _ledger_key(kept, (files[name] for name in paths if name in files))
    # a line each: read as one, they take several times their own memory, and it is not to be had again
    lines = BytesIO()
    lines.writelines(adapter(LedgerEntry).dump_json(entry) + b"\n" for entry in entries)
    kept.put(key, lines.getvalue())


def _ledger_key(kept: Kept, texts: Iterable[str]) -> str:
    return kept.key(chain([b"ledger"], (text.encode("utf-8") for text in texts)))
