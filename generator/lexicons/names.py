"""Personal names taken apart, and folded so that spellings of one name compare equal."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from anyascii import anyascii
from nameparser import HumanName

from generator.lexicons import table, words

_NOT_LETTER = re.compile(r"[^a-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_NICKNAME = re.compile(r"\s*[\"“”„«»‘'(][^\"“”„«»’'()]{1,30}[\"“”«»’')]\s*")

# A syllable as Korean and Chinese given names are written: one group of vowels and a soft end, unlike "-based", "-led"
# and "-style" (Revised Romanization of Korean and McCune-Reischauer, Hanyu Pinyin and Wade-Giles).
_SYLLABLE = re.compile(r"[b-df-hj-np-tv-xz]{0,3}[aeiouy]{1,4}(?:ng|ck|[bghklmnprt])?")
_OF_FATHER = re.compile(r"((?:(?:bin|ibn|bint) \w+ )+)((?:al|el) .+)")  # "bin Khalaf | al-Muraikhi"
_ELIDED = re.compile(r"(?:d|dall|dell|l|nell)['’][^\W\d_]{2,}")  # "d'Almeida", "dell’Orto"
_NEVER_GIVEN = frozenset(
    ["le", "de", "del", "du", "dos", "das", "da", "di", "von", "el", "bin", "ibn", "bint", "dei", "ait"]
)

_WITH_GIVEN_NAME = frozenset(
    ["sir", "dame", "sheikh", "sheikha", "prince", "princess", "king", "queen", "pope", "don", "dona", "sister"]
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """The folded parts of a name. A name of one word has only `last`; particles belong to `last` ("le pen").

    `nickname` is the name in quotation marks of William “Buzz” Tanner.
    """

    first: str
    middle: tuple[str, ...]
    last: str
    suffix: str = ""
    nickname: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The names in the order written, one by one."""
        return tuple(" ".join((self.first, *self.middle, self.last)).split())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, plain ASCII letters and digits, single spaces: "Amélie Roux’s" and "AMELIE ROUX" are equal."""
    plain = anyascii(_POSSESSIVE.sub("", text.strip())).lower()
    return " ".join(part for part in _NOT_LETTER.split(plain.replace(".", "").replace("'", "")) if part)


@lru_cache(maxsize=65536)
def person(text: str) -> PersonName:
    """A personal name's parts, after nameparser; honorifics and nicknames are left out."""
    nick = _NICKNAME.search(text)
    bare = without_honorific(_NICKNAME.sub(" ", text))
    if _only_surname(bare):
        return PersonName("", (), fold(bare))
    family, _, given = bare.partition(" ")
    if two_syllables(given):
        return PersonName(fold(given), (), fold(family))  # "Park Joon-seo"
    parsed = HumanName(bare)
    first, last = fold(parsed.first), fold(parsed.last)
    middle = tuple(fold(parsed.middle).split())
    if of_father := _OF_FATHER.fullmatch(last):
        middle, last = (*middle, *of_father.group(1).split()), of_father.group(2)
    while middle and middle[-1] in words("name_particles"):  # "Karim Ben Moussa"
        last, middle = f"{middle[-1]} {last}", middle[:-1]
    if first and not last:
        first, last = "", first
    if not first and not last:
        last = fold(bare)
    return PersonName(first, middle, last, fold(parsed.suffix), fold(nick.group()) if nick else "")


def two_syllables(word: str) -> bool:
    """Whether a word is a given name of two syllables as Koreans and many Chinese write it: "Joon-seo"."""
    first, _, second = word.partition("-")
    if not first.istitle() or first.lower() in words("name_particles"):
        return False
    return bool(_SYLLABLE.fullmatch(first.lower()) and _SYLLABLE.fullmatch(second))


def elided_particle(word: str) -> bool:
    """Whether a word is a surname behind a small particle that has lost its vowel: "d'Almeida", "dell'Orto"."""
    return bool(_ELIDED.match(word)) and word[max(word.find("'"), word.find("’")) + 1].isupper()


def _only_surname(bare: str) -> bool:
    """Whether words are a surname with its particle ("Le Goff", "d'Almeida Sá"), unlike "Van Morrison"."""
    *lead, _ = bare.split() or [""]
    if elided_particle(bare):
        return True
    if not lead or not all(part.lower() in words("name_particles") for part in lead):
        return False
    return len(lead) > 1 or lead[0].islower() or lead[0].lower() in _NEVER_GIVEN


@lru_cache(maxsize=65536)
def surnames(name: PersonName) -> tuple[str, ...]:
    """What a person may be called alone: "ortega", "vidal" and "vidal ortega" of Marta Vidal Ortega.

    Of the words between given name and surname only those that are nobody's given name by the list, and alone no short
    one: "té nhaga", but not "té", of Armindo Té Nhaga.
    """
    inner = tuple(word for word in name.middle if len(word) > 1 and usual_sex(word.title()) == "unknown")
    both = (f"{inner[-1]} {name.last}",) if inner and name.middle[-1] == inner[-1] else ()
    return (name.last, *(word for word in inner if len(word) > 3), *both)


def with_given_name(title: str) -> bool:
    """Whether a form of address stands before a given name alone ("Sir Alan", "Sheikha Noura", "Prince Felix")."""
    return title.rstrip(".").lower() in _WITH_GIVEN_NAME


@cache
def honorific(word: str) -> str | None:
    """The sex a form of address shows: "female", "male" or "-" for either; None when the word is none."""
    return table("honorifics").get(word.rstrip(".").lower())


def without_honorific(text: str) -> str:
    """The name without the forms of address before it."""
    words = text.split()
    while len(words) > 1 and honorific(words[0]) is not None:
        words = words[1:]
    return " ".join(words)


@cache
def usual_sex(given: str) -> str:
    """The sex that bears a given name according to the list ("female", "male", or "unknown"). Weak evidence."""
    return _given_names().get(fold(given), "unknown")


def is_given_name(word: str) -> bool:
    """Whether people are called so by the lists, whatever their sex."""
    return fold(word) in _given_names()


@cache
def _given_names() -> dict[str, str]:
    """Given names, folded, with the sex that bears them; one that the two lists give to different sexes shows none."""
    found: dict[str, str] = {}
    for given, sex in (*table("given_names").items(), *table("given_names_world").items()):
        found[fold(given)] = sex if found.get(fold(given), sex) == sex else "unknown"
    return found
