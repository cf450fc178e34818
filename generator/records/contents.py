"""What a file of the data holds, kept by its text: parsing YAML takes most of a second a megabyte."""

import json
from collections.abc import Callable, Iterable
from typing import Any, Protocol


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
    try:
        content = json.loads(kept.get(_key(text, kept)) or b"")
    except ValueError:
        content = None
    if isinstance(content, dict):
        return content
    content = parse()
    keep_content(text, content, kept)
    return content


def keep_content(text: str, content: dict[str, Any], kept: Kept | None) -> None:
    """Keep what parsing a text will give, for whoever comes to read it."""
    if kept:
        kept.put(_key(text, kept), json.dumps(content).encode())


def _key(text: str, kept: Kept) -> str:
    return kept.key([b"content", text.encode("utf-8")])
