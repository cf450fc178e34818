"""YAML that people write, or that comes with an article: never more than plain data, never the end of the process."""

from pathlib import Path

import pytest

from generator.errors import FaultsError
from generator.records import load_dossier, load_yaml


def doubling(line: str, first: str) -> str:
    return "\n".join([first, *(line.format(n=n, uses=", ".join([f"*a{n - 1}"] * 9)) for n in range(1, 12))])


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 30_000, "- " * 50_000, "? " * 50_000, "[[], " * 50_000])
def test_deep_nesting_is_a_fault_and_no_crash(text: str) -> None:
    with pytest.raises(FaultsError, match="nested too deep"):
        load_yaml(text, "a.yml")


@pytest.mark.parametrize(
    "text",
    [
        doubling("a{n}: &a{n} [{uses}]", "a0: &a0 [x]"),
        doubling("a{n}: &a{n} {{<<: [{uses}]}}", "a0: &a0 {x: 1}"),
        "a: &a [*a]",
        "&a {a: *a}",
    ],
)
def test_aliases_that_stand_for_far_too_much_are_a_fault(text: str) -> None:
    with pytest.raises(FaultsError, match="aliases"):
        load_yaml(text, "a.yml")


def test_an_alias_is_fine() -> None:
    assert load_yaml("a: &x [1]\nb: *x\n", "a.yml") == {"a": [1], "b": [1]}


@pytest.mark.parametrize(
    "value",
    [
        "!!python/object/apply:os.system [id]", "!!python/name:os.system", "!own x", "!!timestamp x", "!!set {x}",
        "!!binary x", "!!int x", "!!int ''", "!!bool x", "!!float x", "9" * 5_000, "\x00", "\ud800",
    ],
)  # fmt: skip
def test_a_tag_makes_nothing_but_plain_data(value: str) -> None:
    with pytest.raises(FaultsError, match="not valid YAML"):
        load_yaml(f"title: {value}", "a.yml")


def test_data_that_are_not_utf8_are_a_fault_with_their_file(tmp_path: Path) -> None:
    (tmp_path / "dossier.yml").write_bytes(b"schema: onrecord/1\n# \x9e\n")
    with pytest.raises(FaultsError, match=r"dossier.yml: cannot be read"):
        load_dossier(tmp_path)
