"""What one says and another says the opposite of: there was none, it never did, it was torn; conflicts without ids."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import log2

from generator.corroborate.claims.clauses import Clause
from generator.corroborate.claims.disputes import denial, in_claims
from generator.corroborate.claims.made_ready import Claim, Claims
from generator.corroborate.events.occurrences import acts_for, one_side
from generator.corroborate.ids import words_at
from generator.corroborate.stories import Stories
from generator.corroborate.wording import NAMES_LESS, likeness
from generator.model import Conflict, ConflictSide, Evidence, Key, Resolution
from generator.remembered import Remembered

# Two wordings as like as this are one utterance, told twice (see `statements`).
_SAME = 0.45
# A word that both articles have more often than this is what they are about.
_OFTEN = 6
# An answer stands at most so many sentences behind what it answers.
_BACK = 2
# A word that both articles together have so often at the most is rare; two of them are hardly chance.
_RARE = 4
# Fitted by logistic regression on the pairs of the 152 collections of `tests/gold` and of 504 real articles on one
# election campaign, in which hardly a pair is one of claim and denial; and rounded. Fitted on four fifths, in turn, 30
# of the 57 planted conflicts that share a word were found in the other fifths at -0.4, with 14 besides in collections
# and 2 in the real articles; with the weights before 28 with 24 and 18 on what they had been fitted on. What tells most
# is "many": the more two articles quote, the more pairs of theirs share a word by chance; and "rare".
WEIGHTS: Mapping[str, float] = {
    "bias": 5.4,
    "many": -1.5,
    "rare": 1.3,
    "shared": 0.4,
    "long": -0.43,
    "opposed": 1.5,
    "denied": 1.3,
    "past": 1.6,
    "behind": 1.0,
    "next": 1.0,
    "such": 0.8,
    "about": 1.0,
    "cue": -0.9,
}
ENOUGH = -0.2
# Below so many pairs of quotations, as a power of two, chance grows no smaller.
_FEW = 6.0


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
    articles = cache(lambda source: Claims.of(by_id[source], resolution, acting))

    def near(here: str, there: str) -> Iterator[tuple[float, int, int]]:
        for against, claim, found in pairs(articles(here), articles(there), acting):
            score = sum(WEIGHTS[name] * signal for name, signal in found.items())
            if score >= ENOUGH:
                yield score, against.index, claim.index

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


def pairs(
    here: Claims, there: Claims, acting: Mapping[str, frozenset[str]]
) -> Iterator[tuple[Claim, Claim, Mapping[str, float]]]:
    """The quotations of one article that may deny claims of another side in the other, and these, with what speaks for
    their being of one thing."""
    for against in here.told:
        for clause in against.clauses if against.may_deny else ():
            if clause.ahead or not (clause.negated or clause.states or against.denied):
                continue
            near = {one.index: one for word in clause.content for one in there.holding.get(word, ())}
            for claim in near.values():
                if not claim.asserts or one_side(claim.speaker, against.speaker, acting):
                    continue
                if found := signals(against, clause, claim, here, there):
                    yield against, claim, found


def signals(against: Claim, clause: Clause, claim: Claim, here: Claims, there: Claims) -> Mapping[str, float]:
    """What speaks for a clause to deny a claim, each from 0 to 2; nothing where the claim denies it too."""
    negated = clause.negated != against.denied
    told = [c for c in claim.clauses if not c.content.isdisjoint(clause.content)]
    if negated and any(c.negated for c in told):
        return {}
    told = [c for c in told if not c.ahead]
    if not told:
        return {}
    names = against.read.names | claim.read.names
    weights = {
        s: (1 - NAMES_LESS if s in names else 1) / log2(max(2, here.often[s] + there.often[s]))
        for s in sorted(against.content & claim.content)
    }

    def weight(stems: frozenset[str]) -> float:
        return sum([much for stem, much in weights.items() if stem in stems])

    nearest = max(told, key=lambda c: weight(c.content & clause.content))
    common = nearest.content & clause.content
    opposed = any((row, not first) in nearest.states for row, first in clause.states)
    if not common - names or not (negated or opposed):
        return {}
    if nearest.negated == negated and likeness(against.read, claim.read) >= _SAME:
        return {}
    denied = [s for s in clause.denied & nearest.content if here.often[s] + there.often[s] <= _OFTEN]
    one_article = here is there
    return {
        "bias": 1.0,
        "shared": min(weight(common), 2.0),
        "rare": float(sum(here.often[s] + there.often[s] <= _RARE for s in weights) > 1),
        "many": max(log2(len(here.told) * len(there.told) + 1), _FEW),
        "long": log2(max(2, len(against.content) * len(claim.content))),
        "opposed": float(opposed),
        "denied": float(bool(denied)),
        "past": float(clause.past) + nearest.past,
        "behind": float(one_article and 0 < against.sentence - claim.sentence <= _BACK),
        "next": float(one_article and against.index - claim.index == 1),
        "such": float(against.such),
        "about": float(not against.sides.isdisjoint(claim.parties)),
        "cue": float(against.denied),
    }
