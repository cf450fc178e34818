"""Where the rules fit: the longest hit at each place that has a reading, from left to right."""

from collections.abc import Iterator, Sequence

from generator.extract.times import days, lengths, references, stretches, years
from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.lexer import Piece, letters
from generator.extract.times.rules import Rule

RULES: tuple[Rule, ...] = (
    *days.RULES,
    *years.RULES,
    *stretches.RULES,
    *lengths.RULES,
    *references.RULES,
)


def readings(found: Sequence[Piece], text: str, offset: int, ctx: Context) -> Iterator[tuple[Hit, Reading]]:
    """The time expressions of one block and their readings; `offset` is where the block begins in the document.

    What follows depends on what was told before, so the caller notes each reading before it takes the next.
    """
    spelled = letters(found)
    hits = [
        (m.start(), -m.end(), n, m) for n, rule in enumerate(RULES) for m in rule.pattern.finditer(spelled) if m.group()
    ]
    end = 0
    for start, minus_end, n, match in sorted(hits, key=lambda h: h[:3]):
        if start < end:
            continue
        groups = {k: found[match.start(k) : match.end(k)] for k, v in match.groupdict().items() if v}
        hit = Hit(found[start:-minus_end], groups, found[:start], found[-minus_end:], offset, text)
        reading = None if ctx.is_title(hit) else RULES[n].read(hit, ctx)
        if reading is not None:
            yield hit, reading
            end = -minus_end
