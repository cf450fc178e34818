"""Long lists over several pages: by month or letter, and one of these over several pages where it has to be."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model import Event, Statement
from generator.site.calendar import month_key, readable, sort_key

T = TypeVar("T")

# Entries on one page. 1,160 statements on one page are 1.1 MB of HTML; 300 are as much as a phone likes to lay out.
PAGE = 300


@dataclass(frozen=True, slots=True)
class Stretch(Generic[T]):
    """A part of a list with a page of its own: the last part of its address, its name, what is in it."""

    key: str
    name: str
    items: tuple[T, ...]


def month_name(key: str) -> str:
    """A month's key in words."""
    return "Date open" if key == "open" else readable(key)


def stretches(
    items: Sequence[T], key_of: Callable[[T], str], name_of: Callable[[str], str] = month_name, most: int = 0
) -> tuple[Stretch[T], ...]:
    """The parts of a list by a key (a month, as of `month_key`), in the list's order; none when one page holds all:
    PAGE entries, or `most` where they are large ones."""
    size = min(most or PAGE, PAGE)
    if len(items) <= size:
        return ()
    made: list[Stretch[T]] = []
    for key, members in by_key(items, key_of):
        for number, start in enumerate(range(0, len(members), size), 1):
            more = number > 1
            name = f"{name_of(key)}, part {number}" if len(members) > size else name_of(key)
            made.append(Stretch(f"in-{key}-{number}" if more else f"in-{key}", name, members[start : start + size]))
    return tuple(made)


def by_key(items: Iterable[T], month: Callable[[T], str]) -> tuple[tuple[str, tuple[T, ...]], ...]:
    """Items under their key, keys in the order they first come."""
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(month(item), []).append(item)
    return tuple((key, tuple(members)) for key, members in groups.items())


def statement_month(statement: Statement) -> str:
    """The key of the month a statement was made in, or by the end of which it was."""
    return month_key(statement.said.value or statement.said.latest)


def event_month(event: Event) -> str:
    """The key of the month of an event."""
    return month_key(event.date.value, event.date.earliest, event.date.latest)


def event_order(event: Event) -> tuple[str, str]:
    """Events in the order of their dates; undated ones last."""
    return sort_key(event.date.value, event.date.earliest), event.id
