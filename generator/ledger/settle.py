"""Matches today's records with the addresses published before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Claim:
    """A record that wants an address: its kind, the id it would like, its name, and all the evidence it stands on."""

    kind: str
    id: str
    name: str
    evidence: frozenset[str]


@dataclass(frozen=True, slots=True)
class Settled:
    """`ids`: by kind, the id wanted to the id given. `entries`: the whole ledger, sorted by kind and id."""

    ids: Mapping[str, Mapping[str, str]]
    entries: tuple[LedgerEntry, ...]


def digest(text: str) -> str:
    """Eight hex digits that stand for a piece of evidence."""
    return blake2b(text.encode("utf-8"), digest_size=4).hexdigest()


def settle(claims: Sequence[Claim], previous: Sequence[LedgerEntry]) -> Settled:
    """Give every claim its id and bring the ledger up to date; claims of a kind must want different ids.

    A claim takes the id of the earlier entry with which it shares most evidence. An entry whose evidence another
    claim took over is merged into it; one whose evidence is gone is withdrawn, and comes back with its evidence.
    """
    edition = max((entry.since for entry in previous), default=0) + 1
    ids: dict[str, dict[str, str]] = {}
    entries: list[LedgerEntry] = []
    for kind in sorted({c.kind for c in claims} | {e.kind for e in previous}):
        given, settled = _settle_kind(
            [c for c in claims if c.kind == kind], [e for e in previous if e.kind == kind], edition
        )
        ids[kind] = given
        entries.extend(settled)
    return Settled(ids, tuple(entries))


def _settle_kind(
    claims: list[Claim], previous: list[LedgerEntry], edition: int
) -> tuple[dict[str, str], list[LedgerEntry]]:
    hashed = {claim.id: frozenset(map(digest, claim.evidence)) for claim in claims}
    by_id = {claim.id: claim for claim in claims}
    shared = _shared(hashed, [e for e in previous if e.status != "merged"])
    given: dict[str, str] = {}
    kept: dict[str, LedgerEntry] = {}
    # best match first: the share of the entry's evidence, then the id it wants anyway, then the amount of evidence
    ranked = sorted(
        shared, key=lambda s: (-s.share, -s.count, s.claim != s.entry.id, s.entry.since, s.entry.id, s.claim)
    )
    for match in ranked:
        if match.claim in given or match.entry.id in kept:
            continue
        given[match.claim] = match.entry.id
        kept[match.entry.id] = replace(
            match.entry, status="live", to=None, name=by_id[match.claim].name, evidence=_sketch(hashed[match.claim])
        )
    for match in ranked:
        if match.entry.id not in kept:
            kept[match.entry.id] = replace(match.entry, status="merged", to=given[match.claim])
    taken = {entry.id for entry in previous}
    for claim in sorted(claims, key=lambda c: c.id):
        if claim.id not in given:
            given[claim.id] = _free(claim.id, taken)
            taken.add(given[claim.id])
            kept[given[claim.id]] = LedgerEntry(
                given[claim.id], claim.kind, edition, "live", None, _sketch(hashed[claim.id]), claim.name
            )
    for entry in previous:
        if entry.id not in kept:
            kept[entry.id] = _end(entry, kept) if entry.status == "merged" else replace(entry, status="withdrawn")
    return given, sorted(kept.values(), key=lambda e: e.id)


@dataclass(frozen=True, slots=True)
class _Match:
    claim: str
    entry: LedgerEntry
    count: int
    share: float


def _shared(hashed: Mapping[str, frozenset[str]], entries: Iterable[LedgerEntry]) -> list[_Match]:
    holders: dict[str, list[str]] = defaultdict(list)
    for claim, hashes in hashed.items():
        for item in hashes:
            holders[item].append(claim)
    found: list[_Match] = []
    for entry in entries:
        counts: dict[str, int] = defaultdict(int)
        for item in entry.evidence:
            for claim in holders.get(item, ()):
                counts[claim] += 1
        found.extend(_Match(claim, entry, n, n / len(entry.evidence)) for claim, n in counts.items())
    return [match for match in found if match.share >= SAME]


def _sketch(hashes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(hashes)[:SKETCH])


def _free(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    return next(name for n in range(2, len(taken) + 3) if (name := f"{wanted}-{n}") not in taken)


def _end(entry: LedgerEntry, kept: Mapping[str, LedgerEntry]) -> LedgerEntry:
    """A merged entry pointing at the end of the chain, so that a redirect is one step."""
    target = entry.to
    seen = {entry.id}
    while target is not None and target in kept and kept[target].status == "merged" and target not in seen:
        seen.add(target)
        target = kept[target].to
    return replace(entry, to=target)
