"""Where the content of a reported clause ends."""

from spacy.tokens import Token

from generator.extract.quotations.content import Range
from generator.extract.quotations.cues import nouns, verbs
from generator.extract.quotations.form import ends_clause
from generator.extract.quotations.noun_phrase import FINITE, subject
from generator.extract.quotations.reading import Reading
from generator.extract.quotations.speaker import joined_cue
from generator.lexicons import words

_FINITE_OR_ING = frozenset({"VBD", "VBZ", "VBP", "VBG"})
_TURNING = frozenset({"while", "with", "whereas", "but", "and"})
_OCCASION = frozenset({"in", "during", "at"})
_GATHERINGS = frozenset({"address", "briefing", "conference", "hearing"})
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its"})
FARTHEST_CUE = 10  # tokens from the comma
_NEAR = 3  # tokens from a verb to the words it quotes


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


def _before_the_occasion(clause: Token, cue: Token, first: int, last: int) -> int:
    """The end of the content before where it was said: "said the wards were full in an interview with the Herald".

    Kept where the reported clause itself tells of speaking: "said the king promised it in a speech".
    """
    doc = clause.doc
    for i in range(last, max(first, clause.i), -1):
        noun, opener = doc[i], doc[i].head
        if noun.lower_ not in words("occasions_of_saying") or noun.dep_ != "pobj" or opener.lower_ not in _OCCASION:
            continue
        if opener.lower_ == "at" and noun.lower_ not in _GATHERINGS:
            continue  # "said he would remain at his post"
        begins = noun.left_edge.i == opener.i + 1 and doc[opener.i + 1].lower_ in _ARTICLES
        speaks = opener.head.lower_ in verbs() or opener.head.lower_ in nouns() or opener.head.i < clause.i
        if begins and not speaks and opener.i > first + 1 and noun.right_edge.i >= last - 1:
            return opener.i - 1
    return last


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
        # "was receiving | less than half of the water agreed in 2018": joined to the cue by nothing but the parse
        torn = child.dep_ == "conj" and reading.doc[last].dep_ not in ("cc", "punct")
        itself = child.lower_.endswith(("self", "selves"))
        if (child.dep_ == "advcl" and marked) or child.dep_ in ("prep", "dep") or torn or itself:
            last = child.right_edge.i
        else:
            break
    return _before_another_cue(reading, clause.i + 1, _before_the_occasion(clause, cue, clause.left_edge.i, last))


def before_a_deed(reading: Reading, given: Range) -> int:
    """The end of a clause all of which is quoted, before what its speaker did: "mumbled that “we accept” and left"."""
    doc, (first, last) = reading.doc, given
    first += doc[first].lower_ == "that"
    number = reading.quote[first]
    end = reading.ranges[number][1] if number >= 0 and reading.ranges[number][0] == first else last
    deed = end + 2 <= last and doc[end + 1].lower_ == "and" and doc[end + 2].tag_ in ("VBD", "VBZ")
    # "the sign said “we are open”, Lee knocked anyway": another sentence behind a comma
    deed = deed or (end + 3 <= last and doc[end + 1].text == "," and doc[end + 2].pos_ in ("PROPN", "PRON", "DET"))
    return end if deed and any(t.tag_ in FINITE for t in doc[first:end]) else last


def and_quoted(reading: Reading, last: int) -> int:
    """The end of a reported clause with the quoted clause joined to it: "had been warned, but “nothing was done”."."""
    doc = reading.doc
    last -= doc[last].text == ","
    if last + 3 >= len(doc) or doc[last + 1].text != "," or doc[last + 2].lower_ not in ("but", "and", "though"):
        return last
    number = reading.quote[last + 3]
    if number < 0 or reading.quote[last] == number or reading.ranges[number][0] != last + 3:
        return last
    end = reading.ranges[number][1]
    inside = doc[last + 3 : end + 1]
    fragment = next((t.text for t in inside if t.text[0].isalpha()), "X")[0].islower()
    return end if fragment and any(t.tag_ in FINITE for t in inside) and ends_clause(reading, end) else last


def _taken_up(token: Token) -> bool:
    """ ", a claim the army denied": the reporter's word on what was said."""
    noun = token.head if token.dep_ == "det" and token.lower_ == "a" else None
    if noun is None or noun.lower_ not in nouns() or noun.dep_ != "appos":
        return False
    return any(c.dep_ == "relcl" and c.lower_ in verbs() for c in noun.children)


def _before_another_cue(reading: Reading, first: int, last: int) -> int:
    """The end of the content before a clause that attributes anew, to the end: ", which he called a mistake"."""
    doc = reading.doc
    for i in range(first, last):
        if doc[i].text not in (",", ";") or reading.quote[i] >= 0:
            continue
        if _taken_up(doc[i + 1]) or _meanwhile(reading, i + 1, last):
            return i
        for verb in doc[i + 2 : min(i + FARTHEST_CUE, last) + 1]:
            own = subject(verb) if verb.lower_ in verbs() and verb.tag_ in _FINITE_OR_ING else None
            if own is None or own.i <= i or reading.quote[verb.i] >= 0 or verb.right_edge.i < last - 1:
                continue
            if doc[i + 1].lower_ in ("which", "who", "whom"):
                if own.lower_ not in ("which", "who"):
                    return i
            elif (doc[i].text == ";" or doc[i + 1].lower_ in _TURNING) and _says(reading, verb):
                return i
    return last


def _meanwhile(reading: Reading, at: int, last: int) -> bool:
    """Whether another's words begin here: "…, while his deputy, Ada Moss, pleaded for “a little calm”"."""
    doc = reading.doc
    if doc[at].lower_ not in ("while", "whereas"):
        return False
    told = (t.i for t in doc[at + 2 : last] if t.lower_ in verbs() and t.tag_[0] == "V" and reading.quote[t.i] < 0)
    return any(reading.quote[i] >= 0 for verb in told for i in range(verb + 1, min(verb + _NEAR, last) + 1))


def _says(reading: Reading, verb: Token) -> bool:
    """Whether a clause or a quoted passage follows the verb as its own content."""
    following = verb.i + 1
    while following < len(reading.doc) - 1 and reading.doc[following].text in (",", ":", "that"):
        following += 1
    clause = any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    return clause or (following < len(reading.doc) and reading.quote[following] >= 0)
