"""Time expressions and their values, against the day of the article."""

from functools import cache

import pytest
from spacy.language import Language

from generator.annotate import annotate, pipeline
from generator.model import OPEN, Block, Dated, Document, Span, TimeExpression


@cache
def nlp() -> Language:
    return pipeline(extractors=("onrecord_times",))


def read(text: str, published: str | None = "2022-01-20") -> tuple[TimeExpression, ...]:
    dated = Dated(published, "given", "") if published else OPEN
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(Span(at, at + len(paragraph)), "prose"))
        at += len(paragraph) + 2
    document = Document(id="a", file="a.txt", sha256="", text=text, title="", blocks=tuple(blocks), published=dated)
    found: tuple[TimeExpression, ...] = annotate(document, nlp())._.times
    assert all(text[t.span.start : t.span.end] == t.text for t in found)
    return found


def values(text: str, published: str | None = "2022-01-20") -> dict[str, str]:
    return {t.text: t.value for t in read(text, published)}


# The article is of Thursday, 20 January 2022 where nothing else is said.
DAYS = [
    ("The minister resigned on Wednesday, her office said.", {"Wednesday": "2022-01-19"}),
    ("Lawmakers will vote on Monday, the speaker announced.", {"Monday": "2022-01-24"}),
    ("The court ruled Thursday that the ban was lawful.", {"Thursday": "2022-01-20"}),
    ("Police arrested the two men on Friday (14) near the border.", {"Friday (14)": "2022-01-14"}),
    ("The talks, which start Monday in Geneva, will be long.", {"Monday": "2022-01-24"}),
    ("The fire started three days ago, residents said.", {"three days ago": "2022-01-17"}),
    ("She spoke yesterday and will speak again tomorrow.", {"yesterday": "2022-01-19", "tomorrow": "2022-01-21"}),
    ("The treaty was signed on 20 January 1995 in Lisbon.", {"20 January 1995": "1995-01-20"}),
    ("The exercise runs from 10 to 20 February.", {"10": "2022-02-10", "20 February": "2022-02-20"}),
    ("The exercise runs between February 10 and 20.", {"February 10": "2022-02-10", "20": "2022-02-20"}),
    ("Police came in on New Year's Eve.", {"New Year's Eve": "2021-12-31"}),
    ("They will meet again on Easter Monday.", {"Easter Monday": "2022-04-18"}),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_days_are_settled_by_the_article_and_the_tense(text: str, expected: dict[str, str]) -> None:
    assert values(text) == expected


TOLD = [
    (
        "The mine collapsed on January 10. Two days later, on January 12, the search was called off.",
        {"January 10": "2022-01-10", "Two days later": "2022-01-12", "January 12": "2022-01-12"},
    ),
    (
        "The president arrived on Tuesday and left the next day.",
        {"Tuesday": "2022-01-18", "the next day": "2022-01-19"},
    ),
    ("In 2014 the group seized it. Two years later it was driven out.", {"2014": "2014", "Two years later": "2016"}),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_following_day_hangs_on_the_date_told_before(text: str, expected: dict[str, str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister may resign, and the troops march on.",
        "Theresa May said she would stay.",
        "It was the second goal of a 3-2 win.",
        "Flight 7019 carried 1,980 kilos of aid; 2,021 people signed up for $2,019.",
        "The order has the number 20220106.",
        "Prices fall and profits spring from nowhere.",
    ],
)
def test_what_only_looks_like_a_date_is_left_out(text: str) -> None:
    assert values(text) == {}
