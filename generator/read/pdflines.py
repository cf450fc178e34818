"""The lines of a PDF's pages put together to paragraphs, without what every page repeats at its head and foot."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.read.content import web_address
from generator.read.lines import ends_sentence

# How many lines at the head and at the foot of a page may be furniture.
_EDGE = 3
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page |p\. ?|[-–—] ?)?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?(?: ?[-–—])?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S{4,2000}")
# What a browser prints at the head of a page: "1/10/22, 8:30 AM   Talks end without a deal"
_PRINTED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}, \d{1,2}:\d\d(?: ?[AP]M)?\b")
# Lines of one paragraph stand one leading apart; a gap this much wider begins another. Text set by browsers and word
# processors has 1.5 leadings and more between paragraphs, or an indent.
_GAP = 1.3
_OTHER_SIZE = 1.15
_FEWEST_STEPS = 5
_USUAL = 1.4
_INDENT = 0.7
_SHORT = 0.8
_NO_PLACE = (0.0, 0.0)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTED = re.compile(r"[^\W\d_]+-\Z")
# A text with fewer lines that end in a hyphen does not part words at all: its hyphens are the words' own.
_PARTS_WORDS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, where it begins (points from the lower left corner), the size of its letters."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class PagesText:
    """The text of all pages, a blank line between paragraphs, and the address that a browser printed on them."""

    text: str
    url: str | None


def pages_text(pages: Sequence[Sequence[Line]]) -> PagesText:
    """The paragraphs of the pages in their order."""
    furniture = _furniture(pages)
    address = next(
        (a for page in pages for line in (*page[:_EDGE], *page[-_EDGE:]) if (a := _printed(line.text))), None
    )
    kept = [[line for i, line in enumerate(page) if not _is_furniture(line, i, len(page), furniture)] for page in pages]
    book = _words(line.text for page in kept for line in page)
    paragraphs: list[str] = []
    last: Line | None = None
    for page in kept:
        leading = _leading(page)
        width = max((len(line.text) for line in page), default=0)
        for line in page:
            if last is None or _begins(last, line, leading, width):
                paragraphs.append(line.text)
            else:
                paragraphs[-1] = _joined(paragraphs[-1], line.text, book)
            last = line
    return PagesText("\n\n".join(paragraphs) + "\n", address)


def _printed(text: str) -> str | None:
    """The address a browser prints at the foot of a page, beside its number."""
    found = _ADDRESS.search(text)
    alone = found and not _PAGE_NUMBER.sub("", text.replace(found.group(), "")).strip()
    return web_address(found.group()) if found and alone else None


def _shape(line: Line) -> tuple[str, int]:
    return _NUMBER.sub("0", line.text.casefold()), round(line.y)


def _furniture(pages: Sequence[Sequence[Line]]) -> frozenset[tuple[str, int]]:
    """The lines, numbers aside, that stand in one place at the edge of most pages, and of two at least."""
    seen = Counter(shape for page in pages for shape in {_shape(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
    return frozenset(shape for shape, count in seen.items() if count >= 2 and count * 2 > len(pages))


def _is_furniture(line: Line, at: int, count: int, furniture: frozenset[tuple[str, int]]) -> bool:
    if _EDGE <= at < count - _EDGE:
        return False
    text = line.text
    if _PAGE_NUMBER.fullmatch(text) or _PRINTED.match(text) or _printed(text):
        return True
    return _shape(line) in furniture


def _leading(page: Sequence[Line]) -> float:
    """The commonest distance between two lines of a page, in points; 0 where the file says nothing of places."""
    steps = Counter(round(above.y - line.y, 1) for above, line in pairwise(page) if 0 < above.y - line.y < 100)
    best = max(steps.values(), default=0)
    # of two that are as common, the smaller: a page of short paragraphs has as many gaps as lines
    common = min((step for step, count in steps.items() if count * 2 > best), default=0.0)
    # too few lines to tell: they are set no wider than usual
    return (
        common if steps.total() >= _FEWEST_STEPS else min(common, _USUAL * max((line.size for line in page), default=0))
    )


def _begins(above: Line, line: Line, leading: float, width: int) -> bool:
    """Whether a line begins a paragraph."""
    ends = ends_sentence(above.text)
    if line.size > above.size * _OTHER_SIZE or above.size > line.size * _OTHER_SIZE:
        return True
    step = above.y - line.y
    if leading and 0 < step < 100 * leading and (line.x, line.y) != _NO_PLACE:
        if step > leading * _GAP:
            return True
        indented = line.x > above.x + line.size * _INDENT
        if indented and ends:
            return True
        # the last line of a paragraph is short; a set column has no short line otherwise
        return ends and len(above.text) < width * _SHORT and line.text[0].isupper()
    # a new page or column: the paragraph goes on unless a sentence ended
    return ends or (line.text[0].isupper() and len(above.text) < width * _SHORT)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text in small letters as they stand inside its lines, and whether lines end in parted words."""

    inside: frozenset[str]
    parted: bool


def _words(lines: Iterable[str]) -> _Words:
    inside: set[str] = set()
    ends = 0
    for line in lines:
        end = _PARTED.search(line)
        ends += end is not None
        inside.update(word.casefold() for word in _WORD.findall(line[: end.start()] if end else line))
    return _Words(frozenset(inside), ends >= _PARTS_WORDS)


def _joined(text: str, line: str, words: _Words) -> str:
    """A line put after those above; a word parted at a line's end is one again.

    Whether the hyphen is the word's own ("long-winded") or the line's ("agree-ment"), the rest of the text says, by
    having the word with it or without, or both its parts as words.
    """
    if text.endswith("\u00ad"):
        return text[:-1] + line
    left, right = _PARTED.search(text[-60:]), _WORD.match(line)
    if left is None or right is None or not line[0].islower():
        return f"{text} {line}"
    first, second = left.group()[:-1].casefold(), right.group().casefold()
    if first + second in words.inside:
        return text[:-1] + line
    own = f"{first}-{second}" in words.inside or {first, second} <= words.inside or not words.parted
    return text + line if own else text[:-1] + line
