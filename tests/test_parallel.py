"""Work in several processes: what it gives, and what becomes of it when one of them fails."""

import os
import signal
import time
from collections.abc import Callable, Sequence

import pytest

from generator import parallel
from generator.errors import Fault, FaultsError

WAYS = [parallel.in_turn, parallel.at_once] if hasattr(os, "fork") else [parallel.in_turn]


@pytest.mark.parametrize("both", WAYS)
def test_both_give_what_they_give(both: parallel.Both) -> None:
    assert both(lambda: "one", lambda: ["other"]) == ("one", ["other"])


@pytest.mark.parametrize("both", WAYS)
def test_what_goes_wrong_in_either_is_told(both: parallel.Both) -> None:
    def wrong() -> str:
        raise FaultsError([Fault("a.txt", "it is wrong")])

    for one, other in ((wrong, str), (str, wrong)):
        with pytest.raises(FaultsError, match="it is wrong"):
            both(one, other)


def test_other_work_that_is_killed_is_done_here() -> None:
    here = os.getpid()

    def killed() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert parallel.at_once(str, killed) == ("", "done")


def test_other_work_ends_when_this_one_fails() -> None:
    def wrong() -> str:
        raise KeyError

    began = time.monotonic()
    with pytest.raises(KeyError):
        parallel.at_once(wrong, lambda: time.sleep(60))
    assert time.monotonic() - began < 30


@pytest.mark.parametrize(
    ("jobs", "articles", "new", "way"),
    [
        (1, 500, 500, parallel.in_turn),
        (2, 500, 500, parallel.at_once),
        (2, 500, 1, parallel.in_turn),  # the others are known
        (2, 2 * parallel.WORTH - 1, 2 * parallel.WORTH - 1, parallel.in_turn),  # not worth it
        (2, parallel.MOST + 1, parallel.MOST + 1, parallel.in_turn),  # too much memory
    ],
)
def test_both_at_once_where_it_is_worth_it(jobs: int, articles: int, new: int, way: Callable[..., object]) -> None:
    assert parallel.beside(jobs, articles, new) is way


def test_each_in_order_whatever_the_processes() -> None:
    numbers = range(5 * parallel.WORTH)
    assert list(parallel.each(_words, numbers, 2)) == list(parallel.each(_words, numbers, 1)) == list(map(str, numbers))


def _words(numbers: Sequence[int]) -> list[str]:
    return list(map(str, numbers))
