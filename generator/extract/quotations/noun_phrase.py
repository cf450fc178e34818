"""The noun phrase around a head, and the subject of a verb."""

from dataclasses import dataclass

from spacy.tokens import Token

from generator.extract.quotations.cues import lost_its_subject
from generator.extract.quotations.reading import Reading
from generator.lexicons import roles, words
from generator.model import Span

# Tags of verbs that have a tense.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INSIDE = frozenset(
    {
        "compound",
        "det",
        "amod",
        "nmod",
        "poss",
        "case",
        "nummod",
        "quantmod",
        "appos",
        "advmod",
        "predet",
        "punct",
        "cc",
    }
)
_PREPOSITIONS = frozenset({"of", "for", "at", "from", "in", "with", "to", "on", "by"})
_OF_NAMES = frozenset({"of", "for", "at", "from"})
_PLACES = frozenset({"GPE", "LOC"})
LONGEST = 40
_AGE = 4  # tokens from "54" to "old"


@dataclass(frozen=True, slots=True)
class Speaker:
    """The noun phrase of whoever speaks, and how it was found."""

    span: Span
    rule: str
    head: int


_BEARING_OUT = ("confirm", "suggest", "indicate", "reveal", "demonstrate", "prove")


def subject(verb: Token) -> Token | None:
    """The verb's own subject; "there" and "it" that only hold the place are none."""
    found = None
    for child in verb.children:
        # "which critics said": the parse may give two subjects; the one beside the verb is its own.
        if child.dep_ in SUBJECTS and child.lower_ != "there" and (found is None or child.i < verb.i):
            found = child
    return found or (verb.head if lost_its_subject(verb) else _aged(verb))


def _aged(verb: Token) -> Token | None:
    """ "The 54-year-old says": a subject the parse takes for an adverb."""
    before = verb.nbor(-1) if verb.i else verb
    return before if before.lower_ == "old" and before.i - _since_birth(before) >= _AGE else None


def _since_birth(old: Token) -> int:
    """The first token of "the 54-year-old", from its last; that itself where it is no age."""
    at = old.i - _AGE
    if at < 0 or {old.doc[at + 1].text, old.nbor(-1).text} != {"-"} or old.doc[at + 2].lower_ != "year":
        return old.i
    return at - 1 if at and old.doc[at - 1].pos_ == "DET" else at


def document_speaks(verb: Token) -> bool:
    """Whether the subject of "shows" or "reads" is a poll, a study or a record."""
    own = _of_whom(verb)
    return own is not None and (own.lower_ in words("speaking_documents") or own.lower_ in ("which", "that"))


def _of_whom(verb: Token) -> Token | None:
    return subject(verb) or (verb.head if verb.dep_ == "acl" else None)


