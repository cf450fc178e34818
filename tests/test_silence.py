"""What a person takes out is nowhere in what is built, whatever the repository remembers."""

import gzip
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.model import Dossier
from tests.builders import write_site
from tests.test_changes import git

HARBOUR = (
    "Harbour to close\n\nPublished 6 January 2022\n\n"
    "“No ship leaves before the talks are over,” Ilse Brandt told reporters in Rotterdam on Wednesday.\n\n"
    "Karl Varga said on Wednesday that the port would close.\n"
)
LEAK = (
    "Secret fees\n\nPublished 7 January 2022\n\n"
    "“The fees for every ship will double in the coming spring,” Karl Varga said on Friday in Rotterdam.\n"
)
TAKEN_OUT = ("brandt", "fees for every ship", "secret fees")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


def told(site: Path) -> dict[str, str]:
    """Every file of a site by its path, as text."""
    files = {}
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        data = path.read_bytes()
        data = gzip.decompress(data) if path.suffix == ".gz" else data
        files[path.relative_to(site).as_posix()] = data.decode("utf-8", "replace").casefold()
    return files


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose tagged edition has what is redacted and withheld since."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SITE_URL", raising=False)
    write_site(tmp_path, Dossier("Before", "", "en"))
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "seeds" / "leak.txt").write_text(LEAK, encoding="utf-8")
    (tmp_path / ".gitignore").write_text("site/\n.cache/\n.*.lock\n")
    assert run("extract").exit_code == 0
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    git(tmp_path, "tag", "v1")
    assert run("build").exit_code == 0
    assert all(any(words in text for text in told(tmp_path / "site").values()) for words in TAKEN_OUT)
    (tmp_path / "seeds" / "dossier.yml").write_text(
        "decisions:\n  - redact: [Ilse Brandt, Brandt]\n    why: at the wish of Ilse Brandt\n"
        "  - embargo: leak.txt\n    until: 2030-01-01\n",
        encoding="utf-8",
    )
    return tmp_path


def test_nothing_of_it_is_on_the_site_nor_in_the_data(project: Path) -> None:
    assert run("extract").exit_code == 0
    built = run("build")
    assert built.exit_code == 0, built.output
    for folder in (project / "site", project / "docs" / "data"):
        files = told(folder)
        left = [(name, words) for name, text in files.items() for words in TAKEN_OUT if words in f"{name} {text}"]
        assert not left
    assert run("check").exit_code == 0


def test_a_page_of_ones_own_that_tells_it_stops_the_build_and_the_last_site_stays(project: Path) -> None:
    assert run("extract").exit_code == 0
    assert run("build").exit_code == 0
    before = told(project / "site")
    (project / "docs" / "note.md").write_text("# Note\n\nAs Ilse *Brandt* said.\n")
    result = run("build")
    assert result.exit_code == 2
    assert "note/index.html: holds the words of redaction 1" in result.output
    assert "brandt" not in result.output.casefold()
    assert told(project / "site") == before


def test_data_from_before_the_decision_cannot_be_built(project: Path) -> None:
    before = told(project / "site")
    result = run("build")
    assert result.exit_code == 2
    assert "holds a passage of an article under an embargo" in result.output
    assert told(project / "site") == before
    assert run("check").exit_code == 2
