"""Numbers without a noun: what they are of was said right before, or stands before them."""

from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from generator.extract.clauses import is_verb
from generator.extract.figures.counted import PUTTING
from generator.lexicons import words

_SPEAKING = frozenset({"speak", "speaks", "spoke", "talk", "talks", "talked", "speaking", "talking"})
_THERE = frozenset({("there", "were"), ("there", "are")})
_ENDS = frozenset({"and", "but", "while", "whereas", "though"})
# After a comma further words may narrow what is counted: "Eliana has counted 37, the ones on her street".
_AFTER_COMMA = _ENDS | {"according", "he", "she", "they", "it"}


def all_that_is_said(numeral: Tokens, start: int, end: int) -> bool:
    """Whether a source says this number and no more: "organisers claimed 400", "police put it at 45,000",
    "police made it 2,000", "R1.1bn, says the court". `start` and `end` are the characters of the figure with its bound
    and unit."""
    before = [t for t in numeral.sent if t.idx < start and not t.is_space]
    after = [t for t in numeral.sent if t.idx >= end and not t.is_space]
    if not before:
        told = [t for t in after if not t.is_punct][:1]
        return bool(told) and told[0].lower_ in words("giving_verbs") and not any(t.lower_ == "that" for t in after)
    if after and not _ends_there(after):
        return False
    last, second = before[-1].lower_, before[-2].lower_ if len(before) > 1 else ""
    if (second, last) in _THERE:
        return True
    if last == "of":
        return second in _SPEAKING
    if last == "at":
        return second in ("it", "them", "that") and len(before) > 2 and before[-3].lower_ in PUTTING
    if last in ("it", "them"):
        return second in ("made", "makes", "make")
    return last in words("giving_verbs")


def somebody(numeral: Tokens) -> bool:
    """Whether a bare number is of people: it does what a subject does, and the sentence counts nothing else before
    ("45,000 must sit again", "132 ended up in hospital"), or says who they are ("43 of those living there")."""
    doc, head = numeral.doc, numeral.root
    after = [t.lower_ for t in doc[numeral.end : numeral.end + 3]]
    if after[:2] == ["of", "those"]:
        return len(after) == 3 and (after[2] == "who" or after[2].endswith("ing"))
    next_ = next((t for t in doc[numeral.end : numeral.sent.end] if t.tag_[:2] != "RB"), None)
    verb = head.head
    if head.dep_ != "pobj" and next_ is not None and next_.tag_ in ("MD", "VBD", "VBP"):
        verb = next_.head if next_.dep_ in ("aux", "auxpass") else next_
    elif head.dep_ not in ("nsubj", "nsubjpass") or after[:1] in (["of"], ["-"], ["/"]):
        return False
    counted = any(t.tag_ == "CD" or t.tag_ == "NNS" for t in numeral.sent if t.i < numeral.start)
    return is_verb(verb) and verb.i > head.i and verb.lower_ not in words("measure_verbs") and not counted


def given_by(numeral: Tokens, start: int) -> Token | None:
    """Who gives a number without a verb of his own: "the unions put the turnout at 120,000, *police* at 35,000"."""
    before = [t for t in numeral.sent if t.idx < start and not t.is_space]
    if len(before) < 5 or before[-1].lower_ != "at" or before[-2].tag_[:2] != "NN":
        return None
    put = next((i for i, t in enumerate(before) if t.lower_ in PUTTING), len(before))
    told = any(t.tag_ == "CD" for t in before[put:-2]) and any(t.text == "," for t in before[put:-2])
    return before[-2] if told else None


def _ends_there(after: Sequence[Token]) -> bool:
    if after[0].text == ",":
        return len(after) > 1 and after[1].lower_ in _AFTER_COMMA
    return after[0].is_punct or after[0].lower_ in _ENDS


def noun_before(numeral: Tokens) -> Token | None:
    """ "The raiders, about 11 of them, landed": the plural noun that "of them" takes up."""
    doc = numeral.doc
    if [t.lower_ for t in doc[numeral.end : numeral.end + 2]] != ["of", "them"]:
        return None
    at = numeral.start - 1
    while at > numeral.sent.start and doc[at].text not in (",", "-", "–", "—", "("):
        if numeral.start - at > 3:
            return None
        at -= 1
    noun = doc[at - 1] if at > numeral.sent.start else None
    if noun is None or noun.tag_ != "NNS" or any(t.tag_ == "CD" for t in noun.subtree if t.i < noun.i):
        return None  # "27 people, six of them seriously": a part
    return noun
