"""How long something takes, and how old somebody is."""

import re
from functools import cache

from spacy.tokens import Doc

from generator.extract.attributes import document_of
from generator.extract.figures.reading import Reading
from generator.lexicons import rows
from generator.model import Mention

# "Two weeks after the raid" tells a day, "burned for two days before it was out" a length.
_POINT = re.compile(r" (?:after|before|later|earlier|ago|from now|since|until|to go|into|on)\b", re.I)
_FOR = re.compile(r"\b(?:for|lasted|lasting|took|takes|take|taken|needed|spent)(?: \w+){0,2} $", re.I)
# What stands between somebody and the age.
_ITS_AGE = re.compile(r",? ?\(?(?:who )?(?:aged |is |was )?")


@cache
def lengths() -> frozenset[str]:
    """The units of time."""
    return frozenset(row[1] for row in rows("units") if row[2] == "duration")


def tells_length(doc: Doc, reading: Reading, offset: int) -> bool:
    """Whether a number of hours, days or years is of how long something takes ("jailed for 14 years"), by the times
    of the Doc; `offset` is where the sentence begins."""
    text, start, end = document_of(doc).text, offset + reading.core, offset + reading.numeral_end
    if _POINT.match(text, offset + reading.end) and not _FOR.search(text, max(0, start - 40), start):
        return False
    return any(t.type == "DURATION" and t.span.start < end and start < t.span.end for t in doc._.times)


def aged(doc: Doc, reading: Reading, offset: int) -> Mention | None:
    """Who is so old: "Todorov, 46,", "the 44-year-old driver", "She is 29 years old"; nobody where the number is of no
    person."""
    text, start, end = document_of(doc).text, offset + reading.start, offset + reading.end
    mentions: tuple[Mention, ...] = doc._.mentions
    for mention in mentions:
        if mention.type != "person":
            continue
        whose = mention.span
        before = whose.end <= start and _ITS_AGE.fullmatch(text, whose.end, start) is not None
        if before or (whose.start < end and start < whose.end) or text[end : whose.start] == " ":
            return mention
    return None
