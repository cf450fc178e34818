"""What was found in one article, and in all of them; handed from process to process as the cache keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator import records
from generator.errors import Fault
from generator.model import Evidence, IssueRecord


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in one article, or why it cannot be read; `redactions` are the numbers of those that hit."""

    found: Evidence | IssueRecord
    faults: tuple[Fault, ...] = ()
    redactions: frozenset[int] = frozenset()
    key: str = ""

    def __reduce__(self) -> tuple[Any, ...]:
        """From process to process evidence goes as the cache keeps it, in half the time that pickle takes for it."""
        found = records.encode_evidence(self.found) if isinstance(self.found, Evidence) else self.found
        return _handed_over, (found, self.faults, self.redactions, self.key)


def _handed_over(found: bytes | IssueRecord, *more: Any) -> Examined:
    """What another process has examined."""
    told = records.decode_evidence(found) if isinstance(found, bytes) else found
    if told is None:
        raise ValueError("evidence was damaged between two processes")
    return Examined(told, *more)


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found in all articles; those that cannot be read; the faults; the redactions that hit; by the id of each
    article the name under which its findings are kept, which stands for them; how many were examined in this run."""

    evidence: list[Evidence]
    unread: list[IssueRecord]
    faults: tuple[Fault, ...]
    redactions: frozenset[int]
    keys: Mapping[str, str]
    anew: int = 0
