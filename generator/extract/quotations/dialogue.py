"""Speech after a dash instead of between marks, as many languages print it and translations keep it.

"– We rule nothing out, – said the minister. – First the water." "– My husband is no spy, she says." A dash before a
paragraph may as well begin an item of a list, so somebody has to say what follows it.
"""

import re
from collections.abc import Iterator

from generator.extract.quotations.cues import verbs
from generator.extract.quotations.passage import Passage
from generator.model import Span

# A dash where a paragraph or a sentence begins, or after a colon.
_OPENING = re.compile(r"(?:^|(?<=[.!?…:»”\"] ))[–—―-](?=\s?[^\W\d_])\s?", re.MULTILINE)
_CLOSING = re.compile(r"\s[–—―-]\s?")
_TAIL = re.compile(r"(?<=[,?!…])\s(?:(?:[A-Z][\w’'.-]*|he|she|they|the [a-z]+|[a-z]+ the)\s){1,4}?|(?<=[,?!…])\s")
_WORD = re.compile(r"\w+")
# "– precised the minister", "– has she added": whatever the verb.
_TOLD = re.compile(
    r"(?:(?:has|had) )?[a-z]+ed (?:the|his|her|its|their|he|she|they|[A-Z])|(?:has|had) (?:he|she) [a-z]+ed\b"
)
# Words between the dash and its verb: "– said on his part the mayor", "– the deputy head of the office assures".
_NEAR = 6
_FAR = 400  # characters to the end of a sentence


def dialogue(text: str, block: Span) -> Iterator[Passage]:
    """The passages of a paragraph that are spoken after a dash, each with its dash."""
    opened = list(_OPENING.finditer(text[block.start : block.end]))
    told = False
    for number, mark in enumerate(opened):
        start = block.start + mark.start()
        limit = block.start + opened[number + 1].start() if number + 1 < len(opened) else block.end
        end = _end(text, block.start + mark.end(), limit)
        announced = text[max(start - 2, block.start) : start].rstrip().endswith(":")
        if end is None and (told or announced):
            end = block.start + len(text[block.start : limit].rstrip())
        if end is not None and any(c.isalnum() for c in text[start:end]):
            told = True
            yield Passage((Span(start, end),))


def _end(text: str, start: int, limit: int) -> int | None:
    """Where the words end that somebody says: at the dash, the comma or the mark before "said the minister"."""
    for dash in _CLOSING.finditer(text, start, limit):
        narrated = re.split(r"[.!?…]", text[dash.end() : min(dash.end() + _FAR, limit)], maxsplit=1)[0]
        if _TOLD.match(narrated) or any(_says(word) for word in _WORD.findall(narrated)[:_NEAR]):
            return dash.start()
    for tail in _TAIL.finditer(text, start, limit):
        verb = _WORD.match(text, tail.end(), limit)
        if verb and _says(verb.group()) and re.search(r"[.!?…]", text[verb.end() : min(verb.end() + _FAR, limit)]):
            return tail.start()
    return None


def _says(word: str) -> bool:
    return any("q" in verb.frames and word != verb.base for verb in verbs().get(word, ()))
