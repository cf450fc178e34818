"""A folder written whole or not at all."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path


def replace_folder(target: Path, ready: Path) -> None:
    """Put the finished folder `ready` in the place of `target`; until the last moment `target` is as it was.

    Both must lie in one folder. A run that is killed between the two renames is mended by `recover`.
    """
    old = _old(target)
    if old.exists():
        shutil.rmtree(old)
    if target.exists():
        target.rename(old)
    ready.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def recover(target: Path) -> None:
    """Bring back the last good `target` after a run that was killed while it put a new one in its place."""
    old = _old(target)
    if old.exists() and not target.exists():
        old.rename(target)


def write_folder(target: Path, files: Mapping[str, str]) -> int:
    """Make `target` hold just `files` (path below it to text); returns how many files are new or changed.

    Nothing is touched when all is as it should be.
    """
    recover(target)
    wanted = {name: text.encode("utf-8") for name, text in files.items()}
    present = {p.relative_to(target).as_posix(): p for p in target.rglob("*") if p.is_file()} if target.is_dir() else {}
    changed = [n for n, data in wanted.items() if n not in present or present[n].read_bytes() != data]
    if not changed and set(present) == set(wanted):
        return 0
    ready = target.with_name(f".{target.name}.{os.getpid()}.new")
    shutil.rmtree(ready, ignore_errors=True)
    for name, data in wanted.items():
        path = ready / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    replace_folder(target, ready)
    return len(changed)


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")
