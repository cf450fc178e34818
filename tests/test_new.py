"""A dossier of one's own, from the installed program to the site, outside this repository."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator import revisions, scaffold
from generator.cli import main
from generator.config import Settings
from generator.model.decisions import VERBS
from generator.records import load_dossier, load_settings

ROOT = Path(__file__).parent.parent
PROJECT = ROOT / "generator" / "scaffold" / "project"
ARTICLE = (
    "Harbour to close\n\nBy Ann Lee\n\nPublished 6 January 2022\n\n"
    "The harbour will close on Monday, Transport Minister Ilse Brandt said on Wednesday.\n\n"
    "“No ship leaves,” Brandt told reporters in Rotterdam. “And none enters.”\n"
)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def shell(folder: Path, command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command in a folder, as somebody types it who has no Python environment of this repository active."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "PYTHON", "ONRECORD", "SITE_URL"))}
    kept["PATH"] = "/usr/bin:/bin"
    return subprocess.run(
        ["/bin/sh", "-ec", command], cwd=folder, env=kept | environment, capture_output=True, text=True, check=False
    )


def test_from_the_wheel_to_the_site(program: Path, tmp_path: Path) -> None:
    begun = shell(tmp_path, f"{program} new my-dossier --title 'The harbour: a dossier'")
    assert begun.returncode == 0, begun.stderr
    assert "cd my-dossier && make site" in begun.stdout
    dossier = tmp_path / "my-dossier"
    (dossier / "seeds" / "first.txt").write_text(ARTICLE, encoding="utf-8")
    (dossier / "seeds" / "scan.docx").write_bytes(b"PK\x03\x04")
    told = shell(dossier, "make site")
    assert told.returncode == 2, told.stdout + told.stderr  # the scan waits for a person
    assert "the site is built, without what is reported above" in told.stderr
    (dossier / "seeds" / "scan.docx").unlink()
    done = shell(dossier, "make site")
    assert done.returncode == 0, done.stdout + done.stderr
    for line in ("read      1 article", "found     1 actor, ", "open site/index.html", "Source: GitHub Actions"):
        assert line in done.stdout
    page = (dossier / "site" / "index.html").read_text(encoding="utf-8")
    assert "The harbour: a dossier" in page
    assert (dossier / "site" / "actors" / "ilse-brandt" / "index.html").is_file()
    assert (dossier / "site" / "assets" / "onrecord" / "onrecord.css").is_file()
    assert load_dossier(dossier / "docs" / "data").title == "The harbour: a dossier"
    doctor = shell(dossier, "make doctor")
    assert (doctor.returncode, "all there" in doctor.stdout) == (0, True), doctor.stdout + doctor.stderr
    assert shell(dossier, "make check").returncode == 0


def test_the_wheel_carries_what_a_run_needs(program: Path) -> None:
    listed = shell(program.parent, f"{program.parent}/python -m pip show -f onrecord").stdout
    for name in (
        "lexicons/en/reporting_verbs.txt",
        "site/templates/statement.html",
        "site/assets/onrecord.css",
        "site/theme/main.html",
        "scaffold/project/site.lock",
        "licenses/LICENSE",
    ):
        assert name in listed


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "README.md").write_text("mine", encoding="utf-8")
    refused = run("new", folder)
    assert refused.exit_code == 2
    assert "README.md would be overwritten; name another folder, or give --keep" in refused.output
    assert [p.name for p in folder.iterdir()] == ["README.md"]
    kept = run("new", folder, "--keep")
    assert kept.exit_code == 0
    assert f"{folder / 'README.md'}: is there already; left as it is" in kept.output
    assert (folder / "README.md").read_text(encoding="utf-8") == "mine"
    assert (folder / "mkdocs.yml").is_file()


@pytest.mark.parametrize(
    ("folder", "title"),
    [("harbour-strike_2026", "Harbour strike 2026"), ("Tram 9", "Tram 9"), ("ünde", "Ünde"), ("--", "Dossier")],
)
def test_a_title_is_made_of_the_folders_name(folder: str, title: str) -> None:
    assert scaffold.title_of(folder) == title


@pytest.mark.parametrize("title", ['Who "said" what: a #1 dossier', "{{ x }}", "'", "50 % \\ off", "Łódź – 2026"])
def test_any_title_does(tmp_path: Path, title: str) -> None:
    assert run("new", tmp_path / "d", "--title", title).exit_code == 0
    settings, faults = load_settings(tmp_path / "d" / "seeds")
    assert (settings.title, faults) == (title, ())


def test_every_setting_and_verb_is_explained_in_the_new_dossier(tmp_path: Path) -> None:
    text = (PROJECT / "dossier.yml").read_text(encoding="utf-8").replace("@TITLE_YAML@", "T")
    used = re.sub(r"^#(?! |$)|^#(?= {2,}\S)", "", text, flags=re.MULTILINE)
    plain = yaml.load(used, yaml.BaseLoader)
    assert set(plain) == set(Settings.__dataclass_fields__)
    (tmp_path / "dossier.yml").write_text(used, encoding="utf-8")
    settings, faults = load_settings(tmp_path)
    assert faults == ()
    assert {d.verb for d in settings.decisions} == set(VERBS)
    assert {d for line in settings.decisions if (d := line.by)} == {"A. Reader"}
    for name in set(plain) - {"title", "scope", "today", "decisions"}:
        assert plain[name] == str(getattr(Settings(), name)), f"{name}: not the default"


def test_a_decision_can_be_appended_to_the_new_dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("new", tmp_path / "d").exit_code == 0
    monkeypatch.chdir(tmp_path / "d")
    assert run("decide", "redact", "John Doe").exit_code == 0
    assert [d.verb for d in load_settings(Path("seeds"))[0].decisions] == ["redact"]


def test_its_site_is_set_up_as_the_examples_is() -> None:
    """But for the pages on the program itself, which only this repository has."""
    own = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    without = re.sub(r"^# Pages for those who work on the program.*?\n\n", "", own, flags=re.DOTALL | re.MULTILINE)
    assert (PROJECT / "mkdocs.yml").read_text(encoding="utf-8") == without, "copy the change to scaffold/project"


# A stand-in for Python: notes what pip is asked for; onrecord itself is to be had where `there` exists.
STAND_IN = """\
#!/bin/sh
case "$*" in
-V) echo 3.12 ;;
"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
"-m pip"*)
    echo "$*" >>calls
    case "$*" in *site.lock) exit ;; esac
    [ -e there ] && echo "#!/bin/sh" >.venv/bin/onrecord && chmod +x .venv/bin/onrecord ;;
