"""Numerals in a sentence: digits, words and scales, and the number they mean."""

import re
from dataclasses import dataclass

from generator.lexicons import rows

_WORDS = {row[0]: (float(row[1]), row[2]) for row in rows("number_words")}

# A currency in letters, of large sums only: "R1.1bn", "GBP41m", but not "R2".
_CODE = "|".join(rf"(?<=\b{code})" for code in ("R", "Rs", "USD", "EUR", "GBP", "CHF", "JPY"))
_AFTER_CODE = rf"(?:{_CODE})(?=[\d,.]+ ?(?:bn|m|tn|million|billion|trillion)\b|\d{{1,3}},\d{{3}})"
_NO_ADDRESS = r"(?<!ersion )(?<!elease )(?<!\bIP )(?!\d{1,3}(?:\.(?:1\d\d|2[0-4]\d|25[0-5])){3}(?!\.?\d))"
_NO_DAY = "".join(rf"(?<!\b{row[0]} )" for row in rows("months"))
# One piece of a numeral. Digits grouped by comma in threes or the Indian way, by a no-break or thin space, or plain.
_PIECE = re.compile(
    rf"(?P<digits>(?:(?<![\w.,])|{_AFTER_CODE})\d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?:\.\d+)?(?![\d,]*\d)"
    r"|(?<![\w.,])\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)"
    rf"|(?<![\w.,]){_NO_ADDRESS}\d{{1,3}}(?:\.\d{{3}}){{2,}}(?![\d.,]*\d)"  # "1.234.567.890", not "192.168.100.200"
    rf"|(?<![\w.,]){_NO_DAY}\d{{1,3}} \d{{3}}(?= [a-z]|[.,;!?)](?:\s|$))(?! (?:am|pm|hours|metres)\b)"
    rf"|(?:(?<![\w.,/])|{_AFTER_CODE})(?:\d+(?:\.\d+)?|\.\d+)(?![\d]|[.,]\d)"
    r"|(?<![\w.,/])\d{1,3},\d{1,2}(?=[ \u00a0]?(?:[mb]illions?|per ?cent|%|met(?:er|re)s|kilomet|tonnes|degrees)))"
    r"|(?P<word>[A-Za-z]+)"
    r"|(?P<fraction>[½¼¾⅓⅔])"
)
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_PARTS = {"half": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25}
_PARTS |= {"fifth": 0.2, "fifths": 0.2, "tenth": 0.1, "tenths": 0.1}
# A quintillion: no count or sum in news is larger. A row of digits, or "million" after "million", can pass any number.
_LARGEST = 1e18
_JOINT = re.compile(r"[ \u00a0\u2009\u202f]*-?[ \u00a0]?")
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_BEFORE_A_PLURAL = frozenset({"digits", "unit", "teen", "tens"})  # "twelve millions", as other languages have it


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written at `[start, end)` of its text. `vague` for "hundreds", `share` for "a third"."""

    start: int
    end: int
    value: float
    vague: bool = False
    share: bool = False
    digits: bool = False
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str
    kind: str
    value: float


def _pieces(text: str) -> list[_Piece]:
    found = []
    for match in _PIECE.finditer(text):
        start, end = match.span()
        written = match.group()
        if match.lastgroup == "digits":
            plain = re.sub(r",(?=\d{1,2}$)", ".", written)  # as much of the world writes decimals
            plain = re.sub(r"[, \u00a0\u2009\u202f]" if written.count(".") < 2 else r"\.", "", plain)
            found.append(_Piece(start, end, written, "digits", float(plain)))
        elif match.lastgroup == "fraction":
            found.append(_Piece(start, end, written, "fraction", _FRACTIONS[written]))
        else:
            value, kind = _WORDS.get(written.lower(), (0.0, "other"))
            # Abbreviated scales are letters glued to digits ("1.2bn"); alone, "m" and "k" are other things.
            if kind in ("letter", "money") and not _glued(found, start, text, kind):
                kind = "other"
            found.append(_Piece(start, end, written.lower(), kind, value))
    return found


def _glued(found: list[_Piece], start: int, text: str, kind: str) -> bool:
    if not found or found[-1].kind != "digits":
        return False
    gap = text[found[-1].end : start]
    before = text[max(0, found[-1].start - 1) : found[-1].start]
    money = before in {"$", "£", "€", "¥", "₹"}
    if kind == "money":
        return gap == "" and money
    return gap == "" or (
        gap in {" ", "\u00a0"} and (money or text[start : start + 2] in {"bn", "mn", "tn", "ml", "tr", "bl"})
    )


def numerals(text: str) -> list[Numeral]:
    """Every numeral of a sentence, in order and not overlapping.

    "2.5 million" is 2500000, "half a million" 500000, "twenty-five" 25, "tens of thousands" a vague 10000, "two-thirds"
    a share of 66.7 (percent). A bare "a", "one half" of something else and ordinals are no numerals.
    """
    pieces = _pieces(text)
    found: list[Numeral] = []
    at = 0
    while at < len(pieces):
        result = _share(pieces, at, text) or _number(pieces, at, text)
        if result is None:
            at += 1
            continue
        numeral, at = result
        if numeral.value < _LARGEST:
            found.append(numeral)
    return found


def _adjacent(pieces: list[_Piece], at: int, text: str) -> bool:
    """Whether piece `at` follows its predecessor with nothing but a space or a hyphen between."""
    return at < len(pieces) and _JOINT.fullmatch(text[pieces[at - 1].end : pieces[at].start]) is not None


def _number(pieces: list[_Piece], at: int, text: str) -> tuple[Numeral, int] | None:
    first = pieces[at]
    begin, total, current, last = at, 0.0, None, ""
    vague = digits = grouped = False
    if first.kind == "other":
        lead = _lead(pieces, at, text)
        if lead is None:
            return None
        current, at, vague = lead
        last = "lead"
    elif first.kind in ("letter", "money"):
        return None
    elif first.kind == "vague":
        return _vague(pieces, at, text)
    while at < len(pieces) and (at == begin or _adjacent(pieces, at, text)):
        piece = pieces[at]
        if piece.kind == "digits":
            if last:
                break
            current, digits, grouped = piece.value, True, "," in piece.text or len(piece.text) > 4
        elif piece.kind == "fraction":
            if last not in ("", "digits"):
                break
            current = (current or 0.0) + piece.value
        elif piece.kind in ("unit", "teen", "tens"):
            if (last == "tens" and piece.kind == "unit") or last in ("", "and") or last == "scale":
                current = (current or 0.0) + piece.value
            else:
                break
        elif piece.kind in ("scale", "letter", "money") or (piece.kind == "vague" and last in _BEFORE_A_PLURAL):
            if last == "":
                return None
            if piece.value == 100 and current is not None:
                current *= 100
            elif current is not None:
                total, current = total + current * piece.value, None
            elif piece.value > 1000 or last == "scale":
                total *= piece.value
            else:
                break
        elif piece.text == "and" and _continues(pieces, at, last):
            nxt = pieces[at + 1]
            if nxt.text in ("a", "half") or nxt.kind == "fraction":
                current = (current or 0.0) + (0.25 if _words(pieces, at + 2, "quarter") else 0.5)
                at += 2 if nxt.text == "half" or nxt.kind == "fraction" else 3
                last = "half"
                continue
            last = "and"
            at += 1
            continue
        else:
            break
        last = piece.kind if piece.kind not in ("letter", "money") else "scale"
        at += 1
    if last == "":
        return None
    if last == "and":
        at -= 1
    end = pieces[at - 1].end
    if digits and at < len(pieces) and pieces[at].start == end and pieces[at].text in _ORDINAL:
        return None
    value = total + (current or 0.0)
    return Numeral(first.start, end, value, vague=vague, digits=digits, grouped=grouped), at


def _words(pieces: list[_Piece], at: int, *expected: str) -> bool:
    return [p.text for p in pieces[at : at + len(expected)]] == list(expected)


def _continues(pieces: list[_Piece], at: int, last: str) -> bool:
    """Whether "and" goes on with the number: "two hundred and fifty", "two and a half million"."""
    if at + 1 >= len(pieces):
        return False
    nxt = pieces[at + 1]
    if last == "scale" and nxt.kind in ("unit", "teen", "tens"):
        # "five thousand and two ..." may be two numbers; written-out ones go on after hundred and thousand, and "three
        # million and two hundred thousand" with the next smaller scale.
        scaled = pieces[at - 1].text == "million" and any(p.text == "thousand" for p in pieces[at + 2 : at + 5])
        return scaled or pieces[at - 1].text in ("hundred", "thousand")
    if last in ("unit", "digits", "teen", "tens", "lead"):
        return _words(pieces, at + 1, "a", "half") or _words(pieces, at + 1, "a", "quarter")
    return False


def _lead(pieces: list[_Piece], at: int, text: str) -> tuple[float, int, bool] | None:
    """What stands for the multiplier before a scale: "a" million, "half a" million, "several" hundred."""

    def scale(index: int) -> bool:
        return index < len(pieces) and pieces[index].kind == "scale" and _adjacent(pieces, index, text)

    word = pieces[at].text
    if word in ("a", "an") and scale(at + 1):
        return 1.0, at + 1, False
    if word == "half" and _words(pieces, at + 1, "a") and scale(at + 2):
        return 0.5, at + 2, False
    if word == "a" and _words(pieces, at + 1, "quarter", "of", "a") and scale(at + 4):
        return 0.25, at + 4, False
    if word == "several" and scale(at + 1):
        return 1.0, at + 1, True
    if word == "a" and _words(pieces, at + 1, "few") and scale(at + 2):
        return 1.0, at + 2, True
    if word == "a" and _words(pieces, at + 1, "couple", "of") and scale(at + 3):
        return 2.0, at + 3, False
    if word == "many" and scale(at + 1):
        return 1.0, at + 1, True
    return None


def _vague(pieces: list[_Piece], at: int, text: str) -> tuple[Numeral, int] | None:
    """ "dozens", "tens of thousands", "hundreds of millions"; "scores" only where "of" follows."""
    first = pieces[at]
    value, end = first.value, at + 1
    if _words(pieces, at + 1, "of") and at + 2 < len(pieces) and pieces[at + 2].kind == "vague":
        value, end = value * pieces[at + 2].value, at + 3
    elif first.text in ("tens", "scores") and not _words(pieces, at + 1, "of"):
        return None
    return Numeral(first.start, pieces[end - 1].end, value, vague=True), end


def _share(pieces: list[_Piece], at: int, text: str) -> tuple[Numeral, int] | None:
    """ "a third of", "two-thirds of", "half of", "one in five": a share, in percent."""
    first = pieces[at]
    if first.text == "half" and (_words(pieces, at + 1, "of") or _words(pieces, at + 1, "the")):
        return Numeral(first.start, first.end, 50.0, share=True), at + 1
    if first.text in ("a", "one") and at + 2 < len(pieces) and pieces[at + 1].text in _PARTS:
        part = pieces[at + 1]
        of_a_scale = _words(pieces, at + 3, "a") and at + 4 < len(pieces) and pieces[at + 4].kind == "scale"
        if part.text != "half" and _words(pieces, at + 2, "of") and not of_a_scale:
            return Numeral(first.start, part.end, 100 * _PARTS[part.text], share=True), at + 2
    if first.kind == "unit" and at + 1 < len(pieces) and _adjacent(pieces, at + 1, text):
        part = pieces[at + 1]
        hyphened = text[first.end : part.start] == "-"
        if part.text in _PARTS and part.text.endswith("s") and (hyphened or _words(pieces, at + 2, "of")):
            return Numeral(first.start, part.end, 100 * first.value * _PARTS[part.text], share=True), at + 2
    return None
