"""What was made of each page in the last build, kept beside the findings of the extraction.

Nothing here is needed: it may be deleted at any time, and what it does not hold is made anew.
"""

import marshal
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import chain, islice
from struct import calcsize, iter_unpack, pack, unpack_from
from typing import Any, NamedTuple

from generator.cache import Cache
from generator.site.answers import Answers
from generator.site.asked import Question

# The folder and the file of it below the cache's.
NAME = "pages"
# Of what is kept: another version's is not read.
_SHAPE = b"lengths, digests, questions by what they ask, told, pages by the thousand"
_DIGEST = "16s"
_LENGTH = "Q"
_AT_ONCE = 1000  # pages that are written together: all of them beside what they are made of would fill the memory

_Numbers = dict[str, dict[str, dict[Any, int]]]


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
        # Numbers of questions by field, what is asked of it, and key; those of the last build in the order of these.
        self._numbers: _Numbers = {}
        self._count = 0
        self._told = bytearray()  # digests beside each other: hundreds of thousands, each of which would be an object
        self._pages: dict[str, tuple[Any, ...]] = {}
        self._places: dict[Any, Any] = {}
        self.digests: dict[bytes, tuple[bytes, ...]] = {}
        was = cache.get_whole(NAME)
        if was and was.startswith(self._head):
            self.digests, groups, self._told, *pages = _read(memoryview(was)[len(self._head) :])
            for field, what, keys in groups:
                numbers = range(self._count, self._count + len(keys))
                self._numbers.setdefault(field, {})[what] = dict(zip(keys, numbers, strict=True))
                self._count += len(keys)
            self._pages = dict(chain.from_iterable(pages))
        self._changed: set[int] = set()

    def ask(self, answers: Answers) -> None:
        """Ask again what the pages asked."""
        size, at, answered = calcsize(_DIGEST), 0, []
        for field, what, keys in self._groups():
            answered.append(answers.to_each(field, what, keys, bytes(self._told[at : at + size * len(keys)])))
            at += size * len(keys)
        told = b"".join(answered)
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
        numbers = array("I")
        for question in asked:
            field, key, what = question
            known = self._numbers.setdefault(field, {}).setdefault(what, {})
            if key not in known:
                # what another process asked has none of its texts in common with what is here
                known[_shared(key)] = self._count
                self._count += 1
                self._told += answers[question]
            numbers.append(known[key])
        # thousands of pages have one and the same place, which marshal writes once where it is one object
        place = self._places.setdefault(page.place, page.place)
        self._pages[uri] = tuple(page._replace(asked=numbers.tobytes(), place=place))

    def end(self, uris: Iterable[str]) -> None:
        """Keep all this for the next build, but for pages other than these and what only those asked; nothing is kept
        here any more."""
        here = set(uris)
        self._pages = {uri: page for uri, page in self._pages.items() if uri in here}
        used: set[int] = set()
        for page in self._pages.values():
            used.update(memoryview(page[1]).cast("I"))
        size, told, again, groups = calcsize(_DIGEST), bytearray(), array("I", bytes(4 * self._count)), []
        for field, what, known in self._groups():
            for n in known.values():
                if n in used:
                    again[n] = len(told) // size
                    told += self._told[size * n : size * (n + 1)]
            groups.append((field, what, [key for key, n in known.items() if n in used]))
        parts = [marshal.dumps(self.digests), marshal.dumps(groups), marshal.dumps(bytes(told))]
        del groups, told
        self._numbers, every = {}, iter(list(self._pages))
        while chunk := list(islice(every, _AT_ONCE)):
            pages = [(uri, _renumbered(self._pages.pop(uri), again)) for uri in chunk]
            parts.append(marshal.dumps(pages))
        self._cache.put_whole(NAME, self._head, *(pack(_LENGTH, n) for n in (len(parts), *map(len, parts))), *parts)

    def _groups(self) -> Iterator[tuple[str, str, dict[Any, int]]]:
        for field, of in self._numbers.items():
            for what, known in of.items():
                yield field, what, known


def _renumbered(page: tuple[Any, ...], numbers: Sequence[int]) -> tuple[Any, ...]:
    key, asked, made, place, found = page
    return key, array("I", map(numbers.__getitem__, memoryview(asked).cast("I"))).tobytes(), made, place, found


def _read(kept: memoryview) -> Iterator[Any]:
    """The parts of what `KeptPages.end` has written after its head."""
    size = calcsize(_LENGTH)
    (count,) = unpack_from(_LENGTH, kept)
    at = size * (count + 1)
    for number in range(1, count + 1):
        (length,) = unpack_from(_LENGTH, kept, size * number)
        yield marshal.loads(kept[at : at + length])
        at += length


def _shared(part: Any) -> Any:
    if isinstance(part, tuple):
        return tuple(map(_shared, part))
    return sys.intern(part) if type(part) is str else part


def sum_of_texts(*parts: str) -> bytes:
    """Stands for texts."""
    told = (part.encode("utf-8", "surrogatepass") for part in parts)
    return blake2b(b"".join(len(part).to_bytes(8, "big") + part for part in told), digest_size=16).digest()
