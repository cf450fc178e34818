"""The text of a source's page: the passages that may be shown, with everything found in them marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from markupsafe import Markup

from generator.model import Passage, SourceRecord, Span
from generator.site import wording
from generator.site.addresses import anchor
from generator.site.calendar import in_words
from generator.site.marks import Mark, draw
from generator.site.refs import (
    actor_ref,
    conflict_ref,
    date_anchor,
    mention_anchor,
    place_anchor,
    report_anchor,
    speaker_of,
)
from generator.site.views import Here


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage with its marks; `kind` as in a block; `gap`: text that is not shown stands before it."""

    kind: str
    html: Markup
    gap: bool


def excerpts(record: SourceRecord, marks: Iterable[Mark]) -> tuple[Excerpt, ...]:
    """The passages that may be shown, in text order, with everything marked."""
    removed = sorted(r.span for r in record.removed)
    passages = sorted(map(trimmed, record.passages), key=lambda p: p.span)
    shown, at = [], 0
    for passage, found in zip(passages, _within([p.span for p in passages], marks), strict=True):
        gap = at > 0 and passage.span.start - at - _covered(removed, Span(at, passage.span.start)) > 4
        inside = [_begun(m, passage.span.start, at) for m in found]
        shown.append(Excerpt(passage.kind, draw(passage, inside), gap))
        at = passage.span.end
    return tuple(shown)


def _within(spans: Sequence[Span], marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks of which something is in each of these spans, which are in the order of their beginnings; all marks
    with all spans of an article are thousands of pairs."""
    found: list[list[Mark]] = [[] for _ in spans]
    starts, ends = [s.start for s in spans], list(accumulate((s.end for s in spans), max))
    for mark in marks:
        start, end = mark.span
        for number in range(bisect_right(ends, start), bisect_left(starts, end)):
            if spans[number].end > start:
                found[number].append(mark)
    return found


def _begun(mark: Mark, start: int, shown: int) -> Mark:
    """A mark whose first part is not shown begins where the passage does, so that its anchor stands on the page."""
    return mark._replace(span=Span(start, mark.span.end)) if shown <= mark.span.start < start else mark


def trimmed(passage: Passage) -> Passage:
    """A passage without the white space at its ends."""
    left = len(passage.text) - len(passage.text.lstrip())
    text = passage.text.strip()
    start = passage.span.start + left
    return Passage(Span(start, start + len(text)), text, passage.kind)


def _covered(spans: Iterable[Span], within: Span) -> int:
    return sum(max(0, min(s.end, within.end) - max(s.start, within.start)) for s in spans)


def source_marks(here: Here, record: SourceRecord) -> list[Mark]:
    """Everything found in a source as marks, each leading on: quotations by the number after them."""
    marks: list[Mark] = []
    speakers = {q.speaker.mention.span for q in record.quotations if q.speaker.mention}
    anchors = {span: mention_anchor(span) for span in sorted(speakers)}
    for number, q in enumerate(record.quotations, 1):
        _, by = speaker_of(here, here.lookup.statements[q.statement], q)
        note = (str(number), here.at.record("statement", q.statement), f"Statement {number}: {by}")
        for i, span in enumerate(q.spans):
            last = i == len(q.spans) - 1
            marks.append(Mark(span, "quotation", q.id, note=note if last else None, continues=i > 0))
        if q.speaker.mention:
            href = here.at.record("actor", q.speaker.actor) if q.speaker.actor else f"#{anchor('w', q.id)}"
            marks.append(Mark(q.speaker.mention.span, "speaker", anchors.pop(q.speaker.mention.span, ""), href, by))
        if q.cue:
            marks.append(Mark(q.cue.span, "cue"))
    for m in record.mentions:
        if m.actor and m.span not in speakers:
            ref = actor_ref(here, m.actor)
            marks.append(Mark(m.span, "mention", mention_anchor(m.span), ref.href, ref.text))
    for d in record.dates:
        key = date_anchor(d.span)
        marks.append(Mark(d.span, "date", key, href=f"#{anchor('w', key)}", title=in_words(d)))
    marks.extend(Mark(f.span, "figure", f.id, f"#{anchor('w', f.id)}", wording.figure_value(f)) for f in record.figures)
    for place, conflict in here.lookup.places.get(record.source.id, ()):
        ref = conflict_ref(here, conflict)
        marks.append(Mark(place.span, "role", place_anchor(place.span), ref.href, f"{ref.title}: {ref.text}"))
    told: dict[str, int] = {}
    for e in record.events:
        key = report_anchor(e.event, told.get(e.event, 0))
        told[e.event] = told.get(e.event, 0) + 1
        event = here.lookup.events[e.event]
        marks.append(Mark(e.trigger, "event", key, href=here.at.record("event", e.event), title=event.name))
    return _named_once(marks)


def _named_once(marks: list[Mark]) -> list[Mark]:
    """The marks with each anchor on the first that has it: of names that begin at one place, on the first drawn."""
    taken: set[str] = set()
    kept = []
    for mark in marks:
        again = mark.anchor in taken and not mark.continues
        kept.append(mark._replace(anchor="") if again else mark)
        taken.add(mark.anchor)
    return kept


def anchors_drawn(record: SourceRecord, marks: Iterable[Mark]) -> frozenset[str]:
    """The anchors that stand in the passages shown; the lists below the text set the others."""
    able = (m for m in marks if m.anchor and not m.continues and m.span.start < m.span.end)
    drawn = _within(sorted(p.span for p in record.passages), able)
    return frozenset(m.anchor for m in chain.from_iterable(drawn))
