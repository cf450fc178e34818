"""Word lists as data: text files by language that an editor can extend, read once.

A file holds one entry a line; `#` begins a comment; the first comment lines state the source. An entry may have
fields separated by a tab. Files: `lexicons/<language>/<name>.txt`.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def rows(name: str, language: str = "en") -> tuple[tuple[str, ...], ...]:
    """The entries of a list, each as its tab-separated fields."""
    lines = (FOLDER / language / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    bare = (line.split("#", 1)[0].rstrip() for line in lines)
    return tuple(tuple(field.strip() for field in line.split("\t")) for line in bare if line)


@cache
def words(name: str, language: str = "en") -> frozenset[str]:
    """The first field of every entry."""
    return frozenset(row[0] for row in rows(name, language))


@cache
def table(name: str, language: str = "en") -> dict[str, str]:
    """First field to second field ("" where an entry has one field)."""
    return {row[0]: row[1] if len(row) > 1 else "" for row in rows(name, language)}


def any_of(patterns: Iterable[str]) -> str:
    """A regular expression for any of these, the longest first; each begins with a letter or an escaped mark.

    Grouped by what they begin with: a place in a text is held against each first letter, not against each word.
    """
    groups: dict[str, list[str]] = {}
    for pattern in sorted(set(patterns), key=lambda p: (-len(p), p)):
        cut = 2 if pattern.startswith("\\") else 1
        groups.setdefault(pattern[:cut], []).append(pattern[cut:])
    branches = (f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(groups.items()))
    return f"(?:{'|'.join(branches)})"
