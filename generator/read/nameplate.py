"""The outlet's name at the head of a page, on a line of its own or with the date: `Example Gazette`."""

import re
from functools import cache

from generator.calendar_dates import find_dates
from generator.lexicons import table, words
from generator.read.lines import ends_sentence
from generator.read.navigation import is_navigation
from generator.read.phrases import is_city, plain

_MOST_WORDS = 5
_WORD = re.compile(r"[\w.’'-]+|&")
_PARTS = re.compile(r"(?<!\s)\s*+[|•·,;]\s*|(?<!\s)\s++[–—-]\s+|\s{2,}")
# In words, of what a masthead has beside name and date: an edition, the weather, a page.
_MOST_BESIDE = 3
_LONGEST_MASTHEAD = 160
# Behind the day a line may name the agency, the time of day or the author.
_BEHIND = re.compile(r"(?:,? (?:morning|midday|afternoon|evening|night))?\s*(?:\([^()]{2,40}\))?(?:\. By [^.]{3,40})?")
# A day that stands apart from the words around it.
_APART_BEFORE = re.compile(r"(?:[,;|/•·(]|\s[–—-])\s*$")
_APART_AFTER = re.compile(r"\s*(?:$|[,;|/•·()]|[–—-]\s)")
_PIECES = re.compile(r"[,;|/•·()]|\.\s|(?<!\s)\s++[–—-]\s+")
_TO_THE_DAY = ("day", "minute", "second")
_AT_A_DATELINES_END = (")", "-", "–", "—")
# In words, of a name and of each thing beside it.
_MOST_NAMED = 5
_OF_OTHER_LANGUAGES = frozenset({"i", "y", "e", "et", "und", "des", "du", "della", "le"})
_VOWEL = re.compile(r"[AEIOUY]")


def is_nameplate(line: str) -> bool:
    """Whether a line is the name of a paper or a magazine and nothing else."""
    bare = line.strip("*_# ")
    parts = bare.split()
    if not 1 <= len(parts) <= _MOST_WORDS or ends_sentence(bare) or is_navigation(bare):
        return False
    if not all(_WORD.fullmatch(part) for part in parts) or bare in table("news_agencies"):
        return False
    if plain(bare) in words("news_outlets"):
        return bare[0].isupper()
    known = words("nameplate_words")
    named = all(p[0].isupper() or p == "&" or p in words("title_small_words") for p in parts[:-1])
    return (len(parts) > 1 or bare.isupper()) and named and plain(parts[-1]) in known


def nameplate(line: str) -> str:
    """The outlet's name as a nameplate has it; words shouted are set as a name, unless one may be an abbreviation."""
    bare = line.strip("*_# ")
    parts = bare.split()
    small = words("title_small_words")
    if not bare.isupper() or any(
        p != "&" and p.casefold() not in small and (len(p) < 4 or not _VOWEL.search(p)) for p in parts
    ):
        return bare
    return " ".join(p.casefold() if at and p.casefold() in small else p.capitalize() for at, p in enumerate(parts))


def in_masthead(line: str) -> str | None:
    """The outlet's name in a line of it, a full date, and little beside: `The Post – No. 41 – Friday, 3 May 2024`."""
    dates = find_dates(line) if len(line) <= _LONGEST_MASTHEAD else ()
    if len(dates) != 1 or dates[0].precision != "day" or dates[0].value.startswith("XXXX"):
        return None
    span = dates[0].span
    sides = (line[: span.start].removeprefix("From "), line[span.end :])
    parts = [part for side in sides for part in map(str.strip, _PARTS.split(side)) if part]
    names = [part for part in parts if is_nameplate(part)]
    little = all(part in names or len(part.split()) <= _MOST_BESIDE for part in parts)
    return nameplate(names[0]) if names and little else None


def is_masthead(line: str) -> bool:
    """Whether a line is a name and a day that stands apart from it, with little beside: `Gazeta de Norte, Culture,
    8 May 2024`, `Channel 9 – Friday 3 May`, `O Farol, translated by machine, 03/05/2024`."""
    dates = find_dates(line) if len(line) <= _LONGEST_MASTHEAD else ()
    if len(dates) != 1 or not (dates[0].precision in _TO_THE_DAY or dates[0].ambiguous_order):
        return False
    before, after = line[: dates[0].span.start], line[dates[0].span.end :]
    if not (_APART_BEFORE.search(before) and (_APART_AFTER.match(after) or _BEHIND.fullmatch(after))):
        return False
    name, *others = (*(part for part in _PIECES.split(before + after) if part.strip(" .")), "")
    # With a place before it the day is a dateline's ("GENEVA, Jan. 10 (AFP) -") or a picture's, unless the line has
    # the hour.
    elsewhere = is_city(name.strip()) or (name.isupper() and line.endswith(_AT_A_DATELINES_END))
    elsewhere = elsewhere and not dates[0].has_time
    return is_name(name) and not elsewhere and all(len(part.split()) <= _MOST_NAMED for part in others)


def masthead_name(line: str) -> str:
    """The name that a masthead begins with."""
    return next((part.strip() for part in _PIECES.split(line) if part.strip(" .") and is_name(part)), "")


def is_name(line: str) -> bool:
    """Whether a line is a few words written as a name is."""
    words_ = line.split()
    capital = (w[0].isupper() or w.isdigit() or w == "&" or (at and w in small_words()) for at, w in enumerate(words_))
    return 0 < len(words_) <= _MOST_NAMED and all(capital) and not ends_sentence(line.strip()) and ":" not in line


@cache
def small_words() -> frozenset[str]:
    """The words that stand small in a name: "Gazeta de Norte"."""
    return words("title_small_words") | words("name_particles") | _OF_OTHER_LANGUAGES
