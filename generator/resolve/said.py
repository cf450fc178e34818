"""When each quotation was said: the date beside its cue, the speaker's other words, or the article's own date."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Dated, EventMention, Evidence, QuotationMention, Span, TimeExpression

# What may stand between the cue and its date: nothing of another clause. "said in a speech in Oslo on Friday" may,
# "said the minister, who met her on Friday" may not.
_OTHER_CLAUSE = re.compile(
    r"[;:]|\b(?:who|which|whose|where|when|that|after|before|since|because|if|while|as|but)\b"
    r"|\band (?:was|is|has|had|will)\b"
    r"|\b(?:met|visited|held|arrived|announced|signed|launched|killed|voted|due|scheduled|will|would)\b",
    re.I,
)
_RELATIVE = re.compile(r"(?:who|which|whose|where|when|that|whom)\b", re.I)
_WHO = re.compile(r"\b(?:who|whose|whom)\b", re.I)
_PREPOSITION = re.compile(r"\s+(?:late\s+|early\s+)?(?:on\s+|in\s+|at\s+)?(?:late\s+|early\s+)?")
_FOLLOWING = re.compile(r"\b(?:after|following)\b", re.I)
_THEN = re.compile(r"(?:\s+[\w'’-]+){0,3}?\s+(?:then|at the time)(?=[.,;]|\s(?:that\b|[\"“]))")
_NEAR = 160
_FRONT = 40
_OCCASIONS = frozenset({"press_conference", "speech", "interview"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"\d{4}")
_POINT = re.compile(r"\d{4}-(?:\d{2}|W\d{2})")


def said(evidence: Evidence) -> Evidence:
    """The evidence with a date for every quotation that has none yet, each with its reason.

    Stated: a date in the clause of the cue ("said on Friday"). Inferred: the date of the same speaker's other words in
    the article, where it names only one, or the time up to the article's own date. Open: the article has no date.
    """
    dates: list[Dated | None] = [
        q.said if q.said.basis != "open" or q.said.value else _stated(evidence, q) for q in evidence.quotations
    ]
    settled = [
        date or _back_then(evidence, index) or _carried(evidence, dates, index) or _by_publication(evidence)
        for index, date in enumerate(dates)
    ]
    quotations = tuple(replace(q, said=d) for q, d in zip(evidence.quotations, settled, strict=True))
    found = replace(evidence, quotations=quotations)
    return replace(found, events=tuple(_occasion(found, event) for event in evidence.events))


def _occasion(evidence: Evidence, event: EventMention) -> EventMention:
    """A press conference or speech without a date of its own was when the words reported from it were said."""
    if event.type not in _OCCASIONS or event.date.value is not None:
        return event
    there = {p.entity for p in event.participants} - {None}
    for quotation in evidence.quotations:
        spans = [*quotation.spans, *([quotation.cue] if quotation.cue else [])]
        inside = any(event.span.start <= s.start < event.span.end for s in spans)
        if inside and quotation.said.value and _DAY.match(quotation.said.value) and quotation.entity in there:
            reason = f"of the words reported from it: {quotation.said.reason}"
            date = Dated(quotation.said.value, "inferred", reason, quotation.said.earliest, quotation.said.latest)
            return replace(event, date=date)
    return event


def _stated(evidence: Evidence, quotation: QuotationMention) -> Dated | None:
    """The date in the cue's clause, outside the words quoted."""
    anchor = quotation.cue or quotation.speaker
    if anchor is None:
        return None
    sentence = next((s for s in evidence.sentences if s.start <= anchor.start < s.end), None)
    if sentence is None:
        return None
    found = [
        (not _beside(evidence.document.text, anchor, t.span), _distance(t.span, anchor), t)
        for t in _times(evidence, sentence)
        if not _quoted(evidence, t.span, quotation)
        and _belongs(evidence.document.text, t.span, anchor, sentence, quotation)
    ]
    if not found:
        return None
    time = min(found, key=lambda f: (f[0], f[1], f[2].span))[2]
    words = evidence.document.text[anchor.start : anchor.end]
    return Dated(time.value, "stated", f"‘{time.text}’ beside ‘{words}’: {time.reason}", time.earliest, time.latest)


def _back_then(evidence: Evidence, index: int) -> Dated | None:
    """The year told before in the paragraph of words that somebody "said then"."""
    quotation, text = evidence.quotations[index], evidence.document.text
    told = quotation.cue or quotation.spans[-1]
    if _THEN.match(text, told.end) is None:
        return None
    starts = text.rfind("\n", 0, told.start)
    before = [t for t in evidence.times if starts < t.span.start < told.start and _YEAR.match(t.value)]
    if not before:
        return None
    year = before[-1].value[:4]
    return Dated(year, "inferred", f"‘then’ is of ‘{before[-1].text}’ before it", f"{year}-01-01", f"{year}-12-31")


