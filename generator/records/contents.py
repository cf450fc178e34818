"""What a file of the data holds, kept by its text: parsing YAML takes most of a second a megabyte."""

import marshal
import sys
from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Any, Protocol

_SUM = 16  # bytes of the sum by which what is kept is known to be whole


class Kept(Protocol):
    """Where what was parsed is kept by content."""

    def key(self, parts: Iterable[bytes]) -> str:
        """The name for what is made from these parts."""

    def get(self, key: str) -> bytes | None:
        """What is kept under a name."""

    def put(self, key: str, data: bytes) -> None:
        """Keep data under a name."""


def kept_content(text: str, kept: Kept, parse: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What a file with this text holds: as it was kept, else as parsed, which is then kept."""
    known = _known(text, kept)
    if known:
        found: dict[str, Any] = marshal.loads(known)
        return found
    content = parse()
    keep_content(text, content, kept)
    return content


def keep_content(text: str, content: dict[str, Any], kept: Kept | None) -> None:
    """Keep what parsing a text will give, for whoever comes to read it."""
    if kept and not _known(text, kept):
        data = marshal.dumps(_once(content))
        kept.put(_key(text, kept), _sum(data) + data)


def _known(text: str, kept: Kept) -> bytes:
    """What is kept by a text, where not a byte of it has changed; else nothing."""
    known = kept.get(_key(text, kept)) or b""
    return known[_SUM:] if known[:_SUM] == _sum(known[_SUM:]) else b""


def _once(value: Any) -> Any:
    """The same with each text in it once, which marshal reads back as once in all files together: four fifths of the
    memory that the texts of a dossier take are ids and names said again."""
    if isinstance(value, dict):
        return {_once(key): _once(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_once(item) for item in value]
    return sys.intern(str(value)) if isinstance(value, str) else value


def _sum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SUM).digest()


def _key(text: str, kept: Kept) -> str:
    return kept.key([b"content 2", text.encode("utf-8")])
