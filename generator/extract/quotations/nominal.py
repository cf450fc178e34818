"""Nouns that announce what was said: "Kyiv's claim that …", "calls for …", "the warning that …"."""

from dataclasses import dataclass

from spacy.tokens import Token

from generator.extract.quotations.content import Range, extent
from generator.extract.quotations.cues import Noun, nouns
from generator.extract.quotations.noun_phrase import Speaker, phrase
from generator.extract.quotations.reading import Reading
from generator.extract.quotations.speaker import speaker_of
from generator.lexicons import words

_BEING = frozenset({"is", "are", "was", "were"})  # "is of the opinion that"


@dataclass(frozen=True, slots=True)
class NounCue:
    """A reporting noun with what it governs and who it belongs to."""

    token: Token
    noun: Noun
    content: Range
    speaker: Speaker | None
    frame: str


def noun_cues(reading: Reading) -> list[NounCue]:
    """The reporting nouns of the prose that have a complement, outside quoted passages."""
    found = []
    table = nouns()
    for token in reading.prose():
        noun = table.get(token.lower_)
        if noun is None or reading.quote[token.i] >= 0 or not token.tag_.startswith("NN"):
            continue
        fitted = _complement(token, noun)
        if fitted is not None:
            found.append(NounCue(token, noun, fitted[0], _owner(token, reading), fitted[1]))
    return found


def _complement(token: Token, noun: Noun) -> tuple[Range, str] | None:
    for child in token.children:
        if child.i < token.i:
            continue
        if child.dep_ in ("acl", "ccomp", "relcl") and child.left_edge.i == token.i + 1:
            first = child.left_edge
            if "that" in noun.frames and first.lower_ == "that" and first.dep_ == "mark":
                return extent(child, after=token.i), "that"
            if "to" in noun.frames and first.lower_ == "to" and first.tag_ == "TO":
                return extent(child, after=token.i), "to"
        if child.lower_ == "including" and "that" in noun.frames:
            inside = next((c for c in child.children if c.dep_ in ("pcomp", "ccomp") and c.i > child.i), None)
            if inside is not None and inside.left_edge.lower_ == "that":
                return extent(inside, after=child.i), "that"
        if child.dep_ == "prep" and child.lower_ in noun.frames and child.lower_ not in ("to", "that"):
            inside = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            to = child.i > 1 and child.nbor(-1).head.lower_ == "to"  # "a warning to Moscow against"
            if inside is not None and (child.i == token.i + 1 or to):
                return extent(inside, after=child.i), child.lower_
    return None


def _owner(token: Token, reading: Reading) -> Speaker | None:
    for child in token.children:
        if child.dep_ == "poss":
            return phrase(child, reading, "possessor of the noun")
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            inside = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inside is not None:
                return phrase(inside, reading, "who the noun comes from")
    head = token.head
    holding = head.lower_ == "with" or (head.lower_ == "of" and head.head.lower_ in _BEING)
    if token.dep_ == "pobj" and holding and head.head.pos_ in ("VERB", "AUX"):
        found = speaker_of(head.head, reading)
        return Speaker(found.span, "subject of the governing verb", found.head) if found is not None else None
    if token.dep_ == "dobj" and head.lower_ in words("utterance_verbs"):
        found = speaker_of(head, reading)
        if found is not None:
            return Speaker(found.span, "subject of the verb that holds the noun", found.head)
    return None
