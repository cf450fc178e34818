"""The scene a figure belongs to: the places, days and things its passage names, where no event is told as one."""

import re
from dataclasses import dataclass
from functools import cache

from generator.corroborate.ids import words_at
from generator.corroborate.wording import stem, wording
from generator.lexicons import rows
from generator.model import Evidence, Resolution, Span

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
        frozenset(s for s in read.content - read.names - _counting() if not any(c.isdigit() for c in s)),
    )


@cache
def _counting() -> frozenset[str]:
    """Stems of numbers, of people counted and of what befalls them: every toll is told with these."""
    return frozenset(
        stem(row[0].casefold())
        for name in ("number_words", "people_nouns", "figure_actions", "weekdays", "reporting_verbs")
        for row in rows(name)
    )


def one_scene(one: Scene, other: Scene) -> bool:
    """Whether two passages tell of one day, the same places and a thing in common ("a minibus")."""
    return bool(one.places and one.places == other.places and one.days & other.days and one.things & other.things)
