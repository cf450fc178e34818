"""A press release: what a body says of itself from the first word to the last, without a cue.

"Press release of the Ministry of Transport … The bridge was inspected in May." is the ministry's statement.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.extract.quotations.beside import Beside
from generator.extract.quotations.noun_phrase import FINITE, Speaker
from generator.extract.quotations.reading import Reading
from generator.lexicons import words
from generator.model import Mention
from generator.model.evidence import RELEASED

# Lines at the top and at the end of a release, and words in such a line.
_LINES, _LONGEST_LINE = 5, 14
_SENTENCE = 6  # words that may end in a full stop there: "Harbour Lines Inc."
_FEWEST = 4  # words of a sentence that says something
_TITLE = re.compile(
    r"(?:press|media|news|public|official) (?:release|statement|notice|information|communiqu[eé])\b"
    r"|(?:(?:joint|open) )?(?:statement|communiqu[eé]|announcement|notice)\b|for immediate release\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:press|media) (?:contact|service|office|enquiries|inquiries)\b|for (?:\w+ )?(?:inquiries|enquiries)\b"
    r"|(?:further|more) information:|about [A-Z]|notes? to editors",
    re.IGNORECASE,
)


def release(reading: Reading, held: Sequence[bool]) -> Iterator[Beside]:
    """The sentences of a press release in which nobody is quoted, as words of the body that issues it."""
    lines = [line.strip() for line in reading.text.splitlines() if line.strip()]
    top = [x for x in lines[:_LINES] if len(x.split()) <= (_SENTENCE if x[-1] in '."”’' else _LONGEST_LINE)]
    end = [line for line in lines[-_LINES:] if len(line.split()) <= _LONGEST_LINE]
    titled, signed = any(map(_TITLE.match, top)), any(map(_CONTACT.match, end))
    ours = (titled or signed) and _of_ours(reading, held)
    issuer = _issuer(reading, top, ours) if titled or ours else None
    if issuer is None:
        return
    speaker = Speaker(issuer.span, RELEASED, reading.tokens(issuer.span)[-1])
    for block, first, last in reading.blocks:
        at = first
        while at <= last and reading.text[block.span.start : block.span.end].strip() not in top:
            low, high = reading.sentence_at(at)
            sentence = reading.doc[low : high + 1]
            said = sum(t.text[0].isalnum() for t in sentence) >= _FEWEST and any(t.tag_ in FINITE for t in sentence)
            if said and not any(held[low : high + 1]):
                yield Beside((low, high), speaker)
            at = high + 1
            while at <= last and reading.sentence[at] < 0:
                at += 1


def _of_ours(reading: Reading, held: Sequence[bool]) -> bool:
    """Whether the text itself speaks of "our" technicians."""
    return any(t.lower_ in ("we", "our", "us") and not held[t.i] and reading.quote[t.i] < 0 for t in reading.prose())


def _issuer(reading: Reading, top: Sequence[str], ours: bool) -> Mention | None:
    """The body that a line at the top names and most sentences are about; else "the company" that says "ours"."""
    named = {word.casefold() for line in top for word in re.findall(r"[^\W\d_]{2,}", line) if word[0].isupper()}
    acting = [
        m
        for m in reading.doc._.mentions
        if m.kind != "pronoun" and m.type in ("organisation", "unknown") and m.number != "plural"
        if m.function == "subject" and m.head.casefold() not in words("person_roles")
        if not _TITLE.match(reading.text, reading.text.rfind("\n", 0, m.span.start) + 1)
    ]
    often = Counter(m.head.casefold() for m in acting)
    at_the_top = [m for m in acting if m.head.casefold() in named]
    itself = [m for m in acting if m.type == "organisation" and m.text.casefold().startswith("the ")]
    return max(
        at_the_top or (itself if ours else []), key=lambda m: (often[m.head.casefold()], -m.span.start), default=None
    )
