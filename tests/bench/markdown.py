"""The content of a built site as Markdown for stock MkDocs: the same words, headings, lists, tables and links."""

import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

# A navigation of four items, as a hand-written configuration has; the other pages are found by their links.
NAV = ("index.md", "statements/index.md", "actors/index.md", "sources/index.md")
SETTINGS = """site_name: Dossier
theme:
  name: material
  font: false
nav: [{nav}]
not_in_nav: |
  *
validation: {{links: {{not_found: ignore, anchors: ignore, unrecognized_links: ignore}}}}
"""
_SKIPPED = {"script", "style", "svg", "button", "template", "input", "select", "form", "nav"}
_BLOCKS = {"p", "div", "blockquote", "dl", "section", "details", "figure", "summary", "tr", "table", "ul", "ol"}
_BEFORE = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- ", "dt": "**", "summary": "**"}
_AFTER = {"dt": "**: ", "dd": "  \n", "summary": "**\n\n", "td": " | ", "th": " | "}


class _Converter(HTMLParser):
    """Puts together the Markdown of one page's article."""

    def __init__(self, folder: str, pages: set[str]) -> None:
        super().__init__()
        self.out: list[str] = []
        self._folder, self._pages, self._skip = folder, pages, 0
        self._inside, self._links, self._quoted = False, list[str | None](), 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self._inside = True
        self._skip += tag in _SKIPPED and tag != "input"
        if not self._inside or self._skip:
            return
        if tag in _BLOCKS or tag in _BEFORE:
            self.out.append("\n\n" if tag not in {"li", "dt", "tr"} else "\n")
        self._quoted += tag == "blockquote"
        if self._quoted and tag == "p":
            self.out.append("> ")
        if tag == "a":
            self._links.append(self._link(dict(attrs).get("href")))
            self.out.append("[" if self._links[-1] else "")
        if tag in {"mark", "strong"}:
            self.out.append("**")
        self.out.append(_BEFORE.get(tag, "| " if tag == "tr" else ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED and tag != "input":
            self._skip -= 1
            return
        if not self._inside or self._skip:
            return
        if tag == "article":
            self._inside = False
        self._quoted -= tag == "blockquote"
        if tag == "a" and self._links and (link := self._links.pop()):
            self.out.append(f"]({link})")
        if tag in {"mark", "strong"}:
            self.out.append("**")
        self.out.append(_AFTER.get(tag, "\n" if tag in _BLOCKS or tag in _BEFORE else ""))

    def handle_data(self, data: str) -> None:
        if self._inside and not self._skip:
            self.out.append(re.sub(r"([\\`*_\[\]<>#])", r"\\\1", re.sub(r"\s+", " ", data)))

    def _link(self, href: str | None) -> str | None:
        """The link to another page's Markdown file, or as it is; None where there is no such page."""
        if not href or "//" in href:
            return href
        path, _, anchor = href.partition("#")
        if not path:
            return f"#{anchor}"
        page = posixpath.normpath(posixpath.join(self._folder, path))
        target = "index.md" if page == "." else f"{page}.md" if f"{page}.md" in self._pages else f"{page}/index.md"
        if target not in self._pages:
            return None
        link = posixpath.relpath(target, posixpath.dirname(_file(self._folder, self._pages)) or ".")
        return f"{link}#{anchor}" if anchor else link


def _file(folder: str, pages: set[str]) -> str:
    """The Markdown file of a folder of the built site."""
    if folder in {"", "."}:
        return "index.md"
    return f"{folder}.md" if f"{folder}.md" in pages else f"{folder}/index.md"


def write(site: Path, project: Path) -> int:
    """A stock MkDocs project with the content of a built site; returns how many pages it has."""
    built = [page.parent.relative_to(site).as_posix() for page in sorted(site.rglob("index.html"))]
    sections = {folder for folder in built if any(other.startswith(f"{folder}/") for other in built)}
    pages = {
        "index.md" if folder == "." else f"{folder}/index.md" if folder in sections else f"{folder}.md"
        for folder in built
    }
    for folder in built:
        converter = _Converter("" if folder == "." else folder, pages)
        converter.feed((site / folder / "index.html").read_text(encoding="utf-8"))
        file = project / "docs" / _file(folder, pages)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(_tidy("".join(converter.out))), encoding="utf-8")
    nav = ", ".join(name for name in NAV if name in pages)
    (project / "mkdocs.yml").write_text(SETTINGS.format(nav=nav), encoding="utf-8")
    return len(pages)


def _tidy(text: str) -> Iterator[str]:
    """The lines, without more than one empty line in a row, and with the rule below the head of each table."""
    blank, row = True, False
    for line in (line.rstrip() for line in text.split("\n")):
        if line or not blank:
            yield line
        table = line.startswith("| ")
        if table and not row:
            yield "|" + " --- |" * (line.count("|") - 1)
        blank, row = not line, table or (row and not line)
