"""What an event is called: so that a reader tells it from others of its kind."""

from pathlib import Path

import pytest
from test_corroborate import collection

from generator.corroborate.events.names import numbered
from generator.model import Event, EventDate


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("A hearing on the insurance claim is due on 4 April.", "Hearing on the insurance claim, 4 April 2023"),
        (
            "Another hearing, before the labour tribunal, is due on 18 April.",
            "Hearing before the labour tribunal, 18 April 2023",
        ),
        (
            "A judge on Monday blocked the sale of six aircraft, which came as a blow.",
            "Ruling: “blocked the sale of six aircraft”, 13 March 2023",
        ),
        ("The disciplinary hearing was held on Monday.", "Disciplinary hearing, 13 March 2023"),
        ("The army seized power on Monday.", "Coup, 13 March 2023"),
        ("A barge caught fire on Monday.", "Fire, 13 March 2023"),
        (
            "The driver crashed into the barrier in practice on Monday.",
            "Crash: “crashed into the barrier in practice”, 13 March 2023",
        ),
        (
            "A van slammed into the barrier in practice on Monday.",
            "Crash: “slammed into the barrier in practice”, 13 March 2023",
        ),
        ("The ferry ran aground on Monday.", "Grounding, 13 March 2023"),
        ("The hearing is due on 4 April.", "Hearing, 4 April 2023"),
    ],
)
def test_an_event_nobody_with_a_name_takes_part_in_is_named_by_its_words(
    tmp_path: Path, sentence: str, name: str
) -> None:
    (tmp_path / "a.txt").write_text(f"The airline and its creditors\n\n14 March 2023\n\n{sentence}\n", encoding="utf-8")
    assert [e.name for e in collection(tmp_path).found.events] == [name]


def test_a_capital_of_a_names_own_stays(tmp_path: Path) -> None:
    text = "Chilean dockers voted on Monday. The miners voted on Friday.\n"
    (tmp_path / "a.txt").write_text(f"Votes in the north\n\n14 March 2023\n\n{text}", encoding="utf-8")
    names = {e.name.partition(",")[0] for e in collection(tmp_path).found.events}
    assert names >= {"Vote: Chilean dockers", "Vote: the miners"}


def test_events_of_one_name_are_numbered_from_the_second_on() -> None:
    events = [
        Event(i, n, "", EventDate(None, ""), None, (), "occurred", ())
        for i, n in (("a", "Spill"), ("b", "Fire"), ("c", "Spill"))
    ]
    assert [e.name for e in numbered(events)] == ["Spill", "Fire", "Spill (2)"]


def test_an_event_of_a_later_article_renames_none(tmp_path: Path) -> None:
    for file, day in (("b", "14 March 2023"), ("a", "20 May 2023")):
        text = f"Police and courts\n\n{day}\n\nPolice arrested Ada Moss and Tom Varga, a court said.\n"
        (tmp_path / f"{file}.txt").write_text(text, encoding="utf-8")
    found = collection(tmp_path).found
    name = "Arrest of Ada Moss and Tom Varga"
    assert {e.name: e.sources for e in found.events} == {name: ("b",), f"{name} (2)": ("a",)}
