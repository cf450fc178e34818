"""Finds the figures of a Doc: every quantity in prose with its number, unit, bound and what it counts."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from generator.extract import attributes
from generator.extract.dating import clause_time
from generator.extract.figures.context import clause_words
from generator.extract.figures.counted import counted_noun, holder, measured_noun, noun_phrase, number_of, place
from generator.extract.figures.elided import all_that_is_said, given_by, noun_before, somebody
from generator.extract.figures.happenings import action, phrased, points_taken
from generator.extract.figures.lengths import aged, lengths, tells_length
from generator.extract.figures.reading import AGE, Reading, readings
from generator.extract.figures.thousands import dotted
from generator.lexicons import any_of, table, words
from generator.model import FigureMention, Span


@Language.factory("onrecord_figures")
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The spaCy component `onrecord_figures`: leaves its findings on `doc._.figures`."""

    def component(doc: Doc) -> Doc:
        doc._.figures = figures(doc)
        return doc

    return component


def figures(doc: Doc) -> tuple[FigureMention, ...]:
    """The quantities of a Doc's prose, in text order: money, shares, measures and counts, with bound and range.

    Needs tags, a parse and entities; uses `doc._.times` and `doc._.quotations` when they are there. Dates, times,
    ordinals, scores, names ("Route 66") and phone numbers are no figures.
    """
    return tuple(f for _, _, sentence in attributes.prose_sentences(doc) for f in _of_sentence(doc, sentence))


_BEFALLS = frozenset(
    {"killed", "injured", "missing", "displaced", "detained", "trapped", "rescued", "dismissed", "powerless", "seized"}
    | {"attended", "striking", "infected", "stranded"}
)
_OF_THE_VERB = frozenset({"dobj", "nsubj", "nsubjpass", "conj", "ROOT", "oprd", "ccomp"})
_NAMED = frozenset({"PERSON", "ORG", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})


def _of_sentence(doc: Doc, sentence: Tokens) -> Iterator[FigureMention]:
    text = sentence.text
    if not _NUMBERED.search(text.lower()):
        return
    for reading in _with_units_in_common(text, readings(text, dotted(doc, sentence))):
        offset = sentence.start_char
        if reading.unit == AGE:
            person = aged(doc, reading, offset)
            if person is not None:
                span = Span(offset + reading.start, offset + reading.end)
                told = attributes.document_of(doc).text[span.start : span.end]
                yield FigureMention(
                    span, told, reading.value, AGE, "age", quotation=_quotation(doc, span), subject=person.text
                )
            continue
        numeral = doc.char_span(offset + reading.core, offset + reading.numeral_end, alignment_mode="expand")
        if numeral is None or _in_time(doc, reading, offset) or _in_name(numeral, reading):
            continue
        unit = None
        if reading.end > reading.numeral_end:
            unit = doc.char_span(offset + reading.numeral_end, offset + reading.end, alignment_mode="contract")
        figure = _figure(doc, sentence, reading, numeral, unit)
        if figure is not None:
            yield figure


def _with_units_in_common(text: str, found: Sequence[Reading]) -> Iterator[Reading]:
    """ "16 billion won, more than the 11 billion quoted by the company": both are of one unit."""
    before = None
    for reading in found:
        if before is not None and before.unit != "count" and reading.unit == "count":
            between = text[before.end : reading.start]
            if reading.value >= 1000 and len(between) < 60 and _COMPARED.search(between) is not None:
                reading = replace(reading, unit=before.unit, year_like=False)
        yield reading
        before = reading


_COMPARED = re.compile(r"\b(?:than|against|from|versus|instead of|rather than) (?:the |some |about |just )?$", re.I)
# A sentence without a digit or a number word has no figure; most have none, and this is quick to see.
_NUMBERED = re.compile(
    r"[\d½¼¾⅓⅔]|\b"
    + any_of((words("number_words") - {"k", "m", "b"}) | {"half", "third", "quarter", "fifth", "tenth"})
    + r"s?\b"
)


def _in_time(doc: Doc, reading: Reading, offset: int) -> bool:
    """Whether a number is of a day or a time; one of days, weeks or years is a figure only where it tells a length."""
    start, end = offset + reading.core, offset + reading.numeral_end
    if reading.unit in lengths():
        return not tells_length(doc, reading, offset)
    if doc._.times:
        if reading.unit == "count" and _one_of_two_days(doc, start, end):
            return True
        return any(t.span.start < end and start < t.span.end for t in doc._.times)
    return any(
        e.label_ in ("DATE", "TIME") and e.start_char < end and start < e.end_char and reading.unit == "count"
        for e in doc.ents
    )


def _one_of_two_days(doc: Doc, start: int, end: int) -> bool:
    """ "August 18 and 19", "18 and 19 August": the second day, or the first, stands without its month."""
    text = attributes.document_of(doc).text  # a Doc puts its own together anew each time
    dates = [t for t in doc._.times if t.type == "DATE"]
    if any(_AND.fullmatch(text, end, t.span.start) and t.text[:1].isdigit() for t in dates if t.span.start > end):
        return True
    behind = doc.char_span(start, end, alignment_mode="expand")
    noun = behind is not None and behind.end < len(doc) and doc[behind.end].tag_[:2] == "NN"
    return not noun and any(
        _AND.fullmatch(text, t.span.end, start) and re.search(r"[A-Za-z].*\d$", t.text)
        for t in dates
        if t.span.end < start
    )


