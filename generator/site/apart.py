"""Pages that MkDocs does not see: thousands of them, none in the navigation, take more time in its hands than all else.

They are written after its own. A page that the navigation or a hand-written page leads to is one of MkDocs', which
checks the link; so are all pages where another plugin or a hook wants to see pages, and on a small site.
"""

from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from generator.site.chrome import Chrome, Context, Unseen, place_of
from generator.site.generated import GeneratedPage, Making, fill
from generator.site.kept import Kept, KeptPages, Made
from generator.site.lookup import Lookup
from generator.site.making import Written, made_pages, program_of
from generator.site.navigation import title_in
from generator.site.plan import PagePlan
from generator.site.search import THEMES, Found, SearchIndex
from generator.site.standing import Standing

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


class Apart:
    """Puts pages into the theme and writes them, but for those that the site that stands has already; keeps what was
    made of them in `folder`."""

    def __init__(
        self,
        folder: Path,
        making: Making,
        chrome: Chrome,
        config: MkDocsConfig,
        nav: Navigation,
        files: Files,
        standing: Standing | None,
    ) -> None:
        self._folder, self._making, self._chrome, self._standing = folder, making, chrome, standing
        self._config, self._nav, self._seen = config, nav, files.documentation_pages()
        self._themes: dict[bytes, bytes] = {}

    def pages(
        self, plans: Sequence[PagePlan], lookup: Lookup, index: SearchIndex | None
    ) -> Generator[None, None, None]:
        """Make and write pages, with a step for each of them, and the index of them where there is one."""
        self._kept = KeptPages(self._folder / "pages.sqlite" if plans else None)

        def text(plan: PagePlan) -> str:
            found = self._kept.found(plan.uri)
            return self._making.made(plan, lookup).found if found is None else found

        with (
            closing(self._kept),
            closing(made_pages(plans, lookup, self._making, self._kept, self._stands, self._write)) as pages,
        ):
            for plan, kept, made, written in pages:
                if self._standing and written and written.theme:
                    self._standing.note(self._making.file(plan), self._made_of(plan, kept, written.theme))
                if index and kept.found:
                    found = made.found.__str__ if made else partial(text, plan)
                    index.add(Found(plan.near, self._making.url(plan.uri), kept.found, found))
                yield
            if index:
                index.write(Path(self._config.site_dir), program_of(self._making), self._standing)
            self._kept.end(plan.uri for plan in plans)

    def _stands(self, plan: PagePlan, kept: Kept) -> bool:
        """Whether the file of a page that is kept is there, and would come out the same."""
        if self._standing is None or not kept.place:
            return False
        if kept.place not in self._themes:
            made = self._kept.made(plan.uri)
            if made is None:
                return False
            self._themes[kept.place] = self._chrome.theme(*self._put(plan, made))
        theme = self._themes[kept.place]
        return bool(theme) and self._standing.holds(self._making.file(plan), self._made_of(plan, kept, theme))

    def _write(self, plan: PagePlan, made: Made) -> Written:
        context, page = self._put(plan, made)
        html = self._chrome.page(context, page, True)
        path = Path(self._config.site_dir, self._making.file(plan))
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb", buffering=0) as file:
            file.write(html.encode("utf-8", errors="xmlcharrefreplace"))
        return Written(place_of(page), self._chrome.theme(context, page))

    def _put(self, plan: PagePlan, made: Made) -> tuple[Context, Unseen]:
        """A page for the theme, and what the theme knows where it is asked."""

        def context() -> Any:
            page = file_of(f"{plan.uri}.md", self._config).page
            assert page is not None
            fill(page, plan, made, self._making)
            page.active = True
            return get_context(self._nav, self._seen, self._config, page)

        page = Unseen(self._making.url(plan.uri))
        fill(page, plan, made, self._making)
        return context, page

    def _made_of(self, plan: PagePlan, kept: Kept, theme: bytes) -> bytes:
        """Stands for all that the file of a page is put together from."""
        own = repr((plan.title, plan.description, self._making.canonical(plan)))
        return blake2b(theme + kept.made + own.encode("utf-8", "surrogatepass"), digest_size=16).digest()
