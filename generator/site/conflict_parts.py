"""On which page a conflict stands: by kind where there are many, because each shows all that its sides say."""

from collections.abc import Iterable, Mapping

from generator.model import Conflict
from generator.site import wording
from generator.site.paging import Stretch, stretches

# A conflict takes 2 kB, ten times as much as an entry of other lists.
CONFLICTS = 80


def conflict_parts(conflicts: Iterable[Conflict]) -> tuple[Stretch[Conflict], ...]:
    """The parts of the page of conflicts; none where one page holds all."""
    kinds = list(wording.CONFLICTS)
    ordered = sorted(conflicts, key=lambda c: kinds.index(c.kind) if c.kind in kinds else len(kinds))
    return stretches(
        ordered, lambda c: c.kind, lambda kind: wording.CONFLICTS.get(kind, wording.plain(kind)), CONFLICTS
    )


def conflict_pages(conflicts: tuple[Conflict, ...]) -> Mapping[str, str]:
    """The page of each conflict by its id, as its address without extension."""
    parts = conflict_parts(conflicts)
    found = {c.id: f"conflicts/{part.key}" for part in parts for c in part.items}
    return found or {c.id: "conflicts" for c in conflicts}
