"""Which types of events can be one event, and what such an event is called."""

from functools import cache

from generator.lexicons import rows


@cache
def families() -> dict[str, tuple[str, str, str]]:
    """Type to (family, label, word for slugs)."""
    return {row[0]: (row[1], row[2], row[3]) for row in rows("event_families")}


@cache
def _naming() -> dict[str, str]:
    return {row[0]: row[4] for row in rows("event_families") if len(row) > 4}


def naming(kind: str) -> str:
    """How an event of a type is named: "of" and "on" what befell whom by whom, "between" those who meet, else ""."""
    return _naming().get(kind, "")


def family_of(kind: str) -> tuple[str, str, str]:
    """(family, label, word for slugs) of an event type; two events can be one only inside a family."""
    plain = kind.replace("_", " ")
    return families().get(kind, (kind, plain.capitalize(), plain))
