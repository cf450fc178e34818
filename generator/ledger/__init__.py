"""Permanent addresses: a record that stands on the same evidence keeps its id, whatever becomes of its name.

`claims` reads from a dossier what each record stands on, `settle` matches that with what was published before,
`conclude` tells what people's decisions make of it, and `rename` writes the settled ids through the whole dossier.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from generator.ledger.claims import (
    Roots,
    actor_claims,
    conflict_claims,
    file_claims,
    quotation_claims,
    roots,
    source_claims,
    word_claims,
)
from generator.ledger.conclude import Address, conclude, without
from generator.ledger.rename import rename
from generator.ledger.settle import Claim, Settled, settle
from generator.model import Dossier, Evidence, Key, LedgerEntry, Resolution
from generator.remembered import NOTHING, Remembered

__all__ = [
    "Claim",
    "Settled",
    "close_ledger",
    "keep_actor_addresses",
    "keep_addresses",
    "keep_quotation_ids",
    "keep_source_ids",
    "settle",
    "source_claims",
    "without",
]

Entries = tuple[LedgerEntry, ...]
_STAND_ON_WORDS = ("event", "quotation", "statement")


def keep_source_ids(
    wanted: Mapping[str, str], digests: Mapping[str, str], given: Collection[str], previous: Entries
) -> tuple[dict[str, str], Roots]:
    """The id of each article by its file: the one it was published under, should its file have been renamed or edited;
    and the first address of each source, by which what stands on it is told.

    `wanted` is the id and `digests` the SHA-256 of each file; the ids in `given` are a person's, and stay.
    """
    claims = source_claims((wanted[file], file, digests[file]) for file in sorted(digests))
    settled = settle(claims, [e for e in previous if e.kind == "source"], given)
    ids = settled.ids.get("source", {})
    return {file: ids.get(id_, id_) for file, id_ in wanted.items()}, roots(settled.entries)


def keep_actor_addresses(resolution: Resolution, previous: Entries, root: Roots) -> tuple[Resolution, Entries]:
    """The resolution with the ids its actors were published under before, so that decisions can name them, and the
    ledger of actors as the program found them."""
    settled = settle(actor_claims(resolution.actors, root), [e for e in previous if e.kind == "actor"])
    ids = settled.ids.get("actor", {})
    actors = sorted((replace(a, id=ids[a.id]) for a in resolution.actors), key=lambda a: a.id)
    actor_of = {k: ids[a] for k, a in resolution.actor_of.items()}
    return replace(resolution, actors=tuple(actors), actor_of=actor_of), settled.entries


def keep_quotation_ids(
    evidence: Sequence[Evidence], ids: Mapping[Key, str], previous: Entries, root: Roots
) -> dict[Key, str]:
    """The ids of quotations with those they were published under before."""
    claims = quotation_claims(evidence, ids, root)
    kept = settle(claims, [e for e in previous if e.kind == "quotation"]).ids.get("quotation", {})
    return {key: kept[id_] for key, id_ in ids.items()}


def keep_addresses(
    dossier: Dossier, actors: Entries, previous: Entries, root: Roots, known: Remembered = NOTHING
) -> Dossier:
    """The dossier with the ids its records were published under before, and with the ledger as the program found it.

    `actors` is the ledger of `keep_actor_addresses`; actors and sources have their ids already. `known` has what
    earlier runs found in the same articles.
    """
    files = file_claims(dossier)
    sources = settle(files, [e for e in previous if e.kind == "source"], {c.id for c in files})
    others = settle(word_claims(dossier, root, known), [e for e in previous if e.kind in _STAND_ON_WORDS])
    dossier = rename(dossier, others.ids, ())
    conflicts = settle(conflict_claims(dossier, root), [e for e in previous if e.kind == "conflict"])
    dossier = rename(dossier, conflicts.ids, ())
    return replace(dossier, ledger=(*actors, *sources.entries, *others.entries, *conflicts.entries))


def close_ledger(
    dossier: Dossier,
    found: Dossier,
    previous: Entries,
    reasons: Mapping[Address, str],
    root: Roots,
    known: Remembered = NOTHING,
) -> Dossier:
    """The dossier, after people's decisions, with the ledger as it is published. `found` is what `keep_addresses` gave:
    where no decision has changed it, its addresses of what stands on words and of conflicts are settled."""
    as_found = all(
        getattr(dossier, of) is getattr(found, of) for of in ("sources", "statements", "events", "conflicts")
    )
    claims = [*file_claims(dossier), *actor_claims(dossier.actors, root)]
    if not as_found:
        claims += (*word_claims(dossier, root, known), *conflict_claims(dossier, root))
    settled = conclude(claims, dossier.ledger, previous, reasons, {*_STAND_ON_WORDS, "conflict"} if as_found else ())
    return rename(dossier, settled.ids, settled.entries)
