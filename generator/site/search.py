"""Search on a large site: Pagefind, which loads only the parts of its index that hold the words asked for.

The theme's own search loads its whole index on every page; that is right for a small site (it needs nothing after) and
too much for a large one: 24 MB at 4,000 pages.
"""

import re
import subprocess
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import Final

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from pagefind.service import get_executable

from generator.errors import OnrecordError

FOLDER: Final = "pagefind"
# The theme's search, as MkDocs names it in a configuration that says `search`.
THEMES = ("material/search", "search")
# Pagefind's own look, which these pages do not use: 300 kB in every site.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
# What is found of a page: its name, and what says most of it. All of it stands before the first section.
_FOUND = ('<h1 id="top"', '<p class="or-lead"', '<p class="or-also"', '<blockquote class="or-quote')
_LANGUAGE = re.compile(r"<html[^>]*>")


def takes_over(config: MkDocsConfig, large: bool) -> bool:
    """Whether Pagefind takes the place of the theme's search, which is then put off: where that is on, the site is
    `large`, and Pagefind's program is installed; there are platforms that it is not made for."""
    theme = next((config.plugins[name].config for name in THEMES if name in config.plugins), None)
    if theme is None or not theme.get("enabled", True) or not large or get_executable() is None:
        return False
    theme["enabled"] = False
    config.extra_javascript.append("assets/onrecord/search.js")
    return True


def searchable(html: str, kind: str) -> str:
    """What Pagefind shall find of a page's content, with the kind of page it is."""
    head = html.partition("<h2")[0]
    for opening in _FOUND:
        head = head.replace(opening, f"{opening.replace(' ', ' data-pagefind-body ', 1)}", 1)
    return _told(head.replace("<small data-search-exclude", "<small data-pagefind-ignore", 1), kind)


def searchable_prose(html: str) -> str:
    """A hand-written page's content, all of which is found."""
    return _told(f"<div data-pagefind-body>{html}</div>", "Page")


def _told(html: str, kind: str) -> str:
    return html.replace(" data-pagefind-body", f' data-pagefind-body data-pagefind-meta="kind:{kind}"', 1)


class SearchIndex:
    """What is to be found of a site's pages, gathered until `write` makes the index of it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="onrecord-search-")

    def add(self, url: str, found: str, page: str) -> None:
        """Add what is found of the page at an address (empty: nothing), as of `searchable`; the page says
        its language."""
        if not found:
            return
        # Pagefind needs five times as long for a page with all that the theme writes. It orders pages by their names.
        language = _LANGUAGE.search(page)
        body = f'<body data-pagefind-meta="url:{escape(url)}">{found}</body>'
        html = f"<!doctype html>{language[0] if language else '<html>'}{body}</html>"
        name = blake2b(url.encode(), digest_size=12).hexdigest()
        (Path(self._folder.name) / f"{name}.html").write_text(html, encoding="utf-8")

    def write(self, site: Path) -> None:
        """Write the index below a site. Raises OnrecordError with Pagefind's own words where it fails."""
        program = get_executable()
        if program is None:
            raise OnrecordError("Pagefind is not installed: install 'pagefind[bin]'")
        with self._folder as found:
            command = [str(program), "--site", found, "--output-path", str(site / FOLDER), "--quiet"]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise OnrecordError(f"Pagefind made no index: {(done.stderr or done.stdout).strip()}")
        for pattern in _UNUSED:
            for file in (site / FOLDER).glob(pattern):
                file.unlink()
