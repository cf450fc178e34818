"""Dams, bridges and the like as what bursts, collapses or is destroyed: "the dam burst", "the dam's destruction"."""

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from generator.extract.clauses import conjuncts
from generator.lexicons import words

_OF = frozenset({"of", "at", "in", "to"})
_NAMING = frozenset({"compound", "nmod", "amod", "poss"})


def structure_in(noun: Token) -> Token | None:
    """The structure a noun tells of: "dam collapse", "the bridge's collapse", "the destruction of the dam"."""
    for child in noun.lefts:
        if child.dep_ in _NAMING and is_structure(child):
            return child
    for preposition in noun.rights:
        if preposition.dep_ == "prep" and preposition.lower_ in _OF:
            for child in preposition.children:
                if child.dep_ == "pobj" and (found := structure_among(child)) is not None:
                    return found
    return None


def structure_among(noun: Token | None) -> Token | None:
    """The first structure of a noun and those joined to it: "the bridge and the pier"."""
    return next((t for t in conjuncts(noun) if is_structure(t)), None) if noun is not None else None


def is_structure(token: Token) -> bool:
    """Whether a noun is that of a structure."""
    return token.tag_[:2] == "NN" and token.lower_ in words("event_structures")


def name_of_structure(token: Token) -> Tokens | None:
    """A structure's name as it stands in the text: "Kelbia dam"; None for one without a name."""
    start = token.i
    while start > token.sent.start and token.doc[start - 1].dep_ in ("compound", "nmod", "amod", "punct"):
        if token.doc[start - 1].head.i > token.i:
            break
        start -= 1
    while start < token.i and token.doc[start].tag_ not in ("NNP", "NNPS"):
        start += 1
    return token.doc[start : token.i + 1] if start < token.i else None
