"""Ranks those a pronoun or a phrase can mean by a few weighted signals of the text.

After Lappin and Leass (1994): agreement decides who is a candidate at all; nearness, grammatical function and who
speaks decide among them; for a phrase, what the text calls them. The weights are in `weights`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from generator.lexicons import roles, words
from generator.resolve.chains import Chain, Chains
from generator.resolve.descriptions import agreement
from generator.resolve.topics import opens, subjects
from generator.resolve.weights import WEIGHTS, Family

_WINDOW = 4  # sentences a pronoun looks back
_FAR = 12  # sentences a phrase does
_THING = re.compile(r"\b(?:the|an?|this|that)\s+[a-z]", re.IGNORECASE)


class Ranked(NamedTuple):
    """A candidate: how well it fits, who it is, and the mention of it that counts."""

    score: float
    chain: Chain
    mention: int


@dataclass(frozen=True, slots=True)
class Setting:
    """Where quoted words stand and which mentions speak: mention index to quotation index for each.

    `told`: mentions in words reported without quotation marks. `asked`: pronoun to the mentions of those who ask what
    it answers.
    """

    inside: Mapping[int, int]
    speaks: Mapping[int, int]
    told: Mapping[int, int] = field(default_factory=dict)
    asked: Mapping[int, frozenset[int]] = field(default_factory=dict)


def rank(chains: Chains, index: int, setting: Setting, family: Family, fits: Callable[[Chain], bool]) -> list[Ranked]:
    """Those a pronoun can mean, best first. A score above 0 is likelier right than nobody."""
    found = []
    for place, k in enumerate(candidates(chains, index, setting, fits)):
        signs = signals(chains, k, index, setting, family, place)
        score = sum(weight * signs[name] for name, weight in WEIGHTS[family].items())
        found.append(Ranked(score, chains.of[k], k))
    return sorted(found, key=lambda one: (-one.score, -one.mention))


def clear(ranked: Sequence[Ranked], least: float, lead: float) -> bool:
    """Whether the best is as likely as `least`, and so much before the next as `lead`."""
    if not ranked or ranked[0].score < least:
        return False
    return len(ranked) == 1 or ranked[0].score - ranked[1].score >= lead


def candidates(chains: Chains, index: int, setting: Setting, fits: Callable[[Chain], bool]) -> list[int]:
    """The nearest earlier mention of everybody a pronoun can mean, nearest first."""
    nearest: dict[int, int] = {}
    for k in chains.before(index, _WINDOW if chains.mentions[index].kind == "pronoun" else _FAR):
        chain = chains.of.get(k)
        if chain is not None and id(chain) not in nearest and _open_to(chains, k, index, setting) and fits(chain):
            nearest[id(chain)] = k
    return list(nearest.values())


def _open_to(chains: Chains, k: int, index: int, setting: Setting) -> bool:
    """Whether a pronoun can go back to a mention: not to the phrase it stands in, nor into words quoted elsewhere."""
    if chains.mentions[k].span.end > chains.mentions[index].span.start:
        return False
    return k not in setting.inside or setting.inside[k] == setting.inside.get(index)


def signals(chains: Chains, k: int, index: int, setting: Setting, family: Family, place: int) -> dict[str, float]:
    """What speaks for and against one candidate, by its nearest mention `k`; `place` counts candidates from there."""
    before, mention, chain = chains.mentions[k], chains.mentions[index], chains.of[k]
    distance = mention.sentence - before.sentence
    sentence = [n for n in _of_sentence(chains, before.sentence, k, index) if n not in setting.inside]
    acting = [n for n in subjects(chains, sentence) if chains.of.get(n) is chain]
    first = next((n for n in sentence if n in chains.of and chains.of[n].kind != "place"), None)
    speaks = index in setting.speaks
    voiced = any(chains.of.get(n) is chain and n in setting.speaks for n in sentence)
    quote = setting.told.get(index, setting.inside.get(index))
    reports = quote is not None and any(n == quote and chains.of.get(m) is chain for m, n in setting.speaks.items())
    begins = opens(chains, index, setting.inside)
    out = {
        "bias": 1.0,
        "same": float(distance == 0),
        "back": float(max(distance - 1, 0)),
        "place": float(min(place, 3)),
        "subject": float(bool(acting)),
        "topic": float(bool(acting) and distance == 1 and begins),
        "first": float(first is not None and chains.of[first] is chain),
        "object": float(before.function in ("object", "oblique")),
        "parallel": float(before.function == mention.function),
        "speaker": float(speaks and voiced),
        "voiced": float(voiced and not speaks),
        "reports": float(reports),
        "over": float(mention.function == "subject" and distance == 0 and bool(acting)),
        "own": float(mention.function == "possessive" and distance == 0 and bool(acting)),
        "named": float(chain.named or chain.kind == "unknown"),
        "quoted": float(index in setting.inside),
        "paragraph": float(before.block != mention.block),
        "shown": float(bool(chain.offices) or " " in chain.name),
        "last spoke": float(speaks and chain is _spoke_last(chains, index, setting)),
    }
    if family in ("role", "noun"):
        out |= agreement(chains, chain, mention, index)
        out["nearest speaks"] = float(speaks and place == 0)
        out["begins"] = float(begins)
        out["first of all"] = float(min(chain.mentions) == min(m for c in chains.all if c.named for m in c.mentions))
    elif family == "person":
        out["known"] = float(chain.sex == mention.gender)
        out["usual"] = float(chain.sex != mention.gender and chain.gender == mention.gender)
    else:
        between = chains.text[before.span.end : mention.span.start]
        after = words_after(chains, index)
        out |= {
            "things": float(min(len(_THING.findall(between)), 3)),
            "staff": float(mention.function == "possessive" and any(w in _staff() or roles.noun(w) for w in after[:4])),
            "speaks": float(speaks),
            "state": float(chain.kind == "state"),
            "plural": float(chain.plural or chain.kind == "group"),
            "begins": float(begins),
        }
    return out


@cache
def _staff() -> frozenset[str]:
    """What a body has: people and belongings."""
    return words("staff_nouns") | words("company_belongings") | words("serving_nouns")


def _spoke_last(chains: Chains, index: int, setting: Setting) -> Chain | None:
    for k in chains.before(index, _WINDOW):
        if k in setting.speaks:
            return chains.of.get(k)
    return None


def _of_sentence(chains: Chains, sentence: int, k: int, index: int) -> list[int]:
    """The mentions of a sentence that stand before another mention, in text order."""
    first = k
    while first and chains.mentions[first - 1].sentence == sentence:
        first -= 1
    last = k
    while last < index and chains.mentions[last].sentence == sentence:
        last += 1
    return list(range(first, last))


def words_after(chains: Chains, index: int) -> list[str]:
    """The next words after a mention in lower case, up to the first mark."""
    start = chains.mentions[index].span.end
    found = re.split(r"[.,;:!?()“”\"\n]", chains.text[start : start + 60], maxsplit=1)[0].split()
    return [word.strip("'’").lower() for word in found]
