"""Matches today's records with the addresses published before."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from generator.model import LedgerEntry

# A ledger entry keeps the smallest SKETCH hashes of its evidence (a bottom-k sketch: Broder 1997, "On the resemblance
# and containment of documents"): enough to recognise a record of any size, small enough to read in a diff.
SKETCH = 12

# A record is the same one when at least half of the evidence kept of it is found again. Below a half a record could
# match two unrelated ones; in the round trips of tests/test_ledger.py, an edit of a quotation's borders keeps 0.6 to
# 1.0 of it, another quotation of the same speaker 0.0 to 0.2.
SAME = 0.5

# A record that holds at least this share of an earlier one's evidence is a part of it: above what two unrelated
# quotations share (see above), and low enough for one that fell into four.
PART = 0.25


@dataclass(frozen=True, slots=True)
class Claim:
    """A record that wants an address: its kind, the id it would like, its name, all the evidence it stands on, and
    the sources that carry it."""

    kind: str
    id: str
    name: str
    evidence: frozenset[str]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """`ids`: by kind, the id wanted to the id given. `entries`: the whole ledger, sorted by kind and id."""

    ids: Mapping[str, Mapping[str, str]]
    entries: tuple[LedgerEntry, ...]


def digest(text: str) -> str:
    """Eight hex digits that stand for a piece of evidence."""
    return blake2b(text.encode("utf-8"), digest_size=4).hexdigest()


def hashed(claim: Claim) -> list[str]:
    """The hashes of a claim's evidence, the smallest first."""
    return sorted(set(map(digest, claim.evidence)))


def next_edition(entries: Iterable[LedgerEntry]) -> int:
    """The number of the edition after the last one that changed an address."""
    return max((max(e.since, e.ended or 0) for e in entries), default=0) + 1


def settle(claims: Sequence[Claim], previous: Sequence[LedgerEntry], sure: Collection[str] = ()) -> Settled:
    """Give every claim its id and bring the ledger up to date; claims of a kind must want different ids.
    Claims named in `sure` get the id they want.

    A claim takes the id of the earlier entry with which it shares most evidence. An entry whose evidence another
    claim took over is merged into it; one whose evidence went to several is split; one whose evidence is gone is
    withdrawn. Each comes back with its evidence.
    """
    edition = next_edition(previous)
    ids: dict[str, dict[str, str]] = {}
    entries: list[LedgerEntry] = []
    for kind in sorted({c.kind for c in claims} | {e.kind for e in previous}):
        given, settled = settle_kind(
            [c for c in claims if c.kind == kind], [e for e in previous if e.kind == kind], edition, sure
        )
        ids[kind] = given
        entries.extend(settled)
    return Settled(ids, tuple(entries))


def settle_kind(
    claims: Sequence[Claim], previous: Sequence[LedgerEntry], edition: int, sure: Collection[str] = ()
) -> tuple[dict[str, str], list[LedgerEntry]]:
    """`settle` for one kind: the ids and the entries."""
    by_id = {claim.id: claim for claim in claims}
    known = {entry.id: entry for entry in previous}
    hashes = {claim.id: hashed(claim) for claim in claims}

    def entry_of(id_: str, claim: Claim) -> LedgerEntry:
        return _live(known.get(id_) or LedgerEntry(id_, claim.kind, edition, "live"), claim, hashes[claim.id])

    given = {id_: id_ for id_ in by_id if id_ in sure}
    kept = {id_: entry_of(id_, by_id[id_]) for id_ in given}
    shared = _shared(hashes, previous)
    for match in _best_first(shared):
        if match.claim not in given and match.entry.id not in kept:
            given[match.claim] = match.entry.id
            kept[match.entry.id] = entry_of(match.entry.id, by_id[match.claim])
    taken = {*known, *given.values()}
    for claim in sorted(claims, key=lambda c: c.id):
        if claim.id not in given:
            given[claim.id] = id_ = free(claim.id, taken)
            taken.add(id_)
            kept[id_] = entry_of(id_, claim)
    parts: dict[str, list[_Match]] = defaultdict(list)
    for match in sorted(shared, key=lambda s: (-s.share, -s.count, s.claim)):
        if match.share >= PART:
            parts[match.entry.id].append(match)
    for entry in previous:
        if entry.id in kept:
            off = (id_ for m in parts[entry.id] if (id_ := given[m.claim]) not in known)
            kept[entry.id] = replace(kept[entry.id], parts=tuple(dict.fromkeys((*entry.parts, *off))))
        else:
            kept[entry.id] = _ended(entry, parts[entry.id], given, edition)
    return given, [final(kept[id_], kept) for id_ in sorted(kept)]


