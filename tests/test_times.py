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


TENSE = [
    ("The deadline is Friday.", {"Friday": "2022-01-21"}),
    ("The council met on Friday.", {"Friday": "2022-01-14"}),
    ("The council has met twice since Friday.", {"Friday": "2022-01-14"}),
    ("The council is due to meet on Friday.", {"Friday": "2022-01-21"}),
    ("The council had planned to meet on Friday.", {"Friday": "2022-01-14"}),
    ("The council plans a meeting on Friday.", {"Friday": "2022-01-21"}),
    ("The ban will remain in place until Friday.", {"Friday": "2022-01-21"}),
    ("She has called for a march to the palace on Friday.", {"Friday": "2022-01-21"}),
    ("On Friday she called for a march.", {"Friday": "2022-01-14"}),
    ("She promised full results by Friday.", {"Friday": "2022-01-21"}),
    ("He called for a general strike from Friday.", {"Friday": "2022-01-21"}),
    ("The shop has been closed until Friday.", {"Friday": "2022-01-21"}),
    ("He said that the envoy had until Friday.", {"Friday": "2022-01-21"}),
    ("The doctor, who was able to visit the family on Friday, said so.", {"Friday": "2022-01-14"}),
    ("The deadline was extended until Friday.", {"Friday": "2022-01-21"}),
    ("They stayed at the border until Friday.", {"Friday": "2022-01-14"}),
    ("Friday's ruling is a blow to the government.", {"Friday": "2022-01-14"}),
    ("Friday's vote will decide it.", {"Friday": "2022-01-21"}),
    ("The ministers agreed to reopen the border late on Monday.", {"Monday": "2022-01-17"}),
    ("The ministers will meet late on Monday.", {"Monday": "2022-01-24"}),
    ("The decree was signed in December and takes effect in March.", {"December": "2021-12", "March": "2022-03"}),
    ("The elections take place in November.", {"November": "2022-11"}),
    ("The parliament was elected in September.", {"September": "2021-09"}),
    ("The inquiry opens on 1 July.", {"1 July": "2022-07-01"}),
    ("He was arrested on December 28.", {"December 28": "2021-12-28"}),
]


@pytest.mark.parametrize(("text", "expected"), TENSE)
def test_tense_points_back_or_ahead(text: str, expected: dict[str, str]) -> None:
    assert values(text) == expected


STRETCHES = [
    ("Talks broke down last week over the budget.", {"last week": "2022-W02"}),
    ("The two sides meet again next week in Geneva.", {"next week": "2022-W04"}),
    ("In the coming week the council will decide.", {"the coming week": "2022-W04"}),
    ("Prices rose last month and may rise again this month.", {"last month": "2021-12", "this month": "2022-01"}),
    ("It may invade early this year.", {"early this year": "2022"}),
    ("The report is due by the end of the month.", {"the end of the month": "2022-01"}),
    ("The hall will close on the last day of March.", {"the last day of March": "2022-03-31"}),
    ("Protests went on through the weekend.", {"the weekend": "2022-W02-WE"}),
    ("The summit is planned for this summer.", {"this summer": "2022-SU"}),
    (
        "It was lost last fall and again in the winter of 1941.",
        {"last fall": "2021-FA", "the winter of 1941": "1941-WI"},
    ),
    ("Exports fell in the second quarter of 2021.", {"the second quarter of 2021": "2021-Q2"}),
    ("Sales rose in Q4 2021 and in fiscal 2020.", {"Q4 2021": "2021-Q4", "fiscal 2020": "2020"}),
    ("Growth slowed in the first half of last year.", {"the first half of last year": "2021-H1"}),
    ("The movement began in the late 1990s.", {"the late 1990s": "199"}),
    ("It was built in the 19th century.", {"the 19th century": "18"}),
    ("He retired the year before last.", {"the year before last": "2020"}),
    ("The law was passed in mid-March 2021.", {"mid-March 2021": "2021-03"}),
    ("She resigned on Jan. 6 last year.", {"Jan. 6 last year": "2021-01-06"}),
    ("The week beginning 17 January was cold.", {"The week beginning 17 January": "2022-W03"}),
    ("Six weeks ago it was closed; a year ago it was open.", {"Six weeks ago": "2021-W49", "a year ago": "2021"}),
    ("They meet again in two weeks from Monday.", {"two weeks from Monday": "2022-02-07"}),
    ("A week ago Friday the judge ruled.", {"A week ago Friday": "2022-01-07"}),
    ("Troops have been there since 2014, and leave by 2026.", {"2014": "2014", "2026": "2026"}),
    ("A 2015 study and the 2012 Olympics cost more.", {"2015": "2015", "2012": "2012"}),
    ("From 2014 to 2019 exports fell.", {"2014": "2014", "2019": "2019"}),
    ("They have been at war since spring.", {"spring": "2021-SP"}),
    ("On 9/11 the world changed.", {"9/11": "2001-09-11"}),
    ("The Sept. 11 attacks changed the city.", {"Sept. 11": "2001-09-11"}),
    ("Spending before the November elections rose.", {"November": "2021-11"}),
]


