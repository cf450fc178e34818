"""Quotations whose speaker one article names and another only describes, or leaves open."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from generator.corroborate.nations import is_state
from generator.corroborate.statements.nearness import Often, near, of_one_kind
from generator.corroborate.statements.quoted import Quoted
from generator.corroborate.stories import Stories
from generator.corroborate.wording import likeness, wording
from generator.model import Actor, Key

# Likeness from which two quotations are of one speaker: where the words for one of both name or describe the other,
# where nothing is said of one, and where its words are others. Several people say much the same of one disaster; in
# four collections of real articles nothing was joined wrongly with these.
_FITTING, _OPEN, _OTHER = 0.65, 0.7, 0.75
_FEWEST = 4
# How near (`nearness.near`) two are in other words, with so many in common that are no names: in 51 gold collections
# ten pairs that are so near are of one utterance, and none of two.
_NEAR, _TWO = 0.8, 2
# Of a run of so many words so few of content are enough: "the man who carried the rice".
_RUN, _FEWEST_OF_RUN = 6, 3
# A word in more quotations than this tells nothing, and would make all pairs of them.
_COMMON = 60


Shared = Mapping[tuple[Key, Key], int]


def shared_words(quoted: Mapping[Key, Quoted], told: Stories) -> Shared:
    """Pairs of quotations of two articles of a story, one without an actor, that share words, with their number."""
    shared = _shared(quoted, lambda q: q.wording.content, told.one)
    return {pair: count for pair, count in shared.items() if count >= _TWO}


def unnamed(
    quoted: Mapping[Key, Quoted], actors: Sequence[Actor], told: Stories, by_word: Shared
) -> Iterator[tuple[float, Key, Key]]:
    """Pairs of quotations of which the speaker of one at least is no actor, so alike that they are of one speaker, with
    their likeness; never all pairs. Articles of one story share enough words, any others a long run of them."""
    called = {actor.id: _called(actor) for actor in actors}
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


def retold_by_somebody(
    quoted: Mapping[Key, Quoted],
    actors: Sequence[Actor],
    by_word: Shared,
    members: Callable[[Key], Sequence[Key]],
    often: Often,
) -> Iterator[tuple[Key, Key]]:
    """Pairs in other words, of which one is in marks at least, and each the other's nearest of what has nothing in the
    other article yet (`members`), where the words for one speaker name or describe the other, or there are none."""
    called = {actor.id: _called(actor) for actor in actors}
    best: dict[tuple[Key, str], float] = defaultdict(float)
    found: dict[tuple[Key, Key], float] = {}
    for one, other in sorted(by_word):
        first, second = quoted[one], quoted[other]
        words = (_words(q, called) for q in (first, second))
        if first.speaker == second.speaker or not _fit(*words) or not of_one_kind(first, second):
            continue
        if any(a[0] in {source for source, _ in members(b)} for a, b in ((one, other), (other, one))):
            continue
        score = near(first, second, often)
        for here, there in ((one, other), (other, one)):
            best[here, there[0]] = max(best[here, there[0]], score)
        common = (first.wording.content & second.wording.content) - first.wording.names - second.wording.names
        if score >= _NEAR and len(common) >= _TWO and (first.direct or second.direct):
            found[one, other] = score
    for (one, other), score in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        if score == best[one, other[0]] == best[other, one[0]]:
            yield one, other


def _fit(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)


def _words(one: Quoted, called: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return called.get(one.speaker, frozenset()) if one.described is None else one.described


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
    first, second = (_words(q, called) for q in (one, other))
    if one.person and other.person and first & second:
        return _FITTING
    if not (one.direct and other.direct) and not (one.person and other.person and (one.direct or other.direct)):
        return 2.0
    return _OPEN if not first or not second else _OTHER
