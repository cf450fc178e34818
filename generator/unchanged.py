"""Whether there is anything to do: the same program on the same articles, decisions and data makes the same data.

`make` asks the same before it starts the program at all; here whoever runs `onrecord extract` by hand is spared too.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from generator import records
from generator.cache import Cache, program
from generator.config import Places
from generator.errors import Fault
from generator.model import Dossier, LedgerEntry
from generator.overview import overview as overview_of


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a run found: the dossier, its files below the data folder, the faults a person has to mend, the addresses
    that no longer answer because they spelled what is redacted, and how many articles were examined."""

    dossier: Dossier
    files: records.Files
    faults: tuple[Fault, ...]
    spelled: tuple[LedgerEntry, ...] = ()
    anew: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What a run told: what is in the data, in a line and in an overview, what a person should know of it, and of that
    what a quiet run tells too; `mend` when something waits for a person."""

    summary: str
    overview: tuple[str, ...]
    lines: tuple[str, ...]
    loud: tuple[str, ...]
    mend: bool

    @classmethod
    def of(cls, found: Extraction, data: Path) -> "Report":
        """The report of a run."""
        dossier = found.dossier
        issues = [i for i in dossier.issues if i.kind != "setting"]  # these are among the faults
        said = [(str(fault), True) for fault in found.faults]
        said += [(str(Fault(i.file, i.what, i.right, i.line)), i.needs_action) for i in issues]
        counts = (
            f"{len(getattr(dossier, kind))} {kind}"
            for kind in ("sources", "actors", "statements", "events", "conflicts")
        )
        mend = bool(found.faults) or any(issue.needs_action for issue in dossier.issues)
        lines, loud = (tuple(line for line, serious in said if serious or also) for also in (True, False))
        return cls(f"{', '.join(counts)} in {data}", overview_of(dossier), lines, loud, mend)


@dataclass(frozen=True, slots=True)
class Run:
    """A run before it begins: what it reads, and where reports are kept."""

    data: Path
    cache: Cache
    inputs: bytes

    @classmethod
    def of(cls, places: Places, today: str | None) -> "Run":
        """The run on these places; the seeds are read now: an edit made while it runs is not taken for seen."""
        settings, _ = records.load_settings(places.seeds)
        names = "\0".join((str(places.seeds), str(places.data), today or ""))
        return cls(places.data, Cache(places.cache, program(settings.model)), names.encode() + _digest(places.seeds))

    def report(self) -> Report | None:
        """What the run would tell, where nothing has changed since one that told it; None where it has to be made."""
        kept = self.cache.get(self._key())
        if kept is None:
            return None
        try:
            told = json.loads(kept)
            overview, lines, loud = (tuple(told[key]) for key in ("overview", "lines", "loud"))
            return Report(told["summary"], overview, lines, loud, told["mend"])
        except (ValueError, KeyError, TypeError):
            return None

    def keep(self, report: Report) -> None:
        """Keep what a run told that has just written the data."""
        self.cache.put(self._key(), json.dumps(asdict(report)).encode())

    def _key(self) -> str:
        return self.cache.key([b"run", self.inputs, _digest(self.data)])


def _digest(folder: Path) -> bytes:
    whole = hashlib.blake2b()
    for part in _parts(folder):
        whole.update(part)
    return whole.digest()


def _parts(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")):
        yield path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape") + b"\0"
        try:
            # what is a file here may be a link to one; pipes and devices are not opened
            if path.is_file():
                with path.open("rb") as file:
                    yield hashlib.file_digest(file, "blake2b").digest()
            else:
                yield b"link" if path.is_symlink() else str(path.lstat().st_mode).encode()
        except OSError as error:
            yield str(error.errno).encode()
