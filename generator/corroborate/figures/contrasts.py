"""Measures that an article itself sets against each other, by the words it puts between them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.corroborate.figures.quantities import Quantity
from generator.corroborate.stories import Stories
from generator.lexicons import table, words
from generator.model import Evidence, Key

# "2,600 tonnes have leaked, rather than the 1,900 tonnes acknowledged by the ministry"
_INSTEAD = re.compile(
    r"\b(?:rather than|instead of|as opposed to|contrary to|in contrast to|not|"
    r"(?:more|less|higher|lower|fewer|larger|smaller|greater|bigger) than)\s+(?:only\s+)?(?:the|some|about)?\s*$",
    re.I,
)
_GIVEN_BY = re.compile(
    r"\W++(?:[^\W\d]\w*+\W++){0,4}?(?:acknowledged|admitted|reported|claimed|announced|stated|given|cited|quoted|declared|"
    r"estimated|recorded|put forward|mentioned)\s+(?:\w+\s+){0,2}?by\b",
    re.I,
)
# "It was delivered, not 50", "14.9%, says the filing, not 17 as some write"
_NOT = re.compile(r"(?:[,;–—-]|and) ?not (?:the |some |about |just )?(\d[\d,.]*\d|\d|[a-z]+)", re.I)
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
# "The ministry has a different version. The ship was doing 14 knots, it said."
_DIFFERING = re.compile(
    r"\b(?:(?:a |another |an? (?:entirely |quite |very )?)?(?:different|other|conflicting|contradictory) "
    r"(?:versions?|accounts?|story|stories|figures?|numbers?|estimates?|pictures?)|another (?:version|account|story)|"
    r"(?:disputes?|disputed|contradicts?|contradicted|contests?|contested) "
    r"(?:this|that|it|the (?:figure|number|claim|account|version))|"
    r"(?:sees?|saw|tells?|told|puts?) (?:it|this|things) differently)\b",
    re.I,
)
# "The union says 2,600 workers walked out. According to the port, only 1,400 workers did."
_ONLY = re.compile(r"\b(?:only|just|merely|barely|a mere) (?:about |some |around )?$", re.I)
# So far apart stand an account, the words that another differs, and the other account, at the most.
_NEAR = 400
# So far behind a number stands what it is not.
_CLAUSE = 60


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


def rejected(evidence: Sequence[Evidence], by_key: Mapping[Key, Quantity], told: Stories) -> Iterator[tuple[Key, Key]]:
    """Pairs of figures of which one is told not to be the other: "30 million, not 50", where the article or another of
    the story has 50 million of the same sort from somebody else."""
    sorts: dict[tuple[str, str, str], list[Quantity]] = defaultdict(list)
    ordered = sorted(by_key)
    for key in ordered:
        sorts[(key[0], by_key[key].dimension, by_key[key].rate)].append(by_key[key])
    texts, beside = {e.document.id: e.document.text for e in evidence}, told.beside
    for key in ordered:
        one = by_key[key]
        end = one.figure.span.end
        if "not" not in texts[key[0]][end : end + _CLAUSE].lower():  # most have none, which is quicker to see
            continue
        match = _NOT.search(texts[key[0]], end, end + _CLAUSE)
        if match is None or "." in texts[key[0]][end : match.start()] or (value := _value(match[1])) is None:
            continue
        for source in (key[0], *beside.get(key[0], ())):
            for other in sorts.get((source, one.dimension, one.rate), ()):
                another = source != key[0] or other.voice != one.voice
                if another and _value(other.figure.text) == value and _differ(one, other):
                    yield min(key, other.key), max(key, other.key)


def _value(text: str) -> float | None:
    """The number as it is written before its scale and unit, cut to whole ones."""
    found = _NUMBER.search(text)
    if found is None:
        return float(table("number_words").get(text.casefold(), "0")) or None
    return float(int(float(found[0].replace(",", ""))))


def _differ(one: Quantity, other: Quantity) -> bool:
    return one.high < other.low or other.high < one.low


def _contrasted(one: Quantity, other: Quantity, text: str) -> bool:
    between = text[one.figure.span.end : other.figure.span.start]
    if len(between) > _NEAR or (one.action and other.action and one.action != other.action):
        return False
    if one.sentence == other.sentence:
        given = _GIVEN_BY.match(text, other.figure.span.end, other.figure.span.end + 80)
        same = one.counted == other.counted or not one.counted or not other.counted
        return same and _INSTEAD.search(between) is not None and given is not None
    if not one.voice or not other.voice or one.voice == other.voice:
        return False
    if not _DIFFERING.search(between) and not _ONLY.search(between):
        return False
    if one.dimension == "count":
        return bool(one.counted) and one.counted == other.counted and one.action == other.action
    return one.action == other.action != "" or _one_sort(one, other)


def _one_sort(one: Quantity, other: Quantity) -> bool:
    """Whether the clauses of two measures have a word in common, or both tell of a vessel."""
    vessels = words("vessel_nouns")
    afloat = all(any(w in vessels for w in q.figure.about.casefold().split()) for q in (one, other))
    return bool(one.context & other.context) or afloat
