"""On what occasion something was said, by the words around the quotation."""

import re
from bisect import bisect_right
from functools import cache

from generator.corroborate.wording import lowered, one_of
from generator.lexicons import rows
from generator.model import Evidence, QuotationMention


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(_kinds())}(?!\w)")


@cache
def _kinds() -> dict[str, str]:
    return {row[0].lower(): row[1] for row in rows("occasion_phrases")}


def occasions(evidence: Evidence, quotation: QuotationMention) -> frozenset[str]:
    """The kinds of occasion named around a quotation, outside its own words, in the sentences it stands in."""
    anchors = [*quotation.spans, *([quotation.cue] if quotation.cue else [])]
    text, sentences = lowered(evidence.document.text), evidence.sentences
    first, last = min(s.start for s in anchors), max(s.end for s in anchors)
    kinds = set()
    for at in range(bisect_right(sentences, first, key=lambda s: s.end), len(sentences)):
        sentence = sentences[at]
        if sentence.start >= last:
            break
        if any(s.start < sentence.end and sentence.start < s.end for s in anchors):
            for match in _phrases().finditer(text, sentence.start, sentence.end):
                if not any(s.start <= match.start() < s.end for s in quotation.spans):
                    kinds.add(_kinds()[match.group()])
    return frozenset(kinds)
