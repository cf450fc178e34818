"""Reading in an article the day of what happens once: a collision, the burst of a dam, the start of a strike."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from generator.corroborate.wording import lowered, one_of
from generator.lexicons import rows, table, words
from generator.model import Evidence, Place, Span, TimeExpression

# What a clause has room for between the happening and its day.
_ROOM = 90
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_CLAUSE = re.compile(
    r"[;:!?]|\.\s|\b(?:before|after|until|since|but|while|when|who|that|and|ahead|following|if|"
    r"was|were|is|are|had|has|have)\b",
    re.I,
)
_TOOK_PLACE = re.compile(
    r"(?:,? (?:which|that))? (?:(?:had )?(?:occurred|happened|took place)|(?:was|were|had been) held)\b", re.I
)
_LATER = re.compile(r"^,? (a|an|[a-z]+|\d{1,2}) (days?|weeks?) (after) ", re.I)
_AT_NIGHT = re.compile(
    r"\b(?:before|after|until) (?:dawn|sunrise|daybreak|midnight|noon|midday|sunset|nightfall|dusk|"
    r"\d[\d.:]*(?: ?[ap]\.?m\b\.?)?)",
    re.I,
)
# "Shortly after 3 a.m. on Thursday"
_SHORTLY = re.compile(r" (?:shortly |soon |just )?(?:before|after|around) $", re.I)
_VERB = re.compile(r"(?:ed|burst|sank|way|out|rails|strike|trial|polls|tools|began)$", re.I)
# What was planned, put off, or may be.
_NOT_YET = re.compile(
    r"\b(?:will|would|could|may|might|if|unless|planned|plans|due|expected|scheduled|postpon\w+|rescheduled|put off|"
    r"brought forward|delayed|was to|were to|ahead of|before|until|since|not|never|another|second|threat\w*)\b",
    re.I,
)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_NO_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)(?:T|$)")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T|$)")


@dataclass(frozen=True, slots=True)
class TellsDay:
    """The day an article gives, as far as it gives it: with the year, without, or the weekday alone; `names` are those
    of its clause, `words` all of the article's."""

    day: date | None
    part: tuple[int, ...]
    place: Place
    names: frozenset[str]
    words: frozenset[str]

    def near(self, other: date) -> date | None:
        """The day, where it is one, else the nearest to another day that fits what is told of it."""
        if self.day is not None:
            return self.day
        if len(self.part) == 1:
            off = (self.part[0] - other.isoweekday() + 3) % 7 - 3
            return other + timedelta(days=off)
        try:
            return date(other.year, *self.part)
        except ValueError:
            return None


def told_days(e: Evidence) -> Iterator[tuple[str, TellsDay]]:
    """What an article gives the day of: the name of the happening, and the day with the words that say so."""
    text = e.document.text
    starts = [s.start for s in e.sentences]
    telling = {(bisect_right(starts, m.start()) - 1, m.group()) for m in _any_happening().finditer(lowered(text))}
    for index, form in sorted(telling):
        sentence = e.sentences[max(index, 0)]
        written = text[sentence.start : sentence.end]
        for pattern, name in _happenings()[form]:
            for match in pattern.finditer(written):
                at = Span(sentence.start + match.start(), sentence.start + match.end())
                if _NOT_YET.search(_AT_NIGHT.sub("", text[max(sentence.start, at.start - 40) : at.end])):
                    continue
                found = _day_behind(e, at, sentence) or _day_before(e, at, sentence)
                found = found or _day_of_the_clock(e, at, sentence, e.sentences[index - 1] if index else None)
                if found is not None:
                    time, shift = found
                    span = Span(min(at.start, time.span.start), max(at.end, time.span.end))
                    if not sentence.start <= time.span.start < sentence.end:
                        span = at
                    clause = text[max(sentence.start, span.start - _ROOM) : span.end]
                    capital = (w.casefold() for w in _WORD.findall(clause)[1:] if w[:1].isupper())
                    names = frozenset(w for w in capital if w not in day_words())
                    if (read := read_day(time, shift, Place(e.document.id, span), names, _words_of(text))) is not None:
                        yield name, read


@lru_cache(maxsize=4)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


@cache
def _any_happening() -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(_happenings())}\b")


@cache
def _happenings() -> Mapping[str, Sequence[tuple[re.Pattern[str], str]]]:
    """For each form of `single_happenings` its patterns, and the name of what happened."""
    found: dict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
    for form, name, *nouns in rows("single_happenings"):
        if not nouns:
            found[form].append((re.compile(rf"\b{form}\b", re.I), name))
            continue
        of = "|".join(nouns[0].split())
        subject = rf"\b(?:{of})(?:['’]s)?\b(?: [^\s.;:,!?]+){{0,9}}?(?:,? (?:which|that))?"
        told = rf"{subject}(?: (?:had|has|was|were|first|reportedly))* {form}\b"
        named = rf"\b{form} (?:of|in|at) (?:the|a|an|its|one) (?:[\w-]+ ){{0,3}}(?:{of})\b"
        found[form].append((re.compile(rf"{told}|{named}", re.I), name))
    return found


