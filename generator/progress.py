"""How far a run is: a bar with rate and remaining time on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

LINES = 10  # how many plain lines a long run writes


class Rate(ProgressColumn):
    """How many a second; a minute, where that would be less than one."""

    def render(self, task: Task) -> Text:
        """The rate of a task, of late; empty where nothing can be said yet."""
        speed = task.finished_speed or task.speed
        if not speed:
            return Text("")
        return Text(f"{speed:.0f}/s" if speed >= 10 else f"{speed:.1f}/s" if speed >= 1 else f"{speed * 60:.0f}/min")


@contextmanager
def reporter(show: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A function to call with (what, done, total); it writes to standard error, or nothing when `show` is false."""
    console = Console(stderr=True)
    if not show:
        yield lambda what, done, total: None
    elif console.is_terminal:
        count = (MofNCompleteColumn(), Rate(), TimeElapsedColumn(), TimeRemainingColumn())
        with Progress(TextColumn("{task.description}"), BarColumn(), *count, console=console, transient=True) as bar:
            tasks: dict[str, TaskID] = {}

            def draw(what: str, done: int, total: int) -> None:
                if what not in tasks:
                    tasks[what] = bar.add_task(what, total=total)
                bar.update(tasks[what], completed=done)

            yield draw
    else:

        def write(what: str, done: int, total: int) -> None:
            if done == total or (total >= 10 * LINES and done % (total // LINES) == 0):
                print(f"{what}: {done} of {total}", file=sys.stderr)

        yield write
