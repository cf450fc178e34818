"""Phrases without a name that other articles on the same affair explain: each test gives articles by name."""

import pytest

from generator.model import Resolution
from generator.resolve.affairs.bearers import Affairs
from generator.resolve.affairs.described import Group
from generator.resolve.found import Found
from tests.test_actors import article, resolved

NAMED = "Referee Otto Hale stopped the match. Coach Sam Ode of Duncastle Harriers said: “We had won.”"
ASKED = "Where is the referee? Otto Hale was not sorry. “It was late,” he said. Coach Sam Ode shouted."
LOW = "Referee Abe Low stopped the other match."
SKIPPER = "The skipper Emyr Rees of Duncastle owes Ana Ruiz, Judge Ruth Cole said. “No,” said Rees."
OWES = "Ruth Cole gave Ana Ruiz the boats. The skipper was not there. “They are mine,” he said."
MUSEUM = "The Duncastle Museum must pay Ana Ruiz, Judge Ruth Cole said. Ana Ruiz thanked Judge Cole."
AGAIN = "Ruth Cole gave Ana Ruiz the painting. “We will appeal,” the museum said."
HEIRS = "Judge Ruth Cole gave the painting to the heirs of Max Lind. “We are glad,” the heirs said."
OFFICE = "The Food Control Office fined Max Lind, Judge Ruth Cole said. Lind wept."
FINED = "Max Lind, a baker, met Judge Ruth Cole. The tins are gone.\n\nIt rained. A letter from the regulator had come."
OLDER = "Ruth Cole, 61, met Max Lind. Ada Moss, 47, was there."
AGE = "Ruth Cole, Ada Moss and Max Lind spoke of the boats. It rained. The 61-year-old teacher was angry."
CHIEF = "Ruth Cole met Ana Ruiz, chief executive of Velna. Shares in Velna fell."
ASKED_BY_NOBODY = (
    "Ruth Cole and Ana Ruiz spoke of Velna. The Harbour Board was there. Rain fell, and it was cold.\n\n"
    "The mill was shut on Monday. Nobody came. Two doors were open.\n\nNobody asked the company."
)
GLAD = "Ruth Cole has ruled for Max Lind, and the heirs said they would sell the painting."


def who(resolution: Resolution, phrase: str) -> set[str]:
    return {a.name for a in resolution.actors for alias in a.aliases if alias.text.lower() == phrase}


@pytest.mark.parametrize(
    "articles, phrase, expected",
    [
        ({"a": NAMED, "b": ASKED}, "the referee", {"Otto Hale"}),
        # whom its own article names next, whatever the others say
        ({"a": f"{NAMED} {LOW}", "b": f"{ASKED} Abe Low laughed."}, "the referee", {"Otto Hale"}),
        ({"a": NAMED, "b": "Where is the referee? Otto Hale was there."}, "the referee", {"Otto Hale"}),
        ({"a": MUSEUM, "b": AGAIN, "c": MUSEUM}, "the museum", {"Duncastle Museum"}),
        ({"a": MUSEUM, "b": AGAIN}, "the museum", {"Duncastle Museum"}),
        ({"a": MUSEUM, "b": AGAIN, "c": f"The Upton Museum laughed. {MUSEUM}"}, "the museum", set()),
        # named in the other article alone
        ({"a": SKIPPER, "b": OWES}, "the skipper", {"Emyr Rees"}),
        ({"a": SKIPPER, "b": f"{OWES} The museum's skipper wept."}, "the museum's skipper", set()),
        # the chief executive and the shares show a company
        ({"a": CHIEF, "b": ASKED_BY_NOBODY}, "the company", {"Velna"}),
        # what its name shows a body to be, and how old others say somebody is
        ({"a": OFFICE, "b": FINED}, "the regulator", {"Food Control Office"}),
        ({"a": OFFICE.replace("Food Control", "Foreign"), "b": FINED}, "the regulator", set()),
        ({"a": OLDER, "b": AGE}, "the 61-year-old teacher", {"Ruth Cole"}),
        ({"a": HEIRS, "b": GLAD}, "the heirs", {"the heirs"}),
        ({"a": HEIRS, "b": "The heirs said they would sell."}, "the heirs", set()),
    ],
)
def test_phrases_mean_whom_the_affair_shows(articles: dict[str, str], phrase: str, expected: set[str]) -> None:
    assert who(resolved(**articles), phrase) == expected


