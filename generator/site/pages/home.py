"""Home: the situation in a minute."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Conflict, Dossier
from generator.site import wording
from generator.site.calendar import readable, sort_key
from generator.site.cards import card, event_line
from generator.site.clean import shortened
from generator.site.pages.indexes import ordered_sources
from generator.site.paging import event_order
from generator.site.refs import actor_ref, conflict_ref, source_ref
from generator.site.views import Card, EventLine, Here, Ref

LATEST = 5
PLANNED = 6
ACTORS = 12
CARRIED = 3
CONFLICTS = 6
SOURCES = 6
SIDE = 70  # characters of what a side of a conflict says


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something there are, and the page that lists them."""

    number: int
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class ActorCount:
    """An actor and how many statements they made."""

    actor: Ref
    statements: int


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A conflict in a line: what it is on, its kind, and what its sides say."""

    ref: Ref
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HomeContext:
    """The home page. `planned` are planned for the day of the newest article or later, soonest first,
    `planned_before` counts those planned for earlier; `period` the days the
    sources were published on, in words; `carried` are the statements most separate sources carry; `sources` are the
    newest; `caveats` what a reader should know before relying on the pages."""

    title: str
    scope: str
    period: str
    counts: tuple[Count, ...]
    planned: tuple[EventLine, ...]
    planned_before: int
    latest: tuple[Card, ...]
    carried: tuple[Card, ...]
    conflicts: tuple[ConflictLine, ...]
    speakers: tuple[ActorCount, ...]
    sources: tuple[Ref, ...]
    caveats: tuple[str, ...]
    issues: str
    timeline: str
    statements: str
    all_events: str
    all_actors: str
    all_conflicts: str
    all_sources: str
    corroboration: str


def home_context(here: Here) -> HomeContext:
    """The context of the home page."""
    lookup, dossier, at = here.lookup, here.lookup.dossier, here.at
    dated = [s for s in dossier.statements if s.said.value or s.said.latest]
    latest = sorted(dated, key=lookup.place, reverse=True)[:LATEST]
    carried = sorted((s for s in dossier.statements if len(s.origins) > 1), key=lambda s: (-len(s.origins), s.id))
    planned = sorted((e for e in dossier.events if e.status == "planned"), key=event_order)
    newest = max((sort_key(r.source.published.value) for r in dossier.sources if r.source.published.value), default="")
    ahead = [e for e in planned if (e.date.latest or sort_key(e.date.value))[:10] >= newest[:10]]
    speakers = sorted(lookup.spoken_by.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:ACTORS]
    return HomeContext(
        title=dossier.title,
        scope=dossier.scope,
        period=period(dossier),
        counts=(
            Count(len(dossier.sources), "sources", at.page("sources/index")),
            Count(len(dossier.statements), "statements", at.page("statements/index")),
            Count(len(dossier.actors), "actors", at.page("actors/index")),
            Count(len(dossier.events), "events", at.page("events/index")),
            Count(len(dossier.conflicts), "conflicts", at.page("conflicts")),
        ),
        planned=tuple(event_line(here, e) for e in ahead[:PLANNED]),
        planned_before=len(planned) - len(ahead),
        latest=tuple(card(here, s) for s in latest),
        carried=tuple(card(here, s) for s in carried[:CARRIED]),
        conflicts=tuple(_conflict_line(here, c) for c in _weightiest(dossier.conflicts)[:CONFLICTS]),
        speakers=tuple(ActorCount(actor_ref(here, a), len(s)) for a, s in speakers),
        sources=tuple(source_ref(here, i) for i in _newest(dossier)[:SOURCES]),
        caveats=caveats(here),
        issues=at.page("issues"),
        timeline=at.page("timeline"),
        statements=at.page("statements/index"),
        all_events=at.page("events/index"),
        all_actors=at.page("actors/index"),
        all_conflicts=at.page("conflicts"),
        all_sources=at.page("sources/index"),
        corroboration=at.page("corroboration"),
    )


def _newest(dossier: Dossier) -> list[str]:
    """The ids of the sources, the newest first, undated ones last."""
    ordered = ordered_sources(dossier.sources)
    undated = [r.source.id for r in ordered if not r.source.published.value]
    return [r.source.id for r in reversed(ordered) if r.source.published.value] + undated


def _weightiest(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Conflicts with those first that most evidence stands behind; of equals in the order of the dossier."""
    return sorted(conflicts, key=lambda c: -sum(len(side.evidence) for side in c.sides))


def _conflict_line(here: Here, conflict: Conflict) -> ConflictLine:
    sides = tuple(shortened(side.value, SIDE) for side in conflict.sides)
    return ConflictLine(conflict_ref(here, conflict), sides)


def period(dossier: Dossier) -> str:
    """The days the sources cover, in words; empty when no source has a date."""
    days = sorted(sort_key(r.source.published.value)[:10] for r in dossier.sources if r.source.published.value)
    if not days:
        return ""
    return readable(days[0]) if days[0] == days[-1] else f"{readable(days[0])} to {readable(days[-1])}"


def caveats(here: Here) -> tuple[str, ...]:
    """What to know before relying on the pages, counted from the records."""
    dossier, found = here.lookup.dossier, []
    odd = [r for r in dossier.sources if r.source.quality]
    if odd:
        kinds = sorted({wording.plain(flag) for r in odd for flag in r.source.quality})
        found.append(f"{wording.count(len(odd), 'source')} with marks of poor quality: {', '.join(kinds)}.")
    copies = sum(here.lookup.is_copy(r.source.id) for r in dossier.sources)
    if copies:
        verb = "copies another one and counts" if copies == 1 else "copy another one and count"
        found.append(f"{wording.count(copies, 'source')} {verb} once with it.")
    undated = sum(not r.source.published.value for r in dossier.sources)
    inferred = sum(r.source.published.basis == "inferred" for r in dossier.sources)
    if undated:
        found.append(f"{wording.count(undated, 'source')} without a date of publication.")
    if inferred:
        found.append(f"{wording.count(inferred, 'date')} of publication worked out from the text, not stated in it.")
    silent = sum(s.speaker is None for s in dossier.statements)
    if silent:
        found.append(f"{wording.count(silent, 'statement')} whose speaker is unnamed or not settled.")
    return tuple(found)
