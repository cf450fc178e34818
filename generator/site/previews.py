"""What a reader sees of a record before following a link to it: a few words for each record a page links to.

They say nothing of how much there is of what a record is about: thousands of pages lead to somebody whom many articles
quote, and all of them would say something else with each article more. They stand in the page itself, once for each
record however often it is linked, because a page opened from a folder may not fetch anything. `assets/previews.js`
shows them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from urllib.parse import unquote

from markupsafe import Markup

from generator.model import Actor, Event, SourceRecord, Statement
from generator.site import wording
from generator.site.addresses import Addresses, page_uri
from generator.site.clean import one_line, shortened
from generator.site.lookup import Lookup
from generator.site.pages.actor import lead
from generator.site.pages.statement import carried
from generator.site.refs import publisher, source_ref, speaker_of
from generator.site.structured import COMPACT, inert
from generator.site.views import Here, dated

# Records of one page that have a preview, in the order they are first linked. A preview takes about 200 bytes; a month
# of 300 statements by 60 speakers of 80 sources gets 30 kB longer by them, of 400 kB.
PREVIEWS = 400
# A link within the site, up to its address without anchor.
_LINK = re.compile(r'<a (?:[a-z-]+="[^"]*" )*?href="([^"#?:]+)')
# What stands before a link whose own text says what the preview would: the wording of a statement, the name of an event
# or of an actor in its list.
_OWN = re.compile(r"__(?:words|name)[^<>]*>\s*\Z")
_BEFORE = 80  # more than the longest of them

Preview = tuple[str, str, str]


def with_previews(lookup: Lookup) -> Lookup:
    """The lookup with what a preview says of each record, as JSON by the address of its page."""
    here = Here(lookup, Addresses())
    told = (
        *((page_uri("actor", a.id), _actor(a)) for a in lookup.actors.values()),
        *((page_uri("event", e.id), _event(here, e)) for e in lookup.events.values()),
        *((page_uri("source", r.source.id), _source(here, r)) for r in lookup.sources.values()),
        *((page_uri("statement", s.id), _statement(here, s)) for s in lookup.statements.values()),
    )
    return replace(lookup, previews={uri: f"{_json(uri)}:{_json(preview)}" for uri, preview in told})


def previews(here: Here, content: str) -> Markup:
    """The element with the previews of the records that a page's HTML links to; empty where it links to none."""
    known = (here.lookup.previews.get(uri) for uri in _linked(here, content))
    found = ",".join(islice(filter(None, known), PREVIEWS))
    return Markup(f'\n<script type="application/json" id="or-previews">{{{found}}}</script>' if found else "")


def _json(value: str | Preview) -> str:
    return inert(COMPACT.encode(value))


def _linked(here: Here, content: str) -> Iterator[str]:
    """The addresses below the site of what a page links to and may need a preview of, in its order."""
    ending = "/" if here.at.directories else ".html"
    seen: set[str] = set()
    for link in _LINK.finditer(content):
        href = link[1]
        if href in seen or not href.endswith(ending):
            continue
        if _OWN.search(content, max(0, link.start() - _BEFORE), link.start()):
            continue
        uri = unquote(href.removeprefix(here.at.root)).removesuffix(ending)
        if "/" in uri and uri not in seen:
            yield uri
        seen |= {href, uri}


def _joined(*parts: str, by: str = " · ") -> str:
    return by.join(part for part in parts if part)


def _actor(actor: Actor) -> Preview:
    return one_line(actor.name), shortened(lead(actor), 120), wording.ACTOR_KINDS.get(actor.kind, actor.kind)


def _event(here: Here, event: Event) -> Preview:
    names = [here.lookup.actors[p].name for p in event.participants]
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    place = one_line(event.place or "")
    when = _joined(wording.STATUS.get(event.status, event.status).capitalize(), dated(event.date).text, place)
    return one_line(event.name), when, one_line(", ".join(names[:3])) + more


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
