"""How a rule of the grammar is written: a pattern over the letters of the lexer, and the function that reads a hit."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.values import Unit

Reader = Callable[[Hit, Context], Reading | None]

# "the end of", "early", "mid-", "later in the", "more than": what may stand before a stretch of the calendar.
PART = r"(?:D?(?P<edge>8)(?:OD?|-)|D?(?P<mod>M)(?:-|ID?)?|(?P<cmp>[ef])(?:ID?)?)?"
EDGE = r"(?:D?(?P<edge>8)(?:OD?|-)|D?(?P<mod>M)(?:-|ID?)?|(?P<cmp>[ef])(?:ID?)?|D|T(?=[PC]))?"

UNITS: dict[str, Unit] = {
    "D": "D",
    "W": "W",
    "WE": "WE",
    "M": "M",
    "Q": "Q",
    "HALF": "HALF",
    "Y": "Y",
    "DE": "DE",
    "CE": "CE",
}
UNIT_NAMES = {
    "D": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over the letters of pieces, and what reads a hit of it."""

    pattern: re.Pattern[str]
    read: Reader


def rule(pattern: str, read: Reader) -> Rule:
    """A rule from the text of its pattern."""
    return Rule(re.compile(pattern), read)
