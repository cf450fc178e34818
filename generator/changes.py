"""What changed between two editions of a dossier."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import Dossier, LedgerEntry, Quotation

# In the order in which they are told.
KINDS = {
    "withdrawn": "Withdrawn",
    "merged": "Merged",
    "split": "Split",
    "changed": "Changed",
    "conflict": "Newly in conflict",
    "agreed": "No longer in conflict",
    "corroborated": "Newly corroborated",
    "added": "Added",
    "stale": "Decisions that match nothing any more",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its `kind` (one of KINDS), the record's kind, id and name, and in words what changed.

    `to` are the records it now leads to, of one that was merged or split.
    """

    kind: str
    record: str
    id: str
    name: str
    what: str = ""
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _View:
    """A record as compared: its name, and its fields in words."""

    name: str
    fields: Mapping[str, str]
    origins: int = 0


def compare(before: Dossier, after: Dossier) -> tuple[Change, ...]:
    """Every change from one edition to another, by kind, then by record.

    Where something was redacted or withheld since, nothing that the earlier edition alone has is told.
    """
    careful = any(d.verb in {"redact", "embargo"} for d in after.decisions)
    found = [*_records(before, after, careful), *_conflicts(before, after, careful), *_decisions(before, after)]
    order = list(KINDS)
    return tuple(sorted(found, key=lambda c: (order.index(c.kind), c.record, c.id, c.what)))


def _records(before: Dossier, after: Dossier, careful: bool) -> Iterator[Change]:
    ledger = {(e.kind, e.id): e for e in after.ledger}
    for kind, views in _VIEWS.items():
        old, new = views(before), views(after)
        for id_, view in old.items():
            entry = ledger.get((kind, id_))
            if id_ not in new and (entry or not careful):
                yield _gone(kind, id_, entry.name if entry and careful else view.name, entry)
        for id_, view in new.items():
            if id_ not in old:
                yield Change("added", kind, id_, view.name)
                continue
            for field, value in view.fields.items():
                if value != old[id_].fields[field]:
                    earlier = "" if careful else f"{old[id_].fields[field] or 'none'} → "
                    yield Change("changed", kind, id_, view.name, f"{field}: {earlier}{value or 'none'}")
            if view.origins > max(1, old[id_].origins):
                what = f"{view.origins} separate sources, {old[id_].origins} before"
                yield Change("corroborated", kind, id_, view.name, what)


def _gone(kind: str, id_: str, name: str, entry: LedgerEntry | None) -> Change:
    if entry is None or entry.status not in {"merged", "split"}:
        return Change("withdrawn", kind, id_, name, entry.why if entry else "")
    to = (entry.to,) if entry.to else entry.parts
    return Change(entry.status, kind, id_, name, f"now {' and '.join(to)}", to)


def _conflicts(before: Dossier, after: Dossier, careful: bool) -> Iterator[Change]:
    old, new = ({c.id: c for c in d.conflicts} for d in (before, after))
    for id_, conflict in new.items():
        values = " / ".join(side.value for side in conflict.sides)
        if id_ not in old:
            yield Change("conflict", "conflict", id_, conflict.what, values)
        elif values != (earlier := " / ".join(side.value for side in old[id_].sides)):
            yield Change("changed", "conflict", id_, conflict.what, values if careful else f"{earlier} → {values}")
    for id_ in old.keys() - new.keys():
        yield Change("agreed", "conflict", id_, "" if careful else old[id_].what)


def _decisions(before: Dossier, after: Dossier) -> Iterator[Change]:
    known = {(d.verb, d.about, d.what) for d in before.decisions if d.stale}
    for d in after.decisions:
        if d.stale and (d.verb, d.about, d.what) not in known:
            yield Change("stale", "decision", " ".join(d.about), f"{d.verb}: {d.what}", d.stale)


def _sources(dossier: Dossier) -> dict[str, _View]:
    return {
        s.id: _View(
            s.title,
            {
                "title": s.title,
                "outlet": s.outlet or "",
                "published": s.published.value or "",
                "copies": s.copies_of or "",
                "text": s.sha256[:12],
            },
        )
        for s in (r.source for r in dossier.sources)
    }


def _actors(dossier: Dossier) -> dict[str, _View]:
    return {
        a.id: _View(a.name, {"name": a.name, "kind": a.kind, "roles": "; ".join(r.text for r in a.roles)})
        for a in dossier.actors
    }


def _events(dossier: Dossier) -> dict[str, _View]:
    return {
        e.id: _View(
            e.name,
            {"name": e.name, "date": e.date.value or "", "place": e.place or "", "status": e.status},
            len(e.sources),
        )
        for e in dossier.events
    }


def _statements(dossier: Dossier) -> dict[str, _View]:
    names = {a.id: a.name for a in dossier.actors}
    quotations = {q.id: q for r in dossier.sources for q in r.quotations}
    views = {}
    for s in dossier.statements:
        words = _wording([quotations[q] for q in s.quotations if q in quotations])
        speaker = names.get(s.speaker or "", s.speaker or s.speaker_name or "")
        fields = {"speaker": speaker, "said": s.said.value or "", "wording": words}
        views[s.id] = _View(f"{speaker or 'not settled'}: {words}", fields, len(s.origins))
    return views


def _wording(quotations: list[Quotation]) -> str:
    """The wording that pages lead with: direct before mixed before reported."""
    order = {"direct": 0, "mixed": 1, "indirect": 2}
    best = min(quotations, key=lambda q: order[q.kind], default=None)
    return " ".join(best.text.split()) if best else ""


_VIEWS: Mapping[str, Callable[[Any], dict[str, _View]]] = {
    "source": _sources,
    "actor": _actors,
    "event": _events,
    "statement": _statements,
}
