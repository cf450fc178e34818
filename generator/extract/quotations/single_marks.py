"""Single quotation marks as the outer pair, among apostrophes of the same shape."""

import re
from collections.abc import Iterator

from generator.extract.quotations.passage import Passage
from generator.lexicons import words
from generator.model import Span

MOST_APOSTROPHES = 60  # in one passage between single marks
_SINGLE = re.compile(r"[‘’'‚‹›]")


def singles(text: str, stretch: Span) -> Iterator[Passage]:
    """Single marks as the outer pair, with apostrophes inside."""
    if stretch.end - stretch.start < 3:
        return
    marks = list(_SINGLE.finditer(text, *stretch))
    at = -1
    for n, mark in enumerate(marks):
        if mark.start() < at or not _opens_single(text, mark, stretch):
            continue
        end = _closing_single(text, marks[n + 1 : n + 1 + MOST_APOSTROPHES], stretch)
        if end:
            at = end
            yield Passage((Span(mark.start(), end),))
        elif mark.group() == "‘" and text[stretch.end : stretch.end + 1] in ("", "\n"):
            yield Passage(
                (Span(mark.start(), mark.start() + len(text[mark.start() : stretch.end].rstrip())),), closed=False
            )
            return


def _opens_single(text: str, mark: re.Match[str], stretch: Span) -> bool:
    start, end = mark.span()
    before = text[start - 1] if start > stretch.start else " "
    after = text[end : end + 1]
    if (
        mark.group() in "’›"
        or not (before.isspace() or before in "([—–-")
        or not (after.isalnum() or after in "[“$£€#@")
    ):
        return False
    word = re.match(r"\w+", text[end : end + 12])
    return not (after.isdigit() and mark.group() != "‘") and not (word and word.group().lower() in words("elisions"))


def _closing_single(text: str, marks: list[re.Match[str]], stretch: Span) -> int | None:
    """The end of the passage: the first mark that can close, unless it looks like a plural possessive."""
    possible = []
    for mark in marks:
        start, end = mark.span()
        before, after = text[start - 1], text[end] if end < stretch.end else " "
        if mark.group() == "‘":
            break
        if not before.isspace() and not after.isalnum():
            possible.append(mark)
    for n, mark in enumerate(possible):
        start, end = mark.span()
        possessive = text[start - 1] == "s" and text[end : end + 1] == " " and text[end + 1 : end + 2].islower()
        if possessive and n + 1 == len(possible) and mark.group() == "’" and text[end : stretch.end].count(" ") > 2:
            return None  # "‘The workers’ rights matter to us.": the passage goes on in the next paragraph
        if not possessive or n + 1 == len(possible) or _opens_between(text, mark, possible[n + 1]):
            return end
    return None


def _opens_between(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    return re.search(r"\s['‘]\w", text[first.end() : second.start()]) is not None
