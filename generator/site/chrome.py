"""The theme's part of the pages: made once for the pages of a folder, and filled in for each of them.

Material's page costs several times what our own part of it does, and is the same on every page of a folder but for its
title, description, head, table of contents and content. So `main.html` is rendered once with marks in their places and
filled in. Two pages of each folder are rendered in full too, and both have to come out the same from the filled
frame: where a theme writes something else that differs from page to page, its pages go on being rendered in full.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

TEMPLATE = "onrecord-page.html"
# What a page is put into: made when it is first needed, which for most pages is never.
Context = Callable[[], Any]
# The table of contents as the theme writes it, which speaks the theme's language.
_TOC = '{% import "partials/language.html" as lang with context %}{% include "partials/toc.html" %}'
# Blank lines and indentation are a quarter of Material's page; a line's end parts words as well as they do.
_BLANK = re.compile(r"[ \t]*\n\s*")
_VERBATIM = re.compile(r"<(?:pre|textarea)\b")
# What a page may tell the theme without its frame becoming one of its own.
_META = {"title", "description", "search", "onrecord_head", "template"}
# Private use characters: they need no escape in HTML and stand in no theme.
_MARK = "\ue000{}\ue001"
_MARKED = re.compile("\ue000([a-z]+)\ue001")
_MOST = 1000  # tables of contents to keep: statements have a handful between them


@dataclass(slots=True)
class Unseen:
    """What is put into the theme of a page that MkDocs does not see: a page of its own takes several times as long to
    make."""

    url: str
    meta: dict[str, Any] = field(default_factory=dict)
    content: str | None = ""
    toc: TableOfContents = field(default_factory=lambda: TableOfContents([]))
    canonical_url: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The theme's HTML cut at the places to fill, and what fills them; `toc_mended` where that is mended by itself."""

    parts: tuple[str, ...]
    slots: tuple[str, ...]
    toc_mended: bool

    def filled(self, values: Mapping[str, str]) -> str:
        """The page with these values."""
        pieces = [self.parts[0]]
        for slot, part in zip(self.slots, self.parts[1:], strict=True):
            pieces += (values[slot], part)
        return "".join(pieces)


@dataclass(slots=True)
class Tried:
    """The frame of pages of one kind, made from the page at `url`; None where they differ in more than what is filled
    in, `proven` once another of them came out the same from it. `digest` stands for it."""

    frame: Frame | None
    url: str
    digest: bytes
    proven: bool = False


