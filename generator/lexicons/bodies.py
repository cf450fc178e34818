"""Nouns for bodies: which words make a capitalised name the name of an organisation."""

import re
from collections.abc import Iterable
from functools import cache

from generator.lexicons import names, rows, words

_LEGAL = re.compile(
    r"[ ,]+(?:inc|corp|corporation|co|company|ltd|limited|llc|plc|holdings?|group"
    r"|ag|sa|se|nv|n\.v|gmbh|spa|kg|ab|asa)\.?$",
    re.IGNORECASE,
)


@cache
def nouns() -> frozenset[str]:
    """Nouns for bodies in either number ("ministry", "forces")."""
    return frozenset(form for row in rows("organisation_nouns") for form in row if form not in ("", "-"))


def ends_name(word: str) -> bool:
    """Whether a word at the end of a longer name makes it a body's ("State Department", "Siemon Energy")."""
    return word in nouns() or word in words("company_words")


def without_legal_form(name: str) -> str:
    """A company's name without "Inc.", "Holdings AG" and the like."""
    for _ in range(2):
        name = _LEGAL.sub("", name)
    return name


def has_legal_form(name: str) -> bool:
    """Whether a name ends in the legal form of a company."""
    return _LEGAL.search(name) is not None


def short_names(full: Iterable[str]) -> set[str]:
    """What companies named with their legal form are called without it, or by their first word, folded."""
    out: set[str] = set()
    for name in full:
        if has_legal_form(name):
            bare = names.fold(without_legal_form(name))
            out.update((bare, bare.split(" ")[0]))
    return {key for key in out if len(key) > 2}
