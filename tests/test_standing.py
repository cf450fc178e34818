"""What is known of the site that stands."""

import shutil
from pathlib import Path

import pytest

from generator import disk
from generator.cache import Cache
from generator.site.standing import Standing


@pytest.mark.parametrize(("taken", "written", "spare"), [(1, 0, True), (1, 3, False), (2, 5, True), (0, 1, False)])
def test_the_folder_before_is_kept_where_more_than_a_quarter_of_it_stands(
    tmp_path: Path, taken: int, written: int, spare: bool
) -> None:
    cache, target = Cache(tmp_path / "cache"), tmp_path / "site"
    target.mkdir()
    first = Standing(cache, tmp_path, target, "")
    for number in range(taken):
        (target / f"{number}").touch()
        first.note(f"{number}", b"made")
    first.keep()
    second = Standing(cache, tmp_path, target, "")
    assert all(second.holds(f"{number}", b"made") for number in range(taken))
    for number in range(written):
        second.note(f"more-{number}", b"made")
    assert second.mostly() is spare


def test_the_folder_before_becomes_the_next_one(tmp_path: Path) -> None:
    target, before = tmp_path / "site", {"a/index.html"}
    stays = target / "a" / "index.html"
    stays.parent.mkdir(parents=True)
    stays.write_text("a")
    number = stays.stat().st_ino
    for name in ("c", "c/deep/er", "a/more", "a/index.html/x", "c"):
        ready = disk.ready_folder(target)
        (ready / name).parent.mkdir(parents=True)
        (ready / name).write_text(name)
        carried = {"a/index.html", "a/more"} & before if name != "a/index.html/x" and stays.is_file() else set()
        disk.carry_over(target, ready, {name: (target / name).stat().st_ino for name in carried})
        disk.replace_folder(target, ready, spare=True)
        held = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}
        assert held == {name, *carried}
        assert "a/index.html" not in carried or stays.stat().st_ino == number
        before |= held


def test_what_somebody_put_into_the_site_does_not_come_back(tmp_path: Path) -> None:
    target = tmp_path / "site"
    kept = target / "a" / "index.html"
    kept.parent.mkdir(parents=True)
    kept.write_text("a")
    for number in range(5):
        if number == 2:  # both folders are there now, which change places
            (target / "notes" / "deep").mkdir(parents=True)
            for name in ("secret.html", "a/more.html", "notes/deep/x.txt"):
                (target / name).write_text("put there by hand")
            (target / "empty").mkdir()
            (target / "link").symlink_to(tmp_path)
            shutil.rmtree(target / "b")
            (target / "b").symlink_to(target / "a")
        ready = disk.ready_folder(target)
        (ready / "b").mkdir(parents=True)
        (ready / "b" / "index.html").write_text(f"{number}")
        disk.carry_over(target, ready, {"a/index.html": kept.stat().st_ino})
        disk.replace_folder(target, ready, spare=True)
        held = {path.relative_to(target).as_posix() for path in target.rglob("*")}
        assert held == {"a", "a/index.html", "b", "b/index.html"}
        assert (target / "b" / "index.html").read_text() == f"{number}" and kept.read_text() == "a"
