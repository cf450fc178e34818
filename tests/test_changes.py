"""What changed since an edition, told by the command, on the page and in the feed."""

import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from generator.changes import KINDS, compare
from generator.cli import main
from generator.disk import write_folder
from generator.model import (
    Conflict,
    ConflictSide,
    DecisionRecord,
    Dossier,
    LedgerEntry,
)
from generator.records import dossier_files
from generator.site.building import build_site
from tests.builders import dossier, write_site

BEFORE = dossier()


def told(after: Dossier, kind: str) -> list[tuple[str, str, str]]:
    assert kind in KINDS
    return [(c.record, c.id, c.what) for c in compare(BEFORE, after) if c.kind == kind]


def test_nothing_changed() -> None:
    assert compare(BEFORE, BEFORE) == ()


def test_a_record_that_is_new_is_added() -> None:
    without = replace(BEFORE, actors=BEFORE.actors[1:], statements=BEFORE.statements[1:])
    assert {(c.kind, c.record, c.id) for c in compare(without, BEFORE)} >= {
        ("added", "actor", BEFORE.actors[0].id),
        ("added", "statement", BEFORE.statements[0].id),
    }


def test_what_is_gone_says_what_became_of_it() -> None:
    gone = BEFORE.events[0].id
    for status, fields, what in (
        ("withdrawn", {"why": "a joke"}, "a joke"),
        ("merged", {"to": "e-2"}, "now e-2"),
        ("split", {"parts": ("e-2", "e-3")}, "now e-2 and e-3"),
    ):
        entry = LedgerEntry(gone, "event", 1, status, **fields)  # type: ignore[arg-type]
        after = replace(BEFORE, events=BEFORE.events[1:], ledger=(entry,))
        assert told(after, status) == [("event", gone, what)]


def test_a_changed_speaker_date_and_name_are_told() -> None:
    statement = replace(BEFORE.statements[0], speaker="karst", said=replace(BEFORE.statements[0].said, value=None))
    actor = replace(BEFORE.actors[1], name="Dan Okafor")
    after = replace(
        BEFORE,
        statements=(statement, *BEFORE.statements[1:]),
        actors=(BEFORE.actors[0], actor, *BEFORE.actors[2:]),
    )
    changed = told(after, "changed")
    assert ("statement", statement.id, "speaker: Ana Ruiz → Karst") in changed
    assert ("statement", statement.id, "said: 2022-03-02 → none") in changed
    assert ("actor", actor.id, "name: Daniel Okafor → Dan Okafor") in changed


def test_another_separate_source_is_corroboration() -> None:
    one = replace(BEFORE.statements[1], origins=("001-ferry-talks", "002-no-payment"))
    after = replace(BEFORE, statements=(BEFORE.statements[0], one, *BEFORE.statements[2:]))
    assert told(after, "corroborated") == [("statement", one.id, "2 separate sources, 1 before")]


def test_a_conflict_comes_and_goes() -> None:
    new = Conflict("c-new", "figure", "ships", (ConflictSide("1", ()), ConflictSide("2", ())))
    after = replace(BEFORE, conflicts=(new,))
    assert told(after, "conflict") == [("conflict", "c-new", "1 / 2")]
    assert {c.id for c in BEFORE.conflicts} == {id_ for _, id_, _ in told(after, "agreed")}


def test_a_decision_that_went_stale_is_told_once() -> None:
    stale = DecisionRecord("rename", ("a-x",), "named “X”", stale="no record is called 'a-x'")
    after = replace(BEFORE, decisions=(stale,))
    assert told(after, "stale") == [("decision", "a-x", "no record is called 'a-x'")]
    assert compare(after, after) == ()


@pytest.mark.parametrize("verb", ["redact", "embargo"])
def test_where_something_is_redacted_or_withheld_nothing_of_the_earlier_edition_is_told(verb: str) -> None:
    entry = LedgerEntry("s-80aa", "statement", 1, "withdrawn", why="withheld until 2022-04-01")
    after = replace(
        BEFORE,
        actors=tuple(replace(a, name="███ ████") if a.id == "ana-ruiz" else a for a in BEFORE.actors),
        statements=tuple(s for s in BEFORE.statements if s.id not in {"s-80aa", "s-b044"}),
        conflicts=(),
        ledger=(entry,),
        decisions=(DecisionRecord(verb, (), "words are blacked out"),),
    )
    found = compare(BEFORE, after)
    assert ("changed", "ana-ruiz", "name: ███ ████") in {(c.kind, c.id, c.what) for c in found}
    assert [(c.id, c.name, c.what) for c in found if c.kind == "withdrawn"] == [
        ("s-80aa", "", "withheld until 2022-04-01")
    ]
    assert "Ruiz" not in str(found)
    assert {c.name for c in found if c.kind == "agreed"} == {""}


