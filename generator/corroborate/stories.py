"""Which articles tell of one story: what their openings name and speak of, and when they appeared."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_

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
    direct = shared.paired(alike for alike, _ in shared.alike)
    joined = shared.paired(shared.joined(direct))
    beside = {
        source: tuple(sorted(shared.order[number] for number in _numbers(near | far)))
        for source, near, far in zip(shared.order, direct, joined, strict=True)
        if near | far
    }
    return dict(sorted(beside.items()))


@dataclass(frozen=True, slots=True)
class _Shared:
    """Which articles may be of one story, in the order of their days: `late` is the first article too late for one,
    `alike` those that are like one in enough names and words, and those that may be (see `_alike`).

    For each name and word there is a number with a bit for each article. A folder has hundreds of thousands of pairs
    that share some name and some word; this way a pair that is none is never made."""

    order: tuple[str, ...]
    late: tuple[int, ...]
    alike: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, found: Mapping[str, Opening]) -> "_Shared":
        order = tuple(sorted(found, key=lambda source: (found[source].published.first or date.min, source)))
        firsts = [found[source].published.first or date.min for source in order]
        lasts = (min(found[source].published.last or date.max, date.max - timedelta(_DAYS)) for source in order)
        late = tuple(bisect_right(firsts, last + timedelta(_DAYS)) for last in lasts)
        held = _Held.of([found[source] for source in order])
        return cls(order, late, tuple(_alike(found[source], held) for source in order))

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
        for at, (found, (_, allowed)) in enumerate(zip(others, self.alike, strict=True)):
            within = (found & allowed) >> at + 1 & (1 << max(0, self.late[at] - at - 1)) - 1
            beside[at] |= within << at + 1
            for number in (at + 1 + after for after in _numbers(within)):
                beside[number] |= 1 << at
        return beside


@dataclass(frozen=True, slots=True)
class _Held:
    """The articles, a bit for each, that open with a name, name it anywhere, open with a word; those that name a place
    or a longer or shorter name of it ("gathiru-primary" of a school), those that open in such a place of a name; those
    with a place, and with a day."""

    names: Mapping[str, int]
    known: Mapping[str, int]
    things: Mapping[str, int]
    knowing: Mapping[str, int]
    sited: Mapping[str, int]
    placed: int
    dated: int

    @classmethod
    def of(cls, openings: Sequence[Opening]) -> "_Held":
        names, known, things, places, knowing, sited = (defaultdict[str, int](int) for _ in range(6))
        for at, one in enumerate(openings):
            found = (one.names, names), (one.known, known), (one.things, things), (one.places, places)
            for words, by_word in found:
                for word in words:
                    by_word[word] |= 1 << at
        shorter = [(place, name) for place in places for name in _shorter(place) if name in known]
        longer = [(place, name) for name in known for place in (name, *_shorter(name)) if place in places]
        for place, name in (*shorter, *longer):
            knowing[place] |= known[name]
            sited[name] |= places[place]
        dated = sum(1 << at for at, one in enumerate(openings) if one.published.first)
        return cls(names, known, things, knowing, sited, _any(places.values()), dated)


def _shorter(name: str) -> Iterator[str]:
    """The beginnings of a name of several parts: "new", "new-york" of "new-york-city"."""
    return (name[:at] for at, letter in enumerate(name) if letter == "-")


def _alike(one: Opening, held: _Held) -> tuple[int, int]:
    """The articles that are like one in their openings; and those that share a name and a word with it which not too
    many have both, and do not open in another place. A name counts that one of two opens with and the other has;
    whoever looks back years later names the same people, too."""
    names, known = held.names, held.known
    spoken, named = [held.things[thing] for thing in one.things], [known[name] for name in one.known]
    first, second, third = _shared_by(spoken)
    single, double, several = _shared_by(known[n] if n in one.names else names.get(n, 0) for n in one.known)
    rare, rarely = (_any(b for b in bits if b.bit_count() <= _CROWD) for bits in (named, spoken))
    telling = (known[n] if n in one.names else names.get(n, 0) for n in one.known if known[n].bit_count() <= _CROWD)
    cast = _shared_by(telling)[2] & (held.dated if one.published.first else ~held.dated)
    often, much = ([b for b in bits if b.bit_count() > _CROWD] for bits in (named, spoken))
    together = _any(both for n in often for t in much if (both := n & t).bit_count() <= _CROWD)
    # where two open with two names in common, the places are where their reporters sit
    here = double | _any(held.knowing[place] for place in one.places) | _any(held.sited.get(n, 0) for n in one.known)
    elsewhere = held.placed & ~here if one.places else 0
    return (
        (single & third) | (double & second) | (several & first) | cast,
        ((rare & first) | (rarely & _any(named)) | cast | together) & ~elsewhere,
    )


def _any(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


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
