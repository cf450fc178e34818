"""What an article tells as done on a day, or opens with, by a verb that is on no list of events: whose deed, and whom
it befalls."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from generator.extract.attributes import document_of, prose_sentences
from generator.extract.clauses import auxiliaries, is_negated, is_passive, objects, span_of, subject
from generator.extract.dating import dated, time_of, times_in
from generator.extract.events.carriers import carriers
from generator.extract.events.participants import participants_of
from generator.extract.events.people import is_human
from generator.extract.events.places import place_of
from generator.extract.events.status import status_of
from generator.extract.events.triggers import Trigger
from generator.extract.events.voices import in_headline
from generator.lexicons import rows
from generator.model import DEED, LEFT_OUT, OPEN, EventMention, Span

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TOLD = frozenset({"occurred", "planned", "ongoing"})
_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis", "advcl", "dep"})
# What belongs to another clause, and is no part of what this one tells.
_OTHER_CLAUSES = frozenset(
    {"advcl", "relcl", "parataxis", "ccomp", "conj", "cc", "mark", "punct", "acl", "appos", "dep"}
)
_PRONOUNS = frozenset(
    {"it", "they", "he", "she", "we", "i", "you", "who", "which", "that", "this", "there", "what", "one"}
)
# "After a meeting", "amid protests": what else there was.
_BESIDE = frozenset({"after", "amid", "before", "despite", "during", "following", "since", "over"})
# So many sentences below the headline tell the news.
_OPENING = 2
# So many words a headline has; a clause is cut off before a preposition.
_MOST_WORDS = 14


@cache
def _forms(name: str) -> frozenset[str]:
    return frozenset(form for verb, forms, *_ in rows(name) for form in (verb, *forms.split()))


def with_deeds(doc: Doc, told: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The events a Doc tells and its deeds besides, in text order."""
    blocks, found, body = document_of(doc).blocks, list(told), 0
    for _, block, sentence in prose_sentences(doc):
        headline = blocks[block].kind == "headline"
        body += not headline
        here = [e for e in told if sentence.start_char <= e.trigger.start < sentence.end_char]
        found += _deeds(sentence, here, opening=headline or body <= _OPENING)
    return tuple(sorted(found, key=lambda e: e.trigger))


def _deeds(sentence: Tokens, told: Sequence[EventMention], opening: bool) -> Iterator[EventMention]:
    """The deeds of a sentence that has a day, or is one of the `opening`, besides the events `told` in it."""
    doc = sentence.doc
    if not opening and not any(_DAY.match(t.value or "") for t in times_in(doc, sentence)):
        return
    known = [doc.char_span(e.trigger.start, e.trigger.end, alignment_mode="expand") for e in told]
    taken = {t.i for tokens in known if tokens is not None for t in tokens}
    quoted = [s for q in doc._.quotations if q.kind == "direct" for s in q.spans]
    for verb in sentence:
        if not _is_deed(verb) or any(s.start <= verb.idx < s.end for s in quoted):
            continue
        clause = _clause(verb)
        beside = {t.i for c in verb.children if c.lower_ in _BESIDE for t in c.subtree}
        if taken.isdisjoint({t.i for t in clause} - beside):
            mention = _mention(verb, clause, sentence, opening)
            if mention is not None:
                yield mention


def _mention(verb: Token, clause: Sequence[Token], sentence: Tokens, opening: bool) -> EventMention | None:
    doc: Doc = verb.doc
    trigger = Trigger(verb, doc[verb.i : verb.i + 1], DEED, False, True)
    verbs = carriers(trigger)
    time = time_of(verb, sentence, verbs)
    date = dated(time) if time is not None and _DAY.match(time.value or "") else OPEN
    status = status_of(trigger, date, document_of(doc).published)
    present = verb.tag_ in ("VBZ", "VBP") and not in_headline(verb)
    if status not in _TOLD or (date is OPEN and (present or not opening)):
        return None
    place = place_of(trigger, verbs)
    participants = participants_of(trigger, verbs, place)
    return EventMention(
        span=Span(sentence.start_char, sentence.start_char + len(sentence.text.rstrip())),
        trigger=span_of(trigger.tokens),
        type=DEED,
        status=status,
        date=date,
        place=place.text if place is not None else None,
        place_span=span_of(place) if place is not None else None,
        participants=participants,
        name=_words(clause),
    )


