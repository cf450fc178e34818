"""Quotations in which somebody speaks of themselves, in two articles that give them to two: one of both is mistaken."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain, combinations

from generator.corroborate.statements.quoted import Quoted
from generator.corroborate.stories import Stories
from generator.corroborate.wording import likeness
from generator.model import Key

# Two people do not say the same of themselves in nearly the same words. In the 145 gold collections and three more 17
# pairs of other speakers are as like as this, told by "he" or "the minister" in one article at least: 16 are one
# utterance, and one tells what another said.
_SAME, _FEWEST = 0.45, 2
# A word that more than so many of them hold tells nothing, and would make all pairs of them.
_COMMON = 60


def of_themselves(quoted: Mapping[Key, Quoted], told: Stories) -> Iterator[tuple[float, Key, Key]]:
    """Pairs of two speakers, of whom a pronoun or a phrase gives one, with their likeness; never all pairs."""
    holding: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(key for key, one in quoted.items() if one.of_self):
        for word in quoted[key].wording.content:
            holding[word].append(key)
    shared = Counter(chain.from_iterable(combinations(k, 2) for k in holding.values() if len(k) <= _COMMON))
    for (one, other), count in sorted(shared.items()):
        first, second = quoted[one], quoted[other]
        if count < _FEWEST or first.speaker == second.speaker or not may_be_one(first, second):
            continue
        if one[0] != other[0] and told.one(one[0], other[0]):
            score = likeness(first.wording, second.wording)
            if score >= _SAME:
                yield score, one, other


def may_be_one(one: Quoted, other: Quoted) -> bool:
    """Whether two who speak of themselves may be one, as far as the words for them go."""
    doubtful = any(q.doubtful or q.described is not None for q in (one, other))
    return one.of_self and other.of_self and doubtful
