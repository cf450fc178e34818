"""What a story is about: mentions of its one explosion or flood that share too little to be joined by themselves.

"The blast", "Tuesday's explosion in the capital" and "the explosion at the port" of articles on one story mean one
event, unless a day, a place or a word ("another") says otherwise.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.corroborate.event_match import UNREAL
from generator.corroborate.groups import Groups
from generator.corroborate.occurrences import Occurrence
from generator.corroborate.stories import Stories
from generator.model import Key

# Of these a story has one, or tells them apart by day and place.
_ONE_TO_A_STORY = frozenset(
    {"explosion", "earthquake", "tsunami", "flood", "storm", "eruption", "landslide", "crash", "derailment", "sinking"}
    | {"collapse", "fire", "spill", "outage", "acquisition", "election", "coup", "ruling", "resignation", "death"}
)


def join_main_events(found: Mapping[Key, Occurrence], groups: Groups[Key], told: Stories) -> None:
    """Join what articles of one story say of the one event of a kind, the event most articles date first."""
    families: dict[str, list[list[Key]]] = defaultdict(list)
    for group in groups.all():
        kinds = {found[k].type for k in group}
        if kinds & _ONE_TO_A_STORY and not all(found[k].status in UNREAL for k in group):
            families[found[group[0]].family].append(sorted(group))
    beside = told.beside
    for family in sorted(families):
        ranked = sorted(families[family], key=lambda g: _rank(g, found))
        telling: dict[str, set[int]] = defaultdict(set)
        for at, group in enumerate(ranked):
            for key in group:
                telling[key[0]].add(at)
        for at, group in enumerate(ranked):
            sources = {s for key in group for s in (key[0], *beside.get(key[0], ()))}
            for later in sorted({n for s in sources for n in telling.get(s, ()) if n > at}):
                other = ranked[later]
                if groups.leader(group[0]) != groups.leader(other[0]) and _may_be_one(group, other, found):
                    groups.join(group[0], other[0])


def _rank(group: Sequence[Key], found: Mapping[Key, Occurrence]) -> tuple[bool, int, int, Key]:
    dated = any(found[k].dated and found[k].when.day is not None for k in group)
    return not dated, -len({k[0] for k in group}), -len(group), group[0]


def _may_be_one(group: Sequence[Key], other: Sequence[Key], found: Mapping[Key, Occurrence]) -> bool:
    """Whether the mentions of the second group can mean the event of the first, told in articles of one story."""
    if any(found[k].another for k in (*group, *other)):
        return False
    return any(found[k].definite or found[k].dated or found[k].place for k in other)
