"""The parts of a paragraph with a use of their own: a dateline before it, a credit or an agency's sign after it."""

import re
from collections.abc import Iterator

from generator.lexicons import table
from generator.model import Block, Span
from generator.read.credits import trailing_credit
from generator.read.lines import Paragraph
from generator.read.phrases import is_city, plain

_LONGEST = 90
_LONGEST_ACRONYM = 5
_DASH = r"(?:--+|[-–—―_•]+)"
_PLACE = r"[A-Z][\w.’'\-]*(?:[ /](?:[A-Z][\w.’'\-]*|of|de|the|al|and))*"
_SHOUT = r"[A-Z][A-Z.’'\-]+(?:[ /-][A-Z][A-Z.’'\-]+)*"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_DAY = rf"{_WEEKDAY}(?:[A-Z][A-Za-z]{{2,8}}\.? \d{{1,2}}|\d{{1,2}} [A-Z][A-Za-z]{{2,8}}\.?)(?:,? (?:19|20)\d\d)?"
_WHERE = rf"{_PLACE}(?:, {_PLACE}){{0,2}}(?: \[{_PLACE}\])?"
_SIGN = r"\((?P<sign>[^()]{2,60})\)"
_DATELINES = tuple(
    re.compile(form)
    for form in (
        rf"(?:{_WHERE}[,.]? ?(?:{_DAY},? )?)?{_SIGN}\.? ?(?:{_DASH}|[:;])"
        r"(?: |$|(?=[A-Z“\"]))",
        rf"{_WHERE}[,.]? ?{_DAY}[,.]? {_SIGN}(?: (?=[A-Z“\"])|$)",
        rf"{_WHERE} {_SIGN} {_DAY} ?{_DASH}(?: |$)",
        rf"{_WHERE}[,.] ?{_DAY}\.? ?/(?P<slashed>[^/()]{{2,30}})/[.:]? ?",
        r"\((?P<glued>[A-Z][\w ]{1,20})\)(?= ?[A-Z“\"])",
        rf"{_WHERE}, ?{_DAY}\.?$",
        rf"{_WHERE}, ?{_DAY} ?{_DASH} ?(?P<named>[A-Z][\w ]{{2,20}})\. (?=[A-Z“\"])",
        rf"(?P<city>{_PLACE})(?:, {_PLACE}){{0,2}} {_SIGN} (?=[A-Z“\"])",
        rf"{_DAY} {_SIGN} ?(?:{_DASH}|[:;])(?: |$)",
        rf"{_SHOUT}(?:, {_PLACE}){{0,2}}(?:[,.] ?{_DAY})? ?{_DASH}(?: (?=[A-Z“\"‘'])|$)",
        rf"{_SHOUT}, {_PLACE}: (?=[A-Z“\"‘'])",
        rf"{_WHERE}[,.] ?{_DAY}\.? ?(?:{_DASH}|:)(?: |$)",
        rf"(?P<city>{_PLACE})(?:, {_PLACE}){{0,2}} ?(?:{_DASH}|:)(?: (?=[A-Z“\"])|$)",
    )
)
# Labels of a page's frame that run into the paragraph when it is copied.
_LEADING = re.compile(r"(?:Article content|Advertisement|ADVERTISEMENT) +(?=[A-Z“\"])")
_TRAILING = re.compile(r"[.!?][\"”’]? +((?:Read [Mm]ore|READ MORE|Continue [Rr]eading)\W*)$")
_FROM = r"(?:source\s*:\s*|with (?:inputs?|reports?|files) from\s+)?"
_SIGNED_OFF = re.compile(
    rf"(?<!\s)\s*+(?:[(\[]\s*+{_FROM}(?P<in>[^()\[\]]{{2,50}})[)\]]|[-–—]\s*(?P<out>[A-Z][\w/]{{1,20}}))\s*$",
    re.IGNORECASE,
)


def agencies_in(text: str) -> tuple[str, ...]:
    """The news agencies a sign names, under their full names: `AFP/Reuters`, `with inputs from PTI`."""
    parts = re.split(
        r"(?<!\s)\s*+(?:/|,|;|&|(?<=\s)-\s|\band\b|\bvia\b)\s*+",
        re.sub(r"(?i)^.*\b(?:from|by|source)\b\s*:?", "", text),
    )
    names = (_agency(p.strip(" .()[]")) for p in parts)
    return tuple(dict.fromkeys(name for name in names if name))


