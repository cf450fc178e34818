"""What was made of each page in the last build, kept beside the findings of the extraction.

Nothing here is needed: the file may be deleted at any time, and what it does not hold, or not whole, is made anew.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

_TABLE = (
    "CREATE TABLE IF NOT EXISTS pages"
    " (uri TEXT PRIMARY KEY, sum BLOB, key BLOB, asked TEXT, answers BLOB, head TEXT, content TEXT, found TEXT)"
)


class Made(NamedTuple):
    """What a page consists of beside the theme's part: the lines for its head, its content, what the search finds."""

    head: str
    content: str
    found: str


class Kept(NamedTuple):
    """What was made of a page, and what of: digests of its own part and of the `answers` to what it `asked`."""

    key: bytes
    asked: str
    answers: bytes
    made: Made


class KeptPages:
    """A file of pages, changed as a whole by `end`. One build at a time has it; for others it holds nothing."""

    def __init__(self, file: Path | None) -> None:
        self._rows: sqlite3.Connection | None = None
        if file is not None and not self._opened(file):
            with suppress(OSError):
                file.unlink()
                self._opened(file)

    def _opened(self, file: Path) -> bool:
        """Whether the file is what it should be, or somebody else's at this moment."""
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            rows = sqlite3.connect(file, timeout=0, isolation_level=None)
        except (sqlite3.Error, OSError):
            return True
        try:
            # Nothing waits for the disk: what a power cut leaves half written does not have its sum.
            rows.execute("PRAGMA synchronous = OFF")
            rows.execute("BEGIN IMMEDIATE")
            rows.execute(_TABLE)
            rows.execute("SELECT uri, sum, key, asked, answers, head, content, found FROM pages LIMIT 1")
        except sqlite3.DatabaseError as error:
            rows.close()
            return "locked" in str(error)
        self._rows = rows
        return True

    def get(self, uri: str) -> Kept | None:
        """What is kept of a page, or None."""
        found = self._done("SELECT sum, key, asked, answers, head, content, found FROM pages WHERE uri = ?", uri)
        if not found:
            return None
        total, key, asked, answers, *made = found[0]
        # in a damaged file what was text may have become something else
        if [type(part) for part in found[0]] != [bytes, bytes, str, bytes, str, str, str]:
            return None
        kept = Kept(key, asked, answers, Made(*made))
        return kept if total == _sum(uri, kept) else None

    def put(self, uri: str, kept: Kept) -> None:
        """Keep a page, in the place of what was kept of it."""
        values = (uri, _sum(uri, kept), kept.key, kept.asked, kept.answers, *kept.made)
        self._done("REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?)", *values)

    def end(self, uris: Iterable[str]) -> None:
        """Let go of all pages but these, and write the file."""
        wanted = set(uris)
        for (uri,) in self._done("SELECT uri FROM pages"):
            if uri not in wanted:
                self._done("DELETE FROM pages WHERE uri = ?", uri)
        self._done("COMMIT")
        self.close()

    def close(self) -> None:
        """Leave the file as it was but for what `end` has written."""
        if self._rows is not None:
            self._rows.close()
            self._rows = None

    def _done(self, command: str, *values: Any) -> list[Any]:
        """What a command gives; nothing, now and later, where the file fails it."""
        if self._rows is None:
            return []
        try:
            with closing(self._rows.execute(command, values)) as found:
                return found.fetchall()
        except (sqlite3.Error, UnicodeError):
            self.close()
            return []


def _sum(uri: str, kept: Kept) -> bytes:
    digest = blake2b(kept.key + kept.answers, digest_size=16)
    for part in (uri, kept.asked, *kept.made):
        digest.update(len(part).to_bytes(8, "big") + part.encode("utf-8", "surrogatepass"))
    return digest.digest()