def reports(verb: Token, base: str) -> bool:
    """Whether a verb reports: anybody shows, finds and holds things; documents show and find that something is so,
    courts and inquiries find and hold it. Pictures show things, what happened confirms something: nobody says it."""
    if base not in ("show", "find", "hold", *_BEARING_OUT):
        return True
    own = _of_whom(verb)
    if base in _BEARING_OUT:
        return own is None or own.lower_ not in words("event_nouns") or own.ent_type_ != ""
    if base == "show" and own is not None and own.lower_ in words("pictures"):
        return any(c.dep_ == "ccomp" and c.tag_ != "VBG" for c in verb.children)
    titles = {c.lower_ for c in own.children if c.dep_ == "compound"} | {own.lower_} if own is not None else set()
    by_office = base != "show" and bool(titles & words("finding_bodies"))
    return by_office or (base != "hold" and document_speaks(verb))


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive ("was quoted")."""
    return verb.tag_ == "VBN" and any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def quoter_of(cue: Token) -> Token | None:
    """The active verb of "Reuters quoted Lavrin as saying", from "saying"."""
    if cue.dep_ != "pcomp" or cue.head.lower_ != "as":
        return None
    verb = cue.head.head
    return verb if verb.pos_ == "VERB" and not is_passive(verb) and verb.tag_ != "VBN" else None


def phrase(head: Token, reading: Reading, rule: str, stop: int | None = None) -> Speaker | None:
    """The noun phrase around a head: its modifiers, appositions and prepositional phrases, no relative clause."""
    if head.pos_ in ("VERB", "AUX", "ADP", "PUNCT") and head.tag_ != "VBG":
        return None
    first, last = head.i, head.i
    if head.lower_ == "old":
        first = _since_birth(head)
    stop = min(stop if stop is not None else len(reading.doc), head.i + LONGEST)
    limit = head.i - LONGEST
    # "a source close to the party hit back, saying": the parse takes the verb for a participle
    told = (t.left_edge.i for t in head.subtree if t.dep_ == "acl" and t.tag_ in FINITE and t.left_edge.i > head.i)
    stop = min([stop, *told])
    for child in head.children:
        if child.i < head.i:
            if child.dep_ in _INSIDE or child.dep_ == "nmod":
                first = min(first, _left(child, limit))
        elif child.i < stop and _belongs(child, head):
            last = max(last, _right(child, stop))
    while first < head.i and reading.doc[first].tag_ == "CC":
        first += 1
    beyond = _behind_the_place(reading, first, last)
    if beyond > first:
        first = beyond
        head = next((c for c in head.children if c.i >= first and c.dep_ in ("conj", "appos")), reading.doc[first])
    while first < head.i and reading.doc[first].is_punct:
        quoted = reading.quote[first] >= 0 and reading.quote[first] != reading.quote[head.i]
        if reading.doc[first].text in "$#“\"'‘" and not quoted:
            break
        first += 1
    while last > head.i and (
        reading.doc[last].is_punct or reading.doc[last].is_space or reading.doc[last].dep_ == "cc"
    ):
        if reading.doc[last].text in ")”\"’'":
            break
        last -= 1
    if last > first and reading.doc[last].tag_ == "POS":
        last -= 1
    if reading.block[first] != reading.block[last]:
        first = last = head.i
    start, end = reading.span(first, last)
    seams = [seam for i in range(first, head.i) if (seam := reading.seam(i)) is not None]
    return Speaker(Span(seams[-1] if seams else start, end), rule, head.i)


def _behind_the_place(reading: Reading, first: int, last: int) -> int:
    """Where somebody is named behind a place the parse takes for the subject: "In Halm, | Ada Moss, a lawyer, said"."""
    doc = reading.doc
    if first == 0 or doc[first - 1].tag_ != "IN" or doc[first].ent_type_ not in _PLACES:
        return first
    comma = first + 1
    while comma < last and doc[comma].pos_ == "PROPN":
        comma += 1
    named = comma < last and doc[comma].text == "," and doc[comma + 1].pos_ == "PROPN"
    return comma + 1 if named and doc[comma + 1].ent_type_ not in _PLACES else first


def _belongs(child: Token, head: Token) -> bool:
    if child.dep_ in ("appos", "conj", "nummod", "cc", "punct", "case", "amod", "npadvmod"):
        return True
    if child.dep_ != "prep":
        return False
    if child.lower_ == "to" and roles.noun(head.text) is not None:  # "Ambassador to Norland Ada Moss said"
        return any(c.dep_ == "pobj" and c.tag_ == "NNP" for c in child.children)
    # "said Blinken in Washington on Friday": where and when is not who.
    return child.lower_ in (_OF_NAMES if head.pos_ in ("PROPN", "PRON") else _PREPOSITIONS)


def _left(token: Token, limit: int) -> int:
    return max(limit, token.left_edge.i)


def _right(token: Token, stop: int) -> int:
    """The right edge of a modifier, without the relative clauses in it."""
    last = token.i
    for child in token.children:
        if last < child.i < stop and child.dep_ not in ("relcl", "acl", "advcl", "ccomp"):
            last = max(last, _right(child, stop))
    return last
