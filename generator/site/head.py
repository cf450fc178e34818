"""What a page says of itself in its head: Open Graph, what citation programs read, JSON-LD, where a merged page leads.

Zotero's translator for embedded metadata reads the Highwire tags (`citation_…`), PRISM and Open Graph; the kind of item
it makes is the one in `z:itemType`, without which it takes everything with a `citation_title` for a journal's article.
"""

from typing import Any

from markupsafe import Markup

from generator.model import Source
from generator.site.clean import escaped, one_line
from generator.site.structured import script

_TYPES = {"source.html": "article", "statement.html": "article", "actor.html": "profile", "event.html": "website"}


def head(
    template: str,
    title: str,
    description: str,
    site: str,
    canonical: str | None,
    data: dict[str, Any] | None,
    to: str | None,
    source: Source | None = None,
) -> Markup:
    """The lines to add to a page's head; `to` is where a merged page forwards to, `source` the article a page is of."""
    pairs = [
        ("og:type", _TYPES.get(template, "website")),
        ("og:title", title),
        ("og:description", description),
        ("og:site_name", site),
        ("og:url", canonical),
    ]
    lines = [_meta("property", name, value) for name, value in pairs if value]
    if template in _TYPES:
        lines.append(_meta("name", "z:itemType", "newspaperArticle" if source else "webpage"))
    lines += [_meta("name", name, value) for name, value in _article(source) if value] if source else []
    if template == "gone.html":
        lines.append('<meta name="robots" content="noindex">')
    if to:
        lines.append(f'<meta http-equiv="refresh" content="0; url={escaped(to)}">')
    if data:
        lines.append(script(data))
    return Markup("\n".join(lines))


def _meta(kind: str, name: str, value: str) -> str:
    return f'<meta {kind}="{name}" content="{escaped(one_line(value))}">'


def _article(source: Source) -> list[tuple[str, str]]:
    """The tags of an article as citation programs know them; empty where nothing is known."""
    day = (source.published.value or "").split("T")[0]
    web = source.url if source.url and source.url.startswith(("https://", "http://")) else ""
    return [
        ("citation_title", source.title or source.file),
        *(("citation_author", author) for author in source.authors),
        ("citation_publication_date", day.replace("-", "/") if day.replace("-", "").isdigit() else ""),
        ("prism:publicationName", source.outlet or ""),
        ("citation_language", source.language),
        ("citation_public_url", web),
    ]
