"""The flow from a folder of articles to the records, in the order in which it happens."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from generator import assemble, curate, ledger, read, records, resolve
from generator.articles import Articles, articles_of
from generator.cache import SITE, Cache, fingerprint, program
from generator.config import Places, Settings
from generator.corroborate import copies, corroborate
from generator.corroborate.ids import quotation_ids
from generator.errors import Fault, FaultsError
from generator.examine import Examiner, Progress, quiet
from generator.model import (
    Copies,
    Decision,
    Document,
    Dossier,
    Evidence,
    IssueRecord,
    Key,
    LedgerEntry,
    Resolution,
    Sidecar,
)
from generator.parallel import Both, beside
from generator.remembered import Remembered
from generator.unchanged import Extraction


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which took a quarter of a run: it goes through millions of records that all live
    to the end, again and again, to find the few kB of rings among them."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


@_uncollected()
def extract(
    places: Places,
    jobs: int | None = None,
    cached: bool = True,
    progress: Progress = quiet,
    today: str | None = None,
    scheduler: str | None = None,
) -> Extraction:
    """Read the seeds and find everything that is published of them. Writes nothing but the cache.

    `today` is the date that ends embargoes, `scheduler` the address of a Dask cluster to examine articles on. Raises
    OnrecordError where nothing can be built at all: no such folder, no such spaCy pipeline, no such cluster.
    """
    if not places.seeds.is_dir():
        right = "make the folder and put articles into it, or name another with --seeds"
        raise FaultsError([Fault(str(places.seeds), "there is no such folder", right)])
    settings, faults = records.load_settings(places.seeds)
    if any(records.may_hide(fault) for fault in faults):
        what = "nothing is built: what cannot be read may be a redaction or an embargo"
        raise FaultsError([*faults, Fault(str(places.seeds), what, "mend what is named above")])
    mask = curate.Mask.of(settings.decisions)
    kept = Cache(places.cache if cached else None, fingerprint(settings.model))
    kept.begin("extract")
    plain = replace(kept, fingerprint=SITE)
    known = records.load_ledger(places.data, plain)
    previous, spelled = ledger.without(known, mask.spells, mask) if mask else (known, ())
    articles = articles_of(places.seeds, settings, previous, today)
    examiner = Examiner(places.seeds, settings, mask, kept, jobs, scheduler).ready()
    examined = examiner.all(((path, sidecar, None) for path, sidecar in articles.given.items()), progress)
    gc.disable()  # loading spaCy turns it on, and parses make rings; with one article new it took a third of the run
    faults += articles.faults + examined.faults

    used = {*articles.used, *(mask.decisions[n] for n in examined.redactions)}
    documents = [e.document for e in examined.evidence]
    both = beside(jobs, len(documents), examined.anew)
    states = {source: key.encode() for source, key in examined.keys.items()}
    compared = Remembered(replace(kept, fingerprint=program(settings.model)), states)
    sums = records.SourceSums.of(compared.store)
    dossier, kinds, on_records = _records(settings, articles, examined.evidence, previous, both, compared, sums)
    used |= on_records

    stale = {d: curate.why_stale(d, kinds, dossier.ledger, documents) for d in settings.decisions if d not in used}
    moved = curate.redirects(dossier.ledger)
    followed = {curate.follow(d, kinds, moved): stale.get(d, "") for d in settings.decisions}
    told = curate.decision_records(followed, articles.ids, dossier)
    issues = (
        *map(_as_issue, faults),
        *curate.stale_issues(stale),
        *curate.embargo_notes(articles.held),
        *articles.issues,
        *examined.unread,
        *_notes(articles, documents),
        *(replace(issue, needs_action=False) for issue in dossier.issues),
    )
    dossier = curate.masked(replace(dossier, issues=issues, decisions=told), mask)
    there = {(entry.kind, entry.id) for entry in dossier.ledger}
    if lost := sorted({(entry.kind, entry.id) for entry in previous} - there):
        what = "the {} address {} would be lost"
        raise FaultsError([Fault(str(places.data), what.format(*entry), "report this") for entry in lost])
    files = records.dossier_files(dossier, kept, plain, both, sums)
    kept.prune()
    return Extraction(dossier, files, faults, spelled, examined.anew)


def _records(
    settings: Settings,
    articles: Articles,
    found: list[Evidence],
    previous: tuple[LedgerEntry, ...],
    both: Both,
    known: Remembered,
    sums: records.SourceSums,
) -> tuple[Dossier, dict[str, str], set[Decision]]:
    """The dossier under its published ids with people's decisions applied.

    Also the kind of every id there is, and the decisions that matched.
    What was found is let go of on the way (the list is empty afterwards): it is more than all that is made of it.
    """
    decisions, moved, root = settings.decisions, curate.redirects(previous), articles.root
    evidence, placed = curate.add_quotations(sorted(found, key=lambda e: e.document.id), decisions)
    evidence = tuple(resolve.said(e) if e.document.id in {s for s, _ in placed.values()} else e for e in evidence)
    as_read = {e.document.id: e for e in found}
    alike = known.of(e.document.id for e in evidence if e == as_read[e.document.id])
    # people first: what is joined by hand corroborates like what was joined by rule
    since = {entry.id: entry.since for entry in previous if entry.kind == "source" and entry.status == "live"}
    copied = copies(evidence, since, alike)
    asked = curate.asks_for_quotations(decisions, placed)
    ids: Mapping[Key, str]
    resolution, ids = both(
        partial(resolve.actors, evidence, copied, alike),
        partial(ledger.keep_quotation_ids, evidence, quotation_ids(evidence), previous, root) if asked else dict,
    )
    resolution, actor_entries = ledger.keep_actor_addresses(resolution, previous, root)
    before = [actor.id for actor in resolution.actors]
    resolution, moved, used = curate.decide_actors(resolution, evidence, decisions, moved)
    evidence, resolution, more = curate.decide_speakers(evidence, resolution, ids, decisions, placed, moved)
    known = known.of(e.document.id for e in evidence if e == as_read.pop(e.document.id))
    found[:] = (replace(e, shingles="") for e in evidence)  # only copies are found by them
    del evidence
    dossier = _dossier(settings, found, resolution, copied, both, known, sums)
    del resolution
    dossier = as_found = ledger.keep_addresses(dossier, actor_entries, previous, root, known)
    kinds = {**dict.fromkeys(before, "actor"), **curate.kinds_of(dossier), **dict.fromkeys(articles.ids, "source")}
    kinds |= dict.fromkeys(articles.ids.values(), "source")
    moved = {**curate.redirects(dossier.ledger), **moved}
    # what a decision takes away from here on is withdrawn in the ledger
    dossier, on_dossier = curate.decide_dossier(dossier, decisions, moved)
    dossier, on_fields = curate.decide_fields(dossier, decisions, moved)
    gone = {(kinds[id_], id_): d.signature for d in on_dossier if (id_ := moved.get(d.about[0], d.about[0])) in kinds}
    gone |= {("source", articles.ids[f]): f"withheld until {d.until}" for f, d in articles.held.items()}
    dossier = ledger.close_ledger(dossier, as_found, previous, gone, root, known)
    return dossier, kinds, {*used, *more, *on_dossier, *on_fields}


def _dossier(
    settings: Settings,
    found: list[Evidence],
    resolution: Resolution,
    copied: Sequence[Copies],
    both: Both,
    known: Remembered,
    sums: records.SourceSums,
) -> Dossier:
    compared = corroborate(found, resolution, copied, both, known)
    made_of = known.seen(dict(assemble.links(found, resolution, compared))).states
    sources = assemble.source_records(_taken(found), resolution, compared, made_of, sums.before)
    return Dossier(
        title=settings.title,
        scope=settings.scope,
        language=settings.language,
        sources=sources,
        actors=assemble.actor_records(resolution),
        statements=compared.statements,
        events=compared.events,
        conflicts=compared.conflicts,
        copies=compared.copies,
        issues=tuple(assemble.swap_notes(compared, (s.source for s in sources))),
    )


def _taken(found: list[Evidence]) -> Iterator[Evidence]:
    """What was found, in order, and out of the list: each makes room for what is made of it."""
    found.reverse()
    while found:
        yield found.pop()


def _notes(articles: Articles, documents: Iterable[Document]) -> list[IssueRecord]:
    """What was passed over or guessed, for which nothing has to be done."""
    read_with = {"dossier.yml", "decisions", *articles.listing.sidecars.values()}
    passed_over = [i for i in articles.listing.ignored if i.file not in read_with]
    return [replace(issue, needs_action=False) for issue in (*passed_over, *read.issues_of(documents))]


def _as_issue(fault: Fault) -> IssueRecord:
    return IssueRecord("setting", fault.file, fault.what, fault.right, fault.line)


def texts(places: Places) -> dict[str, str]:
    """The text of every article that can be read, as it is published: its file below the seeds folder to the text."""
    settings, _ = records.load_settings(places.seeds)
    mask = curate.Mask.of(settings.decisions)
    articles = read.list_articles(places.seeds)
    documents = (read.read_article(places.seeds, path, Sidecar(), settings.publish) for path in articles.paths)
    return {d.file: mask(d.text) for d in documents if isinstance(d, Document)}
