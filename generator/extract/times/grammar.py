"""Where the rules fit: the longest hit at each place that has a reading, from left to right."""

import re
from collections.abc import Iterator, Sequence

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
    hits: list[tuple[int, int, int, re.Match[str]]] = []
    for segment in _SEGMENT.finditer(spelled):
        if _CORE.search(segment.group()):
            for n, rule in enumerate(RULES):
                fits = rule.pattern.finditer(spelled, *segment.span())
                hits.extend((m.start(), -m.end(), n, m) for m in fits if m.end() > m.start())
    end = 0
    for start, minus_end, n, match in sorted(hits, key=lambda h: h[:3]):
        if start < end:
            continue
        groups = {k: found[match.start(k) : match.end(k)] for k, v in match.groupdict().items() if v}
        hit = Hit(
            found[start:-minus_end],
            groups,
            found[max(start - _VIEW, 0) : start],
            found[-minus_end : _VIEW - minus_end],
            offset,
            text,
        )
        reading = None if ctx.is_title(hit) else RULES[n].read(hit, ctx)
        if reading is not None:
            yield hit, reading
            end = -minus_end
