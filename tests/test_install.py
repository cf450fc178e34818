"""requirements/install.sh: what it says on a machine where it cannot work, and that it does nothing twice."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# A Python of some version, with or without the modules that make a virtual environment.
PYTHON = """\
#!/bin/sh
case "$*" in
-V) echo "Python {version}" ;;
"-c import sys;"*) exit {unsupported} ;;
"-c import ensurepip"*) exit {no_venv} ;;
"-m venv "*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
"-m pip "*) echo "$*" >>calls ;;
esac
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the real script, two lock files and a project file."""
    (tmp_path / "requirements").mkdir()
    shutil.copy(ROOT / "requirements" / "install.sh", tmp_path / "requirements")
    for name in ("requirements/site.lock", "requirements/dev.lock", "pyproject.toml", "calls"):
        (tmp_path / name).write_text("", encoding="utf-8")
    return tmp_path


def python(folder: Path, version: str = "3.12.1", unsupported: bool = False, no_venv: bool = False) -> Path:
    """A stand-in for an interpreter."""
    path = folder / f"python-{version}"
    text = PYTHON.format(version=version, unsupported=int(unsupported), no_venv=int(no_venv))
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def install(folder: Path, which: str, interpreter: Path | str) -> tuple[int, str, list[str]]:
    """Exit code, what it says, and what pip was called for."""
    (folder / "calls").write_text("", encoding="utf-8")
    command = ["sh", "requirements/install.sh", which]
    environment = os.environ | {"PYTHON": str(interpreter)}
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return run.returncode, run.stderr, (folder / "calls").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "version, unsupported, no_venv, says",
    [
        ("3.10.9", True, False, "onrecord needs Python 3.11, 3.12 or 3.13; {python} is Python 3.10.9."),
        ("3.14.0", True, False, "onrecord needs Python 3.11, 3.12 or 3.13; {python} is Python 3.14.0."),
        ("3.11.2", False, True, "apt-get install python3-venv"),
    ],
)
def test_what_is_missing_is_named(project: Path, version: str, unsupported: bool, no_venv: bool, says: str) -> None:
    interpreter = python(project, version, unsupported, no_venv)
    code, message, calls = install(project, "site", interpreter)
    assert (code, calls) == (1, [])
    assert says.format(python=interpreter) in message
    assert not (project / ".venv").exists()


def test_a_python_that_is_not_there_is_named(project: Path) -> None:
    code, message, _ = install(project, "site", "/nowhere/python")
    assert code == 1
    assert "/nowhere/python is not there" in message


def test_what_is_installed_is_not_installed_again(project: Path) -> None:
    interpreter = python(project)
    code, _, calls = install(project, "dev", interpreter)
    assert code == 0
    assert [("--require-hashes" in call, "--no-deps" in call) for call in calls] == [(True, False), (False, True)]
    assert install(project, "dev", interpreter) == (0, "", [])
    assert install(project, "site", interpreter) == (0, "", [])


@pytest.mark.parametrize("changed", ["requirements/site.lock", "pyproject.toml"])
def test_a_changed_list_is_installed(project: Path, changed: str) -> None:
    interpreter = python(project)
    install(project, "site", interpreter)
    (project / changed).write_text("changed", encoding="utf-8")
    assert len(install(project, "site", interpreter)[2]) == 2


def test_another_python_sets_up_anew(project: Path) -> None:
    install(project, "site", python(project, "3.11.2"))
    code, message, calls = install(project, "site", python(project, "3.13.0"))
    assert (code, len(calls)) == (0, 2)
    assert "Setting up .venv with Python 3.13.0" in message
