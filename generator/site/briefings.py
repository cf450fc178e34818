"""References to records in hand-written pages: `[[antony-blinken]]`, `[[s-4f|his warning]]`, `[text](onrecord:s-4f)`.

They become ordinary Markdown links before Markdown is read, so that MkDocs checks them as its own. Code is left alone.
"""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import quote

from generator.errors import Fault
from generator.site.addresses import SECTIONS, Addresses, page_uri
from generator.site.calendar import readable
from generator.site.clean import markdown_text, one_line
from generator.site.lookup import Lookup
from generator.site.refs import speaker_of
from generator.site.views import Here

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_REFERENCE = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
    r"|\[\[(?P<id>[^\]|\s]+)(?:\|(?P<text>[^\]]+))?\]\]"
    r"|(?<=\]\()onrecord:(?P<target>[^)\s]+)"
)


def linked_markdown(
    markdown: str, page: str, lookup: Lookup, file: str, first_line: int
) -> tuple[str, tuple[Fault, ...]]:
    """The Markdown of a page with its references as links, and a fault for every id that is not in the dossier.

    `page` is the page's path below the docs folder; `file` and `first_line` say where its Markdown stands.
    """
    if "[[" not in markdown and "onrecord:" not in markdown:
        return markdown, ()
    names = dict(_names(lookup))
    faults: list[Fault] = []
    lines, fence = [], ""
    for number, line in enumerate(markdown.split("\n"), first_line):
        marker = _FENCE.match(line)
        if marker and (not fence or marker[1].startswith(fence)):
            fence = "" if fence else marker[1]
        if fence or marker:
            lines.append(line)
            continue
        unknown = {_key(m) for m in _REFERENCE.finditer(line)} - names.keys() - {""}
        right = "use the id of an actor, event, source or statement: the last part of its page's address"
        faults += [Fault(file, f"{key!r} is not in the dossier", right, number) for key in sorted(unknown)]
        lines.append(_REFERENCE.sub(lambda m: _link(m, page, names), line))
    return "\n".join(lines), tuple(faults)


def _key(found: re.Match[str]) -> str:
    """The id a match refers to; empty for a piece of code."""
    return found["id"] or found["target"] or ""


def _link(found: re.Match[str], page: str, names: dict[str, tuple[str, str]]) -> str:
    if _key(found) not in names:
        return found[0]
    uri, name = names[_key(found)]
    path = quote(posixpath.relpath(f"{uri}.md", posixpath.dirname(page) or "."))
    return path if found["target"] else f"[{found['text'] or markdown_text(name)}]({path})"


def _names(lookup: Lookup) -> Iterator[tuple[str, tuple[str, str]]]:
    """Every id with the uri of its page and what to call it; merged ids lead to what they were merged into."""
    here = Here(lookup, Addresses())
    for actor in lookup.dossier.actors:
        yield actor.id, (page_uri("actor", actor.id), one_line(actor.name))
    for event in lookup.dossier.events:
        yield event.id, (page_uri("event", event.id), one_line(event.name))
    for record in lookup.dossier.sources:
        yield record.source.id, (page_uri("source", record.source.id), one_line(record.source.title))
    for statement in lookup.dossier.statements:
        by = one_line(speaker_of(here, statement, lookup.leading(statement)[1])[1])
        said = readable(statement.said.value.split("T")[0]) if statement.said.value else ""
        yield statement.id, (page_uri("statement", statement.id), ", ".join(p for p in (by, said) if p))
    for entry in lookup.dossier.ledger:
        if entry.status != "live" and entry.kind in SECTIONS:
            yield entry.id, (page_uri(entry.kind, entry.id), one_line(entry.name) or entry.id)
