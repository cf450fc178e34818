"""The tables of the dossier as CSV, and all of it as JSON."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.model import Dossier
from generator.records import told_fields, told_json
from generator.site.bibliography import bibliographies
from generator.site.clean import clean

TABLES = {
    "sources.csv": "The articles: title, outlet, date, quality",
    "actors.csv": "People, organisations, states and groups with their names",
    "statements.csv": "Who said what and when, with the wording of the best source",
    "quotations.csv": "Every quotation with its source, span, speaker and date",
    "events.csv": "What happened and what is planned",
    "figures.csv": "Quantities with their bounds, as each source gives them",
    "conflicts.csv": "What sources disagree on, one side a line",
}
BIBLIOGRAPHIES = {
    "sources.bib": "The articles for LaTeX (BibTeX)",
    "sources.ris": "The articles for Zotero, EndNote and others (RIS)",
    "sources.csl.json": "The articles for citation programs (CSL-JSON)",
    "planned.ics": "Planned events for a calendar (iCalendar)",
}

# A spreadsheet runs a cell that begins with one of these as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_downloads(dossier: Dossier, folder: Path) -> Iterator[Path]:
    """Write each file into a folder and give its path; none is ever whole in memory."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, pieces in downloads(dossier).items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        yield folder / name


def downloads(dossier: Dossier) -> dict[str, Iterable[str]]:
    """The files by name, each in pieces."""
    return {
        **{name: (text,) for name, text in bibliographies(dossier).items()},
        "sources.csv": _table(
            (
                "id",
                "title",
                "outlet",
                "authors",
                "published",
                "published_basis",
                "updated",
                "relays",
                "quality",
                "copies_of",
                "url",
                "file",
                "sha256",
            ),
            (
                (
                    s.id,
                    s.title,
                    s.outlet,
                    s.authors,
                    s.published.value,
                    s.published.basis,
                    s.updated,
                    s.relays,
                    s.quality,
                    s.copies_of,
                    s.url,
                    s.file,
                    s.sha256,
                )
                for s in (r.source for r in dossier.sources)
            ),
        ),
        "actors.csv": _table(
            ("id", "name", "kind", "roles", "names"),
            ((a.id, a.name, a.kind, [r.text for r in a.roles], [n.text for n in a.aliases]) for a in dossier.actors),
        ),
        "statements.csv": _table(
            (
                "id",
                "speaker",
                "speaker_name",
                "said",
                "said_reason",
                "text",
                "kind",
                "sources",
                "origins",
                "status",
                "said_by",
            ),
            _statements(dossier),
        ),
        "quotations.csv": _table(
            (
                "id",
                "statement",
                "source",
                "kind",
                "spans",
                "text",
                "cue",
                "speaker",
                "speaker_name",
                "speaker_rule",
                "said",
                "said_basis",
                "said_reason",
                "certainty",
                "flags",
                "said_by",
            ),
            (
                (
                    q.id,
                    q.statement,
                    r.source.id,
                    q.kind,
                    [f"{a}-{b}" for a, b in q.spans],
                    q.text,
                    q.cue.text if q.cue else None,
                    q.speaker.actor,
                    q.speaker.name,
                    q.speaker.rule,
                    q.said.value,
                    q.said.basis,
                    q.said.reason,
                    q.certainty,
                    q.flags,
                    q.said.latest,
                )
                for r in dossier.sources
                for q in r.quotations
            ),
        ),
        "events.csv": _table(
            ("id", "name", "type", "date", "date_reason", "place", "participants", "status", "sources"),
            (
                (e.id, e.name, e.type, e.date.value, e.date.reason, e.place, e.participants, e.status, e.sources)
                for e in dossier.events
            ),
        ),
        "figures.csv": _table(
            ("id", "source", "text", "value", "low", "high", "unit", "what", "bound", "date", "quotation"),
            (
                (f.id, r.source.id, f.text, f.value, f.low, f.high, f.unit, f.what, f.bound, f.date, f.quotation)
                for r in dossier.sources
                for f in r.figures
            ),
        ),
        "conflicts.csv": _table(
            ("id", "kind", "what", "value", "evidence", "note"),
            (
                (
                    c.id,
                    c.kind,
                    c.what,
                    side.value,
                    [i if isinstance(i, str) else f"{i.source}:{i.span.start}-{i.span.end}" for i in side.evidence],
                    c.note,
                )
                for c in dossier.conflicts
                for side in c.sides
            ),
        ),
        "dossier.json": _whole(dossier),
    }


def _whole(dossier: Dossier) -> Iterator[str]:
    """The dossier as JSON, record by record."""
    for place, (name, value) in enumerate(told_fields(dossier).items()):
        yield f"{',' if place else '{'}{told_json(name)}:"
        if isinstance(value, tuple):
            yield from (f"{',' if number else '['}{told_json(record)}" for number, record in enumerate(value))
            yield "]" if value else "[]"
        else:
            yield told_json(value)
    yield "}\n"


def _statements(dossier: Dossier) -> Iterable[tuple[Any, ...]]:
    quotations = {q.id: q for r in dossier.sources for q in r.quotations}
    order = {"direct": 0, "mixed": 1, "indirect": 2}
    for s in dossier.statements:
        best = min((quotations[i] for i in s.quotations), key=lambda q: order[q.kind])
        yield (
            s.id,
            s.speaker,
            s.speaker_name,
            s.said.value,
            s.said.reason,
            best.text,
            best.kind,
            s.sources,
            s.origins,
            s.status,
            s.said.latest,
        )


def _table(header: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """CSV as RFC 4180 has it, row by row; several values in a cell are separated by ` | `."""
    writer = csv.writer(_Row(), lineterminator="\r\n")
    yield writer.writerow(header)
    for row in rows:
        yield writer.writerow([cell(value) for value in row])


class _Row:
    """Gives a row back to who writes it."""

    @staticmethod
    def write(text: str) -> str:
        """The text."""
        return text


def cell(value: Any) -> str:
    """A value as a cell no spreadsheet takes for a formula: such a text gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(int(value)) if float(value).is_integer() else str(value)
    text = clean(value if isinstance(value, str) else " | ".join(str(v) for v in value))
    return f"'{text}" if text.startswith(_FORMULA) else text
