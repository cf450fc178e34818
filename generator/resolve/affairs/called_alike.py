"""What people, bodies and groups without a name are called, and what speaks for two being one: "two surveyors"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.lexicons import names, roles, table, words
from generator.model.links import Key
from generator.resolve.found import Found

OWNERS = frozenset({"his", "her", "its", "their", "my", "our"})
_POINTING = frozenset({"the", "this", "these", "that", "those", "both"})
WORD = re.compile(r"\d[\d.,]*|[^\W\d_][\w-]*")


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


def called_in(found: Iterable[Found]) -> dict[Key, Called]:
    """What those are called who may be one in several articles, in the order of their keys."""
    called = ((one.key, _called(one)) for one in found if one.kind in ("person", "organisation", "group"))
    return dict(sorted((key, one) for key, one in called if one.heads))


def _called(one: Found) -> Called:
    phrases = tuple((m.text, m.head, m.number == "plural") for m in one.mentions if m.kind == "nominal")
    return _read(phrases, one.kind, one.gender, one.speaks)


@lru_cache(maxsize=1 << 16)
def _read(phrases: tuple[tuple[str, str, bool], ...], kind: str, gender: str, speaks: bool) -> Called:
    heads = frozenset(singular(names.fold(head)) for _, head, _ in phrases)
    first = {text.split()[0].lower() for text, _, _ in phrases}
    written = {word for text, _, _ in phrases for word in WORD.findall(text)}
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
        bool(first & OWNERS),
        kind,
        gender,
        speaks,
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
