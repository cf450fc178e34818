"""Checks on what is built: every link leads somewhere, and nothing is in it that nobody may read."""

import gzip
import html
import os
import posixpath
import re
import sys
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.checks.state import Published
from generator.errors import Fault

_LINK = re.compile(r"""<(?:a|link|script|img|iframe|source)\b[^>]*?\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_ANCHOR = re.compile(r"""\s(?:id|name)=(?:"([^"]+)"|'([^']+)'|([^\s>]+))""")
_TAG = re.compile(r"<[^>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


class Linked:
    """A citation that leads nowhere is worse than none."""

    says = "every link of the site leads to a page and to a place on it"
    of = "site"

    def faults(self, state: Published) -> Iterator[Fault]:
        """A fault for each link to a file or an anchor that is not there; addresses on other hosts are not asked.

        Pages that are known are not read: where they lead stands in `state.leads`, which what is read is added to.
        """
        if state.site is None:
            return
        site, leads = _Site(state.site, state.carried, state.added), state.leads
        gone = [leads.pop(name) for name in leads.keys() - state.carried]
        known = set().union(*leads.values())
        sound = known.union(*gone)
        new = sorted(name for name in site.files - leads.keys() if name.endswith(".html"))
        leads.update((name, tuple(site.leads(name))) for name in new)
        # what a page that is as it was leads to is sound where that is as it was, too
        asked = {lead for lead in known if lead.partition("\0")[0] not in state.carried}
        asked.update(*(leads[name] for name in new))
        lost = {lead: what for lead in sorted(asked) if (what := site.wrong(lead, lead in sound))}
        if not lost:
            return
        for name in sorted(name for name in leads.keys() & site.files if not lost.keys().isdisjoint(leads[name])):
            for link, lead in site.links(name):
                if lead in lost:
                    yield Fault(name, f"the link '{link}' leads to no {lost[lead]}", "correct the link")


class _Site:
    """The files of a site by their paths below it, and the places on its pages: those that are `carried` over and those
    that are `added`; where `added` is not known they are looked for."""

    def __init__(self, folder: Path, carried: Collection[str], added: Collection[str] | None) -> None:
        self._folder, self._carried = folder, carried
        self._places: tuple[str, frozenset[str]] = "", frozenset()  # of one page: all fill the memory
        self._resolved: dict[tuple[str, str], str] = {}
        top = len(str(folder)) + 1
        found = (posixpath.join(at[top:], name) for at, _, names in os.walk(folder) for name in names)
        self.files = set(found) if added is None else {*carried, *added}

    def _text(self, name: str) -> str:
        return (self._folder / name).read_text(encoding="utf-8", errors="replace")

    def links(self, name: str) -> Iterator[tuple[str, str]]:
        """The links on a page that lead into the site, each once, in order, with where each leads."""
        return self._links(name, self._text(name))

    def _links(self, name: str, text: str) -> Iterator[tuple[str, str]]:
        folder = posixpath.dirname(name)
        for found in dict.fromkeys(_LINK.findall(text)):
            link = html.unescape("".join(found))
            lead = _joined(name, urlsplit(link).fragment) if link[:1] in "#?" else self._lead(folder, link)
            if link and lead:
                yield link, lead

    def leads(self, name: str) -> dict[str, None]:
        """Where a page leads: the paths of files, each with a NUL and the place on it where one is given, but for
        places of its own that are there: an article's page leads to hundreds of them, and has just been read."""
        text, own = self._text(name), f"{name}\0"
        leads = dict.fromkeys(lead for _, lead in self._links(name, text))
        if any(lead.startswith(own) for lead in leads):
            places = _anchors(text)
            leads = {lead: None for lead in leads if not (lead.startswith(own) and lead[len(own) :] in places)}
        # thousands of pages lead to one and the same, which is kept and compared as one text
        return dict.fromkeys(map(sys.intern, leads))

    def wrong(self, lead: str, was: bool) -> str:
        """What is not there of where a link leads: file, or place on that page; empty where all is. `was` says that all
        was there in the last site."""
        target, _, place = lead.partition("\0")
        if target not in self.files:
            return "file"
        if not place or not target.endswith(".html") or (was and target in self._carried):
            return ""
        return "" if place in self._anchors(target) else "place on that page"

    def _anchors(self, name: str) -> frozenset[str]:
        if name != self._places[0]:
            self._places = name, _anchors(self._text(name))
        return self._places[1]

    def _lead(self, folder: str, link: str) -> str:
        """Where a link leads from a folder; empty where that is elsewhere than into the site."""
        while folder and link.startswith("../"):  # what thousands of folders beside each other lead to is one
            folder, link = folder.rpartition("/")[0], link[3:]
        path, _, fragment = link.partition("#")  # a page has hundreds of places that others lead to
        if (folder, path) not in self._resolved:
            self._resolved[folder, path] = self._led(folder, path)
        target = self._resolved[folder, path]
        return target and _joined(target, fragment)

    def _led(self, folder: str, link: str) -> str:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or link.startswith("/"):
            return ""
        path = unquote(parts.path)
        target = posixpath.normpath(posixpath.join(folder, path))
        if path.endswith("/") or not path or (self._folder / target).is_dir():
            target = posixpath.normpath(f"{target}/index.html")
        return target


def _anchors(text: str) -> frozenset[str]:
    """The places on a page."""
    return frozenset(html.unescape("".join(one)) for one in _ANCHOR.findall(text))


def _joined(target: str, fragment: str) -> str:
    place = unquote(fragment)
    return f"{target}\0{place}" if place else target


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
