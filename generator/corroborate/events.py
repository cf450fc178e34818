"""One event across sources: mentions of the same kind, with compatible dates and places and shared participants."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.corroborate.event_records import event_record, slugs
from generator.corroborate.groups import Groups
from generator.corroborate.occurrences import Occurrence, occurrences, one_place
from generator.model import Event, Evidence, Key, Resolution

# What two mentions must have in common: a day counts 2, a place 2, each participant 1 (two at most), a further name 1.
# Day and place, or day and a participant, or a place and two participants are enough; a place and one are not.
_ENOUGH = 3
_WIDE = 8
_MOST_SIMILAR = 5
# A window of more than a week dates no single event well enough to join by it.
_NATURAL = frozenset({"earthquake", "tsunami", "flood", "storm", "eruption", "landslide", "election", "fire", "crash"})
_PERSONAL = frozenset(
    {
        "resignation",
        "arrest",
        "ruling",
        "acquisition",
        "death",
        "appointment",
        "charge",
        "dismissal",
        "fine",
        "speech",
        "interview",
        "press_conference",
        "call",
        "lawsuit",
        "sanctions",
        "agreement",
        "launch",
        "invasion",
    }
)
_RARE = frozenset({"invasion", "annexation", "coup", "war"})
_NOT_REAL_YET = frozenset({"hypothetical", "denied", "alleged", "planned"})
_UNREAL = frozenset({"hypothetical", "denied", "alleged"})


@dataclass(frozen=True, slots=True)
class Gathered:
    """The events, and the event's id of every mention that became part of one."""

    events: tuple[Event, ...]
    of: Mapping[Key, str]


def events(evidence: Sequence[Evidence], resolution: Resolution) -> Gathered:
    """Gather the event mentions of all sources into events.

    Mentions with a date are joined first, then undated ones to the one dated event of their own article that fits, or
    of all articles if there is just one; what is left is joined by place and participants. Look-alikes of another
    date or place name each other in `similar`. A mention that says too little to stand alone becomes no event.
    """
    found = occurrences(evidence, resolution)
    groups: Groups[Key] = Groups(sorted(found))

    def allowed(one: Key, other: Key) -> bool:
        return compatible(found[one], found[other])

    dated = [k for k in sorted(found) if found[k].dated]
    undated = [k for k in sorted(found) if not found[k].dated]
    for score, one, other in _scored(found, dated):
        if score >= _ENOUGH:
            groups.join(one, other, allowed)
    for key in undated:
        _attach(key, found, groups, dated)
    loose = [k for k in undated if all(not found[m].dated for m in groups.members(k))]
    for score, one, other in _scored(found, loose):
        if score >= _ENOUGH:
            groups.join(one, other, allowed)
    kept = [sorted(g) for g in groups.all() if _tells_enough([found[k] for k in g])]
    by_id = {e.document.id: e for e in evidence}
    ids = slugs([[found[k] for k in group] for group in kept], by_id, resolution)
    of = {key: id_ for id_, group in zip(ids, kept, strict=True) for key in group}
    similar = _look_alikes(kept, ids, found)
    records = [
        event_record(id_, [found[k] for k in group], by_id, resolution, similar.get(id_, ()))
        for id_, group in zip(ids, kept, strict=True)
    ]
    return Gathered(tuple(sorted(records, key=lambda e: e.id)), of)


def compatible(one: Occurrence, other: Occurrence) -> bool:
    """Whether nothing speaks against two mentions being of one event: kind, dates, places, who takes part."""
    if one.family != other.family or not one.when.meets(other.when) or one_place(one.place, other.place) is False:
        return False
    if one.family in _RARE and (one.status in _NOT_REAL_YET) != (other.status in _NOT_REAL_YET):
        return False
    if one.participants and other.participants and not _shared(one, other):
        # Two meetings of different people on one day; of disasters and elections nobody takes part.
        return one.family in _NATURAL or (one.family not in _PERSONAL and bool(one_place(one.place, other.place)))
    if one.patients and other.patients and one.family in _PERSONAL and not one.patients & other.patients:
        return bool(one.family not in ("invasion", "arrest", "acquisition", "sanctions"))
    return True


def score(one: Occurrence, other: Occurrence) -> int:
    """How much two compatible mentions have in common (see `_ENOUGH`)."""
    points = 0
    if one.dated and other.dated:
        spans = [o.when.days for o in (one, other)]
        if one.when.day is not None and one.when.day == other.when.day:
            points += 2
        elif all(s is not None and s <= _WIDE for s in spans):
            points += 1
    if one_place(one.place, other.place):
        points += 2
    points += min(2, len(_shared(one, other)))
    points += bool((one.names & other.names) - _participant_words(one, other))
    if one.family in _NATURAL and points >= 2:
        points += 1
    if one.status in _UNREAL and other.status in _UNREAL and one.patients & other.patients:
        points += 1
    if one.family in _RARE and _shared(one, other):
        points += 1 + (one.status in _NOT_REAL_YET and other.status in _NOT_REAL_YET)
    # An article that comes back to a meeting of the same people means the same meeting.
    points += one.key[0] == other.key[0] and len(_shared(one, other)) > 1
    return points


