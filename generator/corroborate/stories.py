"""Which articles tell of one story: what their openings name and speak of, and when they appeared."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.corroborate.ids import slug
from generator.corroborate.nations import is_state
from generator.corroborate.scenes import counting
from generator.corroborate.windows import Window, window
from generator.corroborate.wording import wording
from generator.lexicons import table
from generator.model import Evidence, Resolution, Span

# The headline and so many sentences are what an article is about; further down stands what was before.
_SENTENCES = 5
# A story goes on for three weeks; what is told later looks back on it.
_DAYS = 21
# A name and so many other words that two openings share; each further name makes up for a word. No two stories of the
# gold collections met with these (two fires in one district share a name, "fire" and "firefighters").
_WORDS = 3
# A name and a word that more articles open with than this lead to none of them.
_CROWD = 150
# Deeds that few stories tell of.
_TELLING = frozenset(
    {"seized", "striking", "spilled", "burned", "infected", "vaccinated", "sentenced", "executed", "stranded"}
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Opening:
    """What an article begins with. `names` are actors and places but states, `places` the places among them, `known`
    all that the whole article names, `things` the stems of other words."""

    source: str
    published: Window
    names: frozenset[str]
    places: frozenset[str]
    known: frozenset[str]
    things: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stories:
    """The openings of all articles by their ids, and the other articles of its stories, in order, for each article
    that has any."""

    openings: Mapping[str, Opening]
    beside: Mapping[str, tuple[str, ...]]

    def one(self, here: str, there: str) -> bool:
        """Whether two articles tell of one story, or are one article."""
        others = self.beside.get(here, ())
        at = bisect_left(others, there)
        return here == there or others[at : at + 1] == (there,)


def stories_of(evidence: Sequence[Evidence], resolution: Resolution) -> Stories:
    """Which articles tell of one story."""
    opened = openings(evidence, resolution)
    return Stories(opened, stories(opened))


def openings(evidence: Sequence[Evidence], resolution: Resolution) -> dict[str, Opening]:
    """The opening of every article, by its id."""
    states = {a.id for a in resolution.actors if a.kind == "state"}
    return {e.document.id: _opening(e, resolution, states) for e in evidence}


def _opening(e: Evidence, resolution: Resolution, states: set[str]) -> Opening:
    source, text = e.document.id, e.document.text
    heads = [b.span for b in e.document.blocks if b.kind == "headline"]
    body = [s for s in e.sentences if not any(h.start <= s.start < h.end for h in heads)][:_SENTENCES]
    spans = [*heads, *body]
    names, places, known = set(), set(), set()
    for mention in e.mentions:
        if mention.entity is None:
            continue
        actor, place = (named.get((source, mention.entity)) for named in (resolution.actor_of, resolution.place_of))
        name = actor or place
        if name is None or name in states or (place is not None and is_state(place)):
            continue
        # one article's place may be an actor in another: "Stannerby", "stannerby"
        known.add(slug(name))
        if any(s.start <= mention.span.start < s.end for s in spans):
            names.add(slug(name))
            places |= {slug(name)} if actor is None else set()
    read = [wording(text[s.start : s.end]) for s in spans]
    things = frozenset[str]().union(*(w.content - w.names for w in read)) - counting()
    return Opening(
        source,
        window(e.document.published),
        frozenset(names),
        frozenset(places),
        frozenset(known),
        frozenset(t for t in things if not any(c.isdigit() for c in t)) | _deeds(text, spans),
    )


def _deeds(text: str, spans: Sequence[Span]) -> frozenset[str]:
    """What befell somebody in an opening, by its class: "abducted" and "kidnapped" are one, "killed" leads nowhere."""
    deeds = (table("figure_actions").get(w) for s in spans for w in _WORD.findall(text[s.start : s.end].casefold()))
    return frozenset(f"={deed}" for deed in deeds if deed in _TELLING)


def one_story(one: Opening, other: Opening) -> bool:
    """Whether two articles of the same weeks open with the same names and words, and not in two places."""
    shared = (one.names & other.known) | (other.names & one.known)
    if not shared:
        return False
    needed = max(1, _WORDS + 1 - len(shared))
    return not _elsewhere(one, other) and len(one.things & other.things) >= needed


def _elsewhere(one: Opening, other: Opening) -> bool:
    """Whether two articles appeared weeks apart, or open in two places of which neither comes up in the other. Where
    they open with two names in common, the places are where their reporters sit."""
    if not one.published.meets(other.published, slack=_DAYS):
        return True
    if len((one.names & other.known) | (other.names & one.known)) > 1:
        return False
    return bool(one.places and other.places and not one.places & other.known and not other.places & one.known)


def stories(found: Mapping[str, Opening]) -> dict[str, tuple[str, ...]]:
    """The other articles of one story with each; candidates share a name and a word of their openings.

    Two articles that a third joins are of one story too, if they have a name in common: the first report and the last.
    """
    shared = _Shared.of(found)
    direct = shared.paired(shared.opening_alike(), one_story)
    joined = shared.paired(shared.joined(direct), lambda one, other: not _elsewhere(one, other))
    beside = {
        source: tuple(sorted(shared.order[number] for number in _numbers(near | far)))
        for source, near, far in zip(shared.order, direct, joined, strict=True)
        if near | far
    }
    return dict(sorted(beside.items()))


@dataclass(frozen=True, slots=True)
class _Shared:
    """Which articles name and speak of what: for each name and word a number with a bit for each article, in the order
    of their days; `late` is the first article too late for one. A folder has hundreds of thousands of pairs that share
    some name and some word; this way a pair that is none is never made."""

    found: Mapping[str, Opening]
    order: tuple[str, ...]
    late: tuple[int, ...]
    names: Mapping[str, int]
    known: Mapping[str, int]
    things: Mapping[str, int]

    @classmethod
    def of(cls, found: Mapping[str, Opening]) -> "_Shared":
        order = tuple(sorted(found, key=lambda source: (found[source].published.first or date.min, source)))
        firsts = [found[source].published.first or date.min for source in order]
        lasts = (min(found[source].published.last or date.max, date.max - timedelta(_DAYS)) for source in order)
        late = tuple(bisect_right(firsts, last + timedelta(_DAYS)) for last in lasts)
        bits: tuple[dict[str, int], ...] = (defaultdict(int), defaultdict(int), defaultdict(int))
        for at, source in enumerate(order):
            one = found[source]
            for words, by_word in zip((one.names, one.known, one.things), bits, strict=True):
                for word in words:
                    by_word[word] |= 1 << at
        return cls(found, order, late, *bits)

    def opening_alike(self) -> Iterator[int]:
        """For each article those that open with a name it has, or name what it opens with, and share a word."""
        for source in self.order:
            one = self.found[source]
            named = spoken = 0
            for name in one.names:
                named |= self.known[name]
            for name in one.known:
                named |= self.names.get(name, 0)
            for thing in one.things:
                spoken |= self.things[thing]
            yield named & spoken

    def joined(self, beside: Sequence[int]) -> Iterator[int]:
        """For each article those that a third joins to it, and that are not beside it already."""
        reached = [0] * len(beside)
        for near in beside:
            if near.bit_count() <= _CROWD:
                for number in _numbers(near):
                    reached[number] |= near
        return (far & ~near for near, far in zip(beside, reached, strict=True))

    def paired(self, others: Iterable[int], alike: Callable[[Opening, Opening], bool]) -> list[int]:
        """Of those that may be of one story with each article those that are, within the days of a story."""
        beside = [0] * len(self.order)
        for at, found in enumerate(others):
            one = self.found[self.order[at]]
            within = found >> at + 1 & (1 << max(0, self.late[at] - at - 1)) - 1
            for number in (at + 1 + after for after in _numbers(within)):
                other = self.found[self.order[number]]
                if alike(one, other) and self._candidates(one, other):
                    beside[at] |= 1 << number
                    beside[number] |= 1 << at
        return beside

    def _candidates(self, one: Opening, other: Opening) -> bool:
        """Whether two articles share a name and a word that not too many others have both."""
        names, things = one.known & other.known, one.things & other.things
        return any((self.known[n] & self.things[t]).bit_count() <= _CROWD for n in names for t in things)


def _numbers(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set, from the lowest."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
