"""The errors a user can meet: each says what is wrong, where, and what would be right. The command line prints them
without a traceback."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one file. `str(fault)` is `file:line: what; right`."""

    file: str
    what: str
    right: str = ""
    line: int | None = None

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.what}; {self.right}" if self.right else f"{where}: {self.what}"


class OnrecordError(Exception):
    """The base of every error meant for the user."""


class FaultsError(OnrecordError):
    """All the faults of one file (or of one step) together, one a line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(f) for f in self.faults))
