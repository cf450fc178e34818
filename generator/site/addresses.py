"""Where the pages are, as seen from one of them: every link of the site is relative, so any base path works."""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2s
from urllib.parse import quote as quoted

SECTIONS = {"actor": "actors", "event": "events", "source": "sources", "statement": "statements"}
_UNPLAIN = re.compile(r"[^\w.-]+")
quote = lru_cache(8192)(quoted)  # the same few thousand addresses stand on all pages
_TAKEN = frozenset({"index", "readme"})


def page_uri(kind: str, record_id: str) -> str:
    """The page of a record, without its extension: `actors/antony-blinken`."""
    # An article saved as index.txt or README.txt: MkDocs would make its page the section's own.
    own = f"{record_id}-page" if record_id.lower() in _TAKEN else record_id
    return f"{SECTIONS[kind]}/{own}"


def record_of(uri: str) -> tuple[str, str]:
    """The kind and id of the record a page is of, from its address without extension; ("", "") for other pages."""
    section, _, name = uri.partition("/")
    own = name.removesuffix("-page")
    record_id = own if own.lower() in _TAKEN else name
    kind = next((kind for kind, name in SECTIONS.items() if name == section), "")
    return (kind, record_id) if kind and record_id else ("", "")


@lru_cache(8192)  # many pages have something at the same places
def anchor(prefix: str, key: str | int) -> str:
    """The name of a place in a page: `w-120`. Spaces cannot stand in an anchor; of other characters than letters and
    digits a browser or a script may make something else, so they are left out and told apart by a digest."""
    joined = "-".join(str(key).split())
    plain = _UNPLAIN.sub("-", joined)
    return (
        f"{prefix}-{plain}" if plain == joined else f"{prefix}-{plain[:60]}-{blake2s(joined.encode()).hexdigest()[:6]}"
    )


@lru_cache(8192)
def _path(uri: str, directories: bool) -> str:
    """The way from the top of the site to a page given without its extension."""
    folder, _, name = uri.rpartition("/")
    if not directories:
        return f"{quoted(uri)}.html"
    if name == "index":
        return f"{quoted(folder)}/" if folder else ""
    return f"{quoted(uri)}/"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The way from one page to every other.

    `root` leads from the page to the top of the site (`../../`, or empty at the top); `directories` says whether a
    page is a folder with an index (`actors/x/`) or a file (`actors/x.html`), as MkDocs' `use_directory_urls` has it.
    """

    root: str = ""
    directories: bool = True

    @classmethod
    def seen_from(cls, url: str, directories: bool = True) -> "Addresses":
        """The addresses as seen from the page at `url`, given relative to the top of the site."""
        return cls("../" * url.count("/") if url not in ("./", ".") else "", directories)

    def page(self, uri: str, at: str = "") -> str:
        """The link to a page given without its extension (`timeline`, `actors/index`), and to a place in it."""
        link = self.root + _path(uri, self.directories) or ("./" if self.directories else "index.html")
        return f"{link}#{quote(at)}" if at else link

    def file(self, path: str) -> str:
        """The link to a file of the site that is no page."""
        return self.root + quote(path)

    def record(self, kind: str, record_id: str, at: str = "") -> str:
        """The link to a record's page, or to a place in it."""
        return self.page(page_uri(kind, record_id), at)
