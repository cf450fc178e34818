"""Lines that say who wrote an article and when it went out."""

import re

from generator.read.page import Kinds, Page
from generator.read.phrases import NAME_SHAPE, byline_phrases, furniture, is_date_line, plain

_BY = re.compile(r"^(?:by|By|BY)[\s:]+(?=[A-Z])")
_JOIN = re.compile(r"\s*(?:,|;|\||•|/|&|\band\b|\bin\b|–|—|\s-\s)\s*")
_REPORTING = re.compile(
    r"^[(\[]?\s*(?:additional )?(?:reporting|writing|editing|compiled|edited|translated) by\b", re.IGNORECASE
)
_CONTRIBUTED = re.compile(
    r"\b(?:contributed to this (?:report|story|article)|contributed reporting|"
    r"reported from [A-Z][\w.]+(?: and [A-Z]\w+)?)\.?\)?$"
)
_FOLLOW = re.compile(r"^follow\b.{1,80}\bon (?:twitter|facebook|instagram|x)\b|^twitter\s*:?\s*@\w+", re.IGNORECASE)
_JOBS = (
    "correspondent|reporter|editor|staff|writer|journalist|bureau chief|columnist|desk|producer|contributor|news|"
    "agencies|agency|reuters|afp|associated press|ap|bbc|cnn|guardian|times|post|online|press|today|media"
)
_JOB = re.compile(rf"\b(?:{_JOBS})\b", re.IGNORECASE)
_LONGEST = 25


def bylines(page: Page, kinds: Kinds) -> Kinds:
    """The lines with authors, desks and dates among the paragraphs that have no kind yet."""
    found: Kinds = {}
    for i, paragraph in enumerate(page.paragraphs):
        if i in kinds or i in found:
            continue
        line = paragraph.flat
        if is_byline(line):
            found[i] = "byline"
        elif plain(line) in ("by", "written by", "reported by", "story by", "author"):
            found[i] = "byline"
            below = i + 1
            if below < len(page.paragraphs) and NAME_SHAPE.match(page.paragraphs[below].flat):
                found[below] = "byline"
        elif _FOLLOW.search(line) and paragraph.words <= _LONGEST:
            found[i] = "share"
    return found | _names_at_dates(page, {**kinds, **found})


def is_byline(line: str) -> bool:
    """Whether a line names authors or gives the date of publication, and nothing else."""
    if len(line.split()) > _LONGEST or len(line) > 220:
        return False
    if is_date_line(line) or author_names(line) is not None or _REPORTING.match(line) or _CONTRIBUTED.search(line):
        return True
    bare = plain(line)
    starts = [*byline_phrases("published"), *byline_phrases("updated")]
    rest = next((bare[len(p) :] for p in starts if bare.startswith(p + " ")), None)
    if rest is not None and is_date_line(line[len(line) - len(rest) - 1 :]):
        return True
    return any(bare == p for p in byline_phrases("other"))


def author_names(line: str) -> tuple[str, ...] | None:
    """The authors a byline names: `By Jo Doe and Ann Roe, Diplomatic Editor` gives Jo Doe and Ann Roe.

    Empty for a desk (`By our staff reporter`), None for a line that is no byline.
    """
    bare = line.strip("()[] \u00a0*_-–—")
    lower = bare.casefold()
    phrase = next(
        (p for p in byline_phrases("author") if lower.startswith(p) and not lower[len(p) : len(p) + 1].isalnum()), None
    )
    if phrase is None or len(bare.split()) > _LONGEST:
        return None
    rest = bare[len(phrase) :].lstrip(" :,-–—|")
    if rest.casefold().startswith("by "):
        rest = rest[3:]
    names: list[str] = []
    for piece in filter(None, (p.strip(" .") for p in _JOIN.split(rest))):
        name = piece.title() if piece.isupper() else piece
        works = bool(_JOB.search(piece))
        if NAME_SHAPE.match(name) and not works and not is_date_line(piece):
            names.append(name)
        elif not works and (not names or (len(piece.split()) > 5 and not is_date_line(piece) and not furniture(piece))):
            return None
    return tuple(names) if names or _JOB.search(rest) else None


def _names_at_dates(page: Page, kinds: Kinds) -> Kinds:
    """A name alone on its line next to the date of publication, in the head of a page."""
    found: Kinds = {}
    for i, paragraph in enumerate(page.paragraphs[:12]):
        if i in kinds or i == 0 or not NAME_SHAPE.match(paragraph.flat):
            continue
        if any(
            kinds.get(j) == "byline" and is_date_line(page.paragraphs[j].flat)
            for j in (i - 1, i + 1)
            if 0 <= j < len(page.paragraphs)
        ):
            found[i] = "byline"
    return found
