"""Words that point at what was said before: "That’s according to the union", "That was the message from Lind"."""

from generator.extract.quotations.content import Complement, Range
from generator.extract.quotations.cues import Cue, nouns
from generator.extract.quotations.noun_phrase import Speaker, phrase
from generator.extract.quotations.reading import Reading
from generator.lexicons import words

_POINTING = frozenset({"that", "this", "it", "those", "these"})
_BEING = frozenset({"is", "was", "'s", "’s", "are", "were", "be", "has", "been", "all", "at", "least"})
FARTHEST_NOUN = 6  # words of "That was the blunt public verdict"


def sentence_before(reading: Reading, at: int) -> tuple[Range, ...]:
    """The sentence of prose before the one that begins at a token; nothing at the start or after a heading."""
    before = at - 1
    while before >= 0 and reading.doc[before].is_space:
        before -= 1
    if before < 0 or reading.block[before] < 0:
        return ()
    low, high = reading.sentence_at(before)
    return ((low, high),) if reading.doc[high].text in (".", "!", "?", "”", '"') else ()


def points_back(reading: Reading, content: Range) -> bool:
    """Whether a range is only "That’s" or "This is"."""
    inside = [t.lower_ for t in reading.doc[content[0] : content[1] + 1] if t.text.strip("’'“”\"").isalnum()]
    return bool(inside) and inside[0] in _POINTING and all(w.strip("’'") in _BEING | {"s"} for w in inside[1:])


def this_was_said(cue: Cue, reading: Reading) -> Complement | None:
    """The sentence before "This was stated by the Office for Relief"."""
    token = cue.token
    what = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
    agent = any(c.dep_ == "agent" for c in token.children)
    if what is None or not agent or what.lower_ not in ("this", "that") or "s" not in cue.verb.frames:
        return None
    before = sentence_before(reading, what.sent.start)
    return Complement(before, "fronted") if before and what.i <= what.sent.start + 1 else None


def that_was(reading: Reading, at: int, end: int) -> tuple[int, Speaker] | None:
    """The noun and who speaks in "That was the message from the fire chief", right after a quotation."""
    doc = reading.doc
    if doc[at].lower_ not in ("that", "this", "such") or at + 2 > end or doc[at + 1].lower_ not in _BEING:
        return None
    for i in range(at + 2, min(at + 2 + FARTHEST_NOUN, end)):
        noun = doc[i]
        if noun.lower_ not in nouns() and noun.lower_ not in words("views"):
            continue
        for preposition in noun.children:
            named = next((c for c in preposition.children if c.dep_ == "pobj"), None)
            if preposition.lower_ in ("from", "of", "by") and named is not None:
                found = phrase(named, reading, "who the words before are from")
                return (i, found) if found is not None else None
    return None
