"""An article that names no year gets it from the others that tell of the same day."""

from dataclasses import replace

from generator.model import Dated, Document, Entity, Evidence, Span, TimeExpression
from generator.resolve import neighbour_years

OPEN = Dated(None, "open", "")


def article(id_: str, published: str | None, days: list[str], names: str, tie: str | None = None) -> Evidence:
    date = Dated(published, "stated", "") if published else replace(OPEN, earliest=tie)
    document = Document(id_, f"{id_}.txt", "", "", f"Title of {id_}", (), published=date)
    times = tuple(TimeExpression(Span(0, 1), day, "DATE", day, "") for day in days)
    return Evidence(document, times=times, entities=tuple(Entity(n, "person", ()) for n in names.split()))


OTHERS = [
    article("a", "2022-01-06", ["2022-01-10"], "Ann Bo Russia"),
    article("b", "2022-01-05", ["2022-01-12"], "Ann Bo"),
]


def test_the_year_comes_from_articles_on_the_same_names_that_tell_of_the_same_day() -> None:
    hints = neighbour_years([*OTHERS, article("c", None, ["XXXX-01-10"], "Ann Bo Kim")])
    assert [(id_, h.day, h.year) for id_, h in hints.items()] == [("c", "01-10", 2022)]
    assert hints["c"].reason == "‘XXXX-01-10’ is in 2022 in “Title of a”"


def test_nothing_is_said_where_years_differ_names_differ_or_the_text_has_a_date() -> None:
    other_year = article("d", "2021-01-06", ["2021-01-10"], "Ann Bo")
    assert not neighbour_years([*OTHERS, other_year, article("c", None, ["XXXX-01-10"], "Ann Bo")])
    assert not neighbour_years([*OTHERS, article("c", None, ["XXXX-01-10"], "Ann Zed")])
    assert not neighbour_years([*OTHERS, article("c", None, ["XXXX-03-10"], "Ann Bo")])
    assert not neighbour_years([*OTHERS, article("c", "2020-01-01", ["XXXX-01-10"], "Ann Bo")])


def test_a_day_the_article_ties_itself_to_lies_in_the_year_of_articles_of_those_days() -> None:
    hints = neighbour_years([*OTHERS, article("c", None, [], "Ann Bo Kim", "XXXX-01-04")])
    assert (hints["c"].day, hints["c"].year) == ("01-04", 2022)
    assert neighbour_years([*OTHERS, article("c", None, [], "Ann Bo", "XXXX-12-30")])["c"].year == 2021
    assert not neighbour_years([*OTHERS, article("c", None, [], "Ann Bo", "XXXX-03-04")])
    assert not neighbour_years([*OTHERS, article("c", None, [], "Ann Zed", "XXXX-01-04")])


def test_the_day_an_article_is_tied_to_counts_before_the_days_it_tells() -> None:
    told = article("c", None, ["XXXX-01-10"], "Ann Bo Kim", "XXXX-01-04")
    assert neighbour_years([*OTHERS, told])["c"].day == "01-04"


def test_which_of_two_numbers_is_the_month_is_told_by_articles_of_those_days() -> None:
    written = article("c", None, [], "Ann Bo")
    both = Dated("2022", "stated", "", "2022-01-07", "2022-07-01")
    written = replace(written, document=replace(written.document, published=both))
    hint = neighbour_years([*OTHERS, written])["c"]
    assert (hint.year, hint.day) == (2022, "01-07")
    assert hint.reason == "“Title of a”, on the same names, is of those days in 2022"
    assert not neighbour_years([article("a", "2022-03-06", [], "Ann Bo"), written])
