"""What stands around a numeral: currency, unit of measure, and the words that bound it."""

import re
from dataclasses import dataclass
from functools import cache

from generator.lexicons import any_of, rows

_GAP = r"[ \u00a0\u202f-]?"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written at `[start, end)`: its canonical name and the factor of that form ("cents" is 0.01 USD)."""

    start: int
    end: int
    name: str
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Hedge:
    """A bound as written at `[start, end)`."""

    start: int
    end: int
    bound: str


@cache
def _currency_before() -> re.Pattern[str]:
    forms = [row[0] for row in rows("currencies") if row[2] in ("before", "both")]
    return re.compile(
        rf"(?<![\w$])(?P<unit>{any_of(map(re.escape, forms))}|[Mm]agnitude(?= of|[ -]))(?: of)?[ \u00a0-]?$"
    )


@cache
def _unit_after() -> re.Pattern[str]:
    forms = [row[0] for row in rows("currencies") if row[2] in ("after", "both")] + [row[0] for row in rows("units")]
    return re.compile(rf"{_GAP}(?P<unit>{any_of(map(re.escape, forms))})(?![\w])")


@cache
def _forms(position: str) -> dict[str, tuple[str, float]]:
    told = ("after", "both") if position == "money" else (position, "both")
    money = {r[0]: (r[1], float(r[3])) for r in rows("currencies") if r[2] in told}
    measures = {r[0]: (r[1], 1.0) for r in rows("units")} if position == "after" else {}
    return measures | money


_OF = re.compile(r"(?<=[mbr]illions) of\b")


def unit_before(text: str, start: int) -> Unit | None:
    """The currency right before a numeral: "$", "US$", "EUR "."""
    match = _currency_before().search(text, max(0, start - 14), start)
    if match is None:
        return None
    if match["unit"].lower() == "magnitude":
        return Unit(match.start(), match.end("unit"), "magnitude")
    name, factor = _forms("before")[match["unit"]]
    return Unit(match.start(), match.end("unit"), name, factor)


def unit_after(text: str, end: int) -> Unit | None:
    """The unit or currency right after a numeral: "%", " percent", "km", " euros"."""
    of = _OF.match(text, end)  # "twelve millions of euros"
    match = _unit_after().match(text, of.end() if of else end)
    if match is None or (of and match["unit"] not in _forms("money")):
        return None
    name, factor = _forms("after")[match["unit"]]
    return Unit(match.start("unit"), match.end("unit"), name, factor)


@cache
def _hedges(position: str) -> re.Pattern[str]:
    forms = [row[0] for row in rows("figure_bounds") if row[2] == position]
    words = any_of(map(re.escape, forms))
    if position == "before":
        return re.compile(
            rf"(?<![\w-])(?P<hedge>{words})(?:[ \u00a0]+(?:the|a|an|just|only|estimated|another))?[ \u00a0]*$", re.I
        )
    return re.compile(rf"[ \u00a0]?(?P<hedge>{words})(?!\w)", re.I)


@cache
def _bounds(position: str) -> dict[str, str]:
    return {row[0]: row[1] for row in rows("figure_bounds") if row[2] == position}


# "The costs run up to 31 million", "the water came up to 7 metres" says what they are.
_AMOUNTS = re.compile(
    r"\b(?:runs?|ran|running|add(?:s|ed|ing)?|c[ao]mes?|ris(?:es?|en|ing)|rose|goes|went|gone|climb(?:s|ed|ing)?) $",
    re.I,
)


def hedge_before(text: str, start: int) -> Hedge | None:
    """The bound that ends right before `start`: "at least ", "roughly "."""
    match = _hedges("before").search(text, max(0, start - 34), start)
    # "more than the 11 billion quoted by the company" compares, and bounds nothing
    if match is None or (match["hedge"].lower().endswith("than") and match.group().rstrip().lower().endswith(" the")):
        return None
    if match["hedge"].lower() == "up to" and _AMOUNTS.search(text, max(0, match.start() - 12), match.start()):
        return None
    return Hedge(match.start("hedge"), match.end("hedge"), _bounds("before")[match["hedge"].lower()])


def hedge_after(text: str, end: int) -> Hedge | None:
    """The bound that begins right after `end`: "+", " or more"."""
    match = _hedges("after").match(text, end)
    if match is None:
        return None
    return Hedge(match.start("hedge"), match.end("hedge"), _bounds("after")[match["hedge"].lower()])
