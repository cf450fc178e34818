"""The timeline: what was said, what happened, what is planned."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Event
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
    stretches,
)
from generator.site.pictures.lanes import Lanes, lanes_of
from generator.site.pictures.placed import Item, kind_of
from generator.site.views import Card, EventLine, Here, Ref, dated


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
    `choices` are what it can be narrowed to; `picture` says the same at a glance, None where nothing has a date."""

    title: str
    index: str
    months: tuple[TimelineMonth, ...]
    parts: tuple[Part, ...]
    choices: tuple[Choice, ...]
    said: int
    happened: int
    planned: int
    picture: Lanes | None


def timeline_items(lookup: Lookup) -> tuple[Item, ...]:
    """Events and statements in the order of their dates; on one day events come first."""
    dossier = lookup.dossier
    items: list[Item] = [*sorted(dossier.events, key=event_order)]
    said = sorted(dossier.statements, key=lookup.place)
    items += said
    return tuple(sorted(items, key=lambda item: _key(item)[:10]))


def timeline_context(here: Here) -> TimelineContext:
    """The context of the timeline."""
    items = timeline_items(here.lookup)
    split = stretches(items, item_month)
    parts = tuple(Part(Ref(here.at.page(f"timeline/{s.key}"), s.name), len(s.items)) for s in split)
    found = choices(here, items)
    part_of = {i.id: part.ref.href for part, s in zip(parts, split, strict=True) for i in s.items}
    picture = lanes_of(here, items, part_of or _months_of(items), found, bool(split))
    months = () if split else _months(here, items)
    return TimelineContext("Timeline", "", months, parts, found, *_counts(items), picture)


def timeline_part_context(here: Here, stretch: Stretch[Item]) -> TimelineContext:
    """The context of a part of a long timeline."""
    items, found = stretch.items, choices(here, stretch.items)
    picture = lanes_of(here, items, _months_of(items), found, False)
    index = here.at.page("timeline")
    return TimelineContext(stretch.name, index, _months(here, items), (), found, *_counts(items), picture)


def _months_of(items: Sequence[Item]) -> dict[str, str]:
    """The place in the list, by the id of the item."""
    return {item.id: f"#m-{item_month(item)}" for item in items}


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
    return sort_key(item.said.value or item.said.latest)


def _day(item: Item) -> str:
    date = item.date if isinstance(item, Event) else item.said
    return readable(date.value.split("T")[0]) if date.value else dated(date).text


def _entry(here: Here, item: Item) -> Entry:
    if isinstance(item, Event):
        return Entry(kind_of(item), None, event_line(here, item))
    return Entry("said", card(here, item), None)


def _counts(items: Sequence[Item]) -> tuple[int, int, int]:
    kinds = [kind_of(item) for item in items]
    return kinds.count("said"), kinds.count("happened"), kinds.count("planned")
