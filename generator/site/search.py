"""Search on a large site: Pagefind, which loads only the parts of its index that hold the words asked for.

The theme's own search loads its whole index on every page; that is right for a small site (it needs nothing after) and
too much for a large one: 24 MB at 4,000 pages.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from pagefind.service import get_executable

from generator.cache import version_of
from generator.errors import OnrecordError
from generator.files import files_below, write_new
from generator.site.plan import EVENTS
from generator.site.standing import Standing

FOLDER: Final = "pagefind"
# Kinds of pages as results name them.
SOURCE, STATEMENT = "Source", "Statement"
# The theme's search, as MkDocs names it in a configuration that says `search`.
THEMES = ("material/search", "search")
# Pagefind's own look, which these pages do not use: 300 kB in every site.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
# What the parts of an index have in common, which stands in the first.
_SHARED = ("pagefind*.js", "wasm.*")
# Entries of an index that is in parts, of articles and of events, half as many of these: the smaller they are, the less
# has to be indexed anew for an article that is added; every part takes the browser three requests, and 500 articles, or
# 2,000 events, take 0.5 s of processor time.
PART = 2000
# Parts of articles, at most; with more of them the browser's requests weigh more than what it loads.
_PARTS = 32
# What is found of a page: its name, and what says most of it. All of it stands before the first section.
_FOUND = re.compile(r'<(h1|p|blockquote) (?:id="top"|class="or-(?:lead|also|quote)[^"]*")[^>]*>(.*?</\1>)', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")  # Pagefind does not take the words in one for a heading's
_UNSAID = re.compile(r"<small data-search-exclude.*?</small>\s*", re.DOTALL)
# Parts that are made side by side, each by a process of its own: all of them would fill the memory.
AT_ONCE = 2
# Thousands of files that live for a second cost more than all that Pagefind makes of them, where they are on a disk.
_MEMORY = Path("/dev/shm")
_ROOM = 256 << 20  # bytes that must be free there; a part of 4,000 pages takes about 16 MB, a container has 64 MB
# Each may have brought Pagefind's program, or what finds it.
_PACKAGES = ("pagefind", "pagefind_bin", "pagefind_bin_extended")
_LANGUAGE = re.compile(r'<html[^>]* lang="([^"]*)"')


def takes_over(config: MkDocsConfig, large: bool) -> bool:
    """Whether Pagefind takes the place of the theme's search, which is then put off: where that is on, the site is
    `large`, and Pagefind's program is installed; there are platforms that it is not made for."""
    theme = next((config.plugins[name].config for name in THEMES if name in config.plugins), None)
    if theme is None or not theme.get("enabled", True) or not large or get_executable() is None:
        return False
    theme["enabled"] = False
    config.extra_javascript.append("assets/onrecord/search.js")
    return True


def searchable(html: str) -> str:
    """What Pagefind shall find of a page's content."""
    return "".join(f"<{tag}>{_UNSAID.sub('', rest)}" for tag, rest in _FOUND.findall(html.partition("<h2")[0]))


class Found(NamedTuple):
    """What is found of the page at `url`, as of `searchable`, its kind as results name it, and the article that it is
    of, or `EVENTS` and its month: articles tell of what is near them in time. All of a hand-written page is found."""

    kind: str
    near: str
    url: str
    text: str

    def section(self) -> str:
        """The page as a section of another one; the lowest heading weighs as little as a paragraph's words."""
        name, rest = self.text.removeprefix("<h1>").split("</h1>", 1)
        return f'<h6 id="{escape(self.url)}">{_TAG.sub("", name)}</h6>{rest}'


