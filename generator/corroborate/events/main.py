"""What a story is about: mentions of its one explosion or flood that share too little to be joined by themselves.

"The blast", "Tuesday's explosion in the capital" and "the explosion at the port" of articles on one story mean one
event, unless a day, a place or a word ("another") says otherwise.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from generator.corroborate.events.match import UNREAL
from generator.corroborate.events.occurrences import Occurrence
from generator.corroborate.groups import Groups
from generator.corroborate.stories import Stories
from generator.corroborate.windows import Window
from generator.model import Key

# Of these a story has one, or tells them apart by day and place.
_ONE_TO_A_STORY = frozenset(
    {"explosion", "earthquake", "tsunami", "flood", "storm", "eruption", "landslide", "crash", "derailment", "sinking"}
    | {"grounding"}
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
    for keys in groups.all():
        if not all(found[k].status in UNREAL for k in keys):
            families[found[keys[0]].family].append(sorted(keys))
    for family in sorted(families):
        ranked = sorted((_telling(several, found, enough) for several in families[family]), key=lambda g: g.rank)
        near = _near(ranked, told)
        days: dict[str, set[int]] = defaultdict(set)  # an article means those it dates by "the ruling"
        for at, group in enumerate(ranked):
            for source in group.dating:
                days[source].add(at)
        for at, group in enumerate(ranked):
            beside = near(at) if group.past or group.one or not group.whole else ()
            for later in beside if group.past else ():
                if later > at and not group.past.isdisjoint(ranked[later].past):
                    groups.join(group.keys[0], ranked[later].keys[0])
            for later in beside if group.one else ():
                other = ranked[later]
                if later < at or not other.one or not _may_be_one(group, other):
                    continue
                elsewhere = all(days[key[0]] and at not in days[key[0]] for key in other.keys)
                if not elsewhere:
                    groups.join(group.keys[0], other.keys[0])
            if group.one or group.whole:
                continue
            events = [n for n in beside if ranked[n].whole and _may_be_one(ranked[n], group)]
            if family in _ONE_AT_A_TIME:
                sources = {n: len({key[0] for key in ranked[n].keys}) for n in events}
                events = [n for n in events if sources[n] == max(sources.values())]
            if len(events) == 1:
                groups.join(ranked[events[0]].keys[0], group.keys[0])


@dataclass(frozen=True, slots=True)
class _Telling:
    """The mentions that are one so far, and what they say together: whether they are `one` of a kind of which a story
    has one, the `whole` of an event, `dating` it (these articles), told as `another`, or `pointing` to one known."""

    keys: Sequence[Key]
    rank: tuple[bool, bool, int, int, Key]
    one: bool
    whole: bool
    dating: tuple[str, ...]
    long_past: bool
    past: frozenset[Window]
    another: bool
    pointing: bool


def _near(ranked: Sequence[_Telling], told: Stories) -> Callable[[int], list[int]]:
    """The groups that articles tell of one of which is beside one of a group's, by their places."""
    telling: dict[str, set[int]] = defaultdict(set)
    for at, group in enumerate(ranked):
        for key in group.keys:
            telling[key[0]].add(at)

    def near(at: int) -> list[int]:
        sources = {s for key in ranked[at].keys for s in (key[0], *told.beside.get(key[0], ()))}
        return sorted({n for s in sources for n in telling.get(s, ()) if n != at})

    return near


def _telling(
    keys: Sequence[Key], found: Mapping[Key, Occurrence], enough: Callable[[list[Occurrence]], bool]
) -> _Telling:
    """What a group says of itself. It ranks by what it tells of, whether it has a day, how many articles it has."""
    told = [found[key] for key in keys]
    dating = tuple(one.key[0] for one in told if one.dated and one.when.day is not None)
    long_past = _long_past(told)
    return _Telling(
        keys=keys,
        rank=(long_past, not dating, -len({key[0] for key in keys}), -len(keys), keys[0]),
        one=any(one.type in _ONE_TO_A_STORY for one in told),
        whole=enough(told),
        dating=dating,
        long_past=long_past,
        past=frozenset(one.when for one in told if one.dated) if long_past else frozenset(),
        another=any(one.another for one in told),
        pointing=any(one.definite or one.dated or one.place for one in told),
    )


def _long_past(told: Sequence[Occurrence]) -> bool:
    """Whether a group tells of a day long before its articles: what the story is compared with."""
    days = [(one.published.first, one.when.last) for one in told if one.dated]
    return any(day and published and published - day > _PAST for published, day in days)


def _may_be_one(group: _Telling, other: _Telling) -> bool:
    """Whether the mentions of the second group can mean the event of the first, told in articles of one story."""
    return other.pointing and not (group.another or other.another) and group.long_past == other.long_past
