"""The passages of a document that a page may show: the sentences something is cited from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from generator.model import Evidence, Passage, Span


def cut(text: str, span: Span) -> str:
    """The text of a span."""
    return text[span.start : span.end]


def passages(found: Evidence) -> tuple[Passage, ...]:
    """The sentences that something is cited from, each with the sentence before it; neighbours make one passage.

    With `publish: full` every block of prose is a passage. The headline always is one.
    """
    document = found.document
    if document.publish == "full":
        return tuple(Passage(b.span, cut(document.text, b.span), b.kind) for b in document.prose)
    cited = [s for q in found.quotations for s in (*q.spans, *filter(None, (q.cue, q.speaker)))]
    cited += [e.span for e in found.events] + [f.span for f in found.figures] + [t.span for t in found.times]
    cited += [m.role_span for m in found.mentions if m.role_span is not None]
    shown = _touched(found.sentences, cited)
    starts = [s.start for s in found.sentences]
    parted = _parted_names(found)
    made: list[Passage] = []
    for block in document.prose:
        first, last = bisect_left(starts, block.span.start), bisect_left(starts, block.span.end)
        # the sentence before a cited one says what it speaks of
        wanted = {i for i in range(first, last) if i in shown or (i + 1 in shown and i + 1 < last)}
        wanted |= {i for r in parted if wanted & set(r) for i in r}
        spans = [block.span] if block.kind == "headline" else list(_runs(found.sentences, wanted))
        made.extend(Passage(s, cut(document.text, s), block.kind) for s in spans)
    return tuple(made)


def _parted_names(found: Evidence) -> list[range]:
    """The sentences that hold one name between them: the parse may end a sentence inside a name."""
    ends = [s.end for s in found.sentences]
    found_at = ((bisect_right(ends, m.span.start), bisect_left(ends, m.span.end)) for m in found.mentions)
    return [range(first, last + 1) for first, last in found_at if first < last < len(ends)]


def _touched(sentences: Sequence[Span], cited: Iterable[Span]) -> set[int]:
    """The indexes of the sentences, which stand in text order, that some cited span overlaps."""
    ends = [s.end for s in sentences]
    shown: set[int] = set()
    for span in sorted(set(cited)):
        at = bisect_right(ends, span.start)
        while at < len(sentences) and sentences[at].start < span.end:
            shown.add(at)
            at += 1
    return shown


def _runs(sentences: Sequence[Span], shown: Iterable[int]) -> Iterable[Span]:
    run: Span | None = None
    before = -2
    for i in sorted(shown):
        if run is not None and i == before + 1:
            run = Span(run.start, sentences[i].end)
        else:
            if run is not None:
                yield run
            run = sentences[i]
        before = i
    if run is not None:
        yield run
