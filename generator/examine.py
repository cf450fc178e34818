"""One article through every stage that needs no other article: read, redact, annotate, extract, coreference."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from generator import annotate, cluster, corroborate, curate, parallel, read, records, resolve
from generator.cache import Cache, fingerprint
from generator.config import DEFAULT_MODEL, Settings
from generator.errors import Fault, OnrecordError
from generator.examined import Examination, Examined
from generator.extract.attributes import LONGEST_SENTENCE, prose_sentences
from generator.lent import with_lent
from generator.limits import OutOfTime, within
from generator.model import Document, Evidence, IssueRecord, Sidecar, Span, YearHint
from generator.read.folder import LARGEST, shown

One = TypeVar("One")
Progress = Callable[[str, int, int], None]
# Its file, what a person gives about it, and a year that other articles lend it.
Article = tuple[str, Sidecar, YearHint | None]


def quiet(what: str, done: int, total: int) -> None:
    """The progress report of a run that reports none."""


@dataclass(frozen=True, slots=True)
class Examiner:
    """How articles are examined: where they lie, the settings, what is redacted, the cache, the processes."""

    seeds: Path
    settings: Settings
    mask: curate.Mask
    cache: Cache
    jobs: int | None = None
    scheduler: str | None = None

    def ready(self) -> "Examiner":
        """The examiner; raises OnrecordError when the spaCy pipeline is not there."""
        annotate.pipeline_exists(self.settings.model)
        return self

    def all(self, articles: Iterable[Article], progress: Progress = quiet) -> Examination:
        """What is found in each article, with the years that articles lend one another, and what they show of names."""
        waiting = tuple(articles)
        first = self._each(waiting, progress)
        hints = resolve.neighbour_years(first.evidence)
        given = {file: sidecar for file, sidecar, _ in waiting}
        again = tuple(
            (e.document.file, given[e.document.file], hints[e.document.id])
            for e in first.evidence
            if e.document.id in hints
        )
        if not again:
            return with_lent(first, self.cache, self.jobs)
        second = self._each(again, quiet)
        by_file = {e.document.file: e for e in second.evidence}
        evidence = [by_file.get(e.document.file, e) for e in first.evidence]
        both = replace(first, evidence=evidence, keys={**first.keys, **second.keys}, anew=first.anew + second.anew)
        return with_lent(both, self.cache, self.jobs)

    def _each(self, waiting: tuple[Article, ...], progress: Progress) -> Examination:
        evidence: list[Evidence] = []
        unread: list[IssueRecord] = []
        faults: tuple[Fault, ...] = ()
        redactions: frozenset[int] = frozenset()
        keys: dict[str, str] = {}
        kept = {article: one for article in waiting if (one := _kept(self, article)) is not None}
        missing = tuple(article for article in waiting if article not in kept)
        gc.freeze()  # what is kept lives to the end: while articles are examined nobody looks for rings in it
        anew = self._anew(missing)
        for done, article in enumerate(waiting, 1):
            one = kept.pop(article, None) or next(anew)
            if isinstance(one.found, Evidence):
                evidence.append(one.found)
                keys[one.found.document.id] = one.key
            else:
                unread.append(one.found)
            faults += one.faults
            redactions |= one.redactions
            progress("articles read", done, len(waiting))
        return Examination(evidence, unread, faults, redactions, keys, len(missing))

    def _anew(self, missing: tuple[Article, ...]) -> Iterator[Examined]:
        """What is found in articles that have to be examined, in their order: here, or on a cluster."""
        if self.scheduler is None or not missing:
            return parallel.each(partial(_examine, self), missing, self.jobs)
        state = partial(fingerprint, self.settings.model)
        return cluster.each(partial(_examine, self), parallel.together(missing), self.scheduler, state)

    def document(self, path: str, given: Sidecar) -> tuple[Document | IssueRecord, Sidecar, tuple[Fault, ...]]:
        """The article as read, with its front matter, before anything is redacted."""
        document = read.read_article(self.seeds, path, given, self.settings.publish)
        if isinstance(document, IssueRecord) or not path.endswith(".md"):
            return document, given, ()
        front, _, faults = records.front_matter(document.text, str(self.seeds / path))
        # with what only the front matter gives
        given = Sidecar(**{f.name: getattr(given, f.name) or getattr(front, f.name) for f in fields(Sidecar)})
        again = read.read_text(path, document.text, document.sha256, given, self.settings.publish)
        return replace(again, quality=document.quality), given, faults


def _address(how: Examiner, article: Article) -> str | None:
    """Where the cache tells what the file of an article gave, by its bytes and all that bears on reading it."""
    path, given, hint = article
    try:
        with (how.seeds / path).open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        return None
    settings = how.settings
    masked = repr([p.pattern for p in how.mask.patterns])
    parts = (path, repr(given), repr(hint), settings.publish, masked, str(settings.article_characters))
    return how.cache.key([b"file", data, *(part.encode("utf-8", "surrogateescape") for part in parts)])


def _kept(how: Examiner, article: Article) -> Examined | None:
    """What was found in the article before, without reading it again; None where it has changed."""
    address = _address(how, article)
    told = how.cache.get_whole(address) if address else None
    if told is None:
        return None
    key, *hits = told.decode().split()
    evidence = how.cache.get(key)
    found = records.decode_evidence(evidence) if evidence is not None else None
    return None if found is None else Examined(found, (), frozenset(map(int, hits)), key)


@dataclass(frozen=True, slots=True)
class _Opened:
    """An article as read and redacted, in which nothing is found yet; `key` is where the cache would tell."""

    document: Document
    key: str
    address: str | None
    faults: tuple[Fault, ...]
    redactions: frozenset[int]


def _examine(how: Examiner, articles: Sequence[Article]) -> list[Examined]:
    """What is found in each of some articles, which are parsed together; runs in any process."""
    opened = [_at_most(how, article, partial(_open, how, article)) for article in articles]
    documents = [one.document for one in opened if isinstance(one, _Opened)]
    parsed: list[Any] = [None] * len(documents)
    # what is wrong with one of them, or takes too long, will be told by it alone
    with suppress(OutOfTime, Exception), within(how.settings.article_seconds):
        parsed = annotate.parsed_together(documents, annotate.pipeline(how.settings.model))
    left = iter(parsed)
    return [
        one if isinstance(one, Examined) else _at_most(how, article, partial(_found, how, one, next(left)))
        for article, one in zip(articles, opened, strict=True)
    ]


def _at_most(how: Examiner, article: Article, work: Callable[[], One]) -> One | Examined:
    """What is made of an article, or why it costs too much."""
    seconds = how.settings.article_seconds
    try:
        with within(seconds):
            return work()
    except OutOfTime:
        right = "leave only the article's text in the file, or set article_seconds in dossier.yml"
        return _given_up(article, "too_slow", f"it took longer than {seconds} seconds", right)
    except OnrecordError:
        raise
    except Exception as error:  # one article that finds a fault of the program costs that article
        what = f"a fault of the program itself ({type(error).__name__}); all other articles are read"
        return _given_up(article, "fault", what, "please report it with the article")


def _given_up(article: Article, kind: str, what: str, right: str) -> Examined:
    return Examined(IssueRecord(kind, shown(article[0]), what, right))


def _open(how: Examiner, article: Article) -> _Opened | Examined:
    path, given, hint = article
    address = _address(how, article)
    document, given, faults = how.document(path, given)
    if isinstance(document, IssueRecord):
        return Examined(document)
    most = how.settings.article_characters
    if 0 < most < len(document.text):
        what, right = f"the article has {len(document.text):,} characters", "set article_characters in dossier.yml"
        return _given_up(article, "too_long", what, f"leave only the article's text in the file, or {right}")
    hits = how.mask.hits(document)
    document = curate.redacted(replace(document, year_hint=hint), how.mask)
    masked = repr([p.pattern for p in how.mask.patterns]) if hits else ""
    parts = (repr(hint), document.sha256, path, repr(given), how.settings.publish, masked)
    key = how.cache.key([part.encode("utf-8", "surrogateescape") for part in parts])
    opened = _Opened(document, key, None if faults else address, faults, hits)
    kept = how.cache.get(key)
    found = records.decode_evidence(kept) if kept is not None else None
    return opened if found is None else _told(how, opened, found)


def _found(how: Examiner, opened: _Opened, parsed: Any) -> Examined:
    found = evidence_of(opened.document, how.settings.model, parsed)
    how.cache.put(opened.key, records.encode_evidence(found))
    return _told(how, opened, found)


def _told(how: Examiner, opened: _Opened, found: Evidence) -> Examined:
    if opened.address:
        how.cache.put_whole(opened.address, " ".join([opened.key, *map(str, sorted(opened.redactions))]).encode())
    return Examined(found, opened.faults, opened.redactions, opened.key)


def evidence_of(document: Document, model: str = DEFAULT_MODEL, parsed: Any = None) -> Evidence:
    """All that is found in one document by itself, with the spaCy pipeline `model`; raises ModelMissingError when there
    is none of that name. `parsed` is what `annotate.parsed_together` made of it."""
    doc = annotate.annotate(document, annotate.pipeline(model), parsed)
    document = doc._.document  # with the day that its text tells
    if any(len(sentence) > LONGEST_SENTENCE for sentence in doc.sents):
        document = replace(document, quality=(*document.quality, read.ENDLESS))
    evidence = Evidence(
        document=document,
        sentences=tuple(Span(s.start_char, s.end_char) for _, _, s in prose_sentences(doc)),
        mentions=doc._.mentions,
        quotations=doc._.quotations,
        times=doc._.times,
        events=doc._.events,
        figures=doc._.figures,
    )
    return corroborate.with_shingles(resolve.said(resolve.coreference(evidence)))
