"""Whether a city stands for the government in it, and whether a name only qualifies the noun after it."""

from functools import cache

from generator.extract.mentions.clues import reporting_verbs
from generator.extract.mentions.compact import Word, Words
from generator.lexicons import rows, states, words


def modifies(doc: Words, at: int) -> bool:
    """Whether a token only qualifies the noun after it ("Russian troops", "US officials")."""
    token = doc[at]
    after = doc[at + 1] if at + 1 < len(doc) else None
    if after is None or after.tag_ == "POS":
        return False
    return token.dep_ in ("compound", "amod", "nmod") and token.head.i > at


def acts(doc: Words, start: int, end: int) -> bool:
    """Whether a city stands for a government here: it does or is told something, and is not just where it happens."""
    token = doc[end - 1]
    if end < len(doc) and doc[end].tag_ == "POS":
        return token.head.lower_ not in words("place_nouns")
    if token.dep_ in ("nsubj", "nsubjpass"):
        return token.head.lower_ not in words("scene_verbs") and token.head.pos_ in ("VERB", "AUX")
    if token.dep_ in ("dobj", "iobj", "dative"):
        return token.head.lower_ not in words("visiting_verbs")
    if token.dep_ == "conj" and token.head.i < start:
        known = token.head.ent_type_ in ("GPE", "ORG") or token.head.text in states.capitals()
        return known and acts(doc, token.head.i, token.head.i + 1)
    if token.dep_ in ("pobj", "pcomp"):
        opens = token.head.text == "For" and end < len(doc) and doc[end].text == ","
        return opens or _acts_after(token.head)  # "For Oslo, which has been accused of it, …"
    return False


def _acts_after(preposition: Word) -> bool:
    governor = preposition.head
    common = governor.tag_ in ("NN", "NNS")
    if preposition.lower_ in ("to", "from", "on") and (_dealing(governor) or _deals(governor, preposition)):
        return True
    if preposition.lower_ in ("to", "of"):
        return common and governor.lower_ not in words("place_nouns") | words("journey_nouns")
    if preposition.lower_ == "between" and governor.lower_ in words("place_nouns") | words("journey_nouns"):
        return False
    return preposition.lower_ in ("with", "by", "between", "against", "than", "about")


@cache
def _dealings() -> frozenset[str]:
    """What passes between governments, in both numbers: "protest", "letters"; a report from a city is the press's."""
    nouns = {form for row in rows("reporting_nouns") for form in (row[0], *row[1].split())} - words("claim_nouns")
    return frozenset(nouns | {form for noun in words("dealings") for form in (noun, f"{noun}s")})


def _dealing(noun: Word) -> bool:
    return noun.tag_ in ("NN", "NNS") and noun.lower_ in _dealings()


def _deals(verb: Word, preposition: Word) -> bool:
    """Whether a verb says something to the city, or its object is said or owed there: "wrote two letters to Oslo"."""
    if verb.tag_[:2] != "VB" or preposition.lower_ == "on":
        return False
    spoken = preposition.lower_ == "to" and verb.lower_ in reporting_verbs()
    return spoken or any(child.dep_ == "dobj" and _dealing(child) for child in verb.children)
