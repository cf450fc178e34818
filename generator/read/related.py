"""Links to other articles: under their headings, on a heading's own line, and in rows at the foot of a page."""

import re
from functools import cache

from generator.lexicons import table
from generator.read.lines import Paragraph, ends_sentence
from generator.read.page import (
    LONGEST_ENUMERATION,
    LONGEST_LINE,
    LONGEST_LINK,
    LONGEST_SUBHEADING,
    SHORTEST_LINK,
    SHORTEST_PROSE,
    Kinds,
    Page,
    is_cut_off,
    is_link_like,
    is_solid,
)
from generator.read.phrases import plain

_HEAD = re.compile(r"^[\W_]*(.{3,60}?)\s*(?::|\||»|>+|[-–—](?=\s)|\u2193|\u2192|\s\s)\s*(.*)$", re.DOTALL)
_SURE = (
    "read",
    "also",
    "see also",
    "related",
    "don't miss",
    "dont miss",
    "must read",
    "recommended",
    "watch",
    "icymi",
    "more from",
)
_ANY_REST = (
    "more from",
    "read more about",
    "read more on",
    "read more from",
    "latest from",
    "best of",
    "latest on",
    "also on",
)
# The furniture of a card: its age, its section, its picture's credit. A list of links goes on across it.
# How many paragraphs a subheading is compared with, and by how many letters of a word.
_SECTION = 4
_STEM = 5
_BETWEEN = frozenset({"byline", "other", "advert", "share", "credit", "related"})


@cache
def _headings() -> dict[str, str]:
    return table("related_headings")


def heading_reach(line: str) -> str | None:
    """How far a line reaches as a heading of links: `lead`, `list` or `tail`; None when it is no heading."""
    if len(line) > LONGEST_LINE:
        return None
    bare = plain(line)
    reach = _headings().get(bare)
    if reach is None and len(bare.split()) <= 6 and not ends_sentence(line):
        opening = next((h for h in _ANY_REST if bare.startswith(h + " ")), None)
        reach = "list" if opening else None
    return reach


def is_led_link(line: str) -> bool:
    """Whether a line is a link after its heading: `Also read: Ministers meet in Vienna`, `READ MORE Talks collapse`."""
    if len(line) > LONGEST_LINE or len(line.split()) > 40:
        return False
    found = _HEAD.match(line)
    if found and plain(found.group(1)) in _headings():
        head, rest = plain(found.group(1)), found.group(2)
        sure = head.startswith(_SURE)
        return bool(rest) and (sure or not ends_sentence(rest)) and not rest.startswith(("“", '"'))
    shouted = re.match(r"^(?:\W*)((?:[A-Z]{2,}[’']?[A-Z]*\s+){1,4})(?=[A-Z0-9‘'\"“])", line)
    if shouted and not ends_sentence(line):
        words = plain(shouted.group(1)).split()
        return any(" ".join(words[:n]) in _headings() and " ".join(words[:n]).startswith(_SURE) for n in (2, 3, 4))
    return False


def related_links(page: Page, kinds: Kinds) -> Kinds:
    """Headings of links with their links, links with a heading of their own, and the rows of links at the foot."""
    found: Kinds = {}
    paragraphs = page.paragraphs
    solid = [i for i, p in enumerate(paragraphs) if i not in kinds and is_solid(p)]
    i = 0
    while i < len(paragraphs):
        line = paragraphs[i].flat
        if kinds.get(i) not in (None, "other", "advert", "share"):
            i += 1
            continue
        reach = heading_reach(line)
        if reach is None:
            if i not in kinds and is_led_link(line):
                found[i] = "related"
            i += 1
            continue
        end = _end_of_list(page, kinds, i + 1)
        if reach == "tail" and len(solid) > 1 and solid[-1] < i:
            end = len(paragraphs)
        if reach == "lead" and end == i + 1 and not line.rstrip().endswith(":") and i in kinds:
            i += 1
            continue
        for j in range(i, end):
            if j not in kinds or j == i or (kinds[j] == "other" and heading_reach(paragraphs[j].flat)):
                found[j] = "related"
        i = max(end, i + 1)
    found |= _shouted(page, {**kinds, **found})
    return found | _foot(page, {**kinds, **found}, solid)