@pytest.mark.parametrize(("text", "expected"), STRETCHES)
def test_weeks_months_and_years(text: str, expected: dict[str, str]) -> None:
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
    (
        "The invasion began on 24 February 2022; a day earlier sanctions had been announced.",
        {"24 February 2022": "2022-02-24", "a day earlier": "2022-02-23"},
    ),
    (
        "On Monday the currency fell. On the same day the bank closed.",
        {"Monday": "2022-01-17", "the same day": "2022-01-17"},
    ),
    (
        "He fled on January 5. The day before, he had spoken.",
        {"January 5": "2022-01-05", "The day before": "2022-01-04"},
    ),
    (
        "Profit fell in the third quarter. Sales were higher than a year earlier.",
        {"the third quarter": "2021-Q3", "a year earlier": "2020-Q3"},
    ),
    (
        "The war began on March 5, 1998. On March 7 the capital fell.",
        {"March 5, 1998": "1998-03-05", "March 7": "1998-03-07"},
    ),
    ("He spoke on Tuesday. That night the army came.", {"Tuesday": "2022-01-18", "That night": "2022-01-18TNI"}),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_following_day_hangs_on_the_date_told_before(text: str, expected: dict[str, str]) -> None:
    assert values(text) == expected


def test_in_a_quotation_today_is_the_day_of_speaking() -> None:
    found = {t.text: t for t in read("“We signed it today,” the minister said on Tuesday.")}
    assert found["today"].value == "2022-01-18"
    assert "spoken on 18 January 2022" in found["today"].reason


