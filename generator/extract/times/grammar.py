"""Where the rules fit: the longest hit at each place that has a reading, from left to right."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.extract.times import (
    clocks,
    dates,
    holidays,
    lengths,
    months,
    quarters,
    references,
    stretches,
    weekdays,
    years,
)
from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.pieces import CORE, Piece, letters
from generator.extract.times.rules import Rule

_FAMILIES = (dates, weekdays, clocks, holidays, months, quarters, years, stretches, lengths, references)
RULES: tuple[Rule, ...] = tuple(rule for family in _FAMILIES for rule in family.RULES)


# Pieces that a rule may look at on both sides of its hit.
_VIEW = 16
# No rule reaches over a word that no time expression holds, nor fits where none of the core letters stands.
_SEGMENT = re.compile(r"[^.]+")
_CORE = re.compile(f"[{CORE}]")


def readings(found: Sequence[Piece], text: str, offset: int, ctx: Context) -> Iterator[tuple[Hit, Reading]]:
    """The time expressions of one block and their readings; `offset` is where the block begins in the document.

    What follows depends on what was told before, so the caller notes each reading before it takes the next.
    """
    spelled = letters(found)
    end = 0
    for segment in _SEGMENT.finditer(spelled):
        at = segment.start()
        for n, match in _fits(segment.group()):
            start, stop = at + match.start(), at + match.end()
            if start < end:
                continue
            groups = {k: found[at + match.start(k) : at + match.end(k)] for k, v in match.groupdict().items() if v}
            before, after = found[max(start - _VIEW, 0) : start], found[stop : stop + _VIEW]
            hit = Hit(found[start:stop], groups, before, after, offset, text)
            reading = None if ctx.is_title(hit) else RULES[n].read(hit, ctx)
            if reading is not None:
                yield hit, reading
                end = stop


@lru_cache(maxsize=4096)
def _fits(segment: str) -> tuple[tuple[int, re.Match[str]], ...]:
    """The numbers of the rules that fit in a segment, and where, in the order in which they are tried: from left to
    right, the longest first. The same few segments stand in every article."""
    if not _CORE.search(segment):
        return ()
    fits = [(n, m) for n, rule in enumerate(RULES) for m in rule.pattern.finditer(segment) if m.end() > m.start()]
    return tuple(sorted(fits, key=lambda fit: (fit[1].start(), -fit[1].end(), fit[0])))
