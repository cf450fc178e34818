"""Permanent addresses: a record that stands on the same evidence keeps its id, whatever becomes of its name.

`claims` reads from a dossier what each record stands on, `settle` matches that with what was published before, and
`rename` writes the settled ids through the whole dossier.
"""

from dataclasses import replace

from generator.ledger.claims import actor_claims, claims_of, source_claims
from generator.ledger.rename import rename
from generator.ledger.settle import Claim, Settled, settle
from generator.model import Dossier, LedgerEntry, Resolution

__all__ = ["Claim", "Settled", "keep_actor_addresses", "keep_addresses", "settle", "source_claims"]


def keep_actor_addresses(resolution: Resolution, previous: tuple[LedgerEntry, ...]) -> Resolution:
    """The resolution with the ids its actors were published under before, so that decisions can name them."""
    ids = settle(actor_claims(resolution.actors), [e for e in previous if e.kind == "actor"]).ids.get("actor", {})
    actors = sorted((replace(a, id=ids[a.id]) for a in resolution.actors), key=lambda a: a.id)
    return replace(resolution, actors=tuple(actors), actor_of={k: ids[a] for k, a in resolution.actor_of.items()})


def keep_addresses(dossier: Dossier, previous: tuple[LedgerEntry, ...]) -> Dossier:
    """The dossier with the ids its records were published under before, and with the ledger brought up to date."""
    settled = settle(claims_of(dossier), previous)
    return rename(dossier, settled.ids, settled.entries)
