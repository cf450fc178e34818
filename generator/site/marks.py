"""A passage of a source with what was found in it drawn in: quotations, speakers, dates, figures, events.

Marks come from spans and may nest or cross. A crossing mark is cut where the outer one ends, so that the HTML is
always well formed; its first piece carries the anchor, and every piece the class, so that it still reads as one.
"""

import heapq
from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from generator.model import Passage, Span
from generator.site.clean import clean, escaped

# Which mark is outside when two cover the same characters.
_KINDS = ("quotation", "event", "figure", "date", "speaker", "mention", "cue", "role")
_ORDER = {kind: place for place, kind in enumerate(_KINDS)}


class Mark(NamedTuple):
    """What to draw on a span. `kind` is one of quotation, event, figure, date, speaker, mention, cue, role.

    `anchor` is the id of its first piece; a mark that `continues` another of the same anchor only refers to it. With
    `href` it is a link, unless it stands inside another link. `note` is the link after its last piece: what it reads,
    where it leads, what it is.
    """

    span: Span
    kind: str
    anchor: str = ""
    href: str = ""
    title: str = ""
    note: tuple[str, str, str] | None = None
    continues: bool = False


class Piece(NamedTuple):
    """A part of a mark that lies wholly inside every piece it overlaps and began after."""

    start: int
    end: int
    mark: Mark
    first: bool
    last: bool


def nested(marks: Iterable[Mark], within: Span) -> list[Piece]:
    """The pieces of the marks inside a span, outer before inner, cut where marks cross."""
    queue: list[tuple[int, int, int, int, bool, Mark]] = []
    for number, mark in enumerate(marks):
        start, end = max(mark.span.start, within.start), min(mark.span.end, within.end)
        if start < end:
            queue.append(
                (
                    start,
                    -end,
                    _ORDER[mark.kind],
                    number,
                    mark.span.start >= within.start and not mark.continues,
                    mark,
                )
            )
    heapq.heapify(queue)
    pieces: list[Piece] = []
    open_ends: list[int] = []
    while queue:
        start, negative_end, rank, number, first, mark = heapq.heappop(queue)
        end = -negative_end
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if open_ends and end > open_ends[-1]:
            heapq.heappush(queue, (open_ends[-1], -end, rank, number, False, mark))
            end = open_ends[-1]
        open_ends.append(end)
        pieces.append(Piece(start, end, mark, first, end == mark.span.end))
    return pieces


def draw(passage: Passage, marks: Iterable[Mark]) -> Markup:
    """The passage as HTML with the marks in it. Every character of the text is escaped."""
    text, offset, at = passage.text, passage.span.start, passage.span.start
    out: list[str] = []
    open_pieces: list[tuple[Piece, str]] = []
    links = 0
    notes: list[str] = []

    def close(upto: int) -> None:
        """Go on to the place `upto`, and close what ends on the way."""
        nonlocal at, links
        while open_pieces and open_pieces[-1][0].end <= upto:
            piece, tag = open_pieces.pop()
            out.append(escaped(text[at - offset : piece.end - offset]))
            out.append(f"</{tag}>")
            at = piece.end
            links -= tag == "a"
            if piece.last and piece.mark.note:
                notes.append(_note(*piece.mark.note))
            if not links:
                out.extend(notes)
                notes.clear()
        out.append(escaped(text[at - offset : upto - offset]))
        at = upto

    for piece in nested(marks, passage.span):
        close(piece.start)
        tag = _tag(piece.mark, links > 0)
        links += tag == "a"
        open_pieces.append((piece, tag))
        out.append(_opening(piece, tag))
    close(passage.span.end)
    # strings that are HTML already, put together as such: `Markup` would look at each of them again
    return Markup(clean("".join(out)))


def _tag(mark: Mark, in_link: bool) -> str:
    if mark.kind == "quotation":
        return "mark"
    return "a" if mark.href and not in_link else "span"


def _opening(piece: Piece, tag: str) -> str:
    mark = piece.mark
    opening = f'<{tag} class="or-m or-m--{escaped(mark.kind)}"'
    if mark.anchor and piece.first:
        opening += f' id="{escaped(mark.anchor)}"'
    elif mark.anchor:
        opening += f' data-of="{escaped(mark.anchor)}"'
    if tag == "a":
        opening += f' href="{escaped(mark.href)}"'
    if mark.title:
        opening += f' title="{escaped(mark.title)}"'
    return f"{opening}>"


def _note(text: str, href: str, title: str) -> str:
    return f'<sup class="or-note"><a href="{escaped(href)}" aria-label="{escaped(title)}">{escaped(text)}</a></sup>'
