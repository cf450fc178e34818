"""A page made from records: MkDocs is given nothing to parse for it, and its content when it is written."""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.errors import OnrecordError
from generator.model import Source
from generator.site.addresses import Addresses, record_of
from generator.site.contents import table_of_contents
from generator.site.head import head
from generator.site.pages.gone import notices_context
from generator.site.pictures.assets import picture_assets
from generator.site.plan import PagePlan
from generator.site.previews import previews
from generator.site.render import own_templates, render
from generator.site.views import Here

_ANCHOR = re.compile(r' id="([^"]+)"')


class GeneratedPage(Page):
    """A page without Markdown: setting up a parser for nothing would cost more than making the page."""

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """There is nothing to render."""
        self.content, self.toc = "", TableOfContents([])

    def forget(self) -> None:
        """Let go of what a page that is written needs no more: all of them at once would fill the memory."""
        self.content, self.toc, self.meta = "", TableOfContents([]), {}


def fill(page: Page, plan: PagePlan, here: Here, config: MkDocsConfig, anchors: bool) -> str:
    """Make a page's content, and set its head and its table of contents; `anchors` where another page links to some."""
    link = page.canonical_url or f"/{page.url}"
    to = here.at.page(plan.to) if plan.to else None
    if plan.to and page.canonical_url:
        page.canonical_url = f"{config.site_url}{Addresses('', config.use_directory_urls).page(plan.to)}"
    data = plan.data(here, link) if plan.data else None
    site, canonical = str(here.lookup.dossier.title), page.canonical_url
    article = None if plan.gone else _article(here, plan.uri)
    page.meta["onrecord_head"] = head(plan.template, plan.title, plan.description, site, canonical, data, to, article)
    page.meta["onrecord_head"] += picture_assets(plan.template, here.at)
    own = own_templates(config.theme.custom_dir)
    try:
        content = str(render(plan.template, plan.context(here, link), own))
    except OnrecordError as error:
        raise PluginError(str(error)) from None
    said = None if plan.gone else notices_context(here, *record_of(plan.uri))
    if said:
        content += str(render("notices.html", said, own))
    page.toc = table_of_contents(content)
    if anchors:
        page.present_anchor_ids = set(_ANCHOR.findall(content))
    return f"{content}{previews(here, content)}"


def _article(here: Here, uri: str) -> Source | None:
    """The article that a page is of."""
    kind, record_id = record_of(uri)
    return here.lookup.sources[record_id].source if kind == "source" and record_id in here.lookup.sources else None
