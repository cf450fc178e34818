"""docs/reference.md explains every command, setting and key there is, and the pages tell of no command there is not."""

import dataclasses
import re
import types
import typing
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import main
from generator.config import Settings
from generator.model import Decision, Dossier, Sidecar, Span
from generator.model.decisions import VERBS
from generator.site.options import OnrecordConfig

ROOT = Path(__file__).parent.parent
REFERENCE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def section(title: str) -> str:
    """The text of reference.md below the heading that begins with `title`, up to the next heading no deeper."""
    head = re.search(rf"^(#+) {re.escape(title)}.*$", REFERENCE, re.MULTILINE)
    assert head, f"docs/reference.md has no heading '{title}'"
    rest = REFERENCE[head.end() :]
    end = re.search(rf"^#{{1,{len(head[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def commands(group: click.Group, prefix: str = "onrecord") -> Iterator[tuple[str, click.Command]]:
    """Every command of the program with its full name."""
    context = click.Context(group)
    for name in sorted(group.list_commands(context)):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{prefix} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix} {name}")


def options(command: click.Command) -> Iterator[str]:
    """Every long and short spelling of every option."""
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield from (*parameter.opts, *parameter.secondary_opts)


def named_in(text: str) -> set[str]:
    """The words set as code."""
    return set(re.findall(r"`([^`\n]+)`", text))


@pytest.mark.parametrize("name, command", [pytest.param(n, c, id=n) for n, c in commands(main)])
def test_every_command_and_option_is_explained(name: str, command: click.Command) -> None:
    missing = sorted(set(options(command)) - named_in(section(f"`{name}`")))
    assert not missing, f"docs/reference.md does not explain {name} {missing}"


def test_every_option_of_the_program_itself_is_explained() -> None:
    before_the_commands = section("Commands").split("\n### ")[0]
    assert set(options(main)) <= named_in(before_the_commands)


@pytest.mark.parametrize("record, title", [(Settings, "Settings"), (Sidecar, "Sidecars"), (OnrecordConfig, "The site")])
def test_every_setting_is_explained_and_no_other(record: type, title: str) -> None:
    own = section(title).split("\n### ")[0]
    told = {name for row in re.findall(r"^\| (`[^|]+) \|", own, re.MULTILINE) for name in named_in(row)}
    has = (
        {f.name for f in dataclasses.fields(record)} if dataclasses.is_dataclass(record) else set(dict(record._schema))
    )
    assert told == has


def test_every_kind_of_decision_is_explained() -> None:
    text = section("Decisions")
    assert set(re.findall(r"^\| `(\w+)`", text, re.MULTILINE)) == set(VERBS)
    assert {field.name for field in dataclasses.fields(Decision)} - {"line"} <= named_in(text)


def records_in(annotation: object) -> Iterator[type]:
    """The records that a field's annotation speaks of: `tuple[str | Place, ...]` speaks of Place."""
    if isinstance(annotation, type) and dataclasses.is_dataclass(annotation):
        yield annotation
    elif isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is not None:
        for part in typing.get_args(annotation):
            yield from records_in(part)


def published(record: type, seen: set[type]) -> set[type]:
    """A record and all the records it holds."""
    if record not in seen and record is not Span:
        seen.add(record)
        for annotation in typing.get_type_hints(record).values():
            for inner in records_in(annotation):
                published(inner, seen)
    return seen


RECORDS = sorted(published(Dossier, set()) - {Dossier}, key=lambda record: record.__name__)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_key_of_the_data_is_explained(record: type) -> None:
    missing = sorted({field.name for field in dataclasses.fields(record)} - named_in(section("The data")))
    assert not missing, f"docs/reference.md does not explain {missing} of {record.__name__}"


def targets() -> dict[str, str]:
    """The commands of the Makefile, each with its line of help ("" where it has none)."""
    lines = (ROOT / "Makefile").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z]+):(?!=).*?(?:## (.*))?$", lines, re.MULTILINE))


def test_every_make_command_explains_itself_and_is_in_the_reference() -> None:
    assert all(targets().values())
    assert {f"make {name}" for name in targets()} <= named_in(section("Make"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_tells_of_commands_that_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    told = re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE)
    assert sorted(set(told) - set(targets())) == []
    known = {name for name, _ in commands(main)}
    told = re.findall(r"(?:^|`)(onrecord [a-z]+)", text, re.MULTILINE)
    assert sorted(set(told) - known) == []
