"""States as newspapers name them: by name, adjective, people, or seat of government, each to its ISO 3166-1 code.

Names come from CLDR (through Babel) and ISO 3166 (through pycountry); what those lack from `en/states.txt`.
"""

import re
from functools import cache

import pycountry
from babel import Locale

from generator.lexicons import rows, table, words
from generator.lexicons.names import fold

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_FEDERAL = ("US", "CA", "AU")
_SUFFIX = re.compile(r" SAR China$| \(.*\)$")


def _split(field: str) -> list[str]:
    return [part for part in field.split("|") if part]


def _column(index: int, lower: bool = False) -> dict[str, str]:
    """The words of one column of the list, each to its state; a word two states share goes to neither."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for row in rows("states"):
        for word in _split(row[index]) if len(row) > index else []:
            key = word.lower() if lower else word
            if found.setdefault(key, row[0]) != row[0]:
                shared.add(key)
    return {word: code for word, code in found.items() if word not in shared}


@cache
def _territories() -> dict[str, str]:
    return {code: str(name) for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()}


@cache
def states() -> frozenset[str]:
    """The codes of the states the list has: those with a government of their own."""
    return frozenset(row[0] for row in rows("states"))


@cache
def names() -> dict[str, str]:
    """Every name of a state, without article, to its code."""
    found: dict[str, str] = {}
    for country in pycountry.countries:
        if country.alpha_2 in states():
            for field in ("name", "common_name", "official_name"):
                if value := getattr(country, field, ""):
                    found.setdefault(_ARTICLE.sub("", value), country.alpha_2)
    for code in states():
        name = display(code)
        for variant in (name, name.replace("&", "and"), name.replace("’", "'"), name.replace("St.", "St")):
            found[variant] = code
    found.update(_column(4))
    return found


@cache
def territories() -> dict[str, str]:
    """Names of territories and continents of CLDR that are no states, to their code: places."""
    known = names()
    found = {}
    for code, name in Locale("en").territories.items():
        if str(name) not in known and code not in ("EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"):
            found[_SUFFIX.sub("", str(name))] = code
    return found


@cache
def display(code: str) -> str:
    """The name CLDR gives a state, in its plain form ("Hong Kong", "Myanmar"); the code itself where there is none."""
    return _SUFFIX.sub("", _territories().get(code, code))


@cache
def named(text: str) -> str | None:
    """The state a text names ("the United States", "U.S.", "Czech Republic")."""
    bare = _ARTICLE.sub("", text)
    return names().get(bare) or (names().get(bare.title()) if bare.isupper() and len(bare) > 4 else None)


@cache
def adjectives() -> dict[str, str]:
    """Adjectives of states ("Russian", "US") to codes."""
    return _column(1)


@cache
def peoples() -> dict[str, str]:
    """Peoples ("Russians", "Britons") to codes."""
    return _column(2)


@cache
def capitals() -> dict[str, str]:
    """Cities a state is governed from ("Moscow", "The Hague") to codes. Each is also a place."""
    return _column(3)


@cache
def seats() -> dict[str, str]:
    """Buildings and streets whose name means a government ("Kremlin", "Downing Street") to codes."""
    return table("government_seats")


@cache
def regions() -> frozenset[str]:
    """Names and usual abbreviations of the parts of states that news names without saying of what state."""
    parts = {str(s.name) for s in pycountry.subdivisions if s.country_code in _FEDERAL}
    parts -= set(names()) | set(capitals())
    return frozenset(parts) | words("region_abbreviations") | words("known_regions")


@cache
def parts() -> frozenset[str]:
    """Folded names of the provinces, counties and other parts of all states that are no name of a state or capital."""
    others = {fold(name) for name in (*names(), *capitals())}
    return frozenset({fold(str(s.name)) for s in pycountry.subdivisions} - others)


@cache
def mentioned(text: str) -> str | None:
    """The state a modifier points to: a name or an adjective ("Germany", "German", "U.S")."""
    bare = re.sub(r"['’]s$", "", text)
    return named(bare) or adjectives().get(bare)
