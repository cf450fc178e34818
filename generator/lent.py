"""The articles in which others show of a name what it does not, resolved once more with that."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from generator import parallel, records, resolve
from generator.cache import Cache
from generator.examined import Examination, Examined
from generator.model import Evidence, Lent
from generator.remembered import Remembered

Borrower = tuple[Examined, tuple[Lent, ...]]


def with_lent(found: Examination, cache: Cache, jobs: int | None) -> Examination:
    """What was found in all articles, with what they lend one another."""
    known = Remembered(cache, {source: key.encode() for source, key in found.keys.items()})
    lent = resolve.lent(found.evidence, known)
    keys = {
        source: cache.key([b"lent", found.keys[source].encode(), repr(told).encode("utf-8", "surrogatepass")])
        for source, told in lent.items()
    }
    again = {source: one for source, key in keys.items() if (one := _kept(cache, key)) is not None}
    waiting = [
        (Examined(e, key=keys[e.document.id]), lent[e.document.id])
        for e in found.evidence
        if e.document.id in lent and e.document.id not in again
    ]
    anew = parallel.each(partial(_borrowing, cache), waiting, jobs)
    again |= {one.found.document.id: one.found for one in anew if isinstance(one.found, Evidence)}
    evidence = [again.get(e.document.id, e) for e in found.evidence]
    return replace(found, evidence=evidence, keys={**found.keys, **keys})


def borrowed(evidence: Evidence, lent: Sequence[Lent]) -> Evidence:
    """What is found in an article with what others lend it."""
    return resolve.said(resolve.coreference(evidence, lent))


def _borrowing(cache: Cache, some: Sequence[Borrower]) -> list[Examined]:
    """What is found in some articles with what others lend them; runs in any process."""
    out = []
    for one, lent in some:
        if isinstance(one.found, Evidence):
            found = borrowed(one.found, lent)
            cache.put(one.key, records.encode_evidence(found))
            out.append(replace(one, found=found))
    return out


def _kept(cache: Cache, key: str) -> Evidence | None:
    kept = cache.get(key)
    return records.decode_evidence(kept) if kept is not None else None
