"""`make site` does what has to be done and nothing else, whatever was changed, added or removed."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Stands in for the program: says what it was called for, and leaves what the program would leave.
PROGRAM = """\
#!/bin/sh
echo "$3" >>calls
case $3 in
extract) mkdir -p docs/data && cat seeds/*.txt >docs/data/all.yml && exit "${EXTRACT:-0}" ;;
check) exit "${CHECK:-0}" ;;
build) mkdir -p site && touch site/index.html ;;
esac
"""
EVERYTHING = ["extract", "check", "build"]
DATA = ["extract", "check"]  # and these turn out to be the same, so the site is as it should be


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with the real Makefile, a name that needs quoting, and a program that only takes notes."""
    folder = tmp_path / "my dossier"
    for name in (
        "seeds/dossier.yml",
        "seeds/first article.txt",
        "seeds/second.txt",
        "docs/index.md",
        "generator/build.py",
        "generator/site/plugin.py",
        "requirements/site.lock",
        "mkdocs.yml",
        "pyproject.toml",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    shutil.copy(ROOT / "Makefile", folder)
    (folder / "requirements" / "install.sh").write_text("", encoding="utf-8")
    program = folder / ".venv" / "bin" / "python"
    program.parent.mkdir(parents=True)
    program.write_text(PROGRAM, encoding="utf-8")
    program.chmod(0o755)
    return folder


def make(folder: Path, **environment: str) -> tuple[list[str], int]:
    """What `make site` calls the program for, and its exit code."""
    (folder / "calls").write_text("", encoding="utf-8")
    kept = {
        k: v
        for k, v in os.environ.items()
        if k not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PYTHON", "SITE_URL", "ONRECORD_TODAY"}
    }
    run = subprocess.run(["make", "site"], cwd=folder, env=kept | environment, capture_output=True, check=False)
    return (folder / "calls").read_text(encoding="utf-8").split(), run.returncode


def write(name: str, text: str = "changed") -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).write_text(text, encoding="utf-8")

    return change


def remove(name: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return change


def replace_with_an_older_file(folder: Path) -> None:
    path = folder / "seeds" / "second.txt"
    path.write_text("older", encoding="utf-8")
    os.utime(path, (1, 1))


def touch(folder: Path) -> None:
    os.utime(folder / "seeds" / "second.txt")


@pytest.mark.parametrize(
    "change, calls",
    [
        pytest.param(lambda folder: None, [], id="nothing"),
        pytest.param(touch, [], id="a seed is touched"),
        pytest.param(write("generator/new.py"), EVERYTHING, id="a file of code is added"),
        pytest.param(write("seeds/first article.txt"), EVERYTHING, id="a seed is changed"),
        pytest.param(replace_with_an_older_file, EVERYTHING, id="a seed is replaced by an older file"),
        pytest.param(write("seeds/third.txt"), EVERYTHING, id="a seed is added"),
        pytest.param(remove("seeds/second.txt"), EVERYTHING, id="a seed is removed"),
        pytest.param(write("seeds/second.yml"), EVERYTHING, id="a sidecar is added"),
        pytest.param(write("seeds/dossier.yml"), EVERYTHING, id="a setting is changed"),
        pytest.param(write("generator/build.py"), EVERYTHING, id="the extraction's code is changed"),
        pytest.param(write("requirements/site.lock"), EVERYTHING, id="the locked versions are changed"),
        pytest.param(write("docs/data/all.yml", "edited"), DATA, id="the data are edited"),
        pytest.param(remove("docs/data"), DATA, id="the data are removed"),
        pytest.param(write("generator/site/plugin.py"), ["build"], id="the site's code is changed"),
        pytest.param(write("docs/index.md"), ["build"], id="a page is changed"),
        pytest.param(write("docs/about.md"), ["build"], id="a page is added"),
        pytest.param(write("mkdocs.yml"), ["build"], id="the site's configuration is changed"),
        pytest.param(remove("site"), ["build"], id="the site is removed"),
    ],
)
def test_only_what_a_change_asks_for_is_done(project: Path, change: Callable[[Path], None], calls: list[str]) -> None:
    assert make(project) == (EVERYTHING, 0)
    change(project)
    done, code = make(project)
    assert (done, code) == (calls, 0)
    assert make(project) == ([], 0)


def test_another_address_builds_the_site_again(project: Path) -> None:
    assert make(project) == (EVERYTHING, 0)
    assert make(project, SITE_URL="https://example.org/dossier/") == (["build"], 0)


def test_where_a_person_has_to_act_all_else_is_built_and_make_fails(project: Path) -> None:
    assert make(project, EXTRACT="1") == (EVERYTHING, 2)
    assert (project / "site" / "index.html").exists()
    # It is tried again until it is mended; the site is as it should be.
    assert make(project, EXTRACT="1") == (DATA, 2)
    assert make(project) == (DATA, 0)
    assert make(project) == ([], 0)


def test_a_decision_to_mend_is_no_reason_to_build_nothing(project: Path) -> None:
    assert make(project, CHECK="1") == (EVERYTHING, 2)
    assert make(project, CHECK="1") == (DATA, 2)
    assert make(project) == (DATA, 0)


def test_another_day_may_end_an_embargo(project: Path) -> None:
    assert make(project) == (EVERYTHING, 0)
    assert make(project, ONRECORD_TODAY="2022-02-01") == (EVERYTHING, 0)


@pytest.mark.parametrize("broken", [{"EXTRACT": "2"}, {"CHECK": "2"}])
def test_nothing_is_built_from_data_that_do_not_hold(project: Path, broken: dict[str, str]) -> None:
    calls, code = make(project, **broken)
    assert "build" not in calls
    assert code == 2
    assert make(project) == (EVERYTHING, 0)
