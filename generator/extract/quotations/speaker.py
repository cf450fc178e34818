"""Who speaks: from the cue to the noun phrase that is its subject, with the name of the rule that found it."""

from dataclasses import dataclass

from spacy.tokens import Token

from generator.extract.quotations.reading import Reading
from generator.model import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
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
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Speaker:
    """The noun phrase of whoever speaks, and how it was found."""

    span: Span
    rule: str
    head: int


def speaker_of(cue: Token, reading: Reading, depth: int = 0) -> Speaker | None:
    """Whoever the cue verb says is speaking: its subject, its agent, or the subject it shares with another verb."""
    passive = is_passive(cue)
    if passive:
        agent = next((p for c in cue.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None)
        return phrase(agent, reading, "agent of a passive") if agent is not None else None
    own = subject(cue)
    if own is not None:
        if own.lower_ in _RELATIVE and own.tag_ in ("WP", "WDT", "IN"):
            return _antecedent(own, cue, reading)
        return phrase(own, reading, "subject")
    if depth > 4 or cue.head.i == cue.i:
        return None
    head = cue.head
    if cue.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return _shared(head, reading, depth, "shared subject")
    if cue.dep_ in ("xcomp", "advcl", "ccomp") and head.pos_ in ("VERB", "AUX", "ADJ"):
        return _shared(head, reading, depth, "subject of the governing verb")
    if cue.dep_ == "acl" and cue.tag_ == "VBG":
        return phrase(head, reading, "noun the participle belongs to")
    if cue.dep_ == "acl" and head.head.pos_ in ("VERB", "AUX"):
        return _shared(head.head, reading, depth, "subject of the governing verb")
    if cue.dep_ == "pcomp" and head.head.pos_ in ("VERB", "AUX"):
        return _shared(head.head, reading, depth, "subject of the governing verb")
    if cue.dep_ == "relcl":
        return phrase(head, reading, "antecedent")
    return None


def _shared(head: Token, reading: Reading, depth: int, rule: str) -> Speaker | None:
    own = subject(head)
    if own is not None:
        if own.lower_ in _RELATIVE and own.tag_ in ("WP", "WDT", "IN"):
            return _antecedent(own, head, reading)
        return phrase(own, reading, rule)
    found = speaker_of(head, reading, depth + 1)
    return Speaker(found.span, rule, found.head) if found else None


def _antecedent(relative: Token, cue: Token, reading: Reading) -> Speaker | None:
    """The noun a relative clause belongs to; the phrase ends with the relative pronoun itself."""
    clause = cue
    while clause.dep_ in ("conj", "xcomp", "ccomp", "aux") and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ != "relcl" or clause.head.i > relative.i:
        return phrase(relative, reading, "relative pronoun")
    found = phrase(clause.head, reading, "antecedent", stop=relative.i)
    return Speaker(Span(found.span.start, relative.idx + len(relative)), found.rule, found.head) if found else None


def subject(verb: Token) -> Token | None:
    """The verb's own subject; "there" and "it" that only hold the place are none."""
    found = None
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.lower_ != "there":
            found = child
            if child.i < verb.i:
                break
    return found


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive ("was quoted")."""
    return verb.tag_ == "VBN" and any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def phrase(head: Token, reading: Reading, rule: str, stop: int | None = None) -> Speaker | None:
    """The noun phrase around a head: its modifiers, appositions and prepositional phrases, no relative clause."""
    if head.pos_ in ("VERB", "AUX", "ADP", "PUNCT") and head.tag_ != "VBG":
        return None
    first, last = head.i, head.i
    stop = min(stop if stop is not None else len(reading.doc), head.i + LONGEST)
    limit = head.i - LONGEST
    for child in head.children:
        if child.i < head.i:
            if child.dep_ in _INSIDE or child.dep_ == "nmod":
                first = min(first, _left(child, limit))
        elif child.i < stop and _belongs(child):
            last = max(last, _right(child, stop))
    while first < head.i and (reading.doc[first].is_punct and reading.doc[first].text not in "$#“\"'‘"):
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
    return Speaker(reading.span(first, last), rule, head.i)


def _belongs(child: Token) -> bool:
    if child.dep_ in ("appos", "conj", "nummod", "cc", "punct", "case", "amod", "npadvmod"):
        return True
    return child.dep_ == "prep" and child.lower_ in _PREPOSITIONS


def _left(token: Token, limit: int) -> int:
    return max(limit, token.left_edge.i)


def _right(token: Token, stop: int) -> int:
    """The right edge of a modifier, without the relative clauses in it."""
    last = token.i
    for child in token.children:
        if last < child.i < stop and child.dep_ not in ("relcl", "acl", "advcl", "ccomp"):
            last = max(last, _right(child, stop))
    return last
