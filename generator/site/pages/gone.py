"""Pages of addresses that have no record of their own any more, and what a record's page says of its own history."""

from dataclasses import dataclass

from generator.model import DecisionRecord, LedgerEntry
from generator.site import wording
from generator.site.addresses import SECTIONS
from generator.site.clean import shortened
from generator.site.views import Here, Ref


@dataclass(frozen=True, slots=True)
class GoneContext:
    """A page whose record was merged into another (`to` is set), split into several (`parts`) or withdrawn (`why`).

    `since` and `ended` are editions of the ledger; `sources` those it stood on that are still there.
    """

    id: str
    kind: str
    name: str
    to: Ref | None
    parts: tuple[Ref, ...]
    why: str
    since: int
    ended: int | None
    sources: tuple[Ref, ...]
    section: Ref


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """A person's decision in words, who made it, when and why."""

    verb: str
    what: str
    by: str
    on: str
    why: str


@dataclass(frozen=True, slots=True)
class NoticesContext:
    """What the end of a record's page says: the decisions that people made on it, and what was split off it."""

    decisions: tuple[DecidedRow, ...]
    parts: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision with links to what it is about, and why it matches nothing any more, if so."""

    row: DecidedRow
    about: tuple[Ref, ...]
    stale: str


@dataclass(frozen=True, slots=True)
class DecisionsContext:
    """Everything that people decided."""

    decisions: tuple[DecisionRow, ...]


def gone_context(here: Here, entries: tuple[LedgerEntry, LedgerEntry]) -> GoneContext:
    """The context of the page of a record that is no more, from its entry and the end of its chain of mergers."""
    entry, final = entries
    kind, section = entry.kind, SECTIONS[entry.kind]
    merged = final.status == "merged" and final.to
    lookup = here.lookup
    return GoneContext(
        id=entry.id,
        kind=kind,
        name=entry.name,
        to=record_ref(here, kind, final.to) if merged and final.to else None,
        parts=tuple(record_ref(here, kind, part) for part in final.parts),
        why=wording.sentence(final.why),
        since=entry.since,
        ended=entry.ended,
        sources=tuple(record_ref(here, "source", s) for s in final.sources if s in lookup.sources),
        section=Ref(here.at.page(f"{section}/index"), f"All {section}"),
    )


def notices_context(here: Here, kind: str, record_id: str) -> NoticesContext | None:
    """What the page of a record says of its history; None where there is nothing to say."""
    decided = here.lookup.decisions.get((kind, record_id), ())
    parts = tuple(record_ref(here, kind, p) for p in here.lookup.parts.get((kind, record_id), ()))
    decisions = tuple(map(_row, dict.fromkeys(decided)))
    return NoticesContext(decisions, parts) if decisions or parts else None


def decisions_context(here: Here) -> DecisionsContext:
    """The context of the page of decisions."""
    return DecisionsContext(
        tuple(
            DecisionRow(_row(d), tuple(_about(here, id_) for id_ in d.about), wording.sentence(d.stale))
            for d in here.lookup.dossier.decisions
        )
    )


def record_ref(here: Here, kind: str, record_id: str) -> Ref:
    """The link to a record's page by its name; of one that is gone, by the name it had."""
    lookup = here.lookup
    name = ""
    if kind == "actor" and record_id in lookup.actors:
        name = lookup.actors[record_id].name
    elif kind == "event" and record_id in lookup.events:
        name = lookup.events[record_id].name
    elif kind == "source" and record_id in lookup.sources:
        name = lookup.sources[record_id].source.title
    elif kind == "statement" and record_id in lookup.statements:
        name = shortened(lookup.leading(lookup.statements[record_id])[1].text, 80)
    elif (kind, record_id) in lookup.addresses:
        name = lookup.addresses[(kind, record_id)].name
    return Ref(here.at.record(kind, record_id), name or record_id)


def _about(here: Here, record_id: str) -> Ref:
    lookup = here.lookup
    if record_id in lookup.quotations:
        source, quotation = lookup.quotations[record_id]
        return Ref(here.at.record("source", source, record_id), shortened(quotation.text, 80))
    kind = next((kind for kind in SECTIONS if answers(here, kind, record_id)), "")
    return record_ref(here, kind, record_id) if kind else Ref("", record_id)


def answers(here: Here, kind: str, record_id: str) -> bool:
    """Whether there is a page at the address of a record, be it that the record is gone."""
    lookup = here.lookup
    records = {
        "actor": lookup.actors,
        "event": lookup.events,
        "source": lookup.sources,
        "statement": lookup.statements,
    }
    return kind in records and (record_id in records[kind] or (kind, record_id) in lookup.addresses)


def _row(decision: DecisionRecord) -> DecidedRow:
    return DecidedRow(
        wording.plain(decision.verb), decision.what, decision.by or "", decision.on or "", decision.why or ""
    )
