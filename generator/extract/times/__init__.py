"""Time expressions of a Doc, each with its TIMEX3 type, its value and the reasoning a reader is shown.

Reading goes by paragraph: `lexer` cuts it into pieces, `grammar` finds where the rules of `days`, `years`,
`stretches`, `lengths` and `references` fit, and each rule reads its hit against the `context`: the article's own date
(`undated` infers one where none is given), the dates told before, and the tense of the verb (`tense`).
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from generator.calendar_dates import order_of
from generator.extract.attributes import document_of
from generator.extract.times.context import Anchor, Context, Hit, Reading, anchor_of
from generator.extract.times.grammar import readings
from generator.extract.times.lexer import may_tell_time, pieces
from generator.extract.times.spoken import settle_spoken
from generator.extract.times.tense import Tokens
from generator.extract.times.undated import infer_published
from generator.extract.times.values import bounds, in_words, narrowed, reached
from generator.model import REMOVED_KINDS, Dated, Document, Span, TimeExpression

_CUED = re.compile(r"(with ‘.{1,60}?’), ")


def times(doc: Doc) -> tuple[TimeExpression, ...]:
    """The time expressions in the headline, the dateline and the prose of a Doc, in text order."""
    document = document_of(doc)
    return expressions(doc, document, anchor_of(document.published))


def expressions(doc: Doc, document: Document, anchor: Anchor) -> tuple[TimeExpression, ...]:
    """The time expressions of a Doc read against an anchor."""
    starts = [s.start_char for s in doc.sents]
    ctx = Context(anchor, Tokens(doc), lambda offset: bisect_right(starts, offset))
    day_first = order_of(document.text)
    found: list[TimeExpression] = []
    for n, block in enumerate(document.blocks):
        if block.kind in REMOVED_KINDS and block.kind != "dateline":
            continue
        text = document.text[block.span.start : block.span.end]
        if not may_tell_time(text):
            continue
        ctx.block, ctx.headline = n, block.kind in ("headline", "subheading")
        read: list[tuple[Hit, Reading]] = []
        for hit, reading in readings(pieces(text, day_first), text, block.span.start, ctx):
            read.append((hit, reading))
            if block.kind != "dateline":  # nothing told later hangs on it
                ctx.tell(hit, reading)
        settled = settle_spoken(read, text, block.span.start, ctx)
        found.extend(expression_of(hit, reading, document, anchor) for hit, reading in settled)
    return tuple(found)


def _covered(hit: Hit, reading: Reading, anchor: Anchor) -> tuple[date, date] | None:
    """The days covered: of `late` a third, of `earlier` and `the past week` up to the article, of `later` from it."""
    if reading.type == "DURATION" and anchor.day is not None and hit.letter("which"):
        return reached(anchor.day, reading.value, -1 if hit.letter("which") in "lPB" else 1)
    span = bounds(reading.value) if reading.type in ("DATE", "TIME") else None
    if span is None:
        return None
    if anchor.day is not None and span[0] <= anchor.day <= span[1] and hit.get("cmp"):
        return (span[0], anchor.day) if hit.letter("cmp") == "e" else (anchor.day, span[1])
    return narrowed(span, hit.value("mod") or hit.value("edge"))


def expression_of(hit: Hit, reading: Reading, document: Document, anchor: Anchor) -> TimeExpression:
    """The record of a reading, with its reason in words and the days it covers."""
    start, end = hit.start, hit.end
    text = document.text[start:end]
    said = in_words(reading.value)
    span = _covered(hit, reading, anchor)
    cued = _CUED.match(reading.how)
    cue, how = (f" {cued[1]}", reading.how[cued.end() :]) if cued else ("", reading.how)
    reason = f"‘{' '.join(text.split())}’{cue}" + (f": {how}" if how else "")
    return TimeExpression(
        span=Span(start, end),
        text=text,
        type=reading.type,
        value=reading.value,
        reason=f"{reason}: {said}" if span and reading.type != "DURATION" else reason,
        earliest=span[0].isoformat() if span else None,
        latest=span[1].isoformat() if span else None,
    )


@Language.factory("onrecord_times")
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The spaCy component `onrecord_times`: leaves its findings on `doc._.times`.

    A document without a date gets the one its text tells, in `doc._.document.published`.
    """

    def component(doc: Doc) -> Doc:
        document = document_of(doc)
        hint, stated = document.year_hint, document.published
        if hint and stated.two_readings:
            reason = f"{stated.reason}; {hint.reason}"
            doc._.document = replace(document, published=Dated(f"{hint.year}-{hint.day}", "inferred", reason))
        elif stated.value is None:
            inferred = infer_published(doc)
            if inferred.value or inferred.reason:
                doc._.document = replace(document, published=inferred)
        doc._.times = times(doc)
        return doc

    return component


__all__ = ["create", "infer_published", "times"]
