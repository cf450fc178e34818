"""What stands for bytes: the text of a file that is as it was need not be made to see that, and what is kept can be
told from what was damaged."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

WIDE = 16  # bytes of a sum


class Store(Protocol):
    """Where data are kept, for one state of the program, with what tells whether they are still whole."""

    def key(self, parts: Iterable[bytes]) -> str:
        """The name for what is made from these parts."""

    def get_whole(self, key: str) -> bytes | None:
        """What `put_whole` has kept under a name, where not a byte of that has changed."""

    def put_whole(self, key: str, data: bytes) -> None:
        """Keep data under a name with what tells whether they are still whole."""


class Sums(Protocol):
    """What knows the sums of some texts before they are made."""

    def sum_of(self, name: str) -> bytes | None:
        """The sum of a file's text, where it is known."""

    def keep_sums(self, sums: Mapping[str, bytes]) -> None:
        """Keep the sums of all texts."""


def sum_of(*data: bytes | memoryview) -> bytes:
    """Stands for these bytes, one after another: WIDE bytes."""
    digest = blake2b(digest_size=WIDE)
    for piece in data:
        digest.update(piece)
    return digest.digest()


def each_beside(
    names: Sequence[str],
    there: Mapping[str, Path],
    files: Mapping[str, str],
    sums: Sums | None,
    write: Callable[[str, bytes], object],
) -> list[tuple[str, bytes, bool]]:
    """Write the texts of these files that are not `there` already; each with its sum, and whether it was."""
    found = []
    for name in names:  # one after another: a text may be made when it is asked for
        told, data = _beside(name, there.get(name), files, sums)
        if data is not None:
            write(name, data)
        found.append((name, told, data is None))
    return found


def _beside(name: str, there: Path | None, files: Mapping[str, str], sums: Sums | None) -> tuple[bytes, bytes | None]:
    """The sum of a text, and its bytes where the file that is there has others."""
    old = sum_of(there.read_bytes()) if there else None
    if old is not None and sums and sums.sum_of(name) == old:
        return old, None
    data = files[name].encode("utf-8")
    told = sum_of(data)
    return told, None if told == old else data
