"""schema.org descriptions of the pages as JSON-LD, for machines that read pages."""

import json
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from generator.model import Actor, Event, SourceRecord, Statement
from generator.site.calendar import machine
from generator.site.clean import clean, one_line, shortened
from generator.site.naming import other_names
from generator.site.views import Here

_TYPES = {"person": "Person", "organisation": "Organization", "state": "Country", "group": "Organization"}
COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_STATUS = {"planned": "https://schema.org/EventScheduled", "denied": "https://schema.org/EventCancelled"}


def dataset(here: Here, link: str) -> dict[str, Any]:
    """The dossier as a Dataset."""
    dossier = here.lookup.dossier
    return _described(
        {
            "@type": "Dataset",
            "@id": link,
            "name": one_line(dossier.title),
            "description": one_line(dossier.scope),
            "inLanguage": dossier.language,
            "distribution": {
                "@type": "DataDownload",
                "encodingFormat": "application/json",
                "contentUrl": urljoin(link, here.at.file("downloads/dossier.json")),
            },
        }
    )


def actor(here: Here, link: str, record: Actor) -> dict[str, Any]:
    """An actor as a Person, Organization or Country."""
    return _described(
        {
            "@type": _TYPES.get(record.kind, "Thing"),
            "@id": link,
            "name": one_line(record.name),
            "alternateName": list(other_names(record)),
            "jobTitle": [one_line(r.text) for r in record.roles] if record.kind == "person" else None,
        }
    )


def event(here: Here, link: str, record: Event) -> dict[str, Any]:
    """An event as an Event with place and participants."""
    return _described(
        {
            "@type": "Event",
            "@id": link,
            "name": one_line(record.name),
            "startDate": machine(record.date.value) or None,
            "eventStatus": _STATUS.get(record.status),
            "location": {"@type": "Place", "name": one_line(record.place)} if record.place else None,
            "attendee": [_actor_link(here, link, p) for p in record.participants],
        }
    )


def article(here: Here, link: str, record: SourceRecord) -> dict[str, Any]:
    """A source as the NewsArticle the page is about."""
    source = record.source
    web = source.url if source.url and source.url.startswith(("https://", "http://")) else None
    return _described(
        {
            "@type": "NewsArticle",
            "@id": f"{link}#article",
            "mainEntityOfPage": link,
            "headline": shortened(source.title, 110),
            "url": web,
            "inLanguage": source.language,
            "datePublished": machine(source.published.value) or None,
            "author": [{"@type": "Person", "name": one_line(a)} for a in source.authors],
            "publisher": {"@type": "Organization", "name": one_line(source.outlet)} if source.outlet else None,
        }
    )


def quotation(here: Here, link: str, record: Statement) -> dict[str, Any]:
    """A statement as a Quotation with its speaker and the articles that carry it."""
    _, leading = here.lookup.leading(record)
    name = record.speaker_name or leading.speaker.name
    speaker = _actor_link(here, link, record.speaker) if record.speaker else None
    return _described(
        {
            "@type": "Quotation",
            "@id": link,
            "text": one_line(leading.text),
            "spokenByCharacter": speaker or ({"@type": "Person", "name": one_line(name)} if name else None),
            "dateCreated": machine(record.said.value) or None,
            "isPartOf": [
                {"@type": "NewsArticle", "@id": _address(here, link, "source", s) + "#article"} for s in record.sources
            ],
        }
    )


def _actor_link(here: Here, link: str, actor_id: str) -> dict[str, Any]:
    record = here.lookup.actors[actor_id]
    return {
        "@type": _TYPES.get(record.kind, "Thing"),
        "@id": _address(here, link, "actor", actor_id),
        "name": one_line(record.name),
    }


def _address(here: Here, link: str, kind: str, record_id: str) -> str:
    # as `urljoin` has it, which takes a tenth of the time that all of a page's description does
    top = link.rsplit("/", here.at.root.count("/") + 1)[0]
    return f"{top}/{here.at.record(kind, record_id).removeprefix(here.at.root)}"


def _described(data: dict[str, Any]) -> dict[str, Any]:
    """The description without its empty parts."""
    kept = {key: value for key, value in data.items() if value not in (None, "", [])}
    return {"@context": "https://schema.org", **kept}


def script(data: dict[str, Any]) -> Markup:
    """The JSON-LD element."""
    return Markup(f'<script type="application/ld+json">{inert(COMPACT.encode(data))}</script>')


def inert(text: str) -> Markup:
    """JSON to stand in an element of a page, escaped so that no text in it can end the element or begin another,
    and without control characters."""
    text = clean(text)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)
