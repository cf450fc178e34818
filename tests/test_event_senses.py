"""Words that tell an event beside some words and not beside others: who takes, raids, tells or runs into something."""

from collections.abc import Mapping

import pytest
from test_events import found

MONDAY = {"Monday": "2022-02-28"}


def kinds(text: str, times: Mapping[str, str] = MONDAY) -> list[str]:
    return [e.type for e in found(text, times if "Monday" in text else {})]


@pytest.mark.parametrize(
    "text",
    [
        "The pilot who was kidnapped last year spoke out. He was taken ill on Monday.",
        "The hostages were cold. A plane took the nurses home on Monday.",
        "The hostages were cold. The nurses were taken to hospital on Monday.",
        "The hostages were cold. The nurses were taken home on Monday.",
        "Ransomware hit the clinic. The clinic took 30 doctors on Monday.",
        "Ransomware hit the clinic. Thirty doctors were taken on Monday.",
    ],
)
def test_who_is_taken_elsewhere_is_not_kidnapped(text: str) -> None:
    assert "kidnapping" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen took 40 nurses from a camp on Monday.",
        "Armed men snatched four nurses on Monday.",
        "Four nurses were taken on Monday by militants.",
        "Their abductors want money. Four nurses were taken from a camp on Monday.",
    ],
)
def test_whom_captors_take_is_kidnapped(text: str) -> None:
    assert kinds(text) == ["kidnapping"]


@pytest.mark.parametrize(
    "text",
    [
        "The hurricane slammed into the coast on Monday.",
        "Stocks plunged into the red on Monday.",
        "The town plunged into darkness on Monday.",
        "Berg plunged into despair on Monday.",
        "Reviewers slammed into the play on Monday.",
    ],
)
def test_only_a_vehicle_runs_into_something(text: str) -> None:
    assert "crash" not in kinds(text)
    assert kinds("A bus slammed into a wall on Monday.") == ["crash"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The grounding of the Norjet fleet on Monday cost millions.", []),
        ("The grounding of the tanker Freya on Monday cost millions.", ["grounding"]),
        ("The tanker Freya ran aground on Monday.", ["grounding"]),
        ("A vigil for the dead was held in Oslo on Monday.", ["gathering"]),
        ("The eviction of tenants in Oslo began on Monday.", ["eviction"]),
        ("The mutiny in Oslo began on Monday.", ["mutiny"]),
        ("Acme began its search for a new chairman on Monday.", []),
        ("The search for the missing climbers began on Monday.", ["search"]),
        ("The search of the house in Oslo began on Monday.", ["search"]),
        ("The search of Acme in Oslo on Monday went on for nine hours.", ["search"]),
        ("The release of her novel on Monday drew crowds.", []),
        ("The release of the hostages on Monday drew crowds.", ["release"]),
    ],
)
def test_a_noun_tells_an_event_of_what_it_is_said_of(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police took the suspect, Karl Osten, to prison on Monday.", ["arrest"]),
        ("Karl Osten was taken to jail on Monday for a guided tour.", []),
        ("Karl Osten was sent to jail on Monday.", ["sentence"]),
        ("Acme sent Karl Osten and 30 others on leave for Easter on Monday.", []),
        ("Acme placed Karl Osten on leave on Monday.", ["suspension"]),
        ("Oslo Rovers took Karl Osten on trial on Monday.", []),
        ("Karl Osten was put on trial on Monday.", ["hearing"]),
        ("Karl Osten stood trial on Monday.", ["hearing"]),
    ],
)
def test_an_idiom_has_its_verbs(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize("body", ["European Commission", "Norwegian Olympic Committee", "panel"])
def test_who_hears_nobody_holds_no_hearing(body: str) -> None:
    assert kinds(f"Norway told the {body} on Monday that it would object.") == []
    assert kinds("Norway told the tribunal on Monday that it would object.") == ["hearing"]
    assert kinds("Berg told the commission of inquiry on Monday that it was dark.")[0] == "hearing"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Robbers raided a bank on Monday. Officers said the men fled. Police asked for help.", ["robbery"]),
        ("A bank was raided by thieves on Monday. Officers said they fled. Police asked for help.", ["robbery"]),
        ("Detectives raided a bank on Monday. Gunmen and rebels had fled. Fighters were there.", ["search"]),
        ("A raid by gunmen on a village on Monday killed four. Police asked for help. Officers came.", ["attack"]),
    ],
)
def test_who_raids_decides_what_a_raid_is(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected
