"""What must hold before anything is published: one small class a check, all of them in `CHECKS`."""

from generator.checks.data import Addressed, Decided, Fresh, Resolvable, Verbatim
from generator.checks.site import Linked, Silent
from generator.checks.state import Check, Published, Secrets

__all__ = [
    "Addressed",
    "CHECKS",
    "Check",
    "Decided",
    "Fresh",
    "Linked",
    "Published",
    "Resolvable",
    "Secrets",
    "Silent",
    "Verbatim",
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
