"""Measures that an article itself sets against each other, by the words it puts between them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.corroborate.quantities import Quantity
from generator.lexicons import words
from generator.model import Evidence, Key

# "2,600 tonnes have leaked, rather than the 1,900 tonnes acknowledged by the ministry"
_INSTEAD = re.compile(
    r"\b(?:rather than|instead of|as opposed to|contrary to|in contrast to|not)\s+(?:only\s+)?(?:the|some|about)?\s*$",
    re.I,
)
_GIVEN_BY = re.compile(
    r"\W+(?:[^\W\d]\w*\W+){0,4}?(?:acknowledged|admitted|reported|claimed|announced|stated|given|cited|quoted|declared|"
    r"estimated|recorded|put forward|mentioned)\s+(?:\w+\s+){0,2}?by\b",
    re.I,
)
# "The ministry has a different version. The ship was doing 14 knots, it said."
_DIFFERING = re.compile(
    r"\b(?:(?:a |another |an? (?:entirely |quite |very )?)?(?:different|other|conflicting|contradictory) "
    r"(?:versions?|accounts?|story|stories|figures?|numbers?|estimates?|pictures?)|another (?:version|account|story)|"
    r"(?:disputes?|disputed|contradicts?|contradicted|contests?|contested) "
    r"(?:this|that|it|the (?:figure|number|claim|account|version))|"
    r"(?:sees?|saw|tells?|told|puts?) (?:it|this|things) differently)\b",
    re.I,
)
# So far apart stand an account, the words that another differs, and the other account, at the most.
_NEAR = 400


def contrasts(evidence: Sequence[Evidence], by_key: Mapping[Key, Quantity]) -> Iterator[tuple[Key, Key]]:
    """Pairs of figures of one article, of one dimension and one after the other, that its words tell to disagree."""
    inside: dict[str, dict[tuple[str, str], list[Quantity]]] = defaultdict(lambda: defaultdict(list))
    for key in sorted(by_key):
        one = by_key[key]
        inside[key[0]][(one.dimension, one.rate)].append(one)
    for e in evidence:
        for alike in inside[e.document.id].values():
            for one, other in pairwise(sorted(alike, key=lambda q: q.figure.span.start)):
                if _contrasted(one, other, e.document.text):
                    yield one.key, other.key


def _contrasted(one: Quantity, other: Quantity, text: str) -> bool:
    between = text[one.figure.span.end : other.figure.span.start]
    if len(between) > _NEAR or (one.action and other.action and one.action != other.action):
        return False
    if one.sentence == other.sentence:
        given = _GIVEN_BY.match(text, other.figure.span.end, other.figure.span.end + 80)
        same = one.counted == other.counted or not one.counted or not other.counted
        return same and _INSTEAD.search(between) is not None and given is not None
    if not one.voice or not other.voice or one.voice == other.voice or _DIFFERING.search(between) is None:
        return False
    if one.dimension == "count":
        return bool(one.counted) and one.counted == other.counted and one.action == other.action
    return one.action == other.action != "" or _one_sort(one, other)


def _one_sort(one: Quantity, other: Quantity) -> bool:
    """Whether the clauses of two measures have a word in common, or both tell of a vessel."""
    vessels = words("vessel_nouns")
    afloat = all(any(w in vessels for w in q.figure.about.casefold().split()) for q in (one, other))
    return bool(one.context & other.context) or afloat
