"""Search on a large site: Pagefind, which loads only the parts of its index that hold the words asked for.

The theme's own search loads its whole index on every page; that is right for a small site (it needs nothing after) and
too much for a large one: 24 MB at 4,000 pages.
"""

import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from pagefind.service import get_executable

from generator.errors import OnrecordError

FOLDER: Final = "pagefind"
# The theme's search, as MkDocs names it in a configuration that says `search`.
_THEMES = ("material/search", "search")
# Pagefind's own look, which these pages do not use: 300 kB in every site.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
# What is found of a page: its name, and what says most of it. All of it stands before the first section.
_FOUND = ('<h1 id="top"', '<p class="or-lead"', '<p class="or-also"', '<blockquote class="or-quote')
# A page written by hand is found by all that it says.
_PROSE = 'data-pagefind-meta="kind:Page"'
_LANGUAGE = re.compile(r"<html[^>]*>")


def theme_search(config: MkDocsConfig) -> Any:
    """The settings of the theme's search, where the configuration has it and leaves it on; None elsewhere."""
    for name in _THEMES:
        plugin = config.plugins.get(name)
        if plugin is not None and plugin.config.get("enabled", True):
            return plugin.config
    return None


def available() -> bool:
    """Whether Pagefind's program is installed; there are platforms that it is not made for."""
    return get_executable() is not None


def searchable(html: str, kind: str) -> str:
    """A page's content with what Pagefind shall find of it marked, and the kind of page it is."""
    head, section, rest = html.partition("<h2")
    for opening in _FOUND:
        head = head.replace(opening, f"{opening.replace(' ', ' data-pagefind-body ', 1)}", 1)
    head = head.replace(" data-pagefind-body", f' data-pagefind-body data-pagefind-meta="kind:{kind}"', 1)
    return head.replace("<small data-search-exclude", "<small data-pagefind-ignore", 1) + section + rest


def searchable_prose(html: str) -> str:
    """A hand-written page's content, all of which is found."""
    return f"<div data-pagefind-body {_PROSE}>{html}</div>"


def index(site: Path) -> None:
    """Index a built site; the index is below it. Raises OnrecordError with Pagefind's own words where it fails."""
    program = get_executable()
    if program is None:
        raise OnrecordError("Pagefind is not installed: install 'pagefind[bin]'")
    with tempfile.TemporaryDirectory(prefix="onrecord-search-") as found:
        for page in sorted(site.rglob("*.html")):
            if html := _found(page.read_text(encoding="utf-8")):
                copy = Path(found) / page.relative_to(site)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_text(html, encoding="utf-8")
        command = [str(program), "--site", found, "--output-path", str(site / FOLDER), "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OnrecordError(f"Pagefind made no index: {(done.stderr or done.stdout).strip()}")
    for pattern in _UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()


def _found(html: str) -> str:
    """What is to be found of a page, as a page of its own; empty where nothing is. Parsing all of each page takes
    Pagefind five times as long: 5.6 s instead of 1.1 s on 4,800 pages."""
    opening, _, rest = html.partition("<article")
    article = rest.partition("</article>")[0]
    if " data-pagefind-body" not in article:
        return ""
    part = article if _PROSE in article else article.partition("<h2")[0]
    language = _LANGUAGE.search(opening)
    return f"<!doctype html>{language[0] if language else '<html>'}<body><article{part}</article></body></html>"
