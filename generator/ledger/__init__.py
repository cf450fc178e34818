"""Permanent addresses: a record that stands on the same evidence keeps its id, whatever becomes of its name.

`claims` reads from a dossier what each record stands on, `settle` matches that with what was published before, and
`rename` writes the settled ids through the whole dossier.
"""

from generator.ledger.claims import claims_of, source_claims
from generator.ledger.rename import rename
from generator.ledger.settle import Claim, Settled, settle
from generator.model import Dossier, LedgerEntry

__all__ = ["Claim", "Settled", "keep_addresses", "settle", "source_claims"]


def keep_addresses(dossier: Dossier, previous: tuple[LedgerEntry, ...]) -> Dossier:
    """The dossier with the ids its records were published under before, and with the ledger brought up to date."""
    settled = settle(claims_of(dossier), previous)
    return rename(dossier, settled.ids, settled.entries)
