"""Figures made ready for comparison: what they are of, on one scale, with all that their bound leaves open."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from generator.corroborate.figures.bearings import (
    actors_and_places,
    holder,
    opening,
    opening_end,
    places,
    spoken,
    voice,
)
from generator.corroborate.figures.bounds import allowed, base
from generator.corroborate.figures.causes import causes
from generator.corroborate.figures.qualified import ahead, fallen, of_long, rate, risen, so_far, usable
from generator.corroborate.ids import slug, words_at
from generator.corroborate.scenes import Scene, bare, events_in, last_told, of_before, scene
from generator.corroborate.windows import Window, window
from generator.corroborate.wording import stem, wording
from generator.lexicons import rows
from generator.model import Evidence, FigureMention, Key, Resolution

_MONEY = 100_000
# What a liquid or waste does that gets out.
_OUT = frozenset({"spilled", "released", "escaped", "lost"})
_DEBT = re.compile(r"[,(]? ?(?:including|with|counting) (?:[\w-]+ ){0,2}debts?\b", re.I)
# What a number of something said right before goes by.
_NUMBERS, _NEAR = frozenset({"number", "figure", "total", "crowd", "estimate", "count"}), 200
_ANYBODY = frozenset({"men", "people", "persons", "individuals"})
_ARMED = re.compile(r"\b(?:armed|masked|hooded)\b", re.I)
_VICTIMS = frozenset({"people", "", "victims", "death", "deaths", "toll"})
# Two accounts of one thing differ by no more times than this.
_TIMES = 10
_NOWHERE = Scene()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure ready for comparison. `low` and `high` are what it allows, in the base unit of its dimension.

    `speaker` is the actor who says it and `said` the words of its quotation, both empty where there is none.
    `here` are the events its own sentence tells, `told` those told last before a sentence that says little itself.
    `whole` is the kind that `counted` is a part of ("children" of "people"), else `counted`. `context` are the stems of
    its clause without names and numbers, `named` those of the names; `places` are the places its sentence names, and
    `first` whether it is the headline or the first of the text; `leans` where it needs the sentence before it;
    `long` where it sums up months or years. `voice` is who says it, with an actor or without;
    `gross` of a price that its article says includes debt; `takes` is the figure right before that a bare number
    ("organisers claimed 400") is of the same thing as; `risen` of what a smaller one has come to,
    `fallen` of what a larger one has, `so_far` of what there was until a point of time; `back` of one told of a time
    well before the article; `cause` what befell the people counted.
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
    ahead: bool
    speaker: str = ""
    said: str = ""
    sentence: str = ""
    told: frozenset[str] = frozenset()
    scene: Scene = _NOWHERE
    whole: str = ""
    context: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    first: bool = False
    leans: bool = False
    long: bool = False
    voice: str = ""
    gross: bool = False
    takes: Key | None = None
    risen: bool = False
    fallen: bool = False
    so_far: bool = False
    back: bool = False
    cause: str = ""


@cache
def _nouns() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("people_nouns")}


@cache
def _wholes() -> dict[str, str]:
    return {row[1]: row[2] for row in rows("people_nouns") if len(row) > 2}


@cache
def _no_context() -> frozenset[str]:
    """Stems that stand beside any number and say nothing of what it is of."""
    calendar = {w for name in ("weekdays", "months", "calendar_words") for row in rows(name) for w in row[0].split()}
    measures = {w for row in rows("units") for w in row[0].split()} | {row[0] for row in rows("number_words")}
    light = {"said", "says", "according", "least", "put", "puts", "total", "number", "new", "late", "early"}
    return frozenset(stem(w.casefold()) for w in calendar | measures | light)


def quantities(evidence: Sequence[Evidence], resolution: Resolution, event_of: Mapping[Key, str]) -> list[Quantity]:
    """Every figure that can be lined up with others, with what it is lined up by."""
    return [q for e in evidence for q in _of_document(e, resolution, event_of)]


def _of_document(e: Evidence, resolution: Resolution, event_of: Mapping[Key, str]) -> Iterator[Quantity]:
    source, with_debt, published = e.document.id, _with_debt(e), window(e.document.published)
    of_what = causes(e)
    figures: list[FigureMention] = []
    for index, found in enumerate(e.figures):
        named = e.document.text[: found.span.start].endswith(
            ("figure of ", "number of ")
        )  # "the figure of 41 is wrong"
        taken = None if named else _antecedent(found, figures)
        last = None if taken is None else figures[taken]
        figure = replace(found, what=last.what, action=last.action, unit=last.unit) if last else found
        figures.append(figure := _of_the_kind(figure, figures))
        sentence = next((s for s in e.sentences if s.start <= figure.span.start < s.end), figure.span)
        if not usable(e.document.text, figure, sentence):
            continue
        # several questions go through the mentions of the sentence
        near = replace(e, mentions=tuple(m for m in e.mentions if sentence.start <= m.span.start < sentence.end))
        names, here = actors_and_places(near, sentence, resolution), events_in(e, sentence, event_of)
        alone = not here and not names and bare(words_at(e.document.text, [sentence]))
        told = last_told(e, sentence, event_of) if alone else frozenset[str]()
        dimension, factor = _scale(figure)
        low, high = allowed(figure, factor)
        speaker, said = spoken(e, figure, resolution)
        kind, deed = _counted_and_done(figure)
        about = wording(figure.about)
        # that two sums are of crowns ties them to nothing
        measure = wording(figure.text).content if dimension != "count" else frozenset[str]()
        placed = scene(e, sentence, alone, resolution)
        yield Quantity(
            key=(source, index),
            figure=figure,
            dimension=dimension,
            counted=kind,
            action=deed,
            low=low,
            high=high,
            holder=holder(near, figure, sentence, resolution),
            place=figure.place.casefold(),
            when=window(figure.date),
            published=published,
            names=names,
            events=here or told or opening(e, event_of, figure),
            here=here,
            told=told,
            scene=placed,
            whole=_wholes().get(kind, kind),
            context=about.content - about.names - _no_context() - measure,
            named=about.names - _no_context(),
            places=places(near, sentence, resolution) | frozenset(map(slug, placed.places if alone else ())),
            leans=alone,
            gross=dimension.isupper() and figure.value in with_debt,
            voice=voice(e, figure, resolution),
            risen=risen(e.document.text, figure),
            fallen=fallen(e.document.text, figure),
            so_far=so_far(e.document.text, figure),
            back=of_before(e, figure, sentence),
            cause=of_what[index if taken is None else taken],
            takes=None if taken is None else (source, taken),
            long=of_long(e.document.text, figure.span, sentence),
            first=sentence.end <= opening_end(e),
            rate=rate(e.document.text, figure.span),
            ahead=ahead(e.document.text, figure, sentence),
            speaker=speaker,
            said=said,
            sentence=words_at(e.document.text, [sentence]),
        )


def counted(figure: FigureMention) -> str:
    """The class of what is counted: nouns for the same people are one, others go by their stem."""
    words_ = figure.what.casefold().split() or [""]
    head = words_[-1]
    if head in _ANYBODY and _ARMED.search(figure.text):
        return "gunmen"
    if words_[0] == "job" or head in ("layoffs", "redundancies"):
        return "jobs"
    if figure.action in ("killed", "injured") and _nouns().get(head, head) in _VICTIMS:
        return "people"
    if head in ("toll", "deaths", "fatalities"):
        return "people"
    return _nouns().get(head, stem(head))


def _scale(figure: FigureMention) -> tuple[str, float]:
    """A figure's dimension and factor; hundreds of thousands of pounds are money, and no weight."""
    return ("GBP", 1.0) if figure.unit == "pound" and figure.value >= _MONEY else base(figure.unit)


