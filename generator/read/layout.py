"""What each paragraph of a page is for: headline, prose, or one of the kinds that are no part of the article.

The rules go from the certain to the probable, and a paragraph keeps the first answer it gets. Losing prose is worse
than keeping a caption, so what no rule claims is prose.
"""

import re
from dataclasses import dataclass

from generator.model import Block, Span
from generator.read.bylines import biographies, bylines, names_at_dates
from generator.read.captions import captions_nearby, own_captions
from generator.read.headline import find_headline, repeats
from generator.read.inline import blocks_of, dateline_end
from generator.read.lines import Paragraph, ends_sentence, paragraphs
from generator.read.navigation import is_navigation
from generator.read.page import (
    LONGEST_DATELINE,
    LONGEST_DECK,
    LONGEST_MOTTO,
    LONGEST_SUBHEADING,
    SHORTEST_LINK,
    Kinds,
    Page,
    page_of,
)
from generator.read.phrases import furniture, plain
from generator.read.related import heading_reach, related_links, stray_links

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:[^\n]*\n)*?---[ \t]*\r?(?:\n|\Z)")
_SHORTEST_COPY = 8
_SALUTATIONS = ("dear reader", "dear readers", "a letter from the editor")
# "The comments below have not been moderated", above what readers wrote.
_COMMENTS_OPEN = ("the comments below have", "sort comments by", "readers' comments")
_BULLETS = "•*-–✓✔●▪·"


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text, and where the headline stands."""

    blocks: tuple[Block, ...]
    headline: Span | None


def layout(text: str, title: str | None = None, front_matter: bool = False) -> Layout:
    """The blocks of a text in text order. `title` is the title a person gives; `front_matter`: the text may begin with
    a block of settings between lines of three hyphens."""
    head = _FRONT_MATTER.match(text[:20_000]) if front_matter else None
    offset = head.end() if head else 0
    found = tuple(p for p in paragraphs(text) if p.start >= offset)
    page = page_of(found)
    kinds = kinds_of(page, title)
    blocks = [Block(Span(0, len(head.group().rstrip())), "other")] if head else []
    first = True
    headline = None
    for i, paragraph in enumerate(page.paragraphs):
        parts = tuple(blocks_of(paragraph, kinds[i], first))
        blocks.extend(parts)
        if kinds[i] == "prose" and any(b.kind == "prose" for b in parts):
            first = False
        if kinds[i] == "headline":
            headline = parts[-1].span
    return Layout(tuple(blocks), headline)


def kinds_of(page: Page, title: str | None = None) -> dict[int, str]:
    """The kind of every paragraph of a page."""
    kinds: Kinds = {}
    for i, paragraph in enumerate(page.paragraphs):
        kind = furniture(paragraph.flat)
        if kind:
            kinds[i] = kind
        elif heading_reach(paragraph.flat):
            kinds[i] = "other"  # a heading of links at first sight; whether links follow is settled below
    kinds |= bylines(page, kinds)
    kinds |= own_captions(page, kinds)
    kinds |= _promises(page, kinds)
    kinds |= _comments(page, kinds)
    headline = find_headline(page, kinds, title)
    if headline is not None:
        # What stands above a headline in a few words is a section, a motto, the outlet's name.
        kinds |= {i: kind for i, kind in _datelines(page, kinds).items() if i < headline}
        above = [(i, page.paragraphs[i]) for i in range(headline) if i not in kinds]
        kinds |= {i: "other" for i, p in above if _is_label(p) or is_navigation(p.flat)}
        kinds[headline] = "headline"
        kinds |= repeats(page, kinds, headline)
    kinds |= names_at_dates(page, kinds) | _datelines(page, kinds)
    kinds |= captions_nearby(page, kinds)
    kinds |= biographies(page, kinds)
    kinds |= related_links(page, kinds)
    kinds |= stray_links(page, kinds)
    kinds |= _appeal(page, kinds)
    kinds |= _copies(page, kinds)
    kinds |= {i: "other" for i, p in enumerate(page.paragraphs) if i not in kinds and is_navigation(p.flat)}
    rest = {i: _prose_kind(page.paragraphs[i], i == 0) for i in range(len(page.paragraphs)) if i not in kinds}
    return kinds | rest | _deck({**kinds, **rest}, page, headline)


def _promises(page: Page, kinds: Kinds) -> Kinds:
    """The list below an advert behind the article: what a subscriber gets. Above the article it may be its summary."""
    found: Kinds = {}
    lines = ((i, p) for i, p in enumerate(page.paragraphs) if i not in kinds)
    first = next((i for i, p in lines if _is_sentence(p)), None)
    for i, paragraph in enumerate(page.paragraphs):
        if first is None or i <= first:
            continue
        above = kinds.get(i - 1) or found.get(i - 1)
        if i not in kinds and above == "advert" and paragraph.flat[0] in _BULLETS and not ends_sentence(paragraph.flat):
            found[i] = "advert"
    return found


def _is_sentence(paragraph: Paragraph) -> bool:
    return paragraph.words > SHORTEST_LINK and ends_sentence(paragraph.flat)


def _comments(page: Page, kinds: Kinds) -> Kinds:
    """What readers wrote below the article, under the line with which a page opens their comments."""
    prose = [i for i, p in enumerate(page.paragraphs) if i not in kinds and _is_sentence(p)]
    opened = (i for i, p in enumerate(page.paragraphs) if plain(p.flat).startswith(_COMMENTS_OPEN))
    start = next((i for i in opened if len(prose) > 1 and i > prose[1]), None)
    if start is None:
        return {}
    return {i: "other" for i in range(start + 1, len(page.paragraphs)) if i not in kinds}


def _appeal(page: Page, kinds: Kinds) -> Kinds:
    """A letter in which the outlet asks its readers for money, behind the article."""
    start = next((i for i, p in enumerate(page.paragraphs) if plain(p.flat) in _SALUTATIONS), None)
    if start is None or start * 3 < len(page.paragraphs):
        return {}  # an open letter, the article itself
    return {i: "advert" for i in range(start, len(page.paragraphs)) if i not in kinds}


def _is_label(paragraph: Paragraph) -> bool:
    return paragraph.words < (LONGEST_MOTTO if ends_sentence(paragraph.flat) else SHORTEST_LINK)


def _datelines(page: Page, kinds: Kinds) -> Kinds:
    """Datelines on a line of their own."""
    lines = ((i, p.flat) for i, p in enumerate(page.paragraphs) if i not in kinds and p.words <= LONGEST_DATELINE)
    return {i: "dateline" for i, line in lines if dateline_end(line, True) == len(line)}


def _copies(page: Page, kinds: Kinds) -> Kinds:
    """Paragraphs that repeat an earlier one word for word: the first is kept."""
    seen: set[str] = set()
    found: Kinds = {}
    for i, paragraph in enumerate(page.paragraphs):
        if i in kinds or paragraph.words < _SHORTEST_COPY:
            continue
        words = plain(paragraph.flat)
        if words in seen:
            found[i] = "other"
        seen.add(words)
    return found


def _prose_kind(paragraph: Paragraph, first: bool) -> str:
    line = paragraph.flat
    if ends_sentence(line) or paragraph.words > LONGEST_SUBHEADING or line.endswith((":", ",", ";")):
        return "prose"
    return "prose" if dateline_end(line, first) else "subheading"


def _deck(kinds: Kinds, page: Page, headline: int | None) -> Kinds:
    """The sentence or two below the headline, when the byline, a picture or buttons part them from the article."""
    if headline is None:
        return {}
    below = range(headline + 1, len(page.paragraphs))
    deck = next((i for i in below if kinds[i] not in ("repeated_title", "byline")), None)
    if deck is None or kinds[deck] != "prose" or page.paragraphs[deck].words > LONGEST_DECK:
        return {}
    apart = kinds.get(deck + 1) in ("byline", "credit", "caption", "share", "advert")
    prose_follows = any(kinds[i] == "prose" for i in below if i > deck)
    return {deck: "subheading"} if apart and prose_follows else {}
