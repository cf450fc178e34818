"""What a page says of itself: title, authors, outlet, dates, and the agencies it reports through."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.calendar_dates import find_dates
from generator.lexicons import words
from generator.model import Block, Dated, Sidecar, Span
from generator.read.bylines import POST, author_names, outlet_in, signed_names
from generator.read.content import Content
from generator.read.credits import tells
from generator.read.headline import split_outlet
from generator.read.inline import agencies_in
from generator.read.nameplate import in_masthead, is_nameplate, nameplate
from generator.read.page_dates import stated_dates
from generator.read.phrases import NAME_SHAPE, STROKES, byline_phrases, is_navigation, plain

_LONGEST_TITLE = 90
_LONGEST_NOTICE = 3_000
_SIGN = re.compile(r"\(([^()]{2,40})\)")
_WITH = re.compile(
    r"\b(?:with (?:inputs?|reports?|files|reporting|agency inputs?) (?:from|by)|source\s*:|via)\s+(.{2,60})",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:(?<!©)(?<!©\s)©|\(c\)|copyright)[\s©]*+(?:\d{4}(?:\s*+[-–]\s*+\d{4})?)?[\s,]*+([A-Z][\w&’' ]{2,40})",
    re.IGNORECASE,
)
# "© The Lake Post 2022. All rights reserved": neither the year nor what follows is part of the name.
_AFTER_OWNER = re.compile(r"\s+(?:(?:19|20)\d\d\b|all rights\b).*$", re.IGNORECASE)
# What an agency that no list has is called: "(Northern Press Agency)".
_AN_AGENCY = re.compile(
    r"(?i)\b(?:agenc(?:y|ia)|agence|agentur|agentia|agenzia|news ?wire|wire|(?:news|press) service)\b"
)
_DATELINE_SIGN = re.compile(r"\(([^()]{2,60})\)|/([^/]{2,30})/|[-–—] ?([A-Z][\w ]{2,20})\.$")
_IN_BRACKETS = re.compile(r"[(\[–—-](?:[^:/]{1,58}|[A-Za-z]{2,8}/[A-Za-z]{2,8}[)\]])$")
_PIECES = re.compile(r"(?<!\s)\s*+(?:,|;|\||•|\bby\b|\bwith\b|\band\b)\s*+", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\bwith\b.{0,20}\b(?:wires?|agencies|agency|news services)\b|^\W*(?:news )?agencies\W*$", re.IGNORECASE
)
UNNAMED_AGENCIES = "news agencies, not named"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article besides its text."""

    title: str
    authors: tuple[str, ...]
    outlet: str | None
    published: Dated
    updated: str | None
    relays: tuple[str, ...]


def metadata(text: str, blocks: Sequence[Block], headline: Span | None, given: Sidecar, told: Content) -> Metadata:
    """The metadata of a text; what a person gives wins over what the file's format told, and that over its text."""
    title, outlet = _title(text, blocks, headline)
    published, updated = stated_dates(text, blocks)
    if told.published.value:
        published = told.published
    if given.published:
        published = Dated(given.published, "given", "given in the article's sidecar")
    return Metadata(
        title=given.title or told.title or title,
        authors=given.authors or told.authors or _authors(text, blocks),
        outlet=given.outlet or told.outlet or outlet or _outlet(text, blocks),
        published=published,
        updated=given.updated or told.updated or updated,
        relays=_relays(text, blocks),
    )


