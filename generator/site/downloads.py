"""The tables of the dossier as CSV, and all of it as JSON."""

import csv
import marshal
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.cache import Cache
from generator.model import Dossier, Figure, Quotation, SourceRecord
from generator.records import told_fields, told_json, told_json_of
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
_KEPT = "downloads"  # the folder and the file of it below the cache's
# What each source comes to, as of `of_source`, packed: together they are more than all else that a build has in memory.
Parts = Mapping[str, tuple[bytes, ...]]


def write_downloads(dossier: Dossier, folder: Path, parts: Parts | None = None) -> Iterator[Path]:
    """Write each file into a folder and give its path; none is ever whole in memory. `parts` are those of sources by
    their ids, where they are made already."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, pieces in downloads(dossier, parts).items():
        with (folder / name).open("wb") as file:
            file.writelines(pieces)
        yield folder / name


def kept_parts(texts: Mapping[bytes, tuple[Any, ...]], cache: Cache, program: bytes) -> Parts:
    """The parts of sources by their ids: made anew of those whose text is another than in the last build by the same
    program. `texts` are records by the digests of the files they stand in."""
    was = cache.get_whole(_KEPT)
    known = marshal.loads(memoryview(was)[len(program) :]) if was and was.startswith(program) else {}
    sources = {text: r for text, records in texts.items() for r in records if isinstance(r, SourceRecord)}
    parts = {text: known.get(text) or of_source(record) for text, record in sources.items()}
    if parts.keys() != known.keys():
        cache.put_whole(_KEPT, program + marshal.dumps(parts))
    return {record.source.id: parts[text] for text, record in sources.items()}


def downloads(dossier: Dossier, parts: Parts | None = None) -> dict[str, Iterator[bytes]]:
    """The files by name, each in pieces."""
    made = {r.source.id: of_source(r) for r in dossier.sources} if parts is None else parts
    sources, quotations, figures, whole = (_column(dossier, made, number) for number in range(4))
    files: dict[str, Iterable[str | bytes]] = {
        **{name: (text,) for name, text in bibliographies(dossier).items()},
        "sources.csv": (_line(_SOURCE), *sources),
        "actors.csv": _table(
            ("id", "name", "kind", "roles", "names"),
            ((a.id, a.name, a.kind, [r.text for r in a.roles], [n.text for n in a.aliases]) for a in dossier.actors),
        ),
        "statements.csv": _table(_STATEMENT, _statements(dossier)),
        "quotations.csv": (_line(_QUOTATION), *quotations),
        "events.csv": _table(
            ("id", "name", "type", "date", "date_reason", "place", "participants", "status", "sources"),
            (
                (e.id, e.name, e.type, e.date.value, e.date.reason, e.place, e.participants, e.status, e.sources)
                for e in dossier.events
            ),
        ),
        "figures.csv": (_line(_FIGURE), *figures),
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
        "dossier.json": _whole(dossier, whole),
    }
    return {name: _encoded(pieces) for name, pieces in files.items()}


def _encoded(pieces: Iterable[str | bytes]) -> Iterator[bytes]:
    return (piece if isinstance(piece, bytes) else piece.encode("utf-8") for piece in pieces)


def _column(dossier: Dossier, parts: Parts, number: int) -> Iterator[bytes]:
    return (zlib.decompress(parts[r.source.id][number]) for r in dossier.sources)


def of_source(record: SourceRecord) -> tuple[bytes, ...]:
    """What a source comes to in the tables of sources, of quotations and of figures, and in JSON, each packed."""
    s = record.source
    published, found = (s.published.value, s.published.basis, s.updated), (s.url, s.file, s.sha256)
    parts = (
        _line((s.id, s.title, s.outlet, s.authors, *published, s.relays, s.quality, s.copies_of, *found)),
        "".join(_line(_quotation(s.id, q)) for q in record.quotations),
        "".join(_line(_figure(s.id, f)) for f in record.figures),
        told_json(record),
    )
    return tuple(zlib.compress(part.encode("utf-8"), 1) for part in parts)


def _quotation(source: str, q: Quotation) -> tuple[Any, ...]:
    spans, cue = [f"{a}-{b}" for a, b in q.spans], q.cue.text if q.cue else None
    speaker, said = (q.speaker.actor, q.speaker.name, q.speaker.rule), (q.said.value, q.said.basis, q.said.reason)
    found = (q.id, q.statement, source, q.kind, spans, q.text, cue)
    return (*found, *speaker, *said, q.certainty, q.flags, q.said.latest)


def _figure(source: str, f: Figure) -> tuple[Any, ...]:
    return (f.id, source, f.text, f.value, f.low, f.high, f.unit, f.what, f.bound, f.date, f.quotation)


def _whole(dossier: Dossier, sources: Iterable[bytes]) -> Iterator[str | bytes]:
    """The dossier as JSON, record by record."""
    for place, (name, value) in enumerate(told_fields(dossier).items()):
        yield f"{',' if place else '{'}{told_json(name)}:"
        if isinstance(value, tuple):
            some = (value[start : start + _AT_ONCE] for start in range(0, len(value), _AT_ONCE))
            each: Iterable[str | bytes] = sources if name == "sources" else map(told_json_of, some)
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
