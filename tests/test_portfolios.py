"""Ministers of whom one article says another office than the rest."""

from pathlib import Path

import pytest
from test_corroborate import collection

from generator.resolve.portfolios import portfolio


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
    ("texts", "expected"),
    [
        (
            (
                "Environment Minister Yana Petrova visited the port on Monday.",
                "Yana Petrova, the environment minister, flew over the site.",
                "The minister of economy, Yana Petrova, said the slick had grown.",
            ),
            ["Yana Petrova: minister of economy"],
        ),
        (  # one against one tells nothing
            (
                "Environment Minister Yana Petrova visited the port on Monday.",
                "The minister of economy, Yana Petrova, said the slick had grown.",
            ),
            [],
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
