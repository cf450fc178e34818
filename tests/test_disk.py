"""A folder is the old one or the new one, never half of each, however a run ends."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import disk
from generator.build import extract
from generator.config import Places
from generator.disk import recover, sole, write_folder
from generator.errors import FaultsError
from generator.model import Dossier
from generator.site.building import build_site
from tests.builders import dossier, write_site

ROOT = Path(__file__).parent.parent
ARTICLE = "Harbour\n\nPublished 6 January 2022\n\n“No ship leaves,” Ilse Brandt told reporters in {place} on {day}.\n"


def held(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def text(folder: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in held(folder).items()}


def beside(target: Path) -> list[str]:
    """What lies beside a folder that a run replaces, but for the lock and the folder before it."""
    left = {f".{target.name}.lock", f".{target.name}.spare.old"}
    return sorted(
        p.name for p in target.parent.iterdir() if p.name.startswith(f".{target.name}.") and p.name not in left
    )


def test_the_folder_holds_just_what_is_given(tmp_path: Path) -> None:
    target = tmp_path / "data"
    assert write_folder(target, {"a.yml": "1", "b/c.yml": "2"}) == 2
    written = (target / "a.yml").stat().st_mtime_ns
    assert write_folder(target, {"a.yml": "1", "d.yml": "3"}) == 1
    assert (target / "a.yml").stat().st_mtime_ns == written  # the file that was there, not written again
    assert text(target) == {"a.yml": "1", "d.yml": "3"}
    assert [p.name for p in tmp_path.iterdir()] == ["data"]


def test_nothing_is_touched_when_nothing_changed(tmp_path: Path) -> None:
    target = tmp_path / "data"
    write_folder(target, {"a.yml": "1"})
    before = (target / "a.yml").stat().st_mtime_ns
    assert write_folder(target, {"a.yml": "1"}) == 0
    assert (target / "a.yml").stat().st_mtime_ns == before


def test_where_folders_cannot_change_places_a_kill_between_two_renames_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "_exchanged", lambda one, two: False)
    target = tmp_path / "data"
    write_folder(target, {"a.yml": "1"})
    assert write_folder(target, {"a.yml": "2"}) == 1
    assert text(target) == {"a.yml": "2"}
    target.rename(tmp_path / ".data.old")
    (tmp_path / ".data.77.new").mkdir()
    with sole(target):
        assert text(target) == {"a.yml": "2"}
    assert beside(target) == []


def test_what_a_killed_run_left_half_written_is_not_taken_for_good(tmp_path: Path) -> None:
    target = tmp_path / "data"
    write_folder(target, {"a.yml": "1"})
    for left in (".data.old", ".data.77.new"):
        (tmp_path / left).mkdir()
        (tmp_path / left / "a.yml").write_text("half")
    recover(target)
    assert text(target) == {"a.yml": "1"}
    assert beside(target) == []


def killed(work: Callable[[], object], below: Path, at: int) -> bool:
    """Do the work in a process that is killed at its `at`-th step on the disk below a folder; False: it got through.

    A step is whatever opens, makes, moves or removes something: between two of them nothing on the disk changes but
    the content of an open file.
    """
    child = os.fork()
    if child == 0:
        steps = 0

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal steps
            watched = event in {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree"}
            writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
            if (watched or writes) and str(below) in str(arguments[0]):
                steps += 1
                if steps == at:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            work()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def kill_points(work: Callable[[], object], target: Path, before: dict[str, bytes], step: int = 1) -> int:
    """Kill the work at every `step`-th step and look at the folder each time; returns how often it was killed.

    The folder has to hold what it held, or all of the new; the next run has to finish and leave nothing behind.
    """
    work()
    after = held(target)
    assert after != before
    at = 1
    while True:
        with sole(target):
            write_bytes(target, before)
        got_through = not killed(work, target.parent, at)
        assert held(target) in (before, after), f"killed at step {at}"
        work()
        assert held(target) == after
        assert beside(target) == []
        if got_through:
            return (at - 1) // step
        at += step


def write_bytes(target: Path, files: dict[str, bytes]) -> None:
    """Make a folder hold just these files, without anything of ours."""
    for path in sorted(target.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for name, data in files.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)


def test_an_extraction_killed_at_any_step_leaves_the_data_whole(tmp_path: Path) -> None:
    places = Places.of(tmp_path / "seeds", tmp_path / "data")
    places.seeds.mkdir()

    def run() -> None:
        with sole(places.data):
            write_folder(places.data, extract(places, jobs=1).files)

    (places.seeds / "a.txt").write_text(ARTICLE.format(place="Rotterdam", day="Wednesday"), encoding="utf-8")
    run()
    before = held(places.data)
    for name, place in (("b", "Lagos"), ("c", "Callao"), ("d", "Gdynia")):
        (places.seeds / f"{name}.txt").write_text(ARTICLE.format(place=place, day="Tuesday"), encoding="utf-8")
    assert kill_points(run, places.data, before) > 20


def test_a_build_killed_at_many_steps_leaves_the_site_whole(tmp_path: Path) -> None:
    empty = Dossier("Before", "", "en")
    target = tmp_path / "site"
    build_site(write_site(tmp_path, empty), target)
    before = held(target)
    config = write_site(tmp_path, dossier())
    assert kill_points(lambda: build_site(config, target), target, before, step=23) > 8


def numbers(folder: Path, *names: str) -> dict[str, int]:
    return {name: (folder / name).stat().st_ino for name in names}


@pytest.mark.parametrize("exchanged", [True, False], ids=["at once", "by two renames"])
def test_a_folder_that_takes_files_over_is_whole_when_killed_at_any_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanged: bool
) -> None:
    target = tmp_path / "site"
    before = {f"{n}/index.html": b"old" for n in range(6)} | {"top.html": b"old", "gone/a/b.html": b"old"}
    write_bytes(target, before)
    if not exchanged:
        monkeypatch.setattr(disk, "_exchanged", lambda one, two: False)

    def work() -> None:
        with sole(target):
            ready = disk.ready_folder(target)
            write_bytes(ready, {"5/index.html": b"new", "6/index.html": b"new", "top.html": b"new"})
            disk.carry_over(target, ready, numbers(target, *(f"{n}/index.html" for n in range(5))))
            disk.replace_folder(target, ready, spare=True)

    if exchanged:
        assert kill_points(work, target, before) > 8
    else:
        work()
        assert held(target)["0/index.html"] == b"old" and held(target)["6/index.html"] == b"new"
    assert beside(target) == []


def test_what_is_taken_over_is_the_same_file(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write_bytes(target, {"a/index.html": b"a", "b/index.html": b"b", "c": b"c"})
    for fresh in ("c", "c/deep/er", "b/index.html/x", "c"):
        number = (target / "a" / "index.html").stat().st_ino
        ready = disk.ready_folder(target)
        write_bytes(ready, {fresh: b"fresh"})
        disk.carry_over(target, ready, numbers(target, "a/index.html"))
        disk.replace_folder(target, ready, spare=True)
        assert held(target) == {"a/index.html": b"a", fresh: b"fresh"}
        assert (target / "a" / "index.html").stat().st_ino == number


def small(limit: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def start(folder: Path, *words: str, limit: int | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "generator", *words]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    before = None if limit is None else small(limit)
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=before,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with data and a site, and one more article since."""
    write_site(tmp_path, Dossier("Before", "", "en"))
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(ARTICLE.format(place="Lagos", day="Tuesday"), encoding="utf-8")
    for words in (("extract",), ("build",)):
        run = start(tmp_path, *words)
        told, _ = run.communicate(timeout=120)
        assert run.returncode == 0, told
    (tmp_path / "seeds" / "b.txt").write_text(ARTICLE.format(place="Lima", day="Monday"), encoding="utf-8")
    return tmp_path


