"""When Python looks for rings among what is in memory: hardly, because what a build makes lives to its end."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def seldom_collected() -> Iterator[None]:
    """With a garbage collector that runs a hundredth as often: it took an eighth of a build that had nothing to do."""
    usual = gc.get_threshold()
    gc.set_threshold(100 * usual[0], *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def never_collected() -> Iterator[None]:
    """Without the garbage collector, which does not go through what is made meanwhile later on either: reading the
    records of 500 articles took twice as long with it."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if wanted:
            gc.enable()
