"""Two days that two articles of one story give one thing."""

from itertools import permutations
from pathlib import Path

import pytest

from generator.corroborate.days.named import Day
from generator.corroborate.days.pairs import Told, compared
from generator.model import Place, Span
from tests.test_corroborate import collection

OXLEY = (
    "Oxley mayor speaks of black week\n\n15 March 2023\n\nThe mayor of Oxley, Ana Roe, and Harbour Lines spoke of a "
)
OXLEY += "black week for the town of Oxley. "


def sides(folder: Path, one: str, other: str) -> list[set[str]]:
    """What the conflicts of date of two articles set against each other."""
    for name, text in (("one", one), ("other", other)):
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return [{s.value for s in c.sides} for c in collection(folder).found.conflicts if c.kind == "date"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # who mourns looks back
        (
            "Two ships collided off Oxley on Monday, March 13.",
            "On Tuesday Oxley held a day of mourning for the victims of the two ships that collided off Oxley.",
            None,
        ),
        # what happens once, whatever it is called
        (
            "Two ships collided off Oxley in the small hours of Tuesday.",
            "Harbour Lines owns the bulker, which was in collision off Oxley late on Monday, March 13.",
            {"Tuesday (14 March 2023)", "late on Monday, March 13 (13 March 2023)"},
        ),
        (
            "A dam above Oxley burst before dawn on Monday.",
            "She asked forgiveness for the rupture of the dam, which occurred on Sunday, March 12.",
            {"on Monday (13 March 2023)", "on Sunday, March 12 (12 March 2023)"},
        ),
        (
            "The fire broke out on Tuesday.",
            "The blaze started on 13 March.",
            {"on Tuesday (14 March 2023)", "on 13 March"},
        ),
        # talks continue on a day, nobody says it then
        (
            "Roe said on Tuesday that the negotiations with Harbour Lines would continue on March 20.",
            "He said the talks with Harbour Lines would resume on March 21.",
            {"on March 20 (20 March 2023)", "on March 21 (21 March 2023)"},
        ),
        # the clock of the day named in the sentence before
        (
            "Smoke rose over Oxley on Monday. The blaze started around midday.",
            "The fire, which broke out on Tuesday, is out.",
            {"midday (13 March 2023)", "on Tuesday (14 March 2023)"},
        ),
        # counted from another day
        (
            "The commission said on Wednesday, three days after the election, that it had counted.",
            "The election was held on Monday.",
            {"on Wednesday (12 March 2023)", "on Monday (13 March 2023)"},
        ),
        # what was done last, what ends
        (
            "The dam had last been inspected on 8 February, the mayor said.",
            "The last inspection of the dam was carried out on February 18.",
            {"on 8 February", "on February 18 (18 February 2023)"},
        ),
        (
            "The state of emergency ends on 29 March.",
            "The state of emergency expires on March 26.",
            {"on 29 March", "on March 26 (26 March 2023)"},
        ),
        # the one day to come that each article names
        (
            "The judge set sentencing for 27 March.",
            "The court will pass judgment on 20 March.",
            {"27 March", "on 20 March"},
        ),
        (
            "The inspectors last checked the dam on 12 January.",
            "The latest check of the dam was on 8 February.",
            {"on 12 January", "on 8 February"},
        ),
        # until when something is to be, and since when it has been so
        (
            "The mayor gave the crew until 20 March to leave the ship.",
            "The mayor says the crew must leave the ship by 27 March.",
            {"20 March", "27 March"},
        ),
        (
            "Those driven out by the flood have been home since Monday.",
            "Since Tuesday those whom the flood drove out have been home.",
            {"Monday (13 March 2023)", "Tuesday (14 March 2023)"},
        ),
        ("By Monday evening the flood had drowned 90 sheep.", "By noon on Tuesday the flood had drowned sheep.", None),
        # one word in common is little for two days weeks apart, but until then something may be put off by weeks
        ("The crew handed in a letter on 20 February.", "The ship took on its crew on 8 March.", None),
        (
            "The mayor gave the crew until 20 March to leave the ship.",
            "The mayor says the crew must leave the ship by 2 April.",
            {"20 March", "2 April"},
        ),
        # the day itself, and the one it is counted from
        (
            "The harbour pilot left the town on Tuesday, a day after the ships collided.",
            "The harbour pilot left the town on Wednesday.",
            {"on Tuesday (14 March 2023)", "on Wednesday (15 March 2023)"},
        ),
        # a night from one day to the next
        (
            "Thieves broke into the museum of Oxley in the night from Friday to Saturday.",
            "Thieves robbed the museum of Oxley late on Thursday, the police think.",
            {"in the night from Friday to Saturday (10 March 2023)", "late on Thursday (9 March 2023)"},
        ),
        # one day
        ("Two ships collided on Tuesday.", "The collision happened on March 14.", None),
        # the day of the words
        ("Two ships collided, police said on Monday.", "The ships collided on Tuesday.", None),
        ("Police said on Monday two ships collided.", "The ships collided on Tuesday.", None),
        ("Two ships collided, a report of 13 March says.", "The ships collided on 14 March.", None),
        # planned, put off
        ("The trial would have opened on Monday.", "The trial opened on Tuesday.", None),
        ("The state of emergency ends on 24 March.", "The extended state of emergency ends on 29 March.", None),
        # two ships that bear names
        ("The Marigold sank on Monday. ", "The ferry Pelican sank on Tuesday.", None),
        # the day is of something else, or of many days
        (
            "The dam was last inspected on 8 February.",
            "The dam was last inspected before it closed on 18 February.",
            None,
        ),
        ("The toll of the flood at Oxley rose to 20 on Monday.", "The flood came to Oxley on Tuesday.", None),
        ("The flood came to Oxley on Monday.", "Oxley has been under water since Tuesday, after the flood came.", None),
        # shares sink too
        ("Shares sank on Monday.", "The ferry sank on Tuesday.", None),
    ],
)
def test_one_thing_is_given_two_days(tmp_path: Path, one: str, other: str, expected: set[str] | None) -> None:
    assert sides(tmp_path, OXLEY + one, OXLEY + other) == ([expected] if expected else [])


