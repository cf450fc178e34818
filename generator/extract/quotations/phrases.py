"""Attributions without a verb: "according to the bank", "in Moscow's view", and the relays "as per", "based on"."""

from dataclasses import dataclass

from spacy.tokens import Token

from generator.extract.quotations.content import Range
from generator.extract.quotations.reading import Reading
from generator.extract.quotations.speaker import Speaker, phrase
from generator.model import Span


@dataclass(frozen=True, slots=True)
class Aside:
    """An attributing phrase: its tokens, the words that make it one, who it names, and the sentence it is about."""

    tokens: Range
    cue: Span
    speaker: Speaker
    content: tuple[Range, ...]


def asides(reading: Reading) -> list[Aside]:
    """Every "according to X" with the clause it qualifies."""
    found = []
    for token in reading.prose():
        if token.lower_ == "according" and reading.quote[token.i] < 0:
            one = _according(token, reading)
            if one is not None:
                found.append(one)
    return found


def _according(token: Token, reading: Reading) -> Aside | None:
    doc = reading.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    source = next((c for c in doc[token.i + 1].children if c.dep_ in ("pobj", "pcomp")), None)
    if source is None:
        source = doc[token.i + 2]
        while source.head.i > source.i and source.dep_ in ("compound", "det", "amod", "nmod", "poss", "case"):
            source = source.head
    speaker = phrase(source, reading, "according to")
    if speaker is None:
        return None
    last = max(source.i, max((t.i for t in doc if token.i < t.i and t.idx < speaker.span.end), default=source.i))
    low, high = _sentence(reading, token.i)
    before, after = (low, token.i - 1), (last + 1, high)
    if token.i - low <= 1:
        comma = next((i for i in range(last + 1, min(high, last + 40) + 1) if doc[i].text == ","), None)
        content: tuple[Range, ...] = ((comma + 1 if comma is not None else last + 1, high),)
    elif high - last <= 2 or doc[last + 1].text not in (",", "—", "–"):
        content = (before,)
    else:
        content = (before, after)
    return Aside((token.i, last), reading.span(token.i, token.i + 1), speaker, content)


def _sentence(reading: Reading, at: int) -> Range:
    low = high = at
    number = reading.sentence[at]
    while low > 0 and reading.sentence[low - 1] == number:
        low -= 1
    while high + 1 < len(reading.doc) and reading.sentence[high + 1] == number:
        high += 1
    return low, high
