"""What was made of each page in the last build, kept beside the findings of the extraction.

Nothing here is needed: it may be deleted at any time, and what it does not hold is made anew.
"""

import marshal
import sys
from array import array
from collections.abc import Iterable
from hashlib import blake2b
from struct import calcsize, iter_unpack
from typing import Any, NamedTuple

from generator.cache import Cache
from generator.site.asked import Answers, Question

# The folder and the file of it below the cache's.
NAME = "pages"
_SHAPE = b"digests, questions, told, pages"  # of what is kept: another version's is not read
_DIGEST = "16s"


class Made(NamedTuple):
    """What a page consists of beside the theme's part: title and description, the lines for its head, its content; and
    what the search finds of it."""

    title: str
    description: str
    head: str
    content: str
    found: str


class Kept(NamedTuple):
    """What a page was made of, a digest of its own records and the numbers of the questions it `asked`; and what came
    of it: a digest of all that was `made`, its `place` as of `Chrome`, and what the search has `found`."""

    key: bytes
    asked: bytes
    made: bytes
    place: Any
    found: str


class KeptPages:
    """The pages of the last build by the same `program`, with the questions that they asked and the digests of the
    answers. `digests` are those of what was read then, as of `Answers`."""

    def __init__(self, cache: Cache, program: bytes) -> None:
        self._cache, self._head = cache, _SHAPE + program
        self._questions: list[Question] = []
        self._told = bytearray()  # digests beside each other: hundreds of thousands, each of which would be an object
        self._pages: dict[str, tuple[Any, ...]] = {}
        self.digests: dict[bytes, tuple[bytes, ...]] = {}
        was = cache.get_whole(NAME)
        if was and was.startswith(self._head):
            kept = marshal.loads(memoryview(was)[len(self._head) :])
            self.digests, self._questions, self._told, self._pages = kept
        self._numbers: dict[Question, int] = {}
        self._changed: set[int] = set()

    def ask(self, answers: Answers) -> None:
        """Ask again what the pages asked."""
        told = answers.to_all(self._questions)
        each = zip(iter_unpack(_DIGEST, told), iter_unpack(_DIGEST, self._told), strict=True)
        self._changed = {n for n, (new, old) in enumerate(each) if new != old}
        self._told, self.digests = bytearray(told), answers.digests

    def count(self) -> int:
        """How many pages are kept."""
        return len(self._pages)

    def get(self, uri: str, key: bytes) -> Kept | None:
        """What is kept of a page, where it would come out the same."""
        found = self._pages.get(uri)
        if found is None or not key or found[0] != key or not self._changed.isdisjoint(memoryview(found[1]).cast("I")):
            return None
        return Kept(*found)

    def put(self, uri: str, page: Kept, asked: Iterable[Question], answers: Answers) -> None:
        """Keep a page with what it asked, in the place of what was kept of it."""
        if not self._numbers:
            self._numbers = {question: number for number, question in enumerate(self._questions)}
        numbers = array("I")
        for question in asked:
            if question not in self._numbers:
                # what another process asked has none of its texts in common with what is here
                question = _shared(question)
                self._numbers[question] = len(self._questions)
                self._questions.append(question)
                self._told += answers[question]
            numbers.append(self._numbers[question])
        self._pages[uri] = tuple(page._replace(asked=numbers.tobytes()))

    def end(self, uris: Iterable[str]) -> None:
        """Keep all this for the next build, but for pages other than these and what only those asked."""
        here = set(uris)
        self._pages = {uri: page for uri, page in self._pages.items() if uri in here}
        numbers: dict[int, int] = {}
        places: dict[Any, Any] = {}
        pages = {}
        for uri, (key, asked, made, place, found) in self._pages.items():
            again = array("I", (numbers.setdefault(n, len(numbers)) for n in memoryview(asked).cast("I")))
            # thousands of pages have one and the same place, which marshal writes once where it is one object
            pages[uri] = (key, again.tobytes(), made, places.setdefault(place, place), found)
        self._pages, self._numbers = pages, {}
        questions, size = [self._questions[n] for n in numbers], calcsize(_DIGEST)
        told = b"".join(self._told[size * n : size * (n + 1)] for n in numbers)
        self._cache.put_whole(NAME, self._head, marshal.dumps((self.digests, questions, told, pages)))


def _shared(part: Any) -> Any:
    if isinstance(part, tuple):
        return tuple(map(_shared, part))
    return sys.intern(part) if type(part) is str else part


def sum_of(*parts: str) -> bytes:
    """Stands for texts."""
    told = (part.encode("utf-8", "surrogatepass") for part in parts)
    return blake2b(b"".join(len(part).to_bytes(8, "big") + part for part in told), digest_size=16).digest()
