"""`onrecord decide` appends to what people wrote and changes none of it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.disk import write_folder
from generator.model import Decision
from generator.records import appended, dossier_files, load_settings
from tests.builders import dossier


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    write_folder(tmp_path / "docs" / "data", dossier_files(dossier()))
    return tmp_path


FILES = {
    "": "dossier.yml",
    "# mine\ntitle:   'T'  # spaced\n": "dossier.yml",
    "title: T": "dossier.yml",
    "decisions:\n- reject: s-1\n": "dossier.yml",
    "decisions:\n    - reject: s-1   # wide\n\n# the end\n": "dossier.yml",
    "title: T\ndecisions:\n  - same: [a, b]\n    why: >-\n      long\n      words\n": "dossier.yml",
    "decisions:\n  - reject: s-1\ntitle: T\n": "decisions/decided.yml",
    "decisions: [{reject: s-1}]\n": "decisions/decided.yml",
    "\ufefftitle: Tö\r\n": "dossier.yml",
}


@pytest.mark.parametrize(("before", "where"), FILES.items())
def test_a_decision_is_appended_and_all_else_stays(folder: Path, before: str, where: str) -> None:
    path = folder / "seeds" / "dossier.yml"
    path.write_bytes(before.encode())
    had, _ = load_settings(folder / "seeds")
    for name in ("“Ana”: the # first", "Ana"):
        result = run("decide", "rename", "ana-ruiz", "--to", name, "--by", "A. Lee", "--why", "x: y")
        assert result.exit_code == 0, result.output
        assert where in result.output
    assert path.read_bytes().startswith(before.encode())
    settings, faults = load_settings(folder / "seeds")
    assert not faults
    assert settings.title == had.title
    added = settings.decisions[len(had.decisions) :]
    assert [(d.rename, d.to, d.by, d.why) for d in added] == [
        ("ana-ruiz", "“Ana”: the # first", "A. Lee", "x: y"),
        ("ana-ruiz", "Ana", "A. Lee", "x: y"),
    ]
    assert settings.decisions[: len(had.decisions)] == had.decisions


REFUSED = {
    ("rename", "ana-ruix", "--to", "A"): "no record is called 'ana-ruix'; did you mean 'ana-ruiz'?",
    ("rename", "ana-ruiz"): "rename without 'to'; 'to' is the name",
    ("same", "ana-ruiz"): "same names one record",
    ("kind", "ana-ruiz", "--to", "persn"): "kind: 'persn' is not one of person",
    ("speaker", "q-a1", "--to", "nobdy"): "no record is called 'nobdy'",
    ("embargo", "001-ferry-talks", "--until", "soon"): "until: 'soon' is no date",
}


@pytest.mark.parametrize(("words", "told"), REFUSED.items())
def test_what_would_not_hold_is_refused_and_nothing_is_written(folder: Path, words: tuple[str, ...], told: str) -> None:
    result = run("decide", *words)
    assert result.exit_code == 2
    assert told in result.output
    assert not list((folder / "seeds").iterdir())


def test_words_that_look_like_something_else_stay_words() -> None:
    text = appended("", Decision(rename="no", to="2022-01-01", why="on", by="- [x]"))
    assert text == "decisions:\n  - rename: 'no'\n    to: '2022-01-01'\n    by: '- [x]'\n    why: 'on'\n"
