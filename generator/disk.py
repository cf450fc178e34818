"""A folder written whole or not at all, by one run at a time."""

import ctypes
import fcntl
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.errors import Fault, FaultsError
from generator.files import files_below, hold_only, link, make_folder, number_of, place
from generator.parallel import Both, in_turn
from generator.sums import Sums, each_beside

# How long another run may take before somebody is told that it is waited for, in seconds.
PATIENCE = 1.0
_HERE = -2 if sys.platform == "darwin" else -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


@contextmanager
def sole(target: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Be the only run that reads and replaces `target`; others wait, and `waiting` is called when this one has to.

    What a killed run left behind is cleared away first, so that whoever comes next finds the last good folder. The lock
    goes with the process that holds it, however that ends.
    """
    if not target.parent.is_dir():
        # nothing is there to be read, and whoever writes makes the folder first
        yield
        return
    try:
        lock = os.open(target.with_name(f".{target.name}.lock"), os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        # nothing can be written here, so nothing has to be locked
        yield
        return
    try:
        _acquire(lock, waiting)
        recover(target)
        yield
    finally:
        os.close(lock)


def _acquire(lock: int, waiting: Callable[[], None]) -> None:
    """Take the lock of an open file (flock(2)); the system gives it back with the file, when its process ends."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            time.sleep(0.05)
    waiting()
    fcntl.flock(lock, fcntl.LOCK_EX)


def ready_folder(target: Path, part: str = "") -> Path:
    """The place beside `target` where its successor, or a part of it, is made ready; nothing is there yet."""
    ready = target.with_name(f".{target.name}.{os.getpid()}{part}.new")
    shutil.rmtree(ready, ignore_errors=True)
    return ready


def replace_folder(target: Path, ready: Path, spare: bool = False) -> None:
    """Put the finished folder `ready` in the place of `target`; until the last moment `target` is as it was.

    Both must lie in one folder. They change places in one step where the system can do that; elsewhere a run that is
    killed between two renames is mended by `recover`. What was there is kept for `carry_over` where `spare` says so.
    """
    shutil.rmtree(spare_of(target), ignore_errors=True)
    if not target.exists():
        ready.rename(target)
        return
    old = ready
    if not _exchanged(target, ready):
        old = _old(target)
        if old.exists():
            shutil.rmtree(old)
        target.rename(old)
        ready.rename(target)
    if spare:
        old.rename(spare_of(target))
    else:
        shutil.rmtree(old, ignore_errors=True)


def carry_over(target: Path, ready: Path, names: Mapping[str, int]) -> None:
    """Add the files of `target` with these names (paths below it) to its successor `ready`, which has others; each has
    its number on the disk.

    They are the same files then, not copies: nothing may be written into them. Where the folder before `target` is
    kept, that is brought up to date and becomes `ready`: folders take longer to make and to remove than files.
    """
    spare = spare_of(target)
    there = bool(names) and spare.is_dir()
    if there:
        fresh = ready_folder(target, "fresh")
        ready.rename(fresh)
        spare.rename(ready)
        added = list(files_below(fresh))
        hold_only(str(ready), "", {*names, *added})
        for name in added:
            (fresh / name).replace(place(ready, name))
        shutil.rmtree(fresh)
    missing = [name for name, number in names.items() if not (there and number == number_of(f"{ready}/{name}"))]
    # made first: for a link that fails because its folder is not there the system walks both paths once more
    for folder in sorted({name.rpartition("/")[0] for name in missing}):
        make_folder(f"{ready}/{folder}")
    for name in missing:
        link(f"{target}/{name}", f"{ready}/{name}")


def recover(target: Path) -> None:
    """Bring back the last good `target` after a run that was killed, and remove what that run left beside it.

    Only the run that holds the lock may call this.
    """
    old = _old(target)
    if old.exists() and not target.exists():
        old.rename(target)
    for left in (old, *target.parent.glob(f".{target.name}.*.new")):
        shutil.rmtree(left, ignore_errors=True)


def write_folder(target: Path, files: Mapping[str, str], both: Both = in_turn, sums: Sums | None = None) -> int:
    """Make `target` hold just `files` (path below it to text); returns how many files are new or changed.

    Nothing is touched when all is as it should be. Raises FaultsError when it cannot be written; `target` is then as
    it was. `both` writes every second file, and the others: most of the work is making the texts.
    """
    present = {p.relative_to(target).as_posix(): p for p in target.rglob("*") if p.is_file()} if target.is_dir() else {}
    ready = ready_folder(target)

    def written(names: Sequence[str]) -> list[tuple[str, bytes, bool]]:
        return each_beside(names, present, files, sums, lambda name, data: place(ready, name).write_bytes(data))

    try:
        names = list(files)
        halves = both(lambda: written(names[::2]), lambda: written(names[1::2]))
        found = [*halves[0], *halves[1]]
        same = [name for name, _, stands in found if stands]
        if sums:
            sums.keep_sums({name: told for name, told, _ in found})
        if len(same) == len(files) == len(present):
            return 0
        for name in same:
            link(f"{target}/{name}", f"{ready}/{name}")
        replace_folder(target, ready)
    except OSError as error:
        shutil.rmtree(ready, ignore_errors=True)
        raise unwritable(target, error) from None
    return len(files) - len(same)


def unwritable(target: Path, error: OSError) -> FaultsError:
    """The error to raise when a folder cannot be written."""
    what = f"cannot be written: {error.strerror or error}"
    return FaultsError([Fault(str(target), what, "make room or check the permissions; it is as it was")])


def _exchanged(one: Path, two: Path) -> bool:
    """Whether two folders changed places in one step: renameat2(2) of Linux, renameatx_np(2) of macOS."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        swap = libc.renameatx_np if sys.platform == "darwin" else libc.renameat2
    except (OSError, AttributeError):
        return False
    return bool(swap(_HERE, os.fsencode(one), _HERE, os.fsencode(two), _EXCHANGE) == 0)


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def spare_of(target: Path) -> Path:
    """Where the folder before `target` is kept for `carry_over`."""
    return target.with_name(f".{target.name}.spare.old")


def own_folder(data: Path) -> None:
    """Raise FaultsError when `data` holds something that this program did not write, which writing would delete."""
    if data.is_dir() and any(data.iterdir()) and not (data / "dossier.yml").is_file():
        what = "this folder holds files that onrecord did not write"
        raise FaultsError([Fault(str(data), what, "give --data a folder of its own, or an empty one")])
