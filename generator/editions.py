"""Editions of the data in the repository: what changed since one, and which of a briefing's citations have changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.changes import Change, compare
from generator.errors import FaultsError
from generator.model import Dossier
from generator.records import load_dossier
from generator.revisions import at_revision, committed, day_of, tags

# How a page cites a record: [[id]], onrecord:id, the address of its page, or the plain id of a statement or quotation.
_CITED = re.compile(
    r"(?:\[\[\s*|onrecord:|\b(?:actors|events|sources|statements)/)([a-z0-9][a-z0-9-]*)|\b([sqc]-[a-z0-9]{4,})\b"
)


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a revision; `day` is the day of the last commit, `briefings` what to look at again in each."""

    since: str
    day: str
    changes: tuple[Change, ...]
    briefings: tuple[tuple[str, tuple[Change, ...]], ...] = ()


def changes_since(data: Path, dossier: Dossier, revision: str, briefings: Path | None = None) -> Changes:
    """What changed since a revision; raises FaultsError where there is no such revision."""
    with at_revision(data, revision) as folder:
        before = load_dossier(folder)
    told = tuple(stale_briefings(data, dossier, briefings)) if briefings else ()
    return Changes(revision, day_of(data, "HEAD"), compare(before, dossier), told)


def last_edition(data: Path) -> str:
    """The newest tag whose data differ from what is there now; "" where there is none."""
    try:
        return next((tag for tag, differs in tags(data) if differs), "")
    except FaultsError:
        return ""


def stale_briefings(data: Path, dossier: Dossier, folder: Path) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """The briefings that cite a record which has changed since they were last committed, with the changes."""
    for path in sorted(folder.glob("**/*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")
        words = {found[1] or found[2] for found in _CITED.finditer(text)}
        try:
            with at_revision(data, committed(path)) as earlier:
                before = load_dossier(earlier)
        except FaultsError:
            continue  # not committed yet, or written before there were data
        cited = {e.id for e in before.ledger} & words
        found = tuple(c for c in compare(before, dossier) if c.id in cited and c.kind != "added")
        if found:
            yield path.relative_to(folder).as_posix(), found
