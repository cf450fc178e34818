"""What was said, as token ranges: the complement of a cue, whole and trimmed."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from generator.extract.quotations.reading import Reading
from generator.model import Span

Range = tuple[int, int]

_KEEP_LEFT = frozenset("“\"„«‘'([$#£€@‹")
_KEEP_RIGHT = frozenset("”\"“»’')]%›?!")


@dataclass(frozen=True, slots=True)
class Complement:
    """What a cue governs: its token ranges, the frame that fitted, and who is spoken to."""

    ranges: tuple[Range, ...]
    frame: str
    addressee: Token | None = None


def extent(head: Token, after: int = -1, before: int | None = None) -> Range:
    """The subtree of a head, cut to the tokens after one and before another."""
    first, last = head.left_edge.i, head.right_edge.i
    first = max(first, after + 1)
    return first, last if before is None else min(last, before - 1)


def with_passages(reading: Reading, given: Range) -> Range:
    """The range extended over every passage that begins inside it, or that it begins inside of."""
    first, last = given
    for token in (first, last):
        number = reading.quote[token]
        if number >= 0:
            start, end = reading.ranges[number]
            if start >= first or token == first:
                first, last = min(first, start), max(last, end)
    following = reading.quote[last + 1] if last + 1 < len(reading.doc) else -1
    if following >= 0 and reading.ranges[following][0] == last + 1 and reading.doc[last].text[0].isalnum():
        last = reading.ranges[following][1]  # "to use the weapons “at once”": the parse may hang it elsewhere
    return first, last


def spans_of(reading: Reading, ranges: Iterable[Range], *, keep_that: bool = False) -> tuple[Span, ...]:
    """The ranges as spans on the text, trimmed of what joins them to the sentence; empty ones are left out."""
    found = []
    for given in ranges:
        for part in _in_prose(reading, given):
            trimmed = _trim(reading, part, keep_that)
            if trimmed is not None:
                found.append(_whole_marks(reading, trimmed))
    return tuple(found)


def _in_prose(reading: Reading, given: Range) -> list[Range]:
    """The parts of a range that stand in prose: a caption may stand between two paragraphs of one quotation."""
    found, first = [], given[0]
    for i in range(given[0], given[1] + 1):
        if reading.block[i] < 0 and not reading.doc[i].is_space:
            if first < i:
                found.append((first, i - 1))
            first = i + 1
    return [*found, (first, given[1])] if first <= given[1] else found


def _whole_marks(reading: Reading, given: Range) -> Span:
    """The span of a range; where it begins or ends with a whole passage, the passage's marks belong to it.

    A mark may be glued to a word by the tokenizer, so the passage knows its edges better than the tokens.
    """
    first, last = given
    while last + 2 < len(reading.doc) and reading.doc[last + 1].text == "-" and not reading.doc[last].whitespace_:
        if reading.doc[last + 1].whitespace_ or reading.block[last + 2] < 0:
            break
        last += 2  # the tokenizer parts "non-starter", and the parse may end between
    start, end = reading.span(first, last)
    end = reading.seam(last) or end
    for token, is_start in ((first, True), (last, False)):
        number = reading.quote[token]
        if number < 0:
            continue
        if is_start and reading.ranges[number][0] == first:
            start = reading.passages[number].start
        if not is_start and reading.ranges[number][1] == last:
            end = reading.passages[number].end
    return Span(start, end)


def _trim(reading: Reading, given: Range, keep_that: bool) -> Range | None:
    first, last = given
    doc, text = reading.doc, reading.text
    while first <= last:
        token = doc[first]
        starts_passage = reading.quote[first] >= 0 and reading.ranges[reading.quote[first]][0] == first
        if starts_passage and reading.ranges[reading.quote[first]][1] <= last:
            break
        joins = token.is_space or (token.lower_ == "that" and token.dep_ == "mark" and not keep_that)
        bare = not any(c.isalnum() for c in token.text) and (token.text[0] not in _KEEP_LEFT or starts_passage)
        if not joins and not bare:
            break
        first += 1
    while last >= first:
        token = doc[last]
        if reading.quote[last] >= 0 and reading.ranges[reading.quote[last]][0] >= first:
            break
        lone = token.text[-1] in _KEEP_RIGHT and not (
            token.text in ")]" and "(" not in text[doc[first].idx : token.idx]
        )
        joins = token.dep_ == "cc" and token.lower_ in ("and", "but", "or")
        if (
            joins
            or token.is_space
            or (not any(c.isalnum() for c in token.text) and (not lone or token.text[0] in "”“»’'\""))
        ):
            last -= 1
        else:
            break
    return (first, last) if first <= last else None


def letters_outside_passages(reading: Reading, given: Range) -> int:
    """How many word tokens of the range stand outside every passage."""
    return sum(1 for t in range(given[0], given[1] + 1) if reading.quote[t] < 0 and reading.doc[t].text[0].isalnum())
