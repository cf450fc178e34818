"""An event: its status and date with the reasoning, and who reports which detail."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Event, EventRecord
from generator.site import wording
from generator.site.calendar import readable
from generator.site.cards import card, event_line, status_tag
from generator.site.cite import Citation, page_citations
from generator.site.grouping import overlap
from generator.site.marks import Mark, draw
from generator.site.pages.statement import clipped
from generator.site.references import bibliography
from generator.site.refs import actor_ref, conflict_ref, linked, publisher, report_anchor, source_ref
from generator.site.views import Card, EventLine, Here, Ref, Tag, When, dated


@dataclass(frozen=True, slots=True)
class Report:
    """What one passage of one source says of the event; `jump` leads to the marked passage, `again`: the report before
    is of the same source."""

    jump: Ref
    again: bool
    outlet: str
    copy: bool
    status: Tag
    date: str
    reason: str
    place: str
    participants: tuple[Ref, ...]
    passage: Markup


@dataclass(frozen=True, slots=True)
class EventContext:
    """An event's page. `index` leads to the list it stands in; `statements` tell of it in their words; `similar` look
    alike and were kept apart; `history` tells how the status went from source to source."""

    index: str
    name: str
    type: str
    status: Tag
    when: When
    place: str
    participants: tuple[Ref, ...]
    source_count: int
    reports: tuple[Report, ...]
    history: tuple[tuple[Ref, ...], ...]
    statements: tuple[Card, ...]
    conflicts: tuple[Ref, ...]
    similar: tuple[EventLine, ...]
    address: str
    citations: tuple[Citation, ...]
    bibliography: tuple[Ref, ...]


def event_context(here: Here, link: str, event: Event) -> EventContext:
    """The context of an event's page."""
    lookup = here.lookup
    told = lookup.reports.get(event.id, ())
    numbers: dict[str, int] = {}
    reports = []
    for source_id, record in told:
        reports.append(_report(here, source_id, record, numbers.get(source_id, 0)))
        numbers[source_id] = numbers.get(source_id, 0) + 1
    return EventContext(
        index=here.at.page("events/index"),
        name=event.name,
        type=wording.plain(event.type),
        status=status_tag(event.status),
        when=dated(event.date),
        place=event.place or "",
        participants=tuple(actor_ref(here, p) for p in event.participants),
        source_count=len(event.sources),
        reports=tuple(reports),
        history=tuple(linked(here, wording.sentence(h)) for h in event.history),
        statements=_statements(here, told),
        conflicts=tuple(conflict_ref(here, c) for c in lookup.conflicts.get(event.id, ())),
        similar=tuple(event_line(here, lookup.events[e]) for e in event.similar if e in lookup.events),
        address=link,
        citations=page_citations(event.name, lookup.dossier.title, link),
        bibliography=bibliography(here, event.id, event.sources),
    )


def _report(here: Here, source_id: str, told: EventRecord, number: int) -> Report:
    record = here.lookup.sources[source_id]
    marks = [Mark(told.trigger, "event")]
    parts = [draw(clipped(p, told.span), marks) for p in record.passages if overlap(p.span, told.span)]
    return Report(
        jump=source_ref(here, source_id, report_anchor(told.event, number)),
        again=number > 0,
        outlet=publisher(here, source_id),
        copy=here.lookup.is_copy(source_id),
        status=status_tag(told.status),
        date=readable(told.date) if told.date else "",
        reason=wording.sentence(told.reason),
        place=told.place or "",
        participants=tuple(actor_ref(here, p) for p in told.participants if p in here.lookup.actors),
        passage=Markup(" ").join(parts) if parts else Markup.escape(told.text),
    )


def _statements(here: Here, told: tuple[tuple[str, EventRecord], ...]) -> tuple[Card, ...]:
    """The statements whose words tell of the event."""
    found: dict[str, None] = {}
    for source_id, report in told:
        for quotation in here.lookup.sources[source_id].quotations:
            if any(overlap(report.trigger, span) for span in quotation.spans):
                found[quotation.statement] = None
    return tuple(card(here, here.lookup.statements[s]) for s in found)
