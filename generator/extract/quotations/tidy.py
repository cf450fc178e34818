"""What is left of the attributions once they are looked at together."""

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.quotations.beside import TURN
from generator.extract.quotations.content import Range
from generator.extract.quotations.cues import Cue
from generator.extract.quotations.noun_phrase import FINITE, Speaker, subject
from generator.extract.quotations.reading import Reading
from generator.extract.quotations.relays import is_outlet
from generator.lexicons import words
from generator.model import QuotationMention, Span

_POINTING = frozenset(
    {"this", "that", "it", "these", "those", "so", "them", "both", "all this", "all that"}
    | {"each other", "one another", "itself", "himself", "herself", "themselves", "myself", "ourselves"}
)
_REMINDING = frozenset({"remind", "recall", "note", "remember"})
_UNSAID = frozenset({"denial", "negated", "question"})


def without_outer(reading: Reading, found: list[QuotationMention]) -> list[QuotationMention]:
    """Cut the closing attribution of the whole sentence off the statement inside it.

    "Reed acknowledged that the fees were high, the Post reported": the Post passes Reed's words on.
    """
    cues = {q.cue.start: q for q in found if q.cue is not None and q.speaker is not None}
    made = []
    for inner in found:
        last = inner.spans[-1]
        outers = (cues[s] for s in (reading.starts[t] for t in reading.tokens(last)) if s in cues and s > last.start)
        for outer in outers:
            end = _cut(reading, inner, outer)
            if end is not None and outer.speaker is not None:
                outlet = is_outlet(reading.text[outer.speaker.start : outer.speaker.end])
                via = (*inner.via, outer.speaker) if outlet else inner.via
                inner = replace(inner, spans=(*inner.spans[:-1], Span(last.start, end)), via=via)
                break
        made.append(inner)
    return made


def _cut(reading: Reading, inner: QuotationMention, outer: QuotationMention) -> int | None:
    """Where the inner statement ends if the outer one, whose cue stands in it, began before the inner cue."""
    last = inner.spans[-1]
    if inner.cue is None or outer.cue is None or outer.speaker is None:
        return None
    start = min(outer.cue.start, outer.speaker.start)
    if not outer.spans[0].start < inner.cue.start < inner.cue.end <= last.start < start:
        return None
    end = start
    while end > last.start and reading.text[end - 1] in " ,—–-\n":
        end -= 1
    return end if end > last.start and reading.text[end] in ",—– -" else None


def mask(reading: Reading, found: list[QuotationMention]) -> list[bool]:
    """For each token whether it stands inside one of the quotations."""
    held = [False] * len(reading.doc)
    for one in found:
        for span in one.spans:
            for token in reading.tokens(span):
                held[token] = True
    return held


def within_others(reading: Reading, found: list[QuotationMention]) -> list[QuotationMention]:
    """What is said to have been said, inside what somebody says: "Reed told the court that Diaz had promised a loan".

    It comes through the outer speaker. Of what the outer one denies, asks or does not say, nobody named said it.
    """
    holder: list[QuotationMention | None] = [None] * len(reading.doc)
    for one in sorted(found, key=lambda q: -sum(s.end - s.start for s in q.spans)):
        for span in one.spans:
            for token in reading.tokens(span):
                holder[token] = one
    made = []
    for one in found:
        at = next(iter(reading.tokens(one.cue)), None) if one.cue else None
        outer = holder[at] if at is not None else None
        if outer is None or outer is one or one.speaker is None or not _holds(outer, one):
            made.append(one)
        elif not _UNSAID.intersection(outer.flags):
            own = reading.text[one.speaker.start : one.speaker.end].lower() in words("pronouns")
            apart = outer.speaker and not own and outer.speaker not in one.via
            made.append(replace(one, via=(*one.via, outer.speaker)) if apart and outer.speaker else one)
    return made


def takes_in(spans: Sequence[Span], found: Sequence[QuotationMention]) -> bool:
    """Whether a turn of a transcript takes in whole whatever was found in it."""
    turn = Span(spans[0].start, spans[-1].end)
    inside = [s for q in found for s in q.spans if s.start < turn.end and turn.start < s.end]
    return all(turn.start <= s.start and s.end <= turn.end for s in inside)


def without_own_words(reading: Reading, found: list[QuotationMention]) -> list[QuotationMention]:
    """Leave out what somebody says in a turn of a transcript of their own words: the turn itself is the quotation."""
    turns = [q for q in found if q.speaker_rule == TURN]

    def own(one: QuotationMention) -> bool:
        who = reading.text[one.speaker.start : one.speaker.end].lower() if one.speaker else "i"
        return who in words("first_and_second_person") and any(q is not one and _holds(q, one) for q in turns)

    return [one for one in found if not own(one)]


def _holds(outer: QuotationMention, inner: QuotationMention) -> bool:
    return all(any(o.start <= s.start and s.end <= o.end for o in outer.spans) for s in inner.spans)


def is_anonymity(said: str) -> bool:
    """ "asked not to be named": how the statement was had, and no statement."""
    return said.lower().startswith(
        ("not to be named", "not to be identified", "not to be quoted", "to remain anonymous")
    )


def asked_in_passing(cue: Cue) -> bool:
    """ "A spokesman, asked about the delay, blamed the weather": the parse takes the participle for the verb."""
    token, asker = cue.token, subject(cue.token)
    if cue.verb.base != "ask" or asker is None or token.i == 0 or token.nbor(-1).text != ",":
        return False
    apart = any(t.text == "," for t in token.doc[asker.i : token.i - 1])  # "Ruiz, the mayor, asked whether"
    sentence = token.doc[token.i : token.sent.end]
    return not apart and any(t.text == "," for t in sentence) and any(t.tag_ in FINITE for t in sentence[1:])


def by_nobody(reading: Reading, cue: Cue, speaker: Speaker | None) -> bool:
    """Whether nobody's words are told: "Nobody says it is over"; "We remind, …" and "Recall that …" are the reporter's.

    Translations from Russian begin what went before so.
    """
    if speaker is None:
        return cue.verb.base in _REMINDING and cue.token.tag_ == "VB" and cue.token.is_sent_start is True
    who = reading.text[speaker.span.start : speaker.span.end].lower()
    return who.startswith(("nobody", "no one", "no-one", "none of")) or (who == "we" and cue.verb.base in _REMINDING)


def is_pointing(said: str) -> bool:
    """ "denied this", "rejected that": words that point at a statement and are none."""
    return said.strip(" .,;:!?").lower() in _POINTING


def covered(reading: Reading, ranges: tuple[Range, ...], taken: set[int]) -> bool:
    """Whether the content is nothing but passages that are attributed already."""
    for first, last in ranges:
        for i in range(first, last + 1):
            if reading.block[i] >= 0 and reading.quote[i] not in taken and reading.doc[i].text[0].isalnum():
                return False
    return True


def without_repeats(found: list[QuotationMention]) -> list[QuotationMention]:
    """One attribution for each content: the first rule that found it."""
    seen: set[tuple[Span, ...]] = set()
    kept = []
    for one in found:
        if one.spans not in seen:
            seen.add(one.spans)
            kept.append(one)
    return kept
