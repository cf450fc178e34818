"""What each source comes to in the downloads: it is in the last build's files where the source is as it was.

All of it is a hundred megabytes at 2,000 articles. So it is not kept beside the site that stands, only where it is in
that.
"""

import marshal
from collections.abc import Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, NamedTuple

from generator.cache import Cache
from generator.model import SourceRecord

_KEPT = "downloads"  # the folder and the file of it below the cache's

# A file as the system knows it: its number on the disk, its size, when it was written.
State = tuple[int, int, int]
# Where a piece begins in its file, and how long it is.
Stretch = tuple[int, int]


class Piece(NamedTuple):
    """A part of a file, and the id of the source that it is of; empty where it is of none."""

    source: str
    data: bytes | memoryview


class Earlier:
    """The pieces of sources in the files of the last build by the same `program`, in the folder `before`, but for those
    whose text is another now. `texts` are records by the digests of the files they stand in."""

    def __init__(self, cache: Cache, program: bytes, texts: Mapping[bytes, tuple[Any, ...]], before: Path) -> None:
        self._cache, self._program = cache, program
        self._texts = {r.source.id: text for text, found in texts.items() for r in found if isinstance(r, SourceRecord)}
        self._now: dict[str, dict[bytes, Stretch]] = {}
        self._was: dict[str, dict[bytes, Stretch]] = {}
        self._files: dict[str, memoryview] = {}
        kept = cache.get_whole(_KEPT)
        if kept and kept.startswith(program):
            states: dict[str, State]
            states, places = marshal.loads(memoryview(kept)[len(program) :])
            for name, state in states.items():
                if _state(before / name) == state and state[1]:
                    with (before / name).open("rb") as file:
                        self._files[name] = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
                    self._was[name] = places[name]

    def piece(self, name: str, source: str) -> memoryview | None:
        """What a source comes to in a file; None where that is not known."""
        place = self._was[name].get(self._texts[source]) if name in self._was and source in self._texts else None
        return self._files[name][place[0] : place[0] + place[1]] if place else None

    def note(self, name: str, source: str, at: int, size: int) -> None:
        """A piece is written."""
        if source in self._texts:
            self._now.setdefault(name, {})[self._texts[source]] = at, size

    def keep(self, folder: Path) -> None:
        """Know the files in a folder, which were written now, in the next build, wherever the folder is then."""
        states = {name: state for name in self._now if (state := _state(folder / name))}
        self._cache.put_whole(_KEPT, self._program + marshal.dumps((states, self._now)))


def _state(path: Path) -> State | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
