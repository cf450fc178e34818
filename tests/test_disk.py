"""A folder is the old one or the new one, never half of each."""

from pathlib import Path

from generator.disk import recover, write_folder


def held(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()}


def test_the_folder_holds_just_what_is_given(tmp_path: Path) -> None:
    target = tmp_path / "data"
    assert write_folder(target, {"a.yml": "1", "b/c.yml": "2"}) == 2
    assert write_folder(target, {"a.yml": "1", "d.yml": "3"}) == 1
    assert held(target) == {"a.yml": "1", "d.yml": "3"}
    assert [p.name for p in tmp_path.iterdir()] == ["data"]


def test_nothing_is_touched_when_nothing_changed(tmp_path: Path) -> None:
    target = tmp_path / "data"
    write_folder(target, {"a.yml": "1"})
    before = (target / "a.yml").stat().st_mtime_ns
    assert write_folder(target, {"a.yml": "1"}) == 0
    assert (target / "a.yml").stat().st_mtime_ns == before


def test_a_run_killed_between_the_two_renames_is_mended(tmp_path: Path) -> None:
    target = tmp_path / "data"
    write_folder(target, {"a.yml": "1"})
    target.rename(tmp_path / ".data.old")
    recover(target)
    assert held(target) == {"a.yml": "1"}


def test_what_a_killed_run_left_half_written_is_not_taken_for_good(tmp_path: Path) -> None:
    target = tmp_path / "data"
    write_folder(target, {"a.yml": "1"})
    (tmp_path / ".data.old").mkdir()
    (tmp_path / ".data.old" / "a.yml").write_text("older")
    recover(target)
    assert held(target) == {"a.yml": "1"}
    write_folder(target, {"a.yml": "2"})
    assert held(target) == {"a.yml": "2"}
