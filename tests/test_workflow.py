"""The workflow publishes what `make site` builds, at the address GitHub Pages gives it, and tells what a pull request
changes. Its steps are run here as GitHub runs them: in a clean clone, one after the other."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
OWN = ROOT / ".github" / "workflows" / "site.yml"
TEXT = OWN.read_text(encoding="utf-8")
WORKFLOW = yaml.safe_load(TEXT)
STEPS = WORKFLOW["jobs"]["build"]["steps"]
ADDRESS = "${{ steps.pages.outputs.base_url && format('{0}/', steps.pages.outputs.base_url) || '' }}"
GIT = "git -c user.name=A -c user.email=a@example.org"
ARTICLE = (
    "Harbour to close\n\nPublished 6 January 2022\n\n"
    "The harbour will close on Monday, Transport Minister Ilse Brandt said on Wednesday.\n\n"
    "“No ship leaves,” Brandt told reporters in Rotterdam. “And none enters.”\n"
)
ANOTHER = (
    "Bakers fear for their flour\n\nPublished 8 January 2022\n\n"
    "The chairman of the bakers' guild, Jan Smit, said that flour would last until March.\n\n"
    "“After that we bake with what we have,” Smit told the council on Friday.\n"
)


def test_a_new_dossier_gets_the_same_workflow() -> None:
    # actionlint looks at this repository's own; what holds of one holds of the other
    assert (ROOT / "generator" / "scaffold" / "project" / "workflow.yml").read_text(encoding="utf-8") == TEXT


def test_the_site_gets_the_address_it_is_published_at() -> None:
    step = next(step for step in STEPS if step.get("run") == "make site")
    assert step["env"] == {"SITE_URL": ADDRESS}
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert re.search(r"^site_url: !ENV \[SITE_URL,", configuration, re.MULTILINE)


def test_only_official_actions_at_released_versions_are_used() -> None:
    used = re.findall(r"uses: (\S+)", TEXT)
    assert used
    assert [name for name in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", name)] == []


def test_only_the_deployment_may_write() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    writing = {name for name, job in WORKFLOW["jobs"].items() if "write" in (job.get("permissions") or {}).values()}
    assert writing == {"deploy"}
    assert WORKFLOW["jobs"]["deploy"]["if"] == "github.event_name != 'pull_request'"


def test_what_was_found_before_is_kept_under_what_it_depends_on() -> None:
    kept = next(step for step in STEPS if step.get("uses", "").startswith("actions/cache@"))["with"]
    assert kept["path"] == ".cache/onrecord"
    assert {"seeds/**", "generator/**"} <= set(re.findall(r"'([^']+)'", kept["key"]))
    assert (ROOT / "generator" / "config.py").read_text(encoding="utf-8").count('".cache" / "onrecord"') == 1


def steps(folder: Path, event: str, values: dict[str, str], path: Path | None = None) -> tuple[str, str]:
    """Run the workflow's own commands in a clone as an event would; returns what they print and the job's summary."""
    summary = folder / ".git" / "summary.md"
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "PYTHON", "ONRECORD", "SITE_URL", "GIT_"))}
    kept |= {"PATH": f"{path}:/usr/bin:/bin" if path else "/usr/bin:/bin", "GITHUB_STEP_SUMMARY": str(summary)}
    told = ""
    for step in STEPS:
        condition = step.get("if", "github.event_name")
        wanted = re.fullmatch(r"github\.event_name(?: (==|!=) 'pull_request')?", condition)
        assert wanted, f"a condition this test does not know: {condition}"
        if "run" not in step or (wanted[1] and (event == "pull_request") != (wanted[1] == "==")):
            continue
        given = {k: values.get(v, v) for k, v in (step.get("env") or {}).items()}
        assert not any("${{" in v for v in given.values()), f"no value for {given}"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=folder,
            env=kept | given,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        told += done.stdout
    return told, summary.read_text(encoding="utf-8") if summary.exists() else ""


def sh(folder: Path, command: str) -> None:
    subprocess.run(["/bin/sh", "-ec", command], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def clone(program: Path, tmp_path: Path) -> Path:
    """A clean clone of a published dossier with two branches: main, and one with another article and a correction."""
    made = tmp_path / "made"
    sh(tmp_path, f"{program} new made --title Harbour --program onrecord==0.1.0")
    (made / "seeds" / "one.txt").write_text(ARTICLE, encoding="utf-8")
    sh(made, f"make site && git init -qb main && git add -A && {GIT} commit -qm published && git checkout -qb more")
    (made / "seeds" / "two.txt").write_text(ANOTHER, encoding="utf-8")
    sh(made, f"git add -A && {GIT} commit -qm 'another article'")
    sh(tmp_path, "git clone -q made clone")
    return tmp_path / "clone"


def test_a_push_builds_the_site_for_its_address(clone: Path, program: Path) -> None:
    sh(clone, "git checkout -q main")
    told, summary = steps(clone, "push", {ADDRESS: "https://owner.github.io/dossier/"}, program.parent)
    assert "::warning::" not in told, "the committed data are not the ones a clean clone gives"
    assert summary == ""
    page = (clone / "site" / "actors" / "ilse-brandt" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://owner.github.io/dossier/actors/ilse-brandt/">' in page
    lost = (clone / "site" / "404.html").read_text(encoding="utf-8")
    assert 'href="/dossier/assets/' in lost, "a page that is not found has to know the base path"


def test_a_site_url_of_ones_own_wins(clone: Path, program: Path) -> None:
    settings = clone / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"^site_url: .*$", "site_url: https://dossier.example/", text, flags=re.MULTILINE))
    steps(clone, "push", {ADDRESS: "https://owner.github.io/dossier/"}, program.parent)
    page = (clone / "site" / "actors" / "ilse-brandt" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://dossier.example/actors/ilse-brandt/">' in page


def test_a_pull_request_is_told_what_it_changes(clone: Path, program: Path) -> None:
    told, summary = steps(
        clone, "pull_request", {ADDRESS: "", "origin/${{ github.base_ref }}": "origin/main"}, program.parent
    )
    assert "::warning::docs/data/ has changed" in told
    assert summary.startswith("## What changes in the dossier\n~~~~~text\n")
    assert "Added" in summary and "actor jan-smit" in summary
    assert summary.rstrip().endswith("~~~~~")


def test_a_copy_of_this_repository_is_published_too(repository: Path) -> None:
    clone = repository
    steps(clone, "push", {ADDRESS: "https://owner.github.io/onrecord/"})
    assert "https://owner.github.io/onrecord/" in (clone / "site" / "sitemap.xml").read_text(encoding="utf-8")
    sh(clone, "make empty && test ! -e docs/data && test ! -e seeds/000_63ee2ffb78d7a842.txt")
    assert "#publish: excerpts" in (clone / "seeds" / "dossier.yml").read_text(encoding="utf-8")
    shutil.copytree(ROOT / "examples" / "tram" / "seeds", clone / "seeds", dirs_exist_ok=True)
    steps(clone, "push", {ADDRESS: ""})
    assert (clone / "site" / "actors" / "priya-raman" / "index.html").is_file()
    assert not (clone / "site" / "actors" / "antony-blinken").exists()
