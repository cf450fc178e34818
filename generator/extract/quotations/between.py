"""Who speaks between two commas or before the stop, by the words alone where the parse goes another way.

"Though the change was smooth, Lee said, replacing her would not be"; "The difference now, Lee told me on Friday, is
that he reads the news"; "The bill may reach two million, Lee said; tenants will not pay it".
"""

from spacy.tokens import Token

from generator.extract.quotations.content import Complement, Range
from generator.extract.quotations.cues import Cue, could_speak, verbs
from generator.extract.quotations.noun_phrase import FINITE, SUBJECTS, subject
from generator.extract.quotations.reading import Reading
from generator.lexicons import words

_OPENS = frozenset({",", "—", "–"})
_CLOSES = frozenset({*_OPENS, ";", ".", "?", "!"})
_HELPING = frozenset({"has", "have", "had"})
# Tokens of "told reporters at the gate on Friday" behind the cue, and of who speaks before it.
_FARTHEST, _LONGEST = 10, 12
# What opens a clause that leaves the sentence open: "if the rain goes on, he said, the dam will not hold".
_LEAVING_OPEN = frozenset(
    {"if", "unless", "though", "although", "while", "when", "because", "since", "as", "once", "until", "whatever"}
    | {"after", "before", "whether", "what", "given", "even"}
)
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "what"})
_ADVERBS = frozenset({"RB", "RBR", "EX"})


def between(cue: Cue, reading: Reading) -> Complement | None:
    """The sentence around a cue and its subject that stand between commas, or before the end."""
    doc, token, own = reading.doc, cue.token, subject(cue.token)
    if own is None or token.tag_ not in FINITE - {"MD"} or not cue.verb.frames & {"s", "aside"}:
        return None
    low, high = _part(reading, token.i)
    if own.i > token.i:
        return _turned(cue, own, reading, low)
    opens, closes = own.left_edge.i - 1, _closing(cue, reading)
    if closes is None or opens <= low or doc[opens].text not in _OPENS or token.i - opens > _LONGEST:
        return None
    if (
        own.lower_ in _RELATIVE
        or not _one_phrase(own, token)
        or not (own.pos_ in ("PRON", "PROPN") or could_speak(own))
    ):
        return None
    before = (low, opens - 1)
    after = (closes + 1, high) if doc[closes].text in _OPENS else (high + 1, high)
    return _said(reading, before, after)


def _turned(cue: Cue, own: Token, reading: Reading, low: int) -> Complement | None:
    """ "The law is strict enough, thinks the association"."""
    token = cue.token
    beside = own.left_edge.i == token.i + 1 and reading.doc[token.i - 1].text in _OPENS
    if (
        "aside" not in cue.verb.frames
        or not beside
        or token.i - 2 <= low
        or not (own.pos_ == "PROPN" or could_speak(own))
    ):
        return None
    return _said(reading, (low, token.i - 2), (1, 0))


def _part(reading: Reading, at: int) -> Range:
    """The part of the sentence between semicolons that a token stands in."""
    low, high = reading.sentence_at(at)
    parted = [i for i in range(low, high + 1) if reading.doc[i].text == ";" and reading.quote[i] < 0]
    return max([low, *(i + 1 for i in parted if i < at)]), min([high, *(i - 1 for i in parted if i > at)])


def _one_phrase(own: Token, cue: Token) -> bool:
    """Whether nothing but who speaks stands before the cue: no second verb, no more than "has" and an adverb."""
    if any(t.tag_ in FINITE or t.text in _OPENS for t in cue.doc[own.left_edge.i : own.i + 1]):
        return False
    between_ = cue.doc[own.i + 1 : cue.i]
    return all(t.lower_ in _HELPING or t.tag_ in _ADVERBS or t.head.i <= own.i for t in between_) and not any(
        t.tag_ in FINITE and t.lower_ not in _HELPING for t in between_
    )


def _closing(cue: Cue, reading: Reading) -> int | None:
    """The mark behind the cue, with nothing before it but who is told, where and when."""
    doc, token = reading.doc, cue.token
    high = reading.sentence_at(token.i)[1]
    for i in range(token.i + 1, min(high, token.i + _FARTHEST) + 1):
        here = doc[i]
        if here.text in _CLOSES:
            return i
        if here.tag_[0] in "VM" or here.lower_ in ("that", "to") or reading.quote[i] >= 0:
            return None
        if here.dep_ in ("dobj", "attr", "oprd", "acomp") and not _is_told(cue, here):
            return None
    return None


def _is_told(cue: Cue, token: Token) -> bool:
    told = token.tag_ == "PRP" or could_speak(token)
    return "a" in cue.verb.frames and (told or any(token.lower_ in words(w) for w in ("press_nouns", "press_words")))


def _said(reading: Reading, before: Range, after: Range) -> Complement | None:
    """What of the sentence is said: all of it where the first part leaves it open, else that part alone."""
    doc = reading.doc
    opening = doc[before[0] : before[1] + 1]
    finite = [t for t in opening if _tells(t)]
    if any(reading.quote[t.i] >= 0 for t in opening) or opening[0].lower_ in verbs():
        return None  # what stands in marks is another matter; "Asked about it, he said, …"
    first = next((t for t in opening if t.dep_ != "cc"), opening[0])
    leaves_open = not finite or first.lower_ in _LEAVING_OPEN
    if not leaves_open:
        return Complement((before,), "fronted")
    rest = doc[after[0] : after[1] + 1]
    if not any(_tells(t) for t in rest) or rest[0].tag_ == "CC":
        return None  # "After hours of talks, the union agreed, and the strike was called off"
    return Complement((before, after), "fronted")


def _tells(token: Token) -> bool:
    """Whether a token is a verb with a tense, or what has a subject: "never drank", taken for an adjective."""
    return token.tag_ in FINITE or any(c.dep_ in SUBJECTS for c in token.children)
