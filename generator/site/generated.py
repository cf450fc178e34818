"""A page made from records: MkDocs is given nothing to parse for it, and its content when it is written."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents


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
