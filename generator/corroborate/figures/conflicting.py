"""Figures of one thing whose values cannot both hold at one time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import inf

from generator.corroborate.figures.accounts import SUMS, Part, contradicted, of_one_story
from generator.corroborate.figures.alike import face, told_alike
from generator.corroborate.figures.altered import altered
from generator.corroborate.figures.contrasts import contrasts, rejected
from generator.corroborate.figures.facts import value
from generator.corroborate.figures.lining import set_against
from generator.corroborate.figures.names import conflict_of_figures
from generator.corroborate.figures.quantities import Quantity, quantities
from generator.corroborate.figures.things import apart, cannot_both_hold
from generator.corroborate.groups import Groups
from generator.corroborate.stories import Stories
from generator.model import Conflict, Copies, Event, Evidence, Key, Resolution
from generator.remembered import Remembered

# More numbers are hardly told of one thing in the days of a story. Of the marked collections' figures in conflict one
# is told in more than three, and counts the sick; of those found in 504 real articles, which give hardly a thing two
# numbers, seven of 31.
_VALUES = 3


@dataclass(frozen=True, slots=True)
class Lined:
    """Figures of one thing, told by at least two sources, that cannot all hold."""

    members: tuple[Quantity, ...]


def figure_conflicts(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    event_of: Mapping[Key, str],
    copied: Sequence[Copies],
    ids: Mapping[Key, str],
    events: Sequence[Event],
    told: Stories,
    known: Remembered,
) -> list[Conflict]:
    """Conflicts of kind figure, without ids. Unit conversions, parts of a whole, bounds that overlap, forecasts and
    rates of different time are no conflicts; where nothing ties two figures to one thing, nothing is said."""
    of_each = known.each("quantities", lambda e: quantities([e], resolution, event_of), evidence)
    found = [one for of_one in of_each for one in of_one]
    by_id = {event.id: event for event in events}
    usable = {q.key: q for q in found}
    set_apart = {p for p in contrasts(evidence, usable) if cannot_both_hold(usable[p[0]], usable[p[1]])}
    set_apart |= {*rejected(evidence, usable, told)}
    lined = _line_up(found, told, altered(found, copied), frozenset(set_apart), by_id, known)
    return [conflict_of_figures(one.members, copied, ids, by_id) for one in lined]


def _line_up(
    found: Sequence[Quantity],
    told: Stories,
    changed: frozenset[tuple[Key, Key]],
    set_apart: frozenset[tuple[Key, Key]],
    events: Mapping[str, Event],
    known: Remembered,
) -> Iterator[Lined]:
    by_key = {q.key: q for q in sorted(found, key=lambda q: q.key)}
    same = {*told_alike(by_key, known)}
    parts: set[tuple[Key, Key]] = set()
    for a, b, part in _told_in_one_story(by_key, told, events, known):
        if part is Part.SAME:
            same.add((a, b))
        elif _more(by_key[a], by_key[b]) if part is Part.FIRST else _more(by_key[b], by_key[a]):
            parts.add((a, b))
    agreeing = _agreements(same, by_key)
    by_key |= _risen_elsewhere(same, by_key)
    apart_ = {(a, b) for a, b in same | parts if a[0] != b[0] and cannot_both_hold(by_key[a], by_key[b])}
    rivals: dict[Key, list[Key]] = defaultdict(list)
    for a, b in sorted(apart_):
        rivals[a].append(b)
        rivals[b].append(a)
    clashing = {
        (a, b)
        for a, b in apart_
        if b[0] not in agreeing[a]
        and a[0] not in agreeing[b]
        and not _of_a_part(a, rivals[b], by_key)
        and not _of_a_part(b, rivals[a], by_key)
    } | changed
    settled = {key: set(sources) for key, sources in agreeing.items()}
    matched = {*set_against(found, told, settled, events, known)}
    taken = {(key, other[0]) for a, b in matched for key, other in ((a, b), (b, a))}
    clashing = {(a, b) for a, b in clashing if (a, b[0]) not in taken and (b, a[0]) not in taken} | matched
    side_by_side = _set_side_by_side(by_key, told, events)
    beside = set_apart | {pair for pair in side_by_side if cannot_both_hold(*(by_key[k] for k in pair))}
    clashing |= beside
    groups: Groups[Key] = Groups(by_key, lambda k: face(by_key[k]), lambda a, b: not apart(by_key[a], by_key[b]))
    for a, b in sorted(same):
        groups.join(a, b)
    for a, b in sorted((clashing & parts) | matched | changed | beside | {*_given_again(by_key, told)}):
        groups.put_together(a, b)
    clash = {key for pair in clashing if groups.leader(pair[0]) == groups.leader(pair[1]) for key in pair}
    for group in groups.all():
        shown = {k for k in group if k in clash}
        backing = {(c[0], source) for c in shown for source in agreeing[c]}
        shown |= {k for k in group if any((source, k[0]) in backing for source in agreeing[k])}
        members = tuple(by_key[k] for k in sorted(shown))
        if _of_several_things(members):
            continue
        if len({m.key[0] for m in members}) > 1 or any(pair[0] in group and pair[1] in group for pair in beside):
            yield Lined(members)


def _of_several_things(members: Sequence[Quantity]) -> bool:
    """Whether figures give too many numbers for one thing, and one article several of them: each hour has its own count
    of states won. Whom something befell are counted again and again."""
    if any(m.action in SUMS for m in members):
        return False
    told = {(m.key[0], value(m)) for m in members}
    return len({number for _, number in told}) > _VALUES and len({source for source, _ in told}) < len(told)


def _risen_elsewhere(same: Iterable[tuple[Key, Key]], by_key: Mapping[Key, Quantity]) -> Mapping[Key, Quantity]:
    """The numbers that another article tells as risen to, as risen: what was told before was smaller. The other may be
    too far off in time to be lined up with, where both are with what was told before."""
    partners: dict[Key, set[Key]] = defaultdict(set)
    for a, b in same:
        partners[a].add(b)
        partners[b].add(a)
    told_risen = sorted(key for key in partners if by_key[key].risen)
    near = {of: {*partners[of], *(to for before in partners[of] for to in partners[before])} for of in told_risen}
    return {
        to: replace(by_key[to], risen=True)
        for of in told_risen
        for to in sorted(near[of])
        if not by_key[to].risen and not cannot_both_hold(by_key[of], by_key[to])
    }


def _of_a_part(one: Key, rivals: Iterable[Key], by_key: Mapping[Key, Quantity]) -> bool:
    """Whether a number has a larger one of the same deed beside it in its article, which is of the same thing as the
    other's, whose `rivals` are given: two of the 21 injured are in hospital still."""
    part = by_key[one]
    return bool(part.action) and any(
        key[0] == one[0] and by_key[key].action == part.action and by_key[key].low > part.high for key in rivals
    )