class SearchIndex:
    """What is to be found of a site's pages, gathered until `write` makes the index of it.

    Statements are sections of their article's entry: an entry of its own costs several times as much, here and on the
    disk. Pagefind has no way to add to an index, so a large one is in parts, which the browser searches together: what
    is of one article is in one part, events are in others, what is of none, people above all, in the first. Results
    are named after their language, so that of the other parts has the part's number for a private subtag, by which
    `search.js` knows them.
    """

    def __init__(self) -> None:
        self._pages: list[Found] = []
        self._language = ""

    def tell_language(self, page: str) -> None:
        """Take the language of the pages from one of them."""
        self._language = self._language or "".join(_LANGUAGE.findall(page)[:1])

    def add(self, found: Found) -> None:
        """Add what is found of a page."""
        self._pages.append(found)

    def write(self, site: Path, program: bytes, standing: Standing | None) -> None:
        """Write the index below a site, but for parts that `standing` has already; `program` stands for what makes it.

        Raises OnrecordError with Pagefind's own words where it fails.
        """
        parts, program = self._parts(), program + _maker()
        begun: list[tuple[str, bytes, Future[list[str]]]] = []
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for number, pages in sorted(parts.items()):
                at = f"{FOLDER}/{number}" if number else FOLDER
                told = repr((at, self._language, pages))
                made = blake2b(program + told.encode("utf-8", "surrogatepass"), digest_size=16).digest()
                if standing and standing.holds_all(made):
                    continue
                language = f"{self._language}-x-{number}" if number else self._language
                begun.append((at, made, pool.submit(_index, pages, site / at, language, number > 0)))
                if not number:
                    begun[0][-1].result()  # its folder holds those of the others
        for at, made, indexed in begun:
            for name in indexed.result():
                if standing:
                    standing.note(f"{at}/{name}", made)
        (site / FOLDER).mkdir(exist_ok=True)
        (site / FOLDER / "parts.json").write_text(
            json.dumps([number for number in sorted(parts) if number]), encoding="utf-8"
        )

    def _parts(self) -> dict[int, list[Found]]:
        """The entries of each part by its number, the first one's 0, none of them without any; which part depends on
        nothing but the entry and, by the power of two, on how many there are."""
        entries = self._entries()
        count = min(2 << (len(entries) // PART).bit_length(), _PARTS) if len(entries) >= PART else 0
        parts: dict[int, list[Found]] = {}
        for page in entries:
            number = 0
            if count and page.near.startswith(f"{EVENTS} "):
                number = 1 + count + _number(page.near, count // 2)
            elif count and page.near:
                number = 1 + _number(page.near, count)
            parts.setdefault(number, []).append(page)
        if parts and 0 not in parts:
            parts[0] = parts.pop(min(parts))
        return parts

    def _entries(self) -> list[Found]:
        """The pages in the order of their addresses, statements with their articles where these have pages."""
        said: dict[str, list[Found]] = {}
        entries: list[Found] = []
        for page in sorted(self._pages, key=lambda page: page.url):
            (said.setdefault(page.near, []) if page.kind == STATEMENT else entries).append(page)
        for number, page in enumerate(entries):
            if page.kind == SOURCE and page.near in said:
                sections = "".join(statement.section() for statement in said.pop(page.near))
                entries[number] = page._replace(text=page.text + sections)
        return [*entries, *(page for pages in said.values() for page in pages)]


def _maker() -> bytes:
    """Stands for the Pagefind that is there; its program may also be one that no package has brought."""
    program = get_executable()
    size = program.stat().st_size if program and program.is_file() else 0
    return repr((*map(version_of, _PACKAGES), size)).encode()


def _number(name: str, count: int) -> int:
    """One of so many numbers, by a digest of a name."""
    return int.from_bytes(blake2b(name.encode(), digest_size=4).digest()) % count


def _index(pages: Iterable[Found], folder: Path, language: str, part: bool) -> list[str]:
    """Make the index of pages in a folder, without what is not used or (`part`) shared; the paths of its files."""
    program = get_executable()
    if program is None:
        raise OnrecordError("Pagefind is not installed: install 'pagefind[bin]'")
    roomy = os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free >= _ROOM
    with tempfile.TemporaryDirectory(prefix="onrecord-search-", dir=_MEMORY if roomy else None) as found:
        for kind, _, url, text in pages:
            # Pagefind needs five times as long for a page with all that the theme writes. It orders pages by names.
            meta = f'data-pagefind-meta="url[data-url], kind[data-kind]" data-url="{escape(url)}" data-kind="{kind}"'
            body = f"<body data-pagefind-body {meta}>{text}</body>"
            name = blake2b(url.encode(), digest_size=12).hexdigest()
            write_new(f"{found}/{name}.html", f'<!doctype html><html lang="{language}">{body}</html>'.encode())
        command = [str(program), "--site", found, "--output-path", str(folder), "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OnrecordError(f"Pagefind made no index: {(done.stderr or done.stdout).strip()}")
    for pattern in (*_UNUSED, *(_SHARED if part else ())):
        for unused in folder.glob(pattern):
            unused.unlink()
    return list(files_below(folder))
