"""Lines that lead to other parts of a site: a section's name, a path to the page, a row of links."""

import re
from functools import cache

from generator.lexicons import words
from generator.read.phrases import plain

_ARROWS = re.compile(r"(?<=[^\s>»›])\s*+[>»›]\s*+(?=[^\s>»›])")
_GAPS = re.compile(r"(?<!\s)\s*+\t\s*+|(?<!\s)\s{2,}+")
# In words, of a step of a path, and of a link in a row.
_LONGEST_STEP = 4
_LONGEST_LINK = 3


@cache
def _section_names() -> frozenset[str]:
    return words("sections")


def is_navigation(line: str) -> bool:
    """Whether a line is a section's name or a path of them: `World`, `Home > News > Europe`."""
    if len(line) > 250:
        return False
    parts = [plain(p) for p in re.split(r"[>»›|/•·]", line) if plain(p)]
    if not parts:
        return False
    if len(parts) == 1 and not _is_row(line):  # the page lost what parted them: "Home News Farming Jobs Property"
        names = parts[0].split()
        return parts[0] in _section_names() or (len(names) > 2 and all(n in _section_names() for n in names))
    known = sum(p in _section_names() or p == "home" for p in parts)
    if re.search(r"[>»›/]", line) and len(parts) > 1 and (parts[0] == "home" or parts[0] in _section_names()):
        return parts[0] == "home" or len(parts) > 2 or len(parts[1].split()) <= 4
    if _is_path(line) or _is_row(line):
        return True
    # No headline has three strokes: "Breaking | Local | Sport | What's On".
    return known == len(parts) or (line.count("|") > 2 and max(len(p.split()) for p in parts) < 4)


def _is_path(line: str) -> bool:
    """Whether a line is three or more short names with arrows between them, in any language: `Accueil › Monde › Asie`.
    No headline has two arrows."""
    names = [part.split() for part in _ARROWS.split(line)]
    return len(names) > 2 and all(len(name) <= _LONGEST_STEP for name in names)


def _is_row(line: str) -> bool:
    """Whether a line is links with gaps between them, a section's name among them: `News   Sport   Puzzles`."""
    names = _GAPS.split(line.strip())
    return (
        len(names) > 2
        and all(len(name.split()) <= _LONGEST_LINK for name in names)
        and any(plain(name) in _section_names() for name in names)
    )
