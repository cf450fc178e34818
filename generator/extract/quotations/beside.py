"""Statements whose speaker stands in the next quotation or on the margin: fragments beside quotations, transcripts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.extract.quotations.attribution import Attribution
from generator.extract.quotations.content import Range
from generator.extract.quotations.form import is_title
from generator.extract.quotations.noun_phrase import FINITE, Speaker
from generator.extract.quotations.reading import Reading
from generator.lexicons import words

_MARKS = frozenset(['"', "“", "”"])
LEAST_WORDS = 4
TURN = "name before the turn of a transcript"
LONGEST_LABEL = 4
LONGEST_POST = 12  # tokens in the brackets behind it
LEAST_TURNS = 2


@dataclass(frozen=True, slots=True)
class Beside:
    """What is said and by whom, without a cue; `verbatim` in a transcript, where no marks are needed."""

    content: Range
    speaker: Speaker
    verbatim: bool = False


def fragments(reading: Reading, direct: list[Attribution], open_passages: list[int]) -> Iterator[Beside]:
    """Sentences with a quoted clause and no cue right before a quotation of the same paragraph, whose speaker it has.

    "If Russia moves, “there are things that can be done quickly”. “To build confidence,” he said."
    """
    for number in open_passages:
        first, last = reading.ranges[number]
        inside = [t for t in reading.doc[first : last + 1] if t.text[0].isalnum()]
        if len(inside) < LEAST_WORDS or not any(t.tag_ in FINITE for t in inside) or is_title(reading, number):
            continue
        following = next((a for a in direct if a.passages[0] == number + 1 and a.speaker is not None), None)
        if following is None or following.speaker is None:
            continue
        content = _sentence(reading, first, last)
        start = reading.ranges[number + 1][0]
        between = reading.doc[content[1] + 1 : start]
        if reading.block[start] != reading.block[first] or any(t.text[0].isalnum() for t in between):
            continue
        yield Beside(content, replace(following.speaker, rule="speaker of the quotation after it"))


def _sentence(reading: Reading, first: int, last: int) -> Range:
    doc = reading.doc
    while first > 0 and reading.block[first - 1] == reading.block[last]:
        before = doc[first - 1]
        ended = before.tag_ == "." and before.text in ".?!"
        if ended or (reading.quote[first - 1] >= 0 and reading.quote[first - 1] != reading.quote[first]):
            break
        first -= 1
    while last + 1 < len(doc) and reading.block[last + 1] == reading.block[first] and reading.quote[last + 1] < 0:
        if doc[last].tag_ == "." and doc[last].text in ".?!":
            break
        last += 1
    return first, last


def turns(reading: Reading) -> Iterator[Beside]:
    """The turns of a transcript: paragraphs that begin with a name and a colon, one of the names more than once."""
    found = [b for b in (_turn(reading, first, last) for _, first, last in reading.blocks) if b is not None]
    labels = [reading.text[b.speaker.span.start : b.speaker.span.end].split()[-1].upper() for b in found]
    again = [label for label in labels if labels.count(label) > 1]
    sentences = sum(any(t.tag_ in FINITE for t in reading.doc[b.content[0] : b.content[1] + 1]) for b in found)
    if sentences >= LEAST_TURNS and again and len(set(labels)) > 1:
        yield from found


def _in_a_name(word: str) -> bool:
    return word[0].isupper() or word in words("name_particles")


def _turn(reading: Reading, first: int, last: int) -> Beside | None:
    while first < last and reading.doc[first].text in _MARKS:
        first += 1
    while first < last and reading.doc[last].text in _MARKS:
        last -= 1
    near = range(first + 1, min(first + LONGEST_LABEL, last - 1) + 1)
    ends = next((i for i in near if reading.doc[i].text in (":", "(")), None)
    if ends is not None and reading.doc[ends].text == "(":  # "ADA MOSS (the board's chairman):"
        beyond = range(ends + 1, min(ends + LONGEST_POST, last - 1) + 1)
        colon = next((i for i in beyond if reading.doc[i - 1 : i + 1].text.endswith("):")), None)
    else:
        colon = ends
    if ends is None or colon is None or reading.quote[colon + 1] >= 0:
        return None
    label = [t for t in reading.doc[first:ends] if t.text[0].isalnum()]
    sentence = reading.doc[last].text[-1] in ".?!…)"
    if not label or not sentence or len(label[0].text) < 2 or not all(_in_a_name(t.text) for t in label):
        return None
    speaker = Speaker(reading.span(label[0].i, label[-1].i), TURN, first)
    return Beside((colon + 1, last), speaker, verbatim=True)
