"""How far a run is: a bar with rate and remaining time on a terminal, plain lines elsewhere."""

import io
import re
from pathlib import Path

import pytest
from rich.console import Console
from rich.progress import Progress

from generator import progress
from generator.site.building import build_site

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("speed, said", [(None, ""), (0.4, "24/min"), (2.34, "2.3/s"), (311.4, "311/s")])
def test_the_rate_is_told_in_what_can_be_read(speed: float | None, said: str) -> None:
    bar = Progress()
    bar.add_task("articles read", total=10)
    (task,) = bar.tasks
    task.finished_speed = speed
    assert progress.Rate().render(task).plain == said


def test_a_log_gets_a_few_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.reporter(True) as tell:
        for done in range(1, 201):
            tell("articles read", done, 200)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == progress.LINES
    assert lines[-1] == "articles read: 200 of 200"
    assert "\x1b" not in "".join(lines)


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.reporter(False) as tell:
        tell("articles read", 1, 1)
    assert capsys.readouterr().err == ""


def test_a_terminal_gets_a_bar_with_rate_and_remaining_time(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(
        progress, "Console", lambda stderr: Console(file=screen, force_terminal=True, width=120, color_system=None)
    )
    with progress.reporter(True) as tell:
        for done in range(1, 41):
            tell("articles read", done, 40)
    assert re.search(r"articles read .*40/40 .*/s .*0:00:0\d", screen.getvalue())


def test_a_build_tells_of_each_page(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "data").symlink_to(ROOT / "docs" / "data")
    (tmp_path / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    told: list[tuple[int, int]] = []
    built = build_site(
        tmp_path / "mkdocs.yml", tmp_path / "site", progress=lambda what, done, total: told.append((done, total))
    )
    assert [done for done, _ in told] == list(range(1, len(told) + 1))
    assert told[-1][0] == told[-1][1] == built.pages - 1  # the page for addresses that are none is a template
