"""What is known of the site that stands."""

from pathlib import Path

import pytest

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
