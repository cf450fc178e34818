"""Checks on the records: verbatim, resolvable, addressed, decided, fresh."""

from collections.abc import Iterator

from generator.checks.state import Published
from generator.errors import Fault
from generator.model import (
    EventRecord,
    Passage,
    Place,
    PublishedMention,
    RemovedRecord,
    Span,
    TimeRecord,
)

_Cut = RemovedRecord | PublishedMention | TimeRecord | EventRecord | Passage


class Verbatim:
    """Rule 1: verbatim or nothing."""

    says = "every text is the source's own words at its place"
    of = "data"

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
    of = "data"

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
            used += [(name, id_, actors) for m in record.mentions for id_ in (m.actor, *m.candidates)]
            used += [(name, q.statement, statements) for q in record.quotations]
            used += [(name, id_, actors) for q in record.quotations for id_ in (q.speaker.actor, *q.speaker.members)]
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

    says = "no address is lost, every record has one, and every redirect leads somewhere"
    of = "data"

    def faults(self, state: Published) -> Iterator[Fault]:
        """A fault for each record without a live ledger entry, each redirect that leads nowhere, and each address that
        the last commit has and the ledger has not."""
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
        for gone in sorted(set(state.published) - set(entries)):
            yield Fault("ledger.yml", f"the {gone[0]} address {gone[1]} was published and is lost", "restore its entry")
        for entry in entries.values():
            if entry.status == "merged" and (entry.kind, entry.to) not in entries:
                yield Fault("ledger.yml", f"{entry.id} leads to {entry.to}, which is not there", "restore its entry")


class Decided:
    """A decision that matches nothing does not do what its author believes."""

    says = "every decision is used"
    of = "decisions"

    def faults(self, state: Published) -> Iterator[Fault]:
        """A fault for each decision that matches nothing."""
        for issue in state.dossier.issues:
            if issue.kind == "decision":
                yield Fault(issue.file, issue.what, issue.right, issue.line)


class Fresh:
    """The committed data are what this program makes of the seeds, like a lock file."""

    says = "the data equal a fresh extraction"
    of = "data"

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
