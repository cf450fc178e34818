"""Articles that people have annotated: the shape they are written in, and whether an annotation is at its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import Fault
from generator.model import Span, SpokenText


@dataclass(frozen=True, slots=True)
class GoldSpeaker:
    """Who speaks: the full name a reader would give, and the words at the quotation that say so, if any do."""

    name: str = ""
    mention: SpokenText | None = None


@dataclass(frozen=True, slots=True)
class GoldQuotation:
    """A quotation as a person marked it; keys as in the data contract.

    `optional` is one that readers may disagree on ("denied wrongdoing"): finding it is no fault, nor is missing it.
    """

    spans: tuple[Span, ...]
    text: str
    speaker: GoldSpeaker = GoldSpeaker()
    kind: str = "indirect"
    cue: SpokenText | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A time expression as a person marked it, its value as in TIMEX3."""

    span: Span
    text: str
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class GoldActor:
    """Somebody or something named that acts in the article; `also` are other names that would do as well.

    `optional` is one that readers may disagree on: a newspaper that is only told something, a name for an office.
    """

    name: str
    kind: str
    also: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """Something that belongs on a timeline: every word of the article that names it, and its date as in TIMEX3."""

    name: str
    triggers: tuple[SpokenText, ...]
    date: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article. What is None is not annotated, what is empty has nothing to find.

    Its text is written in the set, or stands in a `file`, named from the set's folder.
    """

    id: str
    text: str = ""
    file: str | None = None
    published: str | None = None
    quotations: tuple[GoldQuotation, ...] | None = None
    dates: tuple[GoldDate, ...] | None = None
    actors: tuple[GoldActor, ...] | None = None
    events: tuple[GoldEvent, ...] | None = None


def misplaced(article: GoldArticle, file: str) -> Iterator[Fault]:
    """A fault for each annotation whose text is not what the article has at its span."""
    cuts: list[tuple[str, tuple[Span, ...]]] = []
    for quotation in article.quotations or ():
        cuts.append((quotation.text, quotation.spans))
        cuts += [(s.text, (s.span,)) for s in (quotation.cue, quotation.speaker.mention) if s is not None]
    cuts += [(trigger.text, (trigger.span,)) for event in article.events or () for trigger in event.triggers]
    cuts += [(date.text, (date.span,)) for date in article.dates or ()]
    for text, spans in cuts:
        there = " ".join(article.text[span.start : span.end] for span in spans)
        if text != there:
            yield Fault(file, f"{article.id}: {text!r:.60} is annotated where the article has {there!r:.60}")
