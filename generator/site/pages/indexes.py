"""The lists of all actors, events, sources and statements."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Actor, Event, SourceRecord
from generator.site import wording
from generator.site.calendar import month_key, sort_key
from generator.site.cards import event_line
from generator.site.naming import called, other_names
from generator.site.narrowing import Choice, choices
from generator.site.pages.lists import Part
from generator.site.paging import Stretch, by_key, event_month, event_order, month_name, stretches
from generator.site.refs import actor_ref, source_ref
from generator.site.views import EventLine, Here, Ref, Tag, When, dated


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor in the list: the latest role, the other names, and how much there is."""

    actor: Ref
    role: str
    names: str
    statements: int
    events: int


@dataclass(frozen=True, slots=True)
class ActorGroup:
    """The actors of one kind, by name."""

    id: str
    name: str
    actors: tuple[ActorLine, ...]


@dataclass(frozen=True, slots=True)
class ActorsContext:
    """The list of actors, or a part of it. A list too long for one page has `parts` and no `groups`; `index` leads up
    from a part (empty on the whole list)."""

    title: str
    kicker: str
    index: str
    groups: tuple[ActorGroup, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class EventMonth:
    """The events of one month, by date."""

    name: str
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class EventsContext:
    """The list of events, or a part of it. A list too long for one page has `parts` and no `months`; `index` leads up
    from a part (empty on the whole list); `choices` are what it can be narrowed to."""

    title: str
    kicker: str
    index: str
    months: tuple[EventMonth, ...]
    parts: tuple[Part, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list. `copy_of` is the source it copies."""

    source: Ref
    outlet: str
    authors: str
    published: When
    quality: tuple[Tag, ...]
    copy_of: Ref | None
    statements: int
    full: bool


@dataclass(frozen=True, slots=True)
class SourceMonth:
    """The sources published in one month, by date."""

    name: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class SourcesContext:
    """The list of sources, or a part of it. A list too long for one page has `parts` and no `months`; `index` leads up
    from a part (empty on the whole list)."""

    title: str
    kicker: str
    index: str
    months: tuple[SourceMonth, ...]
    parts: tuple[Part, ...]


def ordered_actors(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Actors by kind (people first) and name."""
    kinds = list(wording.ACTOR_GROUPS)
    return tuple(
        sorted(
            actors,
            key=lambda a: (kinds.index(a.kind) if a.kind in kinds else len(kinds), a.kind, a.name.casefold(), a.id),
        )
    )


def actor_letter(actor: Actor) -> str:
    """The key of the part of a long list an actor stands in: kind and first letter, `0` where that is no a to z."""
    first = actor.name[:1].lower()
    return f"{actor.kind}-{first if 'a' <= first <= 'z' else '0'}"


def letter_name(key: str) -> str:
    """A part's key in words: `People: B`."""
    kind, _, letter = key.rpartition("-")
    return f"{wording.ACTOR_GROUPS.get(kind, kind)}: {'other' if letter == '0' else letter.upper()}"


def actors_context(here: Here) -> ActorsContext:
    """The context of the list of all actors."""
    ordered = ordered_actors(here.lookup.dossier.actors)
    split = stretches(ordered, actor_letter, letter_name)
    parts = tuple(Part(Ref(here.at.page(f"actors/{s.key}"), s.name), len(s.items)) for s in split)
    return ActorsContext(
        "Actors", wording.count(len(ordered), "actor"), "", () if split else _groups(here, ordered), parts
    )


def actors_part_context(here: Here, stretch: Stretch[Actor]) -> ActorsContext:
    """The context of a part of the list of actors."""
    return ActorsContext(stretch.name, "Actors", here.at.page("actors/index"), _groups(here, stretch.items), ())


def _groups(here: Here, ordered: Iterable[Actor]) -> tuple[ActorGroup, ...]:
    return tuple(
        ActorGroup(kind, wording.ACTOR_GROUPS.get(kind, kind), tuple(_actor_line(here, a) for a in members))
        for kind, members in by_key(ordered, lambda a: a.kind)
    )


def _actor_line(here: Here, actor: Actor) -> ActorLine:
    return ActorLine(
        actor=actor_ref(here, actor.id),
        role=actor.roles[0].text if actor.roles else "",
        names=", ".join((*other_names(actor), *called(actor))[:4]),
        statements=len(here.lookup.spoken_by.get(actor.id, ())),
        events=len(here.lookup.events_of.get(actor.id, ())),
    )


def events_context(here: Here) -> EventsContext:
    """The context of the list of all events."""
    ordered = tuple(sorted(here.lookup.dossier.events, key=event_order))
    split = stretches(ordered, event_month)
    parts = tuple(Part(Ref(here.at.page(f"events/{s.key}"), s.name), len(s.items)) for s in split)
    months = () if split else _months(here, ordered)
    return EventsContext("Events", wording.count(len(ordered), "event"), "", months, parts, choices(here, ordered))


def events_part_context(here: Here, stretch: Stretch[Event]) -> EventsContext:
    """The context of a part of the list of events."""
    index, found = here.at.page("events/index"), choices(here, stretch.items)
    return EventsContext(stretch.name, "Events", index, _months(here, stretch.items), (), found)


def _months(here: Here, ordered: Iterable[Event]) -> tuple[EventMonth, ...]:
    return tuple(
        EventMonth(month_name(key), tuple(event_line(here, e) for e in members))
        for key, members in by_key(ordered, event_month)
    )


def ordered_sources(records: Iterable[SourceRecord]) -> tuple[SourceRecord, ...]:
    """Sources by the date of their publication; undated ones last."""
    return tuple(
        sorted(records, key=lambda r: (sort_key(r.source.published.value, r.source.published.earliest), r.source.id))
    )


def source_month(record: SourceRecord) -> str:
    """The key of the month a source was published in."""
    published = record.source.published
    return month_key(published.value, published.earliest, published.latest)


def sources_context(here: Here) -> SourcesContext:
    """The context of the list of all sources."""
    ordered = ordered_sources(here.lookup.dossier.sources)
    split = stretches(ordered, source_month)
    parts = tuple(Part(Ref(here.at.page(f"sources/{s.key}"), s.name), len(s.items)) for s in split)
    months = () if split else _source_months(here, ordered)
    return SourcesContext("Sources", wording.count(len(ordered), "source"), "", months, parts)


def sources_part_context(here: Here, stretch: Stretch[SourceRecord]) -> SourcesContext:
    """The context of a part of the list of sources."""
    return SourcesContext(
        stretch.name, "Sources", here.at.page("sources/index"), _source_months(here, stretch.items), ()
    )


def _source_months(here: Here, ordered: Iterable[SourceRecord]) -> tuple[SourceMonth, ...]:
    return tuple(
        SourceMonth(month_name(key), tuple(_source_line(here, r) for r in members))
        for key, members in by_key(ordered, source_month)
    )


def _source_line(here: Here, record: SourceRecord) -> SourceLine:
    source = record.source
    copied = here.lookup.copied_from.get(source.id)
    original = source.copies_of or (copied.original if copied else None)
    return SourceLine(
        source=source_ref(here, source.id),
        outlet=source.outlet or "",
        authors=", ".join(source.authors),
        published=dated(source.published),
        quality=tuple(Tag(wording.plain(flag), "care", wording.quality_title(flag)) for flag in source.quality),
        copy_of=source_ref(here, original) if original else None,
        statements=here.lookup.statements_in[source.id],
        full=source.publish == "full",
    )