def stray_links(page: Page, kinds: Kinds) -> Kinds:
    """Headlines of other articles between the paragraphs of a page whose prose has full stops,.

    A subheading shares its words with what stands below it, a link does not.
    """
    prose = [i for i, p in enumerate(page.paragraphs) if i not in kinds and p.words > SHORTEST_PROSE]
    full = sum(ends_sentence(page.paragraphs[i].flat) for i in prose)
    if len(prose) < 3 or full < 0.8 * len(prose):
        return {}
    found: Kinds = {}
    for i, paragraph in enumerate(page.paragraphs):
        if i in kinds or _in_enumeration(page, kinds, i):
            continue
        if i > prose[0] and paragraph.words >= SHORTEST_LINK and _could_be_link(paragraph):
            below = [page.paragraphs[j].flat for j in prose if j > i][:_SECTION]
            if _shared(paragraph.flat, " ".join(below)) < 0.5:
                found[i] = "related"
    return found


def _in_enumeration(page: Page, kinds: Kinds, index: int) -> bool:
    """Whether a line is an item of a list that a colon announces: `The demands are:`."""
    for i in range(index - 1, max(-1, index - LONGEST_ENUMERATION), -1):
        paragraph = page.paragraphs[i]
        if i in kinds or paragraph.flat.endswith(":"):
            return i not in kinds
        if ends_sentence(paragraph.flat) or paragraph.words > LONGEST_LINK:
            return False
    return False


def _could_be_link(paragraph: Paragraph) -> bool:
    line = paragraph.flat
    if paragraph.words > LONGEST_SUBHEADING or ends_sentence(line) or not is_link_like(paragraph):
        return False
    return line[0].isalnum() and not line.startswith(("Q:", "A:"))


def _shared(line: str, below: str) -> float:
    """The share of a line's longer words, by their first letters, that stand in the text below it."""
    stems = {word[:_STEM] for word in plain(line).split() if len(word) > 3}
    return len(stems & {word[:_STEM] for word in plain(below).split()}) / len(stems) if stems else 1.0


def _shouted(page: Page, kinds: Kinds) -> Kinds:
    """Links in capitals between the paragraphs of a page whose headline is not in capitals."""
    prose = [i for i, p in enumerate(page.paragraphs) if i not in kinds and ends_sentence(p.flat)]
    if not prose or any(page.paragraphs[i].flat.isupper() for i, kind in kinds.items() if kind == "headline"):
        return {}
    return {
        i: "related"
        for i in range(prose[0] + 1, len(page.paragraphs))
        if i not in kinds and _is_shouted(page.paragraphs[i].flat)
    }


def _is_shouted(line: str) -> bool:
    return line.isupper() and len(line.split()) >= 6 and line[0].isalpha() and not ends_sentence(line)


def _end_of_list(page: Page, kinds: Kinds, start: int) -> int:
    """Where the list of links whose heading stands before `start` ends: behind its last link.

    Links that stand right below their heading, in a page set with blank lines, end at the next blank line.
    """
    end = start
    group = page.groups[start - 1]
    last = group.stop if page.spaced and start < group.stop else len(page.paragraphs)
    for j in range(start, last):
        if j in kinds:
            if kinds[j] in _BETWEEN:
                continue
            break
        if not is_link_like(page.paragraphs[j]):
            break
        end = j + 1
    return end


def _foot(page: Page, kinds: Kinds, solid: list[int]) -> Kinds:
    """Two or more headline-like lines behind the last prose of a page whose prose has full stops."""
    prose = [i for i, p in enumerate(page.paragraphs) if i not in kinds and p.words > 12]
    if len(solid) < 3 or sum(ends_sentence(page.paragraphs[i].flat) for i in prose) < 0.8 * len(prose):
        return {}
    tail = [i for i in range(solid[-1] + 1, len(page.paragraphs)) if i not in kinds]
    links: list[int] = []
    for i in reversed(tail):
        paragraph = page.paragraphs[i]
        link = not ends_sentence(paragraph.flat) and is_link_like(paragraph) and paragraph.words >= 4
        if _in_enumeration(page, kinds, i):
            return {}
        if not link and not (is_cut_off(paragraph) and paragraph.words >= 5):
            break
        links.append(i)
    return dict.fromkeys(links, "related") if len(links) >= 2 else {}