TIMES = [
    ("The attack came on Tuesday evening.", {"Tuesday evening": "2022-01-18TEV"}),
    ("The convoy was seen this morning.", {"this morning": "2022-01-20TMO"}),
    ("They left last night.", {"last night": "2022-01-19TNI"}),
    ("The quake struck at 16:08 UTC on Thursday (20).", {"16:08 UTC on Thursday (20)": "2022-01-20T16:08"}),
    ("He was seen at 10 p.m. Wednesday.", {"10 p.m. Wednesday": "2022-01-19T22:00"}),
    (
        "At about 5am local time (0200 GMT) on Tuesday a bomb exploded.",
        {"5am local time (0200 GMT) on Tuesday": "2022-01-18T05:00"},
    ),
    ("On the night of January 5 they fled.", {"the night of January 5": "2022-01-05TNI"}),
    ("It begins at noon tomorrow.", {"noon tomorrow": "2022-01-21T12:00"}),
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_times_of_day(text: str, expected: dict[str, str]) -> None:
    assert values(text) == expected


LENGTHS = [
    ("The strike lasted three days.", {"three days": ("DURATION", "P3D")}),
    ("It was the first visit in two and a half years.", {"two and a half years": ("DURATION", "P2Y6M")}),
    ("In recent weeks tensions grew.", {"recent weeks": ("DURATION", "PXW")}),
    ("The next 48 hours are critical.", {"The next 48 hours": ("DURATION", "PT48H")}),
    (
        "It took more than a decade and a two-week trial.",
        {"more than a decade": ("DURATION", "P10Y"), "two-week": ("DURATION", "P2W")},
    ),
    ("They waited for half an hour.", {"half an hour": ("DURATION", "PT30M")}),
    ("They meet every Monday.", {"every Monday": ("SET", "XXXX-WXX-1")}),
    ("They meet every two weeks.", {"every two weeks": ("SET", "P2W")}),
    ("It earns $33 million a year.", {"a year": ("SET", "P1Y")}),
    ("The court sits on Mondays.", {"Mondays": ("SET", "XXXX-WXX-1")}),
]


@pytest.mark.parametrize(("text", "expected"), LENGTHS)
def test_lengths_and_what_is_repeated(text: str, expected: dict[str, tuple[str, str]]) -> None:
    assert {t.text: (t.type, t.value) for t in read(text)} == expected


def test_past_present_and_future_without_a_day() -> None:
    found = values("He recently resigned. She now leads it. In the near future it will close; in the past it did not.")
    assert set(found.values()) == {"PAST_REF", "PRESENT_REF", "FUTURE_REF"}


def test_the_reason_says_how_the_value_came_about() -> None:
    (wednesday,) = read("She met them on Wednesday.", "2022-01-06")
    assert wednesday.reason == (
        "‘Wednesday’ with ‘met’: the last Wednesday before the article of 6 January 2022: 5 January 2022"
    )


def test_early_and_late_narrow_the_days_covered() -> None:
    (late,) = read("He fled in late December.")
    assert (late.value, late.earliest, late.latest) == ("2021-12", "2021-12-22", "2021-12-31")
    (earlier,) = read("He fled earlier this month.")
    assert (earlier.earliest, earlier.latest) == ("2022-01-01", "2022-01-20")


def test_a_length_counted_from_the_article_has_a_begin_and_an_end() -> None:
    (past,) = read("In the past three months prices rose.")
    assert (past.value, past.earliest, past.latest) == ("P3M", "2021-10-20", "2022-01-20")
    (coming,) = read("The next 48 hours are critical.")
    assert (coming.earliest, coming.latest) == ("2022-01-20", "2022-01-22")


def test_day_and_month_that_could_change_places_are_settled_by_the_rest_or_left_open() -> None:
    assert values("He left on 10/12/2019, or on 13/12/2019.")["10/12/2019"] == "2019-12-10"
    assert values("He left on 10/12/2019, or on 12/13/2019.")["10/12/2019"] == "2019-10-12"
    assert values("He left on 10/12/2019.") == {"10/12/2019": "2019"}
    assert values("He left on 10/12/2019.", "2019-12-11") == {"10/12/2019": "2019-12-10"}


def test_a_programme_or_a_paper_is_no_day() -> None:
    assert values("She told CBS This Morning and USA Today that it was over.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "The minister may resign, and the troops march on.",
        "Theresa May said she would stay.",
        "It was the second goal of a 3-2 win.",
        "Flight 7019 carried 1,980 kilos of aid; 2,021 people signed up for $2,019.",
        "The order has the number 20220106.",
        "Prices fall and profits spring from nowhere.",
        "At least 2000 people heard it at 1600 Pennsylvania Avenue.",
        "The vote was 12/10, and a 21-year-old student won 6-4.",
        "Flight 2019 was late.",
        "The quarter-final was lost after the fall of the city.",
        "He joined the annual March for Life.",
        "He ran a 2000 metre race for the Sunday Times.",
    ],
)
def test_what_only_looks_like_a_date_is_left_out(text: str) -> None:
    assert values(text) == {}


@pytest.mark.parametrize("text", ["Jun Takeda said so in a statement.", "August Wilson wrote it.", "He met Jan Berg."])
def test_a_first_name_is_no_month(text: str) -> None:
    assert read(text) == ()