def _times(evidence: Evidence, sentence: Span) -> Sequence[TimeExpression]:
    """The dates of a sentence that are precise to a month and do not lie after the article."""
    published = (evidence.document.published.latest or evidence.document.published.value or "")[:10]
    return [
        t
        for t in evidence.times
        if sentence.start <= t.span.start < sentence.end
        and t.type in ("DATE", "TIME")
        and _POINT.match(t.value)
        and not (published and (t.earliest or t.value)[:10] > published and _DAY.match(t.earliest or t.value))
    ]


def _quoted(evidence: Evidence, time: Span, quotation: QuotationMention) -> bool:
    """Whether a date stands in somebody's words: these, or others that do not themselves hold this quotation."""
    for other in evidence.quotations:
        for span in other.spans:
            holds = other is not quotation and any(span.start <= s.start and s.end <= span.end for s in quotation.spans)
            if span.start <= time.start < span.end and not holds:
                return True
    return False


def _beside(text: str, anchor: Span, time: Span) -> bool:
    """ "said on Friday", "on Friday said": nothing but a preposition between the cue and the date."""
    first, last = sorted((time, anchor))
    return _PREPOSITION.fullmatch(text[first.end : last.start]) is not None and time > anchor


def _distance(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def _belongs(text: str, time: Span, anchor: Span, sentence: Span, quotation: QuotationMention) -> bool:
    """Whether nothing between a date and the cue makes it the date of something else."""
    first, last = sorted((time, anchor))
    between = _without(text, Span(first.end, last.start), quotation.spans)
    if len(between) > _NEAR:
        return False
    if time < anchor:
        # "Berg, who lost on 8 October, said", "Berg, the chairman who quit on 8 October, said": of a relative clause.
        opening = max(text.rfind(",", sentence.start, time.start), sentence.start)
        aside = text[opening : time.start].lstrip(", ")
        if _RELATIVE.match(aside) or _WHO.search(aside):
            return False
        # In front of the sentence a date holds for all of it ("On Wednesday, the minister, who ..., said").
        if time.start - sentence.start <= _FRONT and not _FOLLOWING.search(text[sentence.start : time.start]):
            return not re.search(r"[;:]", between)
        if _FOLLOWING.match(text[sentence.start : sentence.start + 12].lstrip()):
            return True
    return not _OTHER_CLAUSE.search(between)


def _without(text: str, span: Span, left_out: Sequence[Span]) -> str:
    """The text at a span without the words quoted in it."""
    parts, at = [], span.start
    for out in sorted(left_out):
        if out.start < span.end and out.end > at:
            parts.append(text[at : max(at, out.start)])
            at = max(at, out.end)
    parts.append(text[at : max(at, span.end)])
    return " ".join(parts)


def _of_another_day(evidence: Evidence, quotation: QuotationMention) -> bool:
    """Whether a day that cannot be settled stands with the cue: "On Monday", in an article without a date."""
    cue = quotation.cue
    sentence = next((s for s in evidence.sentences if cue and s.start <= cue.start < s.end), None)
    return sentence is not None and any(
        t.type == "DATE" and t.value.startswith("XXXX") and not _quoted(evidence, t.span, quotation)
        for t in evidence.times
        if sentence.start <= t.span.start < sentence.end
    )


def _carried(evidence: Evidence, dates: Sequence[Dated | None], index: int) -> Dated | None:
    """The last date before of the same speaker's words; for words before any date, the only one there is."""
    entity = evidence.quotations[index].entity
    if entity is None or _of_another_day(evidence, evidence.quotations[index]):
        return None
    own = [
        (i, d)
        for i, d in enumerate(dates)
        # what somebody said in a month or a year is told of, among words of the day
        if d is not None and d.value and _DAY.match(d.value)
        if evidence.quotations[i].entity == entity and not _told(evidence, i)
    ]
    before = [d for i, d in own if i < index]
    if before:
        return Dated(
            before[-1].value,
            "inferred",
            f"as the speaker's words further up: {before[-1].reason}",
            before[-1].earliest,
            before[-1].latest,
        )
    if len({d.value for _, d in own}) == 1:
        only = own[0][1]
        reason = f"as the speaker's only dated words in the article: {only.reason}"
        return Dated(only.value, "inferred", reason, only.earliest, only.latest)
    return None


def _told(evidence: Evidence, index: int) -> bool:
    """Whether words are told of in other words: "said he had warned the board in June"; that was another day."""
    cue = evidence.quotations[index].cue
    if cue is None:
        return False
    others = (s for i, q in enumerate(evidence.quotations) if i != index for s in q.spans)
    return any(s.start <= cue.start < s.end for s in others)


def _by_publication(evidence: Evidence) -> Dated:
    published = evidence.document.published
    last = published.latest or published.value
    if last is None or not _DAY.match(last):
        return Dated(None, "open", "no date is given with the words, and the article has none")
    day = last[:10]
    exact = (published.value or "")[:10] == day
    why = "this is the day of the article" if exact else "the article is of this day at the latest"
    return Dated(None, "inferred", f"no day is given with the words; {why}", None, day)
