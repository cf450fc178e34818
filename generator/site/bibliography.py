"""The sources as bibliographies: BibTeX, RIS and CSL-JSON; and planned events as a calendar (iCalendar)."""

import json
import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from generator.model import Dossier, Event, Source
from generator.site.clean import clean, one_line

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
# The characters TeX acts on, each as its command; braces and backslashes first, so that nothing is replaced twice.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{c: f"\\{c}" for c in "#$%&_"},
}
# BibTeX counts \{ and \} as braces too: one without its pair would end the field, and what follows would be another.
_UNPAIRED = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905


def bibliographies(dossier: Dossier) -> dict[str, str]:
    """The files by name; sources in the order of the dossier."""
    sources = [record.source for record in dossier.sources]
    return {
        "sources.bib": "\n".join(bibtex(s) for s in sources),
        "sources.ris": "".join(ris(s) for s in sources),
        "sources.csl.json": json.dumps([csl(s) for s in sources], ensure_ascii=False, indent=1) + "\n",
        "planned.ics": calendar(dossier.events),
    }


def bibtex(source: Source) -> str:
    """A source as a BibTeX entry whose key is the source's id: an article of its outlet, or `misc` without one.

    The day is in `date`, which BibLaTeX reads; BibTeX itself has year and month.
    """
    year, month, day = _parts(source)
    fields = [
        ("title", f"{{{{{_tex(source.title or source.file)}}}}}"),
        ("author", _braced(" and ".join(f"{{{_tex(a)}}}" for a in source.authors))),
        ("journal", _braced(_tex(source.outlet or ""))),
        ("year", _braced(year)),
        ("month", _MONTHS[int(month) - 1] if month else ""),
        ("date", _braced("-".join(p for p in (year, month, day) if p)) if month else ""),
        ("url", _braced(re.sub(r"[{}\\\s]", "", clean(source.url or "")))),
    ]
    lines = [f"  {name} = {value}," for name, value in fields if value]
    return "\n".join([f"@{'article' if source.outlet else 'misc'}{{{source.id},", *lines, "}", ""])


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def ris(source: Source) -> str:
    """A source as an RIS record."""
    year, month, day = _parts(source)
    fields = [
        ("TY", "NEWS"),
        ("ID", source.id),
        ("TI", one_line(source.title or source.file)),
        *(("AU", one_line(a)) for a in source.authors),
        ("T2", one_line(source.outlet or "")),
        ("DA", "/".join((year, month, day, "")) if year else ""),
        ("PY", year),
        ("LA", source.language),
        ("UR", one_line(source.url or "")),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in fields if value) + "ER  - \n\n"


def csl(source: Source) -> dict[str, Any]:
    """A source as a CSL-JSON item."""
    item: dict[str, Any] = {
        "id": source.id,
        "type": "article-newspaper",
        "title": one_line(source.title or source.file),
    }
    if source.authors:
        item["author"] = [{"literal": one_line(a)} for a in source.authors]
    if source.outlet:
        item["container-title"] = one_line(source.outlet)
    if parts := [int(p) for p in _parts(source) if p]:
        item["issued"] = {"date-parts": [parts]}
    if source.url:
        item["URL"] = one_line(source.url)
    return {**item, "language": source.language}


def calendar(events: Iterable[Event]) -> str:
    """Planned events with a day as an iCalendar file (RFC 5545), stamped with its own day, not the clock."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//onrecord//EN"]
    for event in events:
        found = re.match(r"\d{4}-\d\d-\d\d", event.date.value or "")
        if event.status != "planned" or not found:
            continue
        day = date.fromisoformat(found[0])
        lines += [
            "BEGIN:VEVENT",
            f"UID:{event.id}@onrecord",
            f"DTSTAMP:{day:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_ical(event.name)}",
            *([f"LOCATION:{_ical(event.place)}"] if event.place else []),
            f"DESCRIPTION:{_ical(event.date.reason)}",
            "END:VEVENT",
        ]
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line))


def _parts(source: Source) -> tuple[str, str, str]:
    """Year, month and day of publication, each empty where it is not known."""
    found = _DATE.match(source.published.value or "")
    return (found[1], found[2] or "", found[3] or "") if found else ("", "", "")


def _tex(text: str) -> str:
    line = one_line(text)
    marks = _TEX if _balanced(line) else _TEX | _UNPAIRED
    return "".join(marks.get(c, c) for c in line)


def _balanced(line: str) -> bool:
    depth = [0, *accumulate({"{": 1, "}": -1}.get(c, 0) for c in line)]
    return min(depth) == 0 == depth[-1]


def _ical(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", one_line(text))


def _folded(line: str) -> list[str]:
    """A line in pieces of at most 75 bytes, as RFC 5545 wants; those after the first begin with a space."""
    pieces, piece = [], ""
    for char in line:
        if len((piece + char).encode()) > 75:
            pieces.append(piece)
            piece = " "
        piece += char
    return [*pieces, piece]
