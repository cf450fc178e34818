"""Personal names taken apart, and folded so that spellings of one name compare equal."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from anyascii import anyascii
from nameparser import HumanName

from generator.lexicons import table

_NOT_LETTER = re.compile(r"[^a-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_NICKNAME = re.compile(r"\s*[\"“”„«»‘'(][^\"“”„«»’'()]{1,30}[\"“”«»’')]\s*")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The folded parts of a name. A name of one word has only `last`; particles belong to `last` ("le pen")."""

    first: str
    middle: tuple[str, ...]
    last: str
    suffix: str = ""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, plain ASCII letters and digits, single spaces: "Amélie Roux’s" and "AMELIE ROUX" are equal."""
    plain = anyascii(_POSSESSIVE.sub("", text.strip())).lower()
    return " ".join(part for part in _NOT_LETTER.split(plain.replace(".", "").replace("'", "")) if part)


@lru_cache(maxsize=65536)
def person(text: str) -> PersonName:
    """A personal name's parts, after nameparser; honorifics and nicknames are left out."""
    bare = _NICKNAME.sub(" ", text)
    parsed = HumanName(without_honorific(bare))
    first, last = fold(parsed.first), fold(parsed.last)
    middle = tuple(fold(parsed.middle).split())
    if first and not last:
        first, last = "", first
    if not first and not last:
        last = fold(bare)
    return PersonName(first, middle, last, fold(parsed.suffix))


@cache
def honorific(word: str) -> str | None:
    """The sex a form of address shows: "female", "male" or "-" for either; None when the word is none."""
    return table("honorifics").get(word.rstrip(".").lower())


def without_honorific(text: str) -> str:
    """The name without the forms of address before it."""
    words = text.split()
    while len(words) > 1 and honorific(words[0]) is not None:
        words = words[1:]
    return " ".join(words)


@cache
def usual_sex(given: str) -> str:
    """The sex that bears a given name according to the list ("female", "male", or "unknown"). Weak evidence."""
    return table("given_names").get(given, "unknown")
