"""What people are told to have died of: those of a storm are set against none of an epidemic."""

from pathlib import Path

from test_corroborate import of_texts

from generator.corroborate.figures.causes import causes

EPIDEMIC = """An outbreak of cholera has killed 38 people in Oxley, health minister Ada Moss said. Doctors say that
60 died.

The cyclone itself killed 112 people in Oxley. The storm left 9,000 homeless and injured 300 in the port. Some 40 of the
dead were children."""


def test_deaths_go_by_what_brought_them(tmp_path: Path) -> None:
    (one, _) = of_texts(tmp_path, EPIDEMIC, "Nothing happened.").evidence
    told = {f.text: cause for f, cause in zip(one.figures, causes(one), strict=True) if f.action != ""}
    assert told == {
        "38 people": "disease",
        "60": "disease",
        "112 people": "nature",
        "9,000": "nature",
        "300": "nature",
    } | {f.text: "disease" for f in one.figures if f.text.startswith("Some 40")}


def test_those_of_two_causes_are_no_conflict(tmp_path: Path) -> None:
    two = "The epidemic, health minister Ada Moss said in Oxley, has killed 45 people. The storm killed 90 there."
    found = of_texts(tmp_path, EPIDEMIC, two).found.conflicts
    assert all({"112 people", "45 people"} - {s.value for s in c.sides} for c in found)


def test_a_toll_that_has_reached_a_number_is_set_against_what_another_says_right_behind(tmp_path: Path) -> None:
    told = "A ferry sank off Oxley on Monday. The number of the dead has reached 53, according to the Red Cross. {}"
    found = of_texts(tmp_path, told.format("The government says 49."), "Nothing happened.").found.conflicts
    assert [{s.value for s in c.sides} for c in found] == [{"53 (dead)", "49 (dead)"}]
