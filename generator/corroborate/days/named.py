"""The days an article names, each with what is told to have been, or to be, on it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from generator.corroborate.days.clauses import is_said, saying
from generator.corroborate.days.clauses import kinds as kinds_told
from generator.corroborate.days.values import dated, day_words, length, names_a_day, read, weekday
from generator.corroborate.windows import window
from generator.corroborate.wording import stem, wording
from generator.lexicons import rows
from generator.model import DEED, Evidence, Place, Span, TimeExpression

# "Since Monday" and "until Friday" are no days on which something was.
_STRETCH = re.compile(
    r"\b(?:since|until|till|by|before|from|between|to|than|through)\s+(?:the |early |late |last |next )*$", re.I
)
# But until a day something is to be: "gave them until Monday", "by 15 July", "the deadline of June 30".
_UNTIL = re.compile(r"\b(?:until|till|(?P<by>by)|no later than|not later than) (?:the |early |late |next )*$", re.I)
_SINCE = re.compile(r"\bsince (?:the |early |late |last )*$", re.I)
_HAD = re.compile(r"\b(?:has|have|had|(?:was|were)(?! to\b))\b", re.I)  # "by Sunday noon it had burnt 9,400 hectares"
_PREPOSITION = re.compile(r"\b(?:(?:early |late )?(?:on|in) )?(?:the |early |late |last |next )*$", re.I)
# What was put off has two days; what is denied or told of another has none.
_MOVED = re.compile(
    r"\b(?:postpon\w*|put (?:back|off)|brought forward|delayed|original\w*|reschedul\w*|would have|"
    r"(?:had|was|were) (?:been )?due|was to|were to|extended|prolonged)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:another|never|not|\w+n['’]t)\b", re.I)
_UNLESS = re.compile(r"\bunless [^.;]*", re.I)
_TOLD = re.compile(r"\b(?:was|were|been|is|are) (?:first |only )?(?:told|informed|notified|asked|warned) $", re.I)
_CLAUSE = re.compile(
    r"[;:—]| – |[.!?][\"”'] |, (?:while|whereas|but|and|who|where|when)\b|"
    r"\b(?:while|whereas|but|after|before (?:it|he|she|they|the))\b"
)
_TO_COME = re.compile(
    r"\b(?:will|would|is to|are to|to be|due|planned|set|scheduled|expected|awaited|is on|shall|"
    r"ends|expires|opens|closes|starts|begins|takes place|(?:is|are) (?:attended|waited|foreseen|fixed) for)\b",
    re.I,
)
# "On Wednesday, three days after the election" gives the election's day.
_LATER = re.compile(r",? (a|an|[a-z]+|\d{1,2}) (days?|weeks?) after ", re.I)
_NIGHT = re.compile(r"\b(?:(?:the )?night|overnight)(?: from| of| between)? $", re.I)
_NEXT = re.compile(r" (?:to|into|and|on) ")
_BESIDE = re.compile(r",? (?:the )?")
# What grows from day to day has no day; a picture's day is that of its making, and who mourns looks back.
_GROWN = re.compile(
    r"\b(?:ris(?:en|es?|ing)|rose|climb\w*|gr(?:ows?|ew|own|owing)|increas\w*) (?:\w+ )?(?:to|past|above|over|by)\b|"
    r"\b(?:tolls?|widen\w*|pictures?|photos?|photographs?|images?|footage|"
    r"mourn\w*|commemorat\w*|anniversar\w*|half-mast|tributes?)\b",
    re.I,
)
# So far stands a clock behind the day it is of.
_ROOM = 90


@dataclass(frozen=True, slots=True)
class Day:
    """A day as an article gives it: `day` with the year, else `part` of it, month and day or the weekday alone.

    `words` are the stems of its clause and `names` those of names among them; `kinds` are the sorts of happening that
    are told of it, `events` the events that its clause dates. It is `dated` where it is written as a date, `opening` in
    the headline or the first sentence, `aside` where nothing is told to be on it; something has been so `since` then.
    """

    place: Place
    start: int
    text: str
    clause: str
    day: date | None
    part: tuple[int, ...]
    words: frozenset[str]
    names: frozenset[str]
    kinds: frozenset[str]
    events: tuple[int, ...]
    weekday: int | None
    to_come: bool
    dated: bool
    opening: bool
    aside: bool
    since: bool

    @property
    def key(self) -> tuple[str, int]:
        return self.place.source, self.start

    @property
    def once(self) -> frozenset[str]:
        """What happens once among the kinds."""
        return frozenset(kind for kind in self.kinds if not kind.startswith(("event ", "deed ")))

    def days_to(self, other: "Day") -> int | None:
        """How many days after this one another is, as far as they are told; None when nothing tells."""
        anchor = self.day or other.day
        if anchor is None and len(self.part) == len(other.part):
            anchor = date(2024, 1, 3)  # a day to count from, where only the weekday or the day of the year is told
        if anchor is None and self.weekday and other.weekday:
            return (other.weekday - self.weekday + 3) % 7 - 3
        first, second = (self.near(anchor), other.near(anchor)) if anchor else (None, None)
        return None if first is None or second is None else (second - first).days

    def near(self, other: date) -> date | None:
        """The day, where it is one, else the nearest to another day that fits what is told of it."""
        if self.day is not None:
            return self.day
        if len(self.part) == 1:
            return other + timedelta(days=(self.part[0] - other.isoweekday() + 3) % 7 - 3)
        try:
            return date(other.year, *self.part)
        except ValueError:
            return None


def days(e: Evidence) -> tuple[Day, ...]:
    """The days that the prose of an article names, in text order, but for those on which something was said."""
    heads = [b.span for b in e.document.blocks if b.kind == "headline"]
    body = [b.span for b in e.document.blocks if b.kind == "prose"]
    starts = [s.start for s in e.sentences]
    lead = next((start for start in starts if body and start >= body[0].start), -1)
    inside: dict[Span, list[TimeExpression]] = defaultdict(list)
    for time in sorted(e.times, key=lambda t: t.span):
        sentence = e.sentences[bisect_right(starts, time.span.start) - 1]
        if time.span.start < sentence.end and any(b.start <= sentence.start < b.end for b in (*heads, *body)):
            inside[sentence].append(time)
    found: list[Day] = []
    named: list[tuple[TimeExpression, Span]] = []
    for sentence, times in inside.items():
        opening = sentence.start == lead or any(h.start <= sentence.start < h.end for h in heads)
        # "... on Wednesday. The blaze started around midday": the clock of the day named in the sentence before
        near = len(named) == 1 and named[0][1].end > sentence.start - _ROOM
        clock = [(named[0][0], t.span) for t in times if t.type == "TIME"] if near else []
        named = [*_named(e.document.text, times)] or clock[:1]
        found += [day for time, span in named for day in _days(e, sentence, time, span, opening)]
    return tuple(found)


def _named(text: str, times: Sequence[TimeExpression]) -> Iterator[tuple[TimeExpression, Span]]:
    """The times that name a day, with its words: a weekday beside its date is one with it ("Monday night, 20
    January"), a night between two days is that of the first."""
    taken = -1
    for time, after in zip(times, (*times[1:], None), strict=True):
        span = time.span
        if span.start < taken or not names_a_day(time):
            continue
        if after is not None and names_a_day(after):
            between = text[span.end : after.span.start]
            if not dated(time) and dated(after) and _BESIDE.fullmatch(between):
                time, span = after, Span(span.start, after.span.end)
            elif (night := _NIGHT.search(text, max(0, span.start - 30), span.start)) and _NEXT.fullmatch(between):
                span = Span(night.start(), after.span.end)
        taken = span.end
        yield time, span


def _days(e: Evidence, sentence: Span, time: TimeExpression, span: Span, opening: bool) -> Iterator[Day]:
    """The day that a time names, and the one it is counted from: "on Thursday, a day after the dyke broke"."""
    text = e.document.text
    later = _LATER.match(text, span.end, sentence.end)
    shift = length(later[1], later[2]) if later else 0
    behind = later.start() if later and shift else sentence.end
    start = max((m.end() for m in _CLAUSE.finditer(text[sentence.start : span.start])), default=0)
    end = next((m.start() for m in _CLAUSE.finditer(text[span.end : behind])), behind - span.end)
    own = _day(e, sentence, time, span, opening, Span(sentence.start + start, span.end + end))
    if own is not None:
        yield own
    if later and shift:
        end = next((m.start() for m in _CLAUSE.finditer(text, later.end(), sentence.end)), sentence.end)
        counted = _day(e, sentence, time, span, opening, Span(later.end(), end), shift)
        if counted is not None:
            yield counted


def _day(
    e: Evidence, sentence: Span, time: TimeExpression, span: Span, opening: bool, at: Span, shift: int = 0
) -> Day | None:
    text = e.document.text
    read_ = read(time.value, shift)
    if read_ is None:
        return None
    before = "" if shift else text[sentence.start : span.start]
    clause = text[at.start : at.end] if shift else f"{text[at.start : span.start]} {text[span.end : at.end]}"
    start = 0 if shift else at.start - sentence.start
    of_event = shift or _TOLD.search(_PREPOSITION.sub("", before)) or not is_said(e, span, sentence)
    moved = _MOVED.search(_UNLESS.sub("", clause)) or _GROWN.search(clause) or _NOT.search(before, start)
    worded = wording(clause)
    until = _UNTIL.search(before)
    since = _SINCE.search(before) is not None
    limit = until is not None and not (until["by"] and _HAD.search(clause))
    written = _PREPOSITION.search(text, sentence.start, span.start)
    return Day(
        place=Place(e.document.id, at),
        start=at.start if shift else span.start,
        text=" ".join(f"{written[0] if written else ''}{text[span.start : span.end]}".split()),
        clause=clause,
        day=read_[0],
        part=read_[1],
        words=worded.content - _no_words(),
        names=worded.names,
        kinds=frozenset(kinds_told(e, at)),
        events=tuple(
            i
            for i, v in enumerate(e.events)
            if v.type != DEED and v.date.value and at.start <= v.trigger.start < at.end
        ),
        weekday=weekday(time),
        to_come=limit or _TO_COME.search(before[start:]) is not None or (read_[0] is not None and _after(read_[0], e)),
        dated=dated(time),
        opening=opening,
        aside=not of_event or moved is not None or (_STRETCH.search(before) is not None and not limit and not since),
        since=since,
    )


def _after(day: date, e: Evidence) -> bool:
    published = window(e.document.published).last
    return published is not None and day > published


@cache
def _no_words() -> frozenset[str]:
    """Stems that tell nothing of what was on a day."""
    parts = {"morn", "even", "night", "afternoon", "day", "week", "early", "late"}
    numbers = {stem(row[0].casefold()) for row in rows("number_words")}
    return frozenset(numbers | {stem(w) for w in day_words() | saying()} | parts)