def test_the_harlow_is_the_museum_that_other_articles_name() -> None:
    told = "The Harlow Museum of Art must give the painting to Agnes Weisz, Judge Ruth Cole said. Agnes Weisz wept."
    short = "Three hundred came to the steps of the Harlow. Max Harlow, who chairs it, met Ruth Cole and Agnes Weisz."
    found = resolved(a=told, b=told, c=short)
    assert {a.name for a in found.actors if a.kind == "organisation"} == {"Harlow Museum of Art"}


def test_a_family_name_may_stand_first() -> None:
    found = resolved(a="“No,” said Agnes Weisz on Monday.", b="“Never,” said Weisz Ágnes on Tuesday.")
    assert [a.name for a in found.actors if a.kind == "person"] == ["Agnes Weisz"]


@pytest.mark.parametrize(
    "text, phrase, expected",
    [
        ("Denmark and South Korea agreed. The Danes changed government twice.", "the danes", {"Denmark"}),
        ("Copenhagen was silent. The Danish side said it would wait.", "the danish side", {"Copenhagen"}),
        ("Denmark agreed. The bell was bought from the Danes.", "the danes", set()),
        ("The match ended late. The Danes scored twice.", "the danes", set()),
    ],
)
def test_a_people_acts_for_the_state_that_the_article_names(text: str, phrase: str, expected: set[str]) -> None:
    assert who(resolved(a=text), phrase) == expected


def named_in(*days: int) -> list[Group]:
    """Two people who are named in an article on each of these days."""
    both = ("Ruth Cole", "Max Lind")
    return [
        (
            "person",
            name,
            [(Found((f"a{d:03}", i), name, "person", "unknown", None, (), (), False, f"{d:03}"), "") for d in days],
        )
        for i, name in enumerate(both)
    ]


def test_an_affair_is_the_nearest_articles_by_day_and_another_one_changes_it_there_alone() -> None:
    before, after = (Affairs.of(named_in(*days), []) for days in (range(100), (*range(100), 200)))
    assert before.beside("a050") == {f"a{day:03}" for day in range(30, 70)}
    assert before.beside("a000") == {f"a{day:03}" for day in range(40)}
    changed = {
        source for source in (f"a{day:03}" for day in range(100)) if after.beside(source) != before.beside(source)
    }
    assert changed == {f"a{day:03}" for day in range(81, 100)}
    assert Affairs.of(named_in(*range(30)), []).beside("a000") == {f"a{day:03}" for day in range(30)}


POST = "Ana Moss of Kerr Dairy met Judge Ruth Cole and Max Lind. Kerr Dairy is old. Max Lind wept."
OURS = "Ruth Cole met Max Lind. “We got this wrong,” Ana Moss said."


@pytest.mark.parametrize(
    "articles, expected",
    [
        ({"a": POST, "b": OURS}, "Kerr Dairy"),
        # no article gives a post; two bodies; of two the one that the article itself names
        ({"a": POST.replace(" of Kerr Dairy", ""), "b": OURS}, None),
        ({"a": POST, "b": OURS, "c": POST.replace("Dairy", "Bank")}, None),
        ({"a": POST, "b": f"{OURS} Kerr Bank fell.", "c": POST.replace("Dairy", "Bank")}, "Kerr Bank"),
        # another affair
        ({"a": POST, "b": OURS.replace("Ruth Cole met Max Lind", "Rain fell")}, None),
    ],
)
def test_we_are_the_body_in_which_the_affair_gives_the_speaker_a_post(
    articles: dict[str, str], expected: str | None
) -> None:
    (we,) = [m for m in article("b", articles["b"]).mentions if m.text == "We"]
    found = resolved(**articles)
    assert found.actor("b", we.entity) == next((a.id for a in found.actors if a.name == expected), None)