def _title(text: str, blocks: Sequence[Block], headline: Span | None) -> tuple[str, str | None]:
    if headline is not None:
        return split_outlet(" ".join(text[headline.start : headline.end].split()))
    prose = next((b for b in blocks if b.kind == "prose"), None) or (blocks[0] if blocks else None)
    opening = " ".join(text[prose.span.start : prose.span.end][:400].split()) if prose else ""
    if len(opening) <= _LONGEST_TITLE:
        return opening, None
    return opening[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …", None


def _authors(text: str, blocks: Iterable[Block]) -> tuple[str, ...]:
    names: list[str] = []
    above = ""
    for line in (text[slice(*b.span)] for b in blocks if b.kind == "byline"):
        names.extend(author_names(line) or signed_names(line))
        if plain(above) in byline_phrases("author") and NAME_SHAPE.match(line):
            names.append(line)
        if POST.match(line) and NAME_SHAPE.match(above):
            names.append(above)
        above = line
    return tuple(dict.fromkeys(names))


def _outlet(text: str, blocks: Sequence[Block]) -> str | None:
    """The outlet named at the head of the page, or that signs the first dateline, the byline or the copyright.

    `EXAMPLE GAZETTE`, `(News 1st); ...`, `By Jo Doe, CNN`, `© The Lake Post 2022`.
    """
    prose = next((i for i, block in enumerate(blocks) if block.kind == "prose"), 0)
    for i, block in enumerate(blocks):
        line = text[slice(*block.span)]
        if i < prose and block.kind in ("other", "subheading") and is_nameplate(line):
            return nameplate(line)
        if block.kind == "dateline":
            found = _SIGN.search(line)
            # With a place before it, an unknown sign may as well be an agency's: "Vienna, Jan 15 (IBNS):".
            if found and not agencies_in(found.group(1)) and (found.start() == 0 or outlet_in(found.group(1))):
                return found.group(1)
        elif block.kind == "byline":
            parts = (line,) if not find_dates(line) else _signs(line)
            named = in_masthead(line) or next(filter(None, map(outlet_in, parts)), None)
            if named:
                return named
        elif block.kind == "other":
            claimed = _COPYRIGHT.search(line[:_LONGEST_NOTICE])
            owner = _AFTER_OWNER.sub("", claimed.group(1)).strip() if claimed else ""
            if outlet_in(owner):
                return owner
    return None


def _signs(line: str) -> list[str]:
    """The parts of a line with a date that may name an outlet: what stands after the date, and no section ("News")."""
    ends = ((part, find_dates(part)) for part in STROKES.split(line))
    return [rest for part, dates in ends if not is_navigation(rest := part[dates[-1].span.end :] if dates else part)]


def _relays(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """The agencies named in a dateline, in an agency's sign, in a byline, or in a line on where the report comes from.

    A picture's credit names none: `Image: AP` says where the picture comes from.
    """
    names: list[str] = []
    unnamed = False
    prose = [i for i, block in enumerate(blocks) if block.kind == "prose"]
    for i, block in enumerate(blocks):
        line = text[slice(*block.span)]
        if block.kind == "dateline":
            signs = ["".join(parts) for parts in _DATELINE_SIGN.findall(line)]
            names.extend(
                name for sign in signs for name in agencies_in(sign) or (sign,) * bool(_AN_AGENCY.search(sign))
            )
        elif block.kind == "credit" and _IN_BRACKETS.match(line) and not _under_picture(text, blocks, prose, i):
            names.extend(agencies_in(line.strip("()[]–—- ")))
        elif block.kind in ("other", "byline"):
            source = _WITH.search(line) or _SIGN.search(line)
            named = (agencies_in(source.group(1)) or _outlets(source.group(1))) if source else ()
            if block.kind == "byline":
                named = (*named, *(n for p in (*_PIECES.split(line), *_signs(line)) for n in agencies_in(p)))
            unnamed = unnamed or bool(_UNNAMED.search(line))
            names.extend(named)
    return tuple(dict.fromkeys(names)) or ((UNNAMED_AGENCIES,) if unnamed else ())


def _outlets(name: str) -> tuple[str, ...]:
    """The outlet that a line on where the report comes from names: `Source: BBC`."""
    bare = name.strip(" .()[]")
    return (bare,) if plain(bare) in words("news_outlets") else ()


def _under_picture(text: str, blocks: Sequence[Block], prose: Sequence[int], at: int) -> bool:
    """Whether a sign in brackets is a picture's: the article goes on below a first line or one that tells nothing."""
    if not prose or prose[-1] < at:
        return False
    return at - 1 in prose and (at - 1 == prose[0] or not tells(text[slice(*blocks[at - 1].span)]))
