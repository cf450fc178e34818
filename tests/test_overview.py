"""What a run tells of itself: read, left out, found, and what deserves a look."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.model import Dossier, IssueRecord
from generator.overview import overview
from tests.builders import dossier

MADE = dossier()


def told(made: Dossier) -> dict[str, str]:
    return {line[:10].strip(): line[10:] for line in overview(made)}


def test_what_was_found_is_counted() -> None:
    lines = told(MADE)
    assert lines["read"] == "3 articles"
    assert lines["found"].startswith(f"{len(MADE.actors)} actors, {len(MADE.statements)} statements, ")
    assert lines["copies"] == "1 article, counted once with what it repeats"
    assert lines["disagree"].startswith(f"{len(MADE.conflicts)} (")
    assert "to review" in lines


def test_what_is_nothing_is_not_told() -> None:
    assert set(told(Dossier("", "", "en"))) == {"read", "found"}


@pytest.mark.parametrize(
    ("issue", "line", "says"),
    [
        (IssueRecord("unreadable", "a.doc", "x"), "left out", "1 file, named below with what to do"),
        (IssueRecord("ignored", "README", "x", needs_action=False), "passed by", "1 file, no articles"),
        (IssueRecord("words_glued", MADE.sources[0].source.file, "x", needs_action=False), "left out", None),
        (IssueRecord("setting", "seeds/dossier.yml", "x"), "left out", None),
        (IssueRecord("decision", "seeds/dossier.yml", "x"), "left out", None),
    ],
)
def test_a_file_that_was_not_read_is_told_from_one_that_was(issue: IssueRecord, line: str, says: str | None) -> None:
    assert told(replace(MADE, issues=(issue,))).get(line) == says


def test_a_run_that_has_nothing_to_do_tells_it_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("A\n\nThe mill will close, Ann Lee said.\n", encoding="utf-8")
    runs = [CliRunner().invoke(main, ["extract"]).output for _ in range(2)]
    assert all("  read      1 article\n  found     1 actor, 1 statement," in run for run in runs)
    assert "undated   1 article; give 'published:' in NAME.yml beside NAME.txt" in runs[1]
