"""What was found by comparing articles, kept between runs by what it was found in.

Whoever compares names the articles it looks at. Of each there is a digest of all that it is compared by, so that the
same question about the same articles has the answer of the last run. Nothing here is needed: what is not known is found
anew, and is the same.
"""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Any, Protocol

_WIDE = 16


class Store(Protocol):
    """Where tables are kept, for one state of the program."""

    def key(self, parts: Iterable[bytes]) -> str:
        """The name for what is made from these parts."""

    def get_whole(self, key: str) -> bytes | None:
        """What `put_whole` has kept under a key, where not a byte of that has changed."""

    def put_whole(self, key: str, data: bytes) -> None:
        """Keep data under a key."""


@dataclass(slots=True)
class Known:
    """One table of answers; those that are asked for again are the ones to keep."""

    states: Mapping[str, bytes]
    before: Mapping[bytes, Any]
    now: dict[bytes, Any] = field(default_factory=dict)

    def __call__(self, make: Callable[..., Iterable[Any]], articles: tuple[str, ...], more: object = "") -> Any:
        """What `make` gives of these articles, in a tuple: plain data, the same as long as they are the same
        and `more` is, which its `repr` tells wholly."""
        states = [self.states.get(article) for article in articles]
        if None in states:
            return tuple(make(*articles))  # one that a person has changed since it was read
        key = b"".join([*filter(None, states), _digest(more) if more else b""])
        found = self.before[key] if key in self.before else tuple(make(*articles))
        self.now[key] = found
        return found


@dataclass(frozen=True, slots=True)
class Remembered:
    """Where answers are kept, and a digest of each article as it is compared."""

    store: Store
    states: Mapping[str, bytes]

    def of(self, articles: Iterable[str]) -> "Remembered":
        """The same for these articles alone."""
        return replace(self, states={a: self.states[a] for a in articles if a in self.states})

    def seen(self, more: Mapping[str, object]) -> "Remembered":
        """The same for comparisons that also depend on `more` of each article, which its `repr` tells wholly."""
        states = {a: blake2b(s + _digest(more[a]), digest_size=_WIDE).digest() for a, s in self.states.items()}
        return replace(self, states=states)

    @contextmanager
    def table(self, name: str) -> Iterator[Known]:
        """The answers to one kind of question. Those nobody asks for before the end are let go of."""
        place = self.store.key([b"compared", name.encode()])
        kept = self.store.get_whole(place)
        known = Known(self.states, marshal.loads(kept) if kept else {})
        yield known
        if known.now.keys() != known.before.keys():
            self.store.put_whole(place, marshal.dumps(known.now))


class _Nothing:
    """Keeps nothing."""

    def key(self, parts: Iterable[bytes]) -> str:
        return ""

    def get_whole(self, key: str) -> bytes | None:
        return None

    def put_whole(self, key: str, data: bytes) -> None:
        return None


NOTHING = Remembered(_Nothing(), {})


def _digest(more: object) -> bytes:
    return blake2b(repr(more).encode("utf-8", "surrogatepass"), digest_size=_WIDE).digest()
