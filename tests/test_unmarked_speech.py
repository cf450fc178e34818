"""Speech after a dash, and quoted words without a cue of their own: a text on the left, who says what on the right."""

from collections import Counter

import pytest

from generator.annotate import annotate, pipeline
from tests.test_quotations import document, found, shown

SPOKEN: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "The talks are over.\n– We will not discuss maps, – declared the minister. – At first the water.",
        [("– We will not discuss maps,", "the minister"), ("– At first the water.", "the minister")],
    ),
    (
        "The governor met the families. – We will rebuild the town – assured Lee. – Nobody is forgotten.",
        [("– We will rebuild the town", "Lee"), ("– Nobody is forgotten.", "Lee")],
    ),
    (
        "The shops are empty. – We have found two flasks, – precised the minister. – I had one, – she has added.",
        [("– We have found two flasks,", "the minister"), ("– I had one,", "she")],
    ),
    (
        "— That is my name — Ana Ruiz says at last. — It is not my hand.",
        [("— That is my name", "Ana Ruiz"), ("— It is not my hand.", "Ana Ruiz")],
    ),
    (
        "– He fixed my bicycle. I do not understand it any more, Kokko says.",
        [("– He fixed my bicycle. I do not understand it any more,", "Kokko")],
    ),
    ("– How many more do we need? he asks.", [("– How many more do we need?", "he")]),
    (
        "The mayor told by telephone: – To my town already returned 1150 people.",
        [("– To my town already returned 1150 people.", "The mayor")],
    ),
    ("– Death toll rises to four\n– Fire under control, says the fire service\nThat is all.", []),
    ("The plan – late as ever – failed. ATHENS, May 3 - The bridge is closed.", []),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_a_dash_stands_for_marks_where_somebody_says_what_follows(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [shown(text, q) for q in found(text)] == expected


UNCLAIMED = [
    ("The bishop stood in the dock and answered “not guilty, my lady” to each of the charges.", "The bishop"),
    ('The minister said afterwards that she had served coffee, "and no tea, to be on the safe side".', "The minister"),
    (
        "“We ran without shoes”: the town counts its dead\n“We ran without shoes, all of us,” said Anil Patel.",
        "Anil Patel",
    ),
    ("“They told us it was a matter of hours,” the 34-year-old says, and pours more tea.", "the 34-year-old"),
    (
        "Ann Lee, editor of the Standard, on our morning show: “I will not say who it was.”",
        "Ann Lee, editor of the Standard",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), UNCLAIMED)
def test_quoted_words_without_a_cue_have_a_speaker(text: str, speaker: str) -> None:
    said = {shown(text, q) for q in found(text)}
    assert speaker in {who for words, who in said if words[0] in '“"'}


@pytest.mark.parametrize(
    "text",
    [
        "She was charged with “inciting hatred against the state”.",
        "A man known as “the king of the hill” was arrested.",
        "On the wall hung “A Girl With Quinces”.",
    ],
)
def test_a_charge_a_nickname_and_a_title_are_nobodys_words(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The navy counted eleven vessels off the port on Tuesday.", "eleven vessels off the port on Tuesday"),
        ("The mayor called the delay unacceptable.", "the delay unacceptable"),
        (
            "Lee had called the bid an affront to generations of brewers.",
            "the bid an affront to generations of brewers",
        ),
        ("The ministry advised against travel to the region.", "travel to the region"),
        ("The port claims to have warned the captain twice.", "to have warned the captain twice"),
    ],
)
def test_what_is_counted_judged_and_advised_against_is_said(text: str, said: str) -> None:
    assert [shown(text, q)[0] for q in found(text)] == [said]


def test_who_counts_votes_says_nothing() -> None:
    assert found("The teller counted the votes twice.") == ()


RELEASE = """PRESS RELEASE

Harbour Lines AB, Malmö, 3 May 2024

Harbour Lines has suspended its ferry to Sassnitz. Our crews were told this morning.

"We regret every cancelled crossing," said the chief executive, Ida Berg."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RELEASE, {"Harbour Lines": 2, "the chief executive, Ida Berg": 1}),
        (RELEASE.replace("PRESS RELEASE", "No ferry") + "\n\nPress contact: Ida Berg", {"Harbour Lines": 2, "the": 1}),
        (RELEASE.replace("PRESS RELEASE", "No ferry"), {"the chief executive, Ida Berg": 1}),
        ("Statement on the economy draws criticism\n\nThe central bank has left its rate unchanged.", {}),
        ("Bank holds rate\n\nThe bank has left its rate unchanged.\n\nFor inquiries: news@paper.example", {}),
    ],
)
def test_a_press_release_is_what_its_body_says(text: str, expected: dict[str, int]) -> None:
    doc = annotate(document(text), pipeline())
    speakers = Counter(text[slice(*q.speaker)] for q in doc._.quotations if q.speaker)
    assert {who: sum(n for s, n in speakers.items() if s.startswith(who)) for who in expected} == expected
    assert sum(speakers.values()) == sum(expected.values())
