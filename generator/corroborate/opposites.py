"""What one says and another says the opposite of: there was none, it never did, it was torn; conflicts without ids."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log2

from generator.corroborate.clauses import Clause, clauses_of
from generator.corroborate.disputes import NOT_TOLD, denial, denies, in_claims
from generator.corroborate.ids import words_at
from generator.corroborate.occurrences import acts_for, one_side
from generator.corroborate.stories import Stories
from generator.corroborate.wording import NAMES_LESS, Wording, counted, likeness, wording
from generator.model import Conflict, ConflictSide, Evidence, Key, Resolution
from generator.remembered import Remembered

# Two wordings as like as this are one utterance, told twice (see `statements`).
_SAME = 0.45
# A word that the denial's article has more often than this is what it is about.
_TOPIC = 3
# Fitted by logistic regression on the pairs of the 127 collections of `tests/gold`, and rounded. Fitted on four fifths
# of them, in turn, 15 of the 25 planted claims that share a word were found in the other fifths at -0.5, with 4
# besides; at -1 they were 19 with 13.
WEIGHTS: Mapping[str, float] = {
    "bias": -5.7,
    "shared": 1.6,
    "beside": 1.5,
    "mark": 1.1,
    "past": 0.6,
    "direct": 0.8,
    "known": 0.8,
}
ENOUGH = -0.7


@dataclass(frozen=True, slots=True)
class _Told:
    """A quotation in clauses, with the stems of all of them and its names."""

    index: int
    read: Wording
    speaker: str
    known: bool
    direct: bool
    clauses: tuple[Clause, ...]
    content: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Article:
    """The quotations of an article, and where each stem stands; how often its text has it."""

    told: tuple[_Told, ...]
    holding: Mapping[str, Sequence[_Told]]
    often: Mapping[str, int]

    @classmethod
    def of(cls, e: Evidence, resolution: Resolution) -> "_Article":
        told = tuple(_told(e, resolution))
        holding: dict[str, list[_Told]] = defaultdict(list)
        for one in told:
            for word in one.content:
                holding[word].append(one)
        return cls(told, holding, counted(e.document.text))


def opposites(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    ids: Mapping[Key, str],
    statement_of: Mapping[str, str],
    told: Stories,
    found: Sequence[Conflict],
    known: Remembered,
) -> Iterator[Conflict]:
    """Each denial of a thing with the plainest claim of it by another side in the same article or one of its story.

    A denial that stands in a claim or denial already `found` is left out. Denials of one statement are one conflict.
    """
    by_id = {e.document.id: e for e in evidence}
    acting = acts_for(resolution.actors)
    articles = cache(lambda source: _Article.of(by_id[source], resolution))

    def near(here: str, there: str) -> Iterator[tuple[float, int, int]]:
        return _candidates(articles(here), articles(there), acting)

    with known.table("opposites") as before:
        scored = [
            (score, (here, against), (there, claim))
            for here in by_id
            for there in (here, *told.beside.get(here, ()))
            for score, against, claim in before(near, (here, there))
        ]
    answered = in_claims(found)
    done: set[str] = set()
    for _, against, claim in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        denying, claiming = (statement_of.get(ids[key], ids[key]) for key in (against, claim))
        if denying != claiming and denying not in done and ids[against] not in answered:
            done |= {denying, claiming}
            for_it, denied = (ConflictSide(_text(by_id[key[0]], key[1]), (ids[key],)) for key in (claim, against))
            yield denial(for_it, denied)


def _text(e: Evidence, index: int) -> str:
    return words_at(e.document.text, e.quotations[index].spans)


def _candidates(
    here: _Article, there: _Article, acting: Mapping[str, frozenset[str]]
) -> Iterator[tuple[float, int, int]]:
    """The quotations of one article that may deny claims of another side in the other, and these, with how much speaks
    for their being of one thing, where that is enough."""
    for against in here.told:
        for clause in against.clauses:
            if clause.ahead or not (clause.flat or clause.states):
                continue
            near = {one.index: one for word in clause.content for one in there.holding.get(word, ())}
            for claim in near.values():
                if one_side(claim.speaker, against.speaker, acting):
                    continue
                found = signals(against, clause, claim, here.often, there.often)
                score = sum(WEIGHTS[name] * signal for name, signal in found.items())
                if found and score >= ENOUGH:
                    yield score, against.index, claim.index


def signals(
    against: _Told, clause: Clause, claim: _Told, here: Mapping[str, int], there: Mapping[str, int]
) -> Mapping[str, float]:
    """What speaks for a clause to deny a claim, each from 0 to 2; nothing where the claim denies it too."""
    told = [c for c in claim.clauses if not c.content.isdisjoint(clause.content)]
    if clause.negated and any(c.negated for c in told):
        return {}
    told = [c for c in told if not c.ahead]
    if not told:
        return {}
    names = against.read.names | claim.read.names
    weights = {
        s: (1 - NAMES_LESS if s in names else 1) / log2(max(2, here[s] + there[s]))
        for s in sorted(against.content & claim.content)
    }

    def weight(stems: frozenset[str]) -> float:
        return sum([much for stem, much in weights.items() if stem in stems])

    nearest = max(told, key=lambda c: weight(c.content & clause.content)) if len(told) > 1 else told[0]
    common = nearest.content & clause.content
    opposed = any((row, not first) in nearest.states for row, first in clause.states)
    if not common - names or not (clause.flat or opposed):
        return {}
    if nearest.negated == clause.negated and likeness(against.read, claim.read) >= _SAME:
        return {}
    outright = (c for c in claim.clauses if not (c.ahead or (c.negated and clause.negated)))
    affirmed = frozenset[str]().union(*(c.content for c in outright))
    rare = len(clause.ruled_out) > 1 or min((here[s] for s in clause.ruled_out), default=0) <= _TOPIC
    marked = opposed or (bool(clause.ruled_out) and rare and clause.ruled_out <= affirmed)
    return {
        "bias": 1.0,
        "shared": min(weight(common), 2.0),
        "beside": min(weight(against.content & claim.content - common), 1.5),
        "mark": float(marked),
        "past": float(clause.past) + nearest.past,
        "direct": float(against.direct) + claim.direct,
        "known": float(against.known) + claim.known,
    }


def _told(e: Evidence, resolution: Resolution) -> Iterator[_Told]:
    inner: dict[int, int] = defaultdict(int)
    for quotation in e.quotations:
        inner[quotation.spans[-1].end] = max(inner[quotation.spans[-1].end], quotation.spans[0].start)
    for index, quotation in enumerate(e.quotations):
        outer = quotation.spans[0].start < inner[quotation.spans[-1].end]  # in court: "There was no bag."
        if outer or NOT_TOLD & set(quotation.flags) or denies(e, quotation):
            continue
        text = _text(e, index)
        actor = resolution.actor(e.document.id, quotation.entity)
        clauses = clauses_of(text)
        yield _Told(
            index,
            wording(text),
            actor or f"{e.document.id} {quotation.entity}",
            actor is not None,
            quotation.kind == "direct",
            clauses,
            frozenset[str]().union(*(clause.content for clause in clauses)),
        )