def test_a_full_disk_is_told_and_leaves_data_and_site_as_they_were(project: Path) -> None:
    data, site = project / "docs" / "data", project / "site"
    before = held(data), held(site)
    for words, limit, target in ((("extract",), 1000, data), (("build",), 20_000, site)):
        run = start(project, *words, limit=limit)
        told, _ = run.communicate(timeout=120)
        assert run.returncode == 2, told
        assert f"{target.name}: cannot be written: File too large; make room" in told
        assert "Traceback" not in told
        assert beside(target) == []
    assert (held(data), held(site)) == before


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    disk_ = tmp_path / "disk"
    disk_.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk_], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root may mount a small disk")
    try:
        write_folder(disk_ / "data", {"a.yml": "1"})
        with pytest.raises(FaultsError, match="No space left on device; make room"):
            write_folder(disk_ / "data", {f"{n}.yml": "x" * 4000 for n in range(40)})
        assert text(disk_ / "data") == {"a.yml": "1"}
        assert beside(disk_ / "data") == []
    finally:
        subprocess.run(["umount", disk_], check=True)


def test_runs_at_once_take_turns(project: Path) -> None:
    with sole(project / "docs" / "data"):
        runs = [start(project, *words) for words in (("extract",), ("build",), ("extract",))]
        for run in (runs[0], runs[2]):  # both begin while somebody else is at work
            assert run.stdout is not None
            assert "another run is at work here; waiting for it" in run.stdout.readline()
    told = [run.communicate(timeout=240)[0] for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], told
    check = start(project, "check")
    words, _ = check.communicate(timeout=120)
    assert check.returncode == 0, words


def test_the_lock_goes_with_the_process_that_held_it(tmp_path: Path) -> None:
    target = tmp_path / "data"
    code = (
        "import time; from pathlib import Path; from generator.disk import sole\n"
        f"with sole(Path({str(target)!r})): print('in', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    begun = time.monotonic()

    def waiting() -> None:
        holder.kill()

    with sole(target, waiting):
        pass
    assert time.monotonic() - begun < 20
    assert holder.wait() == -signal.SIGKILL


def test_a_text_is_made_only_where_the_file_has_not_its_sum(tmp_path: Path) -> None:
    class Texts(dict[str, str]):
        def __init__(self, **texts: str) -> None:
            super().__init__(texts)
            self.known: Mapping[str, bytes] = {}
            self.asked: list[str] = []

        def __getitem__(self, name: str) -> str:
            self.asked.append(name)
            return super().__getitem__(name)

        def sum_of(self, name: str) -> bytes | None:
            return self.known.get(name)

        def keep_sums(self, sums: Mapping[str, bytes]) -> None:
            self.known = dict(sums)

    files = Texts(**{"a.yml": "1", "b.yml": "2"})
    target = tmp_path / "data"
    assert write_folder(target, files, sums=files) == 2
    files.asked.clear()
    assert write_folder(target, files, sums=files) == 0
    assert not files.asked
    (target / "a.yml").write_text("by hand")
    assert write_folder(target, files, sums=files) == 1
    assert files.asked == ["a.yml"] and (target / "a.yml").read_text() == "1"
    (target / "b.yml").unlink()
    assert write_folder(target, files, sums=files) == 1
    assert {p.name: p.read_text() for p in target.iterdir()} == files