def _is_deed(verb: Token) -> bool:
    """Whether a verb tells a deed: finite, of somebody or something, and no state, thought or word."""
    if verb.tag_[:2] != "VB" or verb.dep_ not in _MAIN or is_negated(verb) or not _finite(verb):
        return False
    form = verb.lower_
    if form in _forms("eventless_verbs"):
        return False
    who = subject(verb)
    if who is None or who.dep_ == "expl":
        return False
    if form in _saying() and form not in _forms("performing_verbs"):
        return False
    things = [o for o in objects(verb) if o.tag_ not in ("PRP", "WP", "WDT")]
    if form in _saying():
        says = any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)
        return not says and (any(not is_human(o) for o in things) or is_passive(verb))
    moved = any(c.dep_ in ("prep", "prt", "xcomp", "oprd") for c in verb.children)
    return bool(things) or is_passive(verb) or moved or any(True for _ in objects(verb))


@cache
def _saying() -> frozenset[str]:
    return _forms("reporting_verbs")


def _finite(verb: Token) -> bool:
    """Whether a verb says that something was, has been or will be done, or is done now."""
    helpers = auxiliaries(verb)
    if verb.tag_ == "VBD":
        return True
    if verb.tag_ == "VBN":
        return bool({"has", "have", "had", "was", "were", "'ve", "been", "is", "are", "be"} & set(helpers))
    if verb.tag_ in ("VBZ", "VBP"):
        return True
    return verb.tag_ == "VB" and bool({"will", "'ll"} & set(helpers))


def _clause(verb: Token) -> list[Token]:
    """The words of a verb's own clause, in order: subject, verb, objects, prepositions, without other clauses."""
    found = [verb]
    who = subject(verb)
    if who is not None and who.head.i != verb.i:
        found += _phrase(who)
    for child in verb.children:
        if child.dep_ not in _OTHER_CLAUSES:
            found += _phrase(child)
    return sorted(set(found), key=lambda t: t.i)


def _phrase(token: Token) -> list[Token]:
    found = [token]
    for child in token.children:
        if _beside(child, token) or child.dep_ not in _OTHER_CLAUSES - {"conj", "cc"} or child.tag_ == "HYPH":
            found += _phrase(child)
        elif child.dep_ == "punct" and child.text in ("-", "$", "%", "'s"):
            found.append(child)
    return found


def _beside(name: Token, noun: Token) -> bool:
    """ "Ski maker Norholm": a name right behind the noun that it explains."""
    return name.dep_ == "appos" and name.i > noun.i and not name.doc[name.left_edge.i - 1].is_punct


def _words(clause: Sequence[Token]) -> str:
    """A clause as a headline has it: without days and a pronoun before it, and no longer than one."""
    if not clause:
        return ""
    doc = clause[0].doc
    days = [
        s for t in doc._.times if (s := doc.char_span(t.span.start, t.span.end, alignment_mode="expand")) is not None
    ]
    left_out = {t.i for s in days if s.start >= clause[0].i and s.end <= clause[-1].i + 1 for t in s}
    words = [t for t in clause if t.i not in left_out]
    words = [t for n, t in enumerate(words) if not (t.tag_ == "IN" and _loose(words, n))]
    while words and (words[0].lower_ in _PRONOUNS or words[0].tag_ in ("DT", "CC", "RB", "IN", "WRB")):
        words = words[1:]
    open_ = not any(t.dep_ in ("nsubj", "nsubjpass") for t in words)
    if len(words) > _MOST_WORDS:
        cut = max((n for n, t in enumerate(words[: _MOST_WORDS + 1]) if t.dep_ == "prep"), default=_MOST_WORDS)
        words = words[:cut]
    text = "".join(t.text + (" " if t.whitespace_ or _gap(words, n) else "") for n, t in enumerate(words))
    return (LEFT_OUT if open_ else "") + " ".join(text.split())


def _loose(words: Sequence[Token], at: int) -> bool:
    """Whether a preposition has lost the day it stood before."""
    return not any(c in words for c in words[at].children)


def _gap(words: Sequence[Token], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].i != words[at].i + 1 and words[at + 1].text not in ("'s", "’s", "-")