def _with_debt(e: Evidence) -> frozenset[float]:
    """The sums that an article says include debt, wherever else it names them."""
    text = e.document.text
    return frozenset(f.value for f in e.figures if _DEBT.match(text, f.span.end))


def _antecedent(figure: FigureMention, before: Sequence[FigureMention]) -> int | None:
    """The figure whose thing a bare number is of: "Organisers said 200,000 people took part; police put the number at
    45,000", "The overpayment came to £1.4bn, auditors said. The indictment says £1.1bn"."""
    if figure.what not in _NUMBERS:
        return None
    for at in reversed(range(len(before))):
        last = before[at]
        if figure.span.start - last.span.end > _NEAR:
            return None
        if figure.unit in ("count", last.unit) and 1 / _TIMES <= figure.value / (last.value or 1) <= _TIMES:
            return at
        if base(last.unit)[0] != "duration":  # "tested 43 times in two years. The agency counts 39."
            return None
    return None


def _of_the_kind(figure: FigureMention, before: Sequence[FigureMention]) -> FigureMention:
    """ "Nine babies died ... a doctor counted 14 dead": the dead are those of whom the article told that they died."""
    bare = figure.what == "people" and not any(w in _nouns() for w in figure.text.casefold().split())
    if figure.action not in ("killed", "injured") or not (bare or figure.what == "dead"):
        return figure
    told = {f.what for f in before if f.action == figure.action and f.unit == "count"}
    return replace(figure, what=told.pop()) if len(told) == 1 else figure


def _counted_and_done(figure: FigureMention) -> tuple[str, str]:
    """What is counted and what is done with it; people laid off are jobs cut."""
    kind, deed = counted(figure), figure.action
    if deed in ("dismissed", "cut", "lost") and kind in ("jobs", "workers", "people") and figure.unit == "count":
        return "jobs", "cut"
    if kind in ("houses", "buildings") and deed in ("lost", "burned"):
        return kind, "destroyed"
    if base(figure.unit)[0] in ("volume", "mass") and deed in _OUT:
        return kind, "spilled"
    if deed == "rescued" and figure.unit.isupper():
        return kind, "saved"
    return kind, deed
