"""The dossier by id: what a page needs to find from what it has, worked out once for the whole site."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.errors import Fault, FaultsError
from generator.model import (
    DAMAGED,
    Actor,
    Conflict,
    Copies,
    DecisionRecord,
    Dossier,
    Event,
    EventRecord,
    Figure,
    LedgerEntry,
    Place,
    PublishedMention,
    Quotation,
    SourceRecord,
    Statement,
)
from generator.site.conflict_parts import conflict_pages
from generator.site.grouping import (
    Named,
    conflicts_by_record,
    decisions_by_page,
    grouped,
    newest,
    spoken_by,
    told_in,
)
from generator.site.naming import short_names
from generator.site.ordering import Order, statement_order
from generator.site.relations import Relation, relations

_KIND_ORDER = {"direct": 0, "mixed": 1, "indirect": 2}
_CERTAINTY_ORDER = {"high": 0, "medium": 1, "low": 2}


@dataclass(frozen=True, slots=True)
class Lookup:
    """A dossier with its records by id. Pairs of (source id, record) say in which source a piece of evidence stands;
    `texts` are the records of files by the digests of their texts, where that is known."""

    dossier: Dossier
    sources: Mapping[str, SourceRecord]
    actors: Mapping[str, Actor]
    statements: Mapping[str, Statement]
    events: Mapping[str, Event]
    quotations: Mapping[str, tuple[str, Quotation]]
    figures: Mapping[str, tuple[str, Figure]]
    reports: Mapping[str, tuple[tuple[str, EventRecord], ...]]
    reported_in: Mapping[str, tuple[str, ...]]
    named: Mapping[tuple[str, str], tuple[PublishedMention, ...]]
    told_in: Mapping[str, tuple[str, ...]]
    conflicts: Mapping[str, tuple[Conflict, ...]]
    copied_from: Mapping[str, Copies]
    copied_by: Mapping[str, tuple[Copies, ...]]
    newest: Mapping[str, date]
    relations: tuple[Relation, ...]
    relations_of: Mapping[str, tuple[Relation, ...]]
    spoken_by: Mapping[str, tuple[Statement, ...]]
    events_of: Mapping[str, tuple[Event, ...]]
    decisions: Mapping[tuple[str, str], tuple[DecisionRecord, ...]]
    parts: Mapping[tuple[str, str], tuple[str, ...]]
    addresses: Mapping[tuple[str, str], LedgerEntry]
    places: Mapping[str, tuple[tuple[Place, Conflict], ...]]
    source_names: Mapping[str, str]
    statements_in: Mapping[str, int]
    order: Mapping[str, Order]
    conflict_pages: Mapping[str, str]
    previews: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[bytes, tuple[Any, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, dossier: Dossier, texts: Mapping[bytes, tuple[Any, ...]] | None = None) -> "Lookup":
        """The lookup of a dossier; raises FaultsError with every reference that leads nowhere."""
        related, sources = relations(dossier), {r.source.id: r for r in dossier.sources}
        quotations = {q.id: (r.source.id, q) for r in dossier.sources for q in r.quotations}
        lookup = cls(
            texts=texts or {},
            dossier=dossier,
            sources=sources,
            actors={a.id: a for a in dossier.actors},
            statements={s.id: s for s in dossier.statements},
            events={e.id: e for e in dossier.events},
            quotations=quotations,
            order={s.id: statement_order(s, quotations) for s in dossier.statements},
            figures={f.id: (r.source.id, f) for r in dossier.sources for f in r.figures},
            reports=grouped((told.event, (r.source.id, told)) for r in dossier.sources for told in r.events),
            reported_in=grouped((told.event, r.source.id) for r in dossier.sources for told in r.events),
            named=Named(sources),
            told_in=told_in(dossier),
            conflicts=conflicts_by_record(dossier),
            copied_from={s: c for c in dossier.copies for s in c.sources if s != c.original},
            copied_by=grouped((c.original, c) for c in dossier.copies),
            newest=newest(dossier),
            relations=related,
            relations_of=grouped((actor, r) for r in related for actor in (r.actor, r.other)),
            spoken_by=spoken_by(dossier),
            places=grouped(
                (item.source, (item, c))
                for c in dossier.conflicts
                for side in c.sides
                for item in side.evidence
                if isinstance(item, Place)
            ),
            conflict_pages=conflict_pages(dossier.conflicts),
            source_names=short_names(r.source for r in dossier.sources),
            statements_in={r.source.id: len({q.statement for q in r.quotations}) for r in dossier.sources},
            decisions=decisions_by_page(dossier),
            parts={(e.kind, e.id): e.parts for e in dossier.ledger if e.status == "live" and e.parts},
            addresses={(e.kind, e.id): e for e in dossier.ledger},
            events_of=grouped((actor, e) for e in dossier.events for actor in dict.fromkeys(e.participants)),
        )
        if faults := tuple(_faults(lookup)):
            raise FaultsError(faults)
        return lookup

    def leading(self, statement: Statement) -> tuple[str, Quotation]:
        """The quotation that gives a statement's wording: of a text with its own words; direct before reported;
        the surest; of an original before its copy."""

        if len(statement.quotations) == 1:
            return self.quotations[statement.quotations[0]]

        def rank(pair: tuple[str, Quotation]) -> tuple[bool, int, int, bool]:
            of_kind = (_KIND_ORDER[pair[1].kind], _CERTAINTY_ORDER[pair[1].certainty])
            return DAMAGED in pair[1].flags, *of_kind, self.is_copy(pair[0])

        return min((self.quotations[q] for q in statement.quotations), key=rank)

    def place(self, statement: Statement) -> Order:
        """Where a statement stands in a list, as of `statement_order`."""
        return self.order[statement.id]

    def is_copy(self, source: str) -> bool:
        """Whether a source copies another one of the dossier."""
        return source in self.copied_from or self.sources[source].source.copies_of is not None


def _faults(lookup: Lookup) -> Iterable[Fault]:
    """References that lead nowhere: a page made from them would hold a dead link."""
    right = "run 'onrecord extract' again"

    def missing(where: str, what: str, ids: Iterable[str | None], known: Mapping[str, object]) -> Iterable[Fault]:
        return (
            Fault(where, f"{what} {i!r} is not in the data", right) for i in ids if i is not None and i not in known
        )

    for s in lookup.dossier.statements:
        yield from missing(s.id, "speaker", [s.speaker], lookup.actors)
        yield from missing(s.id, "quotation", s.quotations, lookup.quotations)
        yield from missing(s.id, "source", s.sources + s.origins, lookup.sources)
        if not s.quotations:
            yield Fault(s.id, "a statement without a quotation", right)
    for e in lookup.dossier.events:
        yield from missing(e.id, "participant", e.participants, lookup.actors)
        yield from missing(e.id, "source", e.sources, lookup.sources)
    for record in lookup.dossier.sources:
        name = record.source.id
        yield from missing(name, "statement", [q.statement for q in record.quotations], lookup.statements)
        yield from missing(name, "event", [e.event for e in record.events], lookup.events)
        parties = [q.speaker.actor for q in record.quotations] + [m.actor for m in record.mentions]
        parties += [q.addressee.actor for q in record.quotations if q.addressee]
        yield from missing(name, "actor", parties, lookup.actors)
        yield from missing(name, "original", [record.source.copies_of], lookup.sources)
    for a in lookup.dossier.actors:
        stated = [s for role in a.roles for s in role.sources] + [s for alias in a.aliases for s in alias.sources]
        yield from missing(a.id, "source", stated, lookup.sources)
    for copies in lookup.dossier.copies:
        yield from missing("copies", "source", (copies.original, *copies.sources), lookup.sources)
    known = {**lookup.quotations, **lookup.figures, **lookup.statements, **lookup.events, **lookup.actors}
    for c in lookup.dossier.conflicts:
        evidence = [item for side in c.sides for item in side.evidence]
        yield from missing(c.id, "evidence", [i for i in evidence if isinstance(i, str)], known)
        yield from missing(c.id, "source", [i.source for i in evidence if isinstance(i, Place)], lookup.sources)
