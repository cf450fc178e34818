"""How well the events of an article are found and dated: one event counts once, however often it is named."""

from collections.abc import Iterator, Mapping, Sequence

from generator.evaluate.counts import Counts
from generator.evaluate.gold import GoldArticle, GoldEvent
from generator.model import Event, EventRecord

Pair = tuple[GoldEvent, Event]


def event_counts(article: GoldArticle, found: Sequence[EventRecord], events: Mapping[str, Event]) -> dict[str, Counts]:
    """The counts of one annotated article: `found` where one of an event's words is right, `date` where its date is
    right too. `events`: id to event."""
    pairs, missed, extra = _aligned(article, found, events)
    there, ours = len(pairs) + len(missed), len(pairs) + len(extra)
    dated = sum(gold.date == _date(event) for gold, event in pairs)
    return {"events, found": Counts(len(pairs), ours, there), "events, date": Counts(dated, ours, there)}


def event_differences(article: GoldArticle, found: Sequence[EventRecord], events: Mapping[str, Event]) -> Iterator[str]:
    """A line for every event missed, found too much or given another date."""
    pairs, missed, extra = _aligned(article, found, events)
    yield from (f"missed: {gold.name}, {gold.date}" for gold in missed)
    yield from (f"too much: {event.name}, {_date(event)}" for event in extra)
    for gold, event in pairs:
        if gold.date != _date(event):
            yield f"date: {event.name} is {_date(event)}, annotated {gold.date}"


def _aligned(
    article: GoldArticle, found: Sequence[EventRecord], events: Mapping[str, Event]
) -> tuple[list[Pair], list[GoldEvent], list[Event]]:
    """Events in both, those missed and those found too much; an optional one is in neither list."""
    left = {record.event: events[record.event] for record in found}
    pairs: list[Pair] = []
    missed: list[GoldEvent] = []
    for gold in sorted(article.events or (), key=lambda event: event.optional):
        named = [r.event for r in found if r.event in left and any(_overlap(r, t.span) for t in gold.triggers)]
        # of two that were taken for one, or one that was taken for two, the one with the right date
        best = min(named, key=lambda id_: _date(left[id_]) != gold.date, default=None)
        event = left.pop(best) if best is not None else None
        if gold.optional:
            continue
        if event is None:
            missed.append(gold)
        else:
            pairs.append((gold, event))
    return pairs, missed, list(left.values())


def _date(event: Event) -> str | None:
    """The date, or the day whose year nobody knows (`XXXX-01-10`)."""
    begin = event.date.earliest
    return event.date.value or (begin if begin and begin.startswith("XXXX") else None)


def _overlap(record: EventRecord, span: tuple[int, int]) -> bool:
    return record.trigger.start < span[1] and span[0] < record.trigger.end
