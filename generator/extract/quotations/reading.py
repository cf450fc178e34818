"""A Doc with its quoted passages: which token stands in which block and in which passage."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.attributes import document_of, prose_sentences
from generator.extract.quotations.marks import passages
from generator.extract.quotations.passage import Passage
from generator.model import Block, Span

_SEAM = re.compile(r"[a-z]{3,}(?=[A-Z][a-z]{2,}$)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A Doc, its passages, and for each token the number of its passage and of its block (-1 where none).

    `ranges` holds the tokens [first, last] of each passage, `blocks` those of each prose block that has any; `starts`
    is where each token begins in the text.
    """

    doc: Doc
    text: str
    passages: tuple[Passage, ...]
    quote: tuple[int, ...]
    block: tuple[int, ...]
    sentence: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]
    blocks: tuple[tuple[Block, int, int], ...]
    starts: tuple[int, ...]

    def prose(self) -> Iterator[Token]:
        """The tokens that stand in prose."""
        for token in self.doc:
            if self.block[token.i] >= 0:
                yield token

    def span(self, first: int, last: int) -> Span:
        """Tokens first to last as a span on the text."""
        end = self.doc[last]
        return Span(self.doc[first].idx, end.idx + len(end))

    def seam(self, token: int) -> int | None:
        """Where two words were glued in or after a token ("countriesWhite House"), as an offset in the text."""
        here = self.doc[token]
        glued = _SEAM.match(here.text)
        if glued:
            return here.idx + glued.end()
        # The tokenizer may have parted them already.
        parted = token + 1 < len(self.doc) and not here.whitespace_ and here.text.isalpha() and here.text.islower()
        following = self.doc[token + 1].text if parted else ""
        return here.idx + len(here) if following[:1].isupper() and following.isalpha() and len(here) > 2 else None

    def tokens(self, span: Span) -> range:
        """The tokens that begin inside a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def sentence_at(self, token: int) -> tuple[int, int]:
        """The first and the last token of the sentence a token stands in."""
        low = high = token
        while low > 0 and self.sentence[low - 1] == self.sentence[token]:
            low -= 1
        while high + 1 < len(self.doc) and self.sentence[high + 1] == self.sentence[token]:
            high += 1
        return low, high


def read(doc: Doc) -> Reading:
    """A Doc as this package looks at it."""
    document = document_of(doc)
    found = passages(doc.text, document.blocks)
    block, sentence = [-1] * len(doc), [-1] * len(doc)
    bounds: dict[int, tuple[int, int]] = {}
    for index, number, tokens in prose_sentences(doc):
        end = document.blocks[number].span.end
        for token in tokens:
            if not token.is_space and token.idx < end:
                block[token.i], sentence[token.i] = number, index
                bounds[number] = (bounds.get(number, (token.i, 0))[0], token.i)
    quote, ranges = [-1] * len(doc), []
    at = 0
    for number, passage in enumerate(found):
        first = -1
        while at < len(doc) and doc[at].idx < passage.end:
            token = doc[at]
            if token.idx + len(token) > passage.start and block[at] >= 0:
                quote[at] = number
                first = at if first < 0 else first
                last = at
            at += 1
        ranges.append((first, last) if first >= 0 else (0, -1))
    return Reading(
        doc,
        doc.text,
        found,
        tuple(quote),
        tuple(block),
        tuple(sentence),
        tuple(ranges),
        tuple((document.blocks[n], *bounds[n]) for n in sorted(bounds)),
        tuple(token.idx for token in doc),
    )
