"""Which people, bodies and groups without a name are one in several articles on an affair: "the navy", "two surveyors".

Every two that are called by the same noun, or stand at the same place of a copy and its original, get a score of
weighted signs; the likeliest are joined first, and two of one article never are.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.lexicons import names, roles, table, words
from generator.model.links import Key
from generator.resolve.found import Found
from generator.resolve.weights import WEIGHTS

_EXACT = 10**6
_OPEN = 0.9  # the mean score of those who are joined at least
_MOST = 20  # articles of an affair that have somebody so called; what more have is nobody in particular
_OWNERS = frozenset({"his", "her", "its", "their", "my", "our"})
_POINTING = frozenset({"the", "this", "these", "that", "those", "both"})
_WORD = re.compile(r"\d[\d.,]*|[^\W\d_][\w-]*")


@dataclass(frozen=True, slots=True)
class Called:
    """What an article calls somebody without a name: nouns in the singular, other words, those of them with a capital,
    how many they are; whether there are several, and "the" or an owner stands before."""

    one: Found
    heads: frozenset[str]
    words: frozenset[str]
    proper: frozenset[str]
    counts: frozenset[str]
    plural: bool
    definite: bool
    owned: bool

    @property
    def anybody(self) -> bool:
        """Whether others may be called so as well: "analysts", "two officials"."""
        told = self.definite or self.owned or self.words
        return not told and not self.heads.isdisjoint(_anybody())


def join_nameless(
    found: Sequence[Found], beside: Mapping[str, frozenset[str]], aligned: Mapping[Key, Key]
) -> list[list[Found]]:
    """Those of several articles that are one. `beside`: the articles on the affair of each; `aligned`: who in a copy
    stands where the original has whom."""
    called = {
        c.one.key: c for c in map(_called, found) if c.heads and c.one.kind in ("person", "organisation", "group")
    }
    by_head: dict[str, dict[str, list[Key]]] = defaultdict(lambda: defaultdict(list))
    for key, one in called.items():
        for head in sorted(one.heads):
            by_head[head][key[0]].append(key)
    pairs: dict[tuple[Key, Key], float] = {}
    for here, there in _pairs(by_head, beside, aligned):
        if (here, there) not in pairs and here in called and there in called:
            one, other = called[here], called[there]
            rivals = sum(len(by_head[noun][key[0]]) - 1 for noun in one.heads & other.heads for key in (here, there))
            in_place = aligned.get(here) == there or aligned.get(there) == here
            told = signs(one, other, rivals, in_place)
            pairs[here, there] = sum(weight * told[name] for name, weight in WEIGHTS["nameless"].items())
    groups = ([called[key] for key in group] for group in _joined(pairs))
    return [[c.one for c in group] for group in groups if _worth_telling(group, aligned)]


def _worth_telling(group: Sequence[Called], aligned: Mapping[Key, Key]) -> bool:
    """Whether they are somebody on record that several articles know, or a group they all tell of: not "a woman" or
    "officials in Athens" of each of them, nor "the museum" that nobody hears."""
    keys = {c.one.key for c in group}
    known = [c for c in group if c.definite or c.owned]
    apart = sum(aligned.get(c.one.key) not in keys for c in group)
    on_record = any(c.one.speaks for c in group) or all(c.one.kind == "group" for c in group)
    return bool(known) and apart > 1 and on_record


def _pairs(
    by_head: Mapping[str, Mapping[str, Sequence[Key]]],
    beside: Mapping[str, frozenset[str]],
    aligned: Mapping[Key, Key],
) -> Iterator[tuple[Key, Key]]:
    for _, by_source in sorted(by_head.items()):
        for source, keys in sorted(by_source.items()):
            others = [other for other in sorted(beside.get(source, ())) if other > source and other in by_source]
            for other in others if len(others) <= _MOST else ():
                yield from ((here, there) for here in keys for there in by_source[other])
    yield from ((min(pair), max(pair)) for pair in sorted(aligned.items()))


def _joined(pairs: Mapping[tuple[Key, Key], float]) -> list[list[Key]]:
    """Groups in which no article comes twice, and whose pairs score well in the mean; the likeliest first."""
    group_of = {key: [key] for pair in pairs for key in pair}
    # the scores of all pairs across two groups, by a member of each, in numbers that add up exactly
    across: dict[Key, dict[Key, int]] = defaultdict(dict)
    for (here, there), score in pairs.items():
        across[here][there] = across[there][here] = round(score * _EXACT)
    leader = {key: key for key in group_of}
    sources = {key: {key[0]} for key in group_of}
    for (here, there), score in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if score < _OPEN:
            break
        one, other = leader[here], leader[there]
        if one == other or not sources[one].isdisjoint(sources[other]):
            continue
        if across[one][other] < _OPEN * _EXACT * len(group_of[one]) * len(group_of[other]):
            continue
        if len(across[one]) < len(across[other]):
            one, other = other, one
        for third, much in across.pop(other).items():
            del across[third][other]
            if third != one:
                across[one][third] = across[third][one] = across[one].get(third, 0) + much
        leader.update(dict.fromkeys(group_of[other], one))
        group_of[one] += group_of.pop(other)
        sources[one] |= sources.pop(other)
    return sorted(sorted(group) for group in group_of.values() if len(group) > 1)


def _called(one: Found) -> Called:
    phrases = [m for m in one.mentions if m.kind == "nominal"]
    heads = frozenset(singular(names.fold(m.head)) for m in phrases)
    first = {m.text.split()[0].lower() for m in phrases}
    said: set[str] = set()
    counts: set[str] = set()
    for mention in phrases:
        for word in _WORD.findall(mention.text):
            number = word if word[0].isdigit() else table("number_words").get(word.lower())
            if number:
                counts.add(number.replace(",", ""))
            elif names.fold(word) not in _small():
                said.add(singular(word))
    rest = {word for word in said if names.fold(word) not in heads}
    return Called(
        one,
        heads,
        frozenset(map(names.fold, rest)),
        frozenset(word for word in rest if word[:1].isupper()),
        frozenset(counts),
        any(m.number == "plural" for m in phrases),
        bool(first & _POINTING),
        bool(first & _OWNERS),
    )


def signs(one: Called, other: Called, rivals: int, aligned: bool) -> dict[str, float]:
    """What speaks for and against two being one."""
    shared = one.heads & other.heads
    kinds = {one.one.kind, other.one.kind}
    sexes = {one.one.gender, other.one.gender} & {"female", "male"}
    return {
        "bias": 1.0,
        "aligned": float(aligned),
        "words": float(min(len(one.words & other.words), 2)),
        "clash": float(bool(one.words - other.words and other.words - one.words)),
        "names clash": float(bool(one.proper - other.proper and other.proper - one.proper)),
        "counts": float(bool(one.counts & other.counts)),
        "counts clash": float(bool(one.counts and other.counts and not one.counts & other.counts)),
        "number": float(one.plural != other.plural),
        "sexes": float(len(sexes) > 1),
        "definite": float(one.definite and other.definite),
        "indefinite": float(not one.definite and not other.definite),
        "owned": float(one.owned or other.owned),
        "rivals": float(min(rivals, 3)),
        "speak": float(one.one.speaks and other.one.speaks),
        "one kind": float(len(kinds) == 1),
        "groups": float(kinds == {"group"}),
        "person": float("person" in kinds),
        "party": float(not shared.isdisjoint(_parties())),
        "anybody": float(one.anybody or other.anybody),
        "common": float(not shared.isdisjoint(_common())),
        "relational": float(not shared.isdisjoint(words("relational_nouns"))),
    }


@cache
def singular(word: str) -> str:
    """A noun in the singular, as far as its form shows it."""
    known = roles.noun(word)
    if known is not None:
        return known.singular
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3 else word


@cache
def _anybody() -> frozenset[str]:
    """Those of whom every article has its own."""
    return frozenset(singular(noun) for noun in words("speaking_people") if roles.noun(noun)) - _parties()


@cache
def _parties() -> frozenset[str]:
    return frozenset(map(singular, words("parties")))


@cache
def _common() -> frozenset[str]:
    return words("bodies_of_many") - words("state_bodies")


@cache
def _small() -> frozenset[str]:
    return words("function_words") | {"the", "a", "an", "s", "about", "some", "nearly", "around", "other"}


def display(group: Iterable[Found]) -> tuple[str, str]:
    """The kind and the name of a group: what it is called most, with "the" or nothing before, and no number."""
    kinds = Counter(one.kind for one in group for _ in one.mentions)
    texts = Counter(" ".join(m.text.split()) for one in group for m in one.mentions if m.kind == "nominal")
    plain: Counter[str] = Counter()
    for text, count in texts.items():
        first, _, rest = text.partition(" ")
        if first.lower() in _OWNERS and rest:
            text = rest
        elif first in ("The", "A", "An"):
            text = f"{first.lower()} {rest}"
        plain[text] += count
    name = min(plain, key=lambda text: (not text.startswith("the "), _counted(text), -plain[text], -len(text), text))
    return min(kinds, key=lambda kind: (-kinds[kind], kind)), name


def _counted(text: str) -> bool:
    """Whether a phrase says how many they are, which is what articles differ in."""
    return any(word[0].isdigit() or word.lower() in table("number_words") for word in _WORD.findall(text))
