"""What stands in the navigation without being named in `mkdocs.yml`: briefings, and what deserves a look where that is
made."""

from collections.abc import Mapping
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

FOLDER = "briefings/"
REVIEW = "review.md"
# Every page holds the navigation, so that a long one costs much; the newest by name stand in it.
MOST = 8


def title_in(nav: Any, uri: str) -> str | None:
    """The title that `nav` of `mkdocs.yml` gives a page; MkDocs drops it for a page that is already made."""
    if isinstance(nav, Mapping):
        own = next((title for title, entry in nav.items() if entry == uri), None)
        return own or title_in(list(nav.values()), uri)
    if isinstance(nav, list):
        return next((title for entry in nav if (title := title_in(entry, uri))), None)
    return None


def with_briefings(nav: Navigation, files: Files) -> Navigation:
    """The navigation with the briefings after its first entry, by name, the last first; those a person has put into it
    stay where they are."""
    placed = {page.file.src_uri for page in nav.pages}
    pages = [
        file.page
        for file in sorted(files.documentation_pages(), key=lambda file: file.src_uri, reverse=True)
        if file.src_uri.startswith(FOLDER) and file.src_uri not in placed and isinstance(file.page, Page)
    ][:MOST]
    if pages:
        section = Section("Briefings", list(pages))
        for page in pages:
            page.parent = section
        nav.items.insert(1, section)
    return nav


def with_review(nav: Navigation, files: Files) -> Navigation:
    """The navigation with the page of what deserves a look at the end of its last section, if it is made."""
    file = files.get_file_from_path(REVIEW)
    last = nav.items[-1] if nav.items else None
    if file and isinstance(file.page, Page) and isinstance(last, Section) and file not in [p.file for p in nav.pages]:
        file.page.parent = last
        last.children.append(file.page)
        nav.pages.append(file.page)
    return nav
