"""Figures that their own sentences tie to one thing, among all of one kind in articles of the same weeks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from generator.corroborate.figures.quantities import Quantity
from generator.corroborate.figures.things import WIDELY_APART, of_one_thing
from generator.corroborate.groups import pairs_of
from generator.corroborate.windows import long_before
from generator.model import Key
from generator.remembered import Remembered


def told_alike(by_key: Mapping[Key, Quantity], known: Remembered) -> Iterator[tuple[Key, Key]]:
    """Pairs of figures that their own sentences tie to one thing, the smaller key first; kept by the articles of their
    weeks that have figures of the kind."""
    blocks: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
    for key, one in by_key.items():
        blocks[(one.dimension, one.counted, one.rate)].append(key)

    def pairs(keys: Sequence[Key], number: int, *_: str) -> Iterator[tuple[int, int]]:
        place = {key: at for at, key in enumerate(keys)}
        for one, other in _near(keys, by_key):
            here, there = sorted((place[one], place[other]), key=keys.__getitem__)
            if min(here, there) < number and of_one_thing(by_key[one], by_key[other]):
                yield here, there

    with known.table("figures of one kind") as found:
        for name in sorted(blocks):
            for keys, number in _periods(blocks[name], by_key):
                if len(keys) > 1:
                    of, at = zip(*keys, strict=True)
                    for here, there in found(partial(pairs, keys, number), of, (at, number)):
                        yield keys[here], keys[there]


def _periods(keys: Sequence[Key], by_key: Mapping[Key, Quantity]) -> Iterator[tuple[list[Key], int]]:
    """The figures of a period and behind them those of the next, with the number of the first, of which each is to be
    compared with all: figures of more than so many days apart are never of one thing."""
    periods: dict[int, list[Key]] = defaultdict(list)
    for key in keys:
        day = by_key[key].published.day
        if day is None:
            yield list(keys), len(keys)
            return
        periods[day.toordinal() // (WIDELY_APART + 1)].append(key)
    for period, inside in sorted(periods.items()):
        yield [*inside, *periods.get(period + 1, ())], len(inside)


def _near(keys: Sequence[Key], by_key: Mapping[Key, Quantity]) -> Iterator[tuple[Key, Key]]:
    """Pairs that share a holder, a place, an event or a name, in articles of the same weeks."""

    def too_late(one: Key, other: Key) -> bool:
        return long_before(by_key[one].published.last, by_key[other].published.first, WIDELY_APART)

    numbers: dict[tuple[object, ...], int] = {}
    # in place of its face, which takes long to hash and stands in many blocks
    number = {key: numbers.setdefault(face(by_key[key]), len(numbers)) for key in keys}
    sharing: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(keys, key=lambda k: (by_key[k].published.first or date.min, k)):
        one = by_key[key]
        for what in sorted(
            {one.holder, *one.names, *one.events, *one.scene.places, "@" + one.place, one.speaker} - {"", "@"}
        ):
            sharing[what].append(key)
    yield from {p for block in sharing.values() for p in pairs_of(block, lambda k: number[k], too_late)}


def face(one: Quantity) -> tuple[object, ...]:
    """All by which a figure is compared with another of its block."""
    figure = one.figure
    told = (figure.unit, figure.what, one.low, one.high, one.action, one.holder, one.place, one.ahead, one.back)
    about = (one.names, one.events, one.here, one.told, one.scene, one.speaker, one.said, one.cause)
    return (*told, one.when, one.published, *about)
