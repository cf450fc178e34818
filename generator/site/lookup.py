"""The dossier by id: what a page needs to find from what it has, worked out once for the whole site."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

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
    Quotation,
    SourceRecord,
    Span,
    Statement,
)
from generator.site.conflict_parts import conflict_pages
from generator.site.naming import short_names
from generator.site.ordering import Order, statement_order
from generator.site.pictures.axis import last_day
from generator.site.relations import Relation, relations

K = TypeVar("K")
T = TypeVar("T")

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
        related = relations(dossier)
        quotations = {q.id: (r.source.id, q) for r in dossier.sources for q in r.quotations}
        lookup = cls(
            texts=texts or {},
            dossier=dossier,
            sources={r.source.id: r for r in dossier.sources},
            actors={a.id: a for a in dossier.actors},
            statements={s.id: s for s in dossier.statements},
            events={e.id: e for e in dossier.events},
            quotations=quotations,
            order={s.id: statement_order(s, quotations) for s in dossier.statements},
            figures={f.id: (r.source.id, f) for r in dossier.sources for f in r.figures},
            reports=_grouped((told.event, (r.source.id, told)) for r in dossier.sources for told in r.events),
            told_in=_told_in(dossier),
            conflicts=_conflicts_by_record(dossier),
            copied_from={s: c for c in dossier.copies for s in c.sources if s != c.original},
            copied_by=_grouped((c.original, c) for c in dossier.copies),
            newest=_newest(dossier),
            relations=related,
            relations_of=_grouped((actor, r) for r in related for actor in (r.actor, r.other)),
            spoken_by=_spoken_by(dossier),
            places=_grouped(
                (item.source, (item, c))
                for c in dossier.conflicts
                for side in c.sides
                for item in side.evidence
                if isinstance(item, Place)
            ),
            conflict_pages=conflict_pages(dossier.conflicts),
            source_names=short_names(r.source for r in dossier.sources),
            statements_in={r.source.id: len({q.statement for q in r.quotations}) for r in dossier.sources},
            decisions=_decisions_by_page(dossier),
            parts={(e.kind, e.id): e.parts for e in dossier.ledger if e.status == "live" and e.parts},
            addresses={(e.kind, e.id): e for e in dossier.ledger},
            events_of=_grouped((actor, e) for e in dossier.events for actor in dict.fromkeys(e.participants)),
        )
        if faults := tuple(_faults(lookup)):
            raise FaultsError(faults)
        return lookup

    def leading(self, statement: Statement) -> tuple[str, Quotation]:
        """The quotation that gives a statement's wording: of a text with its own words; direct before reported;
        the surest; of an original before its copy."""

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


def _spoken_by(dossier: Dossier) -> dict[str, tuple[Statement, ...]]:
    """Statements by who speaks them, alone or together with others."""
    members = {q.id: q.speaker.members for r in dossier.sources for q in r.quotations if q.speaker.members}
    return _grouped(
        (actor, s)
        for s in dossier.statements
        for actor in dict.fromkeys(
            (*filter(None, (s.speaker,)), *(m for q in s.quotations for m in members.get(q, ())))
        )
    )


def _newest(dossier: Dossier) -> dict[str, date]:
    """The day of the newest source, by its month: a page of another month does not ask for it."""
    day = max(filter(None, (last_day(r.source.published) for r in dossier.sources)), default=None)
    return {f"{day.year}-{day.month:02}": day} if day else {}


def _told_in(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """The events told of in the words of a quotation, by its id."""
    return _grouped(
        (q.id, told.event)
        for r in dossier.sources
        for q in r.quotations
        for told in r.events
        if inside(told.trigger, q.spans)
    )


def _decisions_by_page(dossier: Dossier) -> dict[tuple[str, str], tuple[DecisionRecord, ...]]:
    """Decisions in force by the page that says so: a record's own, a quotation's statement, a figure's source."""
    by_id = _grouped((id_, d) for d in dossier.decisions if not d.stale for id_ in d.about)
    told: Iterable[tuple[str, str, tuple[str, ...]]] = (
        *(("actor", a.id, ()) for a in dossier.actors),
        *(("event", e.id, ()) for e in dossier.events),
        *(("statement", s.id, s.quotations) for s in dossier.statements),
        *(("source", r.source.id, tuple(f.id for f in r.figures)) for r in dossier.sources),
    )
    return _grouped(((kind, id_), d) for kind, id_, more in told for i in (id_, *more) for d in by_id.get(i, ()))


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    """Values by key, in the order they come."""
    groups: dict[K, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a.start < b.end and b.start < a.end


def inside(span: Span, spans: Iterable[Span]) -> bool:
    """Whether a span shares a character with one of several."""
    start, end = span
    for other_start, other_end in spans:  # noqa: SIM110  a generator takes three times as long, and this is asked often
        if start < other_end and other_start < end:
            return True
    return False


def _conflicts_by_record(dossier: Dossier) -> dict[str, tuple[Conflict, ...]]:
    """Conflicts by the id of every record they rest on; a quotation's also by its statement."""
    statement_of = {q.id: q.statement for r in dossier.sources for q in r.quotations}
    quotation_of = {f.id: f.quotation for r in dossier.sources for f in r.figures}
    found: dict[str, list[Conflict]] = {}
    for conflict in dossier.conflicts:
        for side in conflict.sides:
            for item in side.evidence:
                if isinstance(item, Place):
                    continue
                quotation = quotation_of.get(item) or item
                for key in dict.fromkeys((item, quotation, statement_of.get(quotation, item))):
                    entries = found.setdefault(key, [])
                    if conflict not in entries:
                        entries.append(conflict)
    return {key: tuple(entries) for key, entries in found.items()}


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
