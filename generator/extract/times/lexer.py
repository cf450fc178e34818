"""A line of text as pieces that time expressions are made of: each with one letter for its class, and its value.

The grammar is then written over the letters: `two days later` is `nUf`. Words that no time expression holds are `.`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.calendar_dates import CLOCK, MONTHS, WEEKDAYS, CalendarDate, clock, find_dates
from generator.lexicons import rows, table, words

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
_APPROXIMATION = "A"
_PUNCTUATION = {
    ",": ",",
    "(": "(",
    ")": ")",
    "-": "-",
    "–": "-",
    "—": "-",
    "‑": "-",
    "$": "$",
    "£": "$",
    "€": "$",
    "%": "%",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One word, number, date or mark. `value` is what its class needs: a number, a unit, an ISO time."""

    letter: str
    start: int
    end: int
    text: str
    value: str = ""
    date: CalendarDate | None = None


def _pattern(phrases: Iterator[str]) -> re.Pattern[str]:
    longest = sorted((p.replace("'", "['’]").replace(" ", r"\s+") for p in phrases), key=lambda p: (-len(p), p))
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)")


@cache
def _holidays() -> re.Pattern[str]:
    return _pattern(name.replace(".", r"\.") for name in words("holidays"))


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(_pattern(iter(words("time_phrases"))).pattern, re.IGNORECASE)


@cache
def _approximations() -> re.Pattern[str]:
    listed = _pattern(iter(words("time_approximations"))).pattern
    numbers = "|".join(sorted(row[0] for row in rows("time_numbers") if row[1] != "ordinal"))
    return re.compile(rf"{listed}(?=\s+(?:\d|(?:a|an|half|another|{numbers})\b))", re.IGNORECASE)


@cache
def _vocabulary() -> dict[str, tuple[str, str]]:
    known = {row[0]: (LETTERS[row[1]], row[2] if len(row) > 2 else "") for row in rows("time_words")}
    for row in rows("time_numbers"):
        known.setdefault(row[0], (row[1], row[2] if len(row) > 2 else ""))
    return known


_CLOCK = re.compile(rf"(?<![\w.:,$£€/-])(?:{CLOCK})(?![\w%]|[.:]\d)")
_NAMED_HOUR = re.compile(r"(?<![\w-])(?:(noon|midday)|(midnight))(?![\w-])", re.IGNORECASE)
_COUNTED = frozenset({*"uUqQkKs", "one", "teen", "ten", "scale", "vague", "ordinal"})
_NEXT_WORD = re.compile(r"\s+([\w]+)")
_WORD = re.compile(
    r"(?P<decade>(?:1\d|20)\d0['’]?s\b|['’]\d0s\b)"
    r"|(?P<short>['’]\d\d)(?![\d\w])"
    r"|(?P<quarter>\bQ[1-4]\b|\b[1-4]Q\b)"
    r"|(?P<fiscal>\bFY\s?['’]?(?:20)?\d\d\b)"
    r"|(?P<ordinal>\b\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<half>\d+(?:[ -]1/2|½))"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<clock>\bo['’]clock\b)"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<word>[A-Za-z]+)"
    r"|(?P<mark>[^\w\s])"
)


def pieces(text: str, day_first: bool | None = None) -> list[Piece]:
    """The pieces of a line in text order, number words joined into numbers."""
    whole = _whole(text, day_first)
    found: list[Piece] = []
    at = 0
    for piece in whole:
        if piece.start < at:
            continue
        found.extend(_words(text, at, piece.start))
        found.append(piece)
        at = piece.end
    found.extend(_words(text, at, len(text)))
    return _join_numbers(found)


def _whole(text: str, day_first: bool | None) -> list[Piece]:
    """Dates, clock times, holidays and approximations, which are read as one; the longer wins."""
    found: list[Piece] = []
    if any(c.isdigit() for c in text):
        found.extend(Piece("d", *d.span, d.text, d.value, d) for d in find_dates(text, day_first))
        for m in _CLOCK.finditer(text):
            if m["half"] or m["zone"] or m["m24"]:
                found.append(Piece("t", m.start(), m.end(), m.group(), clock(m)))
    hours = _NAMED_HOUR.finditer(text)
    found.extend(Piece("t", m.start(), m.end(), m.group(), "12:00" if m[1] else "24:00") for m in hours)
    named = ((m, re.sub(r"\s+", " ", m.group()).replace("’", "'")) for m in _holidays().finditer(text))
    found.extend(Piece("h", m.start(), m.end(), m.group(), name) for m, name in named)
    for m in _phrases().finditer(text):
        following = _NEXT_WORD.match(text, m.end())
        if following is None or not (following[1].isdigit() or _word(following[1])[0] in _COUNTED):
            value = table("time_phrases")[re.sub(r"\s+", " ", m.group()).lower()]
            found.append(Piece("_", m.start(), m.end(), m.group(), value))
    found.extend(Piece(_APPROXIMATION, m.start(), m.end(), m.group()) for m in _approximations().finditer(text))
    return sorted(found, key=lambda p: (p.start, -p.end))


def _words(text: str, start: int, end: int) -> Iterator[Piece]:
    for m in _WORD.finditer(text, start, end):
        kind, written = m.lastgroup, m.group()
        letter, value = ".", ""
        if kind == "word":
            letter, value = _word(written)
        elif kind == "number":
            letter, value = _number(written)
        elif kind == "half":
            letter, value = "n", re.split(r"[ ½-]", written)[0] + ".5"
        elif kind == "ordinal":
            letter, value = "o", re.sub(r"\D", "", written)
        elif kind == "decade":
            digits = re.sub(r"\D", "", written)
            letter, value = "Y", digits[:3] if len(digits) == 4 else "19" + digits[0]
        elif kind == "short":
            letter, value = "y", written[1:]
        elif kind == "quarter":
            letter, value = "v", re.sub(r"\D", "", written)
        elif kind == "fiscal":
            letter, value = "Y", "20" + written[-2:]
        elif kind == "possessive":
            letter = "'"
        elif kind == "clock":
            letter = "K"
        else:
            letter = _PUNCTUATION.get(written, ".")
        yield Piece(letter, m.start(), m.end(), written, value)


def _word(written: str) -> tuple[str, str]:
    if written in MONTHS or (written.isupper() and written.title() in MONTHS and len(written) > 3):
        return "m", str(MONTHS[written.title()])
    if written in WEEKDAYS or (written.isupper() and written.title() in WEEKDAYS and len(written) > 3):
        # "Sat", "Sun", "Mon", "Wed" alone are other words too; with a date beside them find_dates reads them.
        return ("w", str(WEEKDAYS[written.title()])) if len(written) > 4 else (".", "")
    if written.endswith("s") and written[:-1] in WEEKDAYS and written.endswith("days"):
        return "W", str(WEEKDAYS[written[:-1]])
    return _vocabulary().get(written.lower(), (".", ""))


def _number(written: str) -> tuple[str, str]:
    if re.fullmatch(r"1[5-9]\d\d|20\d\d", written):
        return "y", written
    plain = written.replace(",", "")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})*|\d{1,4}", written) or re.fullmatch(r"\d{1,3}\.\d", written):
        return "n", plain
    return ".", ""


