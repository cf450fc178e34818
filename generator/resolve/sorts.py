"""Of what sort a body is, by what a text says beside its name: "Dunmara's chief executive" shows a company."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from generator.lexicons import any_of, names, rows, words
from generator.model import Mention

_FAR = 40  # characters beside a name


def sorts_beside(text: str, mention: Mention) -> frozenset[str]:
    """The sorts of body that the words before and behind a name show: "Brandt shares", "the captain of Harwick"."""
    start, end = mention.span.start, mention.span.end
    return _shown(text[max(start - _FAR, 0) : start], text[end : end + _FAR])


def sorts_of(text: str, mentions: Iterable[Mention]) -> frozenset[str]:
    """The sorts of body that the words beside the names among these mentions show."""
    return frozenset[str]().union(*(sorts_beside(text, one) for one in mentions if one.kind == "name"))


def sort_called(noun: str, broader: Iterable[str]) -> str:
    """The sort of body that a noun is for, or a broader noun for the same; "" where none is."""
    return next((sort for one in (noun, *sorted(broader)) if (sort := _by_noun().get(one))), "")


def of_states(name: str, noun: str) -> bool:
    """Whether a name is that of a body of states, which is never called "the company" or "the club"."""
    folded = names.fold(name).removeprefix("the ")
    return noun != "group" and folded in words("unions_of_states") and sort_called(noun, ()) != ""


@cache
def said_of_any() -> frozenset[str]:
    """Nouns that a body of whatever name may be called by: "the company", "the club"."""
    return (words("bodies_of_many") | _by_noun().keys()) - words("state_bodies")


@lru_cache(maxsize=4096)
def _shown(before: str, behind: str) -> frozenset[str]:
    found = ((_behind().match(behind), 1), (_before().search(before), 1))
    return frozenset(_by_sign()[match[at].lower()] for match, at in found if match is not None)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s?)? (?:[a-z-]+ )?({any_of(map(re.escape, _by_sign()))})\b", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b({any_of(map(re.escape, _by_sign()))}) (?:of|at|in|for) (?:the )?$", re.IGNORECASE)


@cache
def _by_noun() -> dict[str, str]:
    return {noun: sort for sort, nouns, _ in rows("sorts_of_bodies") for noun in nouns.split(", ")}


@cache
def _by_sign() -> dict[str, str]:
    return {sign: sort for sort, _, signs in rows("sorts_of_bodies") for sign in signs.split(", ")}
