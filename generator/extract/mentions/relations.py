"""Who belongs to what is named, and shows what it is: its staff, its head, its inhabitants."""

from generator.extract.mentions.compact import Words, sentence_end
from generator.lexicons import names, roles, words

_HEADS = frozenset({"boss", "chief", "head", "leader", "member"})


def employs(doc: Words, end: int) -> bool:
    """Whether a name is followed by "'s chief executive", as a body's name is; people have spokesmen."""
    if end + 2 >= len(doc) or doc[end].tag_ != "POS":
        return False
    return any(doc[k].lower_ in words("staff_nouns") for k in range(end + 1, min(end + 4, len(doc))))


def has_its_own(doc: Words, end: int) -> bool:
    """Whether the sentence after a name, with no other name between, begins with "Its director", "Its founder"."""
    limit = sentence_end(doc, end - 1)
    if any(doc[k].tag_ in ("NNP", "NNPS") for k in range(end, limit)):
        return False
    return (
        limit + 1 < len(doc)
        and doc[limit].text == "Its"
        and any(roles.noun(doc[k].text) is not None for k in range(limit + 1, min(limit + 4, len(doc))))
    )


def has_a_head(doc: Words, start: int, end: int, label: str) -> bool:
    """Whether a name stands behind "the leader of", as a body's does, or behind a person and "of" where the recogniser
    takes it for another person: "Johann Berger of Morningstar". Not "the boss of Karim Orlov", "of Berg's party"."""
    if start < 2 or doc[start - 1].lower_ != "of" or doc.starts[start]:
        return False
    if names.usual_sex(doc[start].text) != "unknown" or (end < len(doc) and doc[end].tag_ == "POS"):
        return False
    before = doc[start - 2]
    of_somebody = label == before.ent_type_ == "PERSON" and doc[start - 1].ent_type_ != "PERSON"
    return before.lower_ in _HEADS or (of_somebody and before.text[:1].isupper())


def has_inhabitants(doc: Words, end: int) -> bool:
    """Whether a name is followed by what a place has: "Skerry's mayor", "a Basel-based firm"."""
    if end + 1 >= len(doc):
        return False
    based = doc[end].text in ("-", "‑") and doc[end + 1].lower_ in ("based", "born")
    return based or (doc[end].tag_ == "POS" and doc[end + 1].lower_ in words("place_belongings"))


def of_a_place(doc: Words, start: int) -> bool:
    """Whether a name stands behind "the port of", "southwest of", "the town of"."""
    if start < 2 or doc[start - 1].lower_ != "of":
        return False
    noun = doc[start - 2].lower_
    return noun in words("place_nouns") or noun in words("compass_points")
