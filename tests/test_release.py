"""A version is what its tag says, and the changelog tells of it; data of another version are refused untouched."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

ROOT = Path(__file__).parent.parent
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
HEADINGS = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
ARTICLE = "Harbour to close\n\n6 January 2022\n\nThe harbour will close, Transport Minister Ilse Brandt said.\n"


def test_a_tagged_commit_has_the_version_of_its_tag_and_tells_of_it() -> None:
    told = subprocess.run(
        ["git", "tag", "--points-at", "HEAD", "--list", "v*"], cwd=ROOT, capture_output=True, text=True
    )
    for tag in told.stdout.split():
        assert tag == f"v{VERSION}"
        assert HEADINGS[0] == VERSION, "the changelog's first heading is not the version that is released"


def test_what_is_not_released_stands_first_and_versions_are_in_order() -> None:
    versions = [tuple(map(int, h.split("."))) for h in HEADINGS if h != "Unreleased"]
    assert versions == sorted(versions, reverse=True)
    assert "Unreleased" not in HEADINGS[1:]


@pytest.mark.parametrize("schema", ["onrecord/0", "onrecord/2", "other/1"])
def test_data_of_another_version_are_refused_and_left_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert CliRunner().invoke(main, ["extract"]).exit_code == 0
    ledger = tmp_path / "docs" / "data" / "ledger.yml"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("onrecord/1", schema), encoding="utf-8")
    before = {p: p.read_bytes() for p in sorted((tmp_path / "docs").rglob("*.yml"))}
    for command in ("extract", "check", "review"):
        result = CliRunner().invoke(main, [command])
        assert result.exit_code == 2, command
        assert f"ledger.yml:1: schema: '{schema}' is not known; this program reads 'onrecord/1'" in result.output
        assert "Traceback" not in result.output
    assert {p: p.read_bytes() for p in sorted((tmp_path / "docs").rglob("*.yml"))} == before


def test_what_an_older_program_wrote_is_read_and_keeps_its_addresses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys were added since: data without them are the same dossier."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "seeds" / "dossier.yml").write_text("decisions:\n  - role: ilse-brandt\n    to: minister\n")
    assert CliRunner().invoke(main, ["extract"]).exit_code == 0
    source = tmp_path / "docs" / "data" / "sources" / "a.yml"
    wrote = source.read_text(encoding="utf-8")
    older = re.sub(r"^passages:\n(?:[ -].*\n)*", "", wrote, flags=re.MULTILINE)
    assert older != wrote
    source.write_text(older, encoding="utf-8")
    addresses = (tmp_path / "docs" / "data" / "ledger.yml").read_text(encoding="utf-8")
    again = CliRunner().invoke(main, ["extract"])
    assert again.exit_code == 0, again.output
    assert source.read_text(encoding="utf-8") == wrote
    assert (tmp_path / "docs" / "data" / "ledger.yml").read_text(encoding="utf-8") == addresses
