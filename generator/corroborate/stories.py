"""Which articles tell of one story: what their openings name and speak of, and when they appeared."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import NamedTuple

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
# Two openings of one story share a name and three other words; each further name makes up for a word, and three names
# that few articles have for all words (see `_alike`): a column begins with other words than a report.
# No two stories of the gold collections met with these (two fires in one district share a name and two words).
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


def stories(found: Mapping[str, Opening]) -> dict[str, tuple[str, ...]]:
    """The other articles of one story with each: those of the same weeks that open with the same names and words, and
    not in two places.

    Two articles that a third joins are of one story too, if they have a name in common: the first report and the last.
    """
    shared = _Shared.of(found)
    direct = shared.paired([alike.opening for alike in shared.alike])
    joined = shared.paired(shared.joined(direct))
    beside = {
        source: tuple(sorted(shared.order[number] for number in _numbers(near | far)))
        for source, near, far in zip(shared.order, direct, joined, strict=True)
        if near | far
    }
    return dict(sorted(beside.items()))


class _Alike(NamedTuple):
    """The articles, a bit for each, that are like one: in enough names and words of their openings, in more than one
    name, in a name and a word that not too many articles have."""

    opening: int
    names: int
    telling: int


@dataclass(frozen=True, slots=True)
class _Shared:
    """Which articles name and speak of what: for each name and word a number with a bit for each article, in the order
    of their days; `late` is the first article too late for one. A folder has hundreds of thousands of pairs that share
    some name and some word; this way a pair that is none is never made."""

    found: Mapping[str, Opening]
    order: tuple[str, ...]
    late: tuple[int, ...]
    known: Mapping[str, int]
    things: Mapping[str, int]
    alike: tuple[_Alike, ...]

    @classmethod
    def of(cls, found: Mapping[str, Opening]) -> "_Shared":
        order = tuple(sorted(found, key=lambda source: (found[source].published.first or date.min, source)))
        firsts = [found[source].published.first or date.min for source in order]
        lasts = (min(found[source].published.last or date.max, date.max - timedelta(_DAYS)) for source in order)
        late = tuple(bisect_right(firsts, last + timedelta(_DAYS)) for last in lasts)
        names, known, things = (defaultdict[str, int](int) for _ in range(3))
        for at, source in enumerate(order):
            one = found[source]
            for words, by_word in ((one.names, names), (one.known, known), (one.things, things)):
                for word in words:
                    by_word[word] |= 1 << at
        dated = sum(1 << at for at, source in enumerate(order) if found[source].published.first)
        alike = tuple(_alike(found[source], names, known, things, dated) for source in order)
        return cls(found, order, late, known, things, alike)

    def joined(self, beside: Sequence[int]) -> Iterator[int]:
        """For each article those that a third joins to it, and that are not beside it already."""
        reached = [0] * len(beside)
        for near in beside:
            if near.bit_count() <= _CROWD:
                for number in _numbers(near):
                    reached[number] |= near
        return (far & ~near for near, far in zip(beside, reached, strict=True))

    def paired(self, others: Iterable[int]) -> list[int]:
        """Of those that may be of one story with each article those that are, within the days of a story."""
        beside = [0] * len(self.order)
        for at, found in enumerate(others):
            within = found >> at + 1 & (1 << max(0, self.late[at] - at - 1)) - 1
            for number in (at + 1 + after for after in _numbers(within)):
                if not self._elsewhere(at, number) and self._candidates(at, number):
                    beside[at] |= 1 << number
                    beside[number] |= 1 << at
        return beside

    def _elsewhere(self, here: int, there: int) -> bool:
        """Whether two articles appeared weeks apart, or open in two places of which neither comes up in the other.
        Where they open with two names in common, the places are where their reporters sit."""
        one, other = self.found[self.order[here]], self.found[self.order[there]]
        if not one.published.meets(other.published, slack=_DAYS):
            return True
        if not one.places or not other.places or self.alike[here].names >> there & 1:
            return False
        return not (_among(one.places, other.known) or _among(other.places, one.known))

    def _candidates(self, here: int, there: int) -> bool:
        """Whether two articles share a name and a word that not too many others have both."""
        if self.alike[here].telling >> there & 1:
            return True
        one, other = self.found[self.order[here]], self.found[self.order[there]]
        names, things = one.known & other.known, one.things & other.things
        return any((self.known[n] & self.things[t]).bit_count() <= _CROWD for n in names for t in things)


def _among(places: frozenset[str], known: frozenset[str]) -> bool:
    """Whether one of the places is known, or a longer or shorter name of it: "gathiru-primary" of a school."""
    if not places.isdisjoint(known):
        return True
    return any(p.startswith(f"{k}-") or k.startswith(f"{p}-") for p in places for k in known)


def _alike(
    one: Opening, names: Mapping[str, int], known: Mapping[str, int], things: Mapping[str, int], dated: int
) -> _Alike:
    """The articles that are like one. A name counts that one of two opens with and the other has. `dated` are those
    with a day: whoever looks back years later names the same people, too."""
    spoken = [things[thing] for thing in one.things]
    first, second, third = _shared_by(spoken)
    single, double, several = _shared_by(known[n] if n in one.names else names.get(n, 0) for n in one.known)
    named = [known[name] for name in one.known]
    rare, rarely = (reduce(or_, (b for b in bits if b.bit_count() <= _CROWD), 0) for bits in (named, spoken))
    telling = (known[n] if n in one.names else names.get(n, 0) for n in one.known if known[n].bit_count() <= _CROWD)
    cast = _shared_by(telling)[2] & (dated if one.published.first else ~dated)
    return _Alike(
        (single & third) | (double & second) | (several & first) | cast,
        double,
        (rare & first) | (rarely & reduce(or_, named, 0)) | cast,
    )


def _shared_by(bits: Iterable[int]) -> tuple[int, int, int]:
    """Those that stand in one, in two and in three at least: a sum bit by bit, for all articles at once."""
    one = two = three = 0
    for these in bits:
        three |= two & these
        two |= one & these
        one |= these
    return one, two, three


def _numbers(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set, from the lowest."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
