"""Two days for one thing in two articles of one story, by the words of the clauses that name the days.

As with numbers, days that agree are set aside first, and of the rest two clauses that are each other's best match are
of one thing where enough speaks for it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product

from generator.corroborate.accounts import its_own
from generator.corroborate.groups import Groups
from generator.corroborate.scenes import counting
from generator.corroborate.stories import Stories
from generator.corroborate.told_days import TellsDay, day_words, is_said, names_a_day, read_day
from generator.corroborate.windows import plain
from generator.corroborate.wording import stem, wording
from generator.model import Conflict, ConflictSide, Evidence, Place, Span

# "Since Monday" and "until Friday" are no days on which something was.
_STRETCH = re.compile(
    r"\b(?:since|until|till|by|before|from|after|between|to|than)\s+(?:the |early |late |last |next )?$", re.I
)
_MOVED = re.compile(
    r"\b(?:postpon\w*|put (?:back|off)|brought forward|delayed|original\w*|first|again|reschedul\w*|"
    r"would have|extended|prolonged)\b",
    re.I,
)
_CLAUSE = re.compile(
    r"[;:—]| – |[.!?][\"”'] |, (?:while|whereas|but|and|who|which|where|when)\b|\b(?:while|whereas|but|after)\b"
)
_TO_COME = re.compile(r"\b(?:will|would|is to|are to|to be|due|planned|set for|scheduled|expected|is on|shall)\b", re.I)
_WORD = re.compile(r"[^\W\d_]+")
# Of one thing two days lie no further apart; 13 and 14 May, 12 and 19 May are what writers mistake for each other.
_FURTHEST, _WEEKDAYS_APART = 9, 3
# Articles further apart tell of what came after.
_APART = 3
# Two clauses with a day in common are of one thing with so many words in common.
_WORDS = 2
# Fitted by logistic regression on the pairs of the collections, as those of `lining`: at this score 12 of 22 planted
# days are found with 2 besides. They rest on all of these: fitted on one half, they found at -0.5 2 of the other's 9
# with none besides, or 5 of the other's 10 with 10.
WEIGHTS: Mapping[str, float] = {
    "bias": -3.9,
    "words": 1.2,
    "names": 1.3,
    "tense": -0.7,
    "dates": 2.0,
    "next": 2.0,
    "week": 1.0,
}
ENOUGH = -0.4


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that a clause names: `words` are the stems around it, `names` those of names among them; `dated` where
    it is written as a date, not as a weekday alone."""

    told: TellsDay
    text: str
    clause: str
    words: frozenset[str]
    names: frozenset[str]
    to_come: bool
    dated: bool

    @property
    def key(self) -> tuple[str, int]:
        return self.told.place.source, self.told.place.span.start


def clause_days(evidence: Sequence[Evidence], told: Stories, known: Sequence[Conflict]) -> Iterator[Conflict]:
    """Conflicts of kind date, without ids, but for those whose days are among the `known`."""
    shown = {frozenset(s.value for s in c.sides) for c in known if c.kind == "date"}
    days = {e.document.id: tuple(_days(e)) for e in evidence}
    having = {s: Counter(word for day in many for word in day.words) for s, many in days.items()}
    by_key = {day.key: day for many in days.values() for day in many}
    groups: Groups[tuple[str, int]] = Groups(sorted(by_key))
    common: dict[tuple[str, int], set[str]] = defaultdict(set)
    for here, there in ((one, other) for one, beside in told.beside.items() for other in beside if one < other):
        if not told.openings[here].published.meets(told.openings[there].published, slack=_APART):
            continue
        for one, other in _set_against(days[here], days[there], having[here], having[there]):
            anchor = one.told.day or other.told.day
            near = [d.told.near(anchor) for d in (one, other)] if anchor else []
            if frozenset(plain(day) for day in near if day) not in shown:
                groups.put_together(one.key, other.key)
                common[one.key] |= one.words & other.words
    for group in groups.of_several():
        members = [by_key[key] for key in sorted(group)]
        shared = set().union(*(common[key] for key in group))
        places: dict[str, list[Place]] = defaultdict(list)
        for member in members:
            same = next((m for m in members if _gap(m, member) == 0), member)
            places[_value(same)].append(member.told.place)
        if len(places) == 2:  # of more days than two, each is of something else
            sides = tuple(ConflictSide(value, tuple(places[value])) for value in sorted(places))
            note = "The sources give different days for what seems to be one thing; nothing in them says which."
            yield Conflict(id="", kind="date", what=_what(members[0], shared), sides=sides, note=note)


