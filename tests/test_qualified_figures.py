"""What the words around a number make of it."""

import pytest

from generator.corroborate.figures.qualified import fallen, of_long, risen, so_far, usable
from generator.model import FigureMention, Span


def figure(text: str, number: str, unit: str = "count") -> FigureMention:
    start = text.index(number)
    return FigureMention(Span(start, start + len(number)), number, 1.0, unit, "")


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("The toll rose to 41.", "41", True),
        ("The toll is up to 41.", "41", True),
        ("His death brings the toll to 41.", "41", True),
        ("Northgate lifted its takeover offer to 41 crowns a share.", "41 crowns", True),
        ("Two arrests on Monday brought the number of suspects to 41.", "41", True),
        ("The purchase takes its stake to 41 percent.", "41 percent", True),
        ("A body found on Monday, bringing to 41 the number of dead.", "41", True),
        ("The costs run up to 31 million euros.", "31 million euros", False),
        ("The bus took the children to 12 schools.", "12 schools", False),
        ("Helicopters brought the wounded to 3 hospitals.", "3 hospitals", False),
    ],
)
def test_what_a_number_has_risen_to(text: str, number: str, expected: bool) -> None:
    assert risen(text, figure(text, number)) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("The level sank to 5 metres.", True), ("The level rose to 5 metres.", False)]
)
def test_what_a_number_has_sunk_to(text: str, expected: bool) -> None:
    assert fallen(text, figure(text, "5 metres")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire had burned 90 hectares by nightfall.", True),
        ("Rescuers have counted 90 hectares so far.", True),
        ("Some 90 hectares were burned by Monday evening.", True),
        ("The fire burned 90 hectares on Monday.", False),
        ("Some 90 hectares were burned by Monday's fire.", False),
        ("Some 90 hectares were burned by Monday evening’s fire.", False),
    ],
)
def test_what_there_was_until_a_point_of_time(text: str, expected: bool) -> None:
    assert so_far(text, figure(text, "90 hectares")) is expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Seven people have been killed on the line this year.", "Seven", True),
        ("The water came up to 7.9 metres, the highest in a book that is kept since 1911.", "7.9 metres", False),
        ("In the past decade, 7,900 ships were lost.", "7,900", True),
    ],
)
def test_what_sums_up_years(text: str, number: str, expected: bool) -> None:
    assert of_long(text, figure(text, number).span, Span(0, len(text))) is expected


@pytest.mark.parametrize(
    ("text", "number", "unit", "expected"),
    [
        ("Tenants will pay 18 percent more.", "18 percent", "percent", True),
        ("They found 18 more.", "18", "count", False),
        ("They sent out of the country 18 envoys.", "18", "count", True),
        ("Two out of 18 ships sank.", "18", "count", False),
        ("The dam would cost $310 million.", "$310 million", "USD", True),
        ("The blast would kill 310 people.", "310 people", "count", False),
        ("The gang had demanded $2 million.", "$2 million", "USD", True),
        ("The firm had suggested $2 million.", "$2 million", "USD", False),
        ("The toll rose to 16 after two men died of their burns.", "two men", "count", False),
        ("Twelve millions of euro were taken.", "Twelve millions of euro", "EUR", True),
        ("Millions of euro were taken.", "Millions of euro", "EUR", False),
        ("With votes from 190 of 504 districts counted, Berg had 51 percent.", "51 percent", "percent", False),
        ("With results in from 190 of 504 polling stations, Berg had 51 percent.", "51 percent", "percent", False),
        ("After the dead were counted, police said 12 people were killed.", "12 people", "count", True),
    ],
)
def test_what_can_be_compared(text: str, number: str, unit: str, expected: bool) -> None:
    assert usable(text, figure(text, number, unit), Span(0, len(text))) is expected
