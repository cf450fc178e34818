"""What stands beside a name and shows what it names: a noun in apposition, whom a team has, a verb in the plural."""

import re
from functools import cache

from generator.extract.mentions.compact import Words, sentence_end, sentence_start, written
from generator.lexicons import bodies, names, roles, rows, words
from generator.model.evidence import EntityKind

_INSIDE = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "POS", "HYPH", "CD", "RB", "RBS", "VBG", "VBN"})
_LONGEST = 10  # words of a noun phrase in apposition
_PLURAL_VERBS = frozenset({"have", "are", "were"})
_BEGINS = frozenset({"began", "begin", "begins", "continue", "continued", "continues"})
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_WORDS_TO_A_SCORE = 8
_FAR_SHARE = 9
_PARTS = frozenset({"per", "cent", "percent", "%"})
_SIDES = re.compile(
    r"\b(?:match|final|semi-?final|derby|fixture|friendly|game) between (?:the )?(?:[A-Z][\w’'-]* ){0,4}"
    r"(?:of [A-Z]\w+ )?(?:and (?:the )?)?$|\b(?:coach|goalkeeper|midfielder|striker|winger|quarterback) of (?:the )?$",
)


@cache
def reporting_verbs() -> frozenset[str]:
    """Verbs of saying in all forms."""
    return frozenset(form for row in rows("reporting_verbs") for form in (row[0], *row[1].split()))


@cache
def _weights() -> frozenset[str]:
    """Units in which things are weighed or poured."""
    return frozenset(row[0] for row in rows("units") if row[2] in ("mass", "volume"))


def kind_of_noun(noun: str) -> EntityKind | None:
    """What something called so is: a body, a place, or ("unknown") a thing such as a ship; else None."""
    if noun in words("vessel_nouns") or noun in words("storm_nouns"):
        return "unknown"
    if noun in words("roles_of_either"):
        return None
    if noun in words("body_roles") or (noun in bodies.nouns() and not roles.noun(noun)):
        return "organisation"
    return "place" if noun in words("place_nouns") else None


def explained_as(doc: Words, end: int) -> EntityKind | None:
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
    indefinite = doc[first].lower_ in ("a", "an", "another")
    relative = next((doc[k].lower_ for k in range(at, min(at + 2, limit)) if doc[k].text != ","), "")
    if doc[at - 1].lower_ in words("roles_of_either") and relative in ("that", "which"):
        return "organisation"  # "the contractor that built it", "the operator, which has"
    if not (indefinite and described) and not (closed and (article or owned)):
        return None
    return kind_of_noun(doc[at - 1].lower_)


def has_shares(doc: Words, start: int, end: int) -> bool:
    """Whether a name stands behind "shares in" or "a stake in" or before "shares", as a company's does."""
    if end < len(doc) and doc[end].lower_ == "shares" and doc[end].tag_ == "NNS":
        return True
    if start < 2 or doc[start - 1].lower_ not in ("in", "of"):
        return False
    at = start - 2
    while at > 0 and start - at < _FAR_SHARE and (doc[at].tag_ in ("CD", "IN", "JJ") or doc[at].lower_ in _PARTS):
        at -= 1  # "a stake of 12 per cent in Brandt"
    return doc[at].lower_ in words("share_nouns")


def travelled_to(doc: Words, start: int) -> bool:
    """Whether somebody came from or went to what is named: "arrived from Rotterdam"."""
    return (
        start > 1 and doc[start - 1].lower_ in ("from", "to", "for") and doc[start - 2].lower_ in words("travel_verbs")
    )


def firm_of(doc: Words, start: int, end: int) -> bool:
    """Whether a plural or a trade before a name makes it a firm's: "consultants Pringle Rae", "supplier Electra"."""
    before = doc[start - 1].lower_ if start else ""
    trade = before in words("body_roles") and before not in words("roles_of_either") | words("trades_of_people")
    if not doc[start - 1].text.islower() or not (trade or before in words("firms_as_people")):
        return False
    # but not of the first of several: "consultants Ada Moss and Tom Reed"
    several = end + 1 < len(doc) and doc[end].lower_ in (",", "and", "&") and doc[end + 1].text[:1].isupper()
    return not several


def built_there(doc: Words, start: int, end: int) -> bool:
    """Whether a structure of that place follows a name: "Sable dam", "the Sable rail bridge"."""
    after = [doc[k] for k in range(end, min(end + 2, len(doc)))]
    if not after or not after[0].text.islower() or after[0].tag_[:2] not in ("NN", "JJ"):
        return False
    definite = start > 0 and doc[start - 1].lower_ == "the"
    return any(token.lower_ in words("event_structures") for token in (after if definite else after[:1]))


def has_a_team(doc: Words, end: int) -> bool:
    """Whether a name stands before somebody of a team: "Harwick captain Ada Moss", "Harwick fans"."""
    if end >= len(doc) or doc[end].lower_ not in words("team_roles") or not doc[end].text.islower():
        return False
    return doc[end].tag_ == "NNS" or (end + 1 < len(doc) and doc[end + 1].text[:1].isupper())


def plays_there(doc: Words, start: int) -> bool:
    """Whether a name is one of two sides, or somebody's team: "the derby between A and B", "the goalkeeper of A"."""
    before = written(doc[max(sentence_start(doc, start), start - _WORDS_TO_A_SCORE) : start])
    return _SIDES.search(f"{before} ") is not None


