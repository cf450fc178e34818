"""Whether the office a phrase names can be the one somebody is said to hold."""

import pytest

from generator.lexicons import roles
from generator.resolve import offices


@pytest.mark.parametrize(
    ("wanted", "held", "parted"),
    [
        ("the deputy foreign minister", "Foreign Secretary", True),
        ("the foreign minister", "Deputy Foreign Minister", True),
        ("the foreign minister", "Foreign Secretary", False),
        ("the minister", "Deputy Foreign Minister", False),
    ],
)
def test_a_deputy_does_not_hold_the_office(wanted: str, held: str, parted: bool) -> None:
    phrase, role = roles.office(wanted), roles.office(held)
    assert offices.of_another_rank(phrase, role) is parted
    assert not (parted and (offices.broader(phrase, role) or offices.same(phrase, role)))


@pytest.mark.parametrize(
    ("phrase", "held", "rival"),
    [
        ("The minister", ["judge"], True),
        ("The minister", ["former judge"], False),
        ("The police chief", ["ex-mayor", "mother"], False),
        ("The police chief", ["new mayor"], True),
        ("The ex-minister", ["judge"], False),
    ],
)
def test_a_post_held_before_keeps_no_other_away(phrase: str, held: list[str], rival: bool) -> None:
    assert offices.of_rival_posts(phrase, held) is rival
