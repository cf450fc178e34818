"""Two figures of one thing, set against each other: inside one article, or by two articles of one story."""

from pathlib import Path

import pytest
from test_corroborate import collection

OPENING = "Metal workers laid down their tools at the Oxley yard on Monday, the union in Oxley said."


def values(folder: Path, *texts: str) -> list[set[str]]:
    for number, text in enumerate(texts):
        written = f"Metal workers strike at Oxley yard\n\n14 March 2023\n\n{OPENING} {text}\n"
        (folder / f"article-{number}.txt").write_text(written, encoding="utf-8")
    found = [c for c in collection(folder).found.conflicts if c.kind == "figure"]
    return [{side.value for side in c.sides} for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a bare number is of what the number right before is of
        ("Police said about 150 attended; organisers claimed 400.", [{"about 150", "400 (people)"}]),
        ("The mayor said 410 houses had burned. The government counts 290.", [{"410 houses", "290 (houses)"}]),
        (
            "The overpayment came to £1.4 billion, auditors said. The indictment says £1.1 billion.",
            [{"£1.4 billion", "£1.1 billion"}],
        ),
        ("The union said 8,200 workers walked out. Police put it at 5,900.", [{"8,200 workers", "5,900 (workers)"}]),
        (
            "Senator Ana Roe said 50 million pesos had been handed over. Officials said 30 million pesos, not 50.",
            [{"50 million pesos", "30 million pesos"}],
        ),
        (
            "An analyst put the daily loss at 16 billion won, more than the 11 billion quoted by the company.",
            [{"16 billion won", "11 billion"}],
        ),
        (
            "Insurers put the damage at 150 million euros; the regional government speaks of 80 million.",
            [{"150 million euros", "80 million"}],
        ),
        ("Some 2,000 supporters marched; police said there were 900.", [{"Some 2,000 supporters", "900 (supporters)"}]),
        ("The unions put the turnout at 120,000, police at 35,000.", [{"120,000 (turnout)", "35,000 (turnout)"}]),
        (
            "Ana Roe said 150 demonstrators had been hurt. The ministry spoke of 40 injured demonstrators.",
            [{"150 demonstrators", "40 injured demonstrators"}],
        ),
        # a part of it
        ("The mayor has counted 410 houses; Ana Roe has counted 37, the ones on her street.", []),
        # numbers of their own
        ("Italy reported 120 new cases; Spain reported 40.", []),
        ("The government gave 50 tents; the Red Cross gave 200.", []),
        # the same speaker later
        ("In April ministers forecast 2,000 cases; in August they forecast 20,000.", []),
        # a further verb of the sentence goes on elsewhere
        ("The mayor said 410 houses had burned. The company said 290 workers were on leave.", []),
    ],
)
def test_an_article_sets_two_numbers_side_by_side(tmp_path: Path, text: str, expected: list[set[str]]) -> None:
    assert values(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Damp has affected 640 flats in the town.",
            "The council accepts that 412 homes in the town are affected.",
            [{"640 flats", "412 homes"}],
        ),
        (
            "The club has debts of £41m, the mayor said.",
            "The club owes 47 million pounds.",
            [{"£41m", "47 million pounds"}],
        ),
        (
            "The league handed the club a 12-point penalty.",
            "The club was deducted 15 points by the league.",
            [{"12-point", "15 points"}],
        ),
        (
            "The raiders, about 11 of them, landed at Oxley.",
            "At least 20 heavily armed men took part.",
            [{"about 11", "At least 20 heavily armed men"}],
        ),
        # the dead are those of whom the article told that they died
        (
            "Nine infants died in Oxley.",
            "The deaths of at least nine babies in Oxley are looked into. A doctor there counted 14 dead.",
            [{"Nine infants", "14 (babies)"}],
        ),
        # of weeks and months, told again later
        ("The outbreak has killed 140 people in Oxley.", "Only three people died in Oxley in the past week.", []),
        # a creditor's part of it
        ("The club has debts of £41m.", "The club owes £2m to the tax office.", []),
        ("The club has debts of £41m.", "The tax office is owed £6.2m.", []),
        (
            "The blast killed seven miners in Oxley.",
            "The blast killed nine men in Oxley.",
            [{"seven miners", "nine men"}],
        ),
        ("The blast hurt 30 people in Oxley.", "One injured man in Oxley said he had run.", []),
        # what one man did
        ("Crews rescued 104 people in Oxley.", "The fisherman Jose Lim, who saved 22 people in Oxley, wept.", []),
        # what was given up, what was told to be more, what was told to be less
        ("Five people were killed.", "Five people were killed; at first there was talk of three victims.", []),
        ("Three people were killed.", "The death toll has risen to five.", []),
        ("A fire there killed three people.", "Last April another fire destroyed 290 homes and killed 15 people.", []),
        ("The number of injured is 600.", "The number of injured is closer to 600 than to 400.", []),
    ],
)
def test_two_articles_of_one_story(tmp_path: Path, one: str, other: str, expected: list[set[str]]) -> None:
    assert values(tmp_path, one, other) == expected


def test_what_an_event_of_years_ago_did_is_of_no_story_of_today(tmp_path: Path) -> None:
    """Also where its article has no day."""
    first = """Cyclone Vella kills at least 31 in Madagascar

At least 31 people were killed when Cyclone Vella slammed into Madagascar on Monday, the agency BNK said Wednesday.

"The toll will rise," Elack Andria, its director, said.

In January 2017, Cyclone Orno killed 81 people in the country.
"""
    second = """Madagascar cyclone: death toll reaches 38

12 December 2019

The number of people killed by Cyclone Vella in Madagascar has risen to 38, Elack Andria of the BNK said.

The cyclone hit the coast on Tuesday.
"""
    for number, text in enumerate((first, second)):
        (tmp_path / f"article-{number}.txt").write_text(text, encoding="utf-8")
    found = [{side.value for side in c.sides} for c in collection(tmp_path).found.conflicts]
    assert not any("81" in value for sides in found for value in sides)
