"""Quotation marks to quoted passages, whatever the marks and however badly they are set.

A mark opens or closes by where it stands (after a space, before a comma), and only where that is silent by its shape:
pasted and machine-translated pages draw closing marks as opening ones. A fault costs its own paragraph at most.
Nested quotations belong to the outer one.
"""

import re
from dataclasses import replace
from typing import Literal, NamedTuple

from generator.extract.quotations.cues import verbs
from generator.extract.quotations.dialogue import dialogue
from generator.extract.quotations.passage import Passage
from generator.extract.quotations.single_marks import singles
from generator.lexicons import words
from generator.model import REMOVED_KINDS, Block, Span

Role = Literal["open", "close", "either"]

MOST_PAIRS = 10_000  # of double and single passages in one paragraph; a page with more is no prose
_DOUBLE = re.compile(r"''|``|[\"“”„‟«»〝〞]")
_TURN = re.compile(r"\s*[\"“]?[A-Z][A-Z.'’ -]{1,40}:\s")
_OPENING = frozenset(["“", "„", "«", "``", "〝"])
_CLOSING = frozenset(["”", "»", "〞"])
_BEFORE_OPENING = frozenset("([{—–-/‘'")
_AFTER_CLOSING = frozenset(".,;:?!)]}…—–-/’'")


class _Mark(NamedTuple):
    start: int
    end: int
    role: Role
    by_place: bool


def passages(text: str, blocks: tuple[Block, ...]) -> tuple[Passage, ...]:
    """The quoted passages of the prose blocks, outermost only, in text order."""
    found: list[Passage] = []
    open_paragraph, joined = False, False
    for block in blocks:
        if block.kind in REMOVED_KINDS:
            continue
        here = _in_block(text, block.span)
        turn = _TURN.match(text, *block.span)
        if turn and here and here[0].start < turn.end():
            here.pop(0)  # each turn of a transcript begins with a mark
        if open_paragraph and text[found[-1].start] == "‘" and not _reopens(text, block.span, here):
            found.pop()  # a lone ‘ is as likely an apostrophe
            open_paragraph = False
        if open_paragraph and not joined and _narrates(text[found[-1].start : found[-1].end]):
            found.pop()
            open_paragraph = False
        if open_paragraph and here and here[0].opened and text[block.span.start : here[0].start].strip() == "":
            found[-1] = _join(text, found[-1], here.pop(0))
            joined = True
        if here:
            found += here
            joined = False
        open_paragraph = bool(found) and not found[-1].closed and found[-1].end == block.span.end
    if open_paragraph and text[found[-1].start] == "‘":
        found.pop()
    return tuple(found)


def _reopens(text: str, block: Span, here: list[Passage]) -> bool:
    """Whether a paragraph begins with a fresh single mark."""
    return bool(here) and text[block.start : here[0].start].strip() == "" and text[here[0].start] == "‘"


def _narrates(paragraph: str) -> bool:
    """Whether a paragraph with a lone opening mark is the reporter's own: it reports, and nobody says "I" or "we"."""
    said = re.findall(r"[\w’']+", paragraph.lower())
    if any(w.replace("’", "'").split("'")[0] in words("first_and_second_person") for w in said):
        return False
    return any("q" in v.frames and w != v.base for w in said for v in verbs().get(w, ()))


def _join(text: str, first: Passage, second: Passage) -> Passage:
    """One quotation that runs over two paragraphs: one span if nothing but space is between them."""
    if text[first.end : second.start].strip():
        return replace(first, spans=first.spans + second.spans, closed=second.closed)
    joined = Span(first.spans[-1].start, second.spans[0].end)
    return replace(first, spans=(*first.spans[:-1], joined, *second.spans[1:]), closed=second.closed)


