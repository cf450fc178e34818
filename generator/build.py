"""The flow from a folder of articles to the records, in the order in which it happens. Only here do stages meet."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator import annotate, assemble, curate, ledger, parallel, read, records, resolve
from generator.cache import Cache, fingerprint
from generator.config import Places, Settings
from generator.corroborate import corroborate
from generator.corroborate.ids import quotation_ids
from generator.errors import Fault, FaultsError
from generator.extract.attributes import prose_sentences
from generator.model import (
    Decision,
    Document,
    Dossier,
    Evidence,
    IssueRecord,
    LedgerEntry,
    Resolution,
    Sidecar,
    Span,
    YearHint,
)

Progress = Callable[[str, int, int], None]
Article = tuple[str, Sidecar, YearHint | None]
Examine = Callable[[Article], tuple[Evidence | IssueRecord, tuple[Fault, ...]]]


def quiet(what: str, done: int, total: int) -> None:
    """The progress report of a run that reports none."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a run found: the dossier, its files below the data folder, and the faults a person has to mend."""

    dossier: Dossier
    files: Mapping[str, str]
    faults: tuple[Fault, ...]


def extract(places: Places, jobs: int | None = None, cached: bool = True, progress: Progress = quiet) -> Extraction:
    """Read the seeds and find everything that is published of them. Writes nothing but the cache.

    Raises OnrecordError where nothing can be built at all: no such folder, no such spaCy pipeline.
    """
    settings, faults = records.load_settings(places.seeds)
    previous = records.load_ledger(places.data)
    listing = read.list_articles(places.seeds)
    sidecars, more = _sidecars(places.seeds, listing)
    ids, clashes = read.article_ids(listing.paths, sidecars)
    given = {path: replace(sidecars.get(path, Sidecar()), id=ids[path]) for path in listing.paths}

    annotate.pipeline_exists(settings.model)
    cache = Cache(places.cache if cached else None, fingerprint(settings.model))
    examine = partial(_examine, places.seeds, settings, cache)
    evidence, unread, wrong = _find_all(examine, [(p, s, None) for p, s in given.items()], jobs, progress)
    hints = resolve.neighbour_years(evidence)
    again = [
        (e.document.file, given[e.document.file], hints[e.document.id]) for e in evidence if e.document.id in hints
    ]
    if again:
        dated, _, _ = _find_all(examine, again, jobs, quiet)
        by_file = {e.document.file: e for e in dated}
        evidence = [by_file.get(e.document.file, e) for e in evidence]
    passed_over = [i for i in listing.ignored if i.file not in {"dossier.yml", *listing.sidecars.values()}]
    notes = [*_notes(passed_over), *_notes(read.issues_of(e.document for e in evidence))]
    issues = [*listing.issues, *clashes, *unread, *notes]
    faults += more + wrong

    settled: Sequence[Evidence] = _with_lasting_ids(evidence, previous)
    resolution = ledger.keep_actor_addresses(resolve.actors(settled), previous)
    resolution, settled, used = _people_first(resolution, settled, settings)
    compared = corroborate(settled, resolution)
    dossier = Dossier(
        title=settings.title,
        scope=settings.scope,
        language=settings.language,
        sources=assemble.source_records(settled, resolution, compared),
        actors=resolution.actors,
        statements=compared.statements,
        events=compared.events,
        conflicts=compared.conflicts,
        copies=compared.copies,
    )
    # decisions name records by their published ids; what a decision takes away is then withdrawn in the ledger
    dossier, more_used = curate.decide_dossier(ledger.keep_addresses(dossier, previous), settings.decisions)
    dossier = ledger.keep_addresses(dossier, previous)
    stale = _stale(settings, {*used, *more_used}, places.seeds)
    dossier = replace(dossier, issues=(*map(_as_issue, faults), *stale, *issues))
    lost = sorted({entry.id for entry in previous} - {entry.id for entry in dossier.ledger})
    if lost:
        raise FaultsError([Fault(str(places.data), f"the address {id_} would be lost", "report this") for id_ in lost])
    return Extraction(dossier, records.dossier_files(dossier), faults)


def _people_first(
    resolution: Resolution, evidence: Sequence[Evidence], settings: Settings
) -> tuple[Resolution, Sequence[Evidence], set[Decision]]:
    """People's decisions on who is who and who spoke, before anything is compared."""
    resolution, on_actors = curate.decide_actors(resolution, evidence, settings.decisions)
    ids = quotation_ids(evidence)
    evidence, resolution, on_speakers = curate.decide_speakers(evidence, resolution, ids, settings.decisions)
    return resolution, evidence, {*on_actors, *on_speakers}


