"""People of whom one article says another office than the rest."""

from pathlib import Path

import pytest
from test_aligned import of_texts
from test_corroborate import collection
from test_retellings import NAMED, OTHER

from generator.lexicons import posts
from generator.lexicons.posts import at_odds, portfolio, unlike


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        ("Energy and Mines Minister", "mines minister", True),
        ("Environment Minister", "minister of economy of Norway", False),
        ("economy minister", "Climate Minister", True),
        ("Finance Minister", "minister of economy", True),
        ("Prime Minister", "foreign minister", True),
        ("Prime Minister", "mines minister", False),
        ("Agriculture Minister", "transport minister", True),
        ("Health Minister", "Justice Minister", False),
    ],
)
def test_portfolios_of_one_field_may_be_one_office(one: str, other: str, common: bool) -> None:
    assert bool(portfolio(one) & portfolio(other)) is common
    assert portfolio(one) and portfolio(other)


@pytest.mark.parametrize(
    "role", ["deputy mines minister", "chief minister", "islands minister", "minister", "president"]
)
def test_what_says_no_portfolio_is_not_compared(role: str) -> None:
    assert not portfolio(role)


@pytest.mark.parametrize(
    ("one", "other", "odd"),
    [
        ("managing director", "municipal chief", True),
        ("mayor", "Head of government", True),
        ("defence lawyer", "judge", True),
        ("advocate", "Judge", True),
        ("union leader", "company's director", True),
        ("head of the union's Halden branch", "chief executive", True),
        ("chairs the supervisory board", "finance director of Halden", True),
        ("commander of the Northern Command", "defense secretary", True),
        ("head coach", "midfielder", True),
        ("chief executive", "director", False),  # a shorter word for the same
        ("council leader", "mayor", False),
        ("manager", "coach", False),
        ("police chief", "police commissioner", False),
        ("police union president", "police chief", False),
        ("commission chair", "judge", False),  # a judge may head a commission
        ("retired general", "president", False),
        ("economist", "prime minister", False),
        ("lawyer", "minister", False),
        ("deputy mayor", "judge", True),
        ("deputy mayor", "head of the fire brigade", True),
        ("deputy minister of foreign affairs", "ambassador in Tollen", True),
        ("deputy mayor", "mayor", False),
        ("civil protection minister", "interior minister", True),
        ("spokesman for the city council", "judge", False),
        ("secretary of the Security Council", "Deputy Foreign Minister", True),
    ],
)
def test_posts_that_nobody_holds_at_once(one: str, other: str, odd: bool) -> None:
    assert at_odds(one, other) is at_odds(other, one) is odd


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (  # two against one
            (
                "Defence lawyer Piet Brandt told the court that his client was ill.",
                "The trial was adjourned at the request of the defence lawyer, Piet Brandt.",
                "Judge Piet Brandt told the court that the defendant was ill.",
            ),
            ["Piet Brandt: Judge"],
        ),
        (  # one against one, where a machine translated the one
            (
                "Iain Moss, managing director of Moss Homes, said the vents had been painted over.",
                "Automatically translated from German\n\nThe municipal chief Iain Moss survived the vote.",
            ),
            ["Iain Moss: municipal chief"],
        ),
        (  # with the surname alone it may be another of that name
            (
                "The governor, Pia Bravo, said the fire was under control.",
                "Pia Bravo, the governor of the region, flew over the hills.",
                "Pia Bravo spoke to reporters. Mayor Bravo counted the houses that were lost.",
            ),
            [],
        ),
        (  # the odd one is no machine's: neither is, but in a folder of two they are of one story
            (
                "Iain Moss, managing director of Moss Homes, said the vents had been painted over.",
                "The mayor, Iain Moss, survived the vote.",
            ),
            ["Iain Moss: managing director of Moss Homes"],
        ),
        (
            (
                "Environment Minister Yana Petrova visited the port on Monday.",
                "Yana Petrova, the environment minister, flew over the site.",
                "The minister of economy, Yana Petrova, said the slick had grown.",
            ),
            ["Yana Petrova: minister of economy"],
        ),
        (  # one against one, of one story
            (
                "Environment Minister Yana Petrova visited the port on Monday.",
                "The minister of economy, Yana Petrova, said the slick had grown.",
            ),
            ["Yana Petrova: Environment Minister"],
        ),
        (  # the office changed hands
            (
                "Environment Minister Yana Petrova visited the port on Monday.",
                "Yana Petrova, the environment minister, flew over the site.",
                "The new health minister, Yana Petrova, said the slick had grown.",
            ),
            [],
        ),
        (  # a ministry of both
            (
                "Environment Minister Yana Petrova visited the port on Monday.",
                "Yana Petrova, the environment minister, flew over the site.",
                "The minister of climate, Yana Petrova, said the slick had grown.",
            ),
            [],
        ),
    ],
)
def test_one_article_gives_a_minister_another_ministry(
    tmp_path: Path, texts: tuple[str, ...], expected: list[str]
) -> None:
    for number, text in enumerate(texts):
        written = f"A headline of number {number}\n\n14 March 2023\n\n{text}\n"
        (tmp_path / f"{number}.txt").write_text(written, encoding="utf-8")
    assert [c.what for c in collection(tmp_path).found.conflicts if c.kind == "role"] == expected


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("the airline's head of safety", "director of the aviation authority", True),
        ("city treasurer", "head of the provincial audit office", True),
        ("curator of moths", "a doctoral student", True),
        ("chief engineer of the town", "a contractor who paints bridges", True),
        ("chairwoman of the union", "the company's spokeswoman", True),
        ("police inspector", "inspector at the school", True),
        ("artistic director", "managing director of the opera", True),
        ("the night guard", "the museum's gardener", True),
        ("president of the growers' union", "legal adviser of the growers' union", True),
        ("captain of the Herons", "Vice-captain", True),
        ("headteacher", "the school's deputy head", True),
        ("head of security at Orsted Mills", "site manager of the company", True),
        ("commander of the fire brigade", "head of the civil protection service", True),
        ("the federation's legal director", "its head of member associations", True),
        ("Team boss", "the team's doctor", True),
        ("shift supervisor", "the plant's safety officer", True),
        ("quality manager at the Halden plant", "a laboratory technician at the plant", True),
        # one post, or several at once
        ("Plant Manager", "Plant head", False),
        ("fire chief", "chief fire officer", False),
        ("crash probe chief", "head of the accident board", False),
        ("technical director", "leader of the enterprise", False),
        ("finance chief", "chief financial officer", False),
        ("head of Balkan Passenger Railways", "the track company's chief executive", False),
        ("spokesman for the ministry", "representative of the transport office", False),
        ("Vice Admiral", "Admiral", False),
        ("deputy prime minister", "finance minister", False),
        ("prosecutor", "lawyer", False),
        ("nurse", "matron", False),
        ("foreman of the dockers", "leader of the dockers", False),
        ("city treasurer", "treasurer", False),
        ("director of the aviation authority", "head of the regulator", False),
        ("district collector", "collector", False),
        ("curator of moths", "author of a book on moths", False),
        ("a mother of two", "a doctoral student", False),
        # of two times
        ("former city treasurer", "head of the provincial audit office", False),
        ("deputy director of the museum", "curator at the university", False),
    ],
)
def test_posts_with_bodies_of_two_sorts(one: str, other: str, apart: bool) -> None:
    assert unlike(one, other) is apart
    assert unlike(other, one) is apart


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("head of the provincial audit office", {"the city treasurer", "head of the provincial audit office"}),
        ("treasurer of Tollen", set()),
    ],
)
def test_two_articles_give_two_posts(tmp_path: Path, other: str, found: set[str]) -> None:
    first = NAMED.replace("the mayor of Tollen, Ingrid Sahl,", "Ingrid Sahl, the city treasurer,").format("")
    second = OTHER.replace("The\nmayor of Tollen is Ingrid Sahl.", f"Ingrid Sahl, {other}, drove home.")
    conflicts = of_texts(tmp_path, first, second.format("5 February 2026", "")).found.conflicts
    assert {side.value for c in conflicts if c.kind == "role" for side in c.sides} == found