def _in_block(text: str, block: Span) -> list[Passage]:
    doubles = _pair(text, block, [_mark(text, m, block) for m in _DOUBLE.finditer(text, *block)])
    if doubles:
        doubles = _outermost(doubles, [s for s in singles(text, block) if s.closed])
    found: list[Passage] = []
    at = block.start
    for passage in doubles:
        found += singles(text, Span(at, passage.start))
        found.append(passage)
        at = passage.end
    found += singles(text, Span(at, block.end))
    spoken = list(dialogue(text, block))
    apart = [p for p in found if not any(s.start < p.end and p.start < s.end for s in spoken)]
    return sorted([*apart, *spoken], key=lambda p: p.start)


def _outermost(doubles: list[Passage], single: list[Passage]) -> list[Passage]:
    """The doubles, but a single pair where doubles stand whole inside it: ‘Don’t trust the “experts”.’"""
    outer: list[Passage] = []
    if len(doubles) * len(single) > MOST_PAIRS:
        return doubles
    for one in single:
        inside = [d for d in doubles if one.start < d.start and d.end < one.end]
        across = [d for d in doubles if d not in inside and d.start < one.end and one.start < d.end]
        if inside and not across and all(d.opened and d.closed for d in inside):
            outer.append(one)
            doubles = [d for d in doubles if d not in inside]
    return sorted([*doubles, *outer], key=lambda p: p.start)


def _mark(text: str, match: re.Match[str], block: Span) -> _Mark:
    """What a double mark does: by the characters beside it, else by its shape."""
    start, end = match.span()
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    free_before, free_after = before.isspace(), after.isspace()
    opens = (free_before or before in _BEFORE_OPENING or before in ":,") and not free_after and after not in ".,;:?!)"
    closes = not free_before and (free_after or after in _AFTER_CLOSING)
    role: Role
    if opens != closes:
        role = "open" if opens else "close"
        return _Mark(start, end, role, True)
    shape = match.group()
    role = "open" if shape in _OPENING else "close" if shape in _CLOSING else "either"
    if role == "open" and not free_before and before in ".,!?…":
        role = "either"
    return _Mark(start, end, role, False)


def _pair(text: str, block: Span, marks: list[_Mark]) -> list[Passage]:
    found: list[Passage] = []
    opened: _Mark | None = None
    depth = 0
    last_opening = max((n for n, mark in enumerate(marks) if mark.role == "open"), default=-1)
    for n, mark in enumerate(marks):
        inch = text[mark.start] == '"' and mark.start > block.start and text[mark.start - 1].isdigit()
        if opened is None:
            last = n + 1 == len(marks) and mark.start > block.start and text[mark.start - 1] in ".,!?…"
            if mark.role == "open" or (mark.role == "either" and not inch and not last):
                opened = mark
            elif inch:
                continue
            elif not found and n > last_opening:
                found.append(_unopened(text, block, mark))
            elif found and found[-1].opened is False:
                found.append(_unopened(text, Span(found[-1].end, block.end), mark))
        elif mark.role == "open":
            following = [m.role for m in marks[n + 1 : n + 3]]
            if following == ["close", "close"]:
                depth += 1
            else:
                found.append(_unclosed(text, opened, mark.start))
                opened, depth = mark, 0
        elif depth:
            depth -= 1
        else:
            found.append(Passage((Span(opened.start, mark.end),)))
            opened = None
    if opened is not None:
        found.append(_unclosed(text, opened, block.end))
    return [p for p in found if any(c.isalnum() for c in text[p.start : p.end])]


def _unclosed(text: str, opened: _Mark, limit: int) -> Passage:
    """An opening mark without its closing one: to the end of its paragraph, or to the last full stop before a mark."""
    inside = text[opened.start : limit].rstrip()
    stop = max(inside.rfind(c) for c in ".?!…")
    end = opened.start + (stop + 1 if stop > 0 and len(inside) - stop > 1 and limit < len(text) else len(inside))
    if text[limit : limit + 1].isspace() or limit == len(text):
        end = opened.start + len(inside)
    return Passage((Span(opened.start, end),), closed=False)


def _unopened(text: str, block: Span, mark: _Mark) -> Passage:
    """A closing mark without its opening one: from the start of the paragraph."""
    start = block.start
    while text[start].isspace():
        start += 1
    return Passage((Span(start, mark.end),), opened=False)
