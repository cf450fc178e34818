"""The same function over many items, in order, in one process or in several."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# A process loads the spaCy pipeline anew (about 1.5 s); under this many items for each it is not worth it.
# Measured with 4 to 64 articles of 500 words on two cores: two processes win from 24 articles on.
WORTH = 12


def processes(wanted: int | None, items: int) -> int:
    """How many processes to use: `wanted`, or as many as there are cores, but none that would have little to do."""
    cores = wanted or os.cpu_count() or 1
    return max(1, min(cores, items // WORTH))


def each(function: Callable[[Item], Result], items: Sequence[Item], jobs: int | None = None) -> Iterator[Result]:
    """`function` of every item, in the order of the items. The results do not depend on `jobs`.

    `function` must be importable and its items picklable.
    """
    count = processes(jobs, len(items))
    if count == 1:
        yield from map(function, items)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context) as pool:
        yield from pool.map(function, items, chunksize=max(1, min(16, len(items) // (count * 4))))
