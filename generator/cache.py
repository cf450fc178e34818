"""What was found in a document before, kept by content: an article that has not changed is not parsed again.

Nothing here is needed: the folder may be deleted at any time, and what cannot be read is found anew.
"""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.sums import WIDE, sum_of

PACKAGE = Path(__file__).parent

# What none of so many runs has used is not kept: enough to go back and forth between states of folder and program.
KEPT_RUNS = 5
_RUNS = "runs"

# the fingerprint under which the site finds what the files of the data hold
SITE = "site"

# what the findings in one document depend on, beside the document
_PARTS = (
    *("calendar_dates.py", "config.py", "examine.py", "examined.py", "lent.py"),
    *("curate/redact.py", "corroborate/syndication"),
    *("annotate", "read", "extract", "resolve", "model", "lexicons", "records"),
)
# whose version bears on what is read, found and written; Python's does too, with its tables of characters
_PACKAGES = (
    *("spacy", "thinc", "numpy", "rapidfuzz", "anyascii", "nameparser", "pycountry", "babel"),
    *("pyyaml", "pydantic", "charset-normalizer", "trafilatura", "htmldate", "lxml", "pypdf"),
)


def fingerprint(model: str) -> str:
    """Stands for the program's part that examines one article, and the spaCy pipeline: it changes when either could
    find something else."""
    return _fingerprint(model, [PACKAGE / part for part in _PARTS])


def program(model: str) -> str:
    """Stands for all of the program that makes data, and the spaCy pipeline."""
    return _fingerprint(model, [part for part in PACKAGE.iterdir() if part.name not in {"site", "__pycache__"}])


def _fingerprint(model: str, parts: Iterable[Path]) -> str:
    digest = blake2b(sys.version.encode(), digest_size=16)
    for part in sorted(parts):
        files = sorted(p for p in part.rglob("*") if p.suffix in {".py", ".txt"}) if part.is_dir() else [part]
        for file in files:
            digest.update(file.relative_to(PACKAGE).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    for package in (*_PACKAGES, model):
        digest.update(f"{package} {version_of(package)}\0".encode())
    return digest.hexdigest()


def version_of(package: str) -> str:
    """The version of an installed package, or of a spaCy pipeline in a folder; empty for what is not there."""
    try:
        return version(package)
    except PackageNotFoundError:
        meta = Path(package) / "meta.json"
        return meta.read_text(encoding="utf-8") if meta.is_file() else ""


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of findings for one state of the program. `folder` None keeps nothing."""

    folder: Path | None
    fingerprint: str = ""

    def key(self, parts: Iterable[bytes]) -> str:
        """The name under which findings made from these parts are kept."""
        digest = blake2b(self.fingerprint.encode(), digest_size=20)
        for part in parts:
            digest.update(len(part).to_bytes(8, "big") + part)
        return digest.hexdigest()

    def get(self, key: str) -> bytes | None:
        """What is kept under a key, or None."""
        if self.folder is None:
            return None
        path = self.folder / key[:2] / key
        try:
            data = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)  # used just now: see `prune`
        return data

    def holds(self, key: str) -> bool:
        """Whether anything is kept under a key, which is used with that."""
        if self.folder is None:
            return False
        with suppress(OSError):
            os.utime(self.folder / key[:2] / key)
            return True
        return False

    def put(self, key: str, data: bytes, *more: bytes) -> None:
        """Keep data under a key, whole or not at all; a full disk loses the entry and nothing else."""
        if self.folder is None:
            return
        path = self.folder / key[:2] / key
        part = path.with_name(f"{key}.{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                file.writelines((data, *more))
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)

    def get_whole(self, key: str) -> bytes | None:
        """What `put_whole` has kept under a key, where not a byte of that has changed."""
        kept = self.get(key)
        return kept[WIDE:] if kept and kept[:WIDE] == sum_of(memoryview(kept)[WIDE:]) else None

    def put_whole(self, key: str, data: bytes, *more: bytes) -> None:
        """Keep data under a key with what tells whether they are still whole."""
        self.put(key, sum_of(data, *more), data, *more)

    def begin(self, kind: str) -> None:
        """Note that a run of a kind (extract, site) begins."""
        if self.folder is None:
            return
        runs = self.folder / _RUNS
        with suppress(OSError):
            runs.mkdir(parents=True, exist_ok=True)
            numbers = sorted(int(path.suffix[1:]) for path in runs.glob(f"{kind}.*") if path.suffix[1:].isdecimal())
            (runs / f"{kind}.{numbers[-1] + 1 if numbers else 1}").touch()
            for number in numbers[: 1 - KEPT_RUNS]:
                (runs / f"{kind}.{number}").unlink(missing_ok=True)

    def prune(self) -> None:
        """Let go of what none of the last `KEPT_RUNS` runs of any kind has used; kinds that ran less often keep all."""
        if self.folder is None:
            return
        begun: dict[str, list[float]] = {}
        with suppress(OSError):
            for path in (self.folder / _RUNS).iterdir():
                begun.setdefault(path.stem, []).append(path.stat().st_mtime)
            if not begun or min(map(len, begun.values())) < KEPT_RUNS:
                return
            oldest = min(min(times) for times in begun.values())
            for path in self.folder.glob("[0-9a-f][0-9a-f]/*"):
                with suppress(OSError):
                    if path.stat().st_mtime < oldest:
                        path.unlink()
