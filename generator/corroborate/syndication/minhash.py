"""Sketches of sets, by which those that have much in common are found without comparing all pairs.

Broder, On the Resemblance and Containment of Documents (1997), with the bands of Leskovec, Rajaraman and Ullman, Mining
of Massive Datasets, chapter 3.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from functools import cache
from hashlib import sha1
from typing import Any

import numpy as np
from numpy.typing import NDArray

# A set as hashes of eight bytes, in their order: what numpy compares at once, in a tenth of the memory. By chance two
# of some hundred million have one hash.
Hashes = NDArray[np.uint64]
Numbers = NDArray[Any]

_SEED = 1
_ORDERS = 128
# A bit for each member: so many times as wide as the largest set, up to the most, few members share one.
_WIDE, _MOST = 32, 1 << 14
# Of what two sets must have in common this part must leave a bit in both; chance collisions take a few in a hundred.
_LEFT = 0.8
_FEW = 8  # one new set of so many is looked at by itself
_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2**64 by the golden ratio: numbers below 2**32 in a row make one


def hashed(found: Iterable[str]) -> Hashes:
    """A set of strings as hashes, each once and in their order."""
    return np.unique(np.frombuffer(b"".join(sha1(s.encode()).digest()[:8] for s in found), "<u8"))


def candidates(
    sets: Sequence[Hashes],
    rows: int,
    least: Callable[[int, Numbers], Numbers],
    sketches: Sequence[NDArray[np.uint32]] | None = None,
    new: Set[int] | None = None,
) -> Iterator[tuple[int, int]]:
    """Pairs of sets, by their places, whose sketches agree in a band of so many `rows`, and that can have in common as
    much as they need, which `least` gives for the size of one and the sizes of others; or those with one of the `new`.

    The more rows, the more two sets must have in common to be looked at. The later set comes second. `sketches`
    are what `sketch` gives of the sets, where that is known.
    """
    sizes = np.array([len(found) for found in sets], np.int_)
    wide = width(sets)
    drawn = sketches or [sketch(one) for one in sets]
    few = new is not None and len(new) * _FEW <= len(sets)
    beside = _beside_new(drawn, rows, new or ()) if few else _beside(drawn, rows)
    marks: Callable[[int], Hashes] = cache(lambda at: _marks(sets[at], wide))
    for at, others in beside:
        if new is not None and not few and at not in new:
            others = others[np.isin(others, list(new))]
        if not len(others):
            continue
        # quick to see, so that hundreds of one story stay cheap
        common = np.bitwise_count(marks(at) & np.array([marks(other) for other in others.tolist()])).sum(axis=1)
        enough = np.minimum(_LEFT * least(len(sets[at]), sizes[others]), wide / 16)
        for other in others[common >= enough].tolist():
            yield min(other, at), max(other, at)


def width(sets: Sequence[Hashes]) -> int:
    """How many bits stand for a set: what two sets have in common is guessed by these."""
    return min(_MOST, 1 << (_WIDE * max([1, *map(len, sets)])).bit_length())


def _marks(found: Hashes, wide: int) -> Hashes:
    bits = np.zeros(wide, np.bool_)
    bits[found % wide] = True
    return np.packbits(bits).view(np.uint64)


def _bands(drawn: Sequence[NDArray[np.uint32]], rows: int) -> Iterator[NDArray[np.uint64]]:
    """What stands for each sketch in each band of so many `rows`."""
    whole = _ORDERS // rows * rows
    sketches = np.array(drawn, np.uint64).reshape(len(drawn), -1)[:, :whole]
    for at in range(0, whole if drawn else 0, rows):
        band = sketches[:, at]
        for row in range(at + 1, at + rows):
            band = band * _MIX + sketches[:, row]
        yield band


def _beside_new(
    drawn: Sequence[NDArray[np.uint32]], rows: int, new: Collection[int]
) -> Iterator[tuple[int, NDArray[np.intp]]]:
    """For each new set, by its place, those whose sketches agree with it in a band; of two new ones the earlier."""
    together = {at: np.zeros(len(drawn), np.bool_) for at in sorted(new)}
    for band in _bands(drawn, rows) if new else ():
        for at, found in together.items():
            found |= band == band[at]
    for at, found in together.items():
        found[[other for other in new if other >= at]] = False
        yield at, np.flatnonzero(found)


def _beside(drawn: Sequence[NDArray[np.uint32]], rows: int) -> Iterator[tuple[int, NDArray[np.intp]]]:
    """For each set, by its place, the earlier ones whose sketches agree with it in a band."""
    beside: dict[int, list[NDArray[np.intp]]] = defaultdict(list)
    for band in _bands(drawn, rows):
        order = np.argsort(band, kind="stable")
        edges = np.flatnonzero(np.diff(band[order], prepend=~band[order[:1]], append=~band[order[-1:]]))
        several = np.flatnonzero(np.diff(edges) > 1)
        for start, end in zip(edges[several].tolist(), edges[several + 1].tolist(), strict=True):
            members = order[start:end]
            for one in members.tolist():
                beside[one].append(members)
    for at, found in sorted(beside.items()):
        together = np.zeros(len(drawn), np.bool_)
        together[np.concatenate(found)] = True
        yield at, np.flatnonzero(together[:at])


def sketch(found: Hashes) -> NDArray[np.uint32]:
    """MinHash: the least of a set by each of the orders, which are as good as random."""
    # the last step of MurmurHash3 (Appleby 2011): an order is a multiplication and an addition, and needs mixed bits
    mixed = found.astype(np.uint32)
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35), (16, 1)):
        mixed = (mixed ^ mixed >> np.uint32(shift)) * np.uint32(factor)
    times, plus = _orders()
    least: NDArray[np.uint32] = (mixed[:, None] * times + plus).min(axis=0)
    return least


@cache
def _orders() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Orders of 32-bit numbers: multiplication by an odd number and addition, the same in every run."""
    chance = np.random.RandomState(_SEED)
    times = chance.randint(0, 1 << 31, _ORDERS, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return times, chance.randint(0, 1 << 32, _ORDERS, dtype=np.uint32)
