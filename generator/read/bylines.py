"""Lines that say who wrote an article and when it went out."""

import re

from generator.calendar_dates import find_dates
from generator.lexicons import table, words
from generator.read.inline import agencies_in
from generator.read.lines import ends_sentence
from generator.read.nameplate import in_masthead, is_masthead
from generator.read.navigation import is_navigation
from generator.read.page import Kinds, Page
from generator.read.phrases import NAME_SHAPE, byline_phrases, furniture, is_city, is_date_line, plain, unshouted

# A run of spaces is tried from its first one only and never given back: a line of nothing else would take for ever.
_JOIN = re.compile(r"(?<!\s)\s*+(?:,|;|\||•|·|/|&|\band\b|\bwith\b|–|—|(?<=\s)-\s)\s*+", re.IGNORECASE)
_PLACE = re.compile(r"(?<!\s)\s++(?:in|at|from|reporting from)\s++[A-Z][\w.’' -]{1,40}?(?=\s*+(?:,|;|\||&|\band\b|$))")
# A place behind a name and a post, often in capitals: `By JO DOE, FOREIGN CORRESPONDENT, IN VIENNA`.
_FROM_PLACE = re.compile(r"(?:in|at|from) [A-Z]", re.IGNORECASE)
_FOR = re.compile(r"(?<!\s)\s++for\s++(?:the\s++)?[A-Z][\w.’' -]{1,40}$", re.IGNORECASE)
_REPORTING = re.compile(
    r"^[(\[]?\s*(?:additional )?(?:reporting|writing|editing|compiled|edited|translated) by\b", re.IGNORECASE
)
_CONTRIBUTED = re.compile(
    r"\b(?:contributed to this (?:report|story|article)|contributed reporting(?: from [A-Z][\w .]{2,30})?|"
    r"reported from [A-Z][\w.]+(?: [A-Z]\w+)?(?: and [A-Z]\w+)?)\.?\)?$"
)
_NETWORKS = "twitter|facebook|instagram|x|whatsapp|telegram|google news|linkedin|youtube"
_FOLLOW = re.compile(rf"^follow\b.{{1,80}}\bon (?:{_NETWORKS})\b|^twitter\s*:?\s*@\w+", re.IGNORECASE)
_JOB = re.compile(
    r"\b(?:correspondents?|reporters?|editors?|staff|writers?|journalists?|bureau|columnists?|desk|producers?|"
    r"contributors?|agency|agencies|newsroom|team|service|foreign|diplomatic|political)\b",
    re.IGNORECASE,
)
# The signature of a desk: `rc/jsi (AFP, dpa, Reuters)`.
_SIGNED = re.compile(r"^[\w/.,]{0,14}\s*\(([^()]{2,60})\)$")
_WORKS = re.compile(
    r"(?:\S+ ){2,5}?(?:covers|writes (?:about|for|on)|reports (?:on|from|for)|works (?:for|at)|joined"
    rf"|(?:is|was|has been) (?:an?|the|\w+['’]s?|our)? ?(?:\S+ ){{0,5}}?{_JOB.pattern})\b",
    re.IGNORECASE,
)
# "The writer teaches law at Halm", below the author's name.
_THE_WRITER = re.compile(r"the (?:writer|author|columnist) (?:is|was|has|teaches|works|writes|lives)\b", re.IGNORECASE)
# `Diplomatic Correspondent`, `Courts correspondent`, alone on its line.
POST = re.compile(r"(?:[A-Z][\w’'&-]*,? ){1,3}(?:[Cc]orrespondent|Editor|Reporter|Writer|Columnist)s?$")
_DATED = re.compile(r"(?:\S+ ){1,5}?((?:first |last )?(?:published|updated|posted|modified)\b.*)$", re.IGNORECASE)
_HANDLE = re.compile(r"\(?@\w+\)?")
LONGEST_BIOGRAPHY = 80
_BLOG_LINE = re.compile(
    r"\s*+(?:[|·•-]\s*+)?by\s++\S+(?:\s++\S+){0,2}?(?:\s*+(?:[|·•]\s*+)?(?:leave a (?:comment|reply)|\d* ?comments?))?",
    re.I,
)
_LONGEST = 25
_MOST_BESIDE = 4
_HEAD = 14


