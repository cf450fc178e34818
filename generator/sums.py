"""What stands for the text of a file, so that one that is as it was need not be made to see that."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Protocol


class Sums(Protocol):
    """What knows the sums of some texts before they are made."""

    def sum_of(self, name: str) -> bytes | None:
        """The sum of a file's text, where it is known."""

    def keep_sums(self, sums: Mapping[str, bytes]) -> None:
        """Keep the sums of all texts."""


def _sum(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


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
    old = _sum(there.read_bytes()) if there else None
    if old is not None and sums and sums.sum_of(name) == old:
        return old, None
    data = files[name].encode("utf-8")
    told = _sum(data)
    return told, None if told == old else data
