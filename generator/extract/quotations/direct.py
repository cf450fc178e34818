"""Quoted passages and who says them: the cue beside them, the interrupted quotation, the quotation carried on."""

from dataclasses import replace

from spacy.tokens import Token

from generator.extract.quotations.after import cue_after
from generator.extract.quotations.attribution import Attribution
from generator.extract.quotations.before import colon_before, cue_before
from generator.extract.quotations.cues import could_speak, cue_at
from generator.extract.quotations.form import is_utterance, token_before
from generator.extract.quotations.noun_phrase import FINITE, Speaker, phrase, subject
from generator.extract.quotations.reading import Reading
from generator.lexicons import roles

_LIGHT = frozenset({"CCONJ", "ADV", "PART", "SPACE"})


def attributions(reading: Reading) -> list[Attribution]:
    """The passages that are somebody's words, in text order. What is no utterance is left to other rules."""
    found: list[Attribution] = []
    last_block = -2
    for number in range(len(reading.passages)):
        first, last = reading.ranges[number]
        if first > last:
            continue
        if found and _interrupted(reading, found[-1], number):
            found[-1] = replace(found[-1], passages=(*found[-1].passages, number))
            continue
        one = _explicit(reading, number)
        if one is None and is_utterance(reading, number):
            block = reading.block[first]
            one = _carried(reading, number, found[-1] if found and block - last_block <= 1 else None)
        if one is not None and number and not any(number - 1 in a.passages for a in found):
            one = _with_passage_before(reading, one, number)
        if one is not None:
            found.append(one)
            last_block = reading.block[last]
    return found


def _with_passage_before(reading: Reading, one: Attribution, number: int) -> Attribution:
    """ "I ran", "I fell", said Lee: nothing but a comma between the two passages."""
    last, first = reading.ranges[number - 1][1], reading.ranges[number][0]
    between = reading.doc[last + 1 : first]
    apart = [t.text for t in between if not t.is_space]
    if apart != [","] or reading.block[last] != reading.block[first] or one.cue_token is None:
        return one
    return replace(one, passages=(number - 1, *one.passages)) if one.cue_token > first else one


def _explicit(reading: Reading, number: int) -> Attribution | None:
    first = reading.ranges[number][0]
    before = token_before(reading, first)
    rules = [cue_after, cue_before]
    if before is not None and reading.doc[before].text == ":":
        rules = [cue_before, cue_after, colon_before]
    for rule in rules:
        found = rule(reading, number)
        if found is not None:
            return found
    return None


def _interrupted(reading: Reading, before: Attribution, number: int) -> bool:
    """Whether a passage goes on with the sentence its speaker interrupted: "The bridge," he said, "was closed"."""
    first = reading.ranges[number][0]
    last = reading.ranges[before.passages[-1]][1]
    if before.cue_token is None or not last < before.cue_token < first or reading.block[first] != reading.block[last]:
        return False
    between = reading.doc[before.cue_token + 1 : first]
    if (
        any(t.tag_ == "." and t.text in ".?!" for t in between)
        or not between
        or not (between[-1].text in (",", "—", "–", "-") or between[-1].lower_ in ("but", "and", "because"))
    ):
        return False
    return not any(c for t in between for c in cue_at(t) if c.verb.frames & {"s", "q"})


def _carried(reading: Reading, number: int, before: Attribution | None) -> Attribution | None:
    """A passage that stands alone: the quotation before goes on, or the subject of the sentence before speaks."""
    first = reading.ranges[number][0]
    previous = token_before(reading, first)
    if previous is not None and _and_still(reading, previous):
        return _goes_on(number, before)
    if previous is not None and reading.doc[previous].text in ("–", "—", "-"):
        previous = token_before(reading, previous)  # "… says Lee. – “Who knows?”"
    alone = previous is None or (reading.doc[previous].text[-1] in ".?!…”\"’'»")
    if not alone:
        return None
    meanwhile = _meanwhile(reading, number, before)
    if meanwhile is not None:
        return Attribution((number,), None, None, meanwhile, meanwhile.rule, "low")
    return _goes_on(number, before)


def _goes_on(number: int, before: Attribution | None) -> Attribution | None:
    """A passage of whoever speaks in the quotation before."""
    if before is None or before.speaker is None:
        return None
    speaker = replace(before.speaker, rule="carried over from the quotation before")
    return Attribution((number,), None, None, speaker, speaker.rule, "medium")


def _and_still(reading: Reading, colon: int) -> bool:
    """Whether nothing but a few words without a verb or a noun stand between a quotation and a colon: "And still:"."""
    at = colon
    while at > 0 and reading.quote[at - 1] < 0 and reading.doc[at - 1].pos_ in _LIGHT:
        at -= 1
    ended = at > 0 and reading.block[at - 1] == reading.block[colon] and reading.doc[at - 1].text[-1] in ".?!…”\"’'»"
    return reading.doc[colon].text == ":" and at < colon and ended


def _meanwhile(reading: Reading, number: int, before: Attribution | None) -> Speaker | None:
    """The person a sentence is about that stands between the last quotation and this one, in the same paragraph."""
    first = reading.ranges[number][0]
    previous = token_before(reading, first)
    if previous is None or reading.quote[previous] >= 0:
        return None
    number_before = reading.sentence[previous]
    if before is not None and before.cue_token is not None and reading.sentence[before.cue_token] == number_before:
        return None
    sentence = reading.doc[reading.sentence_at(previous)[0] : previous + 1]
    for token in sorted(sentence, key=lambda t: t.dep_ != "ROOT"):  # "Diaz told her what had happened, Lee says"
        reports = any(c.verb.frames & {"s", "q"} for c in cue_at(token)) and reading.quote[token.i] < 0
        own = subject(token) if reports and token.tag_ in FINITE else None
        if own is not None and (_person(own) or could_speak(own)):
            return phrase(own, reading, "speaker of the sentence before")
    for token in sentence:
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and reading.quote[token.i] < 0 and _person(token):
            return phrase(token, reading, "subject of the sentence before")
    return None


def _person(token: Token) -> bool:
    named = token.ent_type_ in ("PERSON", "ORG", "NORP") or token.lower_ in ("he", "she", "they")
    return named or (token.tag_ in ("NN", "NNP") and roles.noun(token.text) is not None)
