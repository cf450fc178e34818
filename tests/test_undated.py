"""An article without a date: what its own text tells of the day it was published."""

from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from generator import read
from generator.annotate import annotate, pipeline
from generator.extract.times import infer_published
from generator.model import Block, Dated, Document, Sidecar, Span, YearHint

SEEDS = Path(__file__).parent.parent / "seeds"


@cache
def nlp() -> Language:
    return pipeline(extractors=("onrecord_times",))


def written(*paragraphs: str, hint: YearHint | None = None) -> Doc:
    """A Doc of paragraphs; `caption:` begins a picture's caption, `footer:` is below, `byline:` above the text."""
    text, blocks = "", []
    for paragraph in paragraphs:
        mark, _, rest = paragraph.partition(": ")
        kind = {"caption": "caption", "footer": "other", "byline": "byline"}.get(mark, "prose")
        rest = paragraph if kind == "prose" else rest
        blocks.append(Block(Span(len(text), len(text) + len(rest)), kind))
        text += rest + "\n\n"
    document = Document("a", "a.txt", "", text, "", tuple(blocks), year_hint=hint)
    return annotate(document, nlp())


TALKS = "The ministers, who met in Lisbon on Wednesday, will hold talks next week, beginning in Vienna on January 10."


def test_next_week_beside_a_date_puts_the_article_in_the_week_before() -> None:
    found = infer_published(written(TALKS, "The bridge could be open in early 2022."))
    assert (found.value, found.basis) == ("2022-01-05", "inferred")
    assert (found.earliest, found.latest) == ("2022-01-05", "2022-01-09")
    assert "next week, January 10" in found.reason


def test_without_a_year_there_is_no_date_but_the_tie_is_told() -> None:
    found = infer_published(written(TALKS))
    assert (found.value, found.basis) == (None, "open")
    assert "names no year" in found.reason


def test_the_newest_picture_and_the_weekdays_make_a_window() -> None:
    found = infer_published(
        written(
            "The talks, which start Monday in Geneva, will be hard, the envoy said on Saturday.",
            "caption: A guard at the gate, Sunday, Jan. 9, 2022. Photo: Agency",
            "caption: The old bridge on December 12, 2021.",
            "On Sunday the other side said it expected little.",
        )
    )
    assert (found.value, found.earliest, found.latest) == ("2022-01-09", "2022-01-09", "2022-01-10")


def test_a_dateline_is_the_day_of_sending() -> None:
    found = infer_published(written("VIENNA, March 3 (Agency) - The council met.", "footer: Copyright 2021 The Paper"))
    assert found.value == "2021-03-03"


BYLINE = (
    "byline: Friday 9 June",
    "The council met on Tuesday. It was founded on 2 May 1987 and meets again on 20 June.",
)


def test_a_day_above_the_text_without_its_year_is_the_day_in_the_year_that_other_articles_tell() -> None:
    found = infer_published(written(*BYLINE, hint=YearHint("06-09", 2023, "“Quay”, on the same names, is of 2023")))
    assert (found.value, found.earliest, found.latest) == ("2023-06-09", "2023-06-09", "2023-06-09")
    assert "it is of ‘Friday 9 June’" in found.reason
    assert "“Quay”, on the same names, is of 2023" in found.reason


def test_the_years_of_a_texts_history_are_not_the_year_of_the_day_above_it() -> None:
    found = infer_published(written(*BYLINE))
    assert (found.value, found.earliest) == (None, "XXXX-06-09")
    assert found.reason == "the page says ‘Friday 9 June’ without a year"


def test_a_year_whose_weekday_is_another_is_not_taken() -> None:
    assert infer_published(written(*BYLINE, hint=YearHint("06-09", 2022, ""))).value is None


def test_a_day_above_the_text_is_of_the_year_of_the_copyright() -> None:
    found = infer_published(written("byline: By Ann Lee | 9 June", "The council met.", "footer: © 2023 The Paper"))
    assert found.value == "2023-06-09"


def test_a_weekday_and_a_date_for_one_event_agree() -> None:
    found = infer_published(
        written(
            "The hearing is scheduled for March 14, 2022.", "The hearing will begin Monday, lawyers said on Thursday."
        )
    )
    assert found.value == "2022-03-10"


def test_a_weekday_with_its_date_is_recent_once_the_year_is_known() -> None:
    found = infer_published(
        written(
            "On Wednesday, March 2, the council voted.", "The new law begins on 1 January 2023 and will run for years."
        )
    )
    assert (found.value, found.earliest, found.latest) == ("2022-03-02", "2022-03-02", "2022-03-09")


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed on 20 January 1995 in Lisbon. It has been broken since.",
        "The minister resigned on Wednesday.",
        "Troops have been there since 2014.",
    ],
)
def test_no_date_is_made_up(text: str) -> None:
    assert infer_published(written(text)).value is None


def test_the_inferred_date_is_stored_and_its_expressions_say_so() -> None:
    doc = written(TALKS, "The bridge could be open in early 2022.", "She resigned on Tuesday.")
    assert doc._.document.published.value == "2022-01-05"
    tuesday = next(t for t in doc._.times if t.text == "Tuesday")
    assert tuesday.value == "2022-01-04"
    assert "seems to be of 5 January 2022" in tuesday.reason


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister resigned on Wednesday.", "XXXX-WXX-3"),
        ("The council met last week.", "XXXX-WXX"),
        ("They came three days ago.", "PAST_REF"),
        ("They came on January 10.", "XXXX-01-10"),
        ("It was signed last year.", "XXXX"),
        ("It was signed today.", "PRESENT_REF"),
    ],
)
def test_without_any_anchor_values_stay_open_and_the_reason_says_why(text: str, value: str) -> None:
    (found,) = written(text)._.times
    assert found.value == value
    assert "no date" in found.reason
    assert found.earliest is None


def published(begin: str) -> Dated:
    """What is inferred of the example article whose file begins so."""
    (path,) = (p for p in read.list_articles(SEEDS).paths if Path(p).name.startswith(begin))
    document = read.read_article(SEEDS, path, Sidecar(), "excerpts")
    assert isinstance(document, Document)
    return infer_published(annotate(document, nlp()))


@pytest.mark.parametrize(
    ("begin", "value", "latest"),
    [
        # a press conference "on Wednesday", the talks "next week", "January 10", "early 2022"
        ("001", "2022-01-05", "2022-01-09"),
        # pictures of Sunday, Jan. 9, 2022; the talks "start Monday"; "Russia on Sunday"
        ("003", "2022-01-09", "2022-01-10"),
    ],
)
def test_the_example_articles_without_a_date(begin: str, value: str, latest: str) -> None:
    found = published(begin)
    assert (found.value, found.earliest, found.latest) == (value, value, latest)


def test_the_example_article_that_names_no_year_stays_without_a_date() -> None:
    found = published("002")
    assert (found.value, found.basis) == (None, "open")
    assert "names no year" in found.reason
