"""Quoted words that no cue claims: in the clause of whoever says them, or in a headline of what the text quotes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.quotations.beside import Beside
from generator.extract.quotations.cues import could_speak, verbs
from generator.extract.quotations.form import is_title
from generator.extract.quotations.naming import called_so
from generator.extract.quotations.noun_phrase import SUBJECTS, Speaker, is_passive, phrase
from generator.extract.quotations.reading import Reading
from generator.extract.quotations.speaker import speaker_of
from generator.model import QuotationMention

# Fewer words are a name, or a word held at arm's length, and may stand in a headline by chance.
_FEWEST = 3
# The share of a headline's quoted words that one quotation of the text has.
_REPEATED = 0.7


def unclaimed(reading: Reading, found: Sequence[QuotationMention], left: Sequence[int]) -> Iterator[Beside]:
    """Passages of some words without a cue of their own: "the bishop welcomed the verdict “as one welcomes rain”"."""
    for number in left:
        first, last = reading.ranges[number]
        called = called_so(reading, first, last)
        if called is not None:
            yield Beside((first, last), called)
            continue
        said = [t.lower_ for t in reading.doc[first : last + 1] if t.text[0].isalnum()]
        if len(said) < _FEWEST or is_title(reading, number):
            continue
        speaker = _reporter(reading, found, first) or _actor(reading, first, last) or _repeated(reading, found, said)
        if speaker is not None:
            yield Beside((first, last), speaker)


def _reporter(reading: Reading, found: Sequence[QuotationMention], first: int) -> Speaker | None:
    """Whose words the sentence reports already: "said she had served coffee, “and no tea, to be safe”"."""
    low, at = reading.doc[reading.sentence_at(first)[0]].idx, reading.doc[first].idx
    before = [(q.cue.start, q.speaker) for q in found if q.cue and q.speaker and low <= q.cue.start < at]
    if not before or any(low < q.cue.start and q.spans[0].start > at for q in found if q.cue):
        return None
    latest, span = max(before)
    between = [t.lower_ for t in reading.doc[reading.sentence_at(first)[0] : first] if t.idx > latest]
    if "while" in between or "whereas" in between:
        return None  # "said the list could grow, while his deputy pleaded for “open doors at last”"
    return Speaker(span, "speaker of the sentence", reading.tokens(span)[-1])


def _actor(reading: Reading, first: int, last: int) -> Speaker | None:
    """Whoever the clause around the words is of: "the mayor vowed to “climb until I reach the top”"."""
    root = next((t for t in reading.doc[first : last + 1] if t.head == t or not first <= t.head.i <= last), None)
    if root is None:
        return None
    own = next((c for c in root.lefts if c.dep_ in SUBJECTS and c.i < first), None)
    if own is not None:
        speaker = phrase(own, reading, "")
    else:
        verb = root.head
        while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
            verb = verb.head
        if verb.i >= first or is_passive(verb) or verb.lower_ not in verbs():
            return None
        speaker = speaker_of(verb, reading)
    if speaker is None or not could_speak(reading.doc[speaker.head]):
        return None
    return replace(speaker, rule="subject of the clause around the words")


def _repeated(reading: Reading, found: Sequence[QuotationMention], said: Sequence[str]) -> Speaker | None:
    """Whom the text quotes with most of the words: "“We ran without shoes”: town counts its dead"."""
    for one in found:
        if one.speaker is None or one.kind == "indirect":
            continue
        there = {reading.doc[t].lower_ for span in one.spans for t in reading.tokens(span)}
        if sum(word in there for word in said) >= _REPEATED * len(said):
            return Speaker(one.speaker, "speaker of the same words in the text", reading.tokens(one.speaker)[-1])
    return None
