"""The MkDocs plugin: adds the dossier's pages to a site. Uses documented plugin events only."""

from collections.abc import Callable, Generator, Iterator
from fnmatch import fnmatch
from itertools import chain, islice
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.cache import SITE, Cache
from generator.records import load_dossier
from generator.site.addresses import Addresses
from generator.site.apart import Apart, Listed, RecordFiles, file_of, uncopied, unseen
from generator.site.briefings import linked_markdown
from generator.site.chrome import TEMPLATE, Chrome
from generator.site.clean import clean
from generator.site.collecting import never_collected, seldom_collected
from generator.site.downloads import write_downloads
from generator.site.editorial import edition_changes, editorial_pages, is_local
from generator.site.frame import mended
from generator.site.generated import NO_DATE, GeneratedPage, Making, fill, named
from generator.site.lookup import Lookup
from generator.site.making import program_of
from generator.site.navigation import title_in, with_briefings, with_review
from generator.site.options import OnrecordConfig, faults_told, program_version
from generator.site.pages.changes import FEED, feed
from generator.site.pieces import Earlier
from generator.site.plan import pages
from generator.site.previews import previews, with_previews
from generator.site.render import FOLDER, keep_compiled
from generator.site.search import Found, SearchIndex, takes_over
from generator.site.standing import Standing
from generator.site.views import Here

Progress = Callable[[str, int, int], None]
CACHE = Path(".cache") / "onrecord"


