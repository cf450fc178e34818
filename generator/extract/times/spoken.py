"""Today, yesterday and tomorrow inside a quotation: counted from the day of speaking, where the text gives it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator.extract.times.context import Context, Hit, Reading
from generator.extract.times.values import day_of, in_words

_QUOTED = re.compile(r"“[^“”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)|``(?:[^`'’]|'(?!'))*(?:''|\Z)")
# A speech reported after more than a week is told with its date in full; "today" in it is left to the reader.
_OLDEST = timedelta(days=7)

Read = tuple[Hit, Reading]


def settle_spoken(read: Sequence[Read], text: str, offset: int, ctx: Context) -> tuple[Read, ...]:
    """One block's readings, with those of quoted day words moved to the day that the sentence says was spoken on."""
    today = ctx.anchor.day
    if today is None or not any(reading.spoken for _, reading in read):
        return tuple(read)
    quoted = [(m.start() + offset, m.end() + offset) for m in _QUOTED.finditer(text)]

    def inside(hit: Hit) -> bool:
        at = bisect_right(quoted, (hit.start, 0)) - 1
        return at >= 0 and quoted[at][0] < hit.start < quoted[at][1]

    outside = [(hit, reading) for hit, reading in read if not inside(hit)]
    out: list[Read] = []
    for hit, reading in read:
        spoke = _day_of_speaking(hit, outside, today, ctx) if reading.spoken and inside(hit) else None
        out.append((hit, _moved(reading, spoke, today) if spoke else reading))
    return tuple(out)


def _day_of_speaking(hit: Hit, outside: Iterable[Read], today: date, ctx: Context) -> Read | None:
    """The one day in the recent past that the same sentence, or the one before it, gives outside quotation marks."""
    here = ctx.sentence_at(hit.start)
    near = [r for r in outside if ctx.sentence_at(r[0].start) in (here, here - 1)]
    days = [r for r in near if (day := day_of(r[1].value)) and today - _OLDEST <= day <= today]
    same = [r for r in days if ctx.sentence_at(r[0].start) == here] or days
    return same[-1] if len({r[1].value[:10] for r in same}) == 1 else None


def _moved(reading: Reading, spoke: Read, today: date) -> Reading:
    day, said = day_of(reading.value), day_of(spoke[1].value)
    if day is None or said is None:
        return reading
    value = (said + (day - today)).isoformat() + reading.value[10:]
    return replace(reading, value=value, how=f"in words spoken on {in_words(said.isoformat())}")
