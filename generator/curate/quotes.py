"""Quotations that the program missed, given by a person: the article and the words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import Decision, Evidence, QuotationMention, Span

OPENING, CLOSING = "“‘\"'«„", "”’\"'»“"
Placed = Mapping[Decision, tuple[str, Span]]


def add_quotations(
    evidence: Sequence[Evidence], decisions: Sequence[Decision]
) -> tuple[tuple[Evidence, ...], dict[Decision, tuple[str, Span]]]:
    """The evidence with the quotations that people give, and where each of their decisions found its words.

    A decision whose words are not in its article, or stand there more than once, changes nothing. Quotations that the
    program found at the same place give way.
    """
    placed: dict[Decision, tuple[str, Span]] = {}
    changed = list(evidence)
    for decision in decisions:
        if decision.verb != "quote":
            continue
        for index, found in enumerate(changed):
            if decision.quote not in {found.document.id, found.document.file}:
                continue
            spans = places(found.document.text, decision.words or "")
            if len(spans) == 1:
                span = _with_marks(found.document.text, spans[0])
                placed[decision] = (found.document.id, span)
                changed[index] = _added(found, span, decision)
    return tuple(changed), placed


def places(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand in the text, whatever the white space and the shape of the quotation marks."""
    pattern = r"\s+".join(
        "".join('[“”„«»"]' if c in '“”„«»"' else "[‘’']" if c in "‘’'" else re.escape(c) for c in word)
        for word in words.split()
    )
    return tuple(Span(*found.span()) for found in re.finditer(pattern, text)) if pattern else ()


def _with_marks(text: str, span: Span) -> Span:
    """The span with the quotation marks around it."""
    start, end = span
    if start > 0 and end < len(text) and text[start - 1] in OPENING and text[end] in CLOSING:
        return Span(start - 1, end + 1)
    return span


def _added(found: Evidence, span: Span, decision: Decision) -> Evidence:
    text = found.document.text[span.start : span.end]
    whole = text[0] in OPENING and text[-1] in CLOSING
    kind = "direct" if whole else "mixed" if any(mark in text for mark in '“”«»"') else "indirect"
    given = QuotationMention((span,), kind, speaker_rule=decision.signature, certainty="high")  # type: ignore[arg-type]
    kept = [
        (i, q)
        for i, q in enumerate(found.quotations)
        if not any(s.start < span.end and span.start < s.end for s in q.spans)
    ]
    ordered = sorted([*kept, (-1, given)], key=lambda pair: pair[1].spans[0])
    moved = {old: new for new, (old, _) in enumerate(ordered)}
    figures = tuple(
        replace(f, quotation=moved[-1])
        if span.start <= f.span.start and f.span.end <= span.end
        else replace(f, quotation=None if f.quotation is None else moved.get(f.quotation))
        for f in found.figures
    )
    return replace(found, quotations=tuple(q for _, q in ordered), figures=figures, shingles="")
