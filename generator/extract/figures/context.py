"""The words of the clause a figure stands in: by them two figures can be of one thing without naming it alike."""

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from generator.extract.clauses import governor

# Clauses of their own below the verb: what is told there is told of something else.
_OWN = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj"})
_JOINED = frozenset({"xcomp", "acomp", "auxpass", "aux"})
_CONTENT = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "RP"})
_MOST = 24


def clause_words(numeral: Tokens, noun: Token | None) -> str:
    """The nouns, verbs and adjectives of a figure's clause in text order, without those of the clauses it governs.

    Numbers and their units are left out. In a headline without a verb it is the words of all of it.
    """
    anchor = noun or numeral.root
    verb = governor(anchor)
    while verb is not None and verb.dep_ in _JOINED and verb.head.i != verb.i:
        verb = verb.head
    top = verb if verb is not None else anchor.sent.root
    inside = {t.i for t in numeral}
    path = {anchor.i, *(t.i for t in anchor.ancestors)}
    found: list[Token] = []
    waiting = [top]
    while waiting:
        token = waiting.pop()
        if token.tag_ in _CONTENT and token.i not in inside:
            found.append(token)
        waiting += [c for c in token.children if c.i in path or not (c.dep_ in _OWN or _another_verb(c))]
    found.sort(key=lambda t: (abs(t.i - numeral.start), t.i))
    return " ".join(t.text for t in sorted(found[:_MOST], key=lambda t: t.i))


def _another_verb(token: Token) -> bool:
    """ "killed 12 and *wounded* 40": the second verb has figures of its own."""
    return token.dep_ == "conj" and token.tag_[:2] == "VB"
