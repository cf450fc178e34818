"""Pages that MkDocs does not see: thousands of them, none in the navigation, take more time in its hands than all else.

They are written after its own. A page that the navigation or a hand-written page leads to is one of MkDocs', which
checks the link; so are all pages where another plugin or a hook wants to see pages, and on a small site.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from generator.cache import Cache
from generator.files import write_new
from generator.site.chrome import Chrome, Context, Unseen, place_of, placed
from generator.site.generated import GeneratedPage, Making, fill
from generator.site.kept import Kept, KeptPages, Made
from generator.site.lookup import Lookup
from generator.site.making import NOWHERE, Written, made_pages, program_of
from generator.site.navigation import title_in
from generator.site.plan import PagePlan
from generator.site.search import THEMES, SearchIndex
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


class _There(File):
    """A file that need not be copied."""

    def copy_file(self, dirty: bool = False) -> None:
        """It is there."""


def uncopied(files: Iterable[File], below: Path, config: MkDocsConfig, standing: Standing | None) -> Iterator[File]:
    """The files of a site, of which those `below` a folder are not copied where they are in the site that stands."""
    folder = f"{below.resolve()}/"
    for file in files:
        path = file.abs_src_path
        there = standing and path and path.startswith(folder) and standing.holds_copy(file.dest_uri, path)
        yield _There.generated(config, file.src_uri, abs_src_path=path) if path and there else file


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
    """Puts pages into the theme and writes them, but for those that the site that stands has already; `cache` keeps
    what was made of them."""

    def __init__(
        self,
        cache: Cache,
        making: Making,
        chrome: Chrome,
        config: MkDocsConfig,
        nav: Navigation,
        files: Files,
        standing: Standing | None,
    ) -> None:
        self._cache, self._making, self._chrome, self._standing = cache, making, chrome, standing
        self._config, self._nav, self._seen = config, nav, files.documentation_pages()
        self._themes: dict[Any, bytes] = {}

    def pages(
        self, plans: Sequence[PagePlan], lookup: Lookup, index: SearchIndex | None
    ) -> Generator[None, None, None]:
        """Make and write pages, with a step for each of them, and the index of them where there is one."""
        if not plans:
            return
        program = program_of(self._making)
        # without a site that stands nothing is of use to the next build: its pages' files will be others
        kept = KeptPages(self._cache, program) if self._standing else None
        with closing(made_pages(plans, lookup, self._making, kept, self._stands, self._write)) as pages:
            for plan, page in pages:
                if self._standing and page.theme:
                    self._standing.note(self._making.file(plan), self._made_of(page.made, page.theme))
                if index and page.found:
                    index.add(self._making.found(plan, page.found))
                yield
        if index:
            index.write(Path(self._config.site_dir), program, self._standing)
        if kept:
            kept.end(plan.uri for plan in plans)

    def _stands(self, plan: PagePlan, kept: Kept) -> bool:
        """Whether the file of a page that is kept is there, and would come out the same."""
        if self._standing is None:
            return False
        if kept.place not in self._themes:
            page = placed(self._making.url(plan.uri), kept.place)
            self._themes[kept.place] = self._chrome.theme(self._context(plan, page), page)
        theme = self._themes[kept.place]
        return bool(theme) and self._standing.holds(self._making.file(plan), self._made_of(kept.made, theme))

    def _write(self, plan: PagePlan, made: Made) -> Written:
        page = Unseen(self._making.url(plan.uri))
        fill(page, plan, made, self._making)
        context = self._context(plan, page)
        html = self._chrome.page(context, page, True)
        data = html.encode("utf-8", errors="xmlcharrefreplace")
        write_new(f"{self._config.site_dir}/{self._making.file(plan)}", data)
        if self._standing is None:
            return NOWHERE
        return Written(place_of(page), self._chrome.theme(context, page))

    def _context(self, plan: PagePlan, page: Unseen) -> Context:
        """What the theme knows of a page where it is asked."""

        def context() -> Any:
            whole = file_of(f"{plan.uri}.md", self._config).page
            assert whole is not None
            whole.meta, whole.content, whole.toc = page.meta, page.content, page.toc
            whole.canonical_url, whole.active = page.canonical_url, True
            return get_context(self._nav, self._seen, self._config, whole)

        return context

    @staticmethod
    def _made_of(made: bytes, theme: bytes) -> bytes:
        """Stands for all that the file of a page is put together from."""
        return blake2b(theme + made, digest_size=16).digest()
