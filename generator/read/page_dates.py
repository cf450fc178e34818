"""When a page says that it was published, and updated."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.calendar_dates import CalendarDate, find_dates, order_of
from generator.model import OPEN, Block, Dated
from generator.read.lines import ends_sentence
from generator.read.phrases import byline_phrases, is_date_line, plain

# A sentence of its own at an edge of the article's text: "... all the same. Published 4 May 2023."
_RUN_IN = re.compile(
    r"(?:^|(?<=[.!?…\"”’'])\s)\s*(?:First |Last )?(?:Published|Posted|Updated)(?: on|:)? ([^.!?\n]{6,40})(?:\.|$)"
)
# A date with one of these stated in a text of this kind is the page's own.
_HEAD_KINDS = ("byline", "dateline")
# A date without a word beside it is the page's own above the article, not below it (a correction's, another story's).
_HEAD = 2
# The day alone under the last sentence, nothing below it, is the article's where it has no other.
_LAST = 4
_MASTHEAD = "in its masthead, and the article no day of its own"


def stated_dates(text: str, blocks: Sequence[Block]) -> tuple[Dated, str | None]:
    """When the page says it was published, and updated. A date in the article's prose is never its own date.

    A date with a word for it comes first, then one below the headline, then a dateline's; a bare date above the
    headline is often the day on which the page was saved. A masthead's, with the weekday, is the paper's of that day,
    or the day of saving: it counts where there is no other. Where only an update is stated, it is the best there is.
    The one thing counted in prose, where nothing else is stated, is a sentence that says no more: `Published 4 May.`
    """
    published: list[tuple[int, Dated]] = []
    updated: list[Dated] = []
    last = _below_the_last_sentence(text, blocks)
    day_first = order_of(text)
    below = not any(block.kind == "headline" for block in blocks)
    above, prose, masthead = "", 0, None
    for at, block in enumerate(blocks):
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
                    masthead = masthead or replace(dated, basis="inferred", reason=f"{dated.reason} {_MASTHEAD}")
                elif dated is not None and (use or prose <= _HEAD):
                    rank = 0 if use else 2 if block.kind == "dateline" else 1 if below else 3
                    published.append((rank, dated))
                elif dated is not None and at == last:
                    published.append((_LAST, dated))
                use = ""
        above = line if block.kind == "byline" else ""
    if not published and not updated:
        _run_in(text, blocks, day_first, published, updated)
    first = min(published, key=lambda found: found[0])[1] if published else updated[0] if updated else masthead
    return first or OPEN, updated[0].value if updated else None


def _below_the_last_sentence(text: str, blocks: Sequence[Block]) -> int:
    """The index of the one block that stands below the article's last sentence; -1 where it is not one."""
    at = len(blocks) - 1
    above = blocks[at - 1] if at > 0 else None
    return at if above and above.kind == "prose" and ends_sentence(text[slice(*above.span)]) else -1


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
