"""`onrecord decide` appends to what people wrote and changes none of it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.curate import decide_actors, decision_records
from generator.disk import write_folder
from generator.model import Actor, Decision, Resolution
from generator.records import appended, dossier_files, load_settings
from tests.builders import dossier


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    write_folder(tmp_path / "docs" / "data", dossier_files(dossier()))
    return tmp_path


FILES = {
    "": "dossier.yml",
    "# mine\ntitle:   'T'  # spaced\n": "dossier.yml",
    "title: T": "dossier.yml",
    "decisions:\n- reject: s-1\n": "dossier.yml",
    "decisions:\n    - reject: s-1   # wide\n\n# the end\n": "dossier.yml",
    "title: T\ndecisions:\n  - same: [a, b]\n    why: >-\n      long\n      words\n": "dossier.yml",
    "decisions:\n  - reject: s-1\ntitle: T\n": "decisions/decided.yml",
    "decisions: [{reject: s-1}]\n": "decisions/decided.yml",
    "\ufefftitle: Tö\r\n": "dossier.yml",
}


@pytest.mark.parametrize(("before", "where"), FILES.items())
def test_a_decision_is_appended_and_all_else_stays(folder: Path, before: str, where: str) -> None:
    path = folder / "seeds" / "dossier.yml"
    path.write_bytes(before.encode())
    had, _ = load_settings(folder / "seeds")
    for name in ("“Ana”: the # first", "Ana"):
        result = run("decide", "rename", "ana-ruiz", "--to", name, "--by", "A. Lee", "--why", "x: y")
        assert result.exit_code == 0, result.output
        assert where in result.output
    assert path.read_bytes().startswith(before.encode())
    settings, faults = load_settings(folder / "seeds")
    assert not faults
    assert settings.title == had.title
    added = settings.decisions[len(had.decisions) :]
    assert [(d.rename, d.to, d.by, d.why) for d in added] == [
        ("ana-ruiz", "“Ana”: the # first", "A. Lee", "x: y"),
        ("ana-ruiz", "Ana", "A. Lee", "x: y"),
    ]
    assert settings.decisions[: len(had.decisions)] == had.decisions


REFUSED = {
    ("rename", "ana-ruix", "--to", "A"): "no record is called 'ana-ruix'; did you mean 'ana-ruiz'?",
    ("rename", "ana-ruiz"): "rename without 'to'; 'to' is the name",
    ("same", "ana-ruiz"): "same names one record",
    ("kind", "ana-ruiz", "--to", "persn"): "kind: 'persn' is no kind of actor; did you mean 'person'?",
    (
        "kind",
        "ana-ruiz",
        "--to",
        "newspaper",
    ): "'newspaper' is no kind of actor; give one of person, organisation, state",
    ("reject", "ana-ruiz"): "'ana-ruiz' is an actor; reject takes the id of a quotation, statement, event or conflict",
    ("rename", "s-7d1c", "--to", "A"): "'s-7d1c' is a statement; rename takes an actor or event id",
    ("same", "ana-ruiz", "s-7d1c"): "'s-7d1c' is a statement; same takes two or more actor ids",
    ("speaker", "q-a1", "--to", "s-7d1c"): "'s-7d1c' is a statement; 'to' is an actor id, or 'nobody'",
    ("edit", "ana-ruiz", "--field", "status", "--to", "x"): "an actor has no field 'status': it has name, kind",
    ("edit", "ana-ruiz", "--field", "kind", "--to", "x"): "'x' is no value of 'kind': person, organisation",
    ("edit", "001-ferry-talks", "--field", "published", "--to", "soon"): "published: 'soon' is no date",
    ("embargo", "ana-ruiz", "--until", "2022-02-01"): "'ana-ruiz' is an actor; embargo takes an article's file",
    ("speaker", "q-a1", "--to", "nobdy"): "no record is called 'nobdy'",
    ("embargo", "001-ferry-talks", "--until", "soon"): "until: 'soon' is no date",
}


@pytest.mark.parametrize(("words", "told"), REFUSED.items())
def test_what_would_not_hold_is_refused_and_nothing_is_written(folder: Path, words: tuple[str, ...], told: str) -> None:
    result = run("decide", *words)
    assert result.exit_code == 2
    assert told in result.output
    assert not list((folder / "seeds").iterdir())


def test_words_that_look_like_something_else_stay_words() -> None:
    text = appended("", Decision(rename="no", to="2022-01-01", why="on", by="- [x]"))
    assert text == "decisions:\n  - rename: 'no'\n    to: '2022-01-01'\n    by: '- [x]'\n    why: 'on'\n"


def test_words_that_are_not_in_the_article_are_refused(folder: Path) -> None:
    file = dossier().sources[0].source.file
    (folder / "seeds" / file).write_text("The minister said it was over. It was over.", encoding="utf-8")
    for words, told in {
        "never": "its words are not there",
        "was over": "more than once",
        "said it was over": "",
    }.items():
        result = run("decide", "quote", file, "--words", words, "--to", "nobody")
        assert (result.exit_code, told in result.output) == (2 if told else 0, True), result.output


@pytest.mark.parametrize(("kind", "told"), [("organisation", "is an organisation"), ("person", "is a person")])
def test_a_decision_on_a_kind_is_told_with_its_article(kind: str, told: str) -> None:
    decision = Decision(kind="ana-ruiz", to=kind, by="A. Lee")
    made, _, _ = decide_actors(Resolution((Actor("ana-ruiz", "Ana Ruiz", "group", (), ()),), {}), (), (decision,))
    assert made.actors[0].notes == (f"{told}: {decision.signature}",)
    assert [r.what for r in decision_records({decision: ""}, {}, dossier())] == [told]
