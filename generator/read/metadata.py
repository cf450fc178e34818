"""What a page says of itself: title, authors, outlet, dates, and the agencies it reports through."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.calendar_dates import CalendarDate, find_dates, order_of
from generator.lexicons import words
from generator.model import OPEN, Block, Dated, Sidecar, Span
from generator.read.bylines import author_names, outlet_in, signed_names
from generator.read.content import Content
from generator.read.credits import tells
from generator.read.headline import split_outlet
from generator.read.inline import agencies_in
from generator.read.nameplate import is_nameplate, nameplate
from generator.read.phrases import NAME_SHAPE, STROKES, byline_phrases, is_date_line, is_navigation, plain

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
# A sentence of its own at an edge of the article's text: "... all the same. Published 4 May 2023."
_RUN_IN = re.compile(
    r"(?:^|(?<=[.!?…\"”’'])\s)\s*(?:First |Last )?(?:Published|Posted|Updated)(?: on|:)? ([^.!?\n]{6,40})(?:\.|$)"
)
_DATELINE_SIGN = re.compile(r"\(([^()]{2,60})\)|/([^/]{2,30})/|[-–—] ?([A-Z][\w ]{2,20})\.$")
_IN_BRACKETS = re.compile(r"[(\[–—-](?:[^:/]{1,58}|[A-Za-z]{2,8}/[A-Za-z]{2,8}[)\]])$")
_PIECES = re.compile(r"(?<!\s)\s*+(?:,|;|\||•|\bby\b|\bwith\b|\band\b)\s*+", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\bwith\b.{0,20}\b(?:wires?|agencies|agency|news services)\b|^\W*(?:news )?agencies\W*$", re.IGNORECASE
)
UNNAMED_AGENCIES = "news agencies, not named"
# A date with one of these stated in a text of this kind is the page's own.
_HEAD_KINDS = ("byline", "dateline")
# A date without a word beside it is the page's own above the article, not below it (a correction's, another story's).
_HEAD = 2


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
        above = line
    return tuple(dict.fromkeys(names))


def _outlet(text: str, blocks: Sequence[Block]) -> str | None:
    """The outlet named above the headline, or that signs the first dateline, the byline or the copyright.

    `EXAMPLE GAZETTE`, `(News 1st); ...`, `By Jo Doe, CNN`, `© The Lake Post 2022`.
    """
    headline = next((i for i, block in enumerate(blocks) if block.kind == "headline"), 0)
    for i, block in enumerate(blocks):
        line = text[slice(*block.span)]
        if i < headline and block.kind == "other" and is_nameplate(line):
            return nameplate(line)
        if block.kind == "dateline":
            found = _SIGN.search(line)
            # With a place before it, an unknown sign may as well be an agency's: "Vienna, Jan 15 (IBNS):".
            if found and not agencies_in(found.group(1)) and (found.start() == 0 or outlet_in(found.group(1))):
                return found.group(1)
        elif block.kind == "byline":
            parts = (line,) if not find_dates(line) else _signs(line)
            named = next(filter(None, map(outlet_in, parts)), None)
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
            names.extend(name for sign in _DATELINE_SIGN.findall(line) for name in agencies_in("".join(sign)))
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


def stated_dates(text: str, blocks: Sequence[Block]) -> tuple[Dated, str | None]:
    """When the page says it was published, and updated. A date in the article's prose is never its own date.

    A date with a word for it comes first, then one below the headline, then a dateline's; a bare date above the
    headline is often the day on which the page was saved. Where only an update is stated, it is the best there is.
    The one thing counted in prose, where nothing else is stated, is a sentence that says no more: `Published 4 May.`
    """
    published: list[tuple[int, Dated]] = []
    updated: list[Dated] = []
    day_first = order_of(text)
    below = not any(block.kind == "headline" for block in blocks)
    above, prose = "", 0
    for block in blocks:
        line = text[slice(*block.span)]
        below = below or block.kind == "headline"
        prose += block.kind == "prose"
        if block.kind in _HEAD_KINDS:
            use = _use(above) if not find_dates(above, day_first) else ""
            for found in find_dates(line, day_first):
                use = _use(line[: found.span.start]) or use
                dated = _dated(found, line)
                if dated is not None and use == "updated":
                    updated.append(dated)
                elif dated is not None and not use and not below and found.weekday is not None and not found.has_time:
                    continue  # the masthead's: the day on which the page was saved
                elif dated is not None and (use or prose <= _HEAD):
                    rank = 0 if use else 2 if block.kind == "dateline" else 1 if below else 3
                    published.append((rank, dated))
                use = ""
        above = line if block.kind == "byline" else ""
    if not published and not updated:
        _run_in(text, blocks, day_first, published, updated)
    first = min(published, key=lambda found: found[0])[1] if published else updated[0] if updated else OPEN
    return first, updated[0].value if updated else None


def _run_in(
    text: str,
    blocks: Sequence[Block],
    day_first: bool | None,
    published: list[tuple[int, Dated]],
    updated: list[Dated],
) -> None:
    """Add the date that a sentence of its own in the first or the last paragraph gives as the page's."""
    prose = [block for block in blocks if block.kind == "prose"]
    for block in dict.fromkeys((*prose[:1], *prose[-1:])):
        for sentence in _RUN_IN.finditer(text[slice(*block.span)]):
            line = sentence.group().strip()
            dates = find_dates(line, day_first) if is_date_line(sentence.group(1)) else ()
            dated = _dated(dates[0], line) if dates else None
            if dated is not None and _use(line[: dates[0].span.start]) == "updated":
                updated.append(dated)
            elif dated is not None:
                published.append((0, dated))


def _use(words: str) -> str:
    """`published` or `updated` by the last such word before a date."""
    bare = f" {plain(words)} "
    places = [
        (bare.rfind(f" {phrase}"), len(phrase), use)
        for use in ("published", "updated")
        for phrase in (plain(p) for p in byline_phrases(use))
        if f" {phrase} " in bare or f" {phrase}:" in bare
    ]
    return max(places)[2] if places else ""


def _dated(found: CalendarDate, line: str) -> Dated | None:
    """A date on a page as the page's date. Needs the year; day and month that could change places give a window."""
    if found.value.startswith("XXXX") or (found.precision == "year" and not found.ambiguous_order):
        return None
    reason = f"the page says “{' '.join(line.split())[:120]}”"
    if found.ambiguous_order:
        first, last = min(found.readings), max(found.readings)
        reason = f"{reason}; day and month could change places"
        return Dated(found.value, "stated", reason, first, last)
    if found.has_time and found.zone and not re.search(r"(?:Z|[+-]\d\d:\d\d)$", found.value):
        reason = f"{reason}; the time zone {found.zone} has more than one meaning"
    return Dated(found.value, "stated", reason)
