"""Which two days that two articles of one story name are given for one thing, by what speaks for it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from math import fsum, log

from generator.corroborate.days.clauses import LAST
from generator.corroborate.days.named import Day
from generator.corroborate.figures.accounts import its_own
from generator.corroborate.windows import window
from generator.corroborate.wording import stem
from generator.model import Evidence

# Of one thing two weekdays lie no further apart, and two dates: 30 April and 31 May, 12 and 19 December.
_WEEKDAYS, _DATES = 9, 33
# What was done the last time may be given days a year apart.
_LATEST = 366
# So much in common makes two clauses that name one day of one thing.
_AGREEING = 1.5
# So much words in common count at most.
_SHARED = 2.5
# Fitted by logistic regression on the pairs of the 152 collections of `tests/gold` and of 504 real articles on one
# election campaign, in which hardly a day is given for what another article gives another day for, and which count for
# a third; and rounded. Fitted on seven eighths, in turn, 47 of the 55 planted days that come here were found in the
# other eighths at this score, with 15 besides in the collections and 13 in the real articles; with the weights before,
# fitted on the collections themselves, 49 with 18 and 28. What `compared` leaves out since is not counted there.
WEIGHTS: Mapping[str, float] = {
    "bias": -3.9,
    "words": 0.8,
    "named": 0.9,
    "other": -0.5,
    "tense": -1.0,
    "only": 1.1,
    "dates": 4.7,
    "date": 0.4,
    "next": 1.0,
    "gap": -1.0,
    "few": 1.9,
    "known": -1.6,
    "moved": -0.7,
    "left": 0.8,
}
ENOUGH = -1.0


@dataclass(frozen=True, slots=True)
class Told:
    """An article's days: all that it names, those told as such, the one to come where it names no other; how many stand
    with a word; the stems of all names it has; when it appeared."""

    days: tuple[Day, ...]
    told: tuple[Day, ...]
    next: Day | None
    having: Mapping[str, int]
    knows: frozenset[str]
    published: date | None

    @classmethod
    def of(cls, e: Evidence, named: tuple[Day, ...], known: frozenset[str]) -> "Told":
        told = tuple(day for day in named if not day.aside)
        to_come = [day for day in told if day.to_come]
        having = Counter(word for day in named for word in day.words)
        next_ = to_come[0] if len(to_come) == 1 else None
        knows = frozenset(stem(word) for name in known for word in name.split("-"))
        return cls(named, told, next_, having, knows, window(e.document.published).first)

    def before(self, other: "Told") -> int | None:
        """How many days before another it appeared; None for none and where it is not known."""
        return (other.published - self.published).days or None if self.published and other.published else None

    def after(self, day: Day) -> bool:
        """Whether it appeared after a day."""
        return self.published is not None and day.day is not None and day.day < self.published

    def names(self, day: Day) -> bool:
        """Whether it names a day, for whatever: what it tells of another is of something else then."""
        return any(day.days_to(own) == 0 for own in self.days)

    def tells(self, day: Day, shared: frozenset[str]) -> bool:
        """Whether it gives a day with these words itself, beside another."""
        return any(day.days_to(own) == 0 and shared <= own.words for own in self.days)

    def alone(self, other: "Told") -> frozenset[tuple[str, int]]:
        """The one day that was and that the other does not name, where there is but one."""
        left = [day.key for day in self.told if not day.to_come and not other.names(day)]
        return frozenset(left if len(left) == 1 else ())


def set_against(here: Told, there: Told) -> Iterator[tuple[Day, Day]]:
    """Pairs of days of two articles of one story that are given for one thing."""
    scored: list[tuple[float, Day, Day]] = []
    held: set[tuple[str, int]] = set()
    for one, other, found in compared(here, there):
        if found is None:
            held |= {one.key, other.key}
            continue
        score = sum(WEIGHTS[name] * signal for name, signal in found.items())
        if score >= ENOUGH:
            scored.append((score, one, other))
    free = [pair for pair in scored if not held & {pair[1].key, pair[2].key}]
    for score, one, other in free:
        rivals = (s for s, a, b in free if (a is one) != (b is other))
        if all(score > s for s in rivals):
            yield one, other


def compared(here: Told, there: Told) -> Iterator[tuple[Day, Day, Mapping[str, float] | None]]:
    """The pairs of days of two articles that may be given for one thing, each with what speaks for and against it; with
    None instead where they give the same day for it."""
    later = here.before(there)
    # where each names but one day that the other does not, it is of one thing more often than not
    single = here.alone(there) | there.alone(here)
    for one, other in product(here.told, there.told):
        gap = one.days_to(other)
        once = one.once & other.once
        latest = any(kind.startswith(LAST) for kind in once)
        if gap is None or abs(gap) > (_LATEST if latest else _DATES if one.dated and other.dated else _WEEKDAYS):
            continue
        if one.since != other.since:
            continue  # since when it has been so, and when it was so
        shared = one.words & other.words
        plainly = shared - one.names - other.names
        opening = one.opening and other.opening and not (one.to_come or other.to_come)
        only = one is here.next and other is there.next and abs(later or 0) <= _WEEKDAYS
        left = abs(gap) == 1 and one.key in single and other.key in single
        if not (
            once
            or (left and (shared or (one.dated and other.dated)))
            or only
            or plainly
            or (shared and (opening or one.kinds & other.kinds))
        ):
            continue
        planned = one.to_come and other.to_come
        if abs(gap) > _WEEKDAYS and not (planned or once or one.kinds & other.kinds or len(shared) > 1):
            continue  # with one word two articles tell of many things in weeks; but plans are put off by months
        if one.names and other.names and not (one.names & there.knows or other.names & here.knows):
            continue  # two ships
        if planned and (here.after(other) or there.after(one)):
            continue
        if its_own(one.clause) or its_own(other.clause):
            continue
        # a word that many days of an article stand with says little; a set has no order, and `fsum` needs none
        weights = {w: (here.having[w] * there.having[w]) ** -0.5 for w in shared}
        if gap == 0:
            if fsum(weights[w] for w in shared) >= _AGREEING or once or opening:
                yield one, other, None
            continue
        if shared and (here.tells(other, shared) or there.tells(one, shared)):
            continue  # "the first strike on 20 March, the second on 21 March", "nurses strike on 21 March"
        yield (
            one,
            other,
            {
                "bias": 1.0,
                "words": min(_SHARED, fsum(weights[w] for w in plainly)),
                "named": min(_SHARED, fsum(weights[w] for w in shared - plainly)),
                "other": float(bool(one.kinds and other.kinds) and not one.kinds & other.kinds),
                "tense": float(one.to_come != other.to_come),
                "only": float(only),
                "dates": float(one.dated and other.dated),
                "date": float(one.dated != other.dated),
                "next": float(abs(gap) == 1),
                "known": float(there.names(one)) + here.names(other),
                "moved": float(gap == later),
                "left": float(left),
                # of what has been two accounts seldom differ by weeks; but of when it was the last time
                "gap": 0.0 if latest else log(1 + abs(gap)),
                # what two articles name few days for is one thing as often as not
                "few": (len(here.told) * len(there.told)) ** -0.5,
            },
        )
