"""Who speaks between commas, before a semicolon or a colon, and by a verb of thinking or wanting."""

import pytest

from tests.test_quotations import found, shown

BESIDE: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "Though the move was smooth, Ana Ruiz said, replacing her would be much harder.",
        [("Though the move was smooth | replacing her would be much harder", "Ana Ruiz")],
    ),
    (
        "The trouble now, Ruiz told me on Friday, is that nobody reads the rules.",
        [("The trouble now | is that nobody reads the rules", "Ruiz")],
    ),
    ("Brother Tomas, he says, never drank.", [("Brother Tomas | never drank", "he")]),
    ('The proof of force, she found, was "crushing".', [('The proof of force | was "crushing"', "she")]),
    (
        "The scheme, which was begun in 1990, has grown far beyond its purpose, they say.",
        [("The scheme, which was begun in 1990, has grown far beyond its purpose", "they")],
    ),
    (
        "The repairs may cost two million, Ruiz said; no tenant will be charged for them.",
        [("The repairs may cost two million", "Ruiz")],
    ),
    (
        "The gate was shut, he said; the guards said it had been open.",
        [("The gate was shut", "he"), ("it had been open", "the guards")],
    ),
    ("The gate was shut, he said; the firm declined to comment.", [("The gate was shut", "he")]),
    ("But when the council cut the money two years later, Ruiz said enough.", []),
    (
        "The wage bill, according to the company's own accounts, shrank by a third.",
        [("The wage bill | shrank by a third", "the company's own accounts")],
    ),
    (
        "“I came to sell bread,” the 54-year-old says. “Now I buy it.”",
        [("“I came to sell bread,”", "the 54-year-old"), ("“Now I buy it.”", "the 54-year-old")],
    ),
    # a clause joined by "and" is no rest of what was said
    ("After weeks of waiting, the owner agreed, and the picket was called off.", []),
    ("On Friday evening, Karr confessed, and the guards shut the gate.", []),
    ("When the clerk asked, Nora Karr confessed, and the panel rose.", []),
    ("After a short silence, she answered, and the room went quiet.", []),
    ("By the union's tally, 900 nurses are out.", [("900 nurses are out", "the union")]),
    ("By her count, the hall holds 40 chairs.", [("the hall holds 40 chairs", "her")]),
    ("In its newest version, the game costs nothing.", []),
    ("In his version of the tale, the king is a fool.", []),
    ("In her count of otters, the ranger found 12 cubs.", []),
    ("Ruiz reckons the deal would have cost 90 jobs.", [("the deal would have cost 90 jobs", "Ruiz")]),
    ("The minister believes that the road is lost.", []),
    ("The road is lost, the minister believes.", [("The road is lost", "the minister")]),
    ("The law is strict enough, thinks the minister.", [("The law is strict enough", "the minister")]),
    ("Ruiz wants the city to pay 900 euros to each of them.", [("the city to pay 900 euros to each of them", "Ruiz")]),
    ("Ruiz wants to sell the hall in the spring.", []),
    ("She wants the council to pay.", [("the council to pay", "She")]),
    ("The firm wants its staff to work at home.", [("its staff to work at home", "The firm")]),
    ("Everyone who wants the bank to lend must write.", []),
    ("She does not want her son to join the navy.", []),
    ("The owner no longer wants the bank to lend.", []),
    ("The owner would want the bank to lend.", []),
    ("The fashion wants the hats to be wide.", []),
    ("The baker who wants the mill to be sold has left.", []),
    (
        "The spokesman, a former baker, called on the council to pay at once.",
        [("the council to pay at once", "The spokesman, a former baker")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_who_speaks_stands_beside_what_is_said(text: str, expected: list[tuple[str, str | None]]) -> None:
    text = f"It was a cold day.\n{text}"
    assert [shown(text, q) for q in found(text)] == expected


COLONS = [
    ("The coach pleaded for patience: the team had only just begun.", ("the team had only just begun", "The coach")),
    ("The chairman defended the deal: it had saved 300 jobs.", ("it had saved 300 jobs", "The chairman")),
    ("Ruiz wrote a novel called The Doctor: My Patients Were Kings.", None),
]


@pytest.mark.parametrize(("text", "expected"), COLONS)
def test_a_clause_behind_a_colon_says_what_the_verb_before_it_reports(
    text: str, expected: tuple[str, str] | None
) -> None:
    text = f"It was a cold day.\n{text}"
    behind = [shown(text, q) for q in found(text) if q.spans[0].start > text.index(":")]
    assert behind == ([expected] if expected else [])
