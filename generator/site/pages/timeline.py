"""The timeline: what was said, what happened, what is planned."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Event, Statement
from generator.site.calendar import readable, sort_key
from generator.site.cards import card, event_line
from generator.site.lookup import Lookup
from generator.site.narrowing import Choice, choices
from generator.site.pages.lists import Part
from generator.site.paging import (
    Stretch,
    by_key,
    event_month,
    event_order,
    month_name,
    statement_month,
    statement_order,
    stretches,
)
from generator.site.views import Card, EventLine, Here, Ref, dated

Item = Event | Statement


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline. `kind` is said, happened or planned; exactly one of `card` and `event` is set."""

    kind: str
    card: Card | None
    event: EventLine | None


@dataclass(frozen=True, slots=True)
class Day:
    """Everything dated to one day, week or month, named in words."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class TimelineMonth:
    """The days of one month."""

    id: str
    name: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class TimelineContext:
    """The timeline or a part of it, oldest first; what has no date comes last. `said`, `happened` and `planned` count
    the entries of each kind. A timeline too long for one page has `parts` and no `months`; `index` leads up;
    `choices` are what it can be narrowed to."""

    title: str
    index: str
    months: tuple[TimelineMonth, ...]
    parts: tuple[Part, ...]
    choices: tuple[Choice, ...]
    said: int
    happened: int
    planned: int


def timeline_items(lookup: Lookup) -> tuple[Item, ...]:
    """Events and statements in the order of their dates; on one day events come first."""
    dossier = lookup.dossier
    items: list[Item] = [*sorted(dossier.events, key=event_order)]
    said = sorted(dossier.statements, key=statement_order(lookup))
    items += said
    return tuple(sorted(items, key=lambda item: _key(item)[:10]))


def timeline_context(here: Here) -> TimelineContext:
    """The context of the timeline."""
    items = timeline_items(here.lookup)
    split = stretches(items, item_month)
    parts = tuple(Part(Ref(here.at.page(f"timeline/{s.key}"), s.name), len(s.items)) for s in split)
    return TimelineContext(
        "Timeline", "", () if split else _months(here, items), parts, choices(here, items), *_counts(items)
    )


def timeline_part_context(here: Here, stretch: Stretch[Item]) -> TimelineContext:
    """The context of a part of a long timeline."""
    months = _months(here, stretch.items)
    return TimelineContext(
        stretch.name, here.at.page("timeline"), months, (), choices(here, stretch.items), *_counts(stretch.items)
    )


def item_month(item: Item) -> str:
    """The key of the month an entry belongs to."""
    return event_month(item) if isinstance(item, Event) else statement_month(item)


def _months(here: Here, items: Sequence[Item]) -> tuple[TimelineMonth, ...]:
    return tuple(
        TimelineMonth(
            f"m-{key}",
            month_name(key),
            tuple(Day(name, tuple(_entry(here, i) for i in on_day)) for name, on_day in by_key(members, _day)),
        )
        for key, members in by_key(items, item_month)
    )


def _key(item: Item) -> str:
    if isinstance(item, Event):
        return sort_key(item.date.value, item.date.earliest)
    return sort_key(item.said.value)


def _day(item: Item) -> str:
    value = item.date.value if isinstance(item, Event) else item.said.value
    if value is None:
        return dated(item.date).text if isinstance(item, Event) else readable(None)
    return readable(value.split("T")[0])


def _kind(item: Item) -> str:
    if isinstance(item, Statement):
        return "said"
    return "planned" if item.status in {"planned", "hypothetical"} else "happened"


def _entry(here: Here, item: Item) -> Entry:
    if isinstance(item, Event):
        return Entry(_kind(item), None, event_line(here, item))
    return Entry("said", card(here, item), None)


def _counts(items: Sequence[Item]) -> tuple[int, int, int]:
    kinds = [_kind(item) for item in items]
    return kinds.count("said"), kinds.count("happened"), kinds.count("planned")