def _told_in_one_story(
    by_key: Mapping[Key, Quantity], told: Stories, events: Mapping[str, Event], known: Remembered
) -> Iterator[tuple[Key, Key, Part]]:
    """Pairs of figures that two articles of one story tell of one thing, or one of a part of it."""
    inside = _by_block(by_key)

    def pairs(here: str, there: str) -> Iterator[tuple[int, int, str]]:
        opening, other_opening, blocks = told.openings[here], told.openings[there], inside[there]
        for block, many in inside[here].items():
            for b in blocks.get(block, ()):
                for a in many:
                    part = of_one_story(a, b, opening, other_opening, events)
                    if part is not None:
                        yield a.key[1], b.key[1], part.value

    with known.table("figures of one story") as found:
        for here, there in told.pairs():
            for a, b, part in found(pairs, (here, there)):
                yield (here, a), (there, b), Part(part)


def _by_block(by_key: Mapping[Key, Quantity]) -> Mapping[str, Mapping[tuple[str, str, str], Sequence[Quantity]]]:
    """The figures of each article by what those have in common that can be of one thing."""
    inside: dict[str, dict[tuple[str, str, str], list[Quantity]]] = defaultdict(lambda: defaultdict(list))
    for key, one in by_key.items():
        kind = one.whole if one.dimension == "count" else ""
        inside[key[0]][(one.dimension, kind, one.rate)].append(one)
    return inside


def _set_side_by_side(
    by_key: Mapping[Key, Quantity], told: Stories, events: Mapping[str, Event]
) -> Iterator[tuple[Key, Key]]:
    """Pairs of figures of one article of which it says itself that two speakers differ."""
    inside: dict[str, list[Key]] = defaultdict(list)
    for key, one in by_key.items():
        taken = by_key.get(one.takes) if one.takes else None
        if taken is not None and one.when.meets(taken.when) and _another_says(one, taken):
            yield taken.key, key
        if one.voice:
            inside[key[0]].append(key)
    for source, keys in inside.items():
        for a, b in combinations(keys, 2):
            if by_key[a].counted == by_key[b].counted and contradicted(
                by_key[a], by_key[b], told.openings[source], events
            ):
                yield a, b


def _given_again(by_key: Mapping[Key, Quantity], told: Stories) -> Iterator[tuple[Key, Key]]:
    """Pairs of one bare number that two articles of one story set beside another: they set the same two side by side,
    whatever they call what is counted."""
    bare: dict[tuple[str, str, float, float], list[Key]] = defaultdict(list)
    for key, one in by_key.items():
        if one.takes in by_key:
            bare[(one.dimension, one.rate, one.low, one.high)].append(key)
    yield from ((a, b) for keys in bare.values() for a, b in combinations(keys, 2) if told.one(a[0], b[0]))


def _another_says(one: Quantity, taken: Quantity) -> bool:
    """Whether a bare number is somebody else's than the one it stands beside."""
    said = one.voice or one.figure.subject
    return bool(said) and said != (taken.voice or taken.figure.subject)


def _more(part: Quantity, whole: Quantity) -> bool:
    """Whether a part is certainly more than its whole."""
    return whole.high < part.low


def _agreements(same: Iterable[tuple[Key, Key]], by_key: Mapping[Key, Quantity]) -> Mapping[Key, set[str]]:
    """For each figure the articles that hold the same number for the same thing: what else these hold is no conflict
    with it. "Thousands" agrees with everything and so with nothing."""
    found: dict[Key, set[str]] = defaultdict(set)
    for a, b in same:
        one, other = by_key[a], by_key[b]
        if a[0] != b[0] and inf not in (one.high, other.high) and not cannot_both_hold(one, other):
            found[a].add(b[0])
            found[b].add(a[0])
    return found
