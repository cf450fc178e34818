"""Thousands written with a point, as much of the world has them: "1.300 soldiers"."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from generator.extract.figures.numerals import Numeral
from generator.extract.figures.units import unit_after, unit_before

_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_FULL = re.compile(r"[1-9]\d{0,2}\.\d00")
# What is measured in parts of one.
_IN_PARTS = frozenset({"points", "times", "marks", "seconds"})
_BEFORE_A_NOUN = frozenset({"JJ", "JJR", "VBN", "VBG", "NN", "HYPH"})
_OF_A_RANGE = frozenset({"and", "to", "or", "-", "–", "—"})


def dotted(doc: Doc, sentence: Tokens) -> frozenset[int]:
    """Where in a sentence numbers begin whose point sets off thousands.

    That is before a noun for several things that are counted ("1.300 soldiers", not "1.305 against the dollar"), behind
    "are", and before a verb or an adjective where the text writes them so elsewhere ("1.300 were killed").
    """
    here = [t for t in sentence if _DOTTED.fullmatch(t.text)]
    if not here:
        return frozenset()
    habit = any(_counts_several(t) for t in doc if _DOTTED.fullmatch(t.text))
    return frozenset(t.idx - sentence.start_char for t in here if _counts_several(t) or (habit and _before_a_verb(t)))


def _counts_several(number: Token) -> bool:
    following = number.doc[number.i + 1 : number.i + 5]
    if len(following) > 1 and following[0].text in _OF_A_RANGE and _DOTTED.fullmatch(following[1].text):
        return _counts_several(following[1])
    noun = next((t for t in following if t.tag_ not in _BEFORE_A_NOUN), None)
    if noun is not None and noun.tag_ == "NNS" and noun.lower_ not in _IN_PARTS:
        return True
    # "The evacuated are 6.200": several, and nobody writes two noughts at the end of a decimal
    are = number.i > number.sent.start and number.nbor(-1).lower_ in ("are", "were")
    return are and _FULL.fullmatch(number.text) is not None


def _before_a_verb(number: Token) -> bool:
    after = number.doc[number.i + 1 : number.i + 2]
    return len(after) == 1 and after[0].tag_[:2] in ("VB", "MD", "JJ")


def in_thousands(text: str, numerals: Iterable[Numeral], at: Collection[int]) -> list[Numeral]:
    """The numerals of a sentence, with those that begin `at` one of these places a thousand times as much."""
    return [
        replace(n, value=round(n.value * 1000), grouped=True)
        if n.start in at
        and _DOTTED.fullmatch(text, n.start, n.end)
        and unit_before(text, n.start) is None
        and unit_after(text, n.end) is None
        else n
        for n in numerals
    ]
