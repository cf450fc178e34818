"""A line of text as pieces that time expressions are made of.

Words that no time expression holds are `.`; `two days later` is `nUf`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from generator.calendar_dates import CLOCK, MONTHS, WEEKDAYS, clock, find_dates
from generator.extract.times.numbers import join_numbers
from generator.extract.times.pieces import CORE, LETTERS, Piece
from generator.lexicons import any_of, rows, table, words

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


def _pattern(phrases: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    listed = any_of(p.replace("'", "['’]").replace(" ", r"\s+") for p in phrases)
    return re.compile(rf"(?<!\w){listed}(?!\w)", flags)


@cache
def _holidays() -> re.Pattern[str]:
    return _pattern(name.replace(".", r"\.") for name in words("holidays"))


@cache
def _phrases() -> re.Pattern[str]:
    return _pattern(words("time_phrases"), re.IGNORECASE)


@cache
def _approximations() -> re.Pattern[str]:
    listed = _pattern(words("time_approximations")).pattern
    numbers = any_of(row[0] for row in rows("time_numbers") if row[1] != "ordinal")
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


@cache
def _telling() -> frozenset[str]:
    """Words in lower case without which, and without a digit, no line holds a time expression."""
    phrases = " ".join([*words("holidays"), *words("time_phrases")]).lower()
    named = [*MONTHS, *WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), "noon", "midday", "midnight", "nineteen", "twenty"]
    known = (word for word, (letter, _) in _vocabulary().items() if letter in CORE or letter == "decade")
    return frozenset([*known, *(n.lower() for n in named), *(w for w in _LETTERS_ONLY.findall(phrases) if len(w) > 3)])


_LETTERS_ONLY = re.compile(r"[a-z]+")


def may_tell_time(text: str) -> bool:
    """Whether a line is worth cutting into pieces."""
    return any(c.isdigit() for c in text) or not _telling().isdisjoint(_LETTERS_ONLY.findall(text.lower()))


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
    return join_numbers(found)


def _whole(text: str, day_first: bool | None) -> list[Piece]:
    """Dates, clock times, holidays and approximations, which are read as one; the longer wins."""
    found: list[Piece] = []
    if any(c.isdigit() for c in text):
        found.extend(Piece("d", *d.span, d.text, d.value, d) for d in find_dates(text, day_first))
        clocks = (m for m in _CLOCK.finditer(text) if m["half"] or m["zone"] or m["m24"] or m["hz"])
        found.extend(Piece("t", m.start(), m.end(), m.group(), clock(m)) for m in clocks)
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


@lru_cache(maxsize=65536)
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
