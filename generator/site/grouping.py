"""A dossier's records by what they are asked for by."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from generator.model import Conflict, DecisionRecord, Dossier, Place, PublishedMention, SourceRecord, Span, Statement
from generator.site.pictures.axis import last_day

K = TypeVar("K")
T = TypeVar("T")


class Named(Mapping[tuple[str, str], tuple[PublishedMention, ...]]):
    """Where an actor is named in a source, within the passages that are shown of it, by actor and source: looked for
    when it is asked."""

    def __init__(self, sources: Mapping[str, SourceRecord]) -> None:
        self._sources = sources

    def __getitem__(self, key: tuple[str, str]) -> tuple[PublishedMention, ...]:
        actor, source = key
        record = self._sources[source]
        passages = [p.span for p in record.passages]
        return tuple(m for m in record.mentions if m.actor == actor and inside(m.span, passages))

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and key[1] in self._sources

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(dict.fromkeys((m.actor, s) for s, r in self._sources.items() for m in r.mentions if m.actor))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def spoken_by(dossier: Dossier) -> dict[str, tuple[Statement, ...]]:
    """Statements by who speaks them, alone or together with others."""
    members = {q.id: q.speaker.members for r in dossier.sources for q in r.quotations if q.speaker.members}
    return grouped(
        (actor, s)
        for s in dossier.statements
        for actor in dict.fromkeys(
            (*filter(None, (s.speaker,)), *(m for q in s.quotations for m in members.get(q, ())))
        )
    )


def newest(dossier: Dossier) -> dict[str, date]:
    """The day of the newest source, by its month: a page of another month does not ask for it."""
    day = max(filter(None, (last_day(r.source.published) for r in dossier.sources)), default=None)
    return {f"{day.year}-{day.month:02}": day} if day else {}


def told_in(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """The events told of in the words of a quotation, by its id."""
    return grouped(
        (q.id, told.event)
        for r in dossier.sources
        for q in r.quotations
        for told in r.events
        if inside(told.trigger, q.spans)
    )


def decisions_by_page(dossier: Dossier) -> dict[tuple[str, str], tuple[DecisionRecord, ...]]:
    """Decisions in force by the page that says so: a record's own, a quotation's statement, a figure's source."""
    by_id = grouped((id_, d) for d in dossier.decisions if not d.stale for id_ in d.about)
    told: Iterable[tuple[str, str, tuple[str, ...]]] = (
        *(("actor", a.id, ()) for a in dossier.actors),
        *(("event", e.id, ()) for e in dossier.events),
        *(("statement", s.id, s.quotations) for s in dossier.statements),
        *(("source", r.source.id, tuple(f.id for f in r.figures)) for r in dossier.sources),
    )
    return grouped(((kind, id_), d) for kind, id_, more in told for i in (id_, *more) for d in by_id.get(i, ()))


def conflicts_by_record(dossier: Dossier) -> dict[str, tuple[Conflict, ...]]:
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


def grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
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
