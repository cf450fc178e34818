"""The site that stands: which of its files the next one may have as they are, because they would come out the same.

A file is known by what it was made of, and as the file that was written then by what the system says of it: it is
neither read nor hashed for that. Only what was checked when it was put in its place is known at all.
"""

import marshal
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from generator.cache import Cache

# What stands for all that a file was made of, then its number on the disk, its size and when it was written.
Known = tuple[bytes, int, int, int]


class Standing:
    """The files of the site in `target` by path, and those of the one that is being made: `carried` are those it has in
    common with the one that stands, with their numbers on the disk, `added` its others. `checked` stands for what they
    were checked against, `root` is the project's folder. Who checks the new site brings `leads` up to date."""

    def __init__(self, cache: Cache, root: Path, target: Path, checked: str) -> None:
        self._cache, self.folder = cache, target
        self._key = cache.key([b"standing", os.fsencode(os.path.relpath(target, root)), checked.encode(), b"5"])
        was = cache.get_whole(self._key)
        self._was: dict[str, Known] = marshal.loads(was) if was else {}
        self._made: dict[str, bytes] = {}
        self.carried: dict[str, int] = {}
        self.added: Sequence[str] = ()

    @cached_property
    def leads(self) -> dict[str, tuple[str, ...]]:
        """Where each page leads, read when the site is checked: while pages are made there is less room."""
        kept = self._cache.get_whole(f"{self._key}-leads")
        found: dict[str, tuple[str, ...]] = marshal.loads(kept) if kept else {}
        return {name: leads for name, leads in found.items() if name in self._was}

    def holds(self, name: str, made: bytes) -> bool:
        """Whether the site that stands has a file made of just this, which the next one then has too."""
        known = self._was.get(name)
        if known is None or known[0] != made or known != _known(made, f"{self.folder}/{name}"):
            return False
        self.carried[name] = known[1]
        self._made[name] = made
        return True

    def holds_copy(self, name: str, of: str) -> bool:
        """Whether it has the copy of a file that the system says is as it was; the next one has one in any case."""
        made = repr(_known(b"", of)).encode()
        held = self.holds(name, made)
        self.note(name, made)
        return held

    def holds_all(self, made: bytes) -> bool:
        """Whether it has all the files that were made of this together."""
        names = [name for name, known in self._was.items() if known[0] == made]
        there = [name for name in names if self.holds(name, made)]
        if len(there) < len(names):
            for name in there:
                del self.carried[name]
        return bool(names) and len(there) == len(names)

    def note(self, name: str, made: bytes) -> None:
        """A file is written anew, of this."""
        self._made[name] = made

    def mostly(self) -> bool:
        """Whether most of the new site's pages are carried over: half of the files are the search index, all of
        which one article that is added may change."""
        return 4 * len(self.carried) > len(self._made)

    def keep(self) -> None:
        """Know the files of the new site, which stands now, in the next build."""
        told = {}
        for name, made in self._made.items():
            known = self._was[name] if name in self.carried else _known(made, f"{self.folder}/{name}")
            if known:
                told[name] = known
        leads = {name: self.leads[name] for name in told.keys() & self.leads.keys()}
        self._cache.put_whole(f"{self._key}-leads", marshal.dumps(leads))
        self._cache.put_whole(self._key, marshal.dumps(told))


def _known(made: bytes, path: str) -> Known | None:
    try:
        found = os.stat(path)  # noqa: PTH116  a Path takes several times as long, and there are thousands
    except OSError:
        return None
    return made, found.st_ino, found.st_size, found.st_mtime_ns
