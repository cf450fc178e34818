"""Writes settled ids through a dossier."""

from collections.abc import Mapping
from dataclasses import replace

from generator.model import (
    Conflict,
    ConflictSide,
    Dossier,
    LedgerEntry,
    Party,
    Quotation,
    SourceRecord,
    SpeakerRecord,
)

Ids = Mapping[str, str]


def rename(dossier: Dossier, ids: Mapping[str, Ids], ledger: tuple[LedgerEntry, ...]) -> Dossier:
    """The dossier with every actor, statement and event id replaced, and `ledger` in it.

    Source ids are settled before extraction, since the ids of quotations are made from them.
    """
    actors, statements, events = (ids.get(kind, {}) for kind in ("actor", "statement", "event"))
    anything = {**events, **statements}
    return replace(
        dossier,
        sources=tuple(_source(record, actors, statements, events) for record in dossier.sources),
        actors=tuple(sorted((replace(a, id=actors[a.id]) for a in dossier.actors), key=lambda a: a.id)),
        statements=tuple(
            replace(
                s,
                id=statements[s.id],
                speaker=_one(actors, s.speaker),
                similar=_each(statements, s.similar),
            )
            for s in dossier.statements
        ),
        events=tuple(
            replace(e, id=events[e.id], participants=_each(actors, e.participants), similar=_each(events, e.similar))
            for e in dossier.events
        ),
        conflicts=tuple(_conflict(c, anything) for c in dossier.conflicts),
        ledger=ledger,
    )


def _one(ids: Ids, id_: str | None) -> str | None:
    return None if id_ is None else ids.get(id_, id_)


def _each(ids: Ids, many: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(ids.get(id_, id_) for id_ in many)


def _source(record: SourceRecord, actors: Ids, statements: Ids, events: Ids) -> SourceRecord:
    return replace(
        record,
        mentions=tuple(replace(m, actor=_one(actors, m.actor)) for m in record.mentions),
        quotations=tuple(_quotation(q, actors, statements) for q in record.quotations),
        events=tuple(
            replace(e, event=events.get(e.event, e.event), participants=_each(actors, e.participants))
            for e in record.events
        ),
    )


def _quotation(quotation: Quotation, actors: Ids, statements: Ids) -> Quotation:
    speaker = quotation.speaker
    return replace(
        quotation,
        statement=statements.get(quotation.statement, quotation.statement),
        speaker=SpeakerRecord(_one(actors, speaker.actor), speaker.name, speaker.mention, speaker.rule),
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
