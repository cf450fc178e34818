"""What a story is about: mentions of its one explosion or flood that share too little to be joined by themselves.

"The blast", "Tuesday's explosion in the capital" and "the explosion at the port" of articles on one story mean one
event, unless a day, a place or a word ("another") says otherwise.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from generator.corroborate.event_match import UNREAL
from generator.corroborate.groups import Groups
from generator.corroborate.occurrences import Occurrence
from generator.corroborate.stories import Stories
from generator.model import Key

# Of these a story has one, or tells them apart by day and place.
_ONE_TO_A_STORY = frozenset(
    {"explosion", "earthquake", "tsunami", "flood", "storm", "eruption", "landslide", "crash", "derailment", "sinking"}
    | {"accident", "collapse", "fire", "outbreak", "spill", "outage", "acquisition", "election", "coup", "ruling"}
    | {"resignation", "death"}
)
# Of these a story can have several, and "the strike" is the one that most of its articles tell of.
_ONE_AT_A_TIME = frozenset({"evacuation", "kidnapping", "search", "strike", "trial"})
# A day so long before an article is told beside what it is about; an inquiry or a trial takes months.
_PAST = timedelta(days=365)


def join_main_events(
    found: Mapping[Key, Occurrence], groups: Groups[Key], told: Stories, enough: Callable[[list[Occurrence]], bool]
) -> None:
    """Join what articles of one story say of the one event of a kind, the event most articles date first.

    What they recall of a kind and a time long before ("the strike of 2022") is one, too.
    Of other kinds a story can have several: what says too little by itself (not `enough`) is of the only one there is.
    """
    families: dict[str, list[list[Key]]] = defaultdict(list)
    for group in groups.all():
        if not all(found[k].status in UNREAL for k in group):
            families[found[group[0]].family].append(sorted(group))
    for family in sorted(families):
        ranked = sorted(families[family], key=lambda g: _rank(g, found))
        near = _near(ranked, told)
        one = [any(found[k].type in _ONE_TO_A_STORY for k in group) for group in ranked]
        whole = [enough([found[k] for k in group]) for group in ranked]
        days: dict[str, set[int]] = defaultdict(set)  # an article means those it dates by "the ruling"
        for at, group in enumerate(ranked):
            for key in group:
                if found[key].dated and found[key].when.day is not None:
                    days[key[0]].add(at)
        past = [
            {found[k].when for k in group if found[k].dated} if _long_past(group, found) else set() for group in ranked
        ]
        for at, group in enumerate(ranked):
            for later in near(at) if past[at] else ():
                if later > at and past[at] & past[later]:
                    groups.join(group[0], ranked[later][0])
            for later in near(at) if one[at] else ():
                other = ranked[later]
                apart = groups.leader(group[0]) != groups.leader(other[0])
                elsewhere = all(days[key[0]] and at not in days[key[0]] for key in other)
                if later > at and one[later] and apart and not elsewhere and _may_be_one(group, other, found):
                    groups.join(group[0], other[0])
            if one[at] or whole[at]:
                continue
            events = [n for n in near(at) if whole[n] and _may_be_one(ranked[n], group, found)]
            if family in _ONE_AT_A_TIME:
                sources = {n: len({key[0] for key in ranked[n]}) for n in events}
                events = [n for n in events if sources[n] == max(sources.values())]
            if len(events) == 1:
                groups.join(ranked[events[0]][0], group[0])


def _near(ranked: Sequence[Sequence[Key]], told: Stories) -> Callable[[int], list[int]]:
    """The groups that articles tell of one of which is beside one of a group's, by their places."""
    telling: dict[str, set[int]] = defaultdict(set)
    for at, group in enumerate(ranked):
        for key in group:
            telling[key[0]].add(at)

    def near(at: int) -> list[int]:
        sources = {s for key in ranked[at] for s in (key[0], *told.beside.get(key[0], ()))}
        return sorted({n for s in sources for n in telling.get(s, ()) if n != at})

    return near


def _rank(group: Sequence[Key], found: Mapping[Key, Occurrence]) -> tuple[bool, bool, int, int, Key]:
    dated = any(found[k].dated and found[k].when.day is not None for k in group)
    return _long_past(group, found), not dated, -len({k[0] for k in group}), -len(group), group[0]


def _long_past(group: Sequence[Key], found: Mapping[Key, Occurrence]) -> bool:
    """Whether a group tells of a day long before its articles: what the story is compared with."""
    days = [(found[k].published.first, found[k].when.last) for k in group if found[k].dated]
    return any(day and published and published - day > _PAST for published, day in days)


def _may_be_one(group: Sequence[Key], other: Sequence[Key], found: Mapping[Key, Occurrence]) -> bool:
    """Whether the mentions of the second group can mean the event of the first, told in articles of one story."""
    if any(found[k].another for k in (*group, *other)) or _long_past(group, found) != _long_past(other, found):
        return False
    return any(found[k].definite or found[k].dated or found[k].place for k in other)
