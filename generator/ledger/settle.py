"""Matches today's records with the addresses published before."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

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


# The bytes of a hash, and how it is written.
_WIDE = 4
_HASH = re.compile(r"\b[0-9a-f]{8}\b")


@dataclass(frozen=True, slots=True)
class Claim:
    """A record that wants an address: its kind, the id it would like, its name, the hashes of all the evidence it
    stands on (see `hashed`), and the sources that carry it."""

    kind: str
    id: str
    name: str
    evidence: bytes
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """`ids`: by kind, the id wanted to the id given. `entries`: the whole ledger, sorted by kind and id."""

    ids: Mapping[str, Mapping[str, str]]
    entries: tuple[LedgerEntry, ...]


def hashed(evidence: Iterable[str]) -> bytes:
    """The hashes that stand for pieces of evidence, four bytes each, the smallest first."""
    return b"".join(sorted({blake2b(piece.encode("utf-8"), digest_size=_WIDE).digest() for piece in evidence}))


def united(hashes: Sequence[bytes]) -> bytes:
    """The hashes of all evidence of which these are the hashes of parts."""
    if len(hashes) == 1:
        return hashes[0]
    return b"".join(sorted({part[at : at + _WIDE] for part in hashes for at in range(0, len(part), _WIDE)}))


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

    def entry_of(id_: str, claim: Claim) -> LedgerEntry:
        return _live(known.get(id_) or LedgerEntry(id_, claim.kind, edition, "live"), claim)

    given = {id_: id_ for id_, claim in by_id.items() if id_ in sure or (id_ in known and _stands(known[id_], claim))}
    kept = {id_: entry_of(id_, by_id[id_]) for id_ in given}
    # all that has to be looked at: what is not as it was, which most of a folder is
    here = {id_ for id_ in given if id_ in known}
    shared = _shared([c for c in claims if c.id not in here], previous)
    shared += _shared([c for c in claims if c.id in here], [e for e in previous if e.id not in here])
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
            if all_parts := tuple(dict.fromkeys((*entry.parts, *off))):
                kept[entry.id] = replace(kept[entry.id], parts=all_parts)
        else:
            kept[entry.id] = _ended(entry, parts[entry.id], given, edition)
    return given, [final(kept[id_], kept) for id_ in sorted(kept)]


def _best_first(shared: Iterable["_Match"]) -> list["_Match"]:
    """Who has most of the entry under the id it wants, then by the share of the entry's evidence, an entry that is not
    merged, the amount of evidence, the id wanted: a name keeps its address, whoever without a name is joined to it."""
    return sorted(
        (s for s in shared if s.share >= SAME or s.claim == s.entry.id),
        key=lambda s: (
            s.claim != s.entry.id or s.share < SAME,
            -s.share,
            s.entry.status == "merged",
            -s.count,
            s.claim != s.entry.id,
            s.entry.since,
            s.entry.id,
            s.claim,
        ),
    )


def _sketch(claim: Claim) -> str:
    return claim.evidence[: SKETCH * _WIDE].hex(" ", _WIDE)


def _hashes(entry: LedgerEntry) -> bytes:
    return bytes.fromhex("".join(_HASH.findall(entry.evidence)))


def _stands(entry: LedgerEntry, claim: Claim) -> bool:
    """Whether most of an entry's evidence is the claim's that wants its id, which then has it whatever others hold."""
    if entry.evidence == _sketch(claim):
        return bool(entry.evidence)
    sketch, held = _hashes(entry), {claim.evidence[at : at + _WIDE] for at in range(0, len(claim.evidence), _WIDE)}
    found = sum(sketch[at : at + _WIDE] in held for at in range(0, len(sketch), _WIDE))
    return bool(sketch) and found * _WIDE / len(sketch) >= SAME


def _live(entry: LedgerEntry, claim: Claim) -> LedgerEntry:
    evidence = _sketch(claim)
    now = ("live", None, evidence, claim.name, claim.sources, None, "")
    if now == (entry.status, entry.to, entry.evidence, entry.name, entry.sources, entry.ended, entry.why):
        return entry
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


def _shared(claims: Sequence[Claim], entries: Sequence[LedgerEntry]) -> list[_Match]:
    """How much of each entry's evidence each claim holds, where it holds a part that counts or wants the entry's id."""
    if not claims or not entries:
        return []
    sketches = [_hashes(entry) for entry in entries]
    held, holder = _listed([claim.evidence for claim in claims])
    stood_on, entry_of = _listed(sketches)
    order = np.argsort(held, kind="stable")
    first, last = (np.searchsorted(held[order], stood_on, side) for side in ("left", "right"))
    times = last - first
    at = np.arange(times.sum()) + np.repeat(first - np.cumsum(times) + times, times)
    pairs = np.repeat(entry_of, times) * len(claims) + holder[order[at]]
    found: list[_Match] = []
    for pair, count in zip(*(column.tolist() for column in np.unique(pairs, return_counts=True)), strict=True):
        entry, claim = entries[pair // len(claims)], claims[pair % len(claims)].id
        share = count * _WIDE / len(sketches[pair // len(claims)])
        if share >= PART or claim == entry.id:
            found.append(_Match(claim, entry, count, share))
    return found


def _listed(hashes: Sequence[bytes]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """All hashes as numbers, and of each which of the records it belongs to."""
    numbers = np.frombuffer(b"".join(hashes), f"<u{_WIDE}")
    return numbers, np.repeat(np.arange(len(hashes)), [len(part) // _WIDE for part in hashes])


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
