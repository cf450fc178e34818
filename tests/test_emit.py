"""The fast writer of YAML and libyaml write the same bytes."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records import load_dossier
from generator.records.emit import emit
from generator.records.shape import to_plain
from generator.records.yaml_text import FlowList, dump_yaml

ROOT = Path(__file__).parent.parent

# characters and pieces that mean something to YAML, and words long enough to fold lines
PIECES = (
    *"abZ09éß“’–…'\"#:,-?!&*|>%@`{}[]<=~\\/.$;()_\n\t\r \x00\x85\xa0\xad\ufeff\u2028\U0001f600\ud7ff\u00d7",
    *(": ", " #", "- ", "yes", "null", "on", "0x1f", "1e3", "2022-01-10", "---", "...", "'s", "  "),
    *(
        "12 men",
        "0b1",
        "0x1g",
        "1e5f00aa",
        "12345678",
        "0712",
        "0899",
        "12:30",
        "0a1b2c3d 11223344 " * 9,
        "1_000",
        "1,000",
        "0o7",
        "3 h",
    ),
    *("sanctions", "said on Thursday", "a" * 130, "word " * 30, "it's " * 30, "“we will” " * 20),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=40)
SCALARS = TEXTS | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
SPANS = st.lists(st.integers(0, 99999), min_size=2, max_size=2).map(FlowList)
KEYS = st.sampled_from(["id", "text", "on", "no", "speaker_name", "a" * 40])


def below(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Lists and mappings of what `inner` gives."""
    return st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(KEYS, st.recursive(SCALARS | SPANS, below, max_leaves=12), min_size=1, max_size=5))
def test_the_bytes_are_those_of_libyaml(data: dict[str, Any]) -> None:
    assert emit(data) == dump_yaml(data)


@pytest.mark.parametrize("length", range(95, 135))
@pytest.mark.parametrize("text", ["a", '"', "it's ", "a: ", "1"])
def test_lines_are_folded_at_the_same_place(text: str, length: int) -> None:
    words = (text + "word and more ")[: length % 14 + 1].strip() + " " + "x" * (length - 20) + " and so on " * 14
    data = {"a": words, "list": [{"key": words, "more": [words, {"deep": {"er": words}}]}], "b": [[words]]}
    assert emit(data) == dump_yaml(data)


def test_the_committed_data_are_the_same_bytes_either_way() -> None:
    dossier = load_dossier(ROOT / "docs" / "data")
    records: tuple[object, ...] = (*dossier.sources, *dossier.actors, *dossier.statements, *dossier.ledger)
    for record in records:
        plain = to_plain(record)
        assert emit(plain) == dump_yaml(plain)
