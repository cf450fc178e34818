"""One event across sources: mentions of the same kind, with compatible dates and places and shared participants."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.corroborate.events.deeds import deeds
from generator.corroborate.events.main import join_main_events
from generator.corroborate.events.match import ENOUGH, OF_ONE, RARE, UNREAL, alike, compatible, score
from generator.corroborate.events.names import numbered
from generator.corroborate.events.occurrences import Occurrence, occurrences
from generator.corroborate.events.records import by_article, event_record, slugs
from generator.corroborate.groups import Groups, pairs_of
from generator.corroborate.places import one_place
from generator.corroborate.stories import Stories
from generator.lexicons import words
from generator.model import DEED, Copies, Event, Evidence, Key, Resolution
from generator.remembered import NOTHING, Remembered

_MOST_SIMILAR = 5
_MONTH = 31
Block = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The events, the event's id of every mention that became part of one, and of those that say when or where, or
    that it has not happened."""

    events: tuple[Event, ...]
    of: Mapping[Key, str]
    said_of: Mapping[Key, str]


def events(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    told: Stories,
    copied: Sequence[Copies] = (),
    known: Remembered = NOTHING,
) -> Gathered:
    """Gather the event mentions of all sources into events.

    Mentions with a date are joined first, then undated ones to the one dated event of their own article that fits, or
    of all articles if there is just one; what is left is joined by place and participants, and last what articles of
    one story (`told`) say of the one event of a kind. Look-alikes of another
    date or place name each other in `similar`. A mention that says too little to stand alone becomes no event.
    """
    all_found = occurrences(evidence, resolution, known)
    found = {k: o for k, o in all_found.items() if o.type != DEED}
    groups = Groups(sorted(found), lambda k: found[k].face, lambda one, other: compatible(found[one], found[other]))
    dated = [k for k in sorted(found) if found[k].dated]
    undated = [k for k in sorted(found) if not found[k].dated]
    for points, one, other in _scored(found, dated, told):
        if points >= ENOUGH:
            groups.join(one, other)
    vague = [k for k in dated if found[k].when.day is None and len(groups.members(k)) == 1]
    index = _index(found, dated, groups)
    for key in (*vague, *undated):
        _take_up(key, found, groups, index)
    for points, one, other in _scored(found, undated, told):
        if points >= ENOUGH and one[0] == other[0]:
            groups.join(one, other)
    for key in (*vague, *undated):
        _attach(key, found, groups, index)
    for key in dated:
        if len(groups.members(key)) == 1 and not found[key].sides and not found[key].place:
            _join_bare(key, found, groups, index)
    loose = [k for k in undated if all(not found[m].dated for m in groups.members(k))]
    for points, one, other in _scored(found, loose, told):
        if points >= ENOUGH:
            groups.join(one, other)
    join_main_events(found, groups, told, _tells_enough)
    kept = [sorted(g) for g in groups.all() if _tells_enough([found[k] for k in g])]
    by_id = {e.document.id: e for e in evidence}
    others = {k: o for k, o in all_found.items() if o.type == DEED}
    kept += deeds(others, by_id, told, copied)
    found |= others
    kept.sort(key=lambda group: min(by_article(found[k]) for k in group))
    actors = {actor.id: actor for actor in resolution.actors}
    ids = slugs([[found[k] for k in group] for group in kept], by_id, actors)
    of = {key: id_ for id_, group in zip(ids, kept, strict=True) for key in group}
    similar = _look_alikes(kept, ids, found)
    records = [
        event_record(id_, [found[k] for k in group], by_id, actors, similar.get(id_, ()))
        for id_, group in zip(ids, kept, strict=True)
    ]
    said_of = {
        k: id_
        for k, id_ in of.items()
        if found[k].type != DEED and (found[k].dated or found[k].place or found[k].status != "occurred")
    }
    return Gathered(tuple(sorted(numbered(records), key=lambda e: e.id)), of, said_of)


def _scored(found: Mapping[Key, Occurrence], keys: Sequence[Key], told: Stories) -> list[tuple[int, Key, Key]]:
    """Compatible pairs that share a block, the best first; that two articles tell one story counts as a participant."""
    pairs = {
        pair
        for block in _blocks(found, keys)
        for pair in pairs_of(block, lambda k: (found[k].face, found[k].published))
    }
    scored = [
        (score(found[one], found[other]) + (told.one(one[0], other[0]) and alike(found[one], found[other])), one, other)
        for one, other in pairs
        if compatible(found[one], found[other])
    ]
    return sorted(scored, key=lambda p: (-p[0], p[1], p[2]))


def _blocks(found: Mapping[Key, Occurrence], keys: Sequence[Key]) -> Iterator[list[Key]]:
    """Mentions of one family that share the day, or a participant or place and the month."""
    blocks: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
    for key in keys:
        one = found[key]
        first = one.when.first or one.when.last or one.published.first
        month = f"{first:%Y-%m}" if first is not None and one.status not in UNREAL and one.family not in RARE else ""
        if one.dated and one.when.day is not None:
            blocks[(one.family, "day", one.when.day.isoformat())].append(key)
        for side in sorted(one.sides):
            blocks[(one.family, month, side)].append(key)
        for patient in sorted(one.patients):
            for agent in sorted(one.agents):
                blocks[(one.family, f"by {agent}", patient)].append(key)
        if one.place:
            blocks[(one.family, month, "@" + one.place.casefold())].append(key)
    for name in sorted(blocks):
        yield blocks[name]


