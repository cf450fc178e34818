"""The data as they were committed, whatever has become of them since."""

import subprocess
from pathlib import Path

import pytest

from generator.errors import FaultsError
from generator.revisions import at_revision


def git(folder: Path, *words: str) -> None:
    name = ["-c", "user.name=A. Lee", "-c", "user.email=lee@example.org"]
    subprocess.run(["git", "-C", str(folder), *name, *words], check=True, capture_output=True)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder in a repository, changed after it was committed."""
    data = tmp_path / "docs" / "data"
    (data / "sources").mkdir(parents=True)
    (data / "dossier.yml").write_text("first", encoding="utf-8")
    (data / "sources" / "naïve.yml").write_text("first", encoding="utf-8")
    (tmp_path / "docs" / "index.md").write_text("not data", encoding="utf-8")
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    (data / "dossier.yml").write_text("second", encoding="utf-8")
    (data / "new.yml").write_text("second", encoding="utf-8")
    return data


def test_the_committed_data_are_there_and_nothing_else(data: Path) -> None:
    with at_revision(data, "HEAD") as committed:
        files = {p.relative_to(committed).as_posix(): p.read_text("utf-8") for p in committed.rglob("*") if p.is_file()}
    assert files == {"dossier.yml": "first", "sources/naïve.yml": "first"}
    assert not committed.exists()


@pytest.mark.parametrize("revision", ["v9", "--output=x", "HEAD~1"])
def test_a_revision_that_is_not_there_is_named(data: Path, revision: str) -> None:
    with pytest.raises(FaultsError, match="give a tag, a branch or a commit"), at_revision(data, revision):
        pass


def test_a_folder_outside_of_any_repository_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FaultsError), at_revision(tmp_path, "HEAD"):
        pass
