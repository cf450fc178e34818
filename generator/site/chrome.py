"""The theme's part of the pages: made once for the pages of a folder, and filled in for each of them.

Material's page costs several times what our own part of it does, and is the same on every page of a folder but for its
title, description, head, table of contents and content. So `main.html` is rendered once with marks in their places and
filled in. Two pages of each folder are rendered in full first, and the second has to come out the same from the filled
frame: where a theme writes something else that differs from page to page, its pages go on being rendered in full.
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

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


class Chrome:
    """Puts pages together; `env` is the theme's environment, `mend` what is done to its HTML."""

    def __init__(self, env: Environment, mend: Callable[[str], str]) -> None:
        self._mend = mend
        self._main = env.get_template("main.html")
        self._toc = env.from_string(_TOC)
        self._tocs: dict[Any, str] = {}
        # a folder's frame; None after its first page, False where its pages differ in more than what is filled in
        self._frames: dict[Any, Frame | bool | None] = {}

    def page(self, context: Context, page: Page, framed: bool) -> str:
        """The whole HTML of a page; in full where it is not to be `framed`."""
        if not framed or not _META.issuperset(page.meta):
            return self._whole(context, page)
        key = _kind(page)
        frame = self._frames.get(key)
        if isinstance(frame, Frame):
            return frame.filled(self._values(context, page, frame.toc_mended))
        whole = self._whole(context, page)
        if key not in self._frames:
            self._frames[key] = None
        elif frame is None:
            made = self._frame(context, page)
            same = made is not None and made.filled(self._values(context, page, made.toc_mended)) == whole
            self._frames[key] = made if made is not None and same else False
        return whole

    def _whole(self, context: Context, page: Page) -> str:
        html = self._mend(self._main.render(context()))
        before, content, after = html.partition(page.content or "")
        return f"{_squeezed(before)}{content}{_squeezed(after)}" if content else html

    def _frame(self, context: Context, page: Page) -> Frame | None:
        """The frame of a page and others of its kind; None where its table of contents is not found in it."""
        marked = copy(page)
        marked.meta = {**page.meta, **{name: _mark(name) for name in ("title", "description", "onrecord_head")}}
        marked.canonical_url = page.canonical_url and _mark("canonical")
        marked.content = f"{'<h1>' if '<h1' in (page.content or '') else ''}{_mark('content')}"
        html = _squeezed(self._mend(self._main.render({**context(), "page": marked})))
        html = html.replace(marked.content, _mark("content"))
        for toc_mended in (True, False):
            toc = self._contents(context, page, toc_mended)
            if html.count(toc) == 1:
                pieces = _MARKED.split(html.replace(toc, _mark("toc")))
                return Frame(tuple(pieces[::2]), tuple(pieces[1::2]), toc_mended)
        return None

    def _values(self, context: Context, page: Page, toc_mended: bool) -> dict[str, str]:
        return {
            "title": str(page.meta["title"]),
            "description": str(page.meta["description"]),
            "head": str(page.meta["onrecord_head"]),
            "canonical": page.canonical_url or "",
            "toc": self._contents(context, page, toc_mended),
            "content": page.content or "",
        }

    def _contents(self, context: Context, page: Page, toc_mended: bool) -> str:
        # themes leave a page's own heading out of it, so that most pages of a kind have the same
        links = [copy(link) for link in page.toc]
        heading = links[0].title if links else ""
        for first in links[:1]:
            first.title = _mark("heading")
        key = (toc_mended, *map(_shape, links))
        if key not in self._tocs:
            if len(self._tocs) >= _MOST:
                self._tocs.clear()
            marked = copy(page)
            marked.toc = TableOfContents(links)
            html = self._toc.render({**context(), "page": marked}).strip()
            self._tocs[key] = _squeezed(self._mend(html) if toc_mended else html)
        return self._tocs[key].replace(_mark("heading"), heading)


def _kind(page: Page) -> tuple[Any, ...]:
    """What pages have in common that share a frame: their folder, from which links lead, and what they have at all."""
    first = next(iter(page.toc), None)
    url = page.url or ""
    has = (bool(page.canonical_url), bool(page.meta["description"]), "<h1" in (page.content or ""))
    return posixpath.dirname(url.rstrip("/")), url.endswith("/"), first and first.url, *has


def _shape(link: Any) -> tuple[Any, ...]:
    return link.title, link.url, link.level, *map(_shape, link.children)


def _mark(name: str) -> str:
    return _MARK.format({"onrecord_head": "head"}.get(name, name))


def _squeezed(html: str) -> str:
    return html if _VERBATIM.search(html) else _BLANK.sub("\n", html)
