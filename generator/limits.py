"""A limit on the time a piece of work may take, so that one article made to take hours costs that article alone."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class OutOfTime(BaseException):
    """The time is up. No Exception, because libraries catch those and go on."""


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise OutOfTime


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise OutOfTime in what is done here when it takes longer; 0 is no limit.

    By the timer of the process, which Python heeds between two steps and inside a regular expression; only the main
    thread of a process on a Unix system has one, and elsewhere there is no limit.
    """
    if seconds <= 0 or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