class OnrecordPlugin(BasePlugin[OnrecordConfig]):  # type: ignore[no-untyped-call]
    """Adds a page for every actor, event, source and statement, and the overviews, to an MkDocs site.

    A hand-written page in `docs/` at the address of a generated one takes its place.
    """

    told: Progress = staticmethod(lambda what, done, total: None)
    """Called with each page that is written, of how many."""
    _ahead: Generator[None, None, None] = (_ for _ in ())
    standing: Standing | None = None
    """The files of the site that stands, which need not be written again; None where all are."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the dossier; it names the site."""
        self._root = Path(config.config_file_path).parent if config.config_file_path else Path()
        self._data = self._root / self.config.records
        with faults_told():
            self._kept = Cache(self._root / CACHE, SITE)
            self._kept.begin("site")
            texts: dict[bytes, tuple[Any, ...]] = {}
            with never_collected():
                self._lookup = with_previews(Lookup.of(load_dossier(self._data, self._kept, texts), texts))
            self._kept.prune()
        if self.config.title and self._lookup.dossier.title:
            # The theme writes the name as it stands, so it has to be HTML already; Markup is not escaped twice.
            config.site_name = Markup.escape(clean(self._lookup.dossier.title))
        if "footnotes" not in config.markdown_extensions:
            config.markdown_extensions.append("footnotes")  # what briefings cite stands in them
        config.theme.static_templates.add("assets/onrecord/palette.js")
        config.extra_css.insert(0, "assets/onrecord/onrecord.css")
        config.extra_javascript[:0] = ["assets/onrecord/onrecord.js", "assets/onrecord/previews.js"]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages, the assets and the downloads."""
        dossier = self._lookup.dossier
        with faults_told():
            changes = edition_changes(self._data, dossier, self.config.since, Path(config.docs_dir) / "briefings")
        local = is_local(config.site_url or "") if self.config.review is None else self.config.review
        ours = pages(self._lookup, tuple(self._yaml()), program_version()), editorial_pages(dossier, changes, local)
        plans = {f"{plan.uri}.md": plan for plan in chain(*ours)}
        self._plans = {uri: plan for uri, plan in plans.items() if uri not in files.src_uris}
        self._index = SearchIndex() if takes_over(config, len(self._plans) > self.config.pagefind) else None
        self._found: dict[str, str] = {}
        self._making = Making.of(config, bool(self._index))
        every = chain(files, self._yaml_files(config))
        files = RecordFiles(uncopied(every, self._data, config, self.standing), self._plans, config)
        if not self._index or not unseen(config, self):
            for uri in self._plans:
                files.append(file_of(uri, config, title_in(config.nav, uri)))
        for asset in sorted(path for path in (FOLDER / "assets").rglob("*") if path.is_file()):
            name = asset.relative_to(FOLDER / "assets").as_posix()
            files.append(File.generated(config, f"assets/onrecord/{name}", abs_src_path=str(asset)))
        told = feed(Here(self._lookup, Addresses()), changes, dossier.title, config.site_url or "")
        files.append(File.generated(config, FEED, content=told))
        earlier = None
        if self.standing:
            before = self.standing.folder / "downloads"
            earlier = Earlier(self._kept, program_of(self._making), self._lookup.texts, before)
        for file in write_downloads(dossier, Path(config.site_dir) / "downloads", earlier):
            files.append(File.generated(config, f"downloads/{file.name}", abs_src_path=str(file)))
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Take the day of the build from all pages; put the briefings into the navigation."""
        for file in files.documentation_pages():
            if file.page:
                file.page.update_date = NO_DATE
        self._nav = nav
        return with_review(with_briefings(nav, files), files)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Let the theme find our `main.html` and `sitemap.xml`, after those of the site's own `custom_dir`."""
        ours = FileSystemLoader(FOLDER / "theme")
        theme = env.loader or ours
        own = [FileSystemLoader(config.theme.custom_dir)] if config.theme.custom_dir else []
        env.loader = ChoiceLoader([*own, ours, PrefixLoader({"onrecord": ours, "theme": theme}), theme])
        keep_compiled(self._kept, env, self._making.own)
        self._chrome = Chrome(env, mended, config.theme.dirs)
        for file in files.documentation_pages():
            page = file.page
            if isinstance(page, GeneratedPage) and page.markdown is None:
                # asked for by a link of a hand-written page, after MkDocs had read what it knew of
                page.read_source(config)
                self.on_page_markdown("", page, config, files)
                page.render(config, files)
        linked = (file.page.links_to_anchors or () for file in files.documentation_pages() if file.page)
        self._linked_to = {target.src_uri for targets in linked for target in targets}
        self._apart = [plan for uri, plan in self._plans.items() if uri not in files.src_uris]
        self._written, self._all = 0, len(files.documentation_pages()) + len(self._apart)
        apart = Apart(self._kept, self._making, self._chrome, config, self._nav, files, self.standing)
        self._ahead = apart.pages(self._apart, self._lookup, self._index)
        return env

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give a generated page its title and description; turn references to records in other pages into links."""
        plan = self._plans.get(page.file.src_uri)
        if plan is None:
            if not any(fnmatch(page.file.src_uri, pattern) for pattern in self.config.searched):
                page.meta.setdefault("search", {"exclude": True})
            return self._linked(markdown, page)
        named(page, *plan.names(Here(self._lookup, Addresses())))
        page.meta["template"] = TEMPLATE
        if not plan.search:
            page.meta["search"] = {"exclude": True}
        return ""

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Add to a page written by hand what its links lead to."""
        if page.file.src_uri in self._plans:
            return html  # made when it is written
        if self._index and not page.meta.get("search", {}).get("exclude"):
            self._found[page.url] = html
        here = Here(self._lookup, Addresses.seen_from(page.url or "./", config.use_directory_urls))
        return f"{html}{previews(here, html)}"

    @event_priority(100)
    def _before_search(self, context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """Make a generated page, and show the search its beginning only: all of it takes a third of the build."""
        if not self._written:
            self._go_on(1)  # where other processes make the pages that MkDocs does not see, they have begun
        if plan := self._plans.get(page.file.src_uri):
            with faults_told():
                made = self._making.made(plan, self._lookup)
            fill(page, plan, made, self._making, page.file.src_uri in self._linked_to)
            self._found[page.url] = made.found
            page.content = made.content.split("<h2", 1)[0]
            self._content = made.content
        return context

    @event_priority(-100)
    def _after_search(self, context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """Give the page its content back, and put it into the theme."""
        if page.file.src_uri in self._plans:
            page.content = self._content
            context["onrecord_page"] = self._chrome.page(lambda: context, page, page not in self._nav.pages)
        return context

    on_page_context = CombinedEvent(_before_search, _after_search)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Mend what is no valid HTML in the theme's part of the page."""
        if isinstance(page, GeneratedPage):
            page.forget()
        html = output if page.file.src_uri in self._plans else mended(output)
        if self._index:
            self._index.tell_language(html)
            if found := self._found.pop(page.url, ""):
                plan = self._plans.get(page.file.src_uri)
                self._index.add(self._making.found(plan, found) if plan else Found("Page", "", page.url, found))
        self._tell()
        return html

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the pages that MkDocs does not see, and the index of a large site."""
        self._go_on()

    def on_shutdown(self) -> None:
        """Leave no page half made where the build failed."""
        self._ahead.close()

    def _go_on(self, pages: int | None = None) -> None:
        with faults_told(), seldom_collected():
            for _ in islice(self._ahead, pages):
                self._tell()

    def _tell(self) -> None:
        self._written += 1
        self.told("pages written", self._written, self._all)

    def on_post_template(self, output: str, template_name: str, config: MkDocsConfig) -> str:
        """Mend the page for addresses that are none, too."""
        return mended(output) if template_name.endswith(".html") else output

    @event_priority(-50)
    def on_template_context(self, context: Any, template_name: str, config: MkDocsConfig) -> Any:
        """Leave pages that only forward, or say that something was withdrawn, out of the sitemap."""
        if template_name == "sitemap.xml":
            gone = {uri for uri, plan in self._plans.items() if plan.gone}
            more = (Listed(f"{plan.uri}.md", self._making.canonical(plan), NO_DATE) for plan in self._apart)
            context["pages"] = [file for file in (*context["pages"], *more) if file.src_uri not in gone]
        return context

    def _linked(self, markdown: str, page: Page) -> str:
        before = page.file.content_string.count("\n") - markdown.count("\n")  # the front matter's lines
        uri = page.file.src_uri
        text, faults = linked_markdown(markdown, uri, self._lookup, f"docs/{uri}", before + 1)
        if faults:
            raise PluginError("\n".join(map(str, faults)))
        return text

    def _yaml_files(self, config: MkDocsConfig) -> Iterator[File]:
        data = self._data.resolve()
        own = () if data.is_relative_to(Path(config.docs_dir).resolve()) else self._yaml()
        return (File.generated(config, f"data/{path}", abs_src_path=str(data / path)) for path in own)

    def _yaml(self) -> Iterator[str]:
        return (path.relative_to(self._data).as_posix() for path in sorted(self._data.rglob("*.yml")))