def acts_as_many(doc: Words, start: int, end: int) -> bool:
    """Whether one name has a verb in the plural, as teams and bands do: "Harwick have signed a winger"."""
    if end >= len(doc) or doc[end].lower_ not in _PLURAL_VERBS or doc[end - 1].tag_ == "NNPS":
        return False
    return sentence_start(doc, start) == start and doc[end - 1].dep_ in ("nsubj", "nsubjpass")


def plays_a_match(doc: Words, start: int, end: int) -> bool:
    """Whether a name stands beside a verb of winning and losing, and a score closes the clause: "beat Eastham 3-1"."""
    before = doc[start - 1].lower_ if start else ""
    verbs = words("match_verbs")
    won = end < len(doc) and doc[end].lower_ in verbs
    lost = before in verbs or (before in ("to", "against", "over", "with") and doc[start - 2].lower_ in verbs)
    if not (won or lost):
        return False
    limit = min(sentence_end(doc, end - 1), end + _WORDS_TO_A_SCORE)
    return _SCORE.search(written(doc[end:limit]).replace(" ", "")) is not None


def is_a_vessel(doc: Words, start: int, end: int) -> bool:
    """Whether what only happens to ships happens to what is named, or people are aboard it."""
    if start and doc[start - 1].lower_ == "aboard":
        return True
    after = [token.lower_ for token in doc[end : min(end + 3, sentence_end(doc, end - 1))]]
    auxiliaries = ("was", "is", "were", "has", "had", "been", "ran", "runs", "run", "went", "being")
    return any(
        word in words("vessel_verbs") and all(w in auxiliaries for w in after[:k]) for k, word in enumerate(after)
    )


def is_measured(doc: Words, start: int) -> bool:
    """Whether a name is of what is weighed, or a model's number stands before it: "15 tons of TNT", "the 737 MAX"."""
    if start < 2 or doc.starts[start] or doc.starts[start - 1]:
        return False
    before, second = doc[start - 1], doc[start - 2]
    if before.lower_ == "of":
        return second.lower_ in _weights()
    return before.text.isdigit() and second.tag_[:2] in ("NNP", "DT") and doc[start].text.isupper()


def with_article(doc: Words, start: int, end: int) -> bool:
    """Whether "the" stands before a name that no other noun follows: nobody's own name ("the Meridian Star sank")."""
    if not start or doc[start - 1].lower_ != "the":
        return False
    return end >= len(doc) or (doc[end].tag_[:2] not in ("NN", "JJ", "HY", "VB") or doc[end].tag_ in ("VBD", "VBZ"))


def speaks(doc: Words, start: int, end: int) -> bool:
    """Whether a name is the subject of a verb of saying: "Dietz said", "said Dietz"."""
    head = doc[end - 1]
    if head.dep_ == "nsubj" and head.head.lower_ in reporting_verbs():
        return head.head.i > start or end >= len(doc) or doc[end].is_punct
    if end >= len(doc) or doc[end].lower_ in _BEGINS:
        return False  # "in Lyon and Toulouse began a strike"
    return doc[end].lower_ in reporting_verbs() and doc[end].tag_[:2] == "VB"


def who_follows(doc: Words, end: int) -> bool:
    """Whether "who" stands behind a name, with or without a comma."""
    return [word.lower_ for word in doc[end : end + 2] if word.text != ","][:1] == ["who"]


def with_a_namesake(doc: Words, start: int, end: int) -> bool:
    """Whether a given name alone stands before "and" and somebody's full name: "Marit and Kjetil Aasen"."""
    known = [names.usual_sex(word.text) != "unknown" for word in doc[start : end + 2]]
    joined = known == [True, False, True] and doc[end].lower_ == "and"
    return joined and end + 2 < len(doc) and doc[end + 2].tag_ == "NNP"


def taken_up(doc: Words, end: int) -> bool:
    """Whether the sentence after one whose subject is named begins with "he" or "she": "Williams lost. “She …”"."""
    if doc[end - 1].dep_ not in ("nsubj", "nsubjpass"):
        return False
    limit = at = sentence_end(doc, end - 1)
    if any(doc[k].tag_ == "NNP" for k in range(end, limit)):
        return False
    while at < len(doc) and at - limit < 2 and (doc[at].is_punct or doc[at].is_quote):
        at += 1
    return at < len(doc) and doc[at].lower_ in ("he", "she", "his", "her")


def is_a_company(doc: Words, start: int, end: int) -> bool:
    """Whether a name here is a company's and not a person's of that name: "Halloran stock", "its bid for Brandt"."""
    after = doc[end] if end < len(doc) else None
    if after is not None and (after.lower_ in words("company_belongings") or after.lower_ in words("company_verbs")):
        return True
    if has_shares(doc, start, end) or explained_as(doc, end) == "organisation" or _at_a_price(doc, end):
        return True
    if not start:
        return False
    before = doc[start - 1]
    if before.lower_ in bodies.nouns() and before.text.islower() and before.tag_ == "NN":
        return True  # "the shipping company Halvorsen"
    if before.lower_ in words("buying_verbs"):
        return True
    if before.lower_ == "for" and start > 1:
        return doc[start - 2].lower_ in ("bid", "bids", "offer", "offers", "offered", "bidding", "works", "worked")
    held = start > 1 and before.lower_ == "of" and doc[start - 2].lower_
    return held in words("staff_nouns") or held in words("company_belongings") or held in ("%", "percent")


def _at_a_price(doc: Words, end: int) -> bool:
    """Whether what is named is for sale, or has a price "a share"."""
    told = r"(?:is|was) (?:not )?for sale\b|(?:for|at) .{1,25} (?:a|per) share\b"
    return re.match(told, written(doc[end : end + 8])) is not None
