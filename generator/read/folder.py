"""What lies in the seeds folder: the articles with their ids, what is passed over, and what cannot be read."""

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from anyascii import anyascii

from generator.model import IssueRecord, Sidecar
from generator.read.formats import READERS

SUFFIXES = tuple(READERS)
SIDECARS = (".yml", ".yaml")
LATER = {".docx": "Word", ".doc": "Word", ".odt": "OpenDocument", ".rtf": "rich text", ".mht": "web archive"}
# Far above any article; stops a stray video before it is read into memory.
LARGEST = 16_000_000
_HOUSEHOLD = {"thumbs.db", "desktop.ini", "readme", "readme.md", "readme.txt"}
_LONGEST_ID = 80
_SAVED_WITH = "_files"


@dataclass(frozen=True, slots=True)
class Listing:
    """Every file of a seeds folder, as paths below it with forward slashes, in the order of the paths.

    `paths` are the articles, `sidecars` leads from an article to the sidecar beside it; `issues` are the files that
    are wrong, `ignored` those passed over, each with the reason.
    """

    paths: tuple[str, ...]
    sidecars: Mapping[str, str]
    issues: tuple[IssueRecord, ...]
    ignored: tuple[IssueRecord, ...]


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits joined by hyphens: `000_63ee.x` is `000-63ee-x`, `Über uns` is `uber-uns`."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower()).strip("-")[:_LONGEST_ID].strip("-")