esac
"""


def test_elsewhere_the_program_is_installed_from_what_requirements_name(tmp_path: Path) -> None:
    """No program on the path, and none that this machine remembers."""
    run("new", tmp_path / "d", "--program", "onrecord @ git+https://example.org/onrecord@v9")
    folder = tmp_path / "d"
    (folder / ".onrecord").unlink()
    stand_in = tmp_path / "python"
    stand_in.write_text(STAND_IN, encoding="utf-8")
    stand_in.chmod(0o755)

    def asked() -> list[str]:
        """What pip is asked for by `./onrecord site`: the packages, the program itself."""
        (folder / "calls").write_text("", encoding="utf-8")
        told.append(shell(folder, "./onrecord site", PYTHON=str(stand_in)))
        return [line.split(" -r ")[1] for line in (folder / "calls").read_text(encoding="utf-8").splitlines()]

    told: list[subprocess.CompletedProcess[str]] = []
    packages, itself = "requirements/site.lock", "requirements/onrecord.txt"
    assert asked() == [packages, itself]
    assert told[-1].returncode == 1
    assert "let requirements/onrecord.txt name where it is to be had" in told[-1].stderr
    (folder / "there").touch()
    assert asked() == [itself], "what was installed is installed again"
    assert asked() == []
    assert told[-1].returncode == 0, told[-1].stderr
    (folder / itself).write_text("onrecord==10\n", encoding="utf-8")
    assert asked() == [itself]
    (folder / packages).write_text("", encoding="utf-8")
    assert asked() == [packages, itself]


def test_on_a_terminal_the_title_is_asked_for(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", "new", str(tmp_path / "harbour-strike")]
    with subprocess.Popen(command, cwd=ROOT, stdin=theirs, stdout=subprocess.PIPE, text=True) as process:
        os.write(ours, b"The strike\n")
        told, _ = process.communicate(timeout=120)
    assert "Title of the dossier [Harbour strike]" in told
    assert load_settings(tmp_path / "harbour-strike" / "seeds")[0].title == "The strike"


def test_a_folder_that_cannot_be_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run("new", tmp_path / "file")
    assert (result.exit_code, "this is a file, not a folder" in result.output) == (2, True)


def test_without_articles_nothing_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = run("new", tmp_path / "my dossier").output
    assert f"cd '{tmp_path / 'my dossier'}' && make site" in told
    monkeypatch.chdir(tmp_path / "my dossier")
    result = run("site")
    assert result.exit_code == 2
    assert "seeds: the folder holds no articles; put the articles into it" in result.output
    assert not (tmp_path / "my dossier" / "docs" / "data").exists()


@pytest.mark.parametrize(
    ("address", "shared"),
    [
        ("https://github.com/owner/onrecord.git", "https://github.com/owner/onrecord.git"),
        ("https://somebody:secret@github.com/owner/onrecord", "https://github.com/owner/onrecord"),
        ("git@github.com:owner/onrecord.git", "https://github.com/owner/onrecord.git"),
        ("ssh://git@example.org:2222/owner/onrecord", "https://example.org/owner/onrecord"),
        ("/home/somebody/onrecord", None),
        ("file:///home/somebody/onrecord", None),
    ],
)
def test_where_others_get_the_program_holds_nobodys_password(tmp_path: Path, address: str, shared: str | None) -> None:
    git = "git -c user.name=A -c user.email=a@example.org"
    shell(
        tmp_path, f"git init -q && git remote add origin {address} && {git} commit -q --allow-empty -m x && git tag v1"
    )
    assert revisions.origin(tmp_path) == ((shared, "v1") if shared else None)


def test_where_others_get_the_program_is_asked_for_where_it_is_not_known(tmp_path: Path) -> None:
    plain = run("new", tmp_path / "a", "--program", "onrecord==0.1.0").output
    assert "4. before you publish: name in requirements/onrecord.txt" in plain
    known = run("new", tmp_path / "b", "--program", "onrecord @ git+https://example.org/onrecord@v1").output
    assert "before you publish" not in known


def test_an_upgrade_writes_anew_what_is_the_programs_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("new", tmp_path / "d", "--program", "onrecord==0.0.9")
    monkeypatch.chdir(tmp_path / "d")
    mine = ("seeds/dossier.yml", "mkdocs.yml", "Makefile", "README.md", ".gitignore", ".github/workflows/site.yml")
    for name in (*mine, "schema/dossier.json", "onrecord", "requirements/site.lock"):
        Path(name).write_text("changed", encoding="utf-8")
    told = run("upgrade", "--program", "onrecord==0.1.0").output
    for name in ("onrecord", "requirements/site.lock", "requirements/onrecord.txt", "schema/dossier.json"):
        assert f"{name}: written anew" in told
        assert Path(name).read_text(encoding="utf-8") != "changed"
    assert [Path(name).read_text(encoding="utf-8") for name in mine] == ["changed"] * len(mine)
    assert os.access("onrecord", os.X_OK)
    assert run("upgrade", "--program", "onrecord==0.1.0").output == "up to date\n"


def test_an_upgrade_leaves_an_address_that_it_knows_no_better(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "onrecord @ git+https://example.org/onrecord@v0"
    run("new", tmp_path / "d", "--program", address)
    monkeypatch.chdir(tmp_path / "d")
    monkeypatch.setattr("generator.cli.project._requirement", lambda: "onrecord==0.1.0")
    assert f"requirements/onrecord.txt: left as it is; let it name this version: {address}" in run("upgrade").output
    assert address in Path("requirements/onrecord.txt").read_text(encoding="utf-8")


def test_an_upgrade_elsewhere_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("upgrade")
    assert (result.exit_code, "go to the folder of a dossier" in result.output) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_python_runs_it_too(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--quiet", "new", tmp_path / "d"], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")
