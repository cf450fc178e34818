"""The lists of all actors, events, sources and statements."""

from dataclasses import dataclass

from generator.model import Source
from generator.site import wording
from generator.site.calendar import sort_key
from generator.site.cards import event_line
from generator.site.paging import by_key, event_month, event_order, month_name
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
    """The list of actors."""

    groups: tuple[ActorGroup, ...]
    total: int


@dataclass(frozen=True, slots=True)
class EventMonth:
    """The events of one month, by date."""

    name: str
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class EventsContext:
    """The list of events."""

    months: tuple[EventMonth, ...]
    total: int


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
class SourcesContext:
    """The list of sources, by date of publication."""

    sources: tuple[SourceLine, ...]
    total: int


def actors_context(here: Here) -> ActorsContext:
    """The context of the list of actors; states, organisations and groups after the people."""
    lookup = here.lookup
    groups: dict[str, list[ActorLine]] = {kind: [] for kind in wording.ACTOR_GROUPS}
    for actor in sorted(lookup.dossier.actors, key=lambda a: (a.name.casefold(), a.id)):
        names = [a.text for a in actor.aliases if a.text != actor.name]
        groups.setdefault(actor.kind, []).append(
            ActorLine(
                actor=actor_ref(here, actor.id),
                role=actor.roles[0].text if actor.roles else "",
                names=", ".join(names[:4]),
                statements=len(lookup.spoken_by.get(actor.id, ())),
                events=len(lookup.events_of.get(actor.id, ())),
            )
        )
    made = (ActorGroup(kind, wording.ACTOR_GROUPS.get(kind, kind), tuple(lines)) for kind, lines in groups.items())
    return ActorsContext(tuple(g for g in made if g.actors), len(lookup.dossier.actors))


def events_context(here: Here) -> EventsContext:
    """The context of the list of events."""
    ordered = sorted(here.lookup.dossier.events, key=event_order)
    months = (
        EventMonth(month_name(key), tuple(event_line(here, e) for e in members))
        for key, members in by_key(ordered, event_month)
    )
    return EventsContext(tuple(months), len(ordered))


def sources_context(here: Here) -> SourcesContext:
    """The context of the list of sources."""
    records = sorted(
        here.lookup.dossier.sources,
        key=lambda r: (sort_key(r.source.published.value, r.source.published.earliest), r.source.id),
    )
    return SourcesContext(
        tuple(_source_line(here, r.source, len({q.statement for q in r.quotations})) for r in records), len(records)
    )


def _source_line(here: Here, source: Source, statements: int) -> SourceLine:
    copied = here.lookup.copied_from.get(source.id)
    original = source.copies_of or (copied.original if copied else None)
    return SourceLine(
        source=source_ref(here, source.id),
        outlet=source.outlet or "",
        authors=", ".join(source.authors),
        published=dated(source.published),
        quality=tuple(Tag(wording.plain(flag), "care", wording.quality_title(flag)) for flag in source.quality),
        copy_of=source_ref(here, original) if original else None,
        statements=statements,
        full=source.publish == "full",
    )
