"""The JSON Schemas for editors: current, right about what is right, and wrong about what the program refuses."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.config import Settings
from generator.model import Sidecar
from generator.model.decisions import VERBS
from generator.records import json_schemas, load_settings, load_sidecar, load_yaml, read_decisions

ROOT = Path(__file__).parent.parent
SCHEMAS = json_schemas()


def faults(name: str, text: str) -> list[str]:
    """What an editor marks in a text."""
    validator = Draft202012Validator(json.loads(SCHEMAS[name]))
    return [error.message for error in validator.iter_errors(load_yaml(text, name))]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schema_is_the_one_the_code_gives(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(SCHEMAS[name]))
    committed = (ROOT / "schema" / f"{name}.json").read_text(encoding="utf-8")
    assert committed == SCHEMAS[name], "run: python -m generator schema"


@pytest.mark.parametrize(("name", "record"), [("dossier", Settings), ("sidecar", Sidecar)])
def test_every_setting_is_explained_where_it_is_typed(name: str, record: type) -> None:
    properties = json.loads(SCHEMAS[name])["properties"]
    assert {key: bool(field.get("description")) for key, field in properties.items()} == dict.fromkeys(
        record.__dataclass_fields__, True
    )


@pytest.mark.parametrize("path", sorted(ROOT.glob("**/seeds/dossier.yml")), ids=lambda p: p.parent.parent.name)
def test_the_dossiers_of_this_repository_are_right_and_name_their_schema(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert faults("dossier", text) == []
    assert text.startswith("# yaml-language-server: $schema=../schema/dossier.json\n")


GOOD = [
    "",
    "# nothing yet\n",
    "title: 2022\n".replace("2022", "'2022'"),
    "title: Harbour\nscope: >-\n  All of it.\nlanguage: en\npublish: full\ntoday: 2022-02-01\n",
    "decisions:\n",
    "decisions:\n  - accept: s-1\n    by: A. Lee\n    on: 2022-02-01\n    why: heard it\n",
    "decisions:\n  - reject: s-1\n",
    "decisions:\n  - edit: e-1\n    field: place\n    to: Geneva\n",
    "decisions:\n  - edit: f-1\n    field: value\n    to: 70000\n",
    "decisions:\n  - same: [a, b, c]\n",
    'decisions:\n  - not_same: [a, "A. B."]\n',
    "decisions:\n  - rename: a\n    to: B\n",
    "decisions:\n  - kind: a\n    to: state\n",
    "decisions:\n  - role: a\n    to: minister\n",
    "decisions:\n  - date: a.txt\n    to: 2022-01-10\n",
    "decisions:\n  - speaker: q-1\n    to: nobody\n",
    "decisions:\n  - quote: a.txt\n    words: not now\n    to: nobody\n",
    "decisions:\n  - redact: [John Doe, J. Doe]\n  - redact: Jane Roe\n",
    "decisions:\n  - embargo: a.txt\n    until: 2030-01-01\n",
]
# Text, and what the program says is right; "": it names the words there are.
WRONG = [
    ("titel: x\n", "did you mean 'title'?"),
    ("publish: excerpt\n", ""),
    ("language: de\n", ""),
    ("today: tomorrow\n", "write it as 2022-02-01"),
    ("title: [a]\n", ""),
    ("decisions: none\n", ""),
    ("decisions:\n  - renane: a\n    to: B\n", "did you mean 'rename'?"),
    ("decisions:\n  - rename: a\n", "'to' is the name"),
    ("decisions:\n  - rename: a\n    kind: b\n    to: person\n", "make one decision of each"),
    ("decisions:\n  - kind: a\n    to: persn\n", "did you mean 'person'?"),
    ("decisions:\n  - same: a\n", ""),
    ("decisions:\n  - same: [a]\n", "it takes two or more actor ids"),
    ("decisions:\n  - not_same: [a, b, c]\n", '[ann-lee, "Ann Leeds"]; make one decision of each'),
    ("decisions:\n  - date: a.txt\n    to: Monday\n", "write it as 2022-01-10"),
    ("decisions:\n  - edit: e\n    field: plaice\n    to: x\n", "did you mean 'place'?"),
    ("decisions:\n  - embargo: a\n    until: soon\n", "write it as 2022-02-01"),
    ("decisions:\n  - embargo: a\n    untill: 2030-01-01\n", "did you mean 'until'?"),
    ("decisions:\n  - accept: a\n    to: b\n", "it takes the id of any record"),
    ("decisions:\n  - by: A. Lee\n", "give just one of"),
]


@pytest.mark.parametrize("text", GOOD)
def test_what_the_program_takes_no_editor_marks(text: str, tmp_path: Path) -> None:
    (tmp_path / "dossier.yml").write_text(text, encoding="utf-8")
    assert load_settings(tmp_path)[1] == ()
    assert faults("dossier", text) == []


@pytest.mark.parametrize(("text", "right"), WRONG)
def test_what_the_program_refuses_an_editor_marks(text: str, right: str, tmp_path: Path) -> None:
    (tmp_path / "dossier.yml").write_text(text, encoding="utf-8")
    told = "\n".join(map(str, load_settings(tmp_path)[1]))
    assert f"{tmp_path / 'dossier.yml'}:" in told
    assert right in told
    assert faults("dossier", text) != []


def test_every_verb_is_tried() -> None:
    assert {v for v in VERBS if any(f"- {v}:" in text for text in GOOD)} == set(VERBS)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("published: 2022-01-10\noutlet: Daily Example\nauthors: [A. Lee]\npublish: full\n", None),
        ("publised: 2022-01-10\n", "did you mean 'published'?"),
        ("publish: everything\n", "is not one of excerpts, full"),
        ("authors: A. Lee\n", "should be a list"),
        ("published: last week\n", "published: 'last week' is none; write a date or time as 2022-01-10"),
        ("updated: 2022-01-10T08:30+01:00\nurl: https://post.example/a?b=c#d\n", None),
        ("url: javascript:alert(1)\n", "give an address that begins with https://"),
        ("url: 'https://post.example/\"onclick=x'\n", "give an address"),
    ],
)
def test_a_sidecar_is_checked_as_the_program_does(text: str, right: str | None, tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text(text, encoding="utf-8")
    told = "\n".join(map(str, load_sidecar(path)[1]))
    assert (right or "") in told
    assert bool(faults("sidecar", text)) == bool(told) == (right is not None)


@pytest.mark.parametrize("text", ["- accept: s-1\n", "decisions:\n  - accept: s-1\n", "- acept: s-1\n", "title: x\n"])
def test_a_file_of_decisions_is_checked_as_the_program_does(text: str) -> None:
    assert bool(faults("decisions", text)) == bool(read_decisions(text, "a.yml")[1])


def test_yaml_of_an_editor_and_of_the_program_agree_on_dates_and_on() -> None:
    # editors read YAML 1.2, in which `on` is a word and a date is text
    assert load_yaml("on: 2022-02-01\n", "") == yaml.load("on: 2022-02-01\n", yaml.BaseLoader)
