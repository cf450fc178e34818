"""Whoever stands with a verb of no list behind quoted words: "…," she stormed; "…," mocked Lee; has launched Lee."""

from dataclasses import replace

from spacy.tokens import Token

from generator.extract.quotations.cues import verbs
from generator.extract.quotations.noun_phrase import Speaker, phrase
from generator.extract.quotations.reading import Reading
from generator.lexicons import roles, words
from generator.model import Span

_SOMEBODY = frozenset({"he", "she", "they"})
_HELPING = frozenset({"has", "have", "had"})
_INSIDE = frozenset({"ADJ", "NUM"})
_NOT_TELLING = frozenset({"is", "was", "are", "were", "be", "been", "does", "did", "do", *_HELPING})
# Tokens from the quotation to a subject behind its verb: "has launched on the waves of the national radio the colonel".
_FAR = 14
_PAST = frozenset({"VBD", "VBZ", "VBN"})
_FEW = 9  # tokens of "the grandmother of five from Swansea"


def by_any_verb(reading: Reading, at: int, end: int) -> tuple[tuple[int, int], Speaker] | None:
    """The verb and the speaker of a clause right behind quoted words: after a comma any verb tells who spoke."""
    before = _subject_first(reading, at, end)
    if before is not None:
        return before
    helping = reading.doc[at].lower_ in _HELPING
    verb = at + helping
    if verb < end and helping and reading.doc[verb].lower_ in _SOMEBODY and _tells(reading.doc[verb + 1], True):
        return _told(reading, verb + 1, reading.doc[verb], "subject before the participle")
    if verb >= end or not _tells(reading.doc[verb], helping):
        return None
    head = behind(reading, verb + 1, end)
    return _told(reading, verb, head, "subject after the verb that follows the quotation") if head is not None else None


def _subject_first(reading: Reading, at: int, end: int) -> tuple[tuple[int, int], Speaker] | None:
    """ "She stormed", "Lee purred", "she has added", "the mother of two fumed"."""
    doc, verb = reading.doc, at
    if doc[at].lower_ == "the":
        return _described(reading, at, end)
    if doc[at].lower_ not in _SOMEBODY:
        while verb < end and doc[verb].pos_ == "PROPN":
            verb += 1
    else:
        verb += 1
    helping = verb < end and doc[verb].lower_ in _HELPING
    if at < verb <= end - helping and _tells(doc[verb + helping], helping):
        return _told(reading, verb + helping, doc[verb - 1], "subject before the verb that follows the quotation")
    return None


def _described(reading: Reading, at: int, end: int) -> tuple[tuple[int, int], Speaker] | None:
    """ "The super-agent purred": a few words for a person, and a verb that ends the sentence."""
    doc = reading.doc
    verb = next(
        (i for i in range(at + 2, min(end - 1, at + _FEW) + 1) if doc[i].tag_ in _PAST or doc[i + 1].text == "."), None
    )
    if verb is None or doc[verb + 1 : end + 1].text.strip(" .!?") or doc[verb].lower_ in _NOT_TELLING:
        return None
    said = [t for t in doc[at + 1 : verb] if t.text[0].isalnum()]
    head = next((t for t in said if _is_person(t.lower_) or t.lower_ in words("kinship")), None)
    if head is None or any(t.pos_ in ("VERB", "AUX", "CCONJ") for t in said):
        return None
    rule = "subject before the verb that follows the quotation"
    return (verb, verb), Speaker(reading.span(at, verb - 1), rule, head.i)


def _tells(token: Token, helping: bool) -> bool:
    """Whether a token may be the verb of such a clause; the parse takes a rare one before a name for a noun
    ("sobs Lee")."""
    if token.lower_ in _NOT_TELLING or not token.text.isalpha() or not token.text.islower():
        return False
    if token.tag_ == "VBN" and not helping:  # "declared to journalists the minister"; but "published in May"
        return any("q" in verb.frames for verb in verbs().get(token.lower_, ()))
    return token.tag_ in (("VBN", "VBD") if helping else ("VBD", "VBZ", "NNS"))


def behind(reading: Reading, at: int, end: int) -> Token | None:
    """The head of the noun phrase that begins at a token, or behind "to journalists", "on the radio of the state"."""
    doc, last = reading.doc, min(end, at + _FAR)
    while at <= last and doc[at].pos_ == "ADP":
        if at < last and doc[at + 1].tag_ == "PRP":
            at += 2  # "has replied to him the spokesperson"
            break
        at += 1
        at += at <= last and doc[at].pos_ == "DET"
        while at <= last and doc[at].pos_ in _INSIDE:
            at += 1
        while at <= last and doc[at].pos_ in ("NOUN", "PROPN"):
            at += 1
    for i in range(at, last + 1):
        token = doc[i]
        if reading.quote[i] >= 0 or token.is_punct or token.pos_ in ("VERB", "ADP", "SCONJ"):
            return None
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            while at <= token.head.i <= last and token.head.i > token.i and token.dep_ in ("compound", "nmod", "poss"):
                token = token.head
            named = token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME")
            return token if named or token.lower_ in _SOMEBODY or _is_person(token.lower_) else None
    return None


def _is_person(noun: str) -> bool:
    return roles.noun(noun) is not None or noun in words("person_nouns")


def _told(reading: Reading, verb: int, head: Token, rule: str) -> tuple[tuple[int, int], Speaker] | None:
    speaker = phrase(head, reading, rule)
    if speaker is None:
        return None
    start = reading.doc[verb + 1].idx if head.i > verb else speaker.span.start
    return (verb, verb), replace(speaker, span=Span(max(start, speaker.span.start), speaker.span.end))
