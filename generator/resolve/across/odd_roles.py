"""Roles that one source alone gives somebody, and that what the other sources say leaves no room for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from generator.lexicons.posts import at_odds, is_post
from generator.resolve.found import Found

# People change offices; two articles so many days apart tell of one.
_AT_ONCE = 14


def odd_roles(entities: Sequence[Found], days: Mapping[str, date | None]) -> dict[str, str]:
    """The roles of one person that one source alone gives, with what is odd: the others, of the same days and agreeing
    with each other, give roles that nobody has beside it.

    Two others are enough, or one where a machine translated the odd one or swapped its words. Only what is written
    with the full name counts, and a copy is no other source; an undated source only beside a dated one, or where it is
    the odd one and damaged.
    """
    given: dict[str, set[str]] = defaultdict(set)
    damaged = {one.source for one in entities if one.damaged}
    copied = {one.source for one in entities if one.copied}
    for one in entities:
        given[one.source].update(role for role in one.own_roles if is_post(role))
    held = {source: sorted(roles) for source, roles in given.items() if roles}
    found: dict[str, str] = {}
    for source, mine in held.items():
        voices = {s: r for s, r in held.items() if s != source and s not in copied}
        others = {s: r for s, r in voices.items() if _at_once(source, s, days, damaged)}
        if others and days[source] is not None:
            others |= {s: r for s, r in voices.items() if days[s] is None}
        enough = 1 if source in damaged and not damaged >= set(others) else 2
        usual = [role for roles in others.values() for role in roles]
        if len(others) < enough or any(at_odds(a, b) for a, b in combinations(usual, 2)):
            continue
        if not all(at_odds(role, other) for role in mine for other in usual):
            continue
        best = max(sorted(set(usual)), key=usual.count)
        number = f"{len(others)} sources give" if len(others) > 1 else "1 source gives"
        found |= dict.fromkeys(mine, f"contradicted: {number} another office, {best}")
    return found


def _at_once(source: str, other: str, days: Mapping[str, date | None], damaged: set[str]) -> bool:
    one, two = days[source], days[other]
    if one is None:
        return source in damaged and two is not None
    return two is not None and abs((one - two).days) <= _AT_ONCE
