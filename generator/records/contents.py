"""What a file of the data holds, kept by its text: parsing YAML takes most of a second a megabyte."""

import marshal
import sys
from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar, cast

from generator.records.rows import read, shape, written
from generator.sums import Store, sum_of

T = TypeVar("T")


class Kept(Store, Protocol):
    """Where what was parsed or written is kept by content."""

    def holds(self, key: str) -> bool:
        """Whether anything is kept under a name."""


def kept_content(text: str, kept: Kept | None, parse: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What a file with this text holds: as it was kept, else as parsed, which is then kept."""
    known = kept.get_whole(_key(text, kept)) if kept else None
    if known is not None:
        found: dict[str, Any] = marshal.loads(known)
        return found
    content: dict[str, Any] = once(parse())
    if kept:
        kept.put_whole(_key(text, kept), marshal.dumps(content))
    return content


def keep_content(text: str, content: Callable[[], dict[str, Any]], kept: Kept | None) -> None:
    """Keep what parsing a text will give, each text in it `once`, for whoever comes to read it, where that is not
    known."""
    if kept and not kept.holds(_key(text, kept)):
        kept.put_whole(_key(text, kept), marshal.dumps(content()))


def kept_record(kind: type[T], data: bytes, kept: Kept | None) -> T | None:
    """The record in a file of these bytes, where `keep_record` has kept it: it takes a fifth less time than what was
    parsed, which has to be checked."""
    known = kept.get_whole(_record_key(kind, data, kept)) if kept else None
    make = cast(Callable[[Any], T], read(cast(Any, kind)))
    return None if known is None else make(marshal.loads(known))


def keep_record(record: Any, data: bytes, kept: Kept | None) -> None:
    """Keep the record in a file of these bytes for whoever comes to read it, where that is not known."""
    kind: Any = type(record)
    make = written(kind)
    if kept and make and not kept.holds(_record_key(kind, data, kept)):
        kept.put_whole(_record_key(kind, data, kept), marshal.dumps(make(record)))


def kept_each(
    place: Iterable[bytes], told: Iterable[bytes], make: Callable[[int], tuple[str, Any]], kept: Kept | None
) -> list[tuple[str, bytes]]:
    """What `make` gives for each of some records by its number, a text and plain data, these as marshal writes them.
    What was kept at this place is not made again: by what is `told` of each record, which is all of it."""
    key = kept.key(place) if kept else ""
    data = kept.get_whole(key) if kept else None
    before: dict[bytes, tuple[str, bytes]] = marshal.loads(data) if data else {}
    names = [sum_of(part) for part in told]
    now = {name: before.get(name) or _made(*make(number)) for number, name in enumerate(names)}
    if kept and now.keys() != before.keys():
        kept.put_whole(key, marshal.dumps(now))
    return [now[name] for name in names]


def _made(text: str, plain: Any) -> tuple[str, bytes]:
    return text, marshal.dumps(once(plain))


def once(value: Any) -> Any:
    """The same with each text in it once, which marshal reads back as once in all files together: four fifths of the
    memory that the texts of a dossier take are ids and names said again."""
    if isinstance(value, dict):
        return {once(key): once(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [once(item) for item in value]
    return sys.intern(str(value)) if isinstance(value, str) else value


def _record_key(kind: Any, data: bytes, kept: Kept) -> str:
    return kept.key([b"record", shape(kind), sum_of(data)])


def _key(text: str, kept: Kept) -> str:
    return kept.key([b"content 2", text.encode("utf-8")])