_JOINED = frozenset({"one", "teen", "ten", "scale"})


def _join_numbers(found: list[Piece]) -> list[Piece]:
    """Number words as one piece: `twenty-four`, `a hundred and five`, `a couple of`, `two and a half`."""
    out: list[Piece] = []
    i = 0
    while i < len(found):
        piece = found[i]
        if piece.letter in _JOINED or piece.letter in ("vague", "ordinal", "decade", "a"):
            joined, used = _number_at(found, i)
            if joined is not None:
                out.append(joined)
                i += used
                continue
        if piece.letter == "decade":
            piece = Piece("Y", piece.start, piece.end, piece.text, "19" + piece.value[0])
        elif piece.letter in _JOINED or piece.letter in ("vague", "ordinal"):
            piece = Piece(".", piece.start, piece.end, piece.text)
        out.append(piece)
        i += 1
    return out


def _number_at(found: list[Piece], i: int) -> tuple[Piece | None, int]:
    first = found[i]
    words_ = [p.text.lower() for p in found[i : i + 4]]
    if first.letter == "a":
        if words_[1:2] == ["couple"]:
            used = 3 if words_[2:3] == ["of"] else 2
            return _piece("n", found[i : i + used], "2"), used
        if words_[1:2] == ["few"]:
            return _piece("n", found[i : i + 2], "X"), 2
        if words_[1:2] == ["number"] and words_[2:3] == ["of"]:
            return _piece("n", found[i : i + 3], "X"), 3
        if not (len(found) > i + 1 and found[i + 1].letter == "scale"):
            return None, 0
    if words_[0] == "couple" and words_[1:2] == ["of"]:
        return _piece("n", found[i : i + 2], "2"), 2
    if first.letter == "vague":
        return _piece("n", found[i : i + 1], "X"), 1
    if first.letter == "ordinal":
        return _piece("o", found[i : i + 1], first.value), 1
    if first.letter == "decade":
        return None, 0
    used, total, current, year = (1, 0, 1, 0) if first.letter == "a" else (0, 0, 0, 0)
    while i + used < len(found):
        piece = found[i + used]
        if piece.letter == "-" and used and i + used + 1 < len(found) and found[i + used - 1].letter == "ten":
            if found[i + used + 1].letter == "one":
                used += 1
                continue
            if found[i + used + 1].letter == "ordinal":
                ordinal = int(found[i + used + 1].value) + current
                return _piece("o", found[i : i + used + 2], str(ordinal)), used + 2
            break
        if piece.letter == "&" and used and found[i + used - 1].letter == "scale" and piece.text.lower() == "and":
            if i + used + 1 < len(found) and found[i + used + 1].letter in ("one", "ten", "teen"):
                used += 1
                continue
            break
        if piece.letter not in _JOINED:
            break
        value = int(piece.value)
        if piece.letter == "scale":
            current = max(current, 1) * value
            if value == 1000:
                total, current = total + current, 0
        elif current in range(10, 21) and value >= 10 and used == 1 and not total:
            year, current = current, value  # nineteen ninety-six
        elif used and found[i + used - 1].letter in ("one", "teen"):
            break
        else:
            current += value
        used += 1
    total += current
    if year in (17, 18, 19, 20):
        return _piece("y", found[i : i + used], f"{year}{total:02d}"), used
    if year:
        return None, 0
    return _piece("n", found[i : i + used], str(total)), used


def _piece(letter: str, parts: list[Piece], value: str) -> Piece:
    text = " ".join(p.text for p in parts)
    return Piece(letter, parts[0].start, parts[-1].end, text, value)


def letters(found: Sequence[Piece]) -> str:
    return "".join(p.letter for p in found)