_AND = re.compile(r" (?:and|or|to|through|until) ")


def _in_name(numeral: Tokens, reading: Reading) -> bool:
    """ "Boeing 737", "Six Nations", "Formula 1": a number that is part of a name counts nothing."""
    doc = numeral.doc
    if reading.unit != "count":
        return False
    before = doc[numeral.start - 1] if numeral.start else None
    after = doc[numeral.end] if numeral.end < len(doc) else None
    named = before is not None and before.tag_ == "NNP" and before.ent_type_ in _NAMED
    if reading.digits and named and numeral[0].ent_iob_ == "I":
        return True
    if after is not None and after.tag_ in ("NNP", "NNPS") and numeral[0].ent_type_ in _NAMED and after.ent_iob_ == "I":
        return True
    capital = not reading.digits and numeral.text[:1].isupper() and not numeral[0].is_sent_start
    return capital and after is not None and after.text[:1].isupper()


def _figure(doc: Doc, sentence: Tokens, reading: Reading, numeral: Tokens, unit: Tokens | None) -> FigureMention | None:
    noun = counted_noun(numeral, unit) or noun_before(numeral)
    if noun is not None and noun.tag_ == "NN" and reading.unit == "count" and phrased(numeral, None):
        # "60,000 lost power" counts no power, "26 dead sheep" do count sheep
        noun = noun if any(c.tag_ == "JJ" and c.i >= numeral.end for c in noun.lefts) else None
    docked = reading.unit == "count" and points_taken(numeral)
    if noun is not None and noun.lower_ in words("figure_abstract") and not docked and not _often(noun, numeral):
        if reading.unit == "count":
            return None
        noun = None
    people = noun is not None and noun.lower_ in words("people_nouns")
    if reading.year_like and not people:
        return None
    if reading.unit == "count" and reading.value == 1 and not reading.digits and not people:
        return None
    if reading.value == 1 and _one_of_several(numeral):
        return None
    befalls = "deducted" if docked else action(numeral, noun)
    what = "points" if docked else noun_phrase(noun, numeral) if noun is not None else ""
    if not what and befalls in _BEFALLS and reading.unit == "count" and _stands_for_people(numeral):
        what = "people"
    elif not what and (measured := measured_noun(numeral, reading.unit == "count")) is not None:
        measured = number_of(measured)
        what = noun_phrase(measured, doc[0:0])
        # what the dead "rose to" is how many died
        befalls = table("figure_actions").get(measured.lower_) or action(numeral, measured) or befalls
    start = sentence.start_char + reading.start
    end = sentence.start_char + reading.end
    giver = given_by(numeral, start) if noun is None else None
    if giver is not None or (not what and not befalls and all_that_is_said(numeral, start, end)):
        what, befalls = "figure", ""
    if not what and reading.unit == "count" and reading.value > 1 and somebody(numeral):
        what = "people"
    if not what and reading.unit == "count":
        return None
    if noun is not None and noun.i < numeral.end + 6 and noun.idx > start and reading.unit == "count":
        end = max(end, noun.idx + len(noun))
    span = Span(start, end)
    return FigureMention(
        span=span,
        text=attributes.document_of(doc).text[start:end],
        value=reading.value,
        unit=reading.unit,
        what=what,
        bound=reading.bound,  # type: ignore[arg-type]
        low=reading.low,
        high=reading.high,
        quotation=_quotation(doc, span),
        subject=giver.text if giver is not None else holder(numeral, noun),
        place=place(numeral, noun),
        date=clause_time(noun or numeral.root, sentence),
        action=befalls,
        about=clause_words(numeral, noun),
    )


def _often(noun: Token, numeral: Tokens) -> bool:
    """Whether a number says how often: "tested 43 times", but not "three times the price" or "four times a week"."""
    if noun.lower_ != "times" or noun.i != numeral.end:
        return False
    next_ = noun.doc[noun.i + 1 : noun.i + 2].text.lower()
    return next_ in (".", ",", ";", '"', "”", "in", "by", "since", "for", "on", "at", "to", "before", "and", "but")


def _one_of_several(numeral: Tokens) -> bool:
    """ "One of the 1,650 people, Jean Marsh, ...": somebody, not a number of people."""
    after = numeral.doc[numeral.end : numeral.end + 2]
    return [t.lower_ for t in after][:1] == ["of"] and after[-1].tag_ in ("DT", "PRP$", "PDT")


def _stands_for_people(numeral: Tokens) -> bool:
    """ "killed 41", "41 were injured", "left 300 homeless": a bare number that is what the verb befalls."""
    after = numeral.doc[numeral.end : numeral.end + 1]
    return numeral.root.dep_ in _OF_THE_VERB or any(t.lower_ in table("figure_actions") for t in after)


def _quotation(doc: Doc, span: Span) -> int | None:
    """The index of the quotation a figure stands in; of nested ones the innermost."""
    inside = [
        (sum(s.end - s.start for s in q.spans), index)
        for index, q in enumerate(doc._.quotations)
        if any(s.start <= span.start and span.end <= s.end for s in q.spans)
    ]
    return min(inside)[1] if inside else None