def _index(found: Mapping[Key, Occurrence], dated: Sequence[Key], groups: Groups[Key]) -> dict[Block, list[Key]]:
    """The dated mentions by what an undated one can share with them, one for each event and face of it."""
    index: dict[Block, dict[object, Key]] = defaultdict(dict)
    for key in dated:
        one = found[key]
        face = (groups.leader(key), one.face, one.published)
        days = [f"on {one.when.day}"] if one.when.day is not None else []
        for what in (*sorted(one.sides), *days, *(["@" + one.place.casefold()] if one.place else [])):
            index[(one.family, what)].setdefault(face, key)
        index[(one.family, "in " + key[0])].setdefault(key, key)
    return {block: list(faces.values()) for block, faces in index.items()}


def _take_up(key: Key, found: Mapping[Key, Occurrence], groups: Groups[Key], index: Mapping[Block, list[Key]]) -> None:
    """Join an undated mention ("the talks"), or one dated by its week, to the dated event of its article it fits."""
    one = found[key]
    here = index.get((one.family, "in " + key[0]), [])
    days = [d for d in here if d != key and found[d].when.day is not None]
    # With one such event in the article anything in common will do; among several it takes as much as elsewhere.
    needed = ENOUGH
    if len({groups.leader(d) for d in days}) == 1:
        needed = int(not one.definite or bool(one.sides or one.place))  # "the ruling" is the one told here
    near = {
        groups.leader(d): d
        for d in days
        if compatible(one, found[d]) and _taken_up(one, [found[m] for m in groups.faces(d)], needed)
    }
    _join_the_only(key, near, groups)


def _attach(key: Key, found: Mapping[Key, Occurrence], groups: Groups[Key], index: Mapping[Block, list[Key]]) -> None:
    """Join an undated mention, with what it stands with, to the one dated event of any article it can be of."""
    one = found[key]
    if one.family in RARE or any(found[m].dated and found[m].when.day for m in groups.members(key)):
        return
    shared = (*sorted(one.sides), *(["@" + one.place.casefold()] if one.place else []))
    nearby = {d: None for what in shared for d in index.get((one.family, what), []) if d != key}
    fitting = [d for d in nearby if _near(one, found[d]) and compatible(one, found[d]) and _points_to(one, found[d])]
    _join_the_only(key, {groups.leader(d): d for d in fitting}, groups)


def _points_to(one: Occurrence, dated: Occurrence) -> bool:
    """Whether a mention without a day can mean this event: one dated by its month shares anything with it, an undated
    one, which appeared within two weeks of it, enough."""
    month = one.dated and one.when.days is not None and one.when.days <= _MONTH
    return score(one, dated) >= (1 if month else ENOUGH)


def _near(one: Occurrence, dated: Occurrence) -> bool:
    """Whether the time allows it, which is quick to see."""
    if one.dated:
        return dated.when.day is not None
    return one.published.first is not None and one.published.meets(dated.when, slack=14)


def _join_bare(
    key: Key, found: Mapping[Key, Occurrence], groups: Groups[Key], index: Mapping[Block, list[Key]]
) -> None:
    """Join "a strike is planned for Wednesday", without place and people, to the one event of its kind of that day."""
    one = found[key]
    same = [d for d in index.get((one.family, f"on {one.when.day}"), []) if d != key and one.when.day is not None]
    _join_the_only(key, {groups.leader(d): d for d in same if groups.leader(d) != groups.leader(key)}, groups)


def _join_the_only(key: Key, fitting: Mapping[Key, Key], groups: Groups[Key]) -> None:
    """Join a mention to the event it fits, if there is just one; `fitting` is by the leader of the event's group."""
    if len(fitting) == 1:
        groups.join(key, next(iter(fitting.values())))


def _taken_up(one: Occurrence, event: Sequence[Occurrence], needed: int) -> bool:
    """Whether an undated mention may take up an event of its article: something in common, and nobody else."""
    known = frozenset[str]().union(*(o.sides for o in event))
    strangers = {s for s in one.sides if not s.startswith("~")} - known
    if one.status == "denied" and one.place and not any(one_place(one.place, o.place) for o in event):
        # "Will visit the region on Saturday" and "cancelled a trip to Vienna".
        needed = ENOUGH
    return max(score(one, o) for o in event if compatible(one, o)) >= needed and not strangers


def _tells_enough(group: Sequence[Occurrence]) -> bool:
    if group[0].family == "death" and not any(o.participants for o in group):
        return False  # "3,000 people died": a figure
    # "Anna Berg resigned"; of "the driver was arrested" it must be sure by more who that is
    if any(o.dated or (o.family in OF_ONE and any(side.startswith("~") for side in o.sides)) for o in group):
        return True
    if any(o.place for o in group) and any(o.mentioned or o.type in words("event_disasters") for o in group):
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
        for key in (k for k in group if found[k].type != DEED):
            one = found[key]
            who = one.sides or {f"~{name}" for name in one.names}
            for what in (*sorted(who), *(["@" + one.place.casefold()] if one.place else [])):
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
