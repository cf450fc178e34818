"""The cue after a quoted passage: "X," said Blinken; "X," Blinken said."""

from dataclasses import replace

from spacy.tokens import Token

from generator.extract.quotations.any_verb import behind, by_any_verb
from generator.extract.quotations.attribution import Attribution
from generator.extract.quotations.cues import cue_at, verbs
from generator.extract.quotations.form import (
    MARKS,
    bounds,
    is_clause,
    is_inside,
    is_title,
    is_utterance,
    lead,
    token_before,
)
from generator.extract.quotations.inversion import taken_for_participle
from generator.extract.quotations.noun_phrase import FINITE, Speaker, is_passive, phrase, quoter_of, subject
from generator.extract.quotations.pointing import that_was
from generator.extract.quotations.reading import Reading
from generator.model import Span

SPEAKS = frozenset({"q"})
_POINTING = frozenset({"that", "this", "is", "was"})
_JOINING = frozenset({"while", "and", "but", "when", "though", "although", "because", "whereas"})
_LIGHT = frozenset({"ADV", "AUX", "PART", "CCONJ", "SPACE"})
LONGEST_SIGNATURE = 8
LONGEST_SHORT_TAIL = 9
LONGEST_APPOSITION = 20


def cue_after(reading: Reading, number: int) -> Attribution | None:
    """ "X," said Blinken; "X," Blinken said."""
    doc, passage = reading.doc, reading.passages[number]
    last = reading.ranges[number][1]
    high = bounds(reading, number)[1]
    at = last + 1
    comma = False
    while at <= high and (doc[at].is_space or doc[at].text in (",", "-", "—", "–", "--", "―")):
        comma = comma or not doc[at].is_space
        at += 1
    glued = _glued(reading, number, high)
    if glued is not None or at > high:
        return glued
    final = reading.text[passage.start : passage.end].rstrip(MARKS)[-1:]
    if at + 3 < high and doc[at].lower_ in ("is", "was") and doc[at + 1].lower_ == "how":
        return _that_is_how(reading, number, at, high)
    if not (comma or final in ",.?!…-—–") or doc[at].text == ".":
        return None
    signed = _signed(reading, number, at, high)
    if signed is not None:
        return signed
    end = at
    while end < high and not (doc[end].tag_ == "." and doc[end].text in ".?!"):
        end += 1
    if doc[at].lower_ == "according" and at + 1 <= end and doc[at + 1].lower_ == "to":
        source = noun_at(reading, at + 2, end)
        if source is not None:
            return make(reading, number, (at, at + 1), phrase(source, reading, "according to"), "according to", "high")
    if end - at > 3 and doc[at].lower_ in _POINTING and any(t.lower_ == "how" for t in doc[at + 1 : at + 3]):
        return _that_is_how(reading, number, at, end)
    pointed = that_was(reading, at, end)
    if pointed is not None:
        return make(reading, number, (pointed[0], pointed[0]), pointed[1], pointed[1].rule, "medium")
    if doc[at].lower_ in _JOINING and not is_utterance(reading, number):
        return None
    for cue in range(at, min(end, at + 45) + 1):
        found = _cue_at(reading, at, cue, end)
        if found is not None:
            if final == "." and not comma and not _short_tail(reading, at, cue, end):
                return None
            start = lead(reading, number)
            if start is not None and final == "." and not comma:
                return None  # "… for “failed upkeep.” Brandt has commented": the sentence had ended
            if start is not None and (is_title(reading, number) or _reports(doc[cue])):
                return None
            if start is None and not is_utterance(reading, number) and is_inside(reading, number):
                return None  # "threatened to use force “at once”, the agency said": the clause is what is said
            rule = "subject after the cue" if found.head > cue else found.rule
            sure = "high" if passage.opened and passage.closed else "low"
            made = make(reading, number, (cue, cue), replace(found, rule=rule), rule, sure)
            return replace(made, lead=start)
    said = is_utterance(reading, number) if final == "," else comma and is_clause(reading, number)
    start = lead(reading, number)
    if not (said if start is None else comma) or is_title(reading, number) or _told_before(reading, number):
        return None
    told = by_any_verb(reading, at, end)
    if told is None or (start is not None and told[0][0] + 1 < end):
        return None  # "It was all “a misunderstanding”, she purred": the clause ends there
    return replace(make(reading, number, told[0], told[1], told[1].rule, "medium"), lead=start)