def read_day(
    time: TimeExpression, shift: int, place: Place, names: frozenset[str], words: frozenset[str]
) -> TellsDay | None:
    """The day of a time expression, so many days before it."""
    if match := _DAY.match(time.value):
        return TellsDay(date(*map(int, match.groups())) - timedelta(days=shift), (), place, names, words)
    match = _NO_YEAR.match(time.value) or _WEEKDAY.match(time.value)
    return TellsDay(None, tuple(map(int, match.groups())), place, names, words) if match and not shift else None


def names_a_day(time: TimeExpression) -> bool:
    """Whether a time is given by its day, not by the clock alone."""
    if not (_DAY.match(time.value) or _NO_YEAR.match(time.value) or _WEEKDAY.match(time.value)):
        return False
    return any(w.casefold() in day_words() for w in _WORD.findall(time.text))


@cache
def day_words() -> frozenset[str]:
    """The words by which a day is told: weekdays, months, "yesterday"."""
    named = {w.casefold() for name in ("weekdays", "months") for row in rows(name) for w in row[0].split()}
    return frozenset({w.rstrip(".") for w in named} | {"yesterday", "today", "tonight"})


@cache
def _said() -> frozenset[str]:
    return frozenset(form for row in rows("reporting_verbs") for form in (row[0], *row[1].split()))


def is_said(before: str, after: str) -> bool:
    """Whether the words around a day are of saying: "said on Monday", "on Monday told reporters"."""
    near = [*_WORD.findall(before)[-3:], *_WORD.findall(after)[:2]]
    return any(w.casefold() in _said() | words("giving_verbs") for w in near)


def _one_clause(between: str) -> bool:
    """Whether nothing between a happening and a day begins another clause or another's words."""
    plainly = _AT_NIGHT.sub(" ", _TOOK_PLACE.sub(" ", between))
    if len(plainly) > _ROOM or _OTHER_CLAUSE.search(plainly):
        return False
    return not any(w.casefold() in _said() for w in _WORD.findall(plainly))


def _days_in(e: Evidence, start: int, end: int) -> list[TimeExpression]:
    return sorted((t for t in e.times if start <= t.span.start < end and names_a_day(t)), key=lambda t: t.span)


def _day_behind(e: Evidence, at: Span, sentence: Span) -> tuple[TimeExpression, int] | None:
    """ "Collided off the coast in the small hours of Tuesday", "the rupture of the dam, which occurred on 12 March"."""
    later = _days_in(e, at.end, sentence.end)
    if not later:
        return None
    between = e.document.text[at.end : later[0].span.start]
    if later[0].text[:1].isdigit() and later[0].type == "TIME":
        between = _SHORTLY.sub("", between)
    return (later[0], 0) if _one_clause(between) else None


def _day_before(e: Evidence, at: Span, sentence: Span) -> tuple[TimeExpression, int] | None:
    """ "Monday's dam failure", "On Tuesday two ships collided", "on Friday, three days after the election"."""
    earlier = _days_in(e, sentence.start, at.start)
    if not earlier:
        return None
    time, text = earlier[-1], e.document.text
    between, before = text[time.span.end : at.start], text[sentence.start : time.span.start]
    if match := _LATER.match(between):
        days = _number(match[1]) * (7 if match[2].lower().startswith("week") else 1)
        return (time, days) if days and len(between) - match.end() < 20 else None
    if re.fullmatch(r"['’]s (?:[\w-]+ ){0,4}", between):
        return time, 0
    opens = re.fullmatch(r"\W*(?:(?:early|late) )?(?:on )?", before, re.I)
    return (time, 0) if opens and _VERB.search(text, at.start, at.end) and _one_clause(between) else None


def _day_of_the_clock(e: Evidence, at: Span, sentence: Span, before: Span | None) -> tuple[TimeExpression, int] | None:
    """ "... on Wednesday. The blaze started around midday": the clock of the day named in the sentence before."""
    clock = [t for t in e.times if at.end <= t.span.start < sentence.end and t.type == "TIME"]
    if not clock or before is None or not _one_clause(e.document.text[at.end : clock[0].span.start]):
        return None
    days = _days_in(e, before.start, before.end)
    return (days[0], 0) if len(days) == 1 else None


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 1 if word.lower() in ("a", "an") else int(float(table("number_words").get(word.lower(), "0")))
