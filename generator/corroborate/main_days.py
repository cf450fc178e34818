"""Two days for what happens once in a story: a collision, the burst of a dam, a kidnapping, the start of a strike."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise, product

from generator.corroborate.groups import Groups
from generator.corroborate.single_days import conflict_of_days
from generator.corroborate.stories import Stories
from generator.corroborate.told_days import TellsDay, told_days
from generator.model import Conflict, Evidence, Place

# Two days so far apart are of one happening that sources date differently; further apart they are of two.
_FEW_DAYS = 3
# Two articles on one kind of happening that know so many names in common tell of one, whatever else they tell.
_NAMES = 3
# So many articles of a name and a day are compared with those of another day: more would say the same.
_ENOUGH = 8


def main_days(evidence: Sequence[Evidence], told: Stories, known: Sequence[Conflict]) -> Iterator[Conflict]:
    """Conflicts of kind date on what two articles of one story give two days for, a few days apart, though it happens
    once. An article that gives two days itself tells of two such things, and is not compared; what is among the `known`
    conflicts is not told again."""
    given: dict[str, dict[str, list[TellsDay]]] = defaultdict(lambda: defaultdict(list))
    for e in evidence:
        for what, one in told_days(e):
            given[what][e.document.id].append(one)
    shown = {frozenset(s.value for s in c.sides) for c in known if c.kind == "date"}
    for what in sorted(given):
        for conflict in _conflicts(what, given[what], told):
            if frozenset(s.value for s in conflict.sides) not in shown:
                yield conflict


def _linked(plainly: Mapping[str, TellsDay], told: Stories) -> Iterator[tuple[str, str]]:
    """Pairs of articles that tell of one happening: of one story, or with enough names in common."""
    knowing: dict[str, dict[tuple[date | None, tuple[int, ...]], list[str]]] = defaultdict(lambda: defaultdict(list))
    for source in sorted(plainly):
        for name in sorted(told.openings[source].known):
            knowing[name][(plainly[source].day, plainly[source].part)].append(source)
    pairs: set[tuple[str, str]] = set()
    for by_day in knowing.values():
        pairs |= {pair for many in by_day.values() for pair in pairwise(many)}
        for one, other in combinations(by_day, 2):
            if not (one[0] and other[0]) or abs((one[0] - other[0]).days) <= _FEW_DAYS:
                pairs |= {(min(p), max(p)) for p in product(by_day[one][:_ENOUGH], by_day[other][:_ENOUGH])}
    for here, there in sorted(pairs):
        first, second = plainly[here], plainly[there]
        if first.names and second.names and not (first.names & second.words or second.names & first.words):
            continue  # two people's tests, two ships
        shared = told.openings[here].known & told.openings[there].known
        if told.one(here, there) or len(shared) >= _NAMES:
            yield here, there


def _conflicts(what: str, given: Mapping[str, Sequence[TellsDay]], told: Stories) -> Iterator[Conflict]:
    plainly = {s: many[0] for s, many in given.items() if len({(t.day, t.part) for t in many}) == 1}
    groups: Groups[str] = Groups(sorted(plainly), lambda source: source)
    for one, other in _linked(plainly, told):
        days = [t.day for t in (plainly[one], plainly[other])]
        anchor = days[0] or days[1]
        near = [plainly[s].near(anchor) for s in (one, other)] if anchor else []
        if anchor and near[0] and near[1] and abs((near[0] - near[1]).days) <= _FEW_DAYS:
            groups.join(one, other)
    for group in groups.of_several():
        counted = Counter(day for s in sorted(group) if (day := plainly[s].day))
        anchor = min(counted, key=lambda d: (-counted[d], d))
        places: dict[date, list[Place]] = defaultdict(list)
        for source in sorted(group):
            day = plainly[source].near(anchor)
            if day is not None:
                places[day] += [t.place for t in given[source]]
        if 1 < len(places) <= _FEW_DAYS:
            yield conflict_of_days(what, places, "for what happened once")
