"""Quotations whose speaker one article names and another only describes, or leaves open."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

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
# A word in more quotations than this tells nothing, and would make all pairs of them.
_COMMON = 60


def unnamed(quoted: Mapping[Key, Quoted], actors: Sequence[Actor], told: Stories) -> Iterator[tuple[float, Key, Key]]:
    """Pairs of quotations in articles of one story, of which the speaker of one at least is no actor, so alike that
    they are of one speaker, with their likeness; never all pairs."""
    called = {actor.id: _called(actor) for actor in actors}
    holding: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(quoted):
        for word in quoted[key].wording.content:
            holding[word].append(key)
    shared: dict[tuple[Key, Key], int] = defaultdict(int)
    for word in sorted(holding):
        keys = holding[word]
        if len(keys) > _COMMON:
            continue
        for i, one in enumerate(keys):
            for other in keys[i + 1 :]:
                open_ = quoted[one].described is not None or quoted[other].described is not None
                if open_ and one[0] != other[0] and told.one(one[0], other[0]):
                    shared[(one, other)] += 1
    for (one, other), count in shared.items():
        first, second = quoted[one], quoted[other]
        if count < _FEWEST or first.speaker == second.speaker:
            continue
        score = likeness(first.wording, second.wording)
        if score >= _enough(first, second, called):
            yield score, one, other


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