def test_an_article_without_a_date_gives_the_weekday(tmp_path: Path) -> None:
    pasted = OXLEY.replace("15 March 2023\n\n", "")
    found = sides(tmp_path, f"{OXLEY}The fire broke out on Tuesday.", f"{pasted}The fire broke out on Monday.")
    assert found == [{"on Monday (13 March 2023)", "on Tuesday (14 March 2023)"}]


TREASURER = "Treasurer of Brenholt gone\n\nBy Ada Moss\nFriday, 7 March 2025\n\nThe treasurer of Brenholt, Kaja Lund, "
TREASURER += "handed in her resignation on Monday. She gave no reason."
WITHOUT = "Brenholt without a treasurer\n\nBy Ada Moss\nFriday, 7 March 2025\n\n"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (
            "On Tuesday evening Kaja Lund sent the council of Brenholt the letter of resignation.",
            [{"on Monday (3 March 2025)", "On Tuesday evening (4 March 2025)"}],
        ),
        # a day that both give is not set against a third
        (
            "Kaja Lund, the treasurer of Brenholt, handed in her resignation on Monday. "
            "On Wednesday her resignation was in the paper of Brenholt.",
            [],
        ),
        ("Brenholt has had no treasurer since Tuesday, when the resignation of Kaja Lund was read.", []),
    ],
)
def test_days_that_two_openings_tell_of(other: str, expected: list[set[str]], tmp_path: Path) -> None:
    assert sides(tmp_path, TREASURER, WITHOUT + other) == expected


FIRE = "The mayor of Stannerby, Amelia Trask, is in hospital after a fire at Harlan Timber."


