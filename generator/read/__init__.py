"""From a folder of files to documents: the text unchanged, what each stretch of it is for, and its metadata."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model import Document, IssueRecord, Sidecar
from generator.model.text import Publish
from generator.read.content import Content
from generator.read.decode import Undecodable
from generator.read.folder import LARGEST, Listing, article_id, article_ids, list_articles, shown, slug
from generator.read.formats import READERS, read_content
from generator.read.layout import layout
from generator.read.metadata import metadata
from generator.read.outlet import without_nameplate
from generator.read.quality import ENDLESS, READ_AS, quality_marks, quality_notes

__all__ = [
    "ENDLESS",
    "LARGEST",
    "Listing",
    "READERS",
    "Reading",
    "article_id",
    "article_ids",
    "issues_of",
    "list_articles",
    "read_article",
    "read_bytes",
    "read_folder",
    "read_text",
    "slug",
]


@dataclass(frozen=True, slots=True)
class Reading:
    """A folder as read: every file of it is a document, an issue, or ignored."""

    documents: tuple[Document, ...]
    issues: tuple[IssueRecord, ...]
    ignored: tuple[IssueRecord, ...]


def read_folder(seeds: Path, sidecars: Mapping[str, Sidecar] | None = None) -> Reading:
    """All articles of a folder. `sidecars` holds what people give, by article file."""
    given = sidecars or {}
    listing = list_articles(seeds)
    ids, clashes = article_ids(listing.paths, given)
    read = [read_article(seeds, p, replace(given.get(p, Sidecar()), id=ids[p])) for p in listing.paths]
    documents = tuple(r for r in read if isinstance(r, Document))
    faulty = tuple(r for r in read if isinstance(r, IssueRecord))
    return Reading(documents, (*listing.issues, *clashes, *faulty, *issues_of(documents)), listing.ignored)


def read_article(
    seeds: Path, path: str, sidecar: Sidecar | None = None, publish: Publish = "excerpts"
) -> Document | IssueRecord:
    """One article, or why it cannot be read. `path` is below `seeds`; a sidecar's `publish` wins over `publish`."""
    try:
        with (seeds / path).open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        return IssueRecord("unreadable", shown(path), f"cannot be opened: {error.strerror}", "check its permissions")
    return read_bytes(path, data, sidecar, publish)


def read_bytes(
    path: str, data: bytes, sidecar: Sidecar | None = None, publish: Publish = "excerpts"
) -> Document | IssueRecord:
    """The article in a file's bytes, or why there is none; the end of `path` says which reader reads them."""
    if len(data) > LARGEST:
        right = "leave only the article's text in it"
        return IssueRecord("too_long", shown(path), f"the file has more than {LARGEST:,} bytes", right)
    content = read_content(path, data)
    if isinstance(content, Undecodable):
        return IssueRecord(content.kind, shown(path), content.what, content.right)
    document = read_text(path, content, hashlib.sha256(data).hexdigest(), sidecar or Sidecar(), publish)
    return replace(document, quality=(READ_AS + content.guessed, *document.quality)) if content.guessed else document


def read_text(
    path: str, content: Content | str, sha256: str = "", sidecar: Sidecar | None = None, publish: Publish = "excerpts"
) -> Document:
    """The document of a text: its blocks and metadata. What a person gives wins over what the file says of itself,
    and that over what stands in its text."""
    given, told = sidecar or Sidecar(), Content(content) if isinstance(content, str) else content
    text = told.text
    laid = layout(text, given.title or told.title, front_matter=path.lower().endswith(".md"))
    found = metadata(text, laid.blocks, laid.headline, given, told)
    return Document(
        id=slug(given.id or "") or article_id(path),
        file=path,
        sha256=sha256,
        text=text,
        title=found.title,
        blocks=without_nameplate(text, laid.blocks, found.outlet),
        authors=found.authors,
        outlet=found.outlet,
        language=given.language or "en",
        published=found.published,
        updated=found.updated,
        relays=found.relays,
        quality=quality_marks(text),
        url=given.url or told.url,
        publish=given.publish or publish,
        reliability=given.reliability,
    )


def issues_of(documents: Iterable[Document]) -> tuple[IssueRecord, ...]:
    """What a person should know about articles that were read: marks of damage, one content in two files."""
    issues: list[IssueRecord] = []
    seen: dict[str, str] = {}
    for document in sorted(documents, key=lambda d: d.file):
        issues.extend(quality_notes(document.file, document.text, document.quality))
        if document.sha256 in seen:
            what = f"the same content as '{shown(seen[document.sha256])}'"
            issues.append(IssueRecord("duplicate", shown(document.file), what, "delete one of the two"))
        seen.setdefault(document.sha256, document.file)
    return tuple(issues)
