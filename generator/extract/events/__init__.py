"""Finds the events of a Doc: what happened, is planned, feared or denied, with date, place and who takes part."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from generator.extract import attributes
from generator.extract.clauses import governor, is_passive, is_verb, name_or_noun
from generator.extract.dating import dated, time_of, times_in
from generator.extract.events.carriers import carriers
from generator.extract.events.deeds import with_deeds
from generator.extract.events.participants import participants_of
from generator.extract.events.places import place_of
from generator.extract.events.status import status_of
from generator.extract.events.triggers import Trigger, triggers
from generator.lexicons import words
from generator.model import OPEN, Dated, EventMention, Span, TimeExpression

_AGAIN = re.compile(r",?\s+(?:and|then)\s+(?:then\s+|again\s+)?on\s+")
# Occasions take the date of the clause they are mentioned in: "said at a press conference on Wednesday".
_OCCASIONS = frozenset(
    {"press_conference", "speech", "interview", "call", "hearing", "rally", "conference", "debate", "ceremony"}
)
# What companies and authorities do all the time counts where the text says when or where.
_WHEN_OR_WHERE = frozenset({"closure", "opening", "launch", "recall"})
_OF_SOMEBODY = frozenset({"resignation", "inauguration"})
_BY_AGREEING = frozenset({"acquisition", "agreement"})
_RUNNING = frozenset({"hearing", "trial", "debate", "talks", "visit", "conference", "meeting", "exercise", "ceremony"})
# "Called on them to release him", "troops stormed the camp to free them": none of these is an event before it is done.
_ONLY_DONE = frozenset(
    {"release", "rescue", "search", "investigation", "inspection", "charge", "sentence", "fine", "ban", "dismissal"}
    | {"appointment", "pardon", "hijacking", "robbery", "kidnapping", "publication"}
)
_PHASES = frozenset(
    {"begin", "begins", "began", "start", "starts", "started", "resume", "resumes", "resumed", "end", "ends", "ended"}
    | {"open", "opens", "opened", "close", "closes", "closed", "conclude", "concludes", "concluded", "adjourned"}
)


@Language.factory("onrecord_events")
def create(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The spaCy component `onrecord_events`: leaves its findings on `doc._.events`."""

    def component(doc: Doc) -> Doc:
        doc._.events = with_deeds(doc, events(doc))
        return doc

    return component


def events(doc: Doc) -> tuple[EventMention, ...]:
    """The events a Doc's prose tells, in text order, one for each trigger that names a date, a place or a participant.

    Needs tags, a parse and entities; uses `doc._.times` and `doc._.mentions` when they are there. What a sentence says
    did not happen is left out; what somebody denies is kept as denied. Reporting itself ("said") is no event.
    """
    document = attributes.document_of(doc)
    return tuple(
        e
        for _, block, sentence in attributes.prose_sentences(doc)
        for e in _of_sentence(doc, sentence, document.published, document.blocks[block].kind == "headline")
    )


def _of_sentence(doc: Doc, sentence: Tokens, published: Dated, headline: bool) -> Iterator[EventMention]:
    for trigger in triggers(sentence):
        verbs = carriers(trigger)
        date, *again = _dates(trigger, verbs, sentence)
        place = place_of(trigger, verbs)
        participants = participants_of(trigger, verbs, place)
        taken_up = trigger.verb or _is_known(trigger) or headline or _begun(trigger)
        if date is OPEN and place is None and not participants and not taken_up:
            continue
        if trigger.verb and trigger.type in _OF_SOMEBODY and not participants:
            continue  # "…, resigned on Wednesday": somebody's, but not known whose
        if trigger.type in _WHEN_OR_WHERE and date is OPEN and place is None:
            continue
        if trigger.verb and trigger.head.lower_ == "told" and date is OPEN:
            continue  # what is told a court is one hearing where the day is told, too
        if trigger.needs_detail and not (
            taken_up or _detailed(trigger, date, place, len(participants)) or _runs(trigger, verbs, date)
        ):
            continue
        status = status_of(trigger, date, published)
        if status is None or (status == "hypothetical" and trigger.head.tag_ == "VB" and trigger.type in _ONLY_DONE):
            continue
        mention = EventMention(
            span=_passage(sentence),
            trigger=Span(trigger.tokens.start_char, trigger.tokens.end_char),
            type=trigger.type,
            status=status,
            date=date,
            place=place.text if place is not None else None,
            place_span=Span(place.start_char, place.end_char) if place is not None else None,
            participants=participants,
            name=_name(trigger),
        )
        yield mention
        yield from (replace(mention, date=other) for other in again)


