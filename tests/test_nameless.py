"""Who without a name is one in several articles on an affair, and whom a phrase means that one article leaves open."""

from pathlib import Path

import pytest

from generator import resolve
from generator.resolve.affairs.nameless import _joined
from tests.test_corroborate import collection

ONE = """Ferry stopped at Tollen

4 February 2026

The ferry between Tollen and Marrick stopped running on Wednesday, the mayor of Tollen, Ingrid Sahl, said. Its owner is
Marrick Shipping. Sahl and the harbour master, Piet Odum, met on Tuesday.

{}
"""
OTHER = """No ferry to Marrick

4 February 2026

Ingrid Sahl, the mayor of Tollen, and Piet Odum, the harbour master, say that no ferry will sail to Marrick this week.
Marrick Shipping owns it.

{}
"""


def actors_of(folder: Path, one: str, other: str) -> list[set[str]]:
    """For each actor the words it is called by, in articles that end with these sentences."""
    for name, text in (("one", ONE.format(one)), ("other", OTHER.format(other))):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    found = collection(folder)
    return [{alias.text for alias in actor.aliases} for actor in resolve.actors(found.evidence).actors]


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("The navy sent two boats.", "The navy said it had two boats at the pier.", ("The navy", "The navy")),
        ("The divers' union called off its strike.", "The union said: “No.”", ("The divers' union", "The union")),
        ("The injured sailors went home.", "The sailors were paid.", ("The injured sailors", "The sailors")),
        # as many
        (
            "Twelve sailors slept aboard.",
            "The twelve sailors slept in a school.",
            ("Twelve sailors", "The twelve sailors"),
        ),
    ],
)
def test_one_in_both_articles(tmp_path: Path, one: str, other: str, joined: tuple[str, str]) -> None:
    assert any(set(joined) <= called for called in actors_of(tmp_path, one, other))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        # not as many, others of whom there are many, people of another place
        ("Twelve sailors slept aboard.", "The nine sailors slept in a school.", ("Twelve sailors", "The nine sailors")),
        ("Officials were not worried.", "Officials asked for patience.", ("Officials", "Officials")),
        ("A man was fined.", "A man was hurt.", ("A man", "A man")),
        ("The Danish sailors left.", "The Polish sailors stayed.", ("The Danish sailors", "The Polish sailors")),
        # one who is not heard, and one whom each of the articles may have heard of its own
        ("The old school is shut.", "The old school has a roof.", ("The old school", "The old school")),
        ("A spokesman for the pier said no.", "A spokesman for the pier said yes.", ("A spokesman", "A spokesman")),
    ],
)
def test_two_in_two_articles(tmp_path: Path, one: str, other: str, apart: tuple[str, str]) -> None:
    assert not any(set(apart) <= called for called in actors_of(tmp_path, one, other))


def test_an_affair_has_both_articles(tmp_path: Path) -> None:
    """The navies of two countries in articles that have nobody in common are two."""
    (tmp_path / "one.txt").write_text(ONE.format("The navy sent two boats."), encoding="utf-8")
    text = "A cutter sank\n\n7 May 2026\n\nThe navy looked for it all day, Bai Lu of the coastguard said.\n"
    (tmp_path / "other.txt").write_text(text, encoding="utf-8")
    found = collection(tmp_path)
    called = [{a.text for a in actor.aliases} for actor in resolve.actors(found.evidence).actors]
    assert not any("The navy" in texts for texts in called)


def test_each_join_tells_its_rule(tmp_path: Path) -> None:
    for name, text in (
        ("one", ONE.format("The navy sent boats.")),
        ("other", OTHER.format("The navy said it had boats here.")),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    found = collection(tmp_path)
    (navy,) = [a for a in resolve.actors(found.evidence).actors if a.name == "the navy"]
    assert (navy.kind, [a.rule for a in navy.aliases]) == (
        "organisation",
        ["‘The navy’: called so alike on the affair"],
    )


def test_a_phrase_that_may_mean_two_is_left_open_and_told(tmp_path: Path) -> None:
    called = "The striker Ali Kaya and the striker Rui Teles trained with Ingrid Sahl."
    for name, text in (("one", ONE.format(called)), ("other", OTHER.format("The striker was well."))):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    found = resolve.actors(collection(tmp_path).evidence)
    (left,) = found.unsure.values()
    assert left.why == "‘The striker’ may be Ali Kaya or Rui Teles"
    assert {found.actor_of[key] for key in left.candidates} == {"ali-kaya", "rui-teles"}


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("The striker was well, he said.", True),
        ("The striker, who spoke on condition of anonymity, said that he was well.", False),
    ],
)
def test_who_wants_no_name_is_nobody_another_article_names(tmp_path: Path, told: str, meant: bool) -> None:
    called = actors_of(tmp_path, "The striker Ali Kaya trained with Ingrid Sahl. Ali Kaya met Piet Odum.", told)
    assert any({"Ali Kaya", "The striker"} <= names for names in called) is meant


def test_of_equally_likely_ones_those_are_joined_whose_articles_name_most_of_the_same() -> None:
    """Else one article more would give hundreds of others that have "the two sides" groups of other members."""
    named = {"a": frozenset({1, 2}), "b": frozenset({2, 3, 4}), "c": frozenset({3, 4})}
    likely = [(1.0, 0, 1), (1.0, 1, 2)]
    assert _joined(likely, ["a", "b", "c"], named) == [[1, 2]]
    assert _joined([(1.5, 0, 1), (1.0, 1, 2)], ["a", "b", "c"], named) == [[0, 1]]
    assert _joined(likely, ["a", "b", "c"], {}) == [[0, 1]]
