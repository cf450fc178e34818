"""Makes pages, side by side where there are many; takes from the last build what would come out the same."""

import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from hashlib import blake2b
from importlib.metadata import version
from itertools import islice
from typing import Any, NamedTuple

from generator.cache import PACKAGE
from generator.site.answers import Answers
from generator.site.asked import Asking, Question
from generator.site.generated import Making
from generator.site.kept import Kept, KeptPages, Made, sum_of_texts
from generator.site.lookup import Lookup
from generator.site.plan import Bound, PagePlan
from generator.site.render import FOLDER

# Pages handed to a process at once, and how many such parts may wait for the one that writes them.
PART, AHEAD = 32, 24
# Above how many pages more than one process makes them. A process begun by fork costs some hundredths of a second.
WORTH = 200
# Packages whose version bears on what is in a page.
_PACKAGES = ("jinja2", "markupsafe", "citeproc-py", "lxml", "mkdocs")


class Written(NamedTuple):
    """Where a page was put, as of `Kept`, and what stands for all that the theme put around it."""

    place: Any
    theme: bytes


# Of a page that nobody keeps.
NOWHERE = Written(None, b"")
Write = Callable[[PagePlan, Made], Written]
Stands = Callable[[PagePlan, Kept], bool]


class Ready(NamedTuple):
    """A page: what the search finds of it; of one that was written and is kept also a digest, and what stands for what
    the theme put around it."""

    found: str
    made: bytes = b""
    theme: bytes = b""


class Fresh(NamedTuple):
    """A page that was made and written: what the search finds; digest, what it asked the dossier for, and where it
    was put, which are empty where no page is kept."""

    found: str
    made: bytes = b""
    asked: tuple[Question, ...] = ()
    written: Written = NOWHERE


class Workshop:
    """Makes and writes the pages of a site by their numbers; where they are `kept`, with what they ask for."""

    def __init__(self, plans: Sequence[PagePlan], lookup: Lookup, making: Making, write: Write, kept: bool) -> None:
        self._plans, self._making, self._lookup, self._write = plans, making, lookup, write
        self._asking = Asking(lookup) if kept else None

    def make(self, numbers: Sequence[int]) -> list[Fresh]:
        """These pages."""
        return [self._fresh(self._plans[number]) for number in numbers]

    def _fresh(self, plan: PagePlan) -> Fresh:
        if self._asking is None:
            made = self._making.made(plan, self._lookup)
            self._write(plan, made)
            return Fresh(made.found)
        self._asking.asked()
        made = self._making.made(plan, self._asking.lookup)
        asked = self._asking.asked()
        return Fresh(made.found, sum_of_texts(*made), asked, self._write(plan, made))


class _Before:
    """The pages of the last build as the dossier is now."""

    def __init__(self, kept: KeptPages, lookup: Lookup, stands: Stands) -> None:
        self._kept, self._stands, self._answers = kept, stands, Answers(lookup, kept.digests)
        kept.ask(self._answers)

    def known(self, plan: PagePlan) -> Ready | None:
        """A page that would come out the same and the file of which is there."""
        page = self._kept.get(plan.uri, self._key(plan))
        return Ready(page.found) if page and self._stands(plan, page) else None

    def keep(self, plan: PagePlan, fresh: Fresh) -> Ready:
        """Keep a page that was made."""
        page = Kept(self._key(plan), b"", fresh.made, fresh.written.place, fresh.found)
        if page.key:
            self._kept.put(plan.uri, page, fresh.asked, self._answers)
        return Ready(fresh.found, fresh.made, fresh.written.theme)

    def _key(self, plan: PagePlan) -> bytes:
        """Stands for the records that a page is made of; empty where that is not known."""
        if not isinstance(plan.context, Bound) or not isinstance(plan.data, Bound | None):
            return b""
        of, more = plan.context.record, plan.data and plan.data.record
        own = self._answers.of(of)
        return own + (own if more is of else self._answers.of(more))


def made_pages(
    plans: Sequence[PagePlan],
    lookup: Lookup,
    making: Making,
    kept: KeptPages | None,
    stands: Stands,
    write: Write,
) -> Generator[tuple[PagePlan, Ready], None, None]:
    """Every page in order: those of `kept` that would come out the same and `stands` says the file of which is there;
    the others made, written by `write` in the process that makes them, and kept where `kept` is given.

    Raises OnrecordError where a template of the site's own does not work.
    """
    workshop = Workshop(plans, lookup, making, write, kept is not None)
    before = None if kept is None else _Before(kept, lookup, stands)

    def keep(plan: PagePlan, fresh: Fresh) -> Ready:
        return before.keep(plan, fresh) if before else Ready(fresh.found)

    waiting: deque[tuple[list[Ready | None], list[int], Future[list[Fresh]] | None]] = deque()
    numbers, done, missed = iter(range(len(plans))), 0, 0
    count, sure = possible(), len(plans) - (kept.count() if kept else 0)
    with ExitStack() as stack:
        pool = None
        while (part := list(islice(numbers, PART))) or waiting:
            if part:
                found = [before.known(plans[n]) if before else None for n in part]
                missing = [n for n, page in zip(part, found, strict=True) if page is None]
                missed += len(missing)
                if pool is None and count > 1 and max(missed, sure) > WORTH:
                    pool = stack.enter_context(_pool(count, workshop))
                waiting.append((found, missing, pool.submit(_make, missing) if pool and missing else None))
            if len(waiting) > AHEAD or not part or pool is None:
                found, missing, future = waiting.popleft()
                fresh = iter(future.result() if future else workshop.make(missing))
                for page in found:
                    yield plans[done], page or keep(plans[done], next(fresh))
                    done += 1


def possible() -> int:
    """How many processes may make pages. A copy of a process with threads could wait for ever for what one of them
    holds, and macOS's own libraries do not bear being copied."""
    able = sys.platform == "linux" and threading.active_count() == 1
    return len(os.sched_getaffinity(0)) if able else 1


_workshop: Workshop | None = None


def _pool(count: int, workshop: Workshop) -> ProcessPoolExecutor:
    # by fork, the dossier does not have to be sent to the processes
    context = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_begin, initargs=(workshop,))


def _begin(workshop: Workshop) -> None:
    global _workshop
    _workshop = workshop


def _make(numbers: Sequence[int]) -> list[Fresh]:
    assert _workshop is not None
    return _workshop.make(numbers)


def program_of(making: Making) -> bytes:
    """Stands for the program, the templates and the settings that pages are made with."""
    digest = blake2b(repr((sys.version, making)).encode())
    for package in _PACKAGES:
        digest.update(f"{package} {version(package)}\0".encode())
    for folder in filter(None, (PACKAGE, making.own)):
        for file in sorted(path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__"):
            if not file.is_relative_to(FOLDER / "assets"):
                digest.update(f"{file.relative_to(folder)}\0".encode() + file.read_bytes() + b"\0")
    return digest.digest()