class Chrome:
    """Puts pages together; `env` is the theme's environment, `mend` what is done to its HTML, `folders` are the
    theme's."""

    def __init__(self, env: Environment, mend: Callable[[str], str], folders: Iterable[str] = ()) -> None:
        self._mend = mend
        files = sorted(path for folder in folders for path in Path(folder).rglob("*.html"))
        self._sources = blake2b(b"\0".join(path.read_bytes() for path in files)).digest()
        self._main = env.get_template("main.html")
        self._toc = env.from_string(_TOC)
        self._tocs: dict[Any, str] = {}
        self._kinds: dict[Any, Tried] = {}

    def page(self, context: Context, page: Page | Unseen, framed: bool) -> str:
        """The whole HTML of a page; in full where it is not to be `framed`."""
        if not framed or not _META.issuperset(page.meta):
            return self._whole(context, page)
        tried = self._tried(context, page)
        filled = tried.frame and tried.frame.filled(self._values(context, page, tried.frame.toc_mended))
        if filled and tried.proven:
            return filled
        whole = self._whole(context, page)
        if filled != whole:
            tried.frame = None
        elif tried.url != page.url:
            tried.proven = True
        return whole

    def theme(self, context: Context, page: Page | Unseen) -> bytes:
        """Stands for all that the theme puts around a page, but for its title, description, head and address; empty
        where that is not known."""
        tried = self._tried(context, page)
        if tried.frame is None:
            return b""
        toc = self._nameless(context, page, tried.frame.toc_mended)
        return blake2b(tried.digest + toc.encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def _tried(self, context: Context, page: Page | Unseen) -> Tried:
        kind = _kind(page)
        if kind not in self._kinds:
            frame = self._frame(context, page)
            digest = blake2b(self._sources + repr(frame).encode("utf-8", "surrogatepass")).digest()
            self._kinds[kind] = Tried(frame, page.url, digest)
        return self._kinds[kind]

    def _whole(self, context: Context, page: Page | Unseen) -> str:
        html = self._mend(self._main.render(context()))
        before, content, after = html.partition(page.content or "")
        return f"{_squeezed(before)}{content}{_squeezed(after)}" if content else html

    def _frame(self, context: Context, page: Page | Unseen) -> Frame | None:
        """The frame of a page and others of its kind; None where its table of contents is not found in it."""
        known = context()
        marked = copy(known["page"])
        marked.meta = {**page.meta, **{name: _mark(name) for name in ("title", "description", "onrecord_head")}}
        marked.canonical_url = page.canonical_url and _mark("canonical")
        marked.content = f"{'<h1>' if '<h1' in (page.content or '') else ''}{_mark('content')}"
        html = _squeezed(self._mend(self._main.render({**known, "page": marked})))
        html = html.replace(marked.content, _mark("content"))
        for toc_mended in (True, False):
            toc = self._contents(context, page, toc_mended)
            if html.count(toc) == 1:
                pieces = _MARKED.split(html.replace(toc, _mark("toc")))
                return Frame(tuple(pieces[::2]), tuple(pieces[1::2]), toc_mended)
        return None

    def _values(self, context: Context, page: Page | Unseen, toc_mended: bool) -> dict[str, str]:
        return {
            "title": str(page.meta["title"]),
            "description": str(page.meta["description"]),
            "head": str(page.meta["onrecord_head"]),
            "canonical": page.canonical_url or "",
            "toc": self._contents(context, page, toc_mended),
            "content": page.content or "",
        }

    def _contents(self, context: Context, page: Page | Unseen, toc_mended: bool) -> str:
        heading = next((link.title for link in page.toc), "")
        return self._nameless(context, page, toc_mended).replace(_mark("heading"), heading)

    def _nameless(self, context: Context, page: Page | Unseen, toc_mended: bool) -> str:
        # themes leave a page's own heading out of it, so that most pages of a kind have the same
        key = (toc_mended, _shapes(page))
        if key not in self._tocs:
            if len(self._tocs) >= _MOST:
                self._tocs.clear()
            links = [copy(link) for link in page.toc]
            for first in links[:1]:
                first.title = _mark("heading")
            known = context()
            marked = copy(known["page"])
            marked.toc = TableOfContents(links)
            html = self._toc.render({**known, "page": marked}).strip()
            self._tocs[key] = _squeezed(self._mend(html) if toc_mended else html)
        return self._tocs[key]


def _kind(page: Page | Unseen) -> tuple[Any, ...]:
    """What pages have in common that share a frame: their folder, from which links lead, and what they have at all."""
    first = next(iter(page.toc), None)
    url = page.url or ""
    has = (bool(page.canonical_url), bool(page.meta["description"]), "<h1" in (page.content or ""))
    return posixpath.dirname(url.rstrip("/")), url.endswith("/"), first and first.url, *has


def place_of(page: Page | Unseen) -> Any:
    """What the theme's part of a page depends on in the page: pages of one place have the same around them, but for
    their titles, headings, descriptions, heads and addresses."""
    return _kind(page), _shapes(page)


def placed(url: str, place: Any) -> Unseen:
    """Some page of a place, as of `place_of`."""
    (_, _, _, canonical, description, headed), shapes = place
    meta = {"title": "", "description": _mark("description") if description else "", "onrecord_head": ""}
    toc = TableOfContents([_link(shape) for shape in shapes])
    return Unseen(url, meta, "<h1" if headed else "", toc, _mark("canonical") if canonical else None)


def _shapes(page: Page | Unseen) -> tuple[Any, ...]:
    """The table of contents of a page without its own heading."""
    return tuple(_shape(link) if number else ("", *_shape(link)[1:]) for number, link in enumerate(page.toc))


def _shape(link: Any) -> tuple[Any, ...]:
    return link.title, link.id, link.level, *map(_shape, link.children)


def _link(shape: tuple[Any, ...]) -> AnchorLink:
    title, anchor, level, *children = shape
    link = AnchorLink(title, anchor, level)
    link.children = [_link(child) for child in children]
    return link


def _mark(name: str) -> str:
    return _MARK.format({"onrecord_head": "head"}.get(name, name))


def _squeezed(html: str) -> str:
    return html if _VERBATIM.search(html) else _BLANK.sub("\n", html)