def _days(e: Evidence) -> Iterator[_Day]:
    text = e.document.text
    body = [b.span for b in e.document.blocks if b.kind == "prose"]
    for time in e.times:
        if time.type not in ("DATE", "TIME") or not names_a_day(time):
            continue
        inside = any(b.start <= time.span.start < b.end for b in body)
        sentence = next((s for s in e.sentences if s.start <= time.span.start < s.end), None)
        if not inside or sentence is None:
            continue
        before, after = text[sentence.start : time.span.start], text[time.span.end : sentence.end]
        if _STRETCH.search(before) or is_said(before, after):
            continue
        start = max((m.end() for m in _CLAUSE.finditer(before)), default=0)
        end = next((m.start() for m in _CLAUSE.finditer(after)), len(after))
        clause = f"{before[start:]} {after[:end]}"
        read = wording(clause)
        place = Place(e.document.id, Span(sentence.start + start, time.span.end + end))
        told = read_day(time, 0, place, frozenset(), frozenset())
        if told is not None and not _MOVED.search(clause):
            to_come = _TO_COME.search(before[start:]) is not None
            dated = any(c.isdigit() for c in time.text)
            yield _Day(told, " ".join(time.text.split()), clause, read.content - _empty(), read.names, to_come, dated)


@cache
def _empty() -> frozenset[str]:
    """Stems that stand beside any day and say nothing of what it is of."""
    return counting() | {stem(w) for w in day_words()} | {"morn", "even", "night", "afternoon", "day", "week"}


def _gap(one: _Day, other: _Day) -> int | None:
    """How many days lie between two days, as far as they are told; None when nothing tells."""
    first, second = one.told.day, other.told.day
    if first is None and second is None and len(one.told.part) == len(other.told.part):
        week = date(2024, 1, 3)  # a day to count from, where only the weekday or the day of the year is told
        first, second = one.told.near(week), other.told.near(week)
    elif first is None or second is None:
        anchor = first or second
        first, second = (one.told.near(anchor), other.told.near(anchor)) if anchor else (None, None)
    return None if first is None or second is None else (second - first).days


def _set_against(
    here: Sequence[_Day], there: Sequence[_Day], first: Mapping[str, int], second: Mapping[str, int]
) -> Iterator[tuple[_Day, _Day]]:
    scored: list[tuple[float, _Day, _Day]] = []
    held: set[tuple[str, int]] = set()
    for one, other in product(here, there):
        shared = one.words & other.words
        if not shared:
            continue
        gap = _gap(one, other)
        if gap == 0 and len(shared) >= _WORDS:
            held |= {one.key, other.key}
        elif gap and abs(gap) <= (_FURTHEST if one.dated and other.dated else _WEEKDAYS_APART) and not its_own(shared):
            named = shared & (one.names | other.names)
            signals = {
                "bias": 1.0,
                "words": min(2.5, sum((first[w] * second[w]) ** -0.5 for w in shared - named)),
                "names": min(1.5, sum((first[w] * second[w]) ** -0.5 for w in named)),
                "tense": float(one.to_come != other.to_come),
                "dates": float(one.dated and other.dated),
                "next": float(abs(gap) == 1),
                "week": float(abs(gap) == 7),
            }
            score = sum(WEIGHTS[name] * signal for name, signal in signals.items())
            if score >= ENOUGH and shared - named:
                scored.append((score, one, other))
    left = [pair for pair in scored if not held & {pair[1].key, pair[2].key}]
    for score, one, other in left:
        rivals = (s for s, a, b in left if (a is one) != (b is other))
        if all(score > s for s in rivals):
            yield one, other


def _value(day: _Day) -> str:
    """A day as written, with its date where that does not tell it."""
    if day.told.day is None or day.dated:
        return day.text
    return f"{day.text} ({plain(day.told.day)})"


def _what(day: _Day, shared: set[str]) -> str:
    """The words that the clauses have in common, as one of them has them."""
    found = dict.fromkeys(w for w in _WORD.findall(day.clause) if shared.intersection(wording(w).stems))
    text = " ".join(found)
    return text[:1].upper() + text[1:]