def _shared(one: Occurrence, other: Occurrence) -> frozenset[str]:
    return one.sides & other.sides


def _participant_words(one: Occurrence, other: Occurrence) -> frozenset[str]:
    """Words already counted as participants."""
    return one.names & other.names if _shared(one, other) else frozenset()


def _scored(found: Mapping[Key, Occurrence], keys: Sequence[Key]) -> list[tuple[int, Key, Key]]:
    """Compatible pairs that share a block, the best first."""
    pairs = {pair for block in _blocks(found, keys) for pair in combinations(block, 2)}
    scored = [
        (score(found[one], found[other]), one, other) for one, other in pairs if compatible(found[one], found[other])
    ]
    return sorted(scored, key=lambda p: (-p[0], p[1], p[2]))


def _blocks(found: Mapping[Key, Occurrence], keys: Sequence[Key]) -> Iterator[list[Key]]:
    """Mentions of one family that share the day, or a participant or place and the month."""
    blocks: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
    for key in keys:
        one = found[key]
        first = one.when.first or one.when.last or one.published.first
        month = f"{first:%Y-%m}" if first is not None and one.status not in _UNREAL else ""
        if one.dated and one.when.day is not None:
            blocks[(one.family, "day", one.when.day.isoformat())].append(key)
        for side in sorted(one.sides):
            blocks[(one.family, month, side)].append(key)
        if one.place:
            blocks[(one.family, month, "@" + one.place.casefold())].append(key)
    for name in sorted(blocks):
        # A day with hundreds of meetings of one family in it is split by participants and places already.
        if len(blocks[name]) <= 400:
            yield blocks[name]


def _attach(key: Key, found: Mapping[Key, Occurrence], groups: Groups[Key], dated: Sequence[Key]) -> None:
    """Join an undated mention to the one dated event it can be of: in its own article, else anywhere."""
    one = found[key]
    if one.status in _UNREAL and one.family == "invasion":
        return
    fitting = [d for d in dated if found[d].family == one.family and compatible(one, found[d])]
    near = {groups.leader(d): d for d in fitting if d[0] == key[0] and _taken_up(one, found[d])}
    if len(near) == 1:
        groups.join(key, next(iter(near.values())), lambda a, b: compatible(found[a], found[b]))
        return
    if near:
        return
    strong = {groups.leader(d): d for d in fitting if score(one, found[d]) >= _ENOUGH and _close(one, found[d])}
    if len(strong) == 1:
        groups.join(key, next(iter(strong.values())), lambda a, b: compatible(found[a], found[b]))


def _taken_up(one: Occurrence, dated: Occurrence) -> bool:
    """Whether an undated mention may take up a dated one of its article: something in common, and nobody else."""
    strangers = {s for s in one.sides if not s.startswith("~")} - dated.sides
    return score(one, dated) >= 1 and not strangers


def _close(one: Occurrence, other: Occurrence) -> bool:
    """Whether an undated mention's article appeared within two weeks of the dated event."""
    return one.published.first is not None and one.published.meets(other.when, slack=14)


def _tells_enough(group: Sequence[Occurrence]) -> bool:
    if any(o.dated for o in group):
        return True
    if any(o.place for o in group) and any(o.participants for o in group):
        return True
    return max(len(o.participants) for o in group) >= 2 or (
        len(group) > 1 and any(o.participants or o.place for o in group)
    )


def _look_alikes(
    kept: Sequence[Sequence[Key]], ids: Sequence[str], found: Mapping[Key, Occurrence]
) -> dict[str, tuple[str, ...]]:
    """For each event the ones of its kind that share the place, or two participants, and are not it."""
    holding: dict[tuple[str, str], set[int]] = defaultdict(set)
    for index, group in enumerate(kept):
        for key in group:
            one = found[key]
            for what in (*sorted(one.sides), *(["@" + one.place.casefold()] if one.place else [])):
                holding[(one.family, what)].add(index)
    weight: dict[tuple[int, int], int] = defaultdict(int)
    for family, what in sorted(holding):
        indexes = sorted(holding[(family, what)])
        if len(indexes) <= 60:
            for pair in combinations(indexes, 2):
                weight[pair] += 2 if what.startswith("@") else 1
    found_pairs: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (a, b), points in weight.items():
        if points >= 2:
            found_pairs[ids[a]].append((-points, ids[b]))
            found_pairs[ids[b]].append((-points, ids[a]))
    return {
        id_: tuple(sorted(other for _, other in sorted(pairs)[:_MOST_SIMILAR])) for id_, pairs in found_pairs.items()
    }
