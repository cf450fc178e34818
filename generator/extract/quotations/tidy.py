"""What is left of the attributions once they are looked at together."""

from dataclasses import replace

from generator.extract.quotations.marks import Passage
from generator.extract.quotations.reading import Reading
from generator.extract.quotations.relays import is_outlet
from generator.model import QuotationMention, Span


def without_outer(reading: Reading, found: list[QuotationMention]) -> list[QuotationMention]:
    """Cut the closing attribution of the whole sentence off the statement inside it.

    "Reed acknowledged that the fees were high, the Post reported": the Post passes Reed's words on.
    """
    made = []
    for inner in found:
        last = inner.spans[-1]
        for outer in found:
            if outer.cue is None or outer.speaker is None or not last.start < outer.cue.start < last.end:
                continue
            start = min(outer.cue.start, outer.speaker.start)
            if inner.cue is not None and outer.spans[0].start <= inner.cue.start < inner.cue.end <= last.start < start:
                end = start
                while end > last.start and reading.text[end - 1] in " ,—–-\n":
                    end -= 1
                if end > last.start and outer.spans[0].start < inner.cue.start and reading.text[end] in ",—– -":
                    outlet = is_outlet(reading.text[outer.speaker.start : outer.speaker.end])
                    via = (*inner.via, outer.speaker) if outlet else inner.via
                    inner = replace(inner, spans=(*inner.spans[:-1], Span(last.start, end)), via=via)
                    break
        made.append(inner)
    return made


def holds(quotation: QuotationMention, passage: Passage) -> bool:
    """Whether a passage stands inside what a quotation holds."""
    return any(s.start <= passage.start and passage.end <= s.end for s in quotation.spans)


def is_anonymity(said: str) -> bool:
    """ "asked not to be named": how the statement was had, and no statement."""
    return said.lower().startswith(
        ("not to be named", "not to be identified", "not to be quoted", "to remain anonymous")
    )


def without_repeats(found: list[QuotationMention]) -> list[QuotationMention]:
    """One attribution for each content: the first rule that found it."""
    seen: set[tuple[Span, ...]] = set()
    kept = []
    for one in found:
        if one.spans not in seen:
            seen.add(one.spans)
            kept.append(one)
    return kept
