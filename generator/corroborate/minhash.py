"""Sketches of sets, by which those that have much in common are found without comparing all pairs.

Broder, On the Resemblance and Containment of Documents (1997), with the bands of Leskovec, Rajaraman and Ullman, Mining
of Massive Datasets, chapter 3.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2**64 by the golden ratio: numbers below 2**32 in a row make one


def hashed(found: Iterable[str]) -> Hashes:
    """A set of strings as hashes, each once and in their order."""
    return np.unique(np.frombuffer(b"".join(sha1(s.encode()).digest()[:8] for s in found), "<u8"))


def candidates(
    sets: Sequence[Hashes],
    rows: int,
    least: Callable[[int, Numbers], Numbers],
    sketches: Sequence[NDArray[np.uint32]] | None = None,
) -> Iterator[tuple[int, int]]:
    """Pairs of sets, by their places, whose sketches agree in a band of so many `rows`, and that can have in common as
    much as they need, which `least` gives for the size of one and the sizes of others.

    The more rows, the more two sets must have in common to be looked at. The later set comes second. `sketches`
    are what `sketch` gives of the sets, where that is known.
    """
    sizes = np.array([len(found) for found in sets], np.int_)
    wide = min(_MOST, 1 << (_WIDE * max([1, *map(len, sets)])).bit_length())
    marks = np.array([_marks(found, wide) for found in sets])
    for at, members in sorted(_sharing(sketches or [sketch(one) for one in sets], rows).items()):
        together = np.zeros(len(sets), np.bool_)
        together[np.concatenate(members)] = True
        others = np.flatnonzero(together[:at])
        # quick to see, so that hundreds of one story stay cheap
        common = np.bitwise_count(marks[at] & marks[others]).sum(axis=1)
        enough = np.minimum(_LEFT * least(len(sets[at]), sizes[others]), wide / 16)
        for other in others[common >= enough].tolist():
            yield other, at


def _marks(found: Hashes, wide: int) -> Hashes:
    bits = np.zeros(wide, np.bool_)
    bits[found % wide] = True
    return np.packbits(bits).view(np.uint64)


def _sharing(drawn: Sequence[NDArray[np.uint32]], rows: int) -> Mapping[int, list[NDArray[np.intp]]]:
    """For each set, by its place, the groups of those whose sketches agree with it in a band of so many `rows`."""
    bands = _ORDERS // rows
    if not drawn:
        return {}
    sketches = np.array(drawn, np.uint64).reshape(len(drawn), -1)[:, : bands * rows]
    beside: dict[int, list[NDArray[np.intp]]] = defaultdict(list)
    for at in range(0, bands * rows, rows):
        band = sketches[:, at]
        for row in range(at + 1, at + rows):
            band = band * _MIX + sketches[:, row]
        order = np.argsort(band, kind="stable")
        edges = np.flatnonzero(np.diff(band[order], prepend=~band[order[:1]], append=~band[order[-1:]]))
        several = np.flatnonzero(np.diff(edges) > 1)
        for start, end in zip(edges[several].tolist(), edges[several + 1].tolist(), strict=True):
            members = order[start:end]
            for one in members.tolist():
                beside[one].append(members)
    return beside


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
