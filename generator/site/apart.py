"""Pages that MkDocs does not see: thousands of them, none in the navigation, take more time in its hands than all else.

They are written after its own. A page that the navigation or a hand-written page leads to is one of MkDocs', which
checks the link; so are all pages where another plugin or a hook wants to see pages, and on a small site.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from generator.site.chrome import Chrome
from generator.site.generated import GeneratedPage, Making, fill
from generator.site.kept import Made
from generator.site.navigation import title_in
from generator.site.plan import PagePlan
from generator.site.search import THEMES, SearchIndex

_PAGE_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")


class RecordFiles(Files):
    """The files of a site, with a file for each page in `plans` (by its path) that anything asks for by its path."""

    def __init__(self, files: Iterable[File], plans: Iterable[str], config: MkDocsConfig) -> None:
        super().__init__(files)
        self._plans, self._config = frozenset(plans), config

    def get_file_from_path(self, path: str) -> File | None:
        """The file at a path below `docs/`, or None."""
        found = super().get_file_from_path(path)
        if found is None and (uri := PurePath(path).as_posix()) in self._plans:
            found = file_of(uri, self._config, title_in(self._config.nav, uri))
            self.append(found)
        return found


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as the sitemap wants it: a file and its page in one."""

    src_uri: str
    canonical_url: str | None
    update_date: str

    @property
    def page(self) -> "Listed":
        """This page."""
        return self


def file_of(uri: str, config: MkDocsConfig, title: str | None = None) -> File:
    """The file of a page that is made from records, with its page under `title`, that of the navigation."""
    file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    GeneratedPage(title, file, config)  # it becomes the file's page
    return file


def unseen(config: MkDocsConfig, ours: Any) -> bool:
    """Whether no plugin or hook wants to see each page, but for this one and the theme's search, which is put off."""
    others = (one for name, one in config.plugins.items() if one is not ours and name not in THEMES)
    return not any(hasattr(other, f"on_{event}") for other in others for event in _PAGE_EVENTS)


def write_pages(
    made: Iterator[tuple[PagePlan, Made]],
    making: Making,
    chrome: Chrome,
    config: MkDocsConfig,
    nav: Navigation,
    files: Files,
    index: SearchIndex | None,
) -> Iterator[None]:
    """Put pages into the theme and write each, with a step for each that is written."""
    seen = files.documentation_pages()
    for plan, parts in made:
        page = file_of(f"{plan.uri}.md", config).page
        assert page is not None
        fill(page, plan, parts, making)
        page.active = True
        html = chrome.page(partial(get_context, nav, seen, config, page), page, True)
        path = Path(page.file.abs_dest_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(html.encode("utf-8", errors="xmlcharrefreplace"))
        if index:
            index.add(page.url, parts.found, html)
        yield
