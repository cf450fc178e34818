"""What was made of each page in the last build, kept beside the findings of the extraction.

Nothing here is needed: the file may be deleted at any time, and what it does not hold, or not whole, is made anew.
"""

import marshal
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from generator.site.asked import Question

_TABLES = (
    "DROP TABLE IF EXISTS pages",  # of an earlier version
    "CREATE TABLE IF NOT EXISTS parts (uri TEXT PRIMARY KEY, head TEXT, content TEXT, found TEXT)",
    "CREATE TABLE IF NOT EXISTS state (sum BLOB, pages BLOB)",
)

_SHAPE = b"pages, sources"  # of what is in the table `state`: another version's is not read


class Made(NamedTuple):
    """What a page consists of beside the theme's part: the lines for its head, its content, what the search finds."""

    head: str
    content: str
    found: str


class Kept(NamedTuple):
    """What a page was made of: digests of its own part and of the `answers` to what it `asked`; and digests of what was
    `made` of it, all and what is `found` of that (empty: nothing). `place` is for what puts it into the theme."""

    key: bytes
    asked: tuple[Question, ...]
    answers: bytes
    made: bytes
    found: bytes
    place: bytes = b""


class KeptPages:
    """A file of pages, changed as a whole by `end`. One build at a time has it; for others it holds nothing. `sources`
    is kept with them: digests of what sources consist of, as of `Answers`."""

    def __init__(self, file: Path | None) -> None:
        self._rows: sqlite3.Connection | None = None
        self._pages: dict[str, tuple[Any, ...]] = {}
        self._asked: dict[Question, Question] = {}
        self.sources: dict[bytes, tuple[bytes, ...]] = {}
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
            rows.execute("PRAGMA page_size = 16384")  # a page of the site takes 15 kB
            rows.execute("BEGIN IMMEDIATE")
            for table in _TABLES:
                rows.execute(table)
            rows.execute("SELECT uri, head, content, found FROM parts LIMIT 1")
            state = rows.execute("SELECT sum, pages FROM state").fetchone()
        except sqlite3.DatabaseError as error:
            rows.close()
            return "locked" in str(error)
        self._rows = rows
        if state and isinstance(state[1], bytes) and state[0] == _digest(_SHAPE + state[1]):
            self._pages, self.sources = marshal.loads(state[1])
        return True

    def count(self) -> int:
        """How many pages are kept."""
        return len(self._pages)

    def get(self, uri: str) -> Kept | None:
        """What is kept of a page, or None."""
        found = self._pages.get(uri)
        return Kept(*found) if found else None

    def made(self, uri: str) -> Made | None:
        """What was made of a page that is kept, where that is still whole."""
        found = self._done("SELECT head, content, found FROM parts WHERE uri = ?", uri)
        # in a damaged file what was text may have become something else
        if not found or [type(part) for part in found[0]] != [str, str, str]:
            return None
        made = Made(*found[0])
        return made if sum_of(made) == self._pages[uri][3] else None

    def found(self, uri: str) -> str | None:
        """What the search finds of a page that is kept, where that is still whole."""
        found = self._done("SELECT found FROM parts WHERE uri = ?", uri)
        text = found[0][0] if found else None
        return text if isinstance(text, str) and digest_of(text) == self._pages[uri][4] else None

    def put(self, uri: str, kept: Kept, made: Made) -> None:
        """Keep a page, in the place of what was kept of it."""
        if not self._asked:
            self._asked = {question: question for page in self._pages.values() for question in page[1]}
        # what thousands of pages ask is one object, which marshal writes once
        asked = tuple(self._asked.setdefault(question, question) for question in kept.asked)
        self._pages[uri] = tuple(kept._replace(asked=asked))
        self._done("REPLACE INTO parts VALUES (?, ?, ?, ?)", uri, *made)

    def place(self, uri: str, place: bytes) -> None:
        """Keep where a page that is kept was put."""
        if uri in self._pages:
            self._pages[uri] = (*self._pages[uri][:5], place)

    def end(self, uris: Iterable[str]) -> None:
        """Let go of all pages but these, and write the file."""
        if self._rows is None:
            return
        for uri in self._pages.keys() - set(uris):
            del self._pages[uri]
            self._done("DELETE FROM parts WHERE uri = ?", uri)
        data = marshal.dumps((self._pages, self.sources))
        self._done("DELETE FROM state")
        self._done("INSERT INTO state VALUES (?, ?)", _digest(_SHAPE + data), data)
        self._done("COMMIT")
        self.close()

    def close(self) -> None:
        """Leave the file as it was but for what `end` has written."""
        if self._rows is not None:
            self._rows.close()
            self._rows = None
            self._pages = {}

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


def sum_of(made: Made) -> bytes:
    """Stands for what was made of a page."""
    parts = (part.encode("utf-8", "surrogatepass") for part in made)
    return _digest(b"".join(len(part).to_bytes(8, "big") + part for part in parts))


def digest_of(text: str) -> bytes:
    """Stands for a text; empty for none."""
    return _digest(text.encode("utf-8", "surrogatepass")) if text else b""


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()