def test_a_post_beside_the_surname_counts_where_the_article_has_the_full_name(tmp_path: Path) -> None:
    first = NAMED.replace("the mayor of Tollen, Ingrid Sahl,", "Ingrid Sahl, the city treasurer,").format("")
    told = "Ingrid Sahl drove home. Sahl, head of the provincial audit office, said nothing."
    second = OTHER.replace("The\nmayor of Tollen is Ingrid Sahl.", told).format("5 February 2026", "")
    conflicts = of_texts(tmp_path, first, second).found.conflicts
    given = {"the city treasurer", "head of the provincial audit office"}
    assert [{side.value for side in c.sides} for c in conflicts if c.kind == "role"] == [given]


def test_two_ministers_posts_have_one_noun(tmp_path: Path) -> None:
    first = NAMED.replace("the mayor of Tollen, Ingrid Sahl,", "Interior Minister Ingrid Sahl").format("")
    second = OTHER.replace("The\nmayor of Tollen is Ingrid Sahl.", "Civil Protection Minister Ingrid Sahl drove home.")
    conflicts = of_texts(tmp_path, first, second.format("5 February 2026", "")).found.conflicts
    given = {"Interior Minister", "Civil Protection Minister"}
    assert [{side.value for side in c.sides} for c in conflicts if c.kind == "role"] == [given]


@pytest.mark.parametrize(
    ("role", "passing"),
    [
        ("ex-minister", True),
        ("then-mayor", True),
        ("President-elect", True),
        ("One-time mayor", True),
        ("New mayor", True),
        ("acting head of the bank", True),
        ("New Halden mayor", False),
        ("executive", False),
    ],
)
def test_a_post_that_changes_hands(role: str, passing: bool) -> None:
    assert posts.passing(role) is passing
