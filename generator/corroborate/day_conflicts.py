"""Two days for one thing in two articles of one story, by few general signals.

As with numbers (`lining`), what agrees is set aside first, and of the rest two days that are each other's best match
are of one thing where enough speaks for it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product

from generator.corroborate.accounts import its_own
from generator.corroborate.days import Day, days
from generator.corroborate.groups import Groups
from generator.corroborate.stories import Stories
from generator.corroborate.windows import plain, window
from generator.corroborate.wording import stem, wording
from generator.model import Conflict, ConflictSide, Evidence, Key, Place
from generator.remembered import Remembered

# Of one thing two weekdays lie no further apart, and two dates: 30 April and 31 May, 12 and 19 December.
_WEEKDAYS, _DATES = 9, 33
# So much in common makes two clauses that name one day of one thing.
_AGREEING = 1.5
# Fitted, but for "left" and "far", by logistic regression on the pairs of the collections of `tests/gold` and of four
# sets of published articles, and rounded. Fitted on seven eighths of them, in turn, 23 of the other eighths' 34 planted
# days were found with 6 besides at this score.
WEIGHTS: Mapping[str, float] = {
    "bias": -2.3,
    "words": 0.7,
    "once": 1.0,
    "other": -0.8,
    "tense": -0.7,
    "opening": 1.1,
    "only": 0.3,
    "dates": 2.4,
    "date": 0.3,
    "next": 1.2,
    "known": -1.7,
    "moved": -0.8,
    "left": 1.0,
    "far": -1.0,
}
ENOUGH = -0.5
_WORD = re.compile(r"[^\W\d_]+")


def day_conflicts(
    evidence: Sequence[Evidence], event_of: Mapping[Key, str], told: Stories, known: Remembered
) -> Iterator[Conflict]:
    """Conflicts of kind date, without ids; each side with the words that give the day, and the events of it."""
    by_id = {e.document.id: e for e in evidence}
    named = dict(zip(by_id, known.each("days named", days, evidence), strict=True))

    @cache
    def of(source: str) -> _Told:
        return _Told.of(by_id[source], named[source], told.openings[source].known)

    def against(here: str, there: str) -> Iterator[tuple[int, int]]:
        return ((one.start, other.start) for one, other in _set_against(of(here), of(there)))

    with known.table("days") as found:
        pairs = [
            ((here, first), (there, second))
            for here, there in told.pairs()
            for first, second in found(against, (here, there))
        ]
    groups: Groups[tuple[str, int]] = Groups(sorted({day for pair in pairs for day in pair}))
    rivals: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
    for one, other in pairs:
        groups.put_together(one, other)
        rivals[one].append(other)
        rivals[other].append(one)
    for group in groups.of_several():
        days_of = {day.key: day for source in sorted({source for source, _ in group}) for day in of(source).days}
        conflict = _conflict(_of_two([days_of[key] for key in sorted(group)], days_of, rivals), event_of)
        if conflict is not None:
            yield conflict


@dataclass(frozen=True, slots=True)
class _Told:
    """An article's days: all that it names, those told as such, the one to come where it names no other; how many stand
    with a word; the stems of all names it has."""

    days: tuple[Day, ...]
    told: tuple[Day, ...]
    next: Day | None
    having: Mapping[str, int]
    knows: frozenset[str]
    published: date | None

    @classmethod
    def of(cls, e: Evidence, named: tuple[Day, ...], known: frozenset[str]) -> "_Told":
        told = tuple(day for day in named if not day.aside)
        to_come = [day for day in told if day.to_come]
        having = Counter(word for day in named for word in day.words)
        next_ = to_come[0] if len(to_come) == 1 else None
        knows = frozenset(stem(word) for name in known for word in name.split("-"))
        return cls(named, told, next_, having, knows, window(e.document.published).first)

    def before(self, other: "_Told") -> int | None:
        """How many days before another it appeared; None for none and where it is not known."""
        return (other.published - self.published).days or None if self.published and other.published else None

    def after(self, day: Day) -> bool:
        """Whether it appeared after a day."""
        return self.published is not None and day.day is not None and day.day < self.published

    def names(self, day: Day) -> bool:
        """Whether it names a day, for whatever: what it tells of another is of something else then."""
        return any(day.days_to(own) == 0 for own in self.days)


def _set_against(here: _Told, there: _Told) -> Iterator[tuple[Day, Day]]:
    """Pairs of days of two articles of one story that are given for one thing."""
    scored: list[tuple[float, Day, Day]] = []
    held: set[tuple[str, int]] = set()
    later = here.before(there)
    # where each names but one day that the other does not, it is of one thing more often than not
    alone = [[day for day in a.told if not day.to_come and not b.names(day)] for a, b in ((here, there), (there, here))]
    single = {day.key for days_ in alone if len(days_) == 1 for day in days_}
    for one, other in product(here.told, there.told):
        gap = one.days_to(other)
        if gap is None or abs(gap) > (_DATES if one.dated and other.dated else _WEEKDAYS):
            continue
        shared = one.words & other.words
        plainly = shared - one.names - other.names
        opening = one.opening and other.opening and not (one.to_come or other.to_come)
        only = one is here.next and other is there.next and abs(later or 0) <= _WEEKDAYS
        once = bool(one.once & other.once)
        left = abs(gap) == 1 and one.key in single and other.key in single
        if not (
            once
            or (left and (shared or (one.dated and other.dated)))
            or only
            or plainly
            or (shared and (opening or one.kinds & other.kinds))
        ):
            continue
        if one.names and other.names and not (one.names & there.knows or other.names & here.knows):
            continue  # two ships
        if one.to_come and other.to_come and (here.after(other) or there.after(one)):
            continue
        if its_own(one.words | other.words):
            continue
        # a word that many days of an article stand with says little
        weights = {w: (here.having[w] * there.having[w]) ** -0.5 for w in shared}
        if gap == 0:
            if sum(weights.values()) >= _AGREEING or once or opening:
                held |= {one.key, other.key}
            continue
        signals = {
            "bias": 1.0,
            "words": min(2.5, sum(weights[w] for w in plainly)),
            "once": float(once),
            "other": float(bool(one.kinds and other.kinds) and not one.kinds & other.kinds),
            "tense": float(one.to_come != other.to_come),
            "opening": float(opening),
            "only": float(only),
            "dates": float(one.dated and other.dated),
            "date": float(one.dated != other.dated),
            "next": float(abs(gap) == 1),
            "known": float(there.names(one)) + here.names(other),
            "moved": float(gap == later),
            "left": float(left),
            # of what has been, two accounts seldom differ by weeks; plans are put off by months
            "far": float(abs(gap) > _WEEKDAYS and not (one.to_come and other.to_come)),
        }
        score = sum(WEIGHTS[name] * signal for name, signal in signals.items())
        if score >= ENOUGH:
            scored.append((score, one, other))
    free = [pair for pair in scored if not held & {pair[1].key, pair[2].key}]
    for score, one, other in free:
        rivals = (s for s, a, b in free if (a is one) != (b is other))
        if all(score > s for s in rivals):
            yield one, other


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


def _conflict(members: Sequence[Day], event_of: Mapping[Key, str]) -> Conflict | None:
    """The conflict of days that are given for one thing; of more than two, each is of something else."""
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