def shown(file: str) -> str:
    """A file's name for a message: control characters and undecodable bytes are escaped."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in file)


def list_articles(seeds: Path) -> Listing:
    """What the folder holds."""
    if not seeds.is_dir():
        what = "this is a file, not a folder" if seeds.exists() else "the folder does not exist"
        right = "make the folder, and put the articles into it"
        return Listing((), {}, (IssueRecord("unreadable", str(seeds), what, right),), ())
    found = sorted(_walk(seeds), key=lambda f: f[0])
    paths = tuple(file for file, note in found if note is None and not file.endswith(SIDECARS))
    beside = {_stem(file): file for file, note in found if note is None and file.endswith(SIDECARS)}
    notes = [note for _, note in found if note is not None]
    waiting = {_stem(n.file) for n in notes if n.kind == "not_read_yet"}
    stems = waiting | {_stem(path) for path in paths}
    notes += [_sidecar_note(f, stems) for f, note in found if note is None and f.endswith(SIDECARS)]
    if not paths and all(n.kind == "ignored" for n in notes):
        right = "put the articles into it, one a file: .txt, .md, .html, .pdf or .eml"
        notes.append(IssueRecord("empty", str(seeds), "the folder holds no articles", right))
    notes.sort(key=lambda n: (n.file, n.kind))
    return Listing(
        paths=paths,
        sidecars={path: beside[_stem(path)] for path in paths if _stem(path) in beside},
        issues=tuple(n for n in notes if n.kind != "ignored"),
        ignored=tuple(n for n in notes if n.kind == "ignored"),
    )


def article_ids(
    paths: Sequence[str], sidecars: Mapping[str, Sidecar]
) -> tuple[dict[str, str], tuple[IssueRecord, ...]]:
    """An id for each article, all different, and what clashed.

    Given ids go first, then `.txt` before other formats, then names that are their own slug: a file added later rarely
    takes an id that is in use. The loser's id carries a digest of its path, so it too stays the same.
    """
    ids: dict[str, str] = {}
    owner: dict[str, str] = {}
    clashes: list[IssueRecord] = []

    def rank(file: str) -> tuple[bool, int, bool, str]:
        given = file in sidecars and bool(sidecars[file].id)
        return not given, SUFFIXES.index(PurePosixPath(file).suffix.lower()), article_id(file) != _stem(file), file

    for file in sorted(paths, key=rank):
        given = sidecars[file].id if file in sidecars else None
        wanted = slug(given or "") or article_id(file)
        ids[file] = wanted
        if wanted in owner:
            ids[file] = f"{wanted}-{_digest(file)}"
            what = f"'{shown(owner[wanted])}' has the same id '{wanted}'; this one is called '{ids[file]}'"
            clashes.append(IssueRecord("id", shown(file), what, "rename one of them, or give an 'id' in a sidecar"))
        owner[ids[file]] = file
    return ids, tuple(sorted(clashes, key=lambda c: c.file))


def article_id(file: str) -> str:
    """The id an article has of its own path: the slug of the path without the suffix."""
    return slug(_stem(file)) or f"article-{_digest(file)}"


def _digest(file: str) -> str:
    return hashlib.sha256(file.encode("utf-8", "surrogateescape")).hexdigest()[:8]


def _walk(seeds: Path) -> Iterator[tuple[str, IssueRecord | None]]:
    """Every file below the folder with what is to be said about it; None: it is an article or a sidecar."""
    root = Path(os.path.realpath(seeds))
    folders = [seeds]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda e: e.name)
        except OSError as error:
            file = shown(folder.relative_to(seeds).as_posix())
            yield file, IssueRecord("unreadable", file, f"cannot be opened: {error.strerror}", "check its permissions")
            continue
        for entry in entries:
            path = Path(entry.path)
            file = path.relative_to(seeds).as_posix()
            note = _note(entry, file, root)
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder and (note is None or note.kind != "ignored"):
                folders.append(path)
            if not is_folder or note is not None:
                yield (file if note is None else shown(file)), note


def _note(entry: os.DirEntry[str], file: str, root: Path) -> IssueRecord | None:
    kind, what, right = _say(entry, file, root)
    return IssueRecord(kind, shown(file), what, right) if kind else None


def _say(entry: os.DirEntry[str], file: str, root: Path) -> tuple[str, str, str]:
    name = entry.name
    suffix = PurePosixPath(name).suffix.lower()
    if name.startswith("."):
        return "ignored", "a hidden file", ""
    if any("\ud800" <= c <= "\udfff" for c in name):
        return "unreadable", "the name is not valid UTF-8", "rename the file"
    if entry.is_symlink():
        return _say_of_link(entry, root)
    if entry.is_dir():
        if file == "decisions":
            return "ignored", "people's decisions, read on their own", ""
        if name.endswith(_SAVED_WITH) and _page_beside(Path(entry.path)):
            return "ignored", "pictures and code of the saved page beside it", ""
        if suffix in SUFFIXES:
            what = f"this is a folder with the name of a {suffix} file; the articles in it are read"
            return "folder", what, "rename the folder"
        return "", "", ""
    if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
        return "unreadable", "this is no ordinary file", "delete it"
    if file in ("dossier.yml", "dossier.yaml"):
        return "ignored", "the dossier's settings, read on their own", ""
    if name.lower() in _HOUSEHOLD:
        return "ignored", "a note about the folder, not an article", ""
    if suffix in SIDECARS or suffix in SUFFIXES:
        return "", "", ""
    if suffix in LATER:
        return "not_read_yet", f"{LATER[suffix]} files are not read yet", "save the article as .html, .pdf or .txt"
    return "unreadable", f"files like this ('{suffix or name}') are not read", "save the article as .html, .pdf or .txt"


def _page_beside(folder: Path) -> bool:
    """Whether a browser made this folder when it saved the page beside it."""
    stem = folder.name.removesuffix(_SAVED_WITH)
    return any(folder.with_name(f"{stem}{suffix}").is_file() for suffix in (".html", ".htm", ".xhtml"))


def _say_of_link(entry: os.DirEntry[str], root: Path) -> tuple[str, str, str]:
    target = Path(os.path.realpath(entry.path))
    if not target.exists():
        return "link", "this link leads nowhere", "put the article itself here, or delete the link"
    if root not in target.parents:
        return "link", "this link leaves the folder, so it is not followed", "copy the article itself into the folder"
    return "ignored", f"a link to {shown(target.relative_to(root).as_posix())}, which is read itself", ""


def _sidecar_note(file: str, stems: set[str]) -> IssueRecord:
    if _stem(file) in stems:
        return IssueRecord("ignored", shown(file), "the sidecar of an article, read with it")
    right = "give it the name of its article (NAME.yml beside NAME.txt), or delete it"
    return IssueRecord("sidecar", shown(file), "there is no article beside this sidecar", right)


def _stem(file: str) -> str:
    return PurePosixPath(file).with_suffix("").as_posix()
