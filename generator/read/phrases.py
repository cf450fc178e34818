"""Lines of fixed wording: adverts, buttons, navigation, dates on their own, bylines."""

import re
from functools import cache, lru_cache

from generator.calendar_dates import WEEKDAYS, find_dates
from generator.lexicons import rows, words

_WORD = re.compile(r"[^\W_]")
_EDGE = " \t\r\n.,;:!?'\"()[]{}<>*_-–—…|•·/«»“”‘’#~=+&%$£€@^\\`´→←↑↓▶►✓©®™"
_DIGIT = re.compile(r"\d")
_COUNTER = re.compile(r"^\(?\d[\d.,]*[km]?\)?\s+|(?<!\s)\s++\(?\d[\d.,]*+[km]?\)?$", re.IGNORECASE)
_CODE = re.compile(
    r"[{}]\s*\.?$|^[\w-]{2,30}\s*:\s*[^;.]{1,60};$|[)\]=]\s*;$|^[.#@][\w-]+[\w\s.#,:()-]*\{|^\s*(?:var|function|window\.|document\.|<!--)|=>\s*\{"
)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_CONTACT = re.compile(
    r"\[email[\s\u00a0]protected\]|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,40}\b|https?://\S+", re.IGNORECASE
)
_AGO = re.compile(
    r"\b(?:\d{1,3}|an?|one)\s*(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdwy])\s+ago\b",
    re.I,
)
_READ_TIME = re.compile(r"\b\d{1,3}[\s-]*min(?:ute)?s?[\s-]+(?:read|listen|watch)\b|\breading time\b", re.IGNORECASE)
_HANDLE = re.compile(r"@\w{2,30}")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|\b\d{4}\s*(?:hrs|hours|gmt)\b", re.I
)
# Capitals of the Latin script: "Étienne", "Şule", "Łukasz".
_CAPITAL = "".join(letter for letter in map(chr, range(0x250)) if letter.isupper())
_NAME = rf"(?:[{_CAPITAL}][\w.'’-]*|de|da|del|van|von|der|den|bin|al|el|la|le|du|dos|ibn|ben)"
# `PAULINE McGREW`
_SMALL = re.compile(r"\bMa?c(?=[A-Z])")
NAME_SHAPE = re.compile(rf"{_NAME}(?: {_NAME}){{1,3}}$")


_DAYS = frozenset(name.casefold() for name in WEEKDAYS)
STROKES = re.compile(r"(?<!\s)\s*+[|•·]\s*|(?<!\s)\s++/\s+")
# `6:00 AM GMTLast Updated 2 years ago`: the page lost what parted the two.
_GLUED_CLOCK = re.compile(r"\b(GMT|UTC|BST|EST|EDT|ET|AM|PM)(?=[A-Z][a-z])")
# What a masthead has beside its date: the price, the number of the paper, the weather, the address.
_IMPRINT = re.compile(
    r"[£$€]\d[\d.,]*|\d{1,3}[pc¢]|(?:no|vol|issue)\.? ?[\d,]+|-?\d{1,2} ?°[CF]?\b[\w ]{0,20}|www\.[\w.-]+",
    re.IGNORECASE,
)
# In words, of a name beside a date.
_LONGEST_SIGN = 4
# The longest line that can be furniture, in characters.
_LONGEST = 700
# In words: how long a line may be that holds a phrase, and one that begins with it.
_MOST_WORDS_INSIDE = 40
_MOST_WORDS = {"starts": 25, "opens": 80}
_PLACE_IN_LIST = re.compile(
    r"^(?:[a-z]+ )?\d{1,3} (?:of|/) \d{1,3}$|^(?:end of|start of) list$|^list of \d+ items$", re.IGNORECASE
)


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """Lower case, straight quotes, single spaces, nothing but words at the ends: the form phrases are compared in."""
    for curly, simple in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"')):
        text = text.replace(curly, simple)
    straight = " ".join(text.casefold().split()).strip(_EDGE)
    if straight and straight[0].isalnum() and straight[-1].isalnum():
        return straight
    found = _WORD.search(straight)
    if found is None:
        return ""
    end = len(straight)
    while not straight[end - 1].isalnum():
        end -= 1
    return straight[found.start() : end]


@cache
def _furniture() -> tuple[dict[str, str], dict[str, tuple[str, str]], tuple[tuple[str, str], ...]]:
    lines = {plain(phrase): kind for kind, how, phrase in rows("page_furniture") if how == "line"}
    starts = {phrase: (kind, how) for kind, how, phrase in rows("page_furniture") if how in _MOST_WORDS}
    inside = tuple((phrase, kind) for kind, how, phrase in rows("page_furniture") if how == "has")
    return lines, starts, inside


@cache
def byline_phrases(use: str) -> tuple[str, ...]:
    """The phrases of one use, longest first."""
    return tuple(sorted((p for p, u in rows("byline_phrases") if u == use), key=lambda p: (-len(p), p)))


