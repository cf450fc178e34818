"""Who passed a statement on: "as per a report by Axios", "told CNN", "quoted as saying by Reuters"."""

from dataclasses import replace
from itertools import dropwhile

from spacy.tokens import Token

from generator.extract.quotations.noun_phrase import phrase, quoter_of
from generator.extract.quotations.phrases import Aside
from generator.extract.quotations.reading import Reading
from generator.lexicons import words
from generator.model import QuotationMention, Span


def is_outlet(text: str) -> bool:
    """Whether a noun phrase is the name of a news agency, a broadcaster or a paper."""
    bare = (
        " ".join(dropwhile(str.islower, text.split()))
        .lower()
        .replace("’s", "")
        .replace("'s", "")
        .removeprefix("the ")
        .strip(" .,")
    )
    return bare in words("news_outlets")


def with_relay(found: list[QuotationMention], aside: Aside, reading: Reading) -> bool:
    """Note the aside as relay on the statement it belongs to, in place. False where there is none to relay.

    It belongs to the statement of its own sentence whose cue or content comes last before it. The aside itself is cut
    off the end of the content.
    """
    token = aside.tokens[0]
    start = reading.doc[token].idx
    first = reading.doc[reading.sentence_at(token)[0]].idx
    best, at = None, -1
    for number, one in enumerate(found):
        if one.cue is None or one.cue.start < first:
            continue
        ends = [min(s.end, start) for s in one.spans if s.start < start]
        if one.cue.start < start:
            ends.append(one.cue.end)
        elif one.speaker is not None and one.speaker.start < start and one.cue.start < aside.speaker.span.end + 5:
            ends = [start]  # "Reed, quoted by Interfax, said"
        else:
            continue
        if max(ends) > at:
            best, at = number, max(ends)
    if best is None:
        return False
    one = found[best]
    said_by = one.speaker
    if said_by is not None and said_by.start < start < said_by.end:
        end = start
        while end > said_by.start and reading.text[end - 1] in " ,\n—–-":
            end -= 1
        one = replace(one, speaker=Span(said_by.start, max(end, said_by.start + 1)))
    elif said_by is not None and said_by.start < aside.speaker.span.end and aside.speaker.span.start < said_by.end:
        return True
    found[best] = replace(
        one, via=(*one.via, _whose(aside.speaker.span, reading)), spans=cut_at(one.spans, start, reading)
    )
    return True


def _whose(span: Span, reading: Reading) -> Span:
    """Axios in "a report by Axios": who passed it on, where a document stands for them."""
    for token in (reading.doc[i] for i in reading.tokens(span)):
        if token.lower_ in words("speaking_documents"):
            for prep in token.children:
                named = [c for c in prep.children if c.dep_ == "pobj" and c.tag_ in ("NNP", "NNPS")]
                if prep.lower_ in ("by", "from", "in", "on") and named:
                    found = phrase(named[0], reading, "")
                    return found.span if found is not None else span
    return span


def cut_at(spans: tuple[Span, ...], start: int, reading: Reading) -> tuple[Span, ...]:
    """The spans up to where the aside begins, where that leaves something."""
    kept = []
    for span in spans:
        end = min(span.end, start)
        while end > span.start and reading.text[end - 1] in " ,\n—–-":
            end -= 1
        if end > span.start:
            kept.append(Span(span.start, end))
    return tuple(kept) or spans


def relays_of(cue: Token, reading: Reading) -> tuple[Span, ...]:
    """The outlets a cue names itself: "told CNN", "in an interview with the BBC", "quoted as saying by Axios"."""
    found = []
    heads = [cue, cue.head.head] if cue.dep_ == "pcomp" else [cue]
    for head in heads:
        for child in head.children:
            if child.i < head.i:
                continue
            if child.dep_ in ("dobj", "dative"):
                found.append(child)
            elif child.dep_ in ("prep", "agent") and child.lower_ in ("by", "to", "with", "in", "on", "during"):
                for inside in child.children:
                    if inside.dep_ == "pobj":
                        found += [inside, *_with(inside)]
    quoter = quoter_of(cue)
    quoting = [c for c in quoter.children if c.dep_ == "nsubj"] if quoter is not None else []
    found += [c for token in list(found) for c in token.children if c.dep_ == "poss"]  # "told CNN's Jake Tupper"
    spans = [p.span for p in (phrase(t, reading, "") for t in found) if p is not None]
    named = [p.span for p in (phrase(t, reading, "") for t in quoting) if p is not None]
    return (*named, *(s for s in spans if is_outlet(reading.text[s.start : s.end])))


def _with(noun: Token) -> list[Token]:
    """ "an interview with CNN", "a statement to Reuters"."""
    return [
        inside
        for prep in noun.children
        if prep.dep_ == "prep" and prep.lower_ in ("with", "to", "by", "on")
        for inside in prep.children
        if inside.dep_ == "pobj"
    ]
