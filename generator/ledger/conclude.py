"""What people's decisions make of the addresses: what they join is merged, what they reject is withdrawn."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from generator.ledger.settle import Claim, Settled, final, next_edition, settle_kind
from generator.model import LedgerEntry

Address = tuple[str, str]
GONE_FILE = "its file is no longer among the articles"
GONE_SOURCES = "the articles it stood on are no longer there"
NOT_FOUND = "it is no longer found in its sources as they are read now"


def conclude(
    claims: Sequence[Claim],
    found: Sequence[LedgerEntry],
    previous: Sequence[LedgerEntry],
    reasons: Mapping[Address, str],
    settled_kinds: Collection[str] = (),
) -> Settled:
    """The ledger after the decisions. `claims` are the records that are left, under their settled ids.

    `found` is the ledger before the decisions: an entry in it keeps the evidence the program found, so that in the next
    run the program's own records are recognised and the decisions find them again. `previous` is the published one,
    `reasons` says by (kind, id) why a record or a source was taken away. Of `settled_kinds` the records are those that
    `found` was settled for, and there are no claims.
    """
    edition = next_edition(previous)
    before = {(e.kind, e.id): e for e in previous}
    sources = {c.id for c in claims if c.kind == "source"}
    ids: dict[str, dict[str, str]] = {}
    entries: list[LedgerEntry] = []
    for kind in sorted({c.kind for c in claims} | {e.kind for e in found}):
        of_kind = [e for e in found if e.kind == kind]
        alive = {e.id for e in of_kind if e.status == "live"}
        settled = of_kind
        if kind not in settled_kinds:
            ids[kind], settled = settle_kind([c for c in claims if c.kind == kind], of_kind, edition, alive)
        evidence = {e.id: e.evidence for e in of_kind if e.id in alive}
        kept = (
            e if (own := evidence.get(e.id, e.evidence)) == e.evidence else replace(e, evidence=own) for e in settled
        )
        told = {e.id: _told(e, before.get((kind, e.id)), reasons, sources) for e in kept}
        entries.extend(final(e, told) for e in told.values())
    return Settled(ids, tuple(entries))


def _told(
    entry: LedgerEntry, before: LedgerEntry | None, reasons: Mapping[Address, str], sources: set[str]
) -> LedgerEntry:
    """The entry with the edition that ended it, and why; what has not changed since it was published stays."""
    if entry.status == "live":
        # what a decision split off was together again before the decisions were applied
        parts = tuple(dict.fromkeys((*(before.parts if before else ()), *entry.parts)))
        as_it_is = (None, "", parts) == (entry.ended, entry.why, entry.parts)
        return entry if as_it_is else replace(entry, ended=None, why="", parts=parts)
    withheld = _withheld(entry, reasons)
    name = "" if withheld else entry.name
    decided = reasons.get((entry.kind, entry.id), "")
    if before is not None and (before.status, before.to) == (entry.status, entry.to):
        return replace(entry, name=name, ended=before.ended, why=decided or before.why)
    gone = entry.status == "withdrawn"
    return replace(entry, name=name, why=decided or (withheld or _why(entry, sources) if gone else ""))


def _withheld(entry: LedgerEntry, reasons: Mapping[Address, str]) -> str:
    """The reason why every source of a record was taken away."""
    told = [reasons.get(("source", s), "") for s in entry.sources]
    return told[0] if told and all(told) else ""


def _why(entry: LedgerEntry, sources: set[str]) -> str:
    if entry.kind == "source":
        return GONE_FILE
    return NOT_FOUND if not entry.sources or sources & set(entry.sources) else GONE_SOURCES


def without(
    entries: Iterable[LedgerEntry], spelled: Callable[[str], bool], mask: Callable[[str], str]
) -> tuple[tuple[LedgerEntry, ...], tuple[LedgerEntry, ...]]:
    """The entries without what is redacted: those whose address spells it are dropped (returned second), the names of
    the others are masked. A redaction is the one thing that outranks an address."""
    kept, dropped = [], []
    for entry in entries:
        if spelled(entry.id):
            dropped.append(entry)
        else:
            kept.append(replace(entry, name=mask(entry.name), why=mask(entry.why)))
    gone = {(e.kind, e.id) for e in dropped}
    for index, entry in enumerate(kept):
        parts = tuple(p for p in entry.parts if (entry.kind, p) not in gone)
        sources = tuple(s for s in entry.sources if ("source", s) not in gone)
        kept[index] = replace(entry, parts=parts, sources=sources)
        if (entry.kind, entry.to) in gone:
            kept[index] = replace(kept[index], status="withdrawn", to=None)
    return tuple(kept), tuple(dropped)
