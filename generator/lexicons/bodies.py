"""Nouns for bodies: which words make a capitalised name the name of an organisation, and what short names leave off."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from generator.lexicons import any_of, names, rows, table, words

SMALL = frozenset(["of", "for", "and", "the", "in", "on", "de", "du", "la", "le", "und", "y", "&"])
_THE = frozenset(["le", "la", "il", "el", "o", "a", "die", "das", "der"])


@cache
def nouns() -> frozenset[str]:
    """Nouns for bodies in either number ("ministry", "forces")."""
    return frozenset(form for row in rows("organisation_nouns") for form in row if form not in ("", "-"))


def ends_name(word: str) -> bool:
    """Whether a word at the end of a longer name makes it a body's ("State Department", "Siemon Energy")."""
    return word in nouns() or word in words("company_words")


def legal_form(word: str) -> bool:
    """Whether a word is the legal form of a company ("plc", "Inc.", "S.p.A."), but not "group", which may be a noun."""
    bare = word.lower().replace(".", "")
    return bare in words("legal_forms") and bare not in nouns()


@cache
def _legal() -> re.Pattern[str]:
    dotted = any_of(r"\.?".join(form) if len(form) < 5 else form for form in words("legal_forms"))
    return re.compile(rf"(?<![ ,])[ ,]++{dotted}\.?$", re.IGNORECASE)


def without_legal_form(name: str) -> str:
    """A company's name without "Inc.", "Holdings AG" and the like."""
    for _ in range(2):
        name = _legal().sub("", name)
    return name


def has_legal_form(name: str) -> bool:
    """Whether a name ends in the legal form of a company."""
    return _legal().search(name) is not None


def trading_name(name: str) -> str:
    """What a company's name is without legal form and trades, folded: "Northmere Water plc" to "northmere", "Officine
    Ferrara" to "ferrara".

    "" where the name has neither, or nothing else.
    """
    parts = names.fold(without_legal_form(name)).split()
    if parts and parts[-1] in ("university", "college"):
        return ""  # "Leddon" is the town
    while len(parts) > 1 and parts[-1] in words("company_trades"):
        parts.pop()
    if len(parts) > 1 and table("foreign_body_openers").get(parts[0]) == "firm":
        parts.pop(0)
    bare = " ".join(parts)
    return bare if bare != names.fold(name) and parts and parts[-1] not in words("company_trades") else ""


def team_name(name: str) -> str:
    """What a team's name is without the words its short name leaves off, folded; "" where it has none."""
    parts = names.fold(name).split()
    bare = parts
    while len(bare) > 1 and bare[-1] in words("team_words"):
        bare = bare[:-1]
    while len(bare) > 1 and bare[0] in words("team_words"):
        bare = bare[1:]
    return " ".join(bare) if bare != parts else ""


def short_names(full: Iterable[str]) -> set[str]:
    """What companies are called without legal form or trade, or, named with their legal form, by their first word."""
    out: set[str] = set()
    for name in full:
        out.add(trading_name(name))
        if has_legal_form(name):
            bare = names.fold(without_legal_form(name))
            out.update((bare, bare.split(" ")[0]))
    return {key for key in out if len(key) > 2}


def acronym(text: str) -> str:
    """The initials of a name of several words: "Organization for Security and Cooperation in Europe" to "osce"."""
    parts = [w for w in re.split(r"[\s-]+", text) if w and w.lower() not in SMALL]
    initials = (w.replace(".", "") if re.fullmatch(r"(?:[A-Z]\.?){2,3}", w) else w[0] for w in parts)  # "U.S."
    return "".join(initials).lower() if len(parts) > 1 else ""


def shortened_to(name: str, letters: str) -> bool:
    """Whether letters are the beginnings of a name's words, each of one to three: "NADWU" for "Namibian Deep-Sea
    Workers' Union", "ECOWAS" for "Economic Community of West African States"; of two or three letters, the initials."""
    if len(letters) < 4 or " " not in name:
        return acronym(name) == letters
    parts = [names.fold(word) for word in name.split()]

    def rest(at: int, left: str) -> bool:
        if at == len(parts):
            return not left
        skipped = parts[at] in SMALL and rest(at + 1, left)
        return skipped or any(left.startswith(parts[at][:n]) and rest(at + 1, left[n:]) for n in (1, 2, 3))

    return rest(0, letters)


def opens_a_body(word: str) -> bool:
    """Whether the first word of a name, as written, shows a station's or a body's name: "Radio Halm", "TRT Halm"."""
    acronym = len(word) > 2 and word.isupper() and word.isalpha() and not set(word) & set("AEIOUY")
    return acronym or foreign(word.casefold(), opening=True)


def foreign(word: str, opening: bool = False) -> bool:
    """Whether a word is a noun for a body in another language ("Grupo", "Gruppe"), for a few only at the first place
    (`opening`: "Diario Halm", not "Nuno Diario")."""
    kind = table("foreign_body_openers").get(word)
    known = kind in ("", "firm") or (opening and kind == "outlet")
    return known or word.endswith(("gesellschaft", "verband", "gewerkschaft"))


def foreign_name(parts: Sequence[str]) -> bool:
    """Whether the words of a name show a body's in another language: "Minera Halm", "Halder Gruppe", "Le Matin"."""
    titled = len(parts) == 2 and parts[0] in _THE and parts[1] in words("foreign_body_openers")
    return titled or foreign(parts[0], opening=True) or foreign(parts[-1])
