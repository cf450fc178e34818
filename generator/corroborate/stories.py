"""Which articles tell of one story: what their openings name and speak of, and when they appeared."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_

from generator.corroborate.openings import Opening, openings
from generator.model import Evidence, Resolution
from generator.remembered import NOTHING, Remembered

# A story goes on for three weeks; what is told later looks back on it.
_DAYS = 21
# What two articles of one story share: how much a name says that both have, and how much more for each of the two that
# opens with it. A name that many stories have is a city's, or "the police"; so much says a word, too, that both open
# with, or only write with a capital. Names of more articles than `_RARE` say half of it, names and words of more than
# `_CROWD` nothing.
_NAMED, _PLACE, _COMMON = (4, 2), (2, 1), (1, 1)
_RARE, _CROWD = 25, 150
# So much makes one story, so much in a folder of few articles, where few can meet by chance, and so much where two open
# in two places. With all collections of `tests/gold` in one folder 601 of the 661 pairs of articles of one collection
# are of one story, and 23 of all others.
_ENOUGH, _ENOUGH_OF_FEW, _APART, _JOINED = 8, 6, 12, 5
_FEW = 30


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

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The pairs of articles of one story, each once."""
        return ((one, other) for one, beside in self.beside.items() for other in beside if one < other)


def stories_of(evidence: Sequence[Evidence], resolution: Resolution, known: Remembered = NOTHING) -> Stories:
    """Which articles tell of one story."""
    opened = openings(evidence, resolution, known)
    return Stories(opened, stories(opened))


def stories(found: Mapping[str, Opening]) -> dict[str, tuple[str, ...]]:
    """The other articles of one story with each: those of the same weeks that share enough names and words.

    For each name and word there is a number with a bit for each article, in the order of their days, and what two
    articles share is summed for all of them at once: a folder has hundreds of thousands of pairs that share some name.
    """
    order = sorted(found, key=lambda source: (found[source].published.first or date.min, source))
    openings = [found[source] for source in order]
    firsts = [one.published.first or date.min for one in openings]
    held = _Held.of(openings)
    near, far = [0] * len(order), [0] * len(order)
    for at, one in enumerate(openings):
        last = min(one.published.last or date.max, date.max - timedelta(_DAYS))
        later = max((1 << bisect_right(firsts, last + timedelta(_DAYS))) - (2 << at), 0)
        for beside, alike in zip((near, far), held.beside(one), strict=True):
            beside[at] |= alike & later
            for number in _numbers(alike & later):
                beside[number] |= 1 << at
    joined = [0] * len(order)
    for bits in near:
        if bits.bit_count() <= _CROWD:
            for number in _numbers(bits):
                joined[number] |= bits & far[number]
    return {
        source: tuple(sorted(order[number] for number in _numbers(bits)))
        for source, bits in sorted(zip(order, map(or_, near, joined), strict=True))
        if bits
    }


@dataclass(frozen=True, slots=True)
class _Held:
    """The articles, a bit for each, that open with a name, name it anywhere, open with a word; those that name a place
    or a longer or shorter name of it ("gathiru-primary" of a school), those that open in such a place of a name; those
    with a place; and how many there are."""

    names: Mapping[str, int]
    known: Mapping[str, int]
    things: Mapping[str, int]
    knowing: Mapping[str, int]
    sited: Mapping[str, int]
    capital: Mapping[str, int]
    placed: int
    number: int

    @classmethod
    def of(cls, openings: Sequence[Opening]) -> "_Held":
        names, known, things, places, knowing, sited, capital = (defaultdict[str, int](int) for _ in range(7))
        for at, one in enumerate(openings):
            found = (
                (one.names, names),
                (one.known, known),
                (one.things, things),
                (one.places, places),
                (one.capital, capital),
            )
            for words_, by_word in found:
                for word in words_:
                    by_word[word] |= 1 << at
        shorter = [(place, name) for place in places for name in _shorter(place) if name in known]
        longer = [(place, name) for name in known for place in (name, *_shorter(name)) if place in places]
        for place, name in (*shorter, *longer):
            knowing[place] |= known[name]
            sited[name] |= places[place]
        return cls(names, known, things, knowing, sited, capital, _any(places.values()), len(openings))

    def beside(self, one: Opening) -> tuple[int, int]:
        """The articles that share enough with one, and those that do where a third joins them."""
        shared = _Sum()
        for name in one.known:
            many = self.known[name].bit_count()
            if many > _CROWD:
                continue
            told, opened = _COMMON if name in one.common else _PLACE if name in one.sites else _NAMED
            half = many > _RARE
            shared.add(self.known[name], (told + opened * (name in one.names)) >> half)
            shared.add(self.names.get(name, 0), opened >> half)
        for word in one.capital:
            if (bits := self.capital[word]).bit_count() <= _CROWD:
                shared.add(bits, 1)
        named = shared.reaching(1)
        for thing in one.things:
            if (bits := self.things[thing]).bit_count() <= _CROWD:
                shared.add(bits, 1)
        here = _any(self.knowing[place] for place in one.places) | _any(self.sited.get(n, 0) for n in one.known)
        elsewhere = self.placed & ~here if one.places else 0
        enough = _ENOUGH if self.number > _FEW else _ENOUGH_OF_FEW
        near = shared.reaching(enough) & ~elsewhere | shared.reaching(_APART)
        return near & named, shared.reaching(_JOINED) & named & ~elsewhere


class _Sum:
    """A sum for each article, all in a few numbers: the first holds the ones of all sums, the next the twos."""

    def __init__(self) -> None:
        self._digits = [0] * 4
        self._more = 0

    def add(self, bits: int, times: int) -> None:
        """Add so much for these articles."""
        for at in range(times.bit_length()):
            carried = bits if times >> at & 1 else 0
            for place in range(at, len(self._digits)):
                if not carried:
                    break
                self._digits[place], carried = self._digits[place] ^ carried, self._digits[place] & carried
            self._more |= carried

    def reaching(self, least: int) -> int:
        """The articles whose sum is so much at least."""
        more, equal = self._more, ~self._more
        for place in reversed(range(len(self._digits))):
            if least >> place & 1:
                equal &= self._digits[place]
            else:
                more |= equal & self._digits[place]
        return more | equal


def _shorter(name: str) -> Iterator[str]:
    """The beginnings of a name of several parts: "new", "new-york" of "new-york-city"."""
    return (name[:at] for at, letter in enumerate(name) if letter == "-")


def _any(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


def _numbers(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set, from the lowest."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
