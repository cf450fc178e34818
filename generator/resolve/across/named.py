"""Whom the names of all articles name, before anything is known of phrases: people, bodies, places, states."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.lexicons import bodies, names
from generator.resolve.across.bodies import JoinedBodies, join_bodies
from generator.resolve.across.kinds import sorted_by_kind
from generator.resolve.across.people import Joined, join_people
from generator.resolve.affairs.bearers import FEW_AT_A_PLACE
from generator.resolve.found import Found
from generator.resolve.naming.body_names import organisation_key
from generator.resolve.person_names import family_name_first


def join_named(found: Sequence[Found]) -> tuple[Joined, JoinedBodies, list[Found], list[Found]]:
    """The people and bodies joined, the places, and the states."""
    people, organisations, places, countries = sorted_by_kind(found)
    company = _company([*people, *organisations], places)
    codes: dict[str, set[str]] = defaultdict(set)
    for one in countries:
        codes[one.source].add(one.code or "")
    return join_people(people, company), join_bodies(organisations, codes, company), places, countries


def _company(found: Iterable[Found], places: Sequence[Found]) -> dict[str, frozenset[str]]:
    """What people and bodies each source has, by surname, or by a company's name without its trade; and the places
    that few sources have, behind "@"."""
    company: dict[str, set[str]] = defaultdict(set)
    there: dict[str, set[str]] = defaultdict(set)
    for place in places:
        there[names.fold(place.name)].add(place.source)
    for name, sources in there.items():
        for source in sources if len(sources) <= FEW_AT_A_PLACE else ():
            company[source].add(f"@{name}")
    for one in found:
        letters = bodies.acronym(one.name)
        short = letters if len(letters) > 2 else bodies.trading_name(one.name) or organisation_key(one.name)
        if one.kind == "person":
            short = one.person.first if family_name_first(one.person) else one.person.last
        company[one.source].add(short)
    return {source: frozenset(named) for source, named in company.items()}
