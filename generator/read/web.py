"""A web page as saved from a browser: the article in it and what its code says of it. The door to trafilatura and
htmldate, and the only one."""

import codecs
import logging
import re
from typing import Any

from htmldate import find_date
from trafilatura import bare_extraction
from trafilatura.utils import load_html

from generator.model import OPEN, Dated
from generator.read.bylines import author_names
from generator.read.content import Content, web_address
from generator.read.decode import Decoded, Undecodable, decode_page
from generator.read.webmeta import page_meta

# A fixed last day: with the library's own, today, the same page would be dated otherwise on another day.
_DATES: dict[str, Any] = {
    "extensive_search": False,
    "original_date": True,
    "min_date": "1990-01-01",
    "max_date": "2099-12-31",
}
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
# `<!-- saved from url=(0042)https://... -->`, and SingleFile's `url: https://...` in its first comment.
_SAVED = re.compile(r"<!--[^>]{0,300}?\b(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S{1,2000})")
_HEAD = 4_096
# The standard's own table: pages that say Latin-1 are written in the Windows code page.
_MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
_CELL = re.compile(r"\s*\|\s*")
_ITEM = re.compile(r"^\s*- ")

for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False  # what they cannot read is an issue of ours, told once


def read_web_page(data: bytes) -> Content | Undecodable:
    """The article of a saved page: its title and paragraphs as text, with what the page's code says of it."""
    found = _DECLARED.search(data[:_HEAD])
    decoded = decode_page(data, _known(found.group(1).decode("ascii")) if found else None)
    return decoded if isinstance(decoded, Undecodable) else read_markup(decoded)


def read_markup(decoded: Decoded) -> Content | Undecodable:
    """The article of a page's code."""
    try:
        return _content(decoded)
    except RecursionError:
        return Undecodable("format", "the page's code is nested too deep", "save the article's text as .txt")
    except Exception as error:  # a library that reads what anybody wrote may fail in any way
        what = f"the page's code cannot be read ({type(error).__name__})"
        return Undecodable("format", what, "save the article's text as .txt")


def _content(decoded: Decoded) -> Content | Undecodable:
    code = decoded.text
    tree = load_html(code)
    if tree is None:
        return Undecodable("empty", "the page holds no article", "save the article's text as .txt")
    meta = page_meta(tree)
    found = bare_extraction(code, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES))
    text = "" if found is None or isinstance(found, dict) else found.text or ""
    if found is None or isinstance(found, dict) or not text.strip():
        return Undecodable("empty", "no article was found in the page", "save the article's text as .txt")
    title = meta.title or " ".join((found.title or "").split()) or None
    lines = [line for line in map(_line, text.splitlines()) if line]
    if title and not any(_same(title, line) for line in lines[:3]):
        lines.insert(0, title)
    saved = _SAVED.search(code[:_HEAD])
    url = meta.url or web_address(saved.group(1) if saved else None) or web_address(found.url)
    named = tuple(name.strip() for name in (found.author or "").split(";"))
    return Content(
        text="\n\n".join(lines) + "\n",
        title=title,
        authors=_people(meta.authors) or _people(named),
        outlet=meta.outlet,
        published=meta.published if meta.published.value else _found_date(code, url),
        updated=meta.updated,
        url=url,
        guessed=decoded.guessed,
    )


def _line(line: str) -> str:
    """A line of the extracted text without the marks that the library adds for lists and tables."""
    bare = _ITEM.sub("", line)
    cells = [cell for cell in _CELL.split(bare) if cell] if bare.count("|") > 1 and bare.startswith("|") else [bare]
    return " ".join(" ".join(cells).split())


def _same(title: str, line: str) -> bool:
    return " ".join(title.casefold().split()) == " ".join(line.casefold().split())


def _people(names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the names that can be a person's: a page also names its desk, its agency or a profile's address."""
    people = (person for name in names for person in author_names(f"By {name}") or ())
    return tuple(dict.fromkeys(people))


def _found_date(code: str, url: str | None) -> Dated:
    """The date that the page's code, its address included, gives in one of the many other places known to htmldate."""
    found = find_date(code, url=url, **_DATES)
    if not found:
        return OPEN
    where = "address" if url and re.search(found.replace("-", r"\D?"), url) else "code"
    return Dated(found, "stated", f"the page's {where} gives {found} as its date")


def _known(name: str) -> str | None:
    try:
        return _MEANT.get(name.lower()) or codecs.lookup(name).name
    except LookupError:
        return None