def _detailed(trigger: Trigger, date: Dated, place: Tokens | None, participants: int) -> bool:
    """A general noun ("deal", "call") counts with two participants, or one and a date or a place; nobody takes part in
    a disaster."""
    if trigger.type in words("event_disasters") and (
        place is not None or (date is not OPEN and _of_verb(trigger.head))
    ):
        return True
    return (
        participants >= 2
        or (date is not OPEN and (participants > 0 or place is not None))
        or (place is not None and participants > 0)
    )


def _of_verb(noun: Token) -> bool:
    """Whether a verb's date is that of a noun: of "a blaze", but not in "an inquiry into a blaze began on Monday"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return is_verb(above) or above.i == noun.i


def _is_known(trigger: Trigger) -> bool:
    """ "The fire", "Saturday's crash": what the article has told, or is about."""
    head = trigger.head
    return head.tag_ not in ("NNS", "NNPS") and any(
        c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in head.lefts
    )


def _begun(trigger: Trigger) -> bool:
    """ "Ordered an inquiry", "a review has been launched"."""
    head = trigger.head
    done_to = head.dep_ == "dobj" or (head.dep_ == "nsubjpass" and is_passive(head.head))
    return trigger.type == "investigation" and done_to and head.head.lower_ in words("beginning_verbs")


def _runs(trigger: Trigger, verbs: tuple[Token, ...], date: Dated) -> bool:
    """ "Testimony resumed on Monday": what begins or ends on a day is told well enough."""
    begins = any(v.lower_ in _PHASES and trigger.head.dep_ == "nsubj" and trigger.head.head.i == v.i for v in verbs)
    return begins and date is not OPEN and trigger.type in _RUNNING


def _dates(trigger: Trigger, verbs: tuple[Token, ...], sentence: Tokens) -> list[Dated]:
    """The event's date, first; "on 5 June and again on 7 June" are two events of one trigger."""
    above = [*verbs]
    if trigger.type in _OCCASIONS and (verb := governor(trigger.head)) is not None:
        above.append(verb)
    if (verb := _harm(trigger)) is not None:
        above.append(verb)
    time = time_of(trigger.head, sentence, above)
    if time is None or _end_of(trigger) or _of_deciding(trigger, time, attributes.document_of(sentence.doc).published):
        return [OPEN]
    found = [time]
    text = attributes.document_of(sentence.doc).text
    for other in times_in(sentence.doc, sentence):
        if other.span.start > found[-1].span.end and _AGAIN.fullmatch(text[found[-1].span.end : other.span.start]):
            found.append(other)
    return [dated(t) for t in found]


def _harm(trigger: Trigger) -> Token | None:
    """The verb of "was killed in a shooting", "were cut off by floods": it happened then."""
    at = trigger.head
    if trigger.verb or at.dep_ != "pobj" or at.head.lower_ not in ("in", "by", "during"):
        return None
    verb = at.head.head
    # "killed in an ambush on 15 August"; villages "cut off by floods on Thursday" were reached or cut off then
    befallen = verb.tag_ == "VBN" and verb.dep_ == "acl" and at.head.lower_ == "in"
    finite = verb.tag_ == "VBD" or is_passive(verb) or befallen
    return verb if finite and verb.lower_ in words("event_harm") else None


def _end_of(trigger: Trigger) -> bool:
    """ "On Wednesday the union announced the end of the strike": a day of its end or of the news of it."""
    head = trigger.head
    return (
        head.dep_ == "pobj" and head.head.lower_ in ("of", "to") and head.head.head.lower_ in ("end", "halt", "close")
    )


def _of_deciding(trigger: Trigger, time: TimeExpression, published: Dated) -> bool:
    """Whether a past day is that of the decision: "agreed to reopen it on Monday"; a deal is as old as its decision."""
    verb, above = trigger.head, trigger.head.head
    if not trigger.verb or verb.tag_ != "VB" or trigger.type in _BY_AGREEING:
        return False
    decided = verb.dep_ in ("xcomp", "ccomp", "advcl") and above.lower_ in words("event_decisions")
    return decided and (time.latest or time.value or "")[:10] <= (published.value or "")[:10]


def _passage(sentence: Tokens) -> Span:
    """The sentence without the white space around it."""
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def _name(trigger: Trigger) -> str:
    """What the text calls it, without article and date: "bilateral security conversation", "NATO-Russia Council"."""
    if trigger.verb:
        return trigger.tokens.text
    phrase = name_or_noun(trigger.head)
    kept = [t for t in phrase if t.ent_type_ not in ("DATE", "TIME", "ORDINAL", "CARDINAL")]
    start = min((t.i for t in kept), default=phrase.start)
    start = min(start, trigger.tokens.start)
    return trigger.head.doc[start : trigger.head.i + 1].text
