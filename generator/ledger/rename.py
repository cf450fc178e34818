"""Writes settled ids through a dossier."""

from collections.abc import Mapping
from dataclasses import replace

from generator.model import (
    Actor,
    Conflict,
    ConflictSide,
    Dossier,
    LedgerEntry,
    Party,
    Quotation,
    SourceRecord,
)

Ids = Mapping[str, str]


def rename(dossier: Dossier, ids: Mapping[str, Ids], ledger: tuple[LedgerEntry, ...]) -> Dossier:
    """The dossier with every actor, statement, event, quotation and conflict id replaced, and `ledger` in it.

    Source ids are settled before extraction, since the ids of quotations are made from them.
    """
    # most of them have the id they want
    ids = {kind: {wanted: id_ for wanted, id_ in all_.items() if id_ != wanted} for kind, all_ in ids.items()}
    if not any(ids.values()):
        return replace(dossier, actors=tuple(sorted(dossier.actors, key=lambda a: a.id)), ledger=ledger)
    actors, statements, events, quotations, conflicts = (
        ids.get(kind, {}) for kind in ("actor", "statement", "event", "quotation", "conflict")
    )
    anything = {**events, **statements, **quotations}
    return replace(
        dossier,
        sources=tuple(
            _source(record, actors, statements, events, quotations)
            if actors
            or any(q.id in quotations or q.statement in statements for q in record.quotations)
            or any(e.event in events for e in record.events)
            else record
            for record in dossier.sources
        ),
        actors=tuple(sorted((_actor(a, actors) for a in dossier.actors), key=lambda a: a.id)),
        statements=tuple(
            replace(
                s,
                id=statements.get(s.id, s.id),
                speaker=_one(actors, s.speaker),
                quotations=_each(quotations, s.quotations),
                similar=_each(statements, s.similar),
            )
            for s in dossier.statements
        ),
        events=tuple(
            replace(
                e,
                id=events.get(e.id, e.id),
                participants=_each(actors, e.participants),
                similar=_each(events, e.similar),
            )
            for e in dossier.events
        ),
        conflicts=tuple(replace(_conflict(c, anything), id=conflicts.get(c.id, c.id)) for c in dossier.conflicts),
        ledger=ledger,
    )


def _one(ids: Ids, id_: str | None) -> str | None:
    return None if id_ is None else ids.get(id_, id_)


def _each(ids: Ids, many: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(ids.get(id_, id_) for id_ in many)


def _actor(actor: Actor, ids: Ids) -> Actor:
    perhaps = tuple(replace(p, actor=ids.get(p.actor, p.actor)) for p in actor.perhaps)
    return replace(actor, id=ids.get(actor.id, actor.id), perhaps=perhaps)


def _source(record: SourceRecord, actors: Ids, statements: Ids, events: Ids, quotations: Ids) -> SourceRecord:
    return replace(
        record,
        mentions=tuple(
            replace(m, actor=_one(actors, m.actor), candidates=_each(actors, m.candidates)) for m in record.mentions
        ),
        quotations=tuple(_quotation(q, actors, statements, quotations) for q in record.quotations),
        figures=tuple(replace(f, quotation=_one(quotations, f.quotation)) for f in record.figures),
        events=tuple(
            replace(e, event=events.get(e.event, e.event), participants=_each(actors, e.participants))
            for e in record.events
        ),
    )


def _quotation(quotation: Quotation, actors: Ids, statements: Ids, ids: Ids) -> Quotation:
    speaker = quotation.speaker
    return replace(
        quotation,
        id=ids.get(quotation.id, quotation.id),
        statement=statements.get(quotation.statement, quotation.statement),
        speaker=replace(speaker, actor=_one(actors, speaker.actor), members=_each(actors, speaker.members)),
        addressee=quotation.addressee and _party(quotation.addressee, actors),
        via=tuple(_party(p, actors) for p in quotation.via),
    )


def _party(party: Party, actors: Ids) -> Party:
    return Party(_one(actors, party.actor), party.name)


def _conflict(conflict: Conflict, ids: Ids) -> Conflict:
    sides = tuple(
        ConflictSide(side.value, tuple(ids.get(e, e) if isinstance(e, str) else e for e in side.evidence))
        for side in conflict.sides
    )
    return replace(conflict, sides=sides)
