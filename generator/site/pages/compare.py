"""Sources side by side: conflicts, corroboration, figures."""

from dataclasses import dataclass

from generator.model import Conflict, Place
from generator.site import wording
from generator.site.cards import card, event_chips, event_line
from generator.site.clean import shortened
from generator.site.pages.statement import around, carried
from generator.site.paging import event_order, statement_order
from generator.site.refs import party, place_anchor, report_anchor, source_ref
from generator.site.views import Chip, Here, Ref, When, dated

LONG_VALUE = 60


@dataclass(frozen=True, slots=True)
class SideEvidence:
    """One piece of evidence for a side: the way to the marked passage, its source's date, who it is credited to and
    the words."""

    jump: Ref
    published: When
    by: Ref | None
    by_name: str
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """What one side has, and where. `long`: the value is a sentence rather than a number, a date or a name."""

    value: str
    long: bool
    evidence: tuple[SideEvidence, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict: what it is about and its sides next to each other."""

    id: str
    what: str
    kind: str
    note: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class ConflictGroup:
    """The conflicts of one kind."""

    id: str
    name: str
    conflicts: tuple[ConflictView, ...]


@dataclass(frozen=True, slots=True)
class ConflictsContext:
    """The page of conflicts."""

    groups: tuple[ConflictGroup, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement or event with the sources that carry it; `carried` says how many of them are separate."""

    ref: Ref
    by: str
    when: When
    carried: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Sources that carry one text."""

    kind: str
    original: Ref
    copies: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class CorroborationContext:
    """The page of corroboration: claims of several sources first, then how many have one source only, then copies."""

    statements: tuple[Claim, ...]
    events: tuple[Claim, ...]
    single_statements: int
    single_events: int
    copies: tuple[CopyGroup, ...]


def conflicts_context(here: Here) -> ConflictsContext:
    """The context of the page of conflicts."""
    groups: dict[str, list[ConflictView]] = {kind: [] for kind in wording.CONFLICTS}
    for c in here.lookup.dossier.conflicts:
        kind = wording.CONFLICTS.get(c.kind, wording.plain(c.kind))
        groups.setdefault(c.kind, []).append(
            ConflictView(c.id, c.what, kind, wording.sentence(c.note), _sides(here, c))
        )
    made = (ConflictGroup(f"kind-{k}", wording.CONFLICTS.get(k, wording.plain(k)), tuple(v)) for k, v in groups.items())
    return ConflictsContext(tuple(g for g in made if g.conflicts), len(here.lookup.dossier.conflicts))


def _sides(here: Here, conflict: Conflict) -> tuple[Side, ...]:
    return tuple(
        Side(
            side.value, len(side.value) > LONG_VALUE, tuple(e for item in side.evidence for e in _evidence(here, item))
        )
        for side in conflict.sides
    )


def _evidence(here: Here, item: str | Place) -> tuple[SideEvidence, ...]:
    """The passages behind a piece of evidence: one for a quotation, figure or place, more for a statement or event."""
    lookup = here.lookup
    if isinstance(item, Place):
        record = lookup.sources[item.source]
        shown = any(p.span.start <= item.span.start < p.span.end for p in record.passages)
        anchor = place_anchor(item.span) if shown else "text"
        return (_side_evidence(here, item.source, anchor, None, "", around(record, item.span)),)
    if item in lookup.quotations:
        source, q = lookup.quotations[item]
        by, name = party(here, q.speaker.actor, q.speaker.name)
        return (_side_evidence(here, source, q.id, by, name, q.text),)
    if item in lookup.figures:
        source, f = lookup.figures[item]
        by, name = None, ""
        if f.quotation and f.quotation in lookup.quotations:
            speaker = lookup.quotations[f.quotation][1].speaker
            by, name = party(here, speaker.actor, speaker.name)
        return (_side_evidence(here, source, f.id, by, name, around(lookup.sources[source], f.span) or f.text),)
    if item in lookup.statements:
        return tuple(e for q in lookup.statements[item].quotations for e in _evidence(here, q))
    if item in lookup.events:
        told = lookup.reports.get(item, ())
        first = dict(reversed(told))
        return tuple(
            _side_evidence(here, s, report_anchor(item, 0), None, "", first[s].text)
            for s in dict.fromkeys(s for s, _ in told)
        )
    return ()


def _side_evidence(here: Here, source: str, anchor: str, by: Ref | None, name: str, text: str) -> SideEvidence:
    published = dated(here.lookup.sources[source].source.published)
    return SideEvidence(source_ref(here, source, anchor), published, by, name, shortened(text, 240))


def corroboration_context(here: Here) -> CorroborationContext:
    """The context of the page of corroboration."""
    dossier = here.lookup.dossier
    statements, events = [], []
    for statement in sorted(dossier.statements, key=lambda s: (-len(s.origins), -len(s.sources), statement_order(s))):
        if len(statement.sources) < 2:
            continue
        view = card(here, statement)
        ref = Ref(view.href, shortened(view.wording, 160))
        statements.append(Claim(ref, view.by, view.when, carried(statement), view.chips))
    for event in sorted(dossier.events, key=lambda e: (-len(e.sources), event_order(e))):
        if len(event.sources) < 2:
            continue
        line = event_line(here, event)
        separate = sum(not here.lookup.is_copy(s) for s in event.sources)
        said = f"Told by {len(event.sources)} sources; {separate} of them copy none of the others."
        events.append(Claim(Ref(line.href, line.name), line.status.text, line.when, said, event_chips(here, event)))
    return CorroborationContext(
        tuple(statements),
        tuple(events),
        len(dossier.statements) - len(statements),
        len(dossier.events) - len(events),
        tuple(
            CopyGroup(
                wording.EDITION.get(c.kind, wording.plain(c.kind)),
                source_ref(here, c.original),
                tuple(source_ref(here, s) for s in c.sources if s != c.original),
            )
            for c in dossier.copies
        ),
    )