def of_several(folder: Path, *texts: str) -> list[set[str]]:
    for name, text in zip("abc", texts, strict=False):
        (folder / f"{name}.txt").write_text(f"{name.upper()}\n\n14 March 2023\n\n{FIRE}\n\n{text}\n", encoding="utf-8")
    return [{s.value for s in c.sides} for c in collection(folder).found.conflicts if c.kind == "date"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # the one day of each that the other does not name, and a word in common
        (
            "Ten crates were picked up near Oxley on Friday.",
            "The crates were seized outside Oxley on Thursday.",
            [{"on Friday (10 March 2023)", "on Thursday (9 March 2023)"}],
        ),
        ("Ten crates were picked up on Friday.", "The school burned down on Thursday.", []),
        # what is done with a thing on a day, whatever the verb, and names with their marks and without
        (
            "A recount of ballots from Rozaje will be held on Thursday.",
            "Ballots from Rožaje will be recounted on Friday.",
            [{"on Thursday (16 March 2023)", "on Friday (17 March 2023)"}],
        ),
        # the day of a paper, and of what somebody had asked
        (
            "Harlan Timber sold its mill at Oxley, according to a contract signed on Thursday and seen by this paper.",
            "The contract for the mill at Oxley was signed by Harlan Timber on Friday.",
            [{"on Thursday (9 March 2023)", "on Friday (10 March 2023)"}],
        ),
        # the day of saying
        *(
            ("Harlan Timber sold its mill at Oxley on Thursday.", said, [])
            for said in (
                "Harlan Timber sold its mill at Oxley, according to police on Friday.",
                "Harlan Timber sold its mill at Oxley, according to a statement on Friday.",
                "Harlan Timber sold its mill at Oxley, according to a statement issued on Friday.",
                "Harlan Timber had told reporters on Friday that its mill at Oxley was sold.",
                "Harlan Timber has told the paper on Friday that its mill at Oxley was sold.",
                "Harlan Timber said it had told the paper on Friday that its mill at Oxley was sold.",
                "On Friday Harlan Timber has told the paper that its mill at Oxley was sold.",
            )
        ),
        # each knows the other's day, for something else
        (
            "Ten crates were picked up near Oxley on Friday. The rain began on Thursday.",
            "The crates were seized outside Oxley on Thursday. Schools were shut on Friday.",
            [],
        ),
    ],
)
def test_the_days_left_over_are_of_one_thing(tmp_path: Path, one: str, other: str, expected: list[set[str]]) -> None:
    assert of_several(tmp_path, one, other) == expected


def test_a_third_day_does_not_hide_two_that_more_articles_set_against_each_other(tmp_path: Path) -> None:
    found = of_several(
        tmp_path,
        "Harlan Timber was searched by police on Thursday.",
        "Harlan Timber was searched by police on Friday, a neighbour said.",
        "On Thursday police searched Harlan Timber.",
    )
    (values,) = found
    assert {v.lower() for v in values} == {"on thursday (9 march 2023)", "on friday (10 march 2023)"}


def named(source: str, stems: tuple[str, ...]) -> Day:
    """A day with these words and nothing else."""
    place = Place(source, Span(0, 1))
    none = frozenset[str]()
    return Day(place, 0, "", "", None, (3, 6), frozenset(stems), none, none, (), None, *[False] * 5)


def test_words_weigh_the_same_in_any_order() -> None:
    # a set has them in an order of its own in each run; 1/2 and three times 1/3 are enough, or just below
    for stems in permutations(("ash", "bell", "cliff", "dune")):
        having = dict(zip(stems, (2, 3, 3, 3), strict=True))
        told = [Told((day,), (day,), None, having, frozenset(), None) for day in (named("a", stems), named("b", stems))]
        assert [found for *_, found in compared(*told)] == [None]


def test_what_an_article_tells_of_besides_is_another_thing() -> None:
    """One of the five articles has the talks of 10 January, of which the others tell, and others' talks on the 13th."""
    seeds = Path(__file__).parents[1] / "seeds"
    assert [c.what for c in collection(seeds).found.conflicts if c.kind == "date"] == []
