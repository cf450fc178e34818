"""Picture credits and captions."""

import re
from functools import cache

from generator.calendar_dates import find_dates
from generator.lexicons import rows, table, words
from generator.read.lines import ends_sentence
from generator.read.phrases import plain

_PICTURE = r"(?:photo|image|picture|pic|photograph|video|illustration|graphic|screenshot|cover|featured?)s?"
_LABEL = re.compile(
    rf"(?<!\s)\s*+(?:file\s++)?(?:{_PICTURE}(?:\s++(?:credits?|source|courtesy|image))?|credits?|courtesy)\s*+"
    r"(?P<mark>[:|/©,–-]|\.{3}|…|\bby\b|\bvia\b|\bcourtesy(?: of)?\b|\bfrom\b|\bof\b)\s*(?=\S)",
    re.IGNORECASE,
)
_AP_PHOTO = re.compile(r"\bAP\s+(?:File\s+)?Phot\w*\b|\bGetty\s+\w+\b|\bREUTERS/\w|\bAFP/\w|©\s?\w", re.IGNORECASE)
_SPLIT = re.compile(r"(?<!\s)\s*+(?:/|\||\bvia\b|\bfor\b|,|©|–|(?<=\s)-\s)\s*+")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,140})[)\]]\.?$")
# What may stand before a credit that ends a line: the end of a sentence, a bar or a dash, two spaces, or nothing at
# all where two lines ran together ("on Saturday.Credit...", "in Kyiv.REUTERS/").
_BEFORE_TAIL = re.compile(r"[.!?]['\"”’)]?\s+|\s[|–—-]\s+|\s{2,}|\.(?=[A-Z]{2,}/|Credit\b)")
_LONGEST_CREDIT = 200
_MOST_STOPS = 4
_DATED = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on),?\s+"
    r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},?|\d{1,2}\s+[A-Z][a-z]{2,8},?)\s+(?:19|20)\d\d\b"
)
_TELLS = re.compile(
    r"\b(?:was|were|has|had|have|will|would|could|should|said|says|told|did|does|may|might|must|can)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[a-z0-9)]{3}[.!?][\"”’]? +[A-Z“\"](?!\w*\.)")
_QUOTED = re.compile(r"[\"“][^\"”]{25,}[\"”]")
_ANY_SIGN = re.compile(r"\s*\((?:[A-Z]{2,8}|[A-Z][\w .'’-]{1,30}/[\w ]{2,20}|[\w ]{2,20} via [\w ]{2,20})\)\.?$")
# A post of a social network has a date at its end as a caption has, but people quote in it.
_POST = re.compile(r"[@#]\w|pic\.twitter|https?:")
_DIGIT = re.compile(r"\d")
_THEIR_PHOTO = re.compile(r"[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,2} (?:file )?(?:photos?|images?|pictures?)$")
_SPEECH = re.compile(r"\b(?:said|says|told|added|stated|warned|asked|according to)\b", re.IGNORECASE)


@cache
def _agencies() -> frozenset[str]:
    """Names of agencies; the short ones, which are words or abbreviations in lower case (PA, Pa.), only as written."""
    names = words("photo_agencies") | set(table("news_agencies"))
    return frozenset(name if len(name) <= 5 else name.casefold() for name in names)


@cache
def _caption_words(use: str) -> tuple[str, ...]:
    return tuple(word for word, kind in rows("caption_words") if kind == use)


def is_agency(text: str) -> bool:
    """Whether a text is the name of a picture agency or a news agency and nothing else."""
    bare = plain(text)
    return (
        bare in _agencies()
        or text.strip("()[].,;: ") in _agencies()
        or bare.startswith(("ap phot", "getty ", "epa-efe"))
    )


