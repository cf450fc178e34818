"""Roles as each source states them, and what is odd: two people with one office at one time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from generator.lexicons import roles, table
from generator.model import Role
from generator.resolve.found import Found

_YEAR = 366  # days: holders that far apart may follow each other in office

Office = tuple[str, frozenset[str]]


def roles_of(people: Mapping[str, Sequence[Found]], display: Mapping[str, str]) -> dict[str, tuple[Role, ...]]:
    """Actor id to its roles with their sources and flags. `people` maps actor ids to entities, `display` to names."""
    holders: dict[Office, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    dates: dict[str, str | None] = {}
    for actor, entities in people.items():
        for one in entities:
            dates[one.source] = one.date
            for role in one.roles:
                if (office := _exclusive(role)) is not None:
                    holders[office][actor].add(one.source)
    out = {}
    for actor, entities in people.items():
        sources: dict[str, set[str]] = defaultdict(set)
        for one in entities:
            for role in one.roles:
                sources[role].add(one.source)
        out[actor] = tuple(
            Role(text, tuple(sorted(given)), _flag(text, actor, holders, display, dates))
            for text, given in sorted(sources.items(), key=lambda item: (-len(item[1]), item[0]))
        )
    return out


def _exclusive(role: str) -> Office | None:
    """An office of one state that one person holds at a time; None for any other role."""
    office = roles.office(role)
    single = office.name in _offices_of_one() and len(office.states) == 1 and not office.rank
    return (office.name, office.states) if single else None


def _offices_of_one() -> frozenset[str]:
    return frozenset(table("offices_of_one"))


def _flag(
    role: str,
    actor: str,
    holders: Mapping[Office, Mapping[str, set[str]]],
    display: Mapping[str, str],
    dates: Mapping[str, str | None],
) -> str:
    office = _exclusive(role)
    if office is None:
        return ""
    mine = holders[office][actor]
    others = {
        who: sources for who, sources in holders[office].items() if who != actor and _same_time(mine, sources, dates)
    }
    if not others:
        return ""
    who = max(sorted(others), key=lambda other: len(others[other]))
    number = len(others[who])
    if number < len(mine):
        return ""
    other_offices = [o for o, held in holders.items() if o != office and len(held.get(actor, ())) >= len(mine)]
    own = ""
    if other_offices and number >= len(mine):
        best = max(other_offices, key=lambda o: (len(holders[o][actor]), o[0]))
        own = f"; {display[actor]} is {best[0]} in {_sources(len(holders[best][actor]))}"
    if number == len(mine) and not own:
        return f"{_sources(number)} {'gives' if number == 1 else 'give'} this role to {display[who]}"
    return f"contradicted: {_sources(number)} {'gives' if number == 1 else 'give'} this role to {display[who]}{own}"


def _sources(number: int) -> str:
    return "1 source" if number == 1 else f"{number} sources"


def _same_time(mine: set[str], others: set[str], dates: Mapping[str, str | None]) -> bool:
    """Whether any two of the sources are less than a year apart; an undated one counts as of the same time."""
    here = [_day(dates.get(s)) for s in sorted(mine)]
    there = [_day(dates.get(s)) for s in sorted(others)]
    return any(a is None or b is None or abs((a - b).days) < _YEAR for a in here for b in there)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
