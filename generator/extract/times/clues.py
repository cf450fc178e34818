"""What a text without a date tells about the day it was written: dates, weekdays and ties between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from spacy.tokens import Doc, Token

from generator.calendar_dates import CalendarDate, find_dates, order_of
from generator.extract.times.lexer import pieces
from generator.extract.times.pieces import Piece, letters
from generator.extract.times.tense import Direction, Tokens, direction
from generator.model import REMOVED_KINDS, Block, Document

ClueKind = Literal[
    "told",
    "ahead",
    "caption",
    "dateline",
    "page",
    "week_before",
    "days_before",
    "past_day",
    "coming_day",
    "copyright",
    "year",
]

_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright)\s*(?:©\s*)?(?:\d{4}\s*[-–]\s*)?(20\d\d)\b", re.IGNORECASE)
_DATELINE = re.compile(r"[A-Z][^\n.!?]{0,40}\s\(?\Z")
_PICTURED = frozenset({"caption", "credit"})
# A picture from the archive says nothing about the day of the article.
_ARCHIVE = re.compile(r"\bFILE\b|\b[Ff]ile (?:photo|picture|image)|\b[Aa]rchiv")
_NEXT_WEEK = re.compile(r"[NC]u")
_NUMBERED = re.compile(r"w[(][no][)]")


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence: a date or weekday with what it says of the day of publication.

    `told` is past by its verb, `ahead` still to come; `week_before` a date that is `next week`, `days_before` a date
    that a coming weekday names too; `past_day` and `coming_day` are weekdays alone, `year` is `early 2022` to come;
    `page` is the day above the text, which has no year: one with it needs no clues.
    """

    kind: ClueKind
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class _Headed:
    """A clue with the noun it belongs to: the talks that start on that day."""

    clue: Clue
    noun: str


def clues(doc: Doc, document: Document) -> tuple[Clue, ...]:
    """All clues of a document; pictures' captions and credits count too."""
    tokens, day_first = Tokens(doc), order_of(document.text)
    found = [Clue("copyright", m.group(), int(m[1])) for m in _COPYRIGHT.finditer(document.text)]
    headed: list[_Headed] = []
    opening = True
    for block in document.blocks:
        text = document.text[block.span.start : block.span.end]
        if block.kind in _PICTURED or block.kind == "dateline":
            kind: ClueKind = "dateline" if block.kind == "dateline" else "told" if _ARCHIVE.search(text) else "caption"
            found.extend(_dated(kind, d) for d in find_dates(text, day_first) if d.precision in _DAYS)
        elif block.kind == "byline" and opening:
            found.extend(_dated("page", d) for d in find_dates(text, day_first) if d.precision in _DAYS)
        elif block.kind not in REMOVED_KINDS:
            headed.extend(islice(_in_prose(text, block, tokens, day_first, opening), _MOST - len(headed)))
            opening = opening and block.kind != "prose"
    return (*found[:_MOST], *(h.clue for h in headed), *_tied(headed))


# Clues that are weighed; an article has a handful, a table or a calendar page thousands.
_MOST = 100
_DAYS = frozenset({"day", "minute", "second"})


def _dated(kind: ClueKind, written: CalendarDate, text: str = "") -> Clue:
    year = None if written.value.startswith("XXXX") else int(written.value[:4])
    month = int(written.value[5:7]) if len(written.value) > 4 else None
    day = int(written.value[8:10]) if len(written.value) > 7 else None
    return Clue(kind, " ".join((text or written.text).split()), year, month, day, written.weekday)


def _in_prose(text: str, block: Block, tokens: Tokens, day_first: bool | None, opening: bool) -> Iterator[_Headed]:
    found = pieces(text, day_first)
    spelled = letters(found)
    numbered = {m.start() for m in _NUMBERED.finditer(spelled)}
    for n, piece in enumerate(found):
        start = block.span.start + piece.start
        if piece.letter not in "dwy":
            continue
        early = n > 0 and found[n - 1].letter == "M" and len(piece.value) == 4
        if piece.letter == "y" and not early:
            continue
        words = tokens.between(start, block.span.start + piece.end)
        towards = direction(words)
        if piece.letter == "y":
            if towards.sign > 0:
                yield _Headed(Clue("year", f"{found[n - 1].text} {piece.text}", int(piece.value)), "")
        elif piece.letter == "w":
            if n and found[n - 1].letter in "lNVFG":
                continue
            day = int(found[n + 2].value) if n in numbered and found[n + 2].value.isdigit() else None
            kind: ClueKind = "coming_day" if towards.sign > 0 or towards.timetable else "past_day"
            yield _Headed(Clue(kind, piece.text, day=day, weekday=int(piece.value)), _noun(words))
        elif piece.date is not None and piece.date.precision in _DAYS:
            yield from _dates(piece, text, found[max(n - 40, 0) : n], words, towards, opening)


def _dates(
    piece: Piece, text: str, before: list[Piece], words: list[Token], towards: Direction, opening: bool
) -> Iterator[_Headed]:
    written = piece.date
    if written is None:
        return
    if opening and piece.start < 45 and text[: piece.start].isupper() and _DATELINE.match(text[: piece.start].lstrip()):
        yield _Headed(_dated("dateline", written), "")
        return
    first = _sentence_start(words[0]) - words[0].idx + piece.start if words else piece.start
    sentence = [p for p in before if p.start >= first]
    tie = _NEXT_WEEK.search(letters(sentence))
    if tie and sentence[tie.start() + 1].value == "W":
        said = f"{' '.join(p.text for p in sentence[tie.start() : tie.end()])}, {piece.text}"
        yield _Headed(_dated("week_before", written, said), "")
        return
    ahead = towards.sign > 0 or (towards.timetable and written.value.startswith("XXXX"))
    yield _Headed(_dated("ahead" if ahead else "told", written), _noun(words))


def _sentence_start(token: Token) -> int:
    """Offset of the sentence's first token, or of one some way before."""
    doc, i = token.doc, token.i
    while i > 0 and not doc[i].is_sent_start and token.i - i < 60:
        i -= 1
    return doc[i].idx


def _noun(words: list[Token]) -> str:
    """What happens on that day: the noun the day hangs on, or the subject of its verb (`talks, which start Monday`)."""
    token = words[0] if words else None
    for _ in range(6):
        if token is None or token.head.i == token.i:
            return ""
        token = token.head
        if token.tag_ in ("NN", "NNS") and not token.ent_type_:
            return token.lower_
        if token.tag_.startswith("V"):
            subject = next((t for t in token.children if t.dep_ in ("nsubj", "nsubjpass")), None)
            if subject is not None and subject.tag_ in ("WDT", "WP"):
                subject = token.head if token.dep_ == "relcl" else None
            return subject.lower_ if subject is not None and subject.tag_ in ("NN", "NNS") else ""
    return ""


def _tied(headed: list[_Headed]) -> Iterator[Clue]:
    """`talks, which start Monday` and `the talks on January 10`: one event named by weekday and by date."""
    for one in headed:
        for other in headed:
            same = one.noun and one.noun == other.noun and one.clue.kind == "coming_day" and other.clue.kind == "ahead"
            if same and one.clue.day is None and other.clue.day:
                said = f"{one.noun} on {one.clue.text}, {other.clue.text}"
                date_ = other.clue
                yield Clue("days_before", said, date_.year, date_.month, date_.day, one.clue.weekday)
