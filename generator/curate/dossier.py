"""Decisions on finished records: reject, and the names of events."""

from collections.abc import Sequence
from dataclasses import replace

from generator.model import Decision, Dossier, SourceRecord, Statement


def decide_dossier(dossier: Dossier, decisions: Sequence[Decision]) -> tuple[Dossier, tuple[Decision, ...]]:
    """Apply the decisions; returns the new dossier and the decisions that matched a record.

    A statement goes with its last quotation, and a quotation with its statement; a conflict that has lost all but one
    of its sides goes too.
    """
    rejected = {d.reject for d in decisions if d.verb == "reject" and d.reject}
    renamed = {d.rename: d for d in decisions if d.verb == "rename"}
    statement_of = {q.id: q.statement for r in dossier.sources for q in r.quotations}
    ids = {*statement_of, *statement_of.values(), *(e.id for e in dossier.events), *(c.id for c in dossier.conflicts)}
    gone = rejected | {q for q, s in statement_of.items() if s in rejected}
    gone |= {s.id for s in dossier.statements if set(s.quotations) <= gone}
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
        replace(e, name=str(renamed[e.id].to), similar=tuple(s for s in e.similar if s not in gone))
        if e.id in renamed
        else replace(e, similar=tuple(s for s in e.similar if s not in gone))
        for e in dossier.events
        if e.id not in gone
    )
    used = tuple(d for d in decisions if (d.reject or d.rename) in ids)
    sources = tuple(_source_without(record, gone) for record in dossier.sources)
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
