"""What must hold before anything is published: one small class a check, all of them in `CHECKS`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.errors import Fault
from generator.model import (
    Dossier,
    EventRecord,
    Passage,
    Place,
    PublishedMention,
    RemovedRecord,
    Span,
    TimeRecord,
)


@dataclass(frozen=True, slots=True)
class Published:
    """What is about to be published. `texts`: article file to its text; `fresh`: what a fresh extraction would write
    below `data`, path to text."""

    dossier: Dossier
    texts: Mapping[str, str]
    fresh: Mapping[str, str]
    data: Path


class Check(Protocol):
    """Something that must hold. `says` states it; `faults` lists where it does not."""

    says: str

    def faults(self, state: Published) -> Iterator[Fault]: ...


_Cut = RemovedRecord | PublishedMention | TimeRecord | EventRecord | Passage


class Verbatim:
    """Rule 1: verbatim or nothing."""

    says = "every text is the source's own words at its place"

    def faults(self, state: Published) -> Iterator[Fault]:
        """A fault for each record whose text is not what the article has at its spans."""
        for record in state.dossier.sources:
            text = state.texts.get(record.source.file)
            name = f"sources/{record.source.id}.yml"
            if text is None:
                yield Fault(name, f"its article {record.source.file} is not there", "run 'onrecord extract'")
                continue
            places: list[tuple[str, str, tuple[Span, ...]]] = [(q.id, q.text, q.spans) for q in record.quotations]
            places += [(q.id, c.text, (c.span,)) for q in record.quotations for c in (q.cue, q.speaker.mention) if c]
            places += [(f.id, f.text, (f.span,)) for f in record.figures]
            cuts: list[_Cut] = [*record.removed, *record.mentions, *record.dates, *record.events, *record.passages]
            places += [(f"{item.span.start}-{item.span.end}", item.text, (item.span,)) for item in cuts]
            for what, said, spans in places:
                if said != " ".join(text[s.start : s.end] for s in spans):
                    yield Fault(name, f"{what}: {said!r:.80} is not at its place", "run 'onrecord extract'")


class Resolvable:
    """A reference to a record that is not there is a dead link on the site."""

    says = "every id leads to a record"

    def faults(self, state: Published) -> Iterator[Fault]:
        """A fault for each id that no record has."""
        dossier = state.dossier
        actors, events = {a.id for a in dossier.actors}, {e.id for e in dossier.events}
        sources, statements = {r.source.id for r in dossier.sources}, {s.id for s in dossier.statements}
        quotations = {q.id for r in dossier.sources for q in r.quotations}
        figures = {f.id for r in dossier.sources for f in r.figures}
        used: list[tuple[str, str | None, set[str]]] = []
        for record in dossier.sources:
            name = f"sources/{record.source.id}.yml"
            used += [(name, m.actor, actors) for m in record.mentions]
            used += [(name, q.statement, statements) for q in record.quotations]
            used += [(name, q.speaker.actor, actors) for q in record.quotations]
            used += [(name, e.event, events) for e in record.events]
            used += [(name, f.quotation, quotations) for f in record.figures]
        for statement in dossier.statements:
            used.append(("statements", statement.speaker, actors))
            used += [("statements", q, quotations) for q in statement.quotations]
            used += [("statements", s, sources) for s in (*statement.sources, *statement.origins)]
        for event in dossier.events:
            used += [("events", p, actors) for p in event.participants] + [
                ("events", s, sources) for s in event.sources
            ]
        anything = quotations | figures | statements | events | actors
        for conflict in dossier.conflicts:
            for side in conflict.sides:
                used += [
                    ("conflicts", e.source, sources) if isinstance(e, Place) else ("conflicts", e, anything)
                    for e in side.evidence
                ]
        for where, id_, known in used:
            if id_ is not None and id_ not in known:
                yield Fault(str(state.data / where), f"{id_}: no such record", "run 'onrecord extract'")


class Addressed:
    """Rule 4: an address never dies."""

    says = "every record has an address in the ledger, and every redirect leads somewhere"

    def faults(self, state: Published) -> Iterator[Fault]:
        """A fault for each record without a live ledger entry, and for each redirect that leads nowhere."""
        entries = {(e.kind, e.id): e for e in state.dossier.ledger}
        groups = {
            "source": [r.source.id for r in state.dossier.sources],
            "actor": [a.id for a in state.dossier.actors],
            "statement": [s.id for s in state.dossier.statements],
            "event": [e.id for e in state.dossier.events],
        }
        for kind, ids in groups.items():
            for id_ in ids:
                if (kind, id_) not in entries or entries[(kind, id_)].status != "live":
                    yield Fault("ledger.yml", f"{kind} {id_} has no live entry", "run 'onrecord extract'")
        for entry in entries.values():
            if entry.status == "merged" and (entry.kind, entry.to) not in entries:
                yield Fault("ledger.yml", f"{entry.id} leads to {entry.to}, which is not there", "restore its entry")


class Fresh:
    """The committed data are what this program makes of the seeds, like a lock file."""

    says = "the data equal a fresh extraction"

    def faults(self, state: Published) -> Iterator[Fault]:
        """A fault for each file that is missing, different or left over."""
        present = {p.relative_to(state.data).as_posix(): p for p in state.data.rglob("*") if p.is_file()}
        for name in sorted(set(present) | set(state.fresh)):
            path = str(state.data / name)
            if name not in present:
                yield Fault(path, "is missing", "run 'onrecord extract'")
            elif name not in state.fresh:
                yield Fault(path, "belongs to nothing in the seeds any more", "run 'onrecord extract'")
            elif present[name].read_bytes() != state.fresh[name].encode("utf-8"):
                yield Fault(path, "is not what the seeds give now", "run 'onrecord extract' and commit what changed")


CHECKS: tuple[Check, ...] = (Verbatim(), Resolvable(), Addressed(), Fresh())
