"""What a page says of itself in its head: Open Graph, JSON-LD, and where a merged page leads."""

from typing import Any

from markupsafe import Markup

from generator.site.clean import one_line
from generator.site.structured import script

_TYPES = {"source.html": "article", "statement.html": "article", "actor.html": "profile"}


def head(
    template: str,
    title: str,
    description: str,
    site: str,
    canonical: str | None,
    data: dict[str, Any] | None,
    to: str | None,
) -> Markup:
    """The lines to add to a page's head; `to` is the link a merged page forwards to."""
    pairs = [
        ("og:type", _TYPES.get(template, "website")),
        ("og:title", one_line(title)),
        ("og:description", one_line(description)),
        ("og:site_name", one_line(site)),
        ("og:url", canonical),
    ]
    lines = [Markup('<meta property="{}" content="{}">').format(name, value) for name, value in pairs if value]
    if template == "gone.html":
        lines.append(Markup('<meta name="robots" content="noindex">'))
    if to:
        lines.append(Markup('<meta http-equiv="refresh" content="0; url={}">').format(to))
    if data:
        lines.append(script(data))
    return Markup("\n").join(lines)
