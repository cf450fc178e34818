"""`onrecord doctor`: what is there, what is missing, and what to do about it."""

import shutil
from collections import namedtuple
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

Patch = Callable[[Path, pytest.MonkeyPatch], object]
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new dossier with one article."""
    made = tmp_path / "d"
    assert run("new", str(made), "--program", f"onrecord=={version('onrecord')}").exit_code == 0
    (made / "seeds" / "a.txt").write_text("Harbour to close\n\nIt will close, Ilse Brandt said.\n", encoding="utf-8")
    monkeypatch.chdir(made)
    return made


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


def test_where_all_is_there_it_says_so(folder: Path) -> None:
    result = run("doctor")
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "all there"), result.output
    assert run("--quiet", "doctor").output == ""


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda f, m: (f / "seeds" / "a.txt").unlink(), "put the articles into seeds, one a file"),
        (lambda f, m: shutil.rmtree(f / "seeds"), "go to a dossier's folder, or: onrecord new DIR"),
        (lambda f, m: (f / "mkdocs.yml").unlink(), "onrecord new . --keep writes one"),
        (lambda f, m: (f / "seeds" / "dossier.yml").write_text("titel: x\n"), "did you mean 'title'?"),
        (lambda f, m: (f / "seeds" / "dossier.yml").write_text("model: xx\n"), "python -m pip install xx"),
        (lambda f, m: (f / "requirements" / "onrecord.txt").write_text("onrecord==99.1\n"), "asks for 99.1: install"),
        (lambda f, m: m.setattr("sys.version_info", (3, 14, 0)), "install Python 3.11, 3.12 or 3.13"),
        (lambda f, m: m.setattr("sys.getfilesystemencoding", lambda: "ascii"), "export LANG=C.UTF-8"),
        (lambda f, m: m.setattr("shutil.disk_usage", lambda p: Usage(9, 9, 90_000_000)), "90 MB free"),
        (lambda f, m: (f / "docs" / "data").write_text("a file"), "docs/data cannot be written"),
    ],
)
def test_what_is_missing_is_named_with_what_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch, change: Patch, told: str
) -> None:
    with monkeypatch.context() as patch:
        change(folder, patch)
        result = run("doctor")
    assert result.exit_code == 1
    assert "MISSING" in result.output
    assert told in result.output


def test_what_a_run_does_without_is_no_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    result = run("doctor")
    assert result.exit_code == 0
    for told in (
        "without  git: not there",
        "run 'onrecord site' in place of 'make site'",
        "only the program's own tests",
    ):
        assert told in result.output
