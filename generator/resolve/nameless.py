"""Which people, bodies and groups without a name are one in several articles on an affair: "the navy", "two surveyors".

Every two that are called by the same noun, or stand at the same place of a copy and its original, get a score of
weighted signs; the likeliest are joined first, and two of one article never are.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from generator.lexicons import names, roles, table, words
from generator.model.links import Key
from generator.resolve.found import Found
from generator.resolve.weights import WEIGHTS

_EXACT = 10**6
_OPEN = 0.9  # the mean score of those who are joined at least
_MOST = 20  # articles of an affair that have somebody so called; what more have is nobody in particular
_RIVALS = 3  # more others who are called so make no difference
_OWNERS = frozenset({"his", "her", "its", "their", "my", "our"})
_POINTING = frozenset({"the", "this", "these", "that", "those", "both"})
_WORD = re.compile(r"\d[\d.,]*|[^\W\d_][\w-]*")


@dataclass(frozen=True, slots=True)
class Called:
    """What an article calls somebody without a name: nouns in the singular, other words, those of them with a capital,
    how many they are; whether there are several, and "the" or an owner stands before; and what it shows besides."""

    heads: frozenset[str]
    words: frozenset[str]
    proper: frozenset[str]
    counts: frozenset[str]
    plural: bool
    definite: bool
    owned: bool
    kind: str = ""
    gender: str = ""
    speaks: bool = False

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
    of = {one.key: one for one in found}
    called = called_in(found)
    numbers: dict[Called, int] = {}
    number = {key: numbers.setdefault(one, len(numbers)) for key, one in called.items()}
    scores: dict[tuple[int, int, int, bool], float] = {}
    pairs: dict[tuple[Key, Key], float] = {}
    for here, there, rivals, in_place in compared(called, beside, aligned):
        asked = number[here], number[there], rivals, in_place
        if asked not in scores:
            told = signs(called[here], called[there], rivals, in_place)
            scores[asked] = sum(weight * told[name] for name, weight in WEIGHTS["nameless"].items())
        pairs[here, there] = scores[asked]
    return [[of[key] for key in group] for group in _joined(pairs) if _worth_telling(group, called, aligned)]


def called_in(found: Iterable[Found]) -> dict[Key, Called]:
    """What those are called who may be one in several articles."""
    called = ((one.key, _called(one)) for one in found if one.kind in ("person", "organisation", "group"))
    return {key: one for key, one in called if one.heads}


def compared(
    called: Mapping[Key, Called], beside: Mapping[str, frozenset[str]], aligned: Mapping[Key, Key]
) -> Iterator[tuple[Key, Key, int, bool]]:
    """The pairs to compare, each once; how many others of the two articles are called so, and whether they stand at the
    same place of a copy and its original."""
    by_head: dict[str, dict[str, list[Key]]] = defaultdict(lambda: defaultdict(list))
    for key, one in called.items():
        for head in sorted(one.heads):
            by_head[head][key[0]].append(key)
    met: set[tuple[Key, Key]] = set()
    for here, there in _pairs(by_head, beside, aligned):
        if (here, there) not in met and here in called and there in called:
            met.add((here, there))
            nouns = [by_head[noun] for noun in called[here].heads & called[there].heads]
            rivals = sum(len(by_source[key[0]]) - 1 for by_source in nouns for key in (here, there))
            yield here, there, min(rivals, _RIVALS), aligned.get(here) == there or aligned.get(there) == here


def _worth_telling(group: Sequence[Key], called: Mapping[Key, Called], aligned: Mapping[Key, Key]) -> bool:
    """Whether they are somebody on record that several articles know, or a group they all tell of: not "a woman" or
    "officials in Athens" of each of them, nor "the museum" that nobody hears."""
    known = any(called[key].definite or called[key].owned for key in group)
    apart = sum(aligned.get(key) not in group for key in group)
    on_record = any(called[key].speaks for key in group) or all(called[key].kind == "group" for key in group)
    return known and apart > 1 and on_record


def _pairs(
    by_head: Mapping[str, Mapping[str, Sequence[Key]]],
    beside: Mapping[str, frozenset[str]],
    aligned: Mapping[Key, Key],
) -> Iterator[tuple[Key, Key]]:
    for _, by_source in sorted(by_head.items()):
        for source, keys in sorted(by_source.items()):
            so_called = by_source.keys() & beside.get(source, ())
            others = sorted(other for other in so_called if other > source) if len(so_called) <= _MOST else ()
            yield from ((here, there) for other in others for here in keys for there in by_source[other])
    yield from ((min(pair), max(pair)) for pair in sorted(aligned.items()))


def _joined(pairs: Mapping[tuple[Key, Key], float]) -> list[list[Key]]:
    """Groups in which no article comes twice, and whose pairs score well in the mean; the likeliest first."""
    open_ = sorted((pair for pair, score in pairs.items() if score >= _OPEN), key=lambda pair: (-pairs[pair], pair))
    group_of = {key: [key] for pair in open_ for key in pair}
    # the scores of all pairs across two groups, by a member of each, in numbers that add up exactly
    across: dict[Key, dict[Key, int]] = defaultdict(dict)
    for (here, there), score in pairs.items():
        if here in group_of and there in group_of:
            across[here][there] = across[there][here] = round(score * _EXACT)
    leader = {key: key for key in group_of}
    sources = {key: {key[0]} for key in group_of}
    for here, there in open_:
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
    phrases = tuple((m.text, m.head, m.number == "plural") for m in one.mentions if m.kind == "nominal")
    return replace(_read(phrases), kind=one.kind, gender=one.gender, speaks=one.speaks)


@lru_cache(maxsize=1 << 16)
def _read(phrases: tuple[tuple[str, str, bool], ...]) -> Called:
    heads = frozenset(singular(names.fold(head)) for _, head, _ in phrases)
    first = {text.split()[0].lower() for text, _, _ in phrases}
    written = {word for text, _, _ in phrases for word in _WORD.findall(text)}
    numbers = {w: w if w[0].isdigit() else table("number_words").get(w.lower()) for w in written}
    said = {singular(word) for word, number in numbers.items() if not number and names.fold(word) not in _small()}
    rest = {word for word in said if names.fold(word) not in heads}
    return Called(
        heads,
        frozenset(map(names.fold, rest)),
        frozenset(word for word in rest if word[:1].isupper()),
        frozenset(number.replace(",", "") for number in numbers.values() if number),
        any(plural for _, _, plural in phrases),
        bool(first & _POINTING),
        bool(first & _OWNERS),
    )


def signs(one: Called, other: Called, rivals: int, aligned: bool) -> dict[str, float]:
    """What speaks for and against two being one."""
    shared = one.heads & other.heads
    kinds = {one.kind, other.kind}
    sexes = {one.gender, other.gender} & {"female", "male"}
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
        "rivals": float(rivals),
        "speak": float(one.speaks and other.speaks),
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
