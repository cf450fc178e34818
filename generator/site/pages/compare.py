"""What sources give differently, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Conflict, Place
from generator.site import wording
from generator.site.clean import shortened
from generator.site.conflict_parts import conflict_parts
from generator.site.pages.lists import Part
from generator.site.pages.statement import around
from generator.site.paging import Stretch
from generator.site.refs import party, place_anchor, report_anchor, source_ref
from generator.site.views import Here, Ref, When, dated

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
    """The page of conflicts, or a part of it. A page of too many has `parts` and no `groups`; `index` leads up from a
    part (empty on the whole)."""

    title: str
    kicker: str
    index: str
    groups: tuple[ConflictGroup, ...]
    parts: tuple[Part, ...]


def conflicts_context(here: Here) -> ConflictsContext:
    """The context of the page of conflicts."""
    conflicts = here.lookup.dossier.conflicts
    split = conflict_parts(conflicts)
    parts = tuple(Part(Ref(here.at.page(f"conflicts/{s.key}"), s.name), len(s.items)) for s in split)
    groups = () if split else _groups(here, conflicts)
    return ConflictsContext("Conflicts", wording.count(len(conflicts), "conflict"), "", groups, parts)


def conflicts_part_context(here: Here, stretch: Stretch[Conflict]) -> ConflictsContext:
    """The context of a part of the page of conflicts."""
    return ConflictsContext(stretch.name, "Conflicts", here.at.page("conflicts"), _groups(here, stretch.items), ())


def _groups(here: Here, conflicts: Iterable[Conflict]) -> tuple[ConflictGroup, ...]:
    groups: dict[str, list[ConflictView]] = {kind: [] for kind in wording.CONFLICTS}
    for c in conflicts:
        kind = wording.CONFLICTS.get(c.kind, wording.plain(c.kind))
        groups.setdefault(c.kind, []).append(
            ConflictView(c.id, c.what, kind, wording.sentence(c.note), _sides(here, c))
        )
    made = (ConflictGroup(f"kind-{k}", wording.CONFLICTS.get(k, wording.plain(k)), tuple(v)) for k, v in groups.items())
    return tuple(g for g in made if g.conflicts)


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
