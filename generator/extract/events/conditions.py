"""Verbs in a condition, and verbs that stand beside another one without being part of what it says."""

from spacy.tokens import Token

from generator.extract.clauses import is_verb

_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})


def conditional(verb: Token) -> bool:
    """Whether a verb's clause begins with "if" or the like."""
    return any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in verb.children)


def beside(verb: Token) -> bool:
    """Whether a verb with its own tense stands beside the one above it, which says nothing of what it tells."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return verb.dep_ == "conj" and is_verb(verb) and finite and not any(c.lower_ == "to" for c in verb.lefts)


def shares_condition(verb: Token, above: Token) -> bool:
    """Whether a verb beside another one is in the condition of that, or in one that hangs on it.

    In "will resign if the talks fail and the court has fined them" the parser takes the second clause of the condition
    for a second main clause. A comma, or a clause without a subject of its own, ends the condition.
    """
    if conditional(above):
        return True
    if not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return False
    joined = verb.left_edge.i - 1
    if joined < 1 or verb.doc[joined].dep_ != "cc" or verb.doc[joined - 1].text == ",":
        return False
    return any(c.dep_ == "advcl" and c.i < joined and conditional(c) for c in above.rights)
