"""On what occasion something was said, by the words around the quotation."""

import re
from bisect import bisect_right
from functools import cache

from generator.lexicons import rows
from generator.model import Evidence, QuotationMention


@cache
def _phrases() -> re.Pattern[str]:
    forms = sorted((row[0] for row in rows("occasion_phrases")), key=lambda f: (-len(f), f))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)", re.I)


@cache
def _kinds() -> dict[str, str]:
    return {row[0].lower(): row[1] for row in rows("occasion_phrases")}


def occasions(evidence: Evidence, quotation: QuotationMention) -> frozenset[str]:
    """The kinds of occasion named around a quotation, outside its own words, in the sentences it stands in."""
    anchors = [*quotation.spans, *([quotation.cue] if quotation.cue else [])]
    at = bisect_right(evidence.sentences, min(s.start for s in anchors), key=lambda s: s.end)
    kinds = set()
    for sentence in evidence.sentences[at:]:
        if sentence.start >= max(s.end for s in anchors):
            break
        if any(s.start < sentence.end and sentence.start < s.end for s in anchors):
            for match in _phrases().finditer(evidence.document.text, sentence.start, sentence.end):
                if not any(s.start <= match.start() < s.end for s in quotation.spans):
                    kinds.add(_kinds()[match.group().lower()])
    return frozenset(kinds)
