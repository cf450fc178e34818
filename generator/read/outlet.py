"""The outlet that a page names: in its masthead, in the sign of its dateline or byline, in its copyright line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.calendar_dates import find_dates
from generator.lexicons import names, table, words
from generator.model import Block
from generator.read.bylines import author_names, outlet_in
from generator.read.inline import agencies_in
from generator.read.nameplate import (
    in_masthead,
    is_masthead,
    is_name,
    is_nameplate,
    masthead_name,
    nameplate,
    small_words,
)
from generator.read.navigation import is_navigation
from generator.read.phrases import NAME_SHAPE, STROKES, byline_phrases, is_city, is_date_line, plain

_LONGEST_NOTICE = 3_000
SIGN = re.compile(r"\(([^()]{2,40})\)")
_COPYRIGHT = re.compile(
    r"(?:(?<!©)(?<!©\s)©|\(c\)|copyright)[\s©]*+(?:\d{4}(?:\s*+[-–]\s*+\d{4})?)?[\s,]*+([A-Z][\w&’' ]{2,40})",
    re.IGNORECASE,
)
# "© The Lake Post 2022. All rights reserved": neither the year nor what follows is part of the name.
_AFTER_OWNER = re.compile(r"\s+(?:(?:19|20)\d\d\b|all rights\b).*$", re.IGNORECASE)
# What may stand behind the name: "Pedal Daily (New Zealand)", "The Northern Review, Arts", "Example Press in Lima".
_BESIDE = re.compile(r"\s*(?:\([^()]*\)$|,.*|\bin [A-Z].*)")
# "Original in German.", "Translation from the Polish": how a page tells of another text.
_OF_ANOTHER_TEXT = re.compile(r"(?:original|translat(?:ion|ed)|source|version)\b", re.IGNORECASE)


def outlet_of(text: str, blocks: Sequence[Block]) -> str | None:
    """The outlet named at the head of the page, or that signs the first dateline, the byline or the copyright.

    `EXAMPLE GAZETTE`, `(News 1st); ...`, `By Jo Doe, CNN`, `© The Lake Post 2022`.
    """
    prose = next((i for i, block in enumerate(blocks) if block.kind == "prose"), 0)
    for i, block in enumerate(blocks):
        line = text[slice(*block.span)]
        if i < prose and block.kind in ("other", "subheading") and is_nameplate(line):
            return nameplate(line)
        if block.kind == "dateline":
            found = SIGN.search(line)
            # With a place before it, an unknown sign may as well be an agency's: "Vienna, Jan 15 (IBNS):".
            if found and not agencies_in(found.group(1)) and (found.start() == 0 or outlet_in(found.group(1))):
                return found.group(1)
        elif block.kind == "byline":
            parts = (line,) if not find_dates(line) else signs(line)
            named = in_masthead(line) or next(filter(None, map(outlet_in, parts)), None)
            if named:
                return named
        elif block.kind == "other":
            claimed = _COPYRIGHT.search(line[:_LONGEST_NOTICE])
            owner = _AFTER_OWNER.sub("", claimed.group(1)).strip() if claimed else ""
            if outlet_in(owner):
                return owner
    return next(_in_the_head(text, blocks[:prose]), None)


def without_nameplate(text: str, blocks: Sequence[Block], outlet: str | None) -> tuple[Block, ...]:
    """The blocks, with the line that only names the outlet above the article taken out of its prose."""
    prose = next((i for i, block in enumerate(blocks) if block.kind == "prose"), 0)

    def kind(at: int, block: Block) -> str:
        line = text[slice(*block.span)].strip()
        names_it = outlet is not None and line.strip("*_# ").casefold() == outlet.casefold()
        return "other" if at < prose and block.kind == "subheading" and names_it else block.kind

    return tuple(replace(block, kind=kind(at, block)) for at, block in enumerate(blocks))


def signs(line: str) -> list[str]:
    """The parts of a line with a date that may name an outlet: what stands after the date, and no section ("News")."""
    ends = ((part, find_dates(part)) for part in STROKES.split(line))
    return [rest for part, dates in ends if not is_navigation(rest := part[dates[-1].span.end :] if dates else part)]


def _in_the_head(text: str, head: Sequence[Block]) -> Iterator[str]:
    """The names above the article that stand with its day: `El Faro, English page, 6 August 2026`, or the line above
    one with the day. What may be a person's name is none: authors stand there, too."""
    lines = [text[slice(*block.span)] for block in head if block.kind != "headline"]
    for line, below in pairwise((*lines, "")):
        if _OF_ANOTHER_TEXT.match(line):
            continue
        found = masthead_name(line) if is_masthead(line) else ""
        if not found and find_dates(below) and (is_masthead(below) or is_date_line(below)):
            bare = _BESIDE.sub("", line)
            found = bare if is_name(bare) and not (NAME_SHAPE.match(bare) and len(bare.split()) == 2) else ""
        if found and not (author_names(line) is not None or " by " in found or find_dates(found) or _is_other(found)):
            yield nameplate(found)


def _is_other(name: str) -> bool:
    """Whether a name is a person's, an agency's, a desk's, a section's or a place's."""
    first = name.split()[0]
    person = names.is_given_name(first) and first.casefold() not in small_words()  # "Le" is both
    if person or name in table("news_agencies") or plain(name) in byline_phrases("other"):
        return True
    if plain(name) in (*byline_phrases("published"), *byline_phrases("updated")):
        return True
    places = (part.strip().removesuffix(" City") for part in re.split(r"[/,]| and ", name))
    return is_navigation(name) or any(is_city(p) or names.fold(p) in words("cities") for p in places)
