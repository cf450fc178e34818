"""Decisions on finished records: reject, and the names of events."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.curate.follow import follow
from generator.model import Decision, Dossier, SourceRecord, Statement


def decide_dossier(
    dossier: Dossier, decisions: Sequence[Decision], moved: Mapping[str, str] | None = None
) -> tuple[Dossier, tuple[Decision, ...]]:
    """Apply the decisions; returns the new dossier and the decisions that matched a record.

    `moved` leads from the ids of merged records to those they are now in.

    A statement goes with its last quotation, and a quotation with its statement; a conflict that has lost all but one
    of its sides goes too.
    """
    statement_of = {q.id: q.statement for r in dossier.sources for q in r.quotations}
    events_there = {e.id for e in dossier.events}
    ids = {*statement_of, *statement_of.values(), *events_there, *(c.id for c in dossier.conflicts)}
    followed = [(d, follow(d, ids, moved or {})) for d in decisions]
    rejected = {d.reject for _, d in followed if d.verb == "reject" and d.reject}
    renamed = {d.rename: d for _, d in followed if d.verb == "rename" and d.rename in events_there}
    gone = rejected | {q for q, s in statement_of.items() if s in rejected}
    gone |= {s.id for s in dossier.statements if gone.issuperset(s.quotations)}
    used = tuple(o for o, d in followed if (d.verb == "reject" and d.reject in ids) or d.rename in events_there)
    if not (gone or renamed):
        return dossier, used
    statements = tuple(_without(s, gone, dossier) for s in dossier.statements if s.id not in gone)
    conflicts = []
    for conflict in dossier.conflicts:
        sides = tuple(
            replace(side, evidence=kept)
            for side in conflict.sides
            if (kept := tuple(e for e in side.evidence if not isinstance(e, str) or e not in gone))
        )
        if conflict.id not in gone and len(sides) > 1:
            conflicts.append(replace(conflict, sides=sides))
    events = tuple(
        replace(e, name=renamed[e.id].value, similar=tuple(s for s in e.similar if s not in gone))
        if e.id in renamed
        else replace(e, similar=tuple(s for s in e.similar if s not in gone))
        for e in dossier.events
        if e.id not in gone
    )
    sources = tuple(_source_without(record, gone) for record in dossier.sources) if gone else dossier.sources
    return replace(dossier, sources=sources, statements=statements, events=events, conflicts=tuple(conflicts)), used


def _without(statement: Statement, gone: set[str], dossier: Dossier) -> Statement:
    if not gone & {*statement.quotations, *statement.similar}:
        return statement
    quotations = tuple(q for q in statement.quotations if q not in gone)
    holders = {r.source.id for r in dossier.sources for q in r.quotations if q.id in quotations}
    return replace(
        statement,
        quotations=quotations,
        sources=tuple(s for s in statement.sources if s in holders),
        origins=tuple(s for s in statement.origins if s in holders),
        similar=tuple(s for s in statement.similar if s not in gone),
    )


def _source_without(record: SourceRecord, gone: set[str]) -> SourceRecord:
    return replace(
        record,
        quotations=tuple(q for q in record.quotations if q.id not in gone),
        events=tuple(e for e in record.events if e.event not in gone),
        figures=tuple(replace(f, quotation=None) if f.quotation in gone else f for f in record.figures),
    )
