"""Ministers whom one source puts in charge of something else than all the others do."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from generator.lexicons import roles, table, words
from generator.resolve.found import Found

# A minister may change ministries; two articles so many days apart tell of one office.
_AT_ONCE = 14


def portfolio(role: str) -> frozenset[str]:
    """The fields a minister's role is for ("energy", "premier"); empty for any other role, and where a word of it is
    no known portfolio ("minister of state for the islands")."""
    office = roles.office(role)
    named = office.name.split() if office.name.endswith("minister") else sorted(office.words)
    bare = [w for w in named if w not in words("role_fillers")]
    if "minister" not in bare or office.rank:
        return frozenset()
    fields = [table("portfolios").get(w, "") for w in bare if w != "minister"]
    return frozenset(f for field in fields for f in field.split()) if all(fields) else frozenset()


def odd_portfolios(entities: Sequence[Found], days: Mapping[str, date | None]) -> dict[str, str]:
    """The roles of one minister that one source alone gives, with what is odd: two sources or more, of the same days
    and agreeing with each other, give a portfolio that has no field in common with it.

    A source that names the minister by the surname alone is not counted, an undated one only beside a dated one.
    """
    given: dict[str, set[str]] = defaultdict(set)
    for one in entities:
        if one.person.first:
            for role in one.roles:
                given[one.source].add(role)
    fields = {
        source: [(role, portfolio(role)) for role in sorted(held) if portfolio(role)] for source, held in given.items()
    }
    fields = {source: held for source, held in fields.items() if held}
    found = {}
    for source, held in fields.items():
        others = {s: h for s, h in fields.items() if s != source and _at_once(days[source], days[s])}
        if others:
            others |= {s: h for s, h in fields.items() if s != source and days[s] is None}
        if len(others) < 2 or not _agree([f for h in others.values() for _, f in h]):
            continue
        if any(mine & theirs for _, mine in held for h in others.values() for _, theirs in h):
            continue
        usual = Counter(role for h in others.values() for role, _ in h)
        best = max(sorted(usual), key=lambda role: usual[role])
        for role, _ in held:
            found[role] = f"contradicted: {len(others)} sources give another office, {best}"
    return found


def _at_once(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= _AT_ONCE


def _agree(held: Sequence[frozenset[str]]) -> bool:
    return all(one & other for one, other in combinations(held, 2))
