"""How near two quotations are by the words they share: one that their articles use all along says little."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from math import log2, prod, sqrt

from generator.corroborate.figures.amounts import in_common
from generator.corroborate.statements.quoted import Quoted
from generator.corroborate.wording import NAMES_LESS, counted
from generator.model import Evidence
from generator.remembered import Remembered

# The weight that two quotations share, times its share of both, from which they tell one thing. In the gold collections
# and 24 pairs of short articles, all of them in sight, what is of one utterance had 0.33 and more or no word in common,
# all else 0.29 at most.
ENOUGH = 0.3
# The same where they share one word only: of what 0.34 joins and this does not, six pairs in thirteen were of two
# sayings, of one law or one plant ("no bad law", "strict enough").
BY_ONE = 0.42
# Whoever speaks again days later says much the same again: "We rule nothing out."
_DAYS = 4
_FEWEST, _SENTENCE = 2, 3

Often = Callable[[str], Counter[str]]


@contextmanager
def stems_in(evidence: Sequence[Evidence], known: Remembered) -> Iterator[Often]:
    """How often each article, asked for by its id, has each stem."""
    texts = {e.document.id: e.document.text for e in evidence}
    with known.table("stems") as stems:
        yield cache(lambda source: Counter(dict(stems(lambda _: counted(texts[source]).items(), (source,)))))


def near(one: Quoted, other: Quoted, often: Often) -> float:
    """How near two quotations are, 0 where one word in common is too little."""
    here, there = often(one.key[0]), often(other.key[0])
    names = one.wording.names | other.wording.names
    # a number says as much as a rare word, however it is written
    numbers = in_common(one.amounts, other.amounts)
    common = one.wording.content & other.wording.content
    if not common and not numbers:
        return 0.0
    all_of_it = (_weight(q.wording.content, names, here, there) + numbers for q in (one, other))
    score = (_weight(common, names, here, there) + numbers) ** 2 / sqrt(prod(all_of_it))
    if one.wording.content == other.wording.content:
        return max(score, ENOUGH)
    return score if len(common) + numbers >= _FEWEST or score >= BY_ONE else 0.0


def _weight(stems: frozenset[str], names: frozenset[str], here: Counter[str], there: Counter[str]) -> float:
    return sum(
        (1 - NAMES_LESS if stem in names else 1) / max(1.0, log2(here[stem] + there[stem])) for stem in sorted(stems)
    )


def says(one: Quoted) -> bool:
    """Whether words are an actor's and more than a name for something ("the price"): two of content, or a clause."""
    return one.described is None and (len(one.wording.content) >= _FEWEST or len(one.wording.tokens) >= _SENTENCE)


def of_one_kind(one: Quoted, other: Quoted) -> bool:
    """Whether two are of the same days, and both plain denials or neither: these are made again and again."""
    return one.denial == other.denial and one.published.meets(other.published, slack=_DAYS)
