"""Same in, same out: the data and the site do not depend on the machine, the moment or the number of processes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# The other side of the date line, other hashes, another clock for whoever asks it.
HERE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
THERE = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "86400"}
# From this many articles on, two processes are used when they are asked for (`parallel.WORTH` each).
COPIES = 5


def project(folder: Path, copies: int = 1) -> Path:
    """A project of its own with the articles of seeds/, each `copies` times under another name."""
    seeds = folder / "seeds"
    shutil.copytree(ROOT / "seeds", seeds)
    for article in sorted(seeds.glob("*.txt")):
        for copy in range(1, copies):
            shutil.copy(article, seeds / f"{article.stem}-{copy}.txt")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("data"))
    return folder


def start(folder: Path, world: dict[str, str], *arguments: str) -> subprocess.Popen[str]:
    """`onrecord` with these arguments in a folder, under other circumstances."""
    environment = {k: v for k, v in os.environ.items() if k not in {"SOURCE_DATE_EPOCH", "SITE_URL"}}
    environment |= {**world, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator", "--quiet", *arguments]
    return subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True)


def finish(*runs: subprocess.Popen[str]) -> None:
    """Wait for every run; none may fail."""
    for run in runs:
        _, errors = run.communicate(timeout=300)
        assert run.returncode == 0, errors


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below a folder with its bytes, in the order of their names."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def assert_same(one: Path, two: Path) -> None:
    """Fail with the names of the files that differ."""
    a, b = dict(files(one)), dict(files(two))
    assert a, f"nothing in {one}"
    assert [name for name in sorted({*a, *b}) if a.get(name) != b.get(name)] == []


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The five articles extracted and built twice."""
    one, two = project(tmp_path_factory.mktemp("one")), project(tmp_path_factory.mktemp("two"))
    finish(start(one, HERE, "extract"), start(two, THERE, "extract"))
    finish(start(one, HERE, "build"), start(two, THERE, "build"))
    return one, two


def test_the_data_are_the_same_bytes(twins: tuple[Path, Path]) -> None:
    assert_same(*(folder / "docs" / "data" for folder in twins))


def test_the_site_is_the_same_bytes(twins: tuple[Path, Path]) -> None:
    assert_same(*(folder / "site" for folder in twins))


def test_a_second_run_changes_nothing(twins: tuple[Path, Path]) -> None:
    before = dict(files(twins[0] / "docs" / "data"))
    finish(start(twins[0], THERE, "extract", "--no-cache"))
    assert dict(files(twins[0] / "docs" / "data")) == before


def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        project(folder, COPIES)
    finish(start(one, HERE, "extract", "--jobs", "1"), start(two, THERE, "extract", "--jobs", "2"))
    assert_same(one / "docs" / "data", two / "docs" / "data")
