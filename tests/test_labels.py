"""What one speaker calls a thing in two articles."""

from pathlib import Path

import pytest

from tests.test_aligned import of_texts
from tests.test_retellings import NAMED, OTHER


@pytest.mark.parametrize(
    ("first", "second", "conflicts"),
    [
        ("called the closure “a routine check”", "has called it “a necessary repair”", 1),
        ("spoke of “a tragic accident” on the radio", "called it “a technical incident” on the radio", 1),
        # the same
        ("called the closure “a routine check”", "has called it “a mere routine”", 0),
        # somebody else's word
        ("called the closure “a routine check”", "has seen “a necessary repair”", 0),
        ("said the closure was only “a routine check”", "said it was merely “a necessary repair”", 1),
        # qualities: one thing has many, and each paper picks one
        ("called the closure “reckless”", "said the closure was “regrettable”", 0),
        ("said the talks were “frank”", "said the talks were “useful”", 0),
        ("called the repair “quick”", "called the repair “careful”", 0),
        ("described the flood as “frightening”", "described the flood as “unheard-of”", 0),
        ("said the detour was “long”", "said the detour was “risky”", 0),
        ("called the mayor “cowardly”", "called the mayor “dishonest”", 0),
        # two things, which both articles speak of
        ("called the closure “a routine check”", "called the cracks “a disgrace” after the closure", 0),
        # a sentence
        ("called the closure “a routine check”", "called out: “That is a disgrace.”", 0),
    ],
)
def test_a_thing_called_by_two_names(tmp_path: Path, first: str, second: str, conflicts: int) -> None:
    one, other = f"Ingrid Sahl {first}.", f"Ingrid Sahl {second}."
    found = of_texts(tmp_path, NAMED.format(one), OTHER.format("5 February 2026", other)).found
    assert len([c for c in found.conflicts if c.kind == "wording"]) == conflicts
