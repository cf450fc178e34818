"""Checks on what is built: every link leads somewhere, and nothing is in it that nobody may read."""

import gzip
import html
import os
import posixpath
import re
import zlib
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.checks.state import Published
from generator.errors import Fault

_LINK = re.compile(r"""<(?:a|link|script|img|iframe|source)\b[^>]*?\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_ANCHOR = re.compile(r"""\s(?:id|name)=(?:"([^"]+)"|'([^']+)'|([^\s>]+))""")
# What is written in a link as it is.
_PLAIN = re.compile(r"[A-Za-z0-9_.-]+")
_TAG = re.compile(r"<[^>]*>")
# Pagefind names these by what is in them, and its script alone asks for them.
_SEARCH = (".pf_fragment", ".pf_index", ".pf_meta")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


class Linked:
    """A citation that leads nowhere is worse than none."""

    says = "every link of the site leads to a page and to a place on it"
    of = "site"

    def faults(self, state: Published) -> Iterator[Fault]:
        """A fault for each link to a file or an anchor that is not there; addresses on other hosts are not asked.

        A page of the last site may lead nowhere now only where something is not there any more that was.
        """
        if state.site is None:
            return
        site, last = _Site(state.site), _Site(state.last) if state.last and state.carried else None
        lost = sorted(set(_lost(last, site, state.carried))) if last else []
        lead = re.compile("|".join(map(re.escape, lost)))
        for name in sorted(name for name in site.files if name.endswith(".html")):
            if name in state.carried and not (lost and lead.search(site.text(name))):
                continue
            known = last.links(name) if last and name in last.files else {}
            for link in site.links(name):
                path, place = _parts(link)
                if path is None:
                    continue
                target = site.file(name, path)
                if link in known and target in state.carried:
                    continue
                if target not in site.files:
                    yield Fault(name, f"the link '{link}' leads to no file", "correct the link")
                elif place and target.endswith(".html") and place not in site.places(target):
                    yield Fault(name, f"the link '{link}' leads to no place on that page", "correct the link")


class _Site:
    """The files of a site by their paths below it, and the places on its pages."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._places: dict[str, frozenset[str]] = {}
        top = len(str(folder)) + 1
        walked = [(at[top:], names) for at, _, names in os.walk(folder)]
        self._folders = {at or "." for at, _ in walked}
        self.files = {posixpath.join(at, name) for at, names in walked for name in names}

    def text(self, name: str) -> str:
        """The HTML of a page."""
        return (self._folder / name).read_text(encoding="utf-8", errors="replace")

    def links(self, name: str) -> dict[str, None]:
        """The links on a page, each once, in order."""
        return dict.fromkeys(html.unescape("".join(found)) for found in _LINK.findall(self.text(name)))

    def places(self, name: str) -> frozenset[str]:
        """The anchors of a page."""
        if name not in self._places:
            found = _ANCHOR.findall(self.text(name))
            self._places[name] = frozenset(html.unescape("".join(one)) for one in found)
        return self._places[name]

    def file(self, page: str, path: str) -> str:
        """The file that a path on a page leads to, there or not."""
        if not path:
            return page
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        return posixpath.normpath(f"{target}/index.html") if path.endswith("/") or target in self._folders else target


@lru_cache(1 << 16)
def _parts(link: str) -> tuple[str | None, str]:
    """The path and the place a link leads to; no path where it leads elsewhere than into the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or link.startswith("/") or not link:
        return None, ""
    return unquote(parts.path), unquote(parts.fragment)


def _lost(last: _Site, site: _Site, carried: Collection[str]) -> Iterator[str]:
    """What stands in every link to something that the last site had and this one has not."""
    for name in last.files.difference(carried):
        if name.endswith(_SEARCH):
            continue
        if name not in site.files:
            file = posixpath.basename(name.removesuffix("index.html").rstrip("/"))
            yield file if _PLAIN.fullmatch(file) else ""
        elif name.endswith(".html"):
            places = last.places(name) - site.places(name)
            yield from (place if _PLAIN.fullmatch(place) else "" for place in places)


class Silent:
    """What a person took out must not come back by another door: a download, the search index, a page of their own."""

    says = "nothing that is redacted or under an embargo is in the data or on the site"
    of = "site"

    def faults(self, state: Published) -> Iterator[Fault]:
        """A fault for each file, by its name and its bytes, that tells what is redacted or withheld."""
        if not state.secrets:
            return
        folders = (state.data, *([state.site] if state.site else []))
        for folder in folders:
            for path in sorted(p for p in folder.rglob("*") if p.is_file()):
                name = path.relative_to(folder).as_posix()
                if folder == state.data or name not in state.carried:
                    yield from _told(path, name, state)


def _told(path: Path, name: str, state: Published) -> Iterator[Fault]:
    readings = (name, *readings_of(path.read_bytes()))
    right = "see whether the file, or an article's or a page's name, was written by hand; else run 'onrecord extract'"
    for number, pattern in enumerate(state.secrets.redacted, 1):
        if any(pattern.search(text) for text in readings):
            # the words stay untold: logs of a public build are public
            yield Fault(str(path), f"holds the words of redaction {number}", right)
    flat = [" ".join(text.split()).casefold() for text in readings]
    if any(passage in text for text in flat for passage in state.secrets.withheld):
        yield Fault(str(path), "holds a passage of an article under an embargo", right)


def readings_of(data: bytes) -> tuple[str, ...]:
    """The texts bytes may be read as: unpacked, escapes of HTML, JSON and addresses undone, with and without tags."""
    if data[:2] == b"\x1f\x8b":
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            return ()
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), data.decode("utf-8", "replace"))
    plain = html.unescape(text)
    return plain, unquote(plain), html.unescape(_TAG.sub("", text)), html.unescape(_TAG.sub(" ", text))
