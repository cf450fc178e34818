"""The data as they were at a revision of the repository: the only home of git."""

import io
import re
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import Fault, FaultsError

# git@host:owner/name.git, ssh://git@host/owner/name.git, https://name:password@host/owner/name.git
_HOSTED = re.compile(
    r"(?:https://(?:[^/@]*@)?|ssh://[^/@]*@|[\w.-]+@)(?P<host>[\w.-]+)(?::\d+(?=/))?[:/](?P<path>[\w./-]+)"
)


@contextmanager
def at_revision(folder: Path, revision: str) -> Iterator[Path]:
    """A copy of the folder as it was committed at a revision, for as long as it is used.

    Raises FaultsError where there is no git, no repository, no such revision, or the folder was not in it.
    """
    top, below = _place(folder)
    if revision.startswith("-"):
        raise FaultsError([Fault(revision, "this is no revision", "give a tag, a branch or a commit")])
    commit = _git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", says=revision).decode().strip()
    packed = _git(top, "archive", "--format=tar", commit, "--", below, says=revision)
    with TemporaryDirectory(prefix="onrecord-") as copy:
        _unpack(packed, Path(copy))
        yield Path(copy) / below


def _unpack(packed: bytes, into: Path) -> None:
    """Write the plain files of an archive, and no links: `extractall` is safe from Python 3.11.4 on only."""
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            content = archive.extractfile(member) if member.isfile() else None
            path = into / member.name
            if content is not None and ".." not in path.parts:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())


def _git(folder: Path, *words: str, says: str = "") -> bytes:
    try:
        run = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=False)
    except OSError as error:
        raise FaultsError([Fault("git", f"cannot be started: {error.strerror}", "install git")]) from None
    if run.returncode:
        told = " ".join(run.stderr.decode("utf-8", "replace").split()) or "there is no such revision here"
        raise FaultsError([Fault(says or str(folder), told, "give a tag, a branch or a commit that holds the data")])
    return run.stdout


def tags(folder: Path) -> Iterator[tuple[str, bool]]:
    """The tags that the last commit builds on, newest first, and whether the folder was another one there."""
    top, below = _place(folder)
    changed = bool(_git(top, "status", "--porcelain", "--", below).strip())
    now = "" if changed else _tree(top, "HEAD", below)
    for tag in _git(top, "tag", "--merged", "HEAD", "--sort=-creatordate").decode().split():
        then = _tree(top, tag, below)
        if then:
            yield tag, then != now


def committed(path: Path) -> str:
    """The commit that last changed a file; raises FaultsError when none did."""
    top, below = _place(path)
    commit = _git(top, "log", "-1", "--format=%H", "--", below).decode().strip()
    if not commit:
        raise FaultsError([Fault(str(path), "is not committed", "commit it")])
    return commit


def day_of(folder: Path, revision: str) -> str:
    """When a revision was committed, as an ISO 8601 time."""
    return _git(_place(folder)[0], "log", "-1", "--format=%cI", revision).decode().strip()


def origin(folder: Path) -> tuple[str, str] | None:
    """Where a repository's folder is to be had by others: the https address of its `origin`, without anybody's name or
    password in it, and the tag or commit that is checked out; None where there is none."""
    try:
        address = _git(folder, "remote", "get-url", "origin").decode().strip()
        commit = _git(folder, "rev-parse", "HEAD").decode().strip()
        tag = _git(folder, "tag", "--points-at", "HEAD", "--list", "v*").decode().split()
    except FaultsError:
        return None
    found = _HOSTED.fullmatch(address)
    return (f"https://{found['host']}/{found['path']}", tag[0] if tag else commit) if found else None


def _place(path: Path) -> tuple[Path, str]:
    """The repository a path lies in, and its way there."""
    path = path.resolve()
    inside = next(p for p in (path, *path.parents) if p.is_dir())
    if not any((p / ".git").exists() for p in (inside, *inside.parents)):
        right = "begin one (git init), and commit what is published"
        raise FaultsError([Fault(str(path), "lies in no git repository", right)])
    top = Path(_git(inside, "rev-parse", "--show-toplevel").decode().strip())
    return top, path.relative_to(top).as_posix()


def _tree(top: Path, revision: str, below: str) -> str:
    try:
        return _git(top, "rev-parse", "--verify", "--quiet", f"{revision}:{below}").decode().strip()
    except FaultsError:
        return ""
