"""What each record of a dossier stands on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import starmap

from generator.ledger.settle import Claim, hashed, united
from generator.model import Actor, Dossier, EventRecord, Evidence, Key, LedgerEntry, Place
from generator.remembered import NOTHING, Remembered

Roots = Mapping[str, str]

_WORD = re.compile(r"\w+")


def source_claims(files: Iterable[tuple[str, str, str]]) -> tuple[Claim, ...]:
    """The claims of sources given as (id, file, SHA-256 of the bytes): either may change, and it is the same source."""
    return tuple(Claim("source", i, "", _source(file, sha)) for i, file, sha in files)


def _source(file: str, sha256: str) -> bytes:
    return hashed((f"file:{file}", f"bytes:{sha256}"))


def roots(sources: Iterable[LedgerEntry]) -> dict[str, str]:
    """The first address of each source, by its present one. Evidence is told by it, so that a source whose address a
    person changes takes the records that stand on it along."""
    first: dict[str, LedgerEntry] = {}
    for entry in sources:
        now = entry.to if entry.status == "merged" and entry.to else entry.id
        if now not in first or (entry.since, entry.id) < (first[now].since, first[now].id):
            first[now] = entry
    return {now: entry.id for now, entry in first.items()}


def actor_claims(actors: Iterable[Actor], root: Roots) -> list[Claim]:
    """An actor stands on the spellings seen of it, each in its source."""
    claims = []
    for actor in actors:
        seen = {f"{root.get(s, s)} {alias.text.casefold()}" for alias in actor.aliases for s in alias.sources}
        sources = tuple(sorted({s for alias in actor.aliases for s in alias.sources}))
        claims.append(Claim("actor", actor.id, actor.name, hashed(seen or {actor.name}), sources))
    return claims


def quotation_claims(evidence: Sequence[Evidence], ids: Mapping[Key, str], root: Roots) -> list[Claim]:
    """A quotation stands on its words in its source."""
    claims = []
    for found in evidence:
        source, text = found.document.id, found.document.text
        for index, quotation in enumerate(found.quotations):
            words = " ".join(text[s.start : s.end] for s in quotation.spans)
            evidence_ = _hashed_words(root.get(source, source), words)
            claims.append(Claim("quotation", ids[(source, index)], "", evidence_, (source,)))
    return claims


# Every quotation and event is asked for before people's decisions and after them, a quotation for its statement too.
@lru_cache(maxsize=1 << 18)
def _hashed_words(source: str, words: str) -> bytes:
    return hashed(f"{source} {shingle}" for shingle in _shingles(words))


def file_claims(dossier: Dossier) -> list[Claim]:
    """The claims of all sources of a dossier."""
    sources = (record.source for record in dossier.sources)
    return [Claim("source", s.id, s.title, _source(s.file, s.sha256), (s.id,)) for s in sources]


def word_claims(dossier: Dossier, root: Roots, known: Remembered = NOTHING) -> list[Claim]:
    """The claims of all statements, events and quotations; `known` has the hashes of what unchanged articles say."""
    claims = []
    wording: dict[str, list[bytes]] = defaultdict(list)
    first: dict[str, str] = {}
    passages: dict[str, list[bytes]] = defaultdict(list)
    with known.table("hashes of words") as kept:
        for record in dossier.sources:
            source = root.get(record.source.id, record.source.id)
            told = [(source, quotation.text) for quotation in record.quotations]
            told += [(f"{source} {_trigger(event)}", event.text) for event in record.events]
            hashes = kept(lambda _, told=told: starmap(_hashed_words, told), (record.source.id,), told)
            for quotation, evidence in zip(record.quotations, hashes, strict=False):
                claims.append(Claim("quotation", quotation.id, "", evidence, (record.source.id,)))
                wording[quotation.statement].append(evidence)
                first.setdefault(quotation.statement, quotation.text)
            for event, evidence in zip(record.events, hashes[len(record.quotations) :], strict=True):
                passages[event.event].append(evidence)
    claims += [
        Claim("statement", s.id, _short(first.get(s.id, "")), united(wording[s.id]), s.sources)
        for s in dossier.statements
    ]
    claims += [Claim("event", e.id, e.name, united(passages[e.id]), e.sources) for e in dossier.events]
    return claims


def _trigger(event: EventRecord) -> str:
    start = event.trigger.start - event.span.start
    return event.text[max(0, start) : event.trigger.end - event.span.start].casefold()


def conflict_claims(dossier: Dossier, root: Roots) -> tuple[Claim, ...]:
    """A conflict stands on the records that disagree, under their settled ids."""
    claims = []
    for conflict in dossier.conflicts:
        places = (item for side in conflict.sides for item in side.evidence)
        stands = {f"{root.get(p.source, p.source)} {p.span.start}" if isinstance(p, Place) else p for p in places}
        claims.append(Claim("conflict", conflict.id, _short(conflict.what), hashed(stands)))
    return tuple(claims)


def _shingles(text: str, size: int = 4) -> Sequence[str]:
    """Runs of `size` words, case folded: they survive a moved border of a quotation."""
    words = _WORD.findall(text.casefold())
    if len(words) <= size:
        return [" ".join(words)]
    return [" ".join(words[i : i + size]) for i in range(len(words) - size + 1)]


def _short(text: str, limit: int = 80) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rsplit(" ", 1)[0] + "…"
