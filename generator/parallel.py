"""The same function over many items, in order, and two pieces of work at once: in one process or in several."""

import ctypes
import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
One = TypeVar("One")
Other = TypeVar("Other")

# A process loads the spaCy pipeline (about 1 s); under this many items for each it is not worth it.
# Measured with 4 to 64 articles of 500 words on two cores: two processes win from 24 articles on.
WORTH = 12
# What examines some articles at once parses them at once. Milliseconds to a parse on 69 articles: one by one, by spaCy,
# 28; of 4 at once 16, of 8 12, of 16 10, of 32 11; but from 16 on the system spends what is saved on room in memory.
TOGETHER = 8
# A process that works on what another holds has pages of its own as soon as it looks at them: 600 MB at 2,000 articles,
# at the most. Of more articles than these, both together could take more than 2 GB.
MOST = 3000
# At least one in so many articles is new where two processes are worth it: what is known of the others is only read. Of
# 2,000 articles one of which was new two took 32.6 s of processor time, one 30.3.
NEW = 10
# A forked process has all that is loaded. Elsewhere than on Linux the system's own libraries do not stand it.
_FORKS = sys.platform == "linux"
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


class Both(Protocol):
    """Does two pieces of work, one after the other or at once, and returns what each gives."""

    def __call__(self, one: Callable[[], One], other: Callable[[], Other]) -> tuple[One, Other]:
        """What both give; what `other` gives must be picklable, and what it does beside that may be lost."""


def processes(wanted: int | None, items: int) -> int:
    """How many processes to use: `wanted`, or as many as there are cores, but none that would have little to do."""
    cores = wanted or os.cpu_count() or 1
    return max(1, min(cores, items // WORTH))


def each(
    function: Callable[[Sequence[Item]], Sequence[Result]], items: Sequence[Item], jobs: int | None = None
) -> Iterator[Result]:
    """What `function` gives for each item, in the order of the items, of some of them at once.

    `function` must be importable and its items picklable; what it gives for an item depends on that item alone.
    """
    count = processes(jobs, len(items))
    if count == 1:
        yield from chain.from_iterable(map(function, together(items)))
        return
    context = multiprocessing.get_context("fork" if _FORKS else "spawn")
    with ProcessPoolExecutor(count, mp_context=context, initializer=_end_with_parent) as pool:
        yield from chain.from_iterable(pool.map(function, together(items, len(items) // (count * 4))))


def together(items: Sequence[Item], most: int = TOGETHER) -> list[Sequence[Item]]:
    """The items in order, some at once."""
    size = max(1, min(most, TOGETHER))
    return [items[at : at + size] for at in range(0, len(items), size)]


def beside(jobs: int | None, articles: int, new: int) -> Both:
    """How to do two pieces of work on so many articles, so many of them new: at once, where there are processors and
    memory for it and enough to do."""
    worth = processes(jobs, articles) > 1 and new * NEW >= articles
    return at_once if _FORKS and articles <= MOST and worth else in_turn


def in_turn(one: Callable[[], One], other: Callable[[], Other]) -> tuple[One, Other]:
    """One piece of work after the other."""
    return one(), other()


def at_once(one: Callable[[], One], other: Callable[[], Other]) -> tuple[One, Other]:
    """Two pieces of work at once, the other in a process of its own that has all that this one has."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _tell(other, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        try:
            first = one()
            told = pipe.read()
        except BaseException:
            os.kill(child, signal.SIGKILL)
            raise
        finally:
            _, status = os.waitpid(child, 0)
    # what went wrong there goes wrong here too, where it can be told
    return first, other() if status else pickle.loads(told)


def _tell(work: Callable[[], object], writing: int) -> None:
    """Do a piece of work in a child, write what it gives, and end without anything that is the parent's to do."""
    status = 1
    try:
        _end_with_parent()
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _end_with_parent() -> None:
    """Let this process end when the one that forked it is killed: it holds the parent's locks."""
    if _FORKS:
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
