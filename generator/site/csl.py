"""A source as a reference in a citation style, by the CSL processor citeproc and the styles in `styles/`.

The styles hold what Chicago and APA say of articles and nothing else: with the published ones the processor (0.11)
repeats the title of an article without an author, or adds a stray "Edition".
"""

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from generator.lexicons import table, words
from generator.model import Source
from generator.site.bibliography import csl
from generator.site.clean import one_line

Style = Literal["chicago", "apa"]
STYLES = Path(__file__).parent / "styles"

_KEY = "source"
# The only markup the processor knows in a title; what an article says is no markup.
_MARKUP = re.compile(r"<(?=/?span)", re.IGNORECASE)
_UNMARKED = "\ue000"
_STRAIGHT = re.compile(r'(?<!\w)"([^"]*)"(?!\w)')
_ENDED = re.compile(r"([?!][’”'\"]?)\.(?=\s|$)")
_INITIAL = re.compile(r"[A-Z]\.?")


@cache
def reference(source: Source, style: Style) -> str:
    """A source as a Chicago note (without its full stop) or as an entry of an APA list of references.

    The title stays as it is published; an article without a date has "n.d."; there is no date of access.
    """
    item = {**csl(source), "id": _KEY, "title": _title(source, style)}
    if style == "apa":
        item["author"] = [_apa_author(one_line(a), source.outlet) for a in source.authors]
    item = {key: _plain(value) for key, value in item.items() if value}
    made = CitationStylesBibliography(_style(style), CiteProcJSON([item]), formatter.plain)
    cited = Citation([CitationItem(_KEY)])
    made.register(cited)
    text = str(made.cite(cited, _unknown)) if style == "chicago" else str(made.bibliography()[0])
    text = one_line(text.replace(_UNMARKED, "<"))
    return _ENDED.sub(r"\1", text) if style == "apa" else text


@cache
def _style(name: Style) -> CitationStylesStyle:
    return CitationStylesStyle(str(STYLES / f"{name}.csl"), validate=False)


def _unknown(item: CitationItem) -> None:
    raise KeyError(item.key)


def _plain(value: Any) -> Any:
    return _MARKUP.sub(_UNMARKED, value) if isinstance(value, str) else value


def _title(source: Source, style: Style) -> str:
    """The title; where the style sets it in quotation marks, its own become single ones."""
    title = one_line(source.title) or source.file
    if style == "apa":
        return title
    inner = _STRAIGHT.sub(r"‘\1’", title).replace("“", "‘").replace("”", "’")
    return inner[:-1] if inner.endswith(".") and not inner.endswith("..") else inner


def _apa_author(name: str, outlet: str | None) -> dict[str, str]:
    """A byline turned round ("Holt, M.") only where it is surely a person's: a known given name and one more, with an
    initial between them or not. Any other stays as it is: an agency, or a name whose last word may be no family name.
    """
    parts = name.split()
    given, family = parts[:-1], parts[-1] if parts else ""
    personal = (
        len(given) in {1, 2}
        and given[0] in table("given_names")
        and all(_INITIAL.fullmatch(part) for part in given[1:])
        and name != one_line(outlet or "")
        and name.lower() not in words("news_outlets")
        and not {word.lower() for word in parts[1:]} & (words("outlet_words") | words("press_words") | _bodies())
    )
    return {"family": family, "given": " ".join(given)} if personal else {"literal": name}


@cache
def _bodies() -> frozenset[str]:
    """Nouns that end the name of an organisation."""
    return frozenset(table("organisation_nouns"))