def bylines(page: Page, kinds: Kinds) -> Kinds:
    """The lines with authors, desks and dates among the paragraphs that have no kind yet."""
    found: Kinds = {}
    titled, told = False, False
    for i, paragraph in enumerate(page.paragraphs):
        if i in kinds or i in found:
            continue
        line = paragraph.flat
        if is_byline(line) or (titled and not told and is_masthead(line)):
            found[i] = "byline"
            below = page.paragraphs[i + 1 : i + 2]
            if below and i + 1 not in kinds and _belongs_below(line, below[0].flat):
                found[i + 1] = "byline"
        elif _FOLLOW.search(line) and paragraph.words <= _LONGEST:
            found[i] = "share"
        else:
            titled, told = True, told or (paragraph.words > _LONGEST // 2 and ends_sentence(line))
    return found


def biographies(page: Page, kinds: Kinds) -> Kinds:
    """What a page says of its authors: `Jo Doe is a reporter in Vienna`, `Ann Roe covers the White House.`"""
    lines = (page.paragraphs[i].flat for i, kind in kinds.items() if kind == "byline")
    authors = {name for line in lines for name in author_names(line) or ()}
    return {
        i: "other"
        for i, paragraph in enumerate(page.paragraphs)
        if i not in kinds
        and paragraph.words <= LONGEST_BIOGRAPHY
        and (
            paragraph.flat in authors
            or (any(paragraph.flat.startswith(f"{name} ") for name in authors) and _WORKS.match(paragraph.flat))
            or (authors and kinds.get(i - 1) == "byline" and _THE_WRITER.match(paragraph.flat))
        )
    }


def is_byline(line: str) -> bool:
    """Whether a line names authors or gives the date of publication, and nothing else."""
    if len(line.split()) > _LONGEST or len(line) > 220:
        return False
    if is_date_line(line) or author_names(line) is not None or _REPORTING.match(line) or _CONTRIBUTED.search(line):
        return True
    signed = _SIGNED.match(line)
    if signed and agencies_in(signed.group(1)):
        return True
    if _is_alias(line) or POST.match(line) or _with_post(line) or _is_desk(line) or in_masthead(line):
        return True
    bare = plain(line)
    dated = [*byline_phrases("published"), *byline_phrases("updated")]
    others = byline_phrases("other")
    if bare in dated or bare in others or bare in byline_phrases("author"):
        return True
    rest = next((line[len(p) :] for p in dated if line.casefold().startswith(p)), None)
    if rest is not None and is_date_line(re.sub(r"\s+by(?:\s+[\w.’'-]+){1,4}$", "", rest)):
        return True
    credited = any(bare.startswith((f"{p} ", f"{p}:")) for p in others if p.endswith((" by", ":")))
    return credited and len(bare.split()) <= 8 and not ends_sentence(line)


def _is_alias(line: str) -> bool:
    """Whether a line is whoever it is, and the date: `By Lake Watch Jan 14, 2022`, `Jo Doe (@jo) Published 3 May`."""
    if len(line.split()) > _LONGEST // 2 + 2:
        return False
    found = _DATED.match(line)
    if found is not None and NAME_SHAPE.match(_HANDLE.sub("", line[: found.start(1)]).strip(" ,|-–—")):
        return is_date_line(line[found.start(1) :])
    if _is_timed(line) or _is_blog_line(line):
        return True
    dates = find_dates(line) if line[:3].casefold() == "by " else ()
    return bool(dates) and dates[0].span.start > 6 and is_date_line(line[dates[0].span.start :])


def _is_blog_line(line: str) -> bool:
    """The line of a blog's software: `March 14, 2023 by admin Leave a Comment`."""
    dates = find_dates(line)
    rest = line[dates[0].span.end :] if dates and dates[0].span.start == 0 else ""
    return _BLOG_LINE.fullmatch(rest) is not None


def _is_timed(line: str) -> bool:
    """Whether a line is a date to the minute with a few names beside it: `FP Staff June 07, 2023 10:01 IST`."""
    dates = find_dates(line)
    if len(dates) != 1 or dates[0].precision not in ("minute", "second") or ends_sentence(line):
        return False
    before, after = line[: dates[0].span.start].split(), line[dates[0].span.end :].split()
    names = [w for w in (*before, *after) if any(map(str.isalpha, w))]
    return len(before) <= _MOST_BESIDE and len(after) <= _MOST_BESIDE and all(w[0].isupper() for w in names)


def _is_desk(line: str) -> bool:
    """Whether a line is a desk, an agency or an outlet with place or date: `Agencies | Geneva`, `Guardian, 22 Jan`."""
    pieces = [p.strip(" .") for p in _JOIN.split(line) if p.strip(" .")]
    dated = any(map(is_date_line, pieces))
    desks = [
        p
        for p in pieces
        if plain(p) in byline_phrases("other") or p in table("news_agencies") or (dated and outlet_in(p) is not None)
    ]
    return bool(desks) and len(pieces) > 1 and all(p in desks or is_city(p) or is_date_line(p) for p in pieces)


def _belongs_below(byline: str, below: str) -> bool:
    """Whether the line below a byline goes with it: the name under a lone `By`, the desk or outlet under a name."""
    if plain(byline) in (*byline_phrases("author"), *byline_phrases("other")):
        return bool(NAME_SHAPE.match(below))
    if not author_names(byline) or len(below.split()) > 8 or ends_sentence(below):
        return False
    return bool(_JOB.search(below)) or outlet_in(below) is not None


def author_names(line: str) -> tuple[str, ...] | None:
    """The authors a byline names: `By Jo Doe and Ann Roe, Diplomatic Editor` gives Jo Doe and Ann Roe.

    Empty for a desk (`By our staff reporter`), None for a line that is no byline.
    """
    bare = line.strip("()[] *_-–—")
    lower = bare.casefold()
    phrase = next(
        (p for p in byline_phrases("author") if lower.startswith(p) and not lower[len(p) : len(p) + 1].isalnum()), None
    )
    if phrase is None or len(bare.split()) > _LONGEST:
        return None
    rest = bare[len(phrase) :].lstrip(" :,-–—|")
    rest = _FOR.sub("", _PLACE.sub("", rest[3:] if rest.casefold().startswith("by ") else rest))
    names: list[str] = []
    for piece in filter(None, (p.strip(" .()[]") for p in _JOIN.split(rest))):
        if names and _FROM_PLACE.match(piece):
            continue
        if _is_name(piece):
            names.append(unshouted(piece))
        elif not (names or _is_trade(piece)) or (len(piece.split()) > 5 and not _is_trade(piece)):
            return None
    return tuple(names) if names or _is_trade(rest) else None


def _with_post(line: str) -> tuple[str, ...]:
    """The name of a line with what its bearer works as: `Jo Doe, Chief Reporter`."""
    name, _, post = line.partition(", ")
    return (unshouted(name),) if POST.match(post) and _is_name(name) else ()


def signed_names(line: str) -> tuple[str, ...]:
    """The names of a line that is nothing but names with places or work: `Jo Doe in Vienna and Ann Roe in Geneva`."""
    if named := _with_post(line):
        return named
    bare = _PLACE.sub("", line)
    pieces = [p for p in _JOIN.split(bare) if p]
    return tuple(pieces) if bare != line and all(map(_is_name, pieces)) else ()


def outlet_in(line: str) -> str | None:
    """The outlet named among the parts of a byline: `By Jo Doe, BBC News` gives BBC News."""
    for piece in (p.strip(" .()[]") for p in _JOIN.split(line)):
        names = piece.split()
        if not names or len(names) > 5 or _JOB.search(piece) or piece in table("news_agencies"):
            continue
        if (
            piece[0].isupper()
            and not piece.casefold().startswith("by ")
            and words("outlet_words") & set(plain(piece).split())
        ):
            return piece
    return None


def _is_name(piece: str) -> bool:
    if not NAME_SHAPE.match(unshouted(piece)) or _is_trade(piece):
        return False
    return not (is_date_line(piece) or is_city(piece) or is_navigation(piece))


def _is_trade(piece: str) -> bool:
    """Whether a part of a byline is a job, a desk, an outlet or an agency, a date or a button."""
    named = piece in table("news_agencies") or outlet_in(piece) is not None
    return bool(named or _JOB.search(piece) or is_date_line(piece) or furniture(piece))


def names_at_dates(page: Page, kinds: Kinds) -> Kinds:
    """Names of people, agencies and cities alone on their lines next to a byline or a date, in the head of a page."""
    found: Kinds = {}
    head = range(1, min(_HEAD, len(page.paragraphs)))
    for i in (*head, *reversed(head)):
        line = page.paragraphs[i].flat
        agency = kinds.get(i) == "credit" and line in table("news_agencies")
        if not agency and (i in kinds or not (_is_name(line) or signed_names(line) or is_city(line))):
            continue
        if "byline" in (kinds.get(i - 1), kinds.get(i + 1), found.get(i - 1), found.get(i + 1)):
            found[i] = "byline"
    return found