def _stale(settings: Settings, used: set[Decision], seeds: Path) -> list[IssueRecord]:
    """An issue for each decision that no longer matches anything."""
    right = "look up the id it names on the site, and correct or remove the decision"
    what = "decision '{}' matches nothing any more"
    file = str(seeds / "dossier.yml")
    left = (d for d in settings.decisions if d not in used)
    return [IssueRecord("decision", file, what.format(d.verb), right, d.line, needs_action=False) for d in left]


def _sidecars(seeds: Path, listing: read.Listing) -> tuple[dict[str, Sidecar], tuple[Fault, ...]]:
    """What people give about their articles, by article, and what is wrong with it."""
    given: dict[str, Sidecar] = {}
    faults: tuple[Fault, ...] = ()
    for article, sidecar in listing.sidecars.items():
        given[article], wrong = records.load_sidecar(seeds / sidecar)
        faults += wrong
    return given, faults


def _notes(issues: Iterable[IssueRecord]) -> list[IssueRecord]:
    return [replace(issue, needs_action=False) for issue in issues]


def _examine(
    seeds: Path, settings: Settings, cache: Cache, article: Article
) -> tuple[Evidence | IssueRecord, tuple[Fault, ...]]:
    """One article through every stage that needs no other article; runs in any process."""
    path, given, hint = article
    document = read.read_article(seeds, path, given, settings.publish)
    if isinstance(document, IssueRecord):
        return document, ()
    faults: tuple[Fault, ...] = ()
    if path.endswith(".md"):
        front, _, faults = records.front_matter(document.text, str(seeds / path))
        given = _over(given, front)
        quality = document.quality
        document = read.read_text(path, document.text, document.sha256, given, settings.publish)
        document = replace(document, quality=quality)
    document = replace(document, year_hint=hint)
    key = cache.key(
        [repr(hint).encode(), document.sha256.encode(), path.encode(), repr(given).encode(), settings.publish.encode()]
    )
    kept = cache.get(key)
    found = records.decode_evidence(kept) if kept is not None else None
    if found is None:
        found = _find(document, settings)
        cache.put(key, records.encode_evidence(found))
    return found, faults


def _over(sidecar: Sidecar, front: Sidecar) -> Sidecar:
    """The sidecar, with what only the front matter gives."""
    fields = (f.name for f in dataclasses.fields(Sidecar))
    return Sidecar(**{name: getattr(sidecar, name) or getattr(front, name) for name in fields})


def _find_all(
    examine: Examine, articles: Iterable[Article], jobs: int | None, progress: Progress
) -> tuple[list[Evidence], list[IssueRecord], tuple[Fault, ...]]:
    """What is found in each article, the articles that cannot be read, and what is wrong in front matter."""
    evidence: list[Evidence] = []
    unread: list[IssueRecord] = []
    faults: tuple[Fault, ...] = ()
    waiting = tuple(articles)
    for done, (found, wrong) in enumerate(parallel.each(examine, waiting, jobs), 1):
        if isinstance(found, Evidence):
            evidence.append(found)
        else:
            unread.append(found)
        faults += wrong
        progress("articles read", done, len(waiting))
    return evidence, unread, faults


def _find(document: Document, settings: Settings) -> Evidence:
    doc = annotate.annotate(document, annotate.pipeline(settings.model))
    evidence = Evidence(
        document=doc._.document,
        sentences=tuple(Span(s.start_char, s.end_char) for _, _, s in prose_sentences(doc)),
        mentions=doc._.mentions,
        quotations=doc._.quotations,
        times=doc._.times,
        events=doc._.events,
        figures=doc._.figures,
    )
    return resolve.said(resolve.coreference(evidence))


def _with_lasting_ids(evidence: Sequence[Evidence], previous: Sequence[LedgerEntry]) -> list[Evidence]:
    """Every document under the address it was published at before, should its file have been renamed."""
    claims = ledger.source_claims(e.document for e in evidence)
    ids = ledger.settle(claims, [entry for entry in previous if entry.kind == "source"]).ids.get("source", {})
    kept = (replace(e, document=replace(e.document, id=ids[e.document.id])) for e in evidence)
    return sorted(kept, key=lambda e: e.document.id)


def _as_issue(fault: Fault) -> IssueRecord:
    return IssueRecord("setting", fault.file, fault.what, fault.right, fault.line)


def texts(places: Places) -> dict[str, str]:
    """The text of every article that can be read: its file below the seeds folder to the text."""
    settings, _ = records.load_settings(places.seeds)
    articles = read.list_articles(places.seeds)
    documents = (read.read_article(places.seeds, path, Sidecar(), settings.publish) for path in articles.paths)
    return {d.file: d.text for d in documents if isinstance(d, Document)}


def own_folder(data: Path) -> None:
    """Raise FaultsError when `data` holds something that this program did not write, which writing would delete."""
    if data.is_dir() and any(data.iterdir()) and not (data / "dossier.yml").is_file():
        what = "this folder holds files that onrecord did not write"
        raise FaultsError([Fault(str(data), what, "give --data a folder of its own, or an empty one")])
