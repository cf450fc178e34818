"""The tables of the dossier as CSV, and all of it as JSON."""

import csv
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from generator.model import Dossier, Figure, Quotation, SourceRecord
from generator.records import told_fields, told_json, told_json_of
from generator.site.bibliography import bibliographies
from generator.site.clean import clean
from generator.site.pieces import Earlier, Piece

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

_SOURCE = (
    *("id", "title", "outlet", "authors", "published", "published_basis", "updated", "relays", "quality", "copies_of"),
    *("url", "file", "sha256"),
)
_STATEMENT = (
    *("id", "speaker", "speaker_name", "said", "said_reason", "text", "kind", "sources", "origins", "status"),
    "said_by",
)
_QUOTATION = (
    *("id", "statement", "source", "kind", "spans", "text", "cue", "speaker", "speaker_name", "speaker_rule"),
    *("said", "said_basis", "said_reason", "certainty", "flags", "said_by"),
)
_FIGURE = ("id", "source", "text", "value", "low", "high", "unit", "what", "bound", "date", "quotation")

# A spreadsheet runs a cell that begins with one of these as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


# Records that are written together.
_AT_ONCE = 1000


def write_downloads(dossier: Dossier, folder: Path, earlier: Earlier | None = None) -> Iterator[Path]:
    """Write each file into a folder and give its path; none is ever whole in memory. What was written `earlier` of
    sources that are as they were is taken from there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, pieces in downloads(dossier, earlier).items():
        with (folder / name).open("wb") as file:
            for source, piece in pieces:
                if earlier and source:
                    earlier.note(name, source, file.tell(), len(piece))
                file.write(piece)
        yield folder / name
    if earlier:
        earlier.keep(folder)


def downloads(dossier: Dossier, earlier: Earlier | None = None) -> dict[str, Iterator[Piece]]:
    """The files by name, each in pieces, with the source that a piece is of."""
    files: dict[str, Iterable[str | Piece]] = {
        **{name: (text,) for name, text in bibliographies(dossier).items()},
        "sources.csv": chain((_line(_SOURCE),), _column("sources.csv", dossier, earlier)),
        "actors.csv": _table(
            ("id", "name", "kind", "roles", "names"),
            ((a.id, a.name, a.kind, [r.text for r in a.roles], [n.text for n in a.aliases]) for a in dossier.actors),
        ),
        "statements.csv": _table(_STATEMENT, _statements(dossier)),
        "quotations.csv": chain((_line(_QUOTATION),), _column("quotations.csv", dossier, earlier)),
        "events.csv": _table(
            ("id", "name", "type", "date", "date_reason", "place", "participants", "status", "sources"),
            (
                (e.id, e.name, e.type, e.date.value, e.date.reason, e.place, e.participants, e.status, e.sources)
                for e in dossier.events
            ),
        ),
        "figures.csv": chain((_line(_FIGURE),), _column("figures.csv", dossier, earlier)),
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
        "dossier.json": _whole(dossier, _column("dossier.json", dossier, earlier)),
    }
    return {name: _encoded(pieces) for name, pieces in files.items()}


def _encoded(pieces: Iterable[str | Piece]) -> Iterator[Piece]:
    return (Piece("", piece.encode("utf-8")) if isinstance(piece, str) else piece for piece in pieces)


def _column(name: str, dossier: Dossier, earlier: Earlier | None) -> Iterator[Piece]:
    """What each source comes to in a file."""
    for record in dossier.sources:
        known = earlier.piece(name, record.source.id) if earlier else None
        yield Piece(record.source.id, _OF_SOURCE[name](record).encode("utf-8") if known is None else known)


def _source(record: SourceRecord) -> str:
    s = record.source
    published, found = (s.published.value, s.published.basis, s.updated), (s.url, s.file, s.sha256)
    return _line((s.id, s.title, s.outlet, s.authors, *published, s.relays, s.quality, s.copies_of, *found))


def _quotations(record: SourceRecord) -> str:
    return "".join(_line(_quotation(record.source.id, q)) for q in record.quotations)


def _figures(record: SourceRecord) -> str:
    return "".join(_line(_figure(record.source.id, f)) for f in record.figures)


_OF_SOURCE: dict[str, Callable[[SourceRecord], str]] = {
    "sources.csv": _source,
    "quotations.csv": _quotations,
    "figures.csv": _figures,
    "dossier.json": told_json,
}


def _quotation(source: str, q: Quotation) -> tuple[Any, ...]:
    spans, cue = [f"{a}-{b}" for a, b in q.spans], q.cue.text if q.cue else None
    speaker, said = (q.speaker.actor, q.speaker.name, q.speaker.rule), (q.said.value, q.said.basis, q.said.reason)
    found = (q.id, q.statement, source, q.kind, spans, q.text, cue)
    return (*found, *speaker, *said, q.certainty, q.flags, q.said.latest)


def _figure(source: str, f: Figure) -> tuple[Any, ...]:
    return (f.id, source, f.text, f.value, f.low, f.high, f.unit, f.what, f.bound, f.date, f.quotation)


def _whole(dossier: Dossier, sources: Iterable[Piece]) -> Iterator[str | Piece]:
    """The dossier as JSON, record by record."""
    for place, (name, value) in enumerate(told_fields(dossier).items()):
        yield f"{',' if place else '{'}{told_json(name)}:"
        if isinstance(value, tuple):
            some = (value[start : start + _AT_ONCE] for start in range(0, len(value), _AT_ONCE))
            each: Iterable[str | Piece] = sources if name == "sources" else map(told_json_of, some)
            for number, record in enumerate(each):
                yield "," if number else "["
                yield record
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
    return map(_line, (header, *rows))


def _line(row: tuple[Any, ...]) -> str:
    line: str = _ROWS.writerow([cell(value) for value in row])
    return line


class _Row:
    """Gives a row back to who writes it."""

    @staticmethod
    def write(text: str) -> str:
        """The text."""
        return text


_ROWS = csv.writer(_Row(), lineterminator="\r\n")


def cell(value: Any) -> str:
    """A value as a cell no spreadsheet takes for a formula: such a text gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(int(value)) if float(value).is_integer() else str(value)
    text = clean(value if isinstance(value, str) else " | ".join(str(v) for v in value))
    return f"'{text}" if text.startswith(_FORMULA) else text
