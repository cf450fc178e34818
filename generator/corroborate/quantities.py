"""Figures made ready for comparison: what they are of, on one scale, with all that their bound leaves open."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf

from generator.corroborate.ids import words_at
from generator.corroborate.scenes import Scene, bare, events_in, last_told, scene
from generator.corroborate.windows import Window, window
from generator.corroborate.wording import stem
from generator.lexicons import rows, words
from generator.model import Evidence, FigureMention, Key, Resolution, Span

# "Roughly 70,000" may stand for anything from 60,000 to 80,000; an exact number is given in full more or less.
_ABOUT, _ROUNDED = 0.15, 0.005
_PART = re.compile(
    r"\b(?:including|include|includes|included|of whom|of which|of them|among them|among whom|the first|"
    r"another|a further|an additional|additional|extra|more than one of|other)\s+(?:\w+\s+){0,2}$",
    re.I,
)
_PART_AFTER = re.compile(
    r"^\s+(?:more\b(?! than)|of (?:the|them|those|its|his|her|their)\b|others?\b|additional\b|extra\b)", re.I
)
_AHEAD = re.compile(
    r"\b(?:will|expected|expects?|forecasts?|predicts?|predicted|plans?|planned|targets?|projected|projects|aims?|"
    r"goal|hopes?|to come|by 20\d\d)\b|\bto [a-z]+ $",
    re.I,
)
_PERHAPS = re.compile(r"\b(?:would|could|may|might|potentially|if|unless|should)\b", re.I)
_COMPOUND = re.compile(r"\w-[a-z]")
_RATE = re.compile(
    r"^\s*(?:per|a|an|each|every)\s+(hour|day|week|month|year|person|barrel|head|share|tonne|ton|capita)\b", re.I
)
_BEFORE = re.compile(r"\b(from|by|to)\s+(?:[$£€]|US\$)?$", re.I)
_OTHER_TIME = re.compile(
    r"\b(?:compared (?:with|to)|earlier|previously|a year ago|last year|in (?:19|20)\d\d|since (?:19|20)\d\d)\b", re.I
)


_NOWHERE = Scene()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure ready for comparison. `low` and `high` are what it allows, in the base unit of its dimension.

    `speaker` is the actor who says it and `said` the words of its quotation, both empty where there is none.
    `here` are the events its own sentence tells, `told` those told last before a sentence that says little itself.
    """

    key: Key
    figure: FigureMention
    dimension: str
    counted: str
    action: str
    low: float
    high: float
    holder: str
    place: str
    when: Window
    published: Window
    names: frozenset[str]
    events: frozenset[str]
    here: frozenset[str]
    rate: str
    usable: bool
    ahead: bool
    speaker: str = ""
    said: str = ""
    sentence: str = ""
    told: frozenset[str] = frozenset()
    scene: Scene = _NOWHERE


def base(unit: str) -> tuple[str, float]:
    """A unit's dimension and its factor to the dimension's base unit; an unknown unit is its own."""
    return _units().get(unit, (unit, 1.0))


@cache
def _units() -> dict[str, tuple[str, float]]:
    return {row[1]: (row[2], float(row[3])) for row in rows("units")}


@cache
def _nouns() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("people_nouns")}


def quantities(evidence: Sequence[Evidence], resolution: Resolution, event_of: Mapping[Key, str]) -> list[Quantity]:
    """Every figure with what it can be lined up by."""
    return [q for e in evidence for q in _of_document(e, resolution, event_of)]


def _of_document(e: Evidence, resolution: Resolution, event_of: Mapping[Key, str]) -> Iterator[Quantity]:
    source = e.document.id
    for index, figure in enumerate(e.figures):
        sentence = next((s for s in e.sentences if s.start <= figure.span.start < s.end), figure.span)
        names, here = _names(e, sentence, resolution), events_in(e, sentence, event_of)
        alone = not here and not names and bare(words_at(e.document.text, [sentence]))
        told = last_told(e, sentence, event_of) if alone else frozenset[str]()
        dimension, factor = base(figure.unit)
        low, high = allowed(figure, factor)
        speaker, said = _spoken(e, figure, resolution)
        yield Quantity(
            key=(source, index),
            figure=figure,
            dimension=dimension,
            counted=counted(figure),
            action=figure.action,
            low=low,
            high=high,
            holder=_holder(e, figure, sentence, resolution),
            place=figure.place.casefold(),
            when=window(figure.date),
            published=window(e.document.published),
            names=names,
            events=here or told or _opening(e, event_of, figure),
            here=here,
            told=told,
            scene=scene(e, sentence, alone, resolution),
            rate=_rate(e.document.text, figure.span),
            usable=_usable(e.document.text, figure, sentence),
            ahead=_AHEAD.search(e.document.text[sentence.start : figure.span.start][-60:]) is not None,
            speaker=speaker,
            said=said,
            sentence=words_at(e.document.text, [sentence]),
        )


