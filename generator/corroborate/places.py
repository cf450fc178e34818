"""Whether the names of two places can be of one."""

import re

from generator.corroborate.nations import is_state
from generator.lexicons import states, words
from generator.lexicons.names import fold

_WORD = re.compile(r"\w+")
# What a place is called without its name; and words that many names of places begin with.
_DESCRIBED = frozenset({"capital", "city", "town", "village", "port", "region", "area", "province", "country", "coast"})
_COMMON = frozenset(
    {"new", "san", "santa", "saint", "st", "los", "las", "la", "le", "el", "al", "fort", "nova", "port"}
)


def _named(place: str) -> frozenset[str]:
    """The words of a place's name that tell it from others."""
    found = {w.casefold() for w in _WORD.findall(place) if w[:1].isupper()}
    return frozenset(found - _COMMON - _DESCRIBED)


def one_place(one: str, other: str) -> bool | None:
    """Whether two places can be one: True when they are, None when nothing says, False when they are two."""
    if not one or not other:
        return None
    first, second = one.casefold(), other.casefold()
    if first == second or first in second.split() or second in first.split():
        return True
    names = [_named(one), _named(other)]
    if names[0] and names[1] and (names[0] <= names[1] or names[1] <= names[0]):
        return True
    # A dam stands in a town or a region: only two dams contradict each other.
    built = [p.split()[-1].casefold() in words("event_structures") for p in (one, other)]
    if built[0] != built[1]:
        return None
    # "the Lebanese capital" names no place that another name could contradict
    if any(p.split()[-1] in words("place_parts") | _DESCRIBED for p in (one, other)):
        return None
    # A town does not contradict the country or region it may lie in; two countries contradict each other.
    if is_state(one) != is_state(other) or _is_wide(one) != _is_wide(other):
        return None
    return None if {first, second} & {r.casefold() for r in words("regions")} else False


def _is_wide(place: str) -> bool:
    return place in states.regions() or fold(place) in states.parts()
