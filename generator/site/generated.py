"""A page made from records: MkDocs is given nothing to parse for it, and its content when it is written."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.model import Source
from generator.site.addresses import Addresses, record_of
from generator.site.chrome import Unseen
from generator.site.clean import clean
from generator.site.contents import table_of_contents
from generator.site.head import head
from generator.site.kept import Made
from generator.site.lookup import Lookup
from generator.site.pages.gone import notices_context
from generator.site.pictures.assets import picture_assets
from generator.site.plan import PagePlan
from generator.site.previews import previews
from generator.site.render import own_templates, render
from generator.site.search import SOURCE, STATEMENT, Found, searchable
from generator.site.views import Here

# MkDocs stamps pages and the compressed sitemap with the day of the build; the same input has to give the same bytes.
NO_DATE = "1970-01-01"
KINDS = {"actor.html": "Actor", "event.html": "Event", "source.html": SOURCE, "statement.html": STATEMENT}
_ANCHOR = re.compile(r' id="([^"]+)"')


class GeneratedPage(Page):
    """A page without Markdown: setting up a parser for nothing would cost more than making the page."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig) -> None:
        super().__init__(title, file, config)
        self.update_date = NO_DATE

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """There is nothing to render."""
        self.content, self.toc = "", TableOfContents([])

    def forget(self) -> None:
        """Let go of what a page that is written needs no more: all of them at once would fill the memory."""
        self.content, self.toc, self.meta = "", TableOfContents([]), {}


@dataclass(frozen=True, slots=True)
class Making:
    """What pages are made with: the site's address, whether a page is a folder, the site's own templates, whether
    Pagefind searches."""

    site_url: str
    directories: bool
    own: Path | None
    pagefind: bool

    @classmethod
    def of(cls, config: MkDocsConfig, pagefind: bool) -> "Making":
        """As the configuration has it."""
        own = own_templates(config.theme.custom_dir)
        return cls(config.site_url or "", config.use_directory_urls, own, pagefind)

    def made(self, plan: PagePlan, lookup: Lookup) -> Made:
        """Make a page. Raises OnrecordError where a template of the site's own does not work."""
        url = Addresses("", self.directories).page(plan.uri)
        here = Here(lookup, Addresses.seen_from(url, self.directories))
        link = f"{self.site_url}{url.removeprefix('./')}" if self.site_url else f"/{url.removeprefix('./')}"
        data = plan.data(here, link) if plan.data else None
        content = str(render(plan.template, plan.context(here, link), self.own))
        said = None if plan.gone else notices_context(here, *record_of(plan.uri))
        if said:
            content += str(render("notices.html", said, self.own))
        found = searchable(content) if self.pagefind and plan.search else ""
        title, description = plan.names(here)
        lines = self._head(plan, here, title, description, data)
        return Made(title, description, lines, f"{content}{previews(here, content)}", found)

    def canonical(self, plan: PagePlan) -> str | None:
        """The address that a page gives as its own: a merged one that of the page it leads to."""
        return f"{self.site_url}{self.url(plan.to or plan.uri)}" if self.site_url else None

    def url(self, uri: str) -> str:
        """The address of a page below the site, as MkDocs has it."""
        return Addresses("", self.directories).page(uri).removeprefix("./")

    def file(self, plan: PagePlan) -> str:
        """The path of a page's file below the site."""
        folder = self.directories and plan.uri.rpartition("/")[2] != "index"
        return f"{plan.uri}/index.html" if folder else f"{plan.uri}.html"

    def found(self, plan: PagePlan, text: str) -> Found:
        """What the search finds of a page, as of `Made`."""
        return Found(KINDS[plan.template], plan.near, self.url(plan.uri), text)

    def _head(self, plan: PagePlan, here: Here, title: str, description: str, data: dict[str, Any] | None) -> str:
        to = here.at.page(plan.to) if plan.to else None
        article = None if plan.gone else _article(here, plan.uri)
        site = str(here.lookup.dossier.title)
        lines = head(plan.template, title, description, site, self.canonical(plan), data, to, article)
        return str(lines + picture_assets(plan.template, here.at))


def named(page: Page | Unseen, title: str, description: str) -> None:
    """Give a page its title and description, which go into the theme's HTML as they stand."""
    page.meta["title"] = Markup.escape(clean(title))
    page.meta["description"] = Markup.escape(clean(description))


def fill(page: Page | Unseen, plan: PagePlan, made: Made, making: Making, anchors: bool = False) -> None:
    """Give a page its content, its head and its table of contents; `anchors` where another page links to some."""
    named(page, made.title, made.description)
    page.meta["onrecord_head"] = made.head
    page.canonical_url = making.canonical(plan)
    page.content, page.toc = made.content, table_of_contents(made.content)
    if anchors and isinstance(page, Page):
        page.present_anchor_ids = set(_ANCHOR.findall(made.content))


def _article(here: Here, uri: str) -> Source | None:
    """The article that a page is of."""
    kind, record_id = record_of(uri)
    return here.lookup.sources[record_id].source if kind == "source" and record_id in here.lookup.sources else None
