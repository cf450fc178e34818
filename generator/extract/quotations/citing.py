"""Who a report cites: "The ferry sank, state radio reported, citing the harbour master"."""

from dataclasses import replace

from spacy.tokens import Token

from generator.extract.quotations.noun_phrase import phrase
from generator.extract.quotations.reading import Reading
from generator.extract.quotations.relays import cut_at, is_outlet
from generator.lexicons import words
from generator.model import QuotationMention

_NEAR = 3  # characters between "The Tribune" and "quoting"
CITING = frozenset({"citing", "quoting"})


def with_cited(found: list[QuotationMention], reading: Reading) -> list[QuotationMention]:
    """The statements with whoever a report cites as speaker, and the press that reports it as the one who passes it on.

    Where anybody else cites ("the ministry said, citing a study"), the speaker stays. Being cited is no statement of
    its own either way.
    """
    made = list(found)
    for token in reading.prose():
        if token.lower_ not in CITING or token.tag_ != "VBG" or reading.quote[token.i] >= 0:
            continue
        objects = [c for c in token.children if c.dep_ == "dobj" and c.i > token.i]
        # "quoting the country's minister Ada Moss": the parse may take the country for one object, Moss for another
        cited = next((c for c in objects if c is objects[-1] or c.nbor().tag_ != "POS"), None)
        if cited is None or any(c.lower_ == "as" and c.dep_ == "prep" for c in token.children):
            continue
        number = _host(made, token, reading)
        if number is None:
            continue
        made[number] = _handed_on(made[number], token, cited, reading)
        made = [q for q in made if q.cue is None or q.cue.start != token.idx]
    return made


def _host(found: list[QuotationMention], token: Token, reading: Reading) -> int | None:
    """The statement of the sentence whose cue stands last before the citing."""
    first = reading.doc[reading.sentence_at(token.i)[0]].idx
    before = [(q.cue.start, n) for n, q in enumerate(found) if q.cue is not None and first <= q.cue.start < token.idx]
    if before:
        return max(before)[1]
    for number, one in enumerate(found):  # "The Tribune, quoting an officer, said the offensive had begun"
        if one.cue is None or one.speaker is None or token.dep_ not in ("acl", "advcl"):
            continue
        near = 0 <= token.idx - one.speaker.end <= _NEAR and token.idx < one.cue.start
        if near and first <= one.speaker.start:
            return number
    return None


def _handed_on(one: QuotationMention, token: Token, cited: Token, reading: Reading) -> QuotationMention:
    if any(s.start < token.idx < s.end for s in one.spans):
        one = replace(one, spans=cut_at(one.spans, token.idx, reading))
    if one.speaker is None or not _is_press(reading.text[one.speaker.start : one.speaker.end]):
        return one
    source = phrase(cited, reading, "who the report cites")
    if source is None:
        return one
    return replace(one, speaker=source.span, speaker_rule=source.rule, via=(*one.via, one.speaker))


def _is_press(text: str) -> bool:
    """Whether a noun phrase is an outlet: by its name, or by its last word ("state media", "the newspaper")."""
    last = text.lower().split()[-1]
    return is_outlet(text) or any(last in words(w) for w in ("press_nouns", "press_words", "press_that_cites"))
