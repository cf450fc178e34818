"""What a reader sees of a record before following a link to it: a few words for each record a page links to.

They stand in the page itself, once for each record however often it is linked, because a page opened from a folder may
not fetch anything. `assets/previews.js` shows them.
"""

import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

from markupsafe import Markup

from generator.model import Actor, Event, SourceRecord, Statement
from generator.site import wording
from generator.site.addresses import record_of
from generator.site.clean import one_line, shortened
from generator.site.pages.actor import lead
from generator.site.pages.statement import carried
from generator.site.refs import publisher, source_ref, speaker_of
from generator.site.structured import inert
from generator.site.views import Here, dated

# Records of one page that have a preview, in the order they are first linked. A preview takes about 200 bytes; a month
# of 300 statements by 60 speakers of 80 sources gets 30 kB longer by them, of 400 kB.
PREVIEWS = 400
# A link within the site, up to its address without anchor.
_LINK = re.compile(r'<a [^>]*?href="([^"#?:]+)')
# What stands before a link whose own text says what the preview would: the wording of a statement, the name of an event
# or of an actor in its list.
_OWN = re.compile(r"__(?:words|name)[^<>]*>\s*\Z")
_BEFORE = 80  # more than the longest of them

Preview = tuple[str, str, str]


def previews(here: Here, content: str) -> Markup:
    """The element with the previews of the records that a page's HTML links to; empty where it links to none."""
    found: dict[str, Preview] = {}
    for uri, kind, record_id in _linked(here, content):
        if uri not in found and len(found) < PREVIEWS and (preview := preview_of(here, kind, record_id)):
            found[uri] = preview
    if not found:
        return Markup()
    text = inert(json.dumps(found, ensure_ascii=False, separators=(",", ":")))
    return Markup(f'\n<script type="application/json" id="or-previews">{text}</script>')


def preview_of(here: Here, kind: str, record_id: str) -> Preview | None:
    """What a preview says of a record: its name, what is most worth knowing, how much there is; None for no record."""
    known = here.lookup
    if kind == "actor" and (actor := known.actors.get(record_id)):
        return _actor(here, actor)
    if kind == "event" and (event := known.events.get(record_id)):
        return _event(here, event)
    if kind == "source" and (source := known.sources.get(record_id)):
        return _source(here, source)
    if kind == "statement" and (statement := known.statements.get(record_id)):
        return _statement(here, statement)
    return None


def _linked(here: Here, content: str) -> Iterator[tuple[str, str, str]]:
    """The address below the site, the kind and the id of what a page may link to, in its order."""
    ending = "/" if here.at.directories else ".html"
    seen: set[str] = set()
    for link in _LINK.finditer(content):
        href = link[1]
        if href in seen or not href.endswith(ending):
            continue
        if _OWN.search(content, max(0, link.start() - _BEFORE), link.start()):
            continue
        seen.add(href)
        path = unquote(href.removeprefix(here.at.root)).removesuffix(ending)
        kind, record_id = record_of(path)
        if kind:
            yield path, kind, record_id


def _joined(*parts: str, by: str = " · ") -> str:
    return by.join(part for part in parts if part)


def _actor(here: Here, actor: Actor) -> Preview:
    statements = len(here.lookup.spoken_by.get(actor.id, ()))
    events = len(here.lookup.events_of.get(actor.id, ()))
    counts = (
        wording.count(statements, "statement") if statements or not events else "",
        wording.count(events, "event") if events else "",
    )
    kind = wording.ACTOR_KINDS.get(actor.kind, actor.kind)
    return one_line(actor.name), shortened(lead(actor), 120), _joined(kind, *counts)


def _event(here: Here, event: Event) -> Preview:
    names = [here.lookup.actors[p].name for p in event.participants]
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    place = one_line(event.place or "")
    when = _joined(wording.STATUS.get(event.status, event.status).capitalize(), dated(event.date).text, place)
    told = f"told by {wording.count(len(event.sources), 'source')}"
    return one_line(event.name), when, _joined(one_line(", ".join(names[:3])) + more, told)


def _source(here: Here, record: SourceRecord) -> Preview:
    source = record.source
    by = _joined(publisher(here, source.id), dated(source.published).text)
    statements = wording.count(here.lookup.statements_in[source.id], "statement")
    care = ", ".join(map(wording.plain, source.quality))
    copy = "copy of another source" if here.lookup.is_copy(source.id) else ""
    return shortened(source_ref(here, source.id).text, 140), by, _joined(statements, copy, care)


def _statement(here: Here, statement: Statement) -> Preview:
    _, quotation = here.lookup.leading(statement)
    _, by = speaker_of(here, statement, quotation)
    turned = wording.turned(quotation)[0]
    words = f"{turned}: {shortened(quotation.text, 180)}" if turned else shortened(quotation.text, 180)
    return _joined(one_line(by), dated(statement.said).text, by=", "), words, carried(statement)
