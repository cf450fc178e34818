"""References to records in hand-written pages: `[[antony-blinken]]`, `[[s-4f|his warning]]`, `[text](onrecord:s-4f)`.

They become ordinary Markdown links before Markdown is read, so that MkDocs checks them as its own; a statement, a
source and a figure get a footnote that cites the article, too. Code is left alone.
"""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote

from generator.errors import Fault
from generator.model import LedgerEntry, Quotation, Statement
from generator.site.addresses import SECTIONS, Addresses, page_uri
from generator.site.calendar import readable
from generator.site.cite import source_citations, statement_citations
from generator.site.clean import markdown_text, one_line
from generator.site.lookup import Lookup
from generator.site.refs import speaker_of
from generator.site.views import Here

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_REFERENCE = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
    r"|(?:\[\[(?P<id>[^\]|\s]+)(?:\|(?P<text>[^\]]+))?\]\]"
    r"|(?<=\]\()onrecord:(?P<target>[^)\s]+)\))(?P<point>[.,;:]?)"
)


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to: the page, what to call it, the footnote that cites it (empty where it is no evidence),
    and the place on the page."""

    uri: str
    name: str
    note: str = ""
    at: str = ""


def linked_markdown(
    markdown: str, page: str, lookup: Lookup, file: str, first_line: int
) -> tuple[str, tuple[Fault, ...]]:
    """The Markdown of a page with its references as links, and a fault for every id that is not in the dossier.

    `page` is the page's path below the docs folder; `file` and `first_line` say where its Markdown stands.
    """
    if "[[" not in markdown and "onrecord:" not in markdown:
        return markdown, ()
    here = Here(lookup, Addresses())
    gone = {e.id: e for e in lookup.dossier.ledger if e.status != "live"}
    figures = {key: source for key, (source, _) in lookup.figures.items()}
    targets: dict[str, Target | None] = {}
    noted: dict[str, str] = {}
    faults: list[Fault] = []

    def link(found: re.Match[str]) -> str:
        key = _key(found)
        if not (target := targets.get(key)):
            return found[0]
        path = quote(posixpath.relpath(f"{target.uri}.md", posixpath.dirname(page) or "."))
        path += f"#{quote(target.at)}" if target.at else ""
        if target.note:
            noted[key] = f"[^{key}]: {target.note} [Record]({path})"
        mark = f"{found['point']}[^{key}]" if target.note else found["point"]
        return f"{path}){mark}" if found["target"] else f"[{found['text'] or markdown_text(target.name)}]({path}){mark}"

    lines, fence = [], ""
    for number, line in enumerate(markdown.split("\n"), first_line):
        marker = _FENCE.match(line)
        if marker and (not fence or marker[1].startswith(fence)):
            fence = "" if fence else marker[1]
        if fence or marker:
            lines.append(line)
            continue
        asked = sorted({_key(m) for m in _REFERENCE.finditer(line)} - {""})
        targets |= {key: _target(here, key, gone, figures) for key in asked if key not in targets}
        right = "use the id of an actor, event, source or statement: the last part of its page's address"
        faults += [Fault(file, f"{key!r} is not in the dossier", right, number) for key in asked if not targets[key]]
        lines.append(_REFERENCE.sub(link, line))
    if noted:
        lines += ["", *noted.values(), ""]
    return "\n".join(lines), tuple(faults)


def _key(found: re.Match[str]) -> str:
    """The id a match refers to; empty for a piece of code."""
    return found["id"] or found["target"] or ""


def _target(here: Here, key: str, gone: dict[str, LedgerEntry], figures: dict[str, str]) -> Target | None:
    """What an id leads to; merged, split and withdrawn ones to the page that says so. None for no id of the dossier."""
    known = here.lookup
    if actor := known.actors.get(key):
        return Target(page_uri("actor", key), one_line(actor.name))
    if event := known.events.get(key):
        return Target(page_uri("event", key), one_line(event.name))
    if source := known.sources.get(key):
        return Target(page_uri("source", key), one_line(source.source.title), _source_note(here, key))
    if statement := known.statements.get(key):
        return _statement(here, statement)
    if key in figures:
        return Target(
            page_uri("source", figures[key]), known.figures[key][1].text, _source_note(here, figures[key]), key
        )
    if found := next((c for c in known.dossier.conflicts if c.id == key), None):
        return Target(known.conflict_pages[key], one_line(found.what), at=key)
    if entry := gone.get(key):
        return Target(
            page_uri(entry.kind, key) if entry.kind in SECTIONS else "conflicts", one_line(entry.name) or entry.id
        )
    return None


def _statement(here: Here, statement: Statement) -> Target:
    source_id, leading = here.lookup.leading(statement)
    by = one_line(speaker_of(here, statement, leading)[1])
    said = readable(statement.said.value.split("T")[0]) if statement.said.value else ""
    note = _statement_note(here, source_id, statement, leading, by)
    return Target(page_uri("statement", statement.id), ", ".join(p for p in (by, said) if p), note)


def _statement_note(here: Here, source_id: str, statement: Statement, quotation: Quotation, by: str) -> str:
    source = here.lookup.sources[source_id].source
    return markdown_text(statement_citations(source, statement, quotation, by, "")[0].text.strip())


def _source_note(here: Here, source_id: str) -> str:
    return markdown_text(source_citations(here.lookup.sources[source_id].source)[0].text)