def furniture(line: str) -> str | None:
    """The removed kind of a line that is a button, an advert, a date or the like; None for anything else."""
    if len(line) > _LONGEST:
        return None if any(c.isalpha() for c in line) else "other"
    bare = plain(line)
    if not any(c.isalpha() for c in bare):
        return "byline" if is_date_line(line) else "other"
    count = bare.count(" ") + 1
    kind = _by_shape(line, bare) if count <= _MOST_WORDS_INSIDE or "|" in line else None
    return kind or (_by_words(line, bare, count) if count <= _MOST_WORDS["opens"] else None)


def _by_shape(line: str, bare: str) -> str | None:
    whole, _, _ = _furniture()
    kind = whole.get(bare) or whole.get(plain(_COUNTER.sub("", bare)))
    if kind:
        return kind
    if _is_buttons(line):
        return "share"
    if sum(len(part.split()) > 3 for part in line.split("|")) > 2:
        return "related"  # a ticker: headlines in a row
    if (_CODE.search(line) and not line[0].isupper()) or (line[0] == "<" and len(_TAG.sub("", line).split()) < 3):
        return "other"
    if is_date_line(line):
        return "byline"
    if _HANDLE.fullmatch(line.strip()):
        return "share"
    return "other" if _PLACE_IN_LIST.search(bare) else None


def _by_words(line: str, bare: str, count: int) -> str | None:
    _, starts, inside = _furniture()
    straight = " ".join(line.replace("’", "'").casefold().split())
    opening = next((p for p in (straight, bare) if p.startswith(tuple(starts))), None)
    if opening is not None:
        kinds = (
            kind for phrase, (kind, how) in starts.items() if opening.startswith(phrase) and count <= _MOST_WORDS[how]
        )
        return next(kinds, None)
    if count > _MOST_WORDS_INSIDE:
        return None
    held = next((kind for phrase, kind in inside if phrase in straight), None)
    if held is not None:
        return held
    rest = _CONTACT.sub("", line)
    lone = rest != line and len(rest.split()) <= 8 and not line.startswith(("“", '"'))
    return "other" if lone else None


def _is_buttons(line: str) -> bool:
    """Whether a line is a row of buttons: `Facebook | Twitter | WhatsApp`, `Share Tweet Email`."""
    lines, _, _ = _furniture()
    if len(line) > 120:
        return False
    parts = [plain(p) for p in re.split(r"[|•·/,\t]|\s{2,}", line) if plain(p)]
    if len(parts) == 1:
        parts = parts[0].split()
    return len(parts) > 1 and all(lines.get(p) == "share" for p in parts)


def is_date_line(line: str) -> bool:
    """Whether a line is nothing but a date, a time or an age, with at most the words that go with one.

    Beside a date a page may set names between strokes: `15 Sep, 2023 | Nile Post`, `Jan 9, 2022 / 7:21 PM / CBS News`.
    """
    if len(line) > 160:
        return False
    line = _GLUED_CLOCK.sub(r"\1 ", line)
    parts = STROKES.split(line)
    if len(parts) > 1 and find_dates(line) and any(map(_is_dated, parts)):
        return all(_is_dated(part) or _is_sign(part) for part in parts if part)
    return _is_dated(line)


def _is_sign(part: str) -> bool:
    """Whether a part of a line with a date is a short name, or words that go with a date."""
    bare = [plain(word) for word in part.split()]
    return (
        (part[0].isupper() and len(bare) <= _LONGEST_SIGN)
        or bool(_IMPRINT.fullmatch(part))
        or all(not word or word.isdigit() or word in words("date_line_words") for word in bare)
    )


def _is_dated(line: str) -> bool:
    aged = _AGO.search(line) or _READ_TIME.search(line)
    if not aged and not _DIGIT.search(line):
        return False
    if _CLOCK.search(line) and all(plain(w) in words("date_line_words") for w in _CLOCK.sub(" ", line).split()):
        return True
    dates = find_dates(line)
    letters = list(line)
    for found in dates:
        letters[found.span.start : found.span.end] = " " * (found.span.end - found.span.start)
    left = "".join(letters)
    if not dates and not aged:
        return False
    left = _CLOCK.sub(" ", _AGO.sub(" ", _READ_TIME.sub(" ", left)))
    rest, dash, place = left.rpartition(" - ")
    if dash and is_city(place):
        left = rest
    rest_words = (plain(word) for word in left.split())
    return all(not w or w.isdigit() or w in words("date_line_words") or w in _DAYS for w in rest_words)


@cache
def _cities() -> frozenset[str]:
    return frozenset(plain(city) for city in words("dateline_cities"))


def is_city(text: str) -> bool:
    """Whether a name is that of a city that agencies file from, or of two: `Vienna/Moscow`."""
    return all(plain(part) in _cities() for part in text.split("/"))


def unshouted(piece: str) -> str:
    """A name in capitals as names are set; any other as it is."""
    if not _SMALL.sub("", piece).isupper():
        return piece
    return " ".join(
        f"{small.group()}{word[small.end() :].title()}" if (small := _SMALL.match(word)) else word.title()
        for word in piece.split()
    )
