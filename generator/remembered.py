"""What was found by comparing articles, kept between runs by what it was found in.

Whoever compares names the articles it looks at. Of each there is a digest of all that it is compared by, so that the
same question about the same articles has the answer of the last run. Nothing here is needed: what is not known is found
anew, and is the same.
"""

import io
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any, TypeVar

from generator.model import Evidence
from generator.sums import Store

Record = TypeVar("Record")
Pair = TypeVar("Pair", bound=tuple[Any, ...])  # the ids of two articles first
_WIDE = 16
_SPARE = 8  # of so many answers one may be kept that nobody asks for any more


@dataclass(slots=True)
class Known:
    """One table of answers; those that are asked for again are the ones to keep."""

    states: Mapping[str, bytes]
    before: Mapping[bytes, Any]
    now: dict[bytes, Any] = field(default_factory=dict)

    def __call__(self, make: Callable[..., Iterable[Any]], articles: tuple[str, ...], more: object = "") -> Any:
        """What `make` gives of these articles, in a tuple: plain data and records of the program, the same as long as
        they are the same and `more` is, which its `repr` tells wholly."""
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

    def each(
        self, name: str, make: Callable[[Evidence], Iterable[Record]], articles: Iterable[Evidence]
    ) -> list[tuple[Record, ...]]:
        """What `make` gives of each of these articles by itself, in their order."""
        with self.table(name) as known:
            return [known(lambda _, e=e: make(e), (e.document.id,)) for e in articles]

    def pairs(
        self, name: str, find: Callable[[Set[str]], Iterable[Pair]], articles: Iterable[str], more: object = ""
    ) -> list[Pair]:
        """The pairs of these articles that `find` gives, in order, each with what else it tells of them: it is given
        the articles that are new, and asked for pairs with one of them. What it finds in two articles depends on these
        and on `more`, which its `repr` tells wholly."""
        place, listed = self.store.key([b"pairs", name.encode()]), list(articles)
        kept = _read(self.store.get_whole(place) or b"")
        before = dict(kept[b"states"]) if kept.get(b"more") == _digest(more) else {}
        states = {article: self.states[article] for article in listed if article in self.states}
        old = {article for article, state in states.items() if before.get(article) == state}
        found = [pair for pair in kept[b"pairs"] if pair[0] in old and pair[1] in old] if old else []
        found = sorted((*found, *find({*listed} - old)))
        if states != before:
            known = [pair for pair in found if pair[0] in states and pair[1] in states]
            self.store.put_whole(
                place, _written({b"more": _digest(more), b"states": [*states.items()], b"pairs": known})
            )
        return found

    @contextmanager
    def table(self, name: str) -> Iterator[Known]:
        """The answers to one kind of question. When many are asked for no more before the end, these are let go of."""
        place = self.store.key([b"compared", name.encode()])
        kept = self.store.get_whole(place)
        known = Known(self.states, _read(kept) if kept else {})
        yield known
        fresh = {key: answer for key, answer in known.now.items() if key not in known.before}
        if len(known.before) - len(known.now) + len(fresh) > len(known.now) / _SPARE:
            self.store.put_whole(place, _written(known.now))
        elif fresh:
            self.store.put_whole(place, (kept or b"") + _written(fresh))  # the others as they are written already


class _Nothing:
    """Keeps nothing."""

    def key(self, parts: Iterable[bytes]) -> str:
        return ""

    def get_whole(self, key: str) -> bytes | None:
        return None

    def put_whole(self, key: str, data: bytes) -> None:
        return None


NOTHING = Remembered(_Nothing(), {})


class _Writer(pickle.Pickler):
    """Writes a record as its class and its values, which is read and written in half the time; equal texts, and equal
    sets of texts, once, so that they are read as one: most records share theirs with others."""

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._once: dict[Any, Any] = {}

    def reducer_override(self, one: Any) -> Any:
        values = _values(type(one))  # type: ignore[arg-type]
        if values is None:
            return NotImplemented
        once = self._once
        return type(one), tuple([once.setdefault(value, value) if _of_text(value) else value for value in values(one)])


def _of_text(value: Any) -> bool:
    # of other sets equal ones may hold other members: 1 is equal to 1.0
    return type(value) is str or (type(value) is frozenset and type(next(iter(value), "")) is str)


@cache
def _values(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the values of a record; None for what is none."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    if len(names) == 1:
        return lambda one: (getattr(one, names[0]),)
    return attrgetter(*names) if names else None


class _Reader(pickle.Unpickler):
    """Reads plain data, days and records of the program: no pickle can make more than these. The folder has to be the
    user's own all the same, see `records.evidence`."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("datetime", "date"):
            return date
        found = super().find_class(module, name) if module.startswith("generator.") else None
        if isinstance(found, type) and found.__module__ == module and (is_dataclass(found) or issubclass(found, tuple)):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record")


def _written(found: Mapping[bytes, Any]) -> bytes:
    data = io.BytesIO()
    _Writer(data).dump(found)
    return data.getvalue()


def _read(kept: bytes) -> dict[bytes, Any]:
    data = io.BytesIO(kept)
    found: dict[bytes, Any] = {}
    try:
        while data.tell() < len(kept):
            found |= _Reader(data).load()
    except Exception:  # of what is damaged a pickle may raise any
        return {}
    return found


def _digest(more: object) -> bytes:
    return blake2b(repr(more).encode("utf-8", "surrogatepass"), digest_size=_WIDE).digest()
