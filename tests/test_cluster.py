"""A Dask cluster finds what one process finds, even when a worker dies on the way."""

import importlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator import build, cluster
from generator.cli import main
from generator.config import Places
from tests.bench.corpus import write

distributed = pytest.importorskip("distributed")
ARTICLES = 40


@pytest.fixture(scope="module")
def workers() -> Iterator[Any]:
    """A scheduler and two workers, each a process of its own."""
    settings = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50}
    with distributed.LocalCluster(processes=True, **settings) as local:
        yield local


def test_a_killed_worker_costs_time_and_nothing_else(
    workers: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "seeds", ARTICLES)
    places = Places.of(Path("seeds"), Path("data"))
    killed: list[int] = []

    def kill_one(what: str, done: int, total: int) -> None:
        if not killed:
            with distributed.Client(workers.scheduler_address, set_as_default=False) as client:
                killed.extend(sorted(client.run(os.getpid).values()))
            os.kill(killed[0], signal.SIGKILL)

    there = build.extract(places, cached=False, progress=kill_one, scheduler=workers.scheduler_address)
    here = build.extract(places, jobs=1, cached=False)
    assert len(killed) == 2
    assert len(there.dossier.sources) == ARTICLES
    assert there.files == here.files


def test_a_worker_with_another_program_is_not_trusted(workers: Any) -> None:
    states = iter(("one program",))
    with pytest.raises(cluster.ClusterError, match="another onrecord"):
        list(cluster.each(str, ["a"], workers.scheduler_address, lambda: next(states, "") or str(os.getpid())))


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["--engine", "dask"], "go together"),
        (["--scheduler", "tcp://127.0.0.1:1"], "go together"),
        (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"], "no Dask scheduler answers at tcp://127.0.0.1:1"),
    ],
)
def test_what_is_wrong_is_said(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "SECONDS", 1)
    write(tmp_path / "seeds", 1)
    folders = ["--seeds", str(tmp_path / "seeds"), "--data", str(tmp_path / "data")]
    result = CliRunner().invoke(main, ["extract", *folders, *arguments])
    assert result.exit_code == 2
    assert said in result.output


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(cluster.ClusterError, match=r"pip install 'onrecord\[dask\]'"):
        list(cluster.each(str, ["a"], "tcp://127.0.0.1:1", str))