def _told_before(reading: Reading, number: int) -> bool:
    """Whether the verb before the marks tells who spoke: "The sign said “We are closed”, Lee knocked anyway"."""
    before = token_before(reading, reading.ranges[number][0])
    if before is not None and reading.doc[before].text in (",", ":"):
        before = token_before(reading, before)
    return (
        before is not None
        and reading.quote[before] < 0
        and any(c.verb.frames & SPEAKS for c in cue_at(reading.doc[before]))
    )


def _signed(reading: Reading, number: int, at: int, high: int) -> Attribution | None:
    """ "We must act." ― Joan Biddle, senator: a dash and a name to the end of the paragraph."""
    dash = token_before(reading, at)
    tokens = [t for t in reading.doc[at : high + 1] if t.text[0].isalnum()]
    if dash is None or reading.doc[dash].text not in ("-", "—", "–", "--", "―") or reading.quote[dash] >= 0:
        return None
    last = next(b[2] for b in reading.blocks if b[1] <= at <= b[2])
    if high != last or not 0 < len(tokens) <= LONGEST_SIGNATURE or not tokens[0].text[0].isupper():
        return None
    if any(t.tag_ in FINITE for t in tokens):
        return None
    speaker = Speaker(reading.span(tokens[0].i, tokens[-1].i), "name after the quotation and a dash", tokens[0].i)
    return make(reading, number, (dash, dash), speaker, speaker.rule, "medium")


def _that_is_how(reading: Reading, number: int, at: int, end: int) -> Attribution | None:
    """ "It is a war zone." That is how Ana Diaz described the scene."""
    for i in range(at + 2, end):
        token = reading.doc[i]
        own = subject(token) if token.pos_ == "VERB" and token.lower_ in verbs() else None
        if own is not None and own.i < i:
            speaker = phrase(own, reading, "subject of “that is how”")
            return make(reading, number, (i, i), speaker, "subject of “that is how”", "medium") if speaker else None
    return None


def _reports(cue: Token) -> bool:
    """Whether the cue has a clause of its own to the right."""
    return any(c.dep_ == "ccomp" and c.i > cue.i for c in cue.children)


def _glued(reading: Reading, number: int, high: int) -> Attribution | None:
    """A cue the page glued to the closing mark: required.“Added the head of the bank."""
    passage, last = reading.passages[number], reading.ranges[number][1]
    token = reading.doc[last]
    rest = reading.text[passage.end : token.idx + len(token)]
    if not any("q" in v.frames for v in verbs().get(rest.lower(), ())):
        return None
    head = noun_at(reading, last + 1, high)
    speaker = phrase(head, reading, "subject after the cue") if head is not None else None
    cue = Span(passage.end, passage.end + len(rest))
    return Attribution((number,), cue, last, speaker, "subject after the cue", "low") if speaker else None


def _short_tail(reading: Reading, at: int, cue: int, end: int) -> bool:
    """Whether what follows a full stop and the closing mark is no more than "Blinken said."."""
    token = reading.doc[cue]
    if any(c.dep_ in ("ccomp", "dobj") and c.i > cue and c.tag_ != "NNP" for c in token.children):
        return False
    return end - cue <= LONGEST_SHORT_TAIL or reading.doc[at].text[0].islower()


