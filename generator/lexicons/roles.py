"""Offices and callings: what a noun for a person says, and which wordings name one office."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.lexicons import rows, states, table

_WORD = re.compile(r"[^\W\d_](?:[\w.&]|[-'’](?=\w))*")
_PLAIN = frozenset("the a an of for to in at and by on his her its their our my new then former ex outgoing top".split())
_RANK = frozenset("deputy vice under assistant acting former ex shadow associate".split())


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun for people: its singular, whether it is plural, the sex it shows, and broader nouns for the same person."""

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
    return _nouns().get(word.lower().replace("’", "'"))


@cache
def _synonyms() -> tuple[tuple[tuple[str, ...], str], ...]:
    pairs = [(tuple(wording.split()), office) for wording, office in table("role_synonyms").items()]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def _in_order(wording: tuple[str, ...], words: list[str]) -> bool:
    """Whether the words hold the wording in this order, with nothing but names of states between."""
    at = 0
    for word in words:
        if word == wording[at]:
            at += 1
            if at == len(wording):
                return True
        elif at and not word.startswith("\0"):
            at = 0
            if word == wording[0]:
                at = 1
    return False


@lru_cache(maxsize=65536)
def office(text: str) -> Office:
    """The office a role's words name, whatever the wording."""
    tokens = [re.sub(r"['’]s$", "", token) for token in _WORD.findall(text)]
    codes: set[str] = set()
    words: list[str] = []
    skip = 0
    for index, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        for length in (3, 2, 1):
            piece = " ".join(tokens[index : index + length])
            code = states.mentioned(piece.rstrip(".") if piece not in ("U.S.", "U.K.") else piece)
            if code and len(tokens[index : index + length]) == length:
                codes.add(code)
                words.append("\0" + code)
                skip = length - 1
                break
        else:
            words.append(token.lower())
    name, head = "", ""
    for wording, canonical in _synonyms():
        if _in_order(wording, words):
            name = canonical
            break
    for word in words:
        found = noun(word)
        if found:
            head = found.singular
            if word in ("head", "chief", "leader") or (name and head not in ("deputy", "assistant")):
                break
            if head not in ("deputy", "assistant", "chief", "vice"):
                break
        elif word in ("of", "for") and head:
            break
    bare = [w for w in words if not w.startswith("\0") and w not in _PLAIN]
    rank = frozenset(w for w in bare if w in _RANK)
    rest = frozenset(w for w in bare if w not in _RANK)
    return Office(name or " ".join(sorted(rest)), head, frozenset(codes), rest, rank)
