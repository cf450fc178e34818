"""What somebody calls something, in marks: "considers the strike “reckless”", "has of a “small fire” spoken"."""

from functools import cache

from spacy.tokens import Token

from generator.extract.quotations.cues import could_speak, verbs
from generator.extract.quotations.noun_phrase import FINITE, Speaker, is_passive
from generator.extract.quotations.reading import Reading
from generator.extract.quotations.speaker import speaker_of
from generator.lexicons import rows

_FAR = 16  # tokens from the verb to the marks: "classified, in Luanda, the seizure of two trawlers as “piracy”"
_ARTICLES = frozenset({"a", "an"})
_OBJECTS = frozenset({"NOUN", "PROPN", "PRON", "ADV", "VERB"})
# What stands in marks before these is a part of a name of theirs: "“burner” phones".
_NAMED = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


@cache
def _naming() -> frozenset[str]:
    return frozenset(form for verb, forms in rows("naming_verbs") for form in (verb, *forms.split()))


def called_so(reading: Reading, first: int, last: int) -> Speaker | None:
    """Who calls something what stands in marks, by a verb of naming before them or a participle behind them."""
    inside = next((t.text for t in reading.doc[first : last + 1] if t.text[0].isalnum()), "X")
    if not inside[0].islower():
        return None  # a title, or a name: "named the ship “Aurora”"
    goes_on = reading.doc[last + 1 : last + 2]
    before = _before(reading, first) if not goes_on or goes_on[0].pos_ not in _NAMED else None
    verb = before or _behind(reading, first, last)
    speaker = speaker_of(verb, reading) if verb is not None and not is_passive(verb) else None
    return speaker if speaker is not None and could_speak(reading.doc[speaker.head]) else None


def _before(reading: Reading, first: int) -> Token | None:
    """The verb of naming whose object stands between it and the marks, or before it: "which he names “fables”"."""
    doc, low = reading.doc, reading.sentence_at(first)[0]
    at = first - 1
    at -= at > low and doc[at].lower_ in _ARTICLES
    linked = doc[at].lower_ == "as"
    at -= linked
    if not linked and at + 1 < first and doc[at].lower_ in _naming():
        return None  # "saw a “red light”"
    if not linked and doc[at].pos_ not in _OBJECTS:
        return None  # "found the “red” one"
    for i in range(at, max(low, first - _FAR) - 1, -1):
        token = doc[i]
        if reading.quote[i] >= 0 or token.text in ";:":
            return None
        if token.lower_ in _naming() and token.tag_[0] == "V":
            object_before = any(t.lower_ in ("which", "whom", "what") for t in doc[low:i])
            return token if i < at or object_before else None
        if token.tag_ in FINITE or (token.tag_ in ("VBN", "VBG") and doc[i + 1].pos_ not in _NAMED):
            return None  # "considers the drug known as “ice”"
    return None


def _behind(reading: Reading, first: int, last: int) -> Token | None:
    """The participle that ends a clause as in German: "had in the week of a “technical incident” spoken"."""
    doc, (low, high) = reading.doc, reading.sentence_at(first)
    at = last + 1
    if at > high or doc[at].tag_ not in ("VBN", "VBD") or doc[at].lower_ not in verbs():
        return None
    helps = [t for t in doc[low:first] if t.lower_ in ("has", "had", "have") and t.tag_ in FINITE]
    return helps[-1] if helps and not any(t.tag_ in FINITE for t in doc[helps[-1].i + 1 : first]) else None
