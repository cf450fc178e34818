"""The outlet's name at the head of a page, on a line of its own or with the date: `Example Gazette`."""

import re
from functools import cache

from generator.calendar_dates import find_dates
from generator.lexicons import table, words
from generator.read.lines import ends_sentence
from generator.read.phrases import is_city, is_navigation, plain

_MOST_WORDS = 5
_WORD = re.compile(r"[\w.’'-]+|&")
_PARTS = re.compile(r"(?<!\s)\s*+[|•·,;]\s*|(?<!\s)\s++[–—-]\s+|\s{2,}")
# In words, of what a masthead has beside name and date: an edition, the weather, a page.
_MOST_BESIDE = 3
_LONGEST_MASTHEAD = 160
# Behind the day a line may name the agency, the time of day or the author.
_BEHIND = re.compile(r"(?:,? (?:morning|midday|afternoon|evening|night))?\s*(?:\([^()]{2,40}\))?(?:\. By [^.]{3,40})?")
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


def ends_in_a_day(line: str) -> bool:
    """Whether a line is a name, a desk or so, and a full date: `Gazeta de Norte, Culture, 8 May 2024`."""
    dates = find_dates(line) if len(line) <= _LONGEST_MASTHEAD else ()
    if len(dates) != 1 or dates[0].precision != "day" or dates[0].value.startswith("XXXX"):
        return False
    if not _BEHIND.fullmatch(line, dates[0].span.end):
        return False
    first, *others = (part.split() for part in line[: dates[0].span.start].rstrip(" ,").split(","))
    named = all(word[:1].isupper() or word.casefold() in _small_words() or word == "&" for word in first)
    named = named and not (dates[0].span.end == len(line) and is_city(" ".join(first)))
    return named and 0 < len(first) <= _MOST_BESIDE + 1 and all(len(part) <= _MOST_BESIDE for part in others)


@cache
def _small_words() -> frozenset[str]:
    return words("title_small_words") | words("name_particles") | {"i", "y", "e", "et", "und"}
