"""The pieces a line is cut into: each with one letter for its class, over which the grammar is written."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.calendar_dates import CalendarDate

LETTERS = {
    "unit": "u",
    "units": "U",
    "quarter": "q",
    "quarters": "Q",
    "weekend": "k",
    "weekends": "K",
    "last": "l",
    "past": "P",
    "next": "N",
    "this": "T",
    "coming": "C",
    "previous": "V",
    "following": "F",
    "same": "i",
    "that": "G",
    "recent": "B",
    "current": "J",
    "latest": "L",
    "each": "X",
    "other": "x",
    "ago": "g",
    "back": "7",
    "earlier": "e",
    "before": "E",
    "later": "f",
    "after": "5",
    "modifier": "M",
    "edge": "8",
    "half": "H",
    "part": "p",
    "season": "s",
    "fixed": "!",
    "day": "1",
    "tonight": "2",
    "often": "3",
    "ahead": "4",
    "fiscal": "Z",
    "period": "c",
    "the": "D",
    "a": "a",
    "of": "O",
    "in": "I",
    "for": "j",
    "to": "r",
    "and": "&",
    "between": "b",
    "from": "R",
    "so": "z",
    "more": "z",
    "long": "z",
    "full": "6",
    "times": "9",
    "old": "0",
}


# Letters one of which stands in every hit of the grammar.
CORE = "dhtwWuUqQkKmspyYv123!_BJoc4"


class Piece(NamedTuple):
    """One word, number, date or mark. `value` is what its class needs: a number, a unit, an ISO time."""

    letter: str
    start: int
    end: int
    text: str
    value: str = ""
    date: CalendarDate | None = None


def letters(found: Sequence[Piece]) -> str:
    """The letters of the pieces, as the rules see them."""
    return "".join(p.letter for p in found)
