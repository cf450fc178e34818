"""What two articles tell at one place of the order in which both tell a story: one utterance, in other words each time.

Whoever tells an article again goes through it from the first utterance to the last. Where two articles have some
utterances in common, in one order, what stands between the same two of these in both is compared.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.corroborate.statements.joinable import compatible
from generator.corroborate.statements.nearness import Often, near, of_one_kind
from generator.corroborate.statements.quoted import Quoted
from generator.corroborate.stories import Stories
from generator.model import Key

# So much of what two articles have in common stands in one order.
_ORDERED = 0.8
# With so many in common, the only quotations of one speaker at one place are one utterance, with one less where nobody
# else is quoted there; with so many, those that share a word which is no name and seldom in their articles; with one,
# those of two speakers one of whom is given by "she" or "the minister", or by nobody, and that are nearer than two in
# which the agents of one candidate and of the other speak of one hall. In 51 gold collections 19 pairs of these are of
# one utterance, and one is of two sayings of one speaker.
_THOROUGH, _SEVERAL = 4, 2
_OF_TWO = 0.75
_RARE = 2
_FEWEST = 2  # words


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands between the same two utterances of two articles, and in neither has its like in the other."""

    one: Sequence[Quoted]
    other: Sequence[Quoted]
    common: int


def in_order(
    quoted: Mapping[Key, Quoted],
    told: Stories,
    same_text: Mapping[str, str],
    leader: Callable[[Key], Key],
    often: Often,
) -> Iterator[tuple[Key, Key]]:
    """Pairs of quotations at one place of two articles of a story that are one utterance, by what was joined before
    (`leader` is one of these). Where two are the `same_text`, by their original, other words at one place are other
    utterances."""
    in_text: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(quoted):
        in_text[key[0]].append(key)
    pairs = (pair for pair in told.pairs() if same_text.get(pair[0], pair[0]) != same_text.get(pair[1], pair[1]))
    for here, there in pairs:
        for place in _places(quoted, in_text.get(here, ()), in_text.get(there, ()), leader):
            yield from _at(place, often)


def _places(
    quoted: Mapping[Key, Quoted], here: Sequence[Key], there: Sequence[Key], leader: Callable[[Key], Key]
) -> Iterator[_Place]:
    of = {key: leader(key) for key in (*here, *there)}
    both = {of[key] for key in here} & {of[key] for key in there}
    if not both:
        return
    places = [(i, j) for i, a in enumerate(here) if of[a] in both for j, b in enumerate(there) if of[a] == of[b]]
    ordered = _rising(places)
    if len(ordered) < _ORDERED * len(both):
        return
    bounds = [(-1, -1), *ordered, (len(here), len(there))]
    for (i, j), (k, n) in pairwise(bounds):
        one, other = (
            [quoted[key] for key in keys if of[key] not in both] for keys in (here[i + 1 : k], there[j + 1 : n])
        )
        if one and other:
            yield _Place(one, other, len(both))


def _rising(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most places of which none crosses another (patience sorting)."""
    ends: list[tuple[int, int]] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for place in sorted(places, key=lambda p: (p[0], -p[1])):
        at = bisect_left([end[1] for end in ends], place[1])
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    found, last = [], ends[-1] if ends else None
    while last is not None:
        found.append(last)
        last = before[last]
    return found[::-1]


def _at(place: _Place, often: Often) -> Iterator[tuple[Key, Key]]:
    spoken = Counter(q.speaker for q in place.one), Counter(q.speaker for q in place.other)
    for one in place.one:
        for other in place.other:
            if not (of_one_kind(one, other) and compatible(one, other)):
                continue
            words = (one.wording.content & other.wording.content) - one.wording.names - other.wording.names
            if one.speaker != other.speaker:
                if len(words) >= _FEWEST and _unsure(one, other) and near(one, other, often) >= _OF_TWO:
                    yield one.key, other.key
                continue
            rare = any(max(often(q.key[0])[word] for q in (one, other)) <= _RARE for word in words)
            alone = spoken[0][one.speaker] == spoken[1][one.speaker] == 1
            enough = _THOROUGH - (len(place.one) == len(place.other) == 1)
            if (place.common >= _SEVERAL and rare) or (place.common >= enough and alone and _whole(one, other)):
                yield one.key, other.key


def _unsure(one: Quoted, other: Quoted) -> bool:
    """Whether who says one of two is told by a pronoun or a phrase, or not at all; a phrase for nobody known is not."""
    if one.described or other.described:
        return False
    return any(q.doubtful or q.described is not None for q in (one, other))


def _whole(one: Quoted, other: Quoted) -> bool:
    """Whether two say something, and numbers in both or in neither: who tells it again leaves these as they are."""
    said = (len(q.wording.content - q.wording.names) >= _FEWEST for q in (one, other))
    return all(said) and bool(one.amounts) == bool(other.amounts)
