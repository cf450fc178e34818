"""The outlet's name on a line of its own above the headline: `Example Gazette`, `NATIONAL COURIER`."""

import re

from generator.lexicons import table, words
from generator.read.lines import ends_sentence
from generator.read.phrases import is_navigation, plain

_MOST_WORDS = 5
_WORD = re.compile(r"[\w.’'-]+|&")
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
    return len(parts) > 1 and named and plain(parts[-1]) in known


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
