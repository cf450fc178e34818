"""How old a text says somebody is: "Moss, 61," names the one whom "the 61-year-old" means further down."""

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.lexicons import words
from generator.model import Mention

_YEARS = r"(\d{1,3})(?:[ -]years?[ -]old\b| years?\b(?! in))"
_WITHIN = re.compile(r"\b(\d{1,3})[ -]years?[ -]old\b")
_BEHIND = re.compile(
    rf",? \(?(?:aged )?(?:{_YEARS}|(\d{{1,3}}))(?=[,.;)\]]| (?:and|who|from)\b)|,? (?:is|was|turned) {_YEARS}"
)
_BEFORE = re.compile(r"\b(\d{1,3})-years?-old (?:[\w’'-]+ ){0,4}$")
_LONGEST = 60  # characters before a name in which its age stands
_OLDEST = 110
_YOUNGEST_IN_POST = 14
_OLDEST_SO_CALLED = {"baby": 3, "boy": 19, "girl": 19, "infant": 3, "newborn": 1, "schoolboy": 19, "toddler": 5}


def age_said(phrase: str) -> int | None:
    """The age that a phrase gives: "the 61-year-old", "the 27-year-old midfielder"."""
    match = _WITHIN.search(phrase)
    return int(match[1]) if match is not None else None


@lru_cache(maxsize=4096)
def _beside(before: str, behind: str) -> int | None:
    match = _BEHIND.match(behind) or _BEFORE.search(before)
    years = next((int(one) for one in match.groups() if one), None) if match is not None else None
    return years if years is not None and years <= _OLDEST else None


def age_beside(text: str, mention: Mention) -> int | None:
    """The age that stands beside a mention: "Ada Moss, 61," "61-year-old Ada Moss", "Moss (61)"."""
    start, end = mention.span.start, mention.span.end
    return _beside(text[max(start - _LONGEST, 0) : start], text[end : end + _LONGEST // 2])


def of_another_age(phrase: str, ages: Iterable[int | None]) -> bool:
    """Whether a phrase gives an age and somebody is of others: "the 61-year-old" is not "Moss, 47"."""
    said, known = age_said(phrase), {age for age in ages if age is not None}
    return said is not None and bool(known) and said not in known


def of_another_generation(noun: str, ages: Iterable[int | None]) -> bool:
    """Whether somebody is too young or too old for what a noun says: no boss is two, no baby 66."""
    known = [age for age in ages if age is not None]
    if noun in words("posts_leading"):
        return any(age < _YOUNGEST_IN_POST for age in known)
    return any(age > _OLDEST_SO_CALLED.get(noun, _OLDEST) for age in known)
