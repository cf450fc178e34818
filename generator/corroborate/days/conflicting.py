"""Two days for one thing in two articles of one story, by few general signals.

As with numbers (`lining`), what agrees is set aside first, and of the rest two days that are each other's best match
are of one thing where enough speaks for it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from generator.corroborate.days.named import Day, days
from generator.corroborate.days.pairs import Told, set_against
from generator.corroborate.groups import Groups
from generator.corroborate.stories import Stories
from generator.corroborate.windows import plain
from generator.corroborate.wording import wording
from generator.model import Conflict, ConflictSide, Evidence, Key, Place
from generator.remembered import Remembered

_WORD = re.compile(r"[^\W\d_]+")


def day_conflicts(
    evidence: Sequence[Evidence], event_of: Mapping[Key, str], told: Stories, known: Remembered
) -> Iterator[Conflict]:
    """Conflicts of kind date, without ids; each side with the words that give the day, and the events of it."""
    by_id = {e.document.id: e for e in evidence}
    named = dict(zip(by_id, known.each("days named", days, evidence), strict=True))

    @cache
    def of(source: str) -> Told:
        return Told.of(by_id[source], named[source], told.openings[source].known)

    def against(here: str, there: str) -> Iterator[tuple[int, int]]:
        return ((one.start, other.start) for one, other in set_against(of(here), of(there)))

    with known.table("days") as found:
        pairs = [
            ((here, first), (there, second))
            for here, there in told.pairs()
            for first, second in found(against, (here, there))
        ]
    telling: dict[str, set[str]] = defaultdict(set)
    for (source, _), event in event_of.items():
        telling[event].add(source)
    groups: Groups[tuple[str, int]] = Groups(sorted({day for pair in pairs for day in pair}))
    rivals: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
    for one, other in pairs:
        groups.put_together(one, other)
        rivals[one].append(other)
        rivals[other].append(one)
    for group in groups.of_several():
        days_of = {day.key: day for source in sorted({source for source, _ in group}) for day in of(source).days}
        conflict = _conflict(_of_two([days_of[key] for key in sorted(group)], days_of, rivals), event_of, telling)
        if conflict is not None:
            yield conflict


def _of_two(
    members: Sequence[Day],
    days_of: Mapping[tuple[str, int], Day],
    against: Mapping[tuple[str, int], Sequence[tuple[str, int]]],
) -> list[Day]:
    """The members that give one of the two days that most articles set against each other."""
    first = max(members, key=lambda day: len(against[day.key]))  # of as many the first
    told = [day for day in members if first.days_to(day) == 0]
    gaps = Counter(first.days_to(days_of[other]) for day in told for other in against[day.key])
    second = [gap for gap, times in gaps.items() if 2 * times > gaps.total()]
    return [day for day in members if first.days_to(day) in (0, *second)]


def _conflict(members: Sequence[Day], event_of: Mapping[Key, str], telling: Mapping[str, set[str]]) -> Conflict | None:
    """The conflict of days that are given for one thing; of more than two, each is of something else, and of two where
    an article of one side tells of what the other side has that day as well. `telling`: the articles of each event."""
    counted = Counter(day.day for day in members if day.day)
    anchor = min(counted, key=lambda d: (-counted[d], d), default=None)
    sides: dict[str, list[Place]] = defaultdict(list)
    happened: dict[str, list[str]] = defaultdict(list)
    for member in members:
        value = _value(next(m for m in members if m.days_to(member) == 0), anchor)
        sides[value].append(member.place)
        keys = ((member.place.source, index) for index in member.events)
        happened[value] += [event_of[key] for key in keys if key in event_of]
    if len(sides) != 2:
        return None
    (one, here), (other, there) = sides.items()
    for events, others, places in ((happened[one], happened[other], there), (happened[other], happened[one], here)):
        if any(place.source in telling[event] for event in set(events) - set(others) for place in places):
            return None
    note = "The sources give different days for what seems to be one thing; nothing in them says which."
    told = tuple(ConflictSide(value, (*sides[value], *dict.fromkeys(happened[value]))) for value in sorted(sides))
    return Conflict(id="", kind="date", what=_what(members), sides=told, note=note)


def _value(day: Day, anchor: date | None) -> str:
    """A day as written, with its date where that is not the way it is written."""
    known = day.near(anchor) if anchor else None
    told = plain(known) if known else ""
    return day.text if told.rpartition(" ")[0] in day.text else f"{day.text} ({told})"


def _what(members: Sequence[Day]) -> str:
    """What happened once, else the words that the clauses have in common, as one of them has them."""
    once = Counter(name for day in members for name in day.once)
    if once:
        text = min(once, key=lambda name: (-once[name], name))
    else:
        counted = Counter(word for day in members for word in day.words)
        shared = {word for word in members[0].words if counted[word] > 1}
        found = dict.fromkeys(w for w in _WORD.findall(members[0].clause) if shared.intersection(wording(w).stems))
        text = " ".join(found) or members[0].text
    return text[:1].upper() + text[1:]
