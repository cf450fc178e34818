"""What one says there was none of or never was, and another tells of; things told to be in two states."""

from pathlib import Path

import pytest

from generator.corroborate.claims.clauses import clauses_of
from tests.test_aligned import of_texts
from tests.test_retellings import NAMED, OTHER


@pytest.mark.parametrize(
    ("claim", "denial", "conflicts"),
    [
        ("the pumps ran all night", "There were no pumps in Tollen,", 1),
        ("every cellar had its pump by noon", "Not one pump has come to our street,", 1),
        ("the children had been vaccinated in March", "None of them was ever vaccinated,", 1),
        ("the quay had been overloaded with gravel", "Overloading played no part,", 1),
        ("the wolves had come down at night", "There has been no wolf in this valley,", 1),
        ("the siren sounded at eight", "No siren sounded here,", 1),
        ("the siren sounded at eight, as it should", "The siren never sounded. It was mute,", 1),
        ("two clerks had been offered a post", "Nobody was offered a post,", 1),
        ("three boxes came with torn seals", "Each and every seal was whole,", 1),
        ("the alarm was switched on that day", "The alarm was off; nobody would pay for it,", 1),
        ("the gate was locked at nine", "The gate stood open all night, the gate was open,", 1),
        ("the rebels had launched a drone from the ridge", "Our men launched nothing, and we have no drone,", 1),
        ("two boxes had been carried out of the hall", "The boxes never left the hall,", 1),
        # a claim of what was told to somebody holds what they were told
        ("the town had warned the divers in writing that the piers were rotten", "We received no warning,", 1),
        ("the piers were rotten and the town had not warned the divers", "We received no warning,", 0),
        # a plain "not" with the very word
        ("Norland had suspended all flights to Tollen", "Norland has not suspended any flights,", 1),
        ("the quarry had blasted that night", "They had not blasted for nine days,", 1),
        ("Rolf Maas had confessed to the guards", "There was no confession,", 1),
        # of something else
        ("the crew had stood on the deck", "They stood no chance on that deck,", 0),
        ("the siren had been bought in May", "The siren never sounded,", 0),
        ("three boxes came with torn labels", "Each and every seal was whole,", 0),
        ("the siren would sound at eight", "The siren never sounded,", 0),
        ("40 people were hurt", "Nobody was hurt in our street,", 0),
        ("the ferry ran all night", "There were no pumps in Tollen,", 0),
        ("the list had 14 names on it", "Two were taken off the list,", 0),
        ("the mayor was unlikely to have signed", "He never signed,", 0),
        # not so far
        ("the crew had reached the valley", "We have not yet reached the valley,", 0),
        # neither says that there was one
        ("the pumps had never come", "Not one pump has come to our street,", 0),
        ("pumps should be sent", "Not one pump has come to our street,", 0),
        # what cannot be looked at
        ("the town had a plan", "There is no doubt about the cracks,", 0),
    ],
)
def test_one_says_the_opposite_of_another(tmp_path: Path, claim: str, denial: str, conflicts: int) -> None:
    one, other = f"Ingrid Sahl said that {claim}.", f'"{denial}" said the diver Piet Corman.'
    found = of_texts(tmp_path, NAMED.format(one), OTHER.format("5 February 2026", other)).found
    assert len([c for c in found.conflicts if c.kind == "claim"]) == conflicts


def test_a_state_is_told_behind_its_verb() -> None:
    was, list_ = clauses_of("The alarm was off, off the list nobody was left")
    assert was.states and not list_.states


def test_an_answer_right_behind_needs_less(tmp_path: Path) -> None:
    claim = "Ingrid Sahl said Norland had offered to mediate."
    answer = '"There is no offer on my desk," said the diver Piet Corman.'
    near, far = f"{claim} {answer}", f"{claim}\n\nIt rained.\n\nIt rained again.\n\n{answer}"
    (tmp_path / "near").mkdir()
    (tmp_path / "far").mkdir()
    found = of_texts(tmp_path / "near", NAMED.format(near)).found
    assert len([c for c in found.conflicts if c.kind == "claim"]) == 1
    found = of_texts(tmp_path / "far", NAMED.format(far)).found
    assert not [c for c in found.conflicts if c.kind == "claim"]


def test_of_many_quotations_two_share_a_word_by_chance(tmp_path: Path) -> None:
    things = [
        "lamps",
        "ropes",
        "maps",
        "tents",
        "stoves",
        "boots",
        "axes",
        "drums",
        "nails",
        "wires",
        "pipes",
        "bricks",
        "jars",
        "flags",
        "sheets",
    ]
    more = " ".join(f'"The {thing} came at noon," said Ada Moss.' for thing in things)
    one = f"Ingrid Sahl said that two boxes had been carried out of the hall. {more}"
    other = f'"The boxes never left the hall," said the diver Piet Corman. {more}'
    found = of_texts(tmp_path, NAMED.format(one), OTHER.format("5 February 2026", other)).found
    assert not [c for c in found.conflicts if c.kind == "claim"]
