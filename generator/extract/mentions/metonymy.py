"""Whether a city stands for the government in it, and whether a name only qualifies the noun after it."""

from spacy.tokens import Doc, Token

from generator.lexicons import words


def modifies(doc: Doc, at: int) -> bool:
    """Whether a token only qualifies the noun after it ("Russian troops", "US officials")."""
    token = doc[at]
    after = doc[at + 1] if at + 1 < len(doc) else None
    if after is None or after.tag_ == "POS":
        return False
    return token.dep_ in ("compound", "amod", "nmod") and token.head.i > at


def acts(doc: Doc, start: int, end: int) -> bool:
    """Whether a city stands for a government here: it does or is told something, and is not just where it happens."""
    token = doc[end - 1]
    if end < len(doc) and doc[end].tag_ == "POS":
        return token.head.lower_ not in words("place_nouns")
    if token.dep_ in ("nsubj", "nsubjpass"):
        return token.head.lower_ not in words("scene_verbs") and token.head.pos_ in ("VERB", "AUX")
    if token.dep_ in ("dobj", "iobj", "dative"):
        return token.head.lower_ not in words("visiting_verbs")
    if token.dep_ == "conj" and token.head.i < start:
        return token.head.ent_type_ in ("GPE", "ORG") and acts(doc, token.head.i, token.head.i + 1)
    if token.dep_ in ("pobj", "pcomp"):
        opens = token.head.text == "For" and end < len(doc) and doc[end].text == ","
        return opens or _acts_after(token.head)  # "For Oslo, which has been accused of it, …"
    return False


def _acts_after(preposition: Token) -> bool:
    if preposition.lower_ in ("to", "of"):
        governor = preposition.head
        common = governor.tag_ in ("NN", "NNS")
        return common and governor.lower_ not in words("place_nouns") and governor.lower_ not in words("journey_nouns")
    return preposition.lower_ in ("with", "by", "between", "against", "than", "about")
