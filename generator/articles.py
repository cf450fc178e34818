"""What there is to read: the articles of a folder, their addresses, what people give and decided about each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from generator import curate, ledger, read, records
from generator.config import Settings
from generator.errors import Fault
from generator.model import Decision, IssueRecord, LedgerEntry, Sidecar


@dataclass(frozen=True, slots=True)
class Articles:
    """What there is to read: `given` by file, with what people say about each; `held` are under an embargo.

    `ids` are the ids of all of them, by file, and `root` the first address of each; `used` the decisions on articles
    that name one.
    """

    listing: read.Listing
    ids: Mapping[str, str]
    root: Mapping[str, str]
    given: Mapping[str, Sidecar]
    held: Mapping[str, Decision]
    used: tuple[Decision, ...]
    issues: tuple[IssueRecord, ...]
    faults: tuple[Fault, ...]


def articles_of(seeds: Path, settings: Settings, previous: Sequence[LedgerEntry], today: str | None = None) -> Articles:
    """The articles of a folder under the addresses they were published at before, with what people decided on them."""
    listing = read.list_articles(seeds)
    sidecars, faults = _sidecars(seeds, listing)
    wanted, clashes = read.article_ids(listing.paths, sidecars)
    by_hand = {wanted[path] for path, sidecar in sidecars.items() if sidecar.id}
    ids, root = ledger.keep_source_ids(wanted, _digests(seeds, listing.paths), by_hand, tuple(previous))
    held = curate.withheld(settings.decisions, ids, today or settings.today)
    corrected, used = curate.corrected(settings.decisions, ids)
    given = {
        path: replace(sidecars.get(path, Sidecar()), id=ids[path], **corrected.get(path, {}))  # type: ignore[arg-type]
        for path in listing.paths
        if path not in held
    }
    issues = tuple(i for i in (*listing.issues, *clashes) if i.file not in held)
    return Articles(listing, ids, root, given, held, used, issues, faults)


def _sidecars(seeds: Path, listing: read.Listing) -> tuple[dict[str, Sidecar], tuple[Fault, ...]]:
    """What people give about their articles, by article, and what is wrong with it."""
    given: dict[str, Sidecar] = {}
    faults: tuple[Fault, ...] = ()
    for article, sidecar in listing.sidecars.items():
        given[article], wrong = records.load_sidecar(seeds / sidecar)
        faults += wrong
    return given, faults


def _digests(seeds: Path, paths: Sequence[str]) -> dict[str, str]:
    """The SHA-256 of each file that can be read."""
    digests: dict[str, str] = {}
    for path in paths:
        try:
            digests[path] = sha256((seeds / path).read_bytes()).hexdigest()
        except OSError:
            continue  # reported where it is read
    return digests
