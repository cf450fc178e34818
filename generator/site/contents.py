"""The table of contents of a generated page, which no Markdown reader makes for it."""

import re

from mkdocs.structure.toc import AnchorLink, TableOfContents

# Fewer sections need no table: a statement's page has two, of which the second is reached from its top.
_FEWEST = 3
_HEADING = re.compile(r'<h([123]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_ASIDE = re.compile(r"<(small|span) data-search-exclude.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def table_of_contents(content: str) -> TableOfContents:
    """The table of contents of a page from the headings of our own templates (text in them is escaped)."""
    top: AnchorLink | None = None
    items: list[AnchorLink] = []
    for level, anchor, inner in _HEADING.findall(content):
        link = AnchorLink(_TAG.sub("", _ASIDE.sub("", inner)).strip(), anchor, int(level))
        if level == "1":
            top = link
            items.append(link)
        elif level == "2" or top is None or not top.children:
            (top.children if top else items).append(link)
        else:
            top.children[-1].children.append(link)
    if top and len(top.children) < _FEWEST:
        top.children.clear()
    return TableOfContents(items)
