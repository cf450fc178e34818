"""The order in which statements stand in a list."""

from collections.abc import Callable

from generator.model import Statement
from generator.site.calendar import sort_key
from generator.site.lookup import Lookup


def statement_order(lookup: Lookup) -> Callable[[Statement], tuple[str, str, int, str]]:
    """Statements in the order they were made, or by which they were; those without either last.

    Those of one date stand by source, then as in it.
    A statement of several sources goes with the first of them.
    """

    def key(statement: Statement) -> tuple[str, str, int, str]:
        found = (lookup.quotations[q] for q in statement.quotations)
        source, start = min(((source, min(s.start for s in q.spans)) for source, q in found), default=("", 0))
        return sort_key(statement.said.value or statement.said.latest), source, start, statement.id

    return key
