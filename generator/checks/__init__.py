"""What must hold before anything is published: one small class a check, all of them in `CHECKS`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.checks.data import Addressed, Decided, Fresh, Resolvable, Verbatim
from generator.checks.site import Linked, Silent
from generator.checks.state import Check, Published, Secrets
from generator.errors import Fault

__all__ = [
    "Addressed",
    "CHECKS",
    "Check",
    "Checked",
    "Decided",
    "Fresh",
    "Linked",
    "Published",
    "Resolvable",
    "Secrets",
    "Silent",
    "Verbatim",
    "run",
]

CHECKS: tuple[Check, ...] = (
    Verbatim(),
    Resolvable(),
    Addressed(),
    Decided(),
    Fresh(),
    Silent(),
    Linked(),
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A check with what it found."""

    check: Check
    faults: tuple[Fault, ...]


def run(state: Published, of: Sequence[str]) -> Iterator[Checked]:
    """Each of the checks on these things, in order, with what it found."""
    for check in CHECKS:
        if check.of in of:
            yield Checked(check, tuple(check.faults(state)))
