"""Checks on what is built: every link leads somewhere, and nothing is in it that nobody may read."""

import gzip
import html
import re
import zlib
from collections.abc import Iterator, Mapping
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
        """A fault for each link to a file or an anchor that is not there; addresses on other hosts are not asked."""
        site = state.site
        if site is None:
            return
        pages = {p: p.read_text(encoding="utf-8", errors="replace") for p in sorted(site.rglob("*.html"))}
        anchors: dict[Path, frozenset[str]] = {}
        there = {p for p in site.rglob("*") if p.is_file()}
        for page, text in pages.items():
            name = page.relative_to(site).as_posix()
            for link in dict.fromkeys(html.unescape("".join(found)) for found in _LINK.findall(text)):
                parts = urlsplit(link)
                if parts.scheme or parts.netloc or link.startswith("/") or not link:
                    continue
                target = _file(page, unquote(parts.path))
                if target not in there:
                    yield Fault(name, f"the link '{link}' leads to no file", "correct the link")
                elif parts.fragment and target in pages and not _has(target, unquote(parts.fragment), pages, anchors):
                    yield Fault(name, f"the link '{link}' leads to no place on that page", "correct the link")


def _file(page: Path, path: str) -> Path:
    if not path:
        return page
    target = Path(re.sub(r"[^/]+/\.\./", "", (page.parent / path).as_posix()))
    parts: list[str] = []
    for part in target.parts:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    target = Path(*parts)
    return target / "index.html" if path.endswith(("/", ".")) or target.is_dir() else target


def _has(page: Path, anchor: str, pages: Mapping[Path, str], anchors: dict[Path, frozenset[str]]) -> bool:
    if page not in anchors:
        found = _ANCHOR.findall(pages[page])
        anchors[page] = frozenset(html.unescape("".join(one)) for one in found)
    return anchor in anchors[page]


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
                yield from _told(path, path.relative_to(folder).as_posix(), state)


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
