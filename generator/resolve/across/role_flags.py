"""Roles as each source states them, and what is odd: two people with one office at one time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from generator.lexicons import posts, roles, words
from generator.model import Role
from generator.resolve.across.odd_roles import odd_roles
from generator.resolve.found import Found

_COMPARED = 5  # leading holders of an office one is held against
_YEAR = 366  # days: holders that far apart may follow each other in office

Office = tuple[str, frozenset[str]]


def roles_of(people: Mapping[str, Sequence[Found]], display: Mapping[str, str]) -> dict[str, tuple[Role, ...]]:
    """Actor id to its roles with their sources and flags. `people` maps actor ids to entities, `display` to names."""
    held = _Held(people)
    out = {}
    for actor, entities in people.items():
        sources: dict[str, set[str]] = defaultdict(set)
        for one in entities:
            for role in one.roles:
                sources[role].add(one.source)
        changed = any(posts.passing(role) for role in sources)
        odd = {} if changed else odd_roles(entities, held.days)
        out[actor] = tuple(
            Role(text, tuple(sorted(given)), _flag(text, actor, held, display) or odd.get(text, ""))
            for text, given in sorted(sources.items(), key=lambda item: (-len(item[1]), item[0]))
        )
    return out


class _Held:
    """Who holds which office of one state in which sources, and when those sources appeared."""

    def __init__(self, people: Mapping[str, Sequence[Found]]) -> None:
        self.holders: dict[Office, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.offices: dict[str, set[Office]] = defaultdict(set)
        self.days: dict[str, date | None] = {}
        self.passed_on: dict[str, set[str]] = defaultdict(set)
        for actor, entities in people.items():
            for one in entities:
                self.days[one.source] = _day(one.date)
                for role in one.roles:
                    if posts.passing(role):
                        self.passed_on[roles.office(role).name].add(actor)
                    if (office := _exclusive(role)) is not None:
                        self.holders[office][actor].add(one.source)
                        self.offices[actor].add(office)
        self.leading = {
            office: sorted(held, key=lambda actor: (-len(held[actor]), actor))[: _COMPARED + 1]
            for office, held in self.holders.items()
        }

    def same_time(self, one: set[str], other: set[str]) -> bool:
        """Whether any two of the sources are less than a year apart; an undated one counts as of the same time."""
        here = {self.days[source] for source in one}
        there = {self.days[source] for source in other}
        return any(a is None or b is None or abs((a - b).days) < _YEAR for a in here for b in there)


def _exclusive(role: str) -> Office | None:
    """An office of one state that one person holds at a time; None for any other role."""
    office = roles.office(role)
    single = office.name in words("offices_of_one") and len(office.states) == 1 and not office.rank
    return (office.name, office.states) if single else None


def _flag(role: str, actor: str, held: _Held, display: Mapping[str, str]) -> str:
    """What is odd about a role: at least as many sources give it to somebody else at the same time."""
    office = _exclusive(role)
    if office is None:
        return ""
    holders = held.holders[office]
    mine = holders[actor]
    if actor in held.passed_on[office[0]]:
        return ""  # called the acting one, or the former one, elsewhere: the office changed hands
    rivals = [other for other in held.leading[office] if other != actor and len(holders[other]) >= len(mine)]
    rivals = [other for other in rivals if other not in held.passed_on[office[0]]]
    who = next((other for other in rivals if held.same_time(mine, holders[other])), None)
    if who is None:
        return ""
    given = f"{_sources(len(holders[who]))} {'gives' if len(holders[who]) == 1 else 'give'} this role to {display[who]}"
    own = [o for o in held.offices[actor] if o != office and len(held.holders[o][actor]) >= len(mine)]
    if own:
        best = max(own, key=lambda o: (len(held.holders[o][actor]), o[0], sorted(o[1])))
        number = len(held.holders[best][actor])
        return f"contradicted: {given}; {display[actor]} is {best[0]} in {_sources(number)}"
    return given if len(holders[who]) == len(mine) else f"contradicted: {given}"


def _sources(number: int) -> str:
    return "1 source" if number == 1 else f"{number} sources"


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
