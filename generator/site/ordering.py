"""The order in which statements stand in a list."""

from collections.abc import Mapping

from generator.model import Quotation, Statement
from generator.site.calendar import sort_key

Order = tuple[str, str, int, str]


def statement_order(statement: Statement, quotations: Mapping[str, tuple[str, Quotation]]) -> Order:
    """Statements in the order they were made, or by which they were; those without either last.

    Those of one date stand by source, then as in it.
    A statement of several sources goes with the first of them.
    """
    found = (quotations[q] for q in statement.quotations if q in quotations)
    source, start = min(((source, min(q.spans).start) for source, q in found), default=("", 0))
    return sort_key(statement.said.value or statement.said.latest), source, start, statement.id
