"""The scene a figure belongs to: the places, days and things its passage names, where no event is told as one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.corroborate.ids import words_at
from generator.corroborate.windows import Window, span_of_value, window
from generator.corroborate.wording import stem, wording
from generator.lexicons import rows, words
from generator.model import Evidence, FigureMention, Key, Resolution, Span

# A sentence of no more content words than these has room for whom, what befell them and who says so.
_FEW = 5
# A figure dated so many days before its article is of something that was before; a date of so many days is a year.
_LOOKING_BACK, _MONTHS, _YEAR = 10, 300, 365
_LONG_PAST = re.compile(r"last (?:year|season|summer|winter|spring|autumn)|a year (?:ago|earlier)|that year|then\b")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Scene:
    """Ids of places, ISO days and stems of things named in a figure's sentence, or also in the one before it."""

    places: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()


def scene(e: Evidence, sentence: Span, bare: bool, resolution: Resolution) -> Scene:
    """The scene of a sentence; a `bare` one stands in the scene of the sentence before it in its paragraph."""
    before = [s for s in e.sentences if s.end <= sentence.start] if bare else []
    block = next((b.span for b in e.document.blocks if b.span.start <= sentence.start < b.span.end), sentence)
    start = before[-1].start if before and before[-1].start >= block.start else sentence.start
    passage = Span(start, sentence.end)
    read = wording(words_at(e.document.text, [passage]))
    return Scene(
        frozenset(
            place
            for m in e.mentions
            if m.entity is not None and passage.start <= m.span.start < passage.end
            if (place := resolution.place_of.get((e.document.id, m.entity)))
        ),
        frozenset(t.value[:10] for t in e.times if passage.start <= t.span.start < passage.end and _DAY.match(t.value)),
        frozenset(s for s in read.content - read.names - counting() if not any(c.isdigit() for c in s)),
    )


@cache
def counting() -> frozenset[str]:
    """Stems of numbers, of people counted and of what befalls them: every toll is told with these."""
    return frozenset(
        stem(row[0].casefold())
        for name in ("number_words", "people_nouns", "figure_actions", "weekdays", "reporting_verbs")
        for row in rows(name)
    )


def of_before(e: Evidence, figure: FigureMention, sentence: Span) -> bool:
    """Whether a figure is of something well before its article: by its own date, else by the last before it.
    A year alone, in an article that does not tell its own, is of before."""
    told = window(figure.date)
    text, last = "", told.last
    if last is None:
        before = [t for t in e.times if sentence.start <= t.span.start < figure.span.start and t.type == "DATE"]
        nearest = max(before, key=lambda t: t.span.start, default=None)
        spans = span_of_value(nearest.value) if nearest is not None else None
        told = Window(*spans) if spans else told
        text, last = (nearest.text.casefold() if nearest is not None else ""), told.last
        if nearest is not None and (days := _without_year(nearest.value, e.document.published.earliest)) is not None:
            return days > _LOOKING_BACK
    published = window(e.document.published).first
    if last is None or published is None:
        return (told.days or 0) > _MONTHS or _LONG_PAST.match(text) is not None
    return (published - last).days > _LOOKING_BACK


def _without_year(value: str, published: str | None) -> int | None:
    """How many days before its article something was, where neither tells the year: "in October", "5 December"."""
    told, then = (span_of_value((v or "").replace("XXXX-", "2024-")) for v in (value, published))
    if not (value.startswith("XXXX-") and (published or "").startswith("XXXX-") and told and then):
        return None
    days = (then[0] - told[1]).days % _YEAR
    return days if days < _MONTHS else 0  # else it is to come


def one_scene(one: Scene, other: Scene) -> bool:
    """Whether two passages tell of one day, the same places and a thing in common ("a minibus")."""
    return bool(one.places and one.places == other.places and one.days & other.days and one.things & other.things)


def bare(sentence: str) -> bool:
    """Whether a sentence tells a number and hardly more ("Three people were killed, police said"), of what was told
    last. What "has been" so far is the sum of a longer time."""
    read = wording(sentence)
    return len(read.content) <= _FEW and not {"have", "has", "since", "year", "years"} & set(read.tokens)


def last_told(e: Evidence, sentence: Span, event_of: Mapping[Key, str]) -> frozenset[str]:
    """The events of the nearest sentence before this one that tells any; of no talks or visits."""
    told = [s for s in e.sentences if s.start < sentence.start]
    found = next((s for s in reversed(told) if events_in(e, s, event_of)), None)
    talked = any(
        event.type in words("talking_events") and found.start <= event.span.start < found.end
        for event in e.events
        if found is not None
    )
    return frozenset() if found is None or talked else events_in(e, found, event_of)


def events_in(e: Evidence, sentence: Span, event_of: Mapping[Key, str]) -> frozenset[str]:
    """The events told in a figure's sentence."""
    return frozenset(
        event_of[(e.document.id, index)]
        for index, event in enumerate(e.events)
        if (e.document.id, index) in event_of and event.span.start < sentence.end and sentence.start < event.span.end
    )
