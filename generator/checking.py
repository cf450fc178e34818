"""What the checks look at, gathered; and the checks run, on the data and on what is built."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import build as flow
from generator import curate, ledger, read, records
from generator.checks import CHECKS, Check, Published, Secrets
from generator.config import Places
from generator.errors import Fault, FaultsError
from generator.examine import Progress, quiet
from generator.model import Document, Dossier, Sidecar
from generator.revisions import at_revision

# A shorter stretch may stand in any article; a sentence of news has 110 characters in the median of seeds/.
TELLING = 40
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Checked:
    """A check with what it found."""

    check: Check
    faults: tuple[Fault, ...]


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


def run(state: Published, of: Sequence[str]) -> Iterator[Checked]:
    """Each of the checks on these things, in order, with what it found."""
    for check in CHECKS:
        if check.of in of:
            yield Checked(check, tuple(check.faults(state)))


def run_on_site(places: Places, found: Secrets, site: Path, last: Path, carried: Collection[str]) -> Iterator[Checked]:
    """The checks on a site that is built and not in its place yet; `found` are its secrets."""
    nothing = Dossier("", "", "en")
    state = Published(nothing, {}, {}, places.data, site=site, secrets=found, last=last, carried=carried)
    yield from run(state, ("site",))


def secrets(places: Places, today: str | None = None) -> Secrets:
    """What nobody may read, by people's decisions."""
    if not places.seeds.is_dir():
        return Secrets()
    settings, _ = records.load_settings(places.seeds)
    mask = curate.Mask.of(settings.decisions)
    if not any(d.verb == "embargo" for d in settings.decisions):
        return Secrets(mask.patterns)
    articles = flow.articles_of(places.seeds, settings, records.load_ledger(places.data), today)
    documents = (read.read_article(places.seeds, path, Sidecar()) for path in articles.listing.paths)
    found = {d.file: d for d in documents if isinstance(d, Document)}
    elsewhere = " ".join(_flat(d.text) for file, d in found.items() if file not in articles.held)
    passages = {p for file in articles.held if file in found for p in _passages(found[file])}
    return Secrets(mask.patterns, tuple(sorted(p for p in passages if p not in elsewhere)))


def _passages(document: Document) -> Iterator[str]:
    """The sentences and lines of an article by which one would know it."""
    yield from (flat for piece in _SENTENCE.split(document.text) if len(flat := _flat(piece)) >= TELLING)
    yield document.sha256


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()


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
