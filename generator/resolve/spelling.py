"""Whether two spellings are of one name: transliterations, diminutives and initials."""

import re
from functools import cache, lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from generator.lexicons import names, rows, table

_ARTICLE = re.compile(r"^(?:al|el|ul) (?=\w{4})")  # of Arabic surnames, which sources write, leave off or join

_FAMILIAR = re.compile(r"(?<=\w{3})(?:ek|ka|ko|ie|[aeiouy])$")  # what languages end short forms of given names in

# The 80 pairs of the gold sets that are one name in two spellings have surnames at 57 and more; "Minh Chau" and "Minh
# Khai", "Soro" and "Sarr" are at 50. Of more ways to read a name only some are kept.
_LIKE = 55
_MOST_SOUNDS = 32


@cache
def _equivalents() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1] if len(row) > 1 else "") for row in rows("transliterations"))


@cache
def _given(which: str = "given_name_variants") -> dict[str, frozenset[int]]:
    """Given names that are one name in several spellings or short forms, each to the groups it stands in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows(which)):
        for name in row[0].split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(groups) for name, groups in found.items()}


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """A folded name with the letters reduced that transliterations of one name differ in ("ryabkov", "riabkov")."""
    text = _ARTICLE.sub("", name).replace(" ", "").replace("-", "")
    for written, plain in _equivalents():
        if written.startswith("$"):
            continue
        if written.endswith("$"):
            if text.endswith(written[:-1]) and len(text) > len(written):
                text = text[: -len(written) + 1] + plain
        else:
            text = text.replace(written, plain)
    out: list[str] = []
    for letter in text:
        if not out or out[-1] != letter:
            out.append(letter)
    return "".join(out)


def same_surname(one: str, other: str) -> bool:
    """Whether two folded surnames are spellings of one: equal, or equal once transliteration is reduced."""
    if one == other or (min(len(one), len(other)) > 2 and skeleton(one) == skeleton(other)):
        return True
    return bool(_ARTICLE.match(one) and _ARTICLE.match(other)) and vowelless(one) == vowelless(other)


def vowelless(surname: str) -> str:
    """What stays of a surname with an Arabic article, whose vowels sources write as they hear them; "" of any other."""
    bare = re.sub("[aeiouy]", "", skeleton(surname)) if _ARTICLE.match(surname) else ""
    return bare if len(bare) > 2 else skeleton(surname)


def alike_surname(one: str, other: str) -> bool:
    """Whether two folded surnames may be one in two languages: the same but for a letter, or as they sound."""
    if min(len(one), len(other)) > 5 and DamerauLevenshtein.distance(one, other) <= 1:
        return True
    return sounds_like(one, other) > 2


def sounds_like(one: str, other: str) -> int:
    """How many consonants two folded names have that may be one name in two languages; 0 where they are none.

    "Dschanelidse" and "Janelidze", "Ouali" and "Wali"; "Minh" and "Munha" are too unlike as they are written.
    """
    shared = sounds(one) & sounds(other)
    return max(map(len, shared)) if shared and fuzz.ratio(one, other) >= _LIKE else 0


@lru_cache(maxsize=65536)
def sounds(name: str) -> frozenset[str]:
    """The consonants, by class, that a folded name may have in whatever language it is written down; "A" for a vowel at
    the beginning."""
    text = _ARTICLE.sub("", name).replace(" ", "")
    found = {""}
    for match in _letters().finditer(text):
        classes = table("sounds").get(match.group(), "-").split()
        plain = [c if c != "-" else "" if match.start() else "A" for c in classes]
        found = {re.sub(r"(.)\1+", r"\1", begun + c) for begun in found for c in plain}
    return frozenset(sorted(found)[:_MOST_SOUNDS])


def vowels(name: str) -> str:
    """The vowels of a folded name."""
    return re.sub("[^aeiouy]", "", name)


@cache
def _letters() -> re.Pattern[str]:
    return re.compile("|".join(sorted(table("sounds"), key=lambda letters: (-len(letters), letters))) + "|^.")


@lru_cache(maxsize=65536)
def given_keys(given: str) -> tuple[str, ...]:
    """What two given names must share one of to be one name at all: initials, as written and reduced, and groups."""
    groups = tuple(str(number) for number in sorted(_given().get(given, frozenset())))
    return tuple(dict.fromkeys((given[:1], skeleton(given)[:1], *groups)))


@lru_cache(maxsize=262144)
def same_given(one: str, other: str) -> bool:
    """Whether two folded given names can be of one person: equal, an initial of the other, or known variants."""
    if one == other or not one or not other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    if _given().get(one, frozenset()) & _given().get(other, frozenset()):
        return True
    if min(len(one), len(other)) > 3 and skeleton(one) == skeleton(other):
        return True
    long = min(len(one), len(other)) >= 6
    return long and one[0] == other[0] and DamerauLevenshtein.distance(skeleton(one), skeleton(other)) <= 1


@lru_cache(maxsize=65536)
def related_keys(given: str) -> tuple[str, ...]:
    """What two folded given names must share one of to be related at all."""
    return (*across_languages(given), given[:3], given[-4:], f"={_consonants(given)}")


@lru_cache(maxsize=65536)
def across_languages(given: str) -> tuple[str, ...]:
    """The groups of given names that are one name in several languages in which a folded one stands."""
    return tuple(str(number) for number in sorted(_given("given_names_across_languages").get(given, frozenset())))


def related_given(one: str, other: str) -> bool:
    """Whether two folded given names may be one name in two languages ("Tomasz", "Thomas") or cut short ("Emeka")."""
    if set(across_languages(one)) & set(across_languages(other)):
        return True
    if _consonants(one) == _consonants(other) and not _other_sex(one, other):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > 2 and short != long and (long.startswith(short) or (len(short) > 3 and long.endswith(short)))


def familiar(one: str, other: str) -> bool:
    """Whether one of two folded given names begins as the other and ends as short forms do ("Tomek" for "Tomasz")."""
    short, long = sorted((one, other), key=len)
    stem = _FAMILIAR.sub("", short)
    return stem != short and long.startswith(stem) and len(long) > len(short) and not _other_sex(one, other)


@lru_cache(maxsize=65536)
def _consonants(given: str) -> str:
    """A given name without the vowels that romanisations of Arabic vary in ("Moneim", "Menam"); itself if too short."""
    bare = re.sub("[aeiouy ]", "", re.sub("^abd ?(?:[eua]l)? ?", "abd", skeleton(given)))
    return bare if len(bare) > 2 else given


def _other_sex(one: str, other: str) -> bool:
    sexes = {names.usual_sex(one), names.usual_sex(other)} - {"unknown"}
    return len(sexes) > 1
