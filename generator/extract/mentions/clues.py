"""What stands beside a name and shows what it names: a noun in apposition, whom a team has, a verb in the plural."""

from spacy.tokens import Doc

from generator.extract.mentions.compact import sentence_end, sentence_start
from generator.lexicons import bodies, roles, words
from generator.model.evidence import EntityKind

_INSIDE = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "POS", "HYPH", "CD", "RB", "RBS", "VBG", "VBN"})
_LONGEST = 10  # words of a noun phrase in apposition
_PLURAL_VERBS = frozenset({"have", "are", "were"})


def kind_of_noun(noun: str) -> EntityKind | None:
    """What something called so is: a body, a place, or ("unknown") a thing such as a ship; else None."""
    if noun in words("vessel_nouns"):
        return "unknown"
    if noun in words("roles_of_either"):
        return None
    if noun in words("body_roles") or (noun in bodies.nouns() and not roles.noun(noun)):
        return "organisation"
    return "place" if noun in words("place_nouns") else None


def explained_as(doc: Doc, end: int) -> EntityKind | None:
    """What the apposition after a name calls it: "Larkfield, the supermarket," and "Halcyon, a container ship that"."""
    limit = sentence_end(doc, end - 1)
    if end + 2 >= limit or doc[end].text not in (",", "–", "—", "("):
        return None
    first = at = end + 1
    article = doc[first].tag_ == "DT"
    while at < limit and at - first < _LONGEST and (doc[at].tag_ in _INSIDE or (at == first and article)):
        at += 1
    if at - first < 2 or not doc[at - 1].text.islower() or doc[at - 1].tag_ != "NN":
        return None
    owned = any(doc[k].tag_ == "POS" for k in range(first, at))
    closed = at >= limit or doc[at].text in (",", ".", ")", "–", "—", ";")
    described = at < limit and doc[at].lower_ in ("that", "which", "of", "in", "with", "based")
    indefinite = doc[first].lower_ in ("a", "an")
    if not (indefinite and described) and not (closed and (article or owned)):
        return None
    return kind_of_noun(doc[at - 1].lower_)


def has_shares(doc: Doc, start: int, end: int) -> bool:
    """Whether a name stands behind "shares in" or "a stake in" or before "shares", as a company's does."""
    if end < len(doc) and doc[end].lower_ == "shares" and doc[end].tag_ == "NNS":
        return True
    return start > 1 and doc[start - 1].lower_ in ("in", "of") and doc[start - 2].lower_ in words("share_nouns")


def travelled_to(doc: Doc, start: int) -> bool:
    """Whether somebody came from or went to what is named: "arrived from Rotterdam"."""
    return (
        start > 1 and doc[start - 1].lower_ in ("from", "to", "for") and doc[start - 2].lower_ in words("travel_verbs")
    )


def has_inhabitants(doc: Doc, end: int) -> bool:
    """Whether a name is followed by what a place has: "Skerry's mayor", "a Basel-based firm"."""
    if end + 1 >= len(doc):
        return False
    based = doc[end].text in ("-", "‑") and doc[end + 1].lower_ in ("based", "born")
    return based or (doc[end].tag_ == "POS" and doc[end + 1].lower_ in words("place_belongings"))


def has_a_team(doc: Doc, end: int) -> bool:
    """Whether a name stands before somebody of a team: "Harwick captain Ada Moss", "Harwick fans"."""
    if end >= len(doc) or doc[end].lower_ not in words("team_roles") or not doc[end].text.islower():
        return False
    return doc[end].tag_ == "NNS" or (end + 1 < len(doc) and doc[end + 1].text[:1].isupper())


def acts_as_many(doc: Doc, start: int, end: int) -> bool:
    """Whether one name has a verb in the plural, as teams and bands do: "Harwick have signed a winger"."""
    if end >= len(doc) or doc[end].lower_ not in _PLURAL_VERBS or doc[end - 1].tag_ == "NNPS":
        return False
    return sentence_start(doc, start) == start and doc[end - 1].dep_ in ("nsubj", "nsubjpass")