def is_credit(line: str) -> bool:
    """Whether a line is a picture credit: `Photo: J. DOE / AFP`, `AP Photo/Jo Doe`, `(Image: AP)`, `Doe via Getty`."""
    text = line.strip("()[] .")
    count = len(text.split())
    if not text or count > 16 or len(text) > 160 or _SPEECH.search(text):
        return False
    if _THEIR_PHOTO.match(text):
        return True
    label = _LABEL.match(text)
    pieces = [p for p in (p.strip(" ()[]") for p in _SPLIT.split(text[label.end() :] if label else text)) if p]
    named = sum(map(is_agency, pieces))
    if label and named:
        return count <= 14
    if label:
        return label["mark"] not in ("of", "from", "via") and all(map(_is_name, pieces))
    if not named:
        return bool(_AP_PHOTO.search(text)) and count <= 8
    return all(len(p.split()) <= 6 and (p[0].isupper() or p[0].isdigit() or is_agency(p)) for p in pieces)


def _is_name(piece: str) -> bool:
    """A photographer or owner after a label: a few words with capitals, or one word (`supplied`, `self`)."""
    names = _LABEL.sub("", piece).split()
    return len(names) <= 5 and (len(names) < 2 or all(n[0].isupper() or n in ("the", "of", "de", "van") for n in names))


def trailing_credit(line: str) -> int | None:
    """Where a picture credit at the end of a line begins; None where there is none."""
    offset = max(0, len(line) - _LONGEST_CREDIT)
    tail = line[offset:]
    found = _BRACKETED.search(tail)
    if found and is_credit(found.group(1)):
        return offset + found.start() or None
    for before in reversed(list(_BEFORE_TAIL.finditer(tail))[-_MOST_STOPS:]):
        credit = tail[before.end() :]
        if credit and is_credit(credit) and is_clear(credit):
            return offset + before.end()
    return None


def is_clear(text: str) -> bool:
    """A tail without brackets must have a label or a slash: `... near Kyiv. Photograph: Jo Doe/AFP`."""
    return bool(
        _LABEL.match(text) or _THEIR_PHOTO.match(text) or _AP_PHOTO.search(text) or "/" in text or " via " in text
    )


def tells(line: str) -> bool:
    """Whether a line has one of the auxiliaries and verbs of speech that nearly every paragraph of prose has."""
    return bool(_TELLS.search(line))


def shows_and_tells_nothing(line: str) -> bool:
    """Whether a line is one sentence that says in the present tense what can be seen, and nothing else."""
    return (
        line[0].isalnum()
        and _shows(line)
        and not tells(line)
        and not _SENTENCE_END.search(line)
        and not _QUOTED.search(line)
    )


def is_dated(line: str) -> bool:
    """Whether a line has a full date, as the first sentence of a caption must."""
    if not _DIGIT.search(line):
        return False
    return bool(_DATED.search(line)) or any(
        d.precision in ("day", "minute", "second") and not d.value.startswith("XXXX") for d in find_dates(line)
    )


def trailing_sign(line: str) -> int | None:
    """Where a sign in brackets, of whatever agency, at the end of a line begins: `... southern Turkey. (IHA)`."""
    found = _ANY_SIGN.search(line[-40:])
    return len(line) - 40 + found.start() if found and len(line) > 40 else None


def _shows(line: str) -> bool:
    tokens = {t.strip(".,;:()'\"“”") for t in line.split()[1:22]}
    return bool(tokens & frozenset(_caption_words("shows")))


def opens_caption(line: str) -> bool:
    """Whether a line opens as only captions do: `FILE - The president ...`, `Image caption, ...`."""
    return line.casefold().lstrip("([ ").startswith(_caption_words("opens"))


def may_open_caption(line: str) -> bool:
    """Whether a line opens as captions do, and now and then prose: `In this picture ...`."""
    return line.casefold().lstrip("([ ").startswith(_caption_words("may_open"))


def caption_evidence(line: str) -> int:
    """How much of the caption formula a line has: present tense of what is seen, full date, people told apart, no stop.

    The formula is that of the AP Stylebook's entry on photo captions. Words of speech count against it.
    """
    bare = f"{line.casefold()} "
    points = int(_shows(line)) + int(not ends_sentence(line)) + int(is_dated(line))
    points += any(phrase in bare for phrase in _caption_words("position"))
    if _SPEECH.search(line) or _POST.search(line) or line.startswith(("“", '"')):
        points -= 2
    return points
