"""What a user meets: from a folder to records, and a message for everything that is wrong."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.records import load_dossier

ARTICLE = (
    "Harbour to close\n\n"
    "By Ann Lee\n\nPublished 6 January 2022\n\n"
    "The harbour will close on Monday, Transport Minister Ilse Brandt said on Wednesday.\n\n"
    "“No ship leaves,” Brandt told reporters in Rotterdam. “And none enters.”\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


def seed(folder: Path, name: str, content: str | bytes = ARTICLE) -> None:
    data = content.encode("utf-8") if isinstance(content, str) else content
    (folder / "seeds" / name).write_bytes(data)


def test_an_article_becomes_records_and_the_checks_hold(folder: Path) -> None:
    seed(folder, "a.txt")
    seed(folder, "dossier.yml", "title: Harbour\n")
    result = run("extract")
    assert result.exit_code == 0, result.output
    assert "1 sources" in result.output
    dossier = load_dossier(folder / "docs" / "data")
    assert dossier.title == "Harbour"
    assert {q.speaker.name for q in dossier.sources[0].quotations} == {"Ilse Brandt"}
    checked = run("check")
    assert checked.exit_code == 0, checked.output


def test_a_second_run_changes_nothing(folder: Path) -> None:
    seed(folder, "a.txt")
    run("extract")
    assert "(no files changed)" in run("extract").output


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "empty.txt:"),
        ("binary.txt", b"%PDF\x00\x01\x02\x00", "binary.txt:"),
        ("page.html", b"<p>Hello</p>", "page.html:"),
        ("a.yml", b"titel: x\n", "a.yml:1: titel: unknown key; did you mean 'title'?"),
        ("dossier.yml", b"title: [\n", "dossier.yml:2: not valid YAML"),
        ("dossier.yml", b"publish: all\n", "dossier.yml:1: publish: 'all' is not one of excerpts, full"),
    ],
)
def test_bad_input_is_named_and_everything_else_is_built(folder: Path, name: str, content: bytes, told: str) -> None:
    seed(folder, "a.txt")
    seed(folder, name, content)
    result = run("--quiet", "extract")
    assert result.exit_code == 1
    assert told in result.output
    assert "Traceback" not in result.output
    assert [r.source.file for r in load_dossier(folder / "docs" / "data").sources] == ["a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_article_is_named(folder: Path) -> None:
    seed(folder, "a.txt")
    (folder / "seeds" / "a.txt").chmod(0)
    result = run("extract")
    assert result.exit_code == 1
    assert "a.txt: cannot be opened: Permission denied; check its permissions" in result.output


def test_a_link_to_nowhere_is_named(folder: Path) -> None:
    seed(folder, "a.txt")
    (folder / "seeds" / "b.txt").symlink_to("nowhere.txt")
    result = run("extract")
    assert result.exit_code == 1
    assert "b.txt" in result.output


def test_a_guessed_encoding_is_told_and_nothing_has_to_be_done(folder: Path) -> None:
    seed(folder, "a.txt", ARTICLE.replace("Brandt", "Brändt").encode("cp1252"))
    result = run("extract")
    assert result.exit_code == 0
    assert "a.txt" in result.output
    assert "Brändt" in load_dossier(folder / "docs" / "data").sources[0].passages[1].text


def test_an_empty_folder_says_what_to_do_and_still_writes_a_dossier(folder: Path) -> None:
    result = run("extract")
    assert result.exit_code == 1
    assert "seeds: the folder holds no articles; put the articles into it, one a file: .txt, .md" in result.output
    assert load_dossier(folder / "docs" / "data").sources == ()


def test_a_missing_pipeline_says_how_to_get_it(folder: Path) -> None:
    seed(folder, "a.txt")
    seed(folder, "dossier.yml", "model: en_core_web_huge\n")
    result = run("extract")
    assert result.exit_code == 2
    assert "'en_core_web_huge' is not installed; install it" in result.output
    assert "python -m pip install en_core_web_huge" in result.output


def test_a_folder_of_somebody_elses_files_is_not_overwritten(folder: Path) -> None:
    seed(folder, "a.txt")
    (folder / "mine").mkdir()
    (folder / "mine" / "thesis.doc").write_text("years of work")
    result = run("extract", "--data", "mine")
    assert result.exit_code == 2
    assert "mine: this folder holds files that onrecord did not write" in result.output
    assert (folder / "mine" / "thesis.doc").read_text() == "years of work"


def test_check_without_data_says_what_to_run(folder: Path) -> None:
    result = run("check")
    assert result.exit_code == 2
    assert "no data here; run 'onrecord extract' first" in result.output


def test_front_matter_gives_what_a_sidecar_gives(folder: Path) -> None:
    seed(folder, "a.md", "---\noutlet: Harbour News\npublished: 2022-01-06\n---\n\n" + ARTICLE)
    assert run("extract").exit_code == 0
    source = load_dossier(folder / "docs" / "data").sources[0].source
    assert (source.outlet, source.published.value, source.published.basis) == ("Harbour News", "2022-01-06", "given")


def test_a_decision_that_matches_nothing_is_reported(folder: Path) -> None:
    seed(folder, "a.txt")
    seed(folder, "dossier.yml", "decisions:\n  - rename: nobody-at-all\n    to: Somebody\n")
    result = run("extract")
    assert result.exit_code == 1
    assert "decision 'rename' matches nothing: no record is called 'nobody-at-all'" in result.output


def test_a_rejected_statement_is_gone_in_every_run_and_its_address_is_kept(folder: Path) -> None:
    seed(folder, "a.txt")
    run("extract")
    first = load_dossier(folder / "docs" / "data")
    gone = first.statements[0].id
    seed(folder, "dossier.yml", f"decisions:\n  - reject: {gone}\n")
    for _ in range(2):
        run("extract")
        after = load_dossier(folder / "docs" / "data")
        assert gone not in {s.id for s in after.statements}
        assert {e.id: e.status for e in after.ledger}[gone] == "withdrawn"
    assert run("check").exit_code == 0


def test_a_fault_of_the_program_is_not_taken_for_something_to_mend(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(folder, "a.txt")
    monkeypatch.setattr("generator.build.extract", lambda *given, **named: 1 / 0)
    result = run("extract")
    assert result.exit_code == 2
    assert "ZeroDivisionError" in result.output
    assert "please report it" in result.output


@pytest.mark.parametrize(
    "text",
    [
        "scope: The strike: who knew\ndecisions:\n  - redact: Ilse Brandt\n",
        "decisions:\n  - redcat: Ilse Brandt\n",
        "decisions:\n  - embargo: a\n    untill: 2030-01-01\n",
    ],
)
def test_nothing_is_built_where_a_redaction_or_an_embargo_cannot_be_read(folder: Path, text: str) -> None:
    seed(folder, "a.txt")
    seed(folder, "dossier.yml", text)
    result = run("extract")
    assert result.exit_code == 2
    assert "nothing is built: what cannot be read may be a redaction or an embargo" in result.output
    assert not (folder / "docs" / "data" / "dossier.yml").exists()


def test_a_seeds_folder_that_is_not_there_costs_nothing(folder: Path) -> None:
    seed(folder, "a.txt")
    run("extract")
    before = load_dossier(folder / "docs" / "data")
    result = run("extract", "--seeds", "nowhere")
    assert result.exit_code == 2
    assert "nowhere: there is no such folder; make the folder" in result.output
    assert load_dossier(folder / "docs" / "data") == before


def test_the_example_can_be_replaced_by_ones_own_articles(folder: Path) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    seed(folder, "a.txt")
    run("extract")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "the example"]):
        subprocess.run([*git, *words], cwd=folder, check=True)
    (folder / "seeds" / "a.txt").unlink()
    shutil.rmtree(folder / "docs" / "data")
    seed(folder, "mine.txt", ARTICLE.replace("Brandt", "Holm"))
    assert run("extract").exit_code == 0
    checked = run("check")
    assert checked.exit_code == 0, checked.output


def test_a_deleted_ledger_of_the_same_articles_is_noticed(folder: Path) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    seed(folder, "a.txt")
    seed(folder, "dossier.yml", "decisions:\n  - rename: ilse-brandt\n    to: I. Brandt\n")
    run("extract")
    ledger = folder / "docs" / "data" / "ledger.yml"
    ledger.write_text(ledger.read_text().replace("ilse-brandt", "ilse-brandt-of-old"))
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "published"]):
        subprocess.run([*git, *words], cwd=folder, check=True)
    shutil.rmtree(folder / "docs" / "data")
    run("extract")
    assert "ilse-brandt-of-old was published and is lost" in run("check").output


def test_a_reader_that_has_seen_enough_is_no_fault(folder: Path) -> None:
    seed(folder, "a.txt", ARTICLE + "".join(f"\n“Line {n} of the talk,” said Ann Roe{n}.\n" for n in range(400)))
    run("extract")
    command = f"{sys.executable} -m generator review | head -1"
    root = Path(__file__).parents[1]
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
    )
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_a_citation_does_not_wait_for_spacy() -> None:
    asked = "import sys; from generator.cli import main; main(['cite', '--help'], standalone_mode=False)"
    loaded = f"{asked}; print(*sorted({{'spacy', 'trafilatura', 'pypdf'}} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == ""
