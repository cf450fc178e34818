"""What the checks look at on what is about to be published, gathered."""

from dataclasses import replace
from pathlib import Path

from generator import build as flow
from generator import curate, ledger, records
from generator.checks import Published
from generator.config import Places
from generator.errors import FaultsError
from generator.examine import Progress, quiet
from generator.revisions import at_revision
from generator.secrecy import secrets


def state_of(
    places: Places,
    site: Path | None = None,
    jobs: int | None = None,
    today: str | None = None,
    progress: Progress = quiet,
) -> Published:
    """Everything that is about to be published, and what a fresh extraction would give."""
    dossier = records.load_dossier(places.data)
    fresh = flow.extract(places, jobs, True, progress, today)
    return Published(
        dossier=replace(dossier, issues=fresh.dossier.issues),
        texts=flow.texts(places),
        fresh=fresh.files,
        data=places.data,
        published=_published(places),
        site=site,
        secrets=secrets(places, today),
    )


def _published(places: Places) -> frozenset[tuple[str, str]]:
    """The addresses of the last commit, but for those that spell what is redacted; none outside a repository.

    A ledger without a single source of the last commit's is that of another dossier, begun anew in the same place.
    """
    try:
        with at_revision(places.data, "HEAD") as data:
            entries = records.load_ledger(data)
    except FaultsError:
        return frozenset()
    now = {e.id for e in records.load_ledger(places.data) if e.kind == "source"}
    if not now & {e.id for e in entries if e.kind == "source"}:
        return frozenset()
    mask = curate.Mask.of(records.load_settings(places.seeds)[0].decisions)
    kept, _ = ledger.without(entries, mask.spells, mask)
    return frozenset((e.kind, e.id) for e in kept)
