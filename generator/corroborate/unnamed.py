"""Quotations whose speaker one article names and another only describes, or leaves open."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from generator.corroborate.nations import is_state
from generator.corroborate.quoted import Quoted
from generator.corroborate.stories import Stories
from generator.corroborate.wording import likeness, wording
from generator.model import Actor, Key

# Likeness from which two quotations are of one speaker: where the words for one of both name or describe the other,
# where nothing is said of one, and where its words are others. Several people say much the same of one disaster; in
# four collections of real articles nothing was joined wrongly with these.
_FITTING, _OPEN, _OTHER = 0.65, 0.7, 0.75
_FEWEST = 4
# Of a run of so many words so few of content are enough: "the man who carried the rice".
_RUN, _FEWEST_OF_RUN = 6, 3
# A word in more quotations than this tells nothing, and would make all pairs of them.
_COMMON = 60


def unnamed(quoted: Mapping[Key, Quoted], actors: Sequence[Actor], told: Stories) -> Iterator[tuple[float, Key, Key]]:
    """Pairs of quotations of which the speaker of one at least is no actor, so alike that they are of one speaker, with
    their likeness; never all pairs. Articles of one story share enough words, any others a long run of them."""
    called = {actor.id: _called(actor) for actor in actors}
    by_word = _shared(quoted, lambda q: q.wording.content, told.one)
    by_run = _shared(quoted, _runs, lambda one, other: True)
    for one, other in sorted({*(pair for pair, count in by_word.items() if count >= _FEWEST), *by_run}):
        first, second = quoted[one], quoted[other]
        same = first.wording.tokens == second.wording.tokens and told.one(one[0], other[0])
        few = len(first.wording.content & second.wording.content) < _FEWEST_OF_RUN
        if first.speaker == second.speaker or (few and not same):
            continue
        enough = _enough(first, second, called)
        if enough <= 1 and (score := likeness(first.wording, second.wording)) >= enough:
            yield score, one, other


def _shared(
    quoted: Mapping[Key, Quoted],
    marks: Callable[[Quoted], Iterable[Hashable]],
    together: Callable[[str, str], bool],
) -> Mapping[tuple[Key, Key], int]:
    """Pairs of quotations of two articles, one without an actor, that share marks, with the number of these."""
    listed = [quoted[key] for key in sorted(quoted)]
    holding: dict[Hashable, list[int]] = defaultdict(list)
    for number, one in enumerate(listed):
        for mark in marks(one):
            holding[mark].append(number)
    open_ = {number for number, one in enumerate(listed) if one.described is not None}
    sharing = (numbers for numbers in holding.values() if 1 < len(numbers) <= _COMMON)
    shared = Counter(chain.from_iterable(combinations(n, 2) for n in sharing if not open_.isdisjoint(n)))
    return {
        (first, second): count
        for (here, there), count in shared.items()
        if here in open_ or there in open_
        if (first := listed[here].key)[0] != (second := listed[there].key)[0] and together(first[0], second[0])
    }


def _runs(one: Quoted) -> Iterable[Hashable]:
    """The runs of words, or all of a few."""
    tokens = one.wording.tokens
    few = len(one.wording.content) >= _FEWEST_OF_RUN
    return dict.fromkeys(tokens[at : at + _RUN] for at in range(max(few, len(tokens) - _RUN + 1)))


def _called(actor: Actor) -> frozenset[str]:
    """The words of an actor's names and roles, but for states: "the Danish mayor" is no other Dane."""
    written = (actor.name, *(alias.text for alias in actor.aliases), *(role.text for role in actor.roles))
    return frozenset[str]().union(*(wording(w).content for text in written for w in text.split() if not is_state(w)))


def _enough(one: Quoted, other: Quoted, called: Mapping[str, frozenset[str]]) -> float:
    """The likeness that two quotations need to be of one speaker; more than 1 where none is enough. What officials
    and services report of one disaster is alike in any words but somebody's own."""
    first, second = (called.get(q.speaker, frozenset()) if q.described is None else q.described for q in (one, other))
    if one.person and other.person and first & second:
        return _FITTING
    if not (one.direct and other.direct) and not (one.person and other.person and (one.direct or other.direct)):
        return 2.0
    return _OPEN if not first or not second else _OTHER