def _agency(sign: str) -> str | None:
    """The full name of an agency; names of some length may be in capitals: `REUTERS`."""
    known = table("news_agencies")
    return known.get(sign) or (known.get(sign.title()) if len(sign) > _LONGEST_ACRONYM else None)


def dateline_end(text: str, first: bool) -> int:
    """How many characters of a paragraph are a dateline; 0 for none.

    `first`: the paragraph opens the article, where a place in capitals and a dash are enough; further down the sign of
    a news agency must be there.
    """
    end = _one_dateline(text, first)
    if end and text.startswith("("):
        end += _one_dateline(text[end:], first)  # "(ANSA) – GENEVA, JAN 10 – Talks ..."
    return end


def _one_dateline(text: str, first: bool) -> int:
    for form in _DATELINES:
        found = form.match(text[: _LONGEST + 10])
        if not found or found.end() > _LONGEST:
            continue
        parts = found.groupdict()
        sign = parts.get("sign") or parts.get("slashed") or parts.get("named") or parts.get("glued")
        city = parts.get("city")
        agency = sign is not None and bool(agencies_in(sign))
        if not (agency or first) or (city is not None and not is_city(city)):
            continue
        # The sign of an outlet has a dash or a colon behind it, or is in capitals.
        bare = city is None and sign is not None and _is_sign(sign) and (not parts.get("glued") or sign.isupper())
        if sign is not None and not agency and not bare:
            continue
        return len(found.group())
    return 0


def _is_sign(sign: str) -> bool:
    """An outlet's sign in brackets: capitals and digits, a few words, no sentence."""
    names = sign.split()
    return len(names) <= 4 and all(n[0].isupper() or n[0].isdigit() for n in names) and any(map(str.isalpha, sign))


def signed_off(text: str) -> int | None:
    """Where an agency's sign at the end of a paragraph begins: `... he said. (ANI)`, `... on Friday. - Reuters`."""
    found = _SIGNED_OFF.search(text[-80:])
    if not found:
        return None
    at = max(0, len(text) - 80) + found.start()
    sign = found.group("in") or found.group("out")
    known = plain(sign) == "agencies" or bool(agencies_in(sign))
    return at if known and text[:at].rstrip("\"'”’ ").endswith((".", "!", "?", "…")) else None


def blocks_of(paragraph: Paragraph, kind: str, first: bool) -> Iterator[Block]:
    """A paragraph's blocks. Only prose has parts; `first`: it is the first prose of the article."""
    start, end, text = paragraph.start, paragraph.end, paragraph.flat
    if kind in ("headline", "prose", "subheading") and (mark := re.match(r"#{1,6}\s+", text)):
        yield Block(Span(start, start + len(mark.group().rstrip())), "other")
        start, text = start + mark.end(), text[mark.end() :]
    if kind != "prose":
        yield Block(Span(start, end), kind)
        return
    if label := _LEADING.match(text):
        yield Block(Span(start, start + len(label.group().rstrip())), "other")
        start, text = start + label.end(), text[label.end() :]
    if link := _TRAILING.search(text[-_LONGEST:]):
        end -= len(link.group(1))
        yield from _parts(start, text[: end - start], first)
        yield Block(Span(end, end + len(link.group(1))), "related")
        return
    yield from _parts(start, text, first)


def _parts(start: int, text: str, first: bool) -> Iterator[Block]:
    text = text.rstrip()
    end = start + len(text)
    dateline = dateline_end(text, first)
    if dateline:
        yield Block(Span(start, start + len(text[:dateline].rstrip())), "dateline")
        body = text[dateline:].lstrip()
        start, text = end - len(body), body
    for cut in (trailing_credit(text), signed_off(text)):
        if cut:
            credit = text[cut:].lstrip()
            yield from _prose(start, text[:cut])
            yield Block(Span(end - len(credit), end), "credit")
            return
    yield from _prose(start, text)


def _prose(start: int, text: str) -> Iterator[Block]:
    bare = text.rstrip()
    if bare:
        yield Block(Span(start, start + len(bare)), "prose")
