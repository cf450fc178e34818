"""What a page says of itself: title, authors, outlet, dates, and the agencies it reports through."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.lexicons import words
from generator.model import Block, Dated, Sidecar, Span
from generator.read.bylines import POST, author_names, signed_names
from generator.read.content import Content
from generator.read.credits import tells
from generator.read.headline import split_outlet
from generator.read.inline import agencies_in
from generator.read.outlet import SIGN, outlet_of, signs
from generator.read.page_dates import stated_dates
from generator.read.phrases import NAME_SHAPE, byline_phrases, plain

_LONGEST_TITLE = 90
_WITH = re.compile(
    r"\b(?:with (?:inputs?|reports?|files|reporting|agency inputs?) (?:from|by)|source\s*:|via)\s+(.{2,60})",
    re.IGNORECASE,
)
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
        outlet=given.outlet or told.outlet or outlet or outlet_of(text, blocks),
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
        if POST.match(line) and NAME_SHAPE.match(above) and author_names(above) is None:
            names.append(above)
        above = line
    return tuple(dict.fromkeys(names))


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
            signed = ["".join(parts) for parts in _DATELINE_SIGN.findall(line)]
            names.extend(
                name for sign in signed for name in agencies_in(sign) or (sign,) * bool(_AN_AGENCY.search(sign))
            )
        elif block.kind == "credit" and _IN_BRACKETS.match(line) and not _under_picture(text, blocks, prose, i):
            names.extend(agencies_in(line.strip("()[]–—- ")))
        elif block.kind in ("other", "byline"):
            source = _WITH.search(line) or SIGN.search(line)
            named = (agencies_in(source.group(1)) or _outlets(source.group(1))) if source else ()
            if block.kind == "byline":
                named = (*named, *(n for p in (*_PIECES.split(line), *signs(line)) for n in agencies_in(p)))
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
