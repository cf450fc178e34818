"""What the code of a web page says of its article, in the few places that outlets agree on.

Meta elements of Open Graph and of the article vocabulary, and the JSON-LD of schema.org (`NewsArticle` and its kin).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.model import OPEN, Dated
from generator.read.content import web_address
from generator.read.headline import split_outlet

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "article.published",
    "publishdate",
    "pubdate",
    "publish-date",
    "date",
)
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified")
_ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting", "LiveBlogPosting")
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)? ?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
_LONGEST_NAME = 80
_MOST_NODES = 20_000


@dataclass(frozen=True, slots=True)
class PageMeta:
    """What a page's code says; fields are empty where it says nothing."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: Dated = OPEN
    updated: str | None = None
    url: str | None = None


def page_meta(tree: Any) -> PageMeta:
    """The metadata of a page's element tree (lxml)."""
    named = _meta_elements(tree)
    story = next(_stories(tree), {})
    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)
    outlet = _text(named.get("og:site_name")) or _name_of(story.get("publisher"))
    title = _text(story.get("headline")) or _text(named.get("og:title"))
    published = next(filter(None, (_dated(named, name) for name in _PUBLISHED)), None)
    told = iso(story.get("datePublished"))
    if told and not published:
        published = Dated(told, "stated", f"the page's code says datePublished “{_text(story['datePublished'])}”")
    updated = next(filter(None, (iso(named.get(name)) for name in _UPDATED)), None) or iso(story.get("dateModified"))
    return PageMeta(
        title=split_outlet(title)[0] if title else None,
        authors=tuple(_authors(story, named)),
        outlet=outlet[:_LONGEST_NAME] if outlet else None,
        published=published or OPEN,
        updated=updated,
        url=web_address(canonical) or web_address(named.get("og:url")) or web_address(_text(story.get("url"))),
    )


def iso(value: object) -> str | None:
    """An ISO 8601 day, or minute with its zone, from what a page's code has for a date; None where it is no such."""
    found = _ISO.match(value.strip()) if isinstance(value, str) else None
    if not found:
        return None
    zone = {"Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00"}.get(found["zone"] or "", found["zone"] or "")
    zone = f"{zone[:3]}:{zone[-2:]}" if zone else ""
    written = f"{found['day']}T{found['time']}{zone}" if found["time"] else found["day"]
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return written if 1900 <= moment.year <= 2100 else None


def _meta_elements(tree: Any) -> dict[str, str]:
    """The content of each meta element, by its name in small letters; the first of a name counts."""
    named: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        for key in ("property", "name", "itemprop"):
            name, content = element.get(key), element.get("content")
            if name and content.strip():
                named.setdefault(name.strip().lower(), content)
    return named


def _dated(named: dict[str, str], name: str) -> Dated | None:
    value = iso(named.get(name))
    return Dated(value, "stated", f"the page's code says {name} “{_text(named[name])}”") if value else None


def _stories(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles that the page's JSON-LD tells of, those of the news vocabulary alone."""
    for code in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(code, strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [data]
        for node in waiting:  # which grows on the way
            if len(waiting) > _MOST_NODES:
                break
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                kinds = node.get("@type")
                if any(k in _ARTICLES for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)):
                    yield node
                waiting += [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node]


def _authors(story: dict[str, Any], named: dict[str, str]) -> Iterator[str]:
    authors = story.get("author")
    for author in authors if isinstance(authors, list) else [authors]:
        name = _name_of(author)
        if name:
            yield name
    if not authors:
        yield from filter(None, (_text(named.get(name)) for name in ("author", "parsely-author", "dc.creator")))


def _name_of(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return _text(value)


def _text(value: object) -> str | None:
    """A value on one line, or None where it is no text or far too long for a name or a title."""
    line = " ".join(value.split()) if isinstance(value, str) else ""
    return line if 0 < len(line) <= 400 else None
