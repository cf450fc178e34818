"""What each record of a dossier stands on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.ledger.settle import Claim
from generator.model import Actor, Document, Dossier

_WORD = re.compile(r"\w+")


def source_claims(documents: Iterable[Document]) -> tuple[Claim, ...]:
    """A source stands on its file's name and on its bytes: either may change, and it is the same source."""
    return tuple(Claim("source", d.id, d.title, frozenset({f"file:{d.file}", f"bytes:{d.sha256}"})) for d in documents)


def actor_claims(actors: Iterable[Actor]) -> list[Claim]:
    """An actor stands on the spellings seen of it, each in its source."""
    claims = []
    for actor in actors:
        seen = {f"{source} {alias.text.casefold()}" for alias in actor.aliases for source in alias.sources}
        claims.append(Claim("actor", actor.id, actor.name, frozenset(seen or {actor.name})))
    return claims


def claims_of(dossier: Dossier) -> tuple[Claim, ...]:
    """The claims of all sources, actors, statements and events."""
    sources = (record.source for record in dossier.sources)
    claims = [Claim("source", s.id, s.title, frozenset({f"file:{s.file}", f"bytes:{s.sha256}"})) for s in sources]
    claims += actor_claims(dossier.actors)
    wording: dict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}
    for record in dossier.sources:
        for quotation in record.quotations:
            wording[quotation.statement].update(f"{record.source.id} {s}" for s in _shingles(quotation.text))
            first.setdefault(quotation.statement, quotation.text)
    claims += [
        Claim("statement", s.id, _short(first.get(s.id, "")), frozenset(wording[s.id])) for s in dossier.statements
    ]
    passages: dict[str, set[str]] = defaultdict(set)
    for record in dossier.sources:
        for event in record.events:
            start = event.trigger.start - event.span.start
            trigger = event.text[max(0, start) : event.trigger.end - event.span.start].casefold()
            key = f"{record.source.id} {trigger}"
            passages[event.event].update(f"{key} {s}" for s in _shingles(event.text))
    claims += [Claim("event", e.id, e.name, frozenset(passages[e.id])) for e in dossier.events]
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
