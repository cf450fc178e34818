"""What a quoted passage looks like and how it stands in its sentence."""

from generator.extract.quotations.cues import cue_at, nouns
from generator.extract.quotations.noun_phrase import FINITE
from generator.extract.quotations.reading import Reading

# What may stand at either end of quoted words.
MARKS = "“”„\"'‘’«»‹›` "
# Fewer words with a verb may be a title or a slogan.
_SENTENCE = 4


def token_before(reading: Reading, token: int) -> int | None:
    """The last token before one that is no space, in the same block."""
    at = token - 1
    while at >= 0 and reading.doc[at].is_space:
        at -= 1
    if at < 0 or reading.block[at] < 0:
        return None
    # A paragraph that ends in a colon goes on with the quotation in the next one.
    return at if reading.block[at] == reading.block[token] or reading.doc[at].text == ":" else None


def is_utterance(reading: Reading, number: int) -> bool:
    """Whether a passage has the form of something said: a sentence or more, and not a title or a scare quote."""
    passage = reading.passages[number]
    inside = reading.text[passage.start : passage.end].strip(MARKS + "–—―\n")
    words = inside.split()
    if len(words) < 2 and inside[-1:] not in ".,!?":
        return False
    begins = inside[:1].isupper() or not inside[:1].islower()
    if not begins or inside[-1:] in ".,!?…-—–" or len(words) >= 6:
        return begins
    # "«We are going home». And then": the stop stands behind the marks
    following = reading.text[passage.end : passage.end + 1]
    return len(words) >= _SENTENCE and following == "." and is_clause(reading, number)


def is_clause(reading: Reading, number: int) -> bool:
    """Whether a passage is a whole sentence but for its stop: «We will not leave», said the colonel."""
    first, last = reading.ranges[number]
    inside = [t for t in reading.doc[first : last + 1] if t.text[0].isalnum()]
    return bool(inside) and inside[0].text[0].isupper() and any(t.tag_ in FINITE for t in inside)


def is_title(reading: Reading, number: int) -> bool:
    """Whether a passage looks like the title of a programme or a book: capitals throughout, no sentence in it."""
    passage = reading.passages[number]
    words = reading.text[passage.start : passage.end].strip(MARKS + ",.").split()
    return len(words) <= 8 and all(w[:1].isupper() or len(w) <= 3 or not w[:1].isalpha() for w in words)


def bounds(reading: Reading, number: int) -> tuple[int, int]:
    """The narration around a passage: the first token before it and the last after it, within its block."""
    first, last = reading.ranges[number]
    low = next(b[1] for b in reading.blocks if b[1] <= first <= b[2])
    high = next(b[2] for b in reading.blocks if b[1] <= last <= b[2])
    before = token_before(reading, first)
    if first == low and before is not None:
        low = next(b[1] for b in reading.blocks if b[1] <= before <= b[2])
    if number > 0:
        low = max(low, reading.ranges[number - 1][1] + 1)
    if number + 1 < len(reading.ranges) and reading.ranges[number + 1][0] > last:
        high = min(high, reading.ranges[number + 1][0] - 1)
    return low, high


def ends_sentence(reading: Reading, number: int) -> bool:
    """Whether the sentence ends with the passage."""
    passage, last = reading.passages[number], reading.ranges[number][1]
    if reading.text[passage.start : passage.end].rstrip(MARKS)[-1:] in ".?!":
        return True
    following = reading.doc[last + 1] if last + 1 < len(reading.doc) else None
    return following is None or following.is_space or following.text in (".", "?", "!", ";")


def ends_clause(reading: Reading, last: int) -> bool:
    """Whether nothing of the clause follows the passage."""
    if last + 1 >= len(reading.doc) or reading.block[last + 1] != reading.block[last]:
        return True
    following = reading.doc[last + 1]
    return following.is_space or following.text in (".", ",", ";", "?", "!", ")") or following.lower_ in ("and", "but")


def is_inside(reading: Reading, number: int) -> bool:
    """Whether words without marks stand before the passage in its sentence."""
    first = reading.ranges[number][0]
    before = token_before(reading, first)
    while before is not None and reading.doc[before].text == ",":
        before = token_before(reading, before)
    if before is None or reading.quote[before] >= 0:
        return False
    return (
        reading.doc[before].text not in (".", "?", "!", ":", ";")
        and reading.sentence[before] == reading.sentence[first]
    )


def sentence_start(reading: Reading, first: int) -> int:
    """Back from a token to where its sentence begins, over quoted fragments that belong to the sentence."""
    doc, at = reading.doc, first
    while (at > 0 and reading.block[at - 1] == reading.block[first]) or (at > 0 and doc[at - 1].is_space):
        before = doc[at - 1]
        inside = reading.quote[at - 1]
        if inside >= 0:
            if is_utterance(reading, inside):
                break
        elif (before.tag_ == "." and before.text in ".?!") or before.text in (":", ";"):
            break
        at -= 1
    return at


def lead(reading: Reading, number: int) -> int | None:
    """Where the sentence begins that a passage ends, if its first words stand outside the marks."""
    doc = reading.doc
    first = reading.ranges[number][0]
    at = sentence_start(reading, first)
    words = [t for t in doc[at:first] if not t.is_space]
    while words and (words[0].is_punct or words[0].text in "”\"'’"):
        words = words[1:]
    if not words or words[0].lower_ in ("asked", "when") or any(t.lower_ in nouns() for t in words):
        return None
    if any(c for t in words for c in cue_at(t) if c.verb.frames & {"q"} and reading.quote[t.i] < 0):
        return None
    return words[0].i if any(t.text[0].isalnum() for t in words) else None