def _spoken(e: Evidence, figure: FigureMention, resolution: Resolution) -> tuple[str, str]:
    """The actor who says a figure, and in what words."""
    if figure.quotation is None:
        return "", ""
    quotation = e.quotations[figure.quotation]
    actor = resolution.actor_of.get((e.document.id, quotation.entity)) if quotation.entity is not None else None
    return (actor, words_at(e.document.text, quotation.spans)) if actor is not None else ("", "")


def allowed(figure: FigureMention, factor: float = 1.0) -> tuple[float, float]:
    """The least and the greatest number a figure leaves open: "at least 40" no greatest, "about 40" 34 to 46."""
    low = (figure.low if figure.low is not None else figure.value) * factor
    high = (figure.high if figure.high is not None else figure.value) * factor
    if figure.bound == "at_least" and figure.high is None:
        return low * (1 - _ROUNDED), inf
    if figure.bound == "at_most" and figure.low is None:
        return 0.0, high * (1 + _ROUNDED)
    slack = _ABOUT if figure.bound == "about" and figure.low is None else _ROUNDED
    return low * (1 - slack), high * (1 + slack)


def counted(figure: FigureMention) -> str:
    """The class of what is counted: nouns for the same people are one, others go by their stem."""
    head = figure.what.casefold().split()[-1] if figure.what else ""
    if figure.action in ("killed", "injured") and _nouns().get(head, head) in (
        "people",
        "",
        "victims",
        "death",
        "deaths",
        "toll",
    ):
        return "people"
    if head in ("toll", "deaths", "fatalities"):
        return "people"
    return _nouns().get(head, stem(head))


def _names(e: Evidence, sentence: Span, resolution: Resolution) -> frozenset[str]:
    """Actors and places named in a figure's sentence."""
    found = set()
    for mention in e.mentions:
        if mention.entity is not None and sentence.start <= mention.span.start < sentence.end:
            key = (e.document.id, mention.entity)
            name = resolution.actor_of.get(key) or resolution.place_of.get(key)
            if name:
                found.add(name)
    return frozenset(found)


def _holder(e: Evidence, figure: FigureMention, sentence: Span, resolution: Resolution) -> str:
    """Whose the figure is: the actor's id where its subject is a known mention, else the words."""
    if not figure.subject:
        return ""
    for mention in e.mentions:
        if mention.entity is None or not sentence.start <= mention.span.start < sentence.end:
            continue
        if mention.text == figure.subject or (mention.kind == "name" and figure.subject.endswith(mention.text)):
            key = (e.document.id, mention.entity)
            known = resolution.actor_of.get(key) or resolution.place_of.get(key)
            if known:
                return known
    return "~" + figure.subject.casefold()


def _opening(e: Evidence, event_of: Mapping[Key, str], figure: FigureMention) -> frozenset[str]:
    """The events an article opens with: what it is about, where a sentence names no other. Of a campaign or of talks
    an article has many figures that are not of them, but for the turnout."""
    told = [
        (event.span, index)
        for index, event in enumerate(e.events)
        if (e.document.id, index) in event_of
        and (event.type not in words("talking_events") or (figure.action == "turnout" and event.type == "election"))
    ]
    return frozenset(event_of[(e.document.id, index)] for span, index in told if span == min(told)[0])


def _rate(text: str, span: Span) -> str:
    match = _RATE.match(text[span.end : span.end + 20])
    return match.group(1).lower() if match else ""


def _usable(text: str, figure: FigureMention, sentence: Span) -> bool:
    """Not a part of another figure, not a mere possibility, not the old value of a change."""
    before, after = text[sentence.start : figure.span.start], text[figure.span.end : figure.span.end + 25]
    if _COMPOUND.search(figure.text) and figure.unit == "count":
        return False
    if _PART.search(before[-60:]) or _PART_AFTER.match(after):
        return False
    if _OTHER_TIME.search(after[:24]):
        return False
    moved = _BEFORE.search(before)
    if moved and moved.group(1).lower() == "from":
        return False
    return not _PERHAPS.search(before[-40:])
