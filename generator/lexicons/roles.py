"""Offices and callings: what a noun for a person says, and which wordings name one office."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.lexicons import rows, states, table, words

_WORD = re.compile(r"[^\W\d_](?:[\w.&]|[-'’](?=\w))*")

_OWNED = re.compile(r"^['’]s\s+")


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun for people: its singular, whether it is plural, the sex it shows, and broader nouns."""

    singular: str
    plural: bool
    sex: str
    broader: frozenset[str]


@dataclass(frozen=True, slots=True)
class Office:
    """What a role says: the office under its common name, the head noun, the states it names, and the other words.

    "US Secretary of State" and "the top US diplomat" are both (foreign minister, US). `rank` holds what sets a deputy
    or former holder apart.
    """

    name: str
    head: str
    states: frozenset[str]
    words: frozenset[str]
    rank: frozenset[str]


@cache
def _nouns() -> dict[str, RoleNoun]:
    found: dict[str, RoleNoun] = {}
    for row in rows("role_nouns"):
        singular, plural, sex, broader = (*row, "", "", "", "")[:4]
        facts = ("unknown" if sex in ("", "-") else sex, frozenset(broader.split()))
        if plural and plural != singular:
            found.setdefault(plural, RoleNoun(singular, True, *facts))
        found[singular] = RoleNoun(singular, plural == singular, *facts)
    return found


def noun(word: str) -> RoleNoun | None:
    """What the list knows of a noun for people, in either number and any case."""
    return _nouns().get(_full(word))


def _full(word: str) -> str:
    """A word in lower case, an abbreviated office written out ("Sen." is "senator")."""
    bare = word.lower().replace("’", "'").rstrip(".")
    return table("role_abbreviations").get(bare, bare)


@cache
def _synonyms() -> tuple[tuple[tuple[str, ...], str], ...]:
    pairs = [(tuple(wording.split()), office) for wording, office in table("role_synonyms").items()]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def _in_order(wording: tuple[str, ...], marked: list[str]) -> bool:
    """Whether the words hold the wording in this order, with nothing but names of states between."""
    at = 0
    for word in marked:
        if word == wording[at]:
            at += 1
            if at == len(wording):
                return True
        elif at and not word.startswith("\0"):
            at = 0
            if word == wording[0]:
                at = 1
    return False


def _marked(text: str) -> list[str]:
    """The words of a role in lower case, each state it names reduced to NUL and its code."""
    tokens = [re.sub(r"['’]s$", "", token) for token in _WORD.findall(text)]
    marked: list[str] = []
    at = 0
    while at < len(tokens):
        for length in (3, 2, 1):
            piece = " ".join(tokens[at : at + length])
            code = states.mentioned(piece) or states.mentioned(piece.rstrip("."))
            if code and at + length <= len(tokens):
                marked.append("\0" + code)
                at += length
                break
        else:
            marked.append(_full(tokens[at]))
            at += 1
    return marked


def _head(marked: list[str]) -> str:
    """The singular of the last noun for a person before any "of" or "for"."""
    head = ""
    for word in marked:
        if word in ("of", "for") and head:
            break
        if found := noun(word):
            head = found.singular
    return head


def plain(text: str) -> str:
    """A role on one line, without its article."""
    parts = _OWNED.sub("", text).split()
    bare = parts and parts[0].lower() in ("the", "a", "an", "his", "her", "its", "their", "our", "my")
    return " ".join(parts[1:] if bare else parts)


@lru_cache(maxsize=65536)
def office(text: str) -> Office:
    """The office a role's words name, whatever the wording."""
    marked = _marked(text)
    name = next((office for wording, office in _synonyms() if _in_order(wording, marked)), "")
    bare = [w for w in marked if not w.startswith("\0") and w not in words("role_fillers")]
    rank = frozenset(w for w in bare if w in words("role_ranks"))
    rest = frozenset(bare) - rank
    codes = frozenset(w[1:] for w in marked if w.startswith("\0"))
    return Office(name or " ".join(sorted(rest)), _head(marked), codes, rest, rank)
