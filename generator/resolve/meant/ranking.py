"""Ranks those a pronoun or a phrase can mean by a few weighted signals of the text.

After Lappin and Leass (1994): agreement decides who is a candidate at all; nearness, grammatical function and who
speaks decide among them; for a phrase, what the text calls them. The weights are in `weights`.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.lexicons import names
from generator.model import Mention
from generator.resolve.chains import Chain, Chains
from generator.resolve.descriptions import Phrase, agreement
from generator.resolve.meant.body_signs import of_bodies
from generator.resolve.meant.called import OF_CALLING
from generator.resolve.meant.topics import named_by, opens, subjects
from generator.resolve.weights import WEIGHTS, Family

_WINDOW = 4  # sentences a pronoun looks back
_FAR = 12  # sentences a phrase does
_LEAD = 3  # the headline and two sentences


class Ranked(NamedTuple):
    """A candidate: how well it fits, who it is, the mention of it that counts, how well it fits by its place alone."""

    score: float
    chain: Chain
    mention: int
    placed: float


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


@dataclass(frozen=True, slots=True)
class Anaphor:
    """What is the same for all whom a pronoun or a phrase can mean.

    `phrase`: what a phrase says. `most`: how often of each kind of actor the one is mentioned that is mentioned most
    often. `begins`: it is the subject its sentence opens with. `last`: who spoke last; `first`: who is named first.
    `many`: the chains of several people before it; `named`: whom the words name that it speaks.
    """

    phrase: Phrase | None
    most: Mapping[str, int]
    begins: bool
    last: Chain | None
    first: Chain | None
    named: frozenset[int] = frozenset()
    many: frozenset[int] = frozenset()

    @classmethod
    def of(cls, chains: Chains, index: int, setting: Setting) -> "Anaphor":
        """What a mention shows."""
        nominal = chains.mentions[index].kind == "nominal"
        most: dict[str, int] = {}
        named = [chain for chain in chains.all if chain.named and chain.mentions]
        for chain in named:
            most[chain.kind] = max(most.get(chain.kind, 0), len(chain.mentions))
        first = min(named, key=lambda chain: min(chain.mentions), default=None)
        last = next((k for k in chains.before(index, _WINDOW) if k in setting.speaks), None)
        return cls(
            phrase=Phrase.of(chains, index) if nominal else None,
            most=most,
            begins=opens(chains, index, setting.inside),
            last=chains.of.get(last) if last is not None and index in setting.speaks else None,
            first=first,
            # "Berg would resign, she said" is hers
            named=named_by(chains, index, setting.speaks, {**(setting.told if nominal else {}), **setting.inside}),
            many=frozenset(
                id(chains.of[k]) for k in chains.before(index, _WINDOW) if k in chains.of and chains.of[k].plural
            ),
        )


def rank(chains: Chains, index: int, setting: Setting, family: Family, fits: Callable[[Chain], bool]) -> list[Ranked]:
    """Those a pronoun can mean, best first. A score above 0 is likelier right than nobody."""
    found: list[Ranked] = []
    places = candidates(chains, index, setting, fits)
    if not places:
        return found
    anaphor, weights = Anaphor.of(chains, index, setting), WEIGHTS[family]
    for place, k in enumerate(places):
        signs = signals(chains, k, index, setting, family, place, anaphor)
        parts = {name: weights[name] * value for name, value in signs.items() if value and name in weights}
        placed = (part for name, part in parts.items() if name not in OF_CALLING)
        found.append(Ranked(sum(parts.values()), chains.of[k], k, sum(placed)))
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
    mention = chains.mentions[index]
    if mention.kind == "nominal" or (not nearest and mention.sentence < _LEAD):
        for chain in chains.all:
            k = min(chain.mentions, default=-1)
            below = k > index and chains.mentions[k].sentence - mention.sentence <= _FAR
            apart = below and chains.mentions[k].span.start >= mention.span.end and k not in setting.inside
            if apart and chain.named and fits(chain):
                nearest[id(chain)] = k
    return list(nearest.values())


def _open_to(chains: Chains, k: int, index: int, setting: Setting) -> bool:
    """Whether a pronoun can go back to a mention: not to the phrase it stands in, nor into words quoted elsewhere."""
    if chains.mentions[k].span.end > chains.mentions[index].span.start:
        return False
    return k not in setting.inside or setting.inside[k] == setting.inside.get(index)


def signals(
    chains: Chains, k: int, index: int, setting: Setting, family: Family, place: int, anaphor: Anaphor
) -> dict[str, float]:
    """What speaks for and against one candidate, by its nearest mention `k`; `place` counts candidates from there."""
    before, mention, chain = chains.mentions[k], chains.mentions[index], chains.of[k]
    if k > index:
        below = _below(chains, k, index, chain, anaphor.most)
        if anaphor.phrase is None:
            return below | _sex(chain, mention)
        told = agreement(anaphor.phrase, chain)
        return below | told | {"below, uncalled": told["uncalled"]}
    distance = mention.sentence - before.sentence
    layer = setting.inside.get(k)
    sentence = [n for n in _of_sentence(chains, before.sentence, k, index) if setting.inside.get(n) == layer]
    acting = [n for n in subjects(chains, sentence) if chains.of.get(n) is chain]
    first = next((n for n in sentence if n in chains.of and chains.of[n].kind != "place"), None)
    speaks = index in setting.speaks
    voiced = any(chains.of.get(n) is chain and n in setting.speaks for n in sentence)
    quote = setting.told.get(index, setting.inside.get(index))
    reports = quote is not None and any(n == quote and chains.of.get(m) is chain for m, n in setting.speaks.items())
    out = {
        "bias": 1.0,
        "same": float(distance == 0),
        "back": float(max(distance - 1, 0)),
        "place": float(min(place, 3)),
        "subject": float(bool(acting)),
        "topic": float(bool(acting) and distance == 1 and anaphor.begins),
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
        "last spoke": float(chain is anaphor.last),
        "named by it": float(id(chain) in anaphor.named),
        "told of most": float(len(chain.mentions) == anaphor.most.get(chain.kind)),
    }
    if family in ("role", "noun") and anaphor.phrase is not None:
        out |= agreement(anaphor.phrase, chain)
        out["company told of most"] = out["company"] * out["told of most"]
        out["far"] = math.log2(1 + distance)
        out["nearest speaks"] = float(speaks and place == 0)
        out["begins"] = float(anaphor.begins)
        out["first of all"] = float(chain is anaphor.first)
    elif family == "person":
        out |= _sex(chain, mention) | _misread(chain, out)
    else:
        tells = reports and mention.function == "subject" and index not in setting.inside
        out |= of_bodies(chains, k, index, told=tells, rivals=bool(anaphor.many - {id(chain)}))
        out |= {"speaks": float(speaks), "begins": float(anaphor.begins)}
    return out


def _sex(chain: Chain, mention: Mention) -> dict[str, float]:
    known = chain.sex == mention.gender
    return {"known": float(known), "usual": float(not known and chain.gender == mention.gender)}


def _misread(chain: Chain, signs: Mapping[str, float]) -> dict[str, float]:
    """The signs of a name that was not taken for a person's."""
    if chain.kind == "person":
        return {}
    parts = chain.name.split()
    usual = names.usual_sex(parts[0].title()) if len(parts) > 1 else "unknown"
    return {
        "misread": 1.0,
        "misread, alone": float(len(parts) == 1),
        "misread, given name": float(usual in ("male", "female")),
        "misread, acts": float(any(signs[sign] for sign in ("subject", "speaker", "voiced"))),
        "misread, body": float(chain.kind == "organisation"),
    }


def _below(chains: Chains, k: int, index: int, chain: Chain, most: Mapping[str, int]) -> dict[str, float]:
    """The signs of somebody named only after a phrase."""
    lead = chains.mentions[index].sentence < _LEAD
    # of "Marn's government" nobody but the government is brought in
    between = (n for n in range(index + 1, k) if n in chains.of and chains.of[n].named and not _owns(chains, n))
    next_ = not _owns(chains, k) and all(chains.of[n].kind != chain.kind for n in between)
    return {
        "bias": 1.0,
        "below": 1.0,
        "below a lead": float(lead),
        "below next": float(next_),
        "below main": float(len(chain.mentions) == most.get(chain.kind)),
    }


def _owns(chains: Chains, k: int) -> bool:
    return chains.mentions[k].function == "possessive"


def _of_sentence(chains: Chains, sentence: int, k: int, index: int) -> list[int]:
    """The mentions of a sentence that stand before another mention, in text order."""
    first = k
    while first and chains.mentions[first - 1].sentence == sentence:
        first -= 1
    last = k
    while last < index and chains.mentions[last].sentence == sentence:
        last += 1
    return list(range(first, last))
