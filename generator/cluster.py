"""The same function over many items on the machines of a Dask cluster, in order; the only home of Dask."""

import importlib
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from generator.errors import OnrecordError

Item = TypeVar("Item")
Result = TypeVar("Result")

SECONDS = 30  # how long a scheduler, or a first worker, may take to answer
# A spaCy pipeline takes one text at a time, and a worker may have several threads.
_ONE_AT_A_TIME = threading.Lock()


class ClusterError(OnrecordError):
    """The cluster cannot do the work."""


def each(
    function: Callable[[Sequence[Item]], Sequence[Result]],
    tasks: Sequence[Sequence[Item]],
    scheduler: str,
    state: Callable[[], str],
) -> Iterator[Result]:
    """What `function` gives for each item of each task, in order, by the workers of the scheduler at an address.

    The workers see this folder under the same path (a shared file system), and `state` (which stands for the program
    and its settings) gives the same there as here. What a worker that goes away had in hand, another does again.
    Raises ClusterError.
    """
    distributed = _distributed()
    try:
        client = distributed.Client(scheduler, timeout=SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        right = f"start one with 'dask scheduler', and workers with 'dask worker {scheduler} --nthreads 1'"
        raise ClusterError(f"no Dask scheduler answers at {scheduler} ({error}); {right}") from None
    with client:
        _ready(client, scheduler, state)
        # one task after another: Dask would give two that look alike one key, and one result
        waiting = client.map(_some, tasks, function=function, folder=Path.cwd(), pure=False)
        for future in waiting:
            try:
                yield from future.result()
            except (distributed.scheduler.KilledWorker, distributed.CancelledError) as error:
                what = "the cluster lost the work on the way"
                right = "what was found is kept; start the workers again (with more memory if it ran out), run again"
                raise ClusterError(f"{what} ({error}): {right}") from None
            future.release()


def _distributed() -> Any:
    # Not among the imports above: Dask is an extra that few have, and takes a second to load.
    try:
        return importlib.import_module("distributed")
    except ImportError:
        raise ClusterError("--engine dask needs Dask: python -m pip install 'onrecord[dask]'") from None


def _ready(client: Any, scheduler: str, state: Callable[[], str]) -> None:
    try:
        client.wait_for_workers(1, timeout=SECONDS)
    except TimeoutError:
        right = f"start some with 'dask worker {scheduler} --nthreads 1'"
        raise ClusterError(f"the Dask scheduler at {scheduler} has no workers; {right}") from None
    here = state()
    try:
        others = sorted(worker for worker, there in client.run(state).items() if there != here)
    except Exception as error:  # whatever a worker without the program, or with half of it, comes up with
        raise ClusterError(f"the workers of {scheduler} cannot run onrecord: {error}") from None
    if others:
        right = "install the same version of everything everywhere: the result would depend on who did what"
        raise ClusterError(f"these workers run another onrecord or another spaCy: {', '.join(others)}; {right}")


def _some(
    items: Sequence[Item], function: Callable[[Sequence[Item]], Sequence[Result]], folder: Path
) -> Sequence[Result]:
    """A task, on a worker."""
    with _ONE_AT_A_TIME:
        if Path.cwd() != folder:
            os.chdir(folder)
        return function(items)
