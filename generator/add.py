"""An article put into the seeds folder with its sidecar, from a file or from the web."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from generator import read, records
from generator.errors import Fault, FaultsError, OnrecordError
from generator.fetch import Fetched, Fetcher
from generator.model import Document, IssueRecord, Sidecar

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Added:
    """Where an article lies in the seeds folder now, and what it is; `new` False: it lay there before."""

    path: Path
    document: Document
    new: bool


def add(seeds: Path, what: str, fetcher: Fetcher | None = None) -> Added:
    """File an article: `what` is the path of a file or a web address.

    The name is made of its title, nothing is ever overwritten, and an article that is there already is left as it is.
    The sidecar gives the address it was fetched from; what was found in the article stands there as comments, ready
    to be corrected, for what a sidecar gives counts as given by a person. Raises OnrecordError where it is no article.
    """
    if not seeds.is_dir():
        raise FaultsError([Fault(str(seeds), "there is no such folder", "make it, or name another with --seeds")])
    is_web = what.lower().startswith(("http://", "https://"))
    found = (fetcher or Fetcher()).get(what) if is_web else _file(Path(what))
    given = Sidecar(url=found.url) if is_web else _sidecar(Path(what))
    data = found.data if found.charset is None else _in_utf8(found.data, found.charset)
    document = read.read_bytes(f"article{found.suffix}", data, given)
    if isinstance(document, IssueRecord):
        raise FaultsError([Fault(what, document.what, document.right)])
    there = _same(seeds, document, is_web)
    if there is not None:
        return Added(seeds / there, document, False)
    path = _free(seeds, document, found)
    with path.open("xb") as file:
        file.write(data)
    with path.with_suffix(".yml").open("x", encoding="utf-8", newline="\n") as file:
        file.write(_sidecar_text(given, document))
    return Added(path, document, True)


def _file(path: Path) -> Fetched:
    suffix = path.suffix.lower()
    if suffix not in read.READERS:
        right = f"add one of {', '.join(read.READERS)}, or an address that begins with https://"
        raise FaultsError([Fault(str(path), f"files like this ('{suffix or path.name}') are not read", right)])
    try:
        if not path.is_file():
            raise FaultsError([Fault(str(path), "there is no such file", "check the path")])
        with path.open("rb") as file:
            data = file.read(read.LARGEST + 1)
    except OSError as error:
        raise FaultsError([Fault(str(path), f"cannot be opened: {error.strerror}", "check it")]) from None
    return Fetched(data, suffix, "", None)


def _sidecar(article: Path) -> Sidecar:
    """What a person gave about a file, in the sidecar beside it."""
    beside = article.with_suffix(".yml")
    if not beside.is_file():
        return Sidecar()
    given, faults = records.load_sidecar(beside)
    if faults:
        raise FaultsError(faults)
    return given


def _in_utf8(data: bytes, charset: str) -> bytes:
    """The data in UTF-8 where only the server said what they are in: a file has no server to say it again."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return data.decode(charset).encode("utf-8")
        except (LookupError, UnicodeError, AttributeError):
            return data
    return data


def _same(seeds: Path, document: Document, is_web: bool) -> str | None:
    """The article of the folder that is this one: the same bytes, the same address, or the same name and words."""
    listing = read.list_articles(seeds)
    for file in listing.paths:
        try:
            if hashlib.sha256((seeds / file).read_bytes()).hexdigest() == document.sha256:
                return file
        except OSError:
            continue  # reported where it is read
    for file, sidecar in listing.sidecars.items():
        if is_web and _page(records.load_sidecar(seeds / sidecar)[0].url) == _page(document.url):
            return file
    for file in listing.paths:
        if read.article_id(file).startswith(_stem(document)):
            other = read.read_article(seeds, file)
            if isinstance(other, Document) and other.text == document.text:
                return file
    return None


def _page(url: str | None) -> str | None:
    """An address without what does not bear on the page: its scheme, "www." and a slash at the end."""
    if not url:
        return None
    parts = urlsplit(url)
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def _stem(document: Document) -> str:
    """The name of an article's file: its title, else the end of its address, else a digest of its bytes."""
    path = urlsplit(document.url or "").path.rstrip("/").rsplit("/", 1)[-1]
    stem = read.slug(document.title) or read.slug(path) or document.sha256[:12]
    return stem if len(stem) <= _LONGEST_NAME else stem[:_LONGEST_NAME].rsplit("-", 1)[0]


def _free(seeds: Path, document: Document, found: Fetched) -> Path:
    stem = _stem(document)
    for name in (stem, f"{stem}-{document.sha256[:8]}", f"{stem}-{document.sha256[:16]}"):
        path = seeds / f"{name}{found.suffix}"
        taken = [p for p in seeds.glob(f"{name}.*") if p.suffix.lower() in (".yml", ".yaml", *read.READERS)]
        if not taken and name not in ("dossier", "readme"):
            return path
    raise OnrecordError(f"{seeds}: there is a '{stem}' already, and another; rename one of them")


def _sidecar_text(given: Sidecar, document: Document) -> str:
    """The sidecar: what was given, and as comments what was found."""
    empty = records.to_plain(replace(given, url=given.url))
    live = {key: value for key, value in empty.items() if value}
    found = {
        "title": document.title,
        "authors": list(document.authors),
        "outlet": document.outlet,
        "published": document.published.value,
        "updated": document.updated,
        "url": document.url,
    }
    rest = {key: value for key, value in found.items() if value and key not in live}
    lines = records.dump_yaml(rest).splitlines() if rest else []
    comments = "".join(f"# {line}\n" for line in ["as found; take a '#' away to correct it", *lines])
    return (records.dump_yaml(live) if live else "") + comments
