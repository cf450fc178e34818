"""Reading a parsed sentence: the verb that governs a word, its subject and objects, the phrase of a noun."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from generator.model import Span

OBJECTS = frozenset({"dobj", "obj", "dative"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})


def is_verb(token: Token) -> bool:
    """Whether a word is a verb, a modal among them."""
    return token.tag_[:2] == "VB" or token.tag_ == "MD"


def governor(token: Token) -> Token | None:
    """The nearest verb above a word; None when there is none (a headline without a verb)."""
    at = token
    while at.head.i != at.i:
        at = at.head
        if is_verb(at):
            return at
    return None


def subject(verb: Token) -> Token | None:
    """The verb's subject, its own or the one it shares with the verb it is coordinated or controlled with."""
    at, steps = verb, 0
    while steps < 6:
        for child in at.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child
        if at.dep_ not in ("conj", "xcomp", "aux", "advcl", "pcomp") or at.head.i == at.i:
            return None
        at, steps = at.head, steps + 1
    return None


def objects(verb: Token) -> Iterator[Token]:
    """The direct and indirect objects of a verb."""
    for child in verb.children:
        if child.dep_ in OBJECTS:
            yield child


def agents(verb: Token) -> Iterator[Token]:
    """The words after "by" of a passive."""
    for child in verb.children:
        if child.dep_ == "agent":
            yield from (c for c in child.children if c.dep_ == "pobj")


def conjuncts(token: Token) -> Iterator[Token]:
    """A word and those it is coordinated with."""
    yield token
    yield from token.conjuncts


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def is_negated(verb: Token) -> bool:
    """Whether a verb has "not" or "never" of its own."""
    return any(c.dep_ == "neg" for c in verb.children)


def auxiliaries(verb: Token) -> list[str]:
    """The helping verbs of a verb, in lower case."""
    return [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]


def name_or_noun(token: Token) -> Tokens:
    """The name a word is part of, or the word with the compounds and modifiers before it, without its determiner."""
    doc: Doc = token.doc
    if token.ent_type_ in _NAMES:
        return _without_edges(_name(token))
    start = token.i
    kept = {"compound", "amod", "nmod", "nummod", "quantmod", "flat", "advmod"}
    for child in token.lefts:
        if child.dep_ in kept and child.i < start and _joined(doc, child.left_edge.i, token.i):
            start = min(start, child.left_edge.i)
    return _without_edges(doc[start : token.i + 1])


def _name(token: Token) -> Tokens:
    """The name a word is part of. `doc.ents` makes all names of a document anew each time: a tenth of the run."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return doc[start:end]


def _joined(doc: Doc, start: int, end: int) -> bool:
    return not any(t.is_space or t.text in {",", ";", "(", ")", '"', "“", "”"} for t in doc[start:end])


def _without_edges(tokens: Tokens) -> Tokens:
    """Without a leading article and a trailing possessive mark."""
    start, end = tokens.start, tokens.end
    doc = tokens.doc
    while start < end - 1 and (doc[start].lower_ in ("the", "a", "an") or doc[start].is_space):
        start += 1
    while end > start + 1 and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_space):
        end -= 1
    return doc[start:end]


def span_of(tokens: Tokens) -> Span:
    """Where the tokens stand in the text."""
    return Span(tokens.start_char, tokens.end_char)
