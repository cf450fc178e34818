"""Where the content of a reported clause ends."""

from spacy.tokens import Token

from generator.extract.quotations.cues import nouns, verbs
from generator.extract.quotations.noun_phrase import subject
from generator.extract.quotations.reading import Reading
from generator.extract.quotations.speaker import joined_cue


def shared_cue(clause: Token, cue: Token) -> int | None:
    """Where the content ends because a second cue follows that has the first one's subject.

    "said the mill would reopen and promised to rehire": the parse joins "promised" to "reopen". A reporting verb of the
    cue's own form without a subject is taken to go on with the cue.
    """
    second = joined_cue(clause, cue)
    if second is None:
        return None
    before = [c.i for c in second.head.children if c.dep_ == "cc" and c.i < second.i]
    return max(before, default=second.left_edge.i)


def until(clause: Token, cue: Token, last: int, reading: Reading) -> int:
    """The end of the clause, with what the parse hung on the cue though it belongs to what was said."""
    for child in sorted((c for c in cue.children if c.i > clause.i), key=lambda c: c.i):
        if child.left_edge.i != last + 1:
            if child.left_edge.i <= last:
                continue
            break
        marked = any(
            c.dep_ == "mark" and c.lower_ in ("if", "because", "as", "while", "unless") for c in child.children
        )
        if (child.dep_ == "advcl" and marked) or child.dep_ in ("prep", "dep"):
            last = child.right_edge.i
        else:
            break
    return _before_another_cue(reading, clause.i + 1, last)


def _taken_up(token: Token) -> bool:
    """ ", a claim the army denied": the reporter's word on what was said."""
    noun = token.head if token.dep_ == "det" and token.lower_ == "a" else None
    if noun is None or noun.lower_ not in nouns() or noun.dep_ != "appos":
        return False
    return any(c.dep_ == "relcl" and c.lower_ in verbs() for c in noun.children)


def _before_another_cue(reading: Reading, first: int, last: int) -> int:
    """The end of the content before a relative clause that attributes anew: ", which he called a mistake"."""
    for i in range(first, last):
        pronoun = reading.doc[i + 1]
        if reading.doc[i].text == "," and reading.quote[i] < 0 and _taken_up(pronoun):
            return i
        if reading.doc[i].text != "," or reading.quote[i] >= 0 or pronoun.lower_ not in ("which", "who", "whom"):
            continue
        verb = pronoun
        while verb.dep_ != "relcl" and verb.head.i != verb.i:
            verb = verb.head
        own = subject(verb)
        if verb.dep_ == "relcl" and verb.lower_ in verbs() and own is not None and own.lower_ not in ("which", "who"):
            return i
    return last
