"""Decisions on finished records: accept, date, and a field edited."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from generator.curate.follow import follow
from generator.model import EDITABLE, Decision, Dossier, EventDate, Quotation, Said, SourceRecord

R = TypeVar("R")
Fields = dict[str, dict[str, Any]]


def decide_fields(
    dossier: Dossier, decisions: Sequence[Decision], moved: Mapping[str, str] | None = None
) -> tuple[Dossier, tuple[Decision, ...]]:
    """Apply the decisions in order, the last of two on one field; returns those that matched a record.

    `moved` leads from the ids of merged records to those they are now in.

    What an article says of itself is corrected before it is read (see `sources`), names of actors with `actors`.
    """
    kinds = kinds_of(dossier)
    fields: Fields = {}
    used = []
    statement_of = {q: s for s in dossier.statements for q in s.quotations}
    for original in decisions:
        decision = follow(original, kinds, moved or {})
        id_ = decision.about[0] if decision.about else ""
        kind = kinds.get(id_)
        if kind is None:
            continue
        if decision.verb == "accept":
            _accept(id_, kind, dossier, fields)
        elif decision.verb == "date" and kind in {"statement", "event"}:
            _set(fields, id_, kind, "said" if kind == "statement" else "date", decision)
        elif decision.verb == "edit" and decision.field in EDITABLE[kind] and kind not in {"source", "actor"}:
            if not fits(decision, kind):
                continue
            _set(fields, id_, kind, str(decision.field), decision)
        else:
            continue
        used.append(original)
    for statement in dossier.statements:
        if "said" in fields.get(statement.id, {}):
            for quotation in statement.quotations:
                fields.setdefault(quotation, {}).setdefault("said", fields[statement.id]["said"])
    for id_, kind in kinds.items():
        of = statement_of.get(id_)
        if kind == "quotation" and "said" in fields.get(id_, {}) and of is not None and len(of.quotations) == 1:
            fields.setdefault(of.id, {}).setdefault("said", fields[id_]["said"])
    return _applied(dossier, fields), tuple(used)


def fits(decision: Decision, kind: str) -> bool:
    """Whether the value of an edit is one its field may have."""
    allowed = EDITABLE[kind][str(decision.field)]
    if allowed == ("number",):
        return _number(decision.value) is not None
    return allowed in (("text",), ("date",)) or decision.value in allowed


def kinds_of(dossier: Dossier) -> dict[str, str]:
    """The kind of every record that a decision can name, by its id."""
    groups: tuple[tuple[str, Sequence[Any]], ...] = (
        ("source", [r.source for r in dossier.sources]),
        ("actor", dossier.actors),
        ("event", dossier.events),
        ("conflict", dossier.conflicts),
        ("figure", [f for r in dossier.sources for f in r.figures]),
        ("quotation", [q for r in dossier.sources for q in r.quotations]),
        ("statement", dossier.statements),
    )
    return {record.id: kind for kind, records in groups for record in records}


def _accept(id_: str, kind: str, dossier: Dossier, fields: Fields) -> None:
    if kind == "actor":
        _known_apart(id_, dossier, fields)
    carried = next((s.quotations for s in dossier.statements if s.id == id_), ()) if kind == "statement" else ()
    for quotation in (*carried, *([id_] if kind == "quotation" else [])):
        fields.setdefault(quotation, {}).setdefault("certainty", "high")


def _known_apart(id_: str, dossier: Dossier, fields: Fields) -> None:
    """An actor that was looked at and is right is nobody else: no other is offered as perhaps the same."""
    for actor in dossier.actors:
        offered = fields.get(actor.id, {}).get("perhaps", actor.perhaps)
        left = tuple(p for p in offered if id_ not in (actor.id, p.actor))
        if left != offered:
            fields.setdefault(actor.id, {})["perhaps"] = left


def _set(fields: Fields, id_: str, kind: str, field: str, decision: Decision) -> None:
    value: Any = decision.value
    if field == "said":
        value = Said(decision.value, "given", decision.signature)
    elif kind == "event" and field == "date":
        value = EventDate(decision.value, decision.signature)
    elif EDITABLE[kind][field] == ("number",):
        value = _number(decision.value)
    fields.setdefault(id_, {})[field] = value


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None


def _edited(record: R, fields: Fields) -> R:
    changes = fields.get(record.id)  # type: ignore[attr-defined]
    return replace(record, **changes) if changes else record  # type: ignore[type-var]


def _applied(dossier: Dossier, fields: Fields) -> Dossier:
    if not fields:
        return dossier

    def source(record: SourceRecord) -> SourceRecord:
        quotations: tuple[Quotation, ...] = tuple(_edited(q, fields) for q in record.quotations)
        return replace(record, quotations=quotations, figures=tuple(_edited(f, fields) for f in record.figures))

    return replace(
        dossier,
        sources=tuple(map(source, dossier.sources)),
        actors=tuple(_edited(a, fields) for a in dossier.actors),
        statements=tuple(_edited(s, fields) for s in dossier.statements),
        events=tuple(_edited(e, fields) for e in dossier.events),
        conflicts=tuple(_edited(c, fields) for c in dossier.conflicts),
    )
