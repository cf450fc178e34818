"""A source as a reference in a citation style, by the CSL processor citeproc and the styles in `styles/`.

The styles hold what Chicago and APA say of articles and nothing else: with the published ones the processor (0.11)
repeats the title of an article without an author, or adds a stray "Edition".
"""

import json
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
_STRAIGHT = re.compile(r'(?<!\w)"([^"]*)"(?!\w)')
_ENDED = re.compile(r"([?!][’”'\"]?)\.(?=\s|$)")
_INITIAL = re.compile(r"[A-Z]\.?")
# The processor takes a millisecond for a reference, and looks at nothing of an article's words but the marks at their
# ends, none of which it writes twice, and initials. So it puts together what stands for them, a year, a day and private
# use characters, once for all articles of which as much is known.
_YEAR, _DAY, _WORDS = 8888, 28, 0xF0000
_STANDING = re.compile(f"{_YEAR}|{_DAY}|[{chr(_WORDS)}-\U0010ffff]")
_ENDS = " .,;:!?"
_WITHIN = re.compile(r"\B\w+")


@cache
def reference(source: Source, style: Style) -> str:
    """A source as a Chicago note (without its full stop) or as an entry of an APA list of references.

    The title stays as it is published; an article without a date has "n.d."; there is no date of access.
    """
    item = {**csl(source), "title": _title(source, style)}
    if style == "apa":
        item["author"] = [_apa_author(one_line(a), source.outlet) for a in source.authors]
    known: dict[str, str] = {}

    def standing(value: Any) -> Any:
        if isinstance(value, list):
            return [standing(one) for one in value]
        if isinstance(value, dict):
            return {key: _WITHIN.sub("", one) if key == "given" else standing(one) for key, one in value.items()}
        if not (own := value.strip(_ENDS)):
            return value
        sign = chr(_WORDS + len(known))
        known[sign] = own
        return value.replace(own, sign, 1)

    shape = {key: standing(item[key]) for key in ("title", "author", "container-title", "URL") if item.get(key)}
    if issued := item.get("issued"):
        year, *rest = issued["date-parts"][0]
        if year > 999 and all(rest):
            known |= {str(_YEAR): str(year), str(_DAY): str(rest[-1]) if rest else ""}
            issued = {"date-parts": [[_YEAR, *rest[:1], *([_DAY] if rest[1:] else [])]]}
        shape["issued"] = issued
    text = _STANDING.sub(lambda sign: known.get(sign[0], sign[0]), _put_together(json.dumps(shape), style))
    text = one_line(text)
    return _ENDED.sub(r"\1", text) if style == "apa" else text


@cache
def _put_together(shape: str, style: Style) -> str:
    """The reference of a CSL-JSON item."""
    item = {"id": _KEY, "type": "article-newspaper", **json.loads(shape)}
    made = CitationStylesBibliography(_style(style), CiteProcJSON([item]), formatter.plain)
    cited = Citation([CitationItem(_KEY)])
    made.register(cited)
    return str(made.cite(cited, _unknown) if style == "chicago" else made.bibliography()[0])


@cache
def _style(name: Style) -> CitationStylesStyle:
    return CitationStylesStyle(str(STYLES / f"{name}.csl"), validate=False)


def _unknown(item: CitationItem) -> None:
    raise KeyError(item.key)


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
