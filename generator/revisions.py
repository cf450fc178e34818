"""The data as they were at a revision of the repository: the only home of git."""

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import Fault, FaultsError


@contextmanager
def at_revision(folder: Path, revision: str) -> Iterator[Path]:
    """A copy of the folder as it was committed at a revision, for as long as it is used.

    Raises FaultsError where there is no git, no repository, no such revision, or the folder was not in it.
    """
    folder = folder.resolve()
    inside = next((p for p in (folder, *folder.parents) if p.is_dir()), folder)
    top = Path(_git(inside, "rev-parse", "--show-toplevel").decode().strip())
    if revision.startswith("-"):
        raise FaultsError([Fault(revision, "this is no revision", "give a tag, a branch or a commit")])
    commit = _git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", says=revision).decode().strip()
    packed = _git(top, "archive", "--format=tar", commit, "--", folder.relative_to(top).as_posix(), says=revision)
    with TemporaryDirectory(prefix="onrecord-") as copy:
        _unpack(packed, Path(copy))
        yield Path(copy) / folder.relative_to(top)


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