def _cue_at(reading: Reading, at: int, cue: int, end: int) -> Speaker | None:
    token = reading.doc[cue]
    entry = next((c.verb for c in cue_at(token) if c.verb.frames & SPEAKS), None)
    if entry is None and _taken_for_noun(reading, at, cue):
        return Speaker(reading.span(at, cue - 1), "names before the cue", cue - 1)
    if entry is None and taken_for_participle(reading, at, cue):
        return Speaker(reading.span(at, cue - 2), "names before the cue", cue - 2)
    if entry is None or reading.quote[cue] >= 0 or (token.tag_ == "VBG" and token.dep_ != "pcomp"):
        return None
    between = [reading.doc[t] for t in range(at, cue)]
    if all(t.pos_ in _LIGHT for t in between):
        right = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass") and cue < c.i <= end), None)
        aside = 3 if cue + 3 <= end and token.nbor(3).lower_ == "part" else 0
        head = right if right is not None else noun_at(reading, cue + 1 + aside, end)
        if head is None and token.nbor().lower_ == "to":
            head = behind(reading, cue + 1, end)  # "confided to the daily the owner"
        return phrase(head, reading, "subject after the cue") if head is not None else None
    if is_passive(token) or token.dep_ == "pcomp":
        return _passive(reading, token, at)
    own = subject(token)
    if own is not None and at <= own.i < cue and own.left_edge.i <= at + 2:
        return phrase(own, reading, "subject")
    if token.dep_ in ("conj", "xcomp") and at <= token.head.i < cue:
        return _cue_after_governor(reading, token, at)
    if 0 < cue - at <= 8 and token.tag_ in FINITE and all(t.text[0].isupper() or t.pos_ == "NOUN" for t in between):
        # "Tulsa police Chief Chuck Jordan said": whatever the parse made of the names
        return Speaker(reading.span(at, cue - 1), "names before the cue", cue - 1)
    if cue - at <= 6 and not any(t.pos_ == "VERB" or t.tag_ in FINITE for t in between):
        head = noun_at(reading, at, cue - 1)
        return phrase(head, reading, "noun before the cue", stop=cue) if head is not None else None
    if cue - at <= LONGEST_APPOSITION and between[-1].text == "," and not any(t.tag_ in FINITE for t in between):
        # "its secretary-general, Anders Lind, told": whatever the parse made of the apposition
        return Speaker(reading.span(at, cue - 2), "names before the cue", cue - 2)
    return None


def _taken_for_noun(reading: Reading, at: int, cue: int) -> bool:
    """Whether the parse takes the cue of "…,” the 34-year-old says" for one more noun."""
    token, following = reading.doc[cue], reading.doc[min(cue + 1, len(reading.doc) - 1)]
    if token.tag_ != "NNS" or cue == at or not (following.is_punct or following.is_space):
        return False
    cued = any("q" in verb.frames for verb in verbs().get(token.text, ()))
    return cued and not any(t.text in ",;:" or t.pos_ in ("VERB", "AUX", "ADP") for t in reading.doc[at:cue])


def _cue_after_governor(reading: Reading, token: Token, at: int) -> Speaker | None:
    own = subject(token.head)
    if own is not None and at <= own.i < token.i and own.left_edge.i <= at + 2:
        return phrase(own, reading, "subject of the governing verb")
    return None


def _passive(reading: Reading, token: Token, at: int) -> Speaker | None:
    """ "X," Blinken was quoted as saying."""
    verb = token.head.head if token.dep_ == "pcomp" else token
    quoter = quoter_of(token)
    if quoter is not None:  # "…,” the Tribune quoted Brandt as saying"
        quoted = next((c for c in quoter.children if c.dep_ == "dobj" and at <= c.i < token.i), None)
        return phrase(quoted, reading, "who is quoted", stop=token.i - 1) if quoted is not None else None
    own = subject(verb)
    if own is None or own.i < at or verb.lower_ not in ("quoted", "cited", "reported", "heard"):
        return None
    return phrase(own, reading, "subject of a passive")


def noun_at(reading: Reading, at: int, end: int) -> Token | None:
    """The head of the noun phrase that begins at a token."""
    for i in range(at, min(end, at + 12) + 1):
        token = reading.doc[i]
        if reading.quote[i] >= 0 or (token.is_punct and token.text not in '“"('):
            return None
        if token.pos_ in ("NOUN", "PROPN", "PRON") or (token.tag_ == "CD" and i + 1 > end):
            while at <= token.head.i <= end and token.head.i > token.i and token.dep_ in ("compound", "nmod", "poss"):
                token = token.head
            return token
        if token.pos_ in ("VERB", "ADP", "SCONJ"):
            return None
    return None


def make(
    reading: Reading, number: int, cue: tuple[int, int], speaker: Speaker | None, rule: str, sure: str, act: str = "say"
) -> Attribution:
    """An attribution of one passage with a cue of some tokens."""
    return Attribution((number,), reading.span(*cue), cue[0], speaker, rule, sure, act)