def _best_first(shared: Iterable["_Match"]) -> list["_Match"]:
    """By the share of the entry's evidence, an entry that is not merged, the amount of evidence, the id wanted."""
    return sorted(
        (s for s in shared if s.share >= SAME or s.claim == s.entry.id),
        key=lambda s: (
            -s.share,
            s.entry.status == "merged",
            -s.count,
            s.claim != s.entry.id,
            s.entry.since,
            s.entry.id,
            s.claim,
        ),
    )


def _live(entry: LedgerEntry, claim: Claim, hashes: Sequence[str]) -> LedgerEntry:
    evidence = " ".join(hashes[:SKETCH])
    return LedgerEntry(entry.id, entry.kind, entry.since, "live", None, evidence, claim.name, sources=claim.sources)


def _ended(entry: LedgerEntry, parts: Sequence["_Match"], given: Mapping[str, str], edition: int) -> LedgerEntry:
    """What becomes of an entry that no claim took: merged where one has most of it, split where several have a part."""
    names = tuple(dict.fromkeys(given[m.claim] for m in parts))
    ended = entry.ended if entry.status != "live" else edition
    if parts and parts[0].share >= SAME:
        same = (entry.status, entry.to) == ("merged", names[0])
        return replace(entry, status="merged", to=names[0], parts=(), why="", ended=entry.ended if same else edition)
    if len(names) > 1:
        return replace(entry, status="split", to=None, parts=names, why="", ended=ended)
    if entry.status in {"merged", "split"}:
        return entry
    return replace(entry, status="withdrawn", to=None, ended=ended, parts=names)


@dataclass(frozen=True, slots=True)
class _Match:
    claim: str
    entry: LedgerEntry
    count: int
    share: float


def _shared(hashes: Mapping[str, Sequence[str]], entries: Iterable[LedgerEntry]) -> list[_Match]:
    """How much of each entry's evidence each claim holds, where it holds any."""
    holders: dict[str, list[str]] = defaultdict(list)
    for id_, items in hashes.items():
        for item in items:
            holders[item].append(id_)
    found: list[_Match] = []
    for entry in entries:
        counts: dict[str, int] = defaultdict(int)
        stood_on = entry.evidence.split()
        for item in stood_on:
            for id_ in holders.get(item, ()):
                counts[id_] += 1
        found.extend(_Match(claim, entry, n, n / len(stood_on)) for claim, n in counts.items())
    return found


def free(wanted: str, taken: set[str]) -> str:
    """The id wanted, with a number where it is taken."""
    if wanted not in taken:
        return wanted
    return next(name for n in range(2, len(taken) + 3) if (name := f"{wanted}-{n}") not in taken)


def final(entry: LedgerEntry, kept: Mapping[str, LedgerEntry]) -> LedgerEntry:
    """The entry with its redirect leading to the end of the chain, so that it is one step; its parts too."""
    if entry.to is None and not entry.parts:
        return entry
    parts = (_end(part, kept) for part in entry.parts)
    to = None if entry.to is None else _end(entry.to, kept)
    return replace(entry, to=to, parts=tuple(p for p in dict.fromkeys(parts) if p != entry.id))


def _end(target: str, kept: Mapping[str, LedgerEntry]) -> str:
    seen: set[str] = set()
    while target in kept and kept[target].status == "merged" and target not in seen:
        seen.add(target)
        target = kept[target].to or target
    return target
