"""The timeline: what was said, what happened, what is planned."""

from dataclasses import dataclass

from generator.site.calendar import month_of, readable, sort_key
from generator.site.cards import card, event_line
from generator.site.pages.actor import event_key, statement_key
from generator.site.views import Card, EventLine, Here


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline. `kind` is said, happened or planned; exactly one of `card` and `event` is set."""

    kind: str
    card: Card | None
    event: EventLine | None


@dataclass(frozen=True, slots=True)
class Day:
    """Everything dated to one day, week or month, in words. `iso` sorts it."""

    iso: str
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
    """The timeline, oldest first; what has no date comes last. `counts` by kind of entry."""

    months: tuple[TimelineMonth, ...]
    said: int
    happened: int
    planned: int


def timeline_context(here: Here) -> TimelineContext:
    """The context of the timeline."""
    dossier = here.lookup.dossier
    items: list[tuple[str, str, str, Entry]] = []
    for event in sorted(dossier.events, key=event_key):
        kind = "planned" if event.status in {"planned", "hypothetical"} else "happened"
        value = event.date.value or event.date.earliest
        key = sort_key(event.date.value, event.date.earliest)
        line = event_line(here, event)
        name = readable(value[:10]) if event.date.value and "T" in event.date.value and value else line.when.text
        items.append(
            (
                key[:10],
                name,
                month_of(event.date.value, event.date.earliest, event.date.latest),
                Entry(kind, None, line),
            )
        )
    for statement in sorted(dossier.statements, key=statement_key):
        value = statement.said.value
        day = value.split("T")[0] if value else None
        entry = Entry("said", card(here, statement), None)
        items.append((sort_key(value)[:10], readable(day), month_of(value), entry))
    items.sort(key=lambda item: item[0])
    months: dict[str, dict[tuple[str, str], list[Entry]]] = {}
    for key, name, month, entry in items:
        months.setdefault(month, {}).setdefault((key, name), []).append(entry)
    kinds = [entry.kind for *_, entry in items]
    return TimelineContext(
        tuple(
            TimelineMonth(
                "-".join(month.lower().split()),
                month,
                tuple(Day(key, name, tuple(entries)) for (key, name), entries in days.items()),
            )
            for month, days in months.items()
        ),
        kinds.count("said"),
        kinds.count("happened"),
        kinds.count("planned"),
    )
