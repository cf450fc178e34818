"""What is known of the site that stands."""

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


def test_what_the_folder_before_holds_is_known_until_it_is_another(tmp_path: Path) -> None:
    cache, target, spare = Cache(tmp_path / "cache"), tmp_path / "site", tmp_path / ".site.spare.old"

    def standing() -> Standing:
        return Standing(cache, tmp_path, target, "")

    target.mkdir()
    first = standing()
    first.added = ["gone", "stays"]
    first.keep()
    target.rename(spare)
    target.mkdir()
    second = standing()
    second.added = ["stays", "new"]
    second.keep()
    assert {"gone", "stays", "new"} == standing().others()
    spare.rename(tmp_path / "elsewhere")
    spare.mkdir()
    assert standing().others() is None


def test_the_folder_before_becomes_the_next_one(tmp_path: Path) -> None:
    target, others = tmp_path / "site", {"a/index.html"}
    stays = target / "a" / "index.html"
    stays.parent.mkdir(parents=True)
    stays.write_text("a")
    number = stays.stat().st_ino
    for name in ("c", "c/deep/er", "a/more", "a/index.html/x", "c"):
        ready = disk.ready_folder(target)
        (ready / name).parent.mkdir(parents=True)
        (ready / name).write_text(name)
        carried = {"a/index.html", "a/more"} & others if name != "a/index.html/x" and stays.is_file() else set()
        disk.carry_over(target, ready, {name: (target / name).stat().st_ino for name in carried}, others)
        disk.replace_folder(target, ready, spare=True)
        held = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}
        assert held == {name, *carried}
        assert "a/index.html" not in carried or stays.stat().st_ino == number
        others |= held