def git(folder: Path, *words: str) -> None:
    names = ["-c", "user.name=A. Lee", "-c", "user.email=lee@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with an edition `v1` and a briefing, and data that have changed since."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SITE_URL", raising=False)
    write_site(tmp_path, BEFORE)
    (tmp_path / "docs" / "briefings").mkdir()
    briefing = f"# Ferry\n\n[Ruiz](../statements/{BEFORE.statements[0].id}.md) spoke. See also s-80aa.\n"
    (tmp_path / "docs" / "briefings" / "ferry.md").write_text(briefing)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    git(tmp_path, "tag", "v1")
    statement = replace(BEFORE.statements[0], speaker="karst")
    ledger = tuple(LedgerEntry(s.id, "statement", 1, "live") for s in BEFORE.statements)
    after = replace(BEFORE, statements=(statement, *BEFORE.statements[1:]), ledger=(*BEFORE.ledger, *ledger))
    write_folder(tmp_path / "docs" / "data", dossier_files(after))
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


def test_the_command_tells_what_changed_since_a_tag(repository: Path) -> None:
    result = run("diff", "--since", "v1")
    assert result.exit_code == 0, result.output
    assert "Changed (1)\n  statement s-7d1c  Karst: " in result.output
    assert "[speaker: Ana Ruiz → Karst]" in result.output
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "two")
    assert "nothing has changed since HEAD" in run("diff", "--since", "HEAD", "--briefings", "none").output


@pytest.mark.parametrize("cited", ["[[s-7d1c]]", "[he](onrecord:s-7d1c)", "[he](../statements/s-7d1c/)", "s-7d1c, 3"])
def test_a_briefing_hears_of_what_it_cites_and_of_nothing_else(repository: Path, cited: str) -> None:
    folder = repository / "docs" / "briefings"
    (folder / "ferry.md").write_text(f"# Ferry\n\nRuiz warned ({cited}).\n")
    (folder / "other.md").write_text("# Other\n\nOf [[s-80aa]] and of karst.\n")
    git(repository, "add", "docs/briefings")
    git(repository, "commit", "-qm", "briefings")
    told = run("diff", "--since", "v1").output
    assert "ferry.md cites what has changed since it was written\n  statement s-7d1c" in told
    assert "other.md" not in told


@pytest.mark.parametrize("revision", ["v9", "--output=x", "HEAD~7"])
def test_a_revision_that_is_not_there_is_told(repository: Path, revision: str) -> None:
    result = run("diff", f"--since={revision}")
    assert result.exit_code == 2
    assert "a commit" in result.output


def test_outside_a_repository_the_command_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write_site(tmp_path, BEFORE)
    result = run("diff", "--since", "v1")
    assert result.exit_code == 2
    assert "lies in no git repository" in result.output


def test_the_page_and_the_feed_tell_the_same(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/base/")
    build_site(repository / "mkdocs.yml", repository / "site")
    page = (repository / "site" / "changes" / "index.html").read_text()
    assert "speaker: Ana Ruiz → Karst" in page
    assert "<code>v1</code>" in page
    feed = ElementTree.fromstring((repository / "site" / "changes.xml").read_text())
    atom = "{http://www.w3.org/2005/Atom}"
    (entry,) = feed.findall(f"{atom}entry")
    assert entry.findtext(f"{atom}summary") == "speaker: Ana Ruiz → Karst"
    link = entry.find(f"{atom}link")
    assert link is not None
    assert link.get("href") == "https://example.org/base/statements/s-7d1c/"
    assert not (repository / "site" / "review").exists()


def test_without_a_tag_the_page_says_how_to_get_an_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.delenv("SITE_URL", raising=False)
    build_site(write_site(tmp_path, BEFORE), tmp_path / "site")
    assert "There is no earlier edition" in (tmp_path / "site" / "changes" / "index.html").read_text()
    assert "Copy decision" in (tmp_path / "site" / "review" / "index.html").read_text()
    ElementTree.fromstring((tmp_path / "site" / "changes.xml").read_text())
