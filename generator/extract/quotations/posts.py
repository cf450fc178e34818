"""Posts of a social network that a page shows in full: the words, and below them "— Jo Doe (@jodoe) June 6, 2023"."""

import re
from collections.abc import Iterator

from generator.extract.quotations.beside import Beside
from generator.extract.quotations.content import Range
from generator.extract.quotations.noun_phrase import Speaker
from generator.extract.quotations.reading import Reading
from generator.model import Block

_SIGNATURE = re.compile(r"[—–-]{1,2}\s*(?P<name>[^()@\n]{2,60}?)\s*\(@\w{1,30}\)")
_LINK = re.compile(r"(?:https?://|pic\.|t\.co/|www\.)")
LEAST_WORDS = 3


def posts(reading: Reading) -> Iterator[Beside]:
    """The paragraph above each signature of a post, as the words of whoever signs it.

    Where an article has a paragraph a line, the post is the last of them.
    """
    for above, below in zip(reading.blocks, reading.blocks[1:], strict=False):
        block = below[0]
        signed = _SIGNATURE.match(reading.text, block.span.start, block.span.end)
        content = _words(reading, _begin(reading, above, block), above[2]) if signed is not None else None
        if signed is None or content is None or above[0].kind == "headline":
            continue
        start, end = signed.span("name")
        inside = [i for i in range(below[1], below[2] + 1) if start <= reading.doc[i].idx < end]
        if inside:
            name = Speaker(reading.span(inside[0], inside[-1]), "signature of a post", inside[-1])
            yield Beside(content, name, verbatim=True)


def _begin(reading: Reading, above: tuple[Block, int, int], below: Block) -> int:
    """The first token of the post: of the block above, or of its last line where a line is a paragraph."""
    block, first, last = above
    if reading.text[block.span.end : below.span.start].count("\n") != 1:
        return first
    line = reading.text.rfind("\n", block.span.start, reading.doc[last].idx)
    return next((i for i in range(first, last + 1) if reading.doc[i].idx > line), first)


def _words(reading: Reading, first: int, last: int) -> Range | None:
    """The tokens of a post without the links at its end."""
    doc = reading.doc
    while last > first and (doc[last].is_space or _LINK.match(doc[last].text)):
        last -= 1
    said = [t for t in doc[first : last + 1] if t.text[0].isalnum()]
    return (first, last) if len(said) >= LEAST_WORDS else None
