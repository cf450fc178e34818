"""Quantities in prose: the sentence, and what should be read from it."""

import pytest

from generator.annotate import DEFAULT_MODEL, pipeline
from generator.examine import evidence_of
from generator.extract.figures import figures
from generator.extract.figures.numerals import numerals
from generator.model import FigureMention
from generator.read import read_text


def found(text: str) -> tuple[FigureMention, ...]:
    return figures(pipeline(DEFAULT_MODEL, ())(text))


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("two million", [2_000_000]),
        ("70,000", [70_000]),
        ("1,50,000", [150_000]),
        ("2.5 million", [2_500_000]),
        ("twenty-five", [25]),
        ("two hundred and fifty thousand", [250_000]),
        ("half a million", [500_000]),
        ("a quarter of a million", [250_000]),
        ("two and a half million", [2_500_000]),
        ("a dozen", [12]),
        ("half a dozen", [6]),
        ("500 crore", [5_000_000_000]),
        ("3bn", [3_000_000_000]),
        ("tens of thousands", [10_000]),
        ("two-thirds of", [200 / 3]),
        ("3 metres and 5 m", [3, 5]),
        ("the 3rd and 21st", []),
        ("a man and some other", []),
        ("4,5 percent of 1,200", [4.5, 1200]),
        ("2,3 millions", [2_300_000]),
        ("twelve millions", [12_000_000]),
        ("three million and two hundred thousand", [3_200_000]),
        ("five million and two more", [5_000_000, 2]),
        ("3.400.000 and 3.400", [3_400_000, 3.4]),
        ("1.000.000.000 or 1.234.567.890", [1_000_000_000, 1_234_567_890]),
        ("the server at 192.168.100.200, version 10.200.300", []),
        ("sections 2,3 and 4", [4]),
        ("it could reach 20 000.", [20_000]),
    ],
)
def test_numerals_mean_numbers(written: str, values: list[float]) -> None:
    assert [n.value for n in numerals(written)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norland has pushed roughly 70,000 troops towards the border, officials said.",
            [("roughly 70,000 troops", 70_000, "count", "troops", "about")],
        ),
        (
            "At least two million people fled.",
            [("At least two million people", 2_000_000, "count", "people", "at_least")],
        ),
        ("Acme agreed to buy Globex for $1.2bn.", [("$1.2bn", 1.2e9, "USD", "", "exactly")]),
        (
            "The fine of more than 40 million euros was upheld.",
            [("more than 40 million euros", 4e7, "EUR", "fine", "at_least")],
        ),
        ("Inflation reached 3.5 percent.", [("3.5 percent", 3.5, "percent", "inflation", "exactly")]),
        ("Workers want a 10% pay rise.", [("10%", 10, "percent", "pay rise", "exactly")]),
        ("The quake killed 41.", [("41", 41, "count", "people", "exactly")]),
        ("The death toll rose to 41.", [("41", 41, "count", "death toll", "exactly")]),
        ("Up to 300 flights were cancelled.", [("Up to 300 flights", 300, "count", "flights", "at_most")]),
        ("The costs run up to 31 million euros.", [("31 million euros", 31e6, "EUR", "", "exactly")]),
        ("The ship is 300 km off the coast.", [("300 km", 300, "km", "", "exactly")]),
        ("A 7.8-magnitude earthquake struck.", [("7.8-magnitude", 7.8, "magnitude", "earthquake", "exactly")]),
        ("A magnitude 6.1 quake struck.", [("magnitude 6.1", 6.1, "magnitude", "quake", "exactly")]),
        ("One in five workers took part.", [("One in five", 20, "percent", "workers", "exactly")]),
        ("Hundreds of students marched.", [("Hundreds of students", 100, "count", "students", "at_least")]),
        ("One person died.", [("One person", 1, "count", "person", "exactly")]),
        ("Some 500 tonnes of grain arrived.", [("Some 500 tonnes", 500, "tonne", "grain", "about")]),
        ("It reported a loss of €1.3 billion.", [("€1.3 billion", 1.3e9, "EUR", "loss", "exactly")]),
        ("Around 1 in 8 homes was damaged.", [("Around 1 in 8", 12.5, "percent", "homes", "about")]),
        ("A commission of five will meet.", []),
        ("The club owes GBP41m.", [("GBP41m", 4.1e7, "GBP", "", "exactly")]),
        ("The club was docked 12 points.", [("12 points", 12, "count", "points", "exactly")]),
        ("They won by 12 points.", []),
        (
            "He put the loss at 16 billion won, more than the 11 billion the firm gave.",
            [("16 billion won", 1.6e10, "KRW", "loss", "exactly"), ("11 billion", 1.1e10, "KRW", "", "exactly")],
        ),
        ("It cost R1.4bn, auditors say.", [("R1.4bn", 1.4e9, "ZAR", "", "exactly")]),
        ("The R2 robot rolled along the R101.", []),
        ("About 150 attended.", [("About 150", 150, "count", "people", "about")]),
        ("Organisers claimed 400.", [("400", 400, "count", "figure", "exactly")]),
        (
            "Polls are open; organisers counted 900 people, police made it 400.",
            [("900 people", 900, "count", "people", "exactly"), ("400", 400, "count", "figure", "exactly")],
        ),
        ("She has been tested 43 times in two years.", [("43 times", 43, "count", "times", "exactly")]),
        ("It is three times as large.", []),
        ("The water came up to 7.9 metres.", [("7.9 metres", 7.9, "m", "water", "exactly")]),
        ("They found a hole of 2,3 million euros.", [("2,3 million euros", 2.3e6, "EUR", "hole", "exactly")]),
        ("Twelve millions of euro are gone.", [("Twelve millions of euro", 1.2e7, "EUR", "", "exactly")]),
        ("Norland keeps some 1.300 soldiers there.", [("some 1.300 soldiers", 1300, "count", "soldiers", "about")]),
        (
            "Norland sent 1.300 soldiers; 1.250 were killed.",
            [("1.300 soldiers", 1300, "count", "soldiers", "exactly"), ("1.250", 1250, "count", "people", "exactly")],
        ),
        ("Sterling rose to 1.305 against the dollar.", [("1.305", 1.305, "count", "sterling", "exactly")]),
        ("The euro fell to 1.085 after the vote.", [("1.085", 1.085, "count", "euro", "exactly")]),
        ("She had a 1.450 average last season.", [("1.450 average", 1.45, "count", "average", "exactly")]),
        ("She scored 9.875 for her routine.", []),
        ("The raiders, about 11 of them, landed.", [("about 11", 11, "count", "raiders", "about")]),
    ],
)
def test_a_quantity_has_value_unit_count_and_bound(
    sentence: str, expected: list[tuple[str, float, str, str, str]]
) -> None:
    assert [(f.text, f.value, f.unit, f.what, f.bound) for f in found(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("Between 70,000 and 100,000 troops are near the border.", 70_000, 100_000),
        ("The firm will cut 1,500-2,000 jobs.", 1_500, 2_000),
        ("Some 2 to 3 million people were displaced.", 2_000_000, 3_000_000),
        ("It will cost $1-2 billion.", 1e9, 2e9),
        ("Between 30.000 and 50.000 persons came.", 30_000, 50_000),
    ],
)
def test_a_range_is_one_figure_with_two_ends(sentence: str, low: float, high: float) -> None:
    (figure,) = found(sentence)
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The evacuees are 6.200 and more are to come.", [6200]),
        ("Sterling rose to 1.300 against the dollar.", [1.3]),
    ],
)
def test_several_are_no_decimal_that_ends_in_two_noughts(text: str, values: list[float]) -> None:
    assert [f.value for f in found(text)] == values


def test_a_rise_from_one_value_to_another_is_two_figures() -> None:
    assert [(f.value, f.unit) for f in found("Inflation rose from 5 to 7 percent.")] == [(5, "percent"), (7, "percent")]


def test_a_change_and_what_it_came_to_are_two_figures() -> None:
    assert [(f.value, f.unit) for f in found("Oil rose $2 to $85 a barrel.")] == [(2, "USD"), (85, "USD")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The team won 3-1 at home.",
        "Drive along Route 66 to the G7 summit.",
        "A Boeing 737 landed.",
        "Article 5 was never invoked.",
        "One of the jets, an F-16, turned back.",
        "It was a one-way street, and there are two ways to deal with it.",
        "Call 020-7946-0000 or write to us.",
        "The Third Republic came first and second.",
        "1. Read this.",
        "She spoke on January 5, 2022 at 3:41 pm.",
        "John Smith, 45, of Leeds, was there.",
        "The court jailed him for 12 years.",
        "Two years later nothing had changed.",
        "Two sides of one coin.",
        "The 45-year-old left.",
        "The Six Nations begins soon.",
        "In 2014 the war began.",
        "It happened on 9/11.",
        "10.05 Do not mix up the coaches.",
        "He has worked with the player since the boy was 15, he said.",
        "She left home when she was twelve.",
    ],
)
def test_what_is_no_quantity(sentence: str) -> None:
    assert found(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "subject", "place", "action"),
    [
        ("Norland has pushed 70,000 troops towards Ukraine's border.", "Norland", "Ukraine's border", "deployed"),
        ("Russia has 100,000 troops at the border.", "Russia", "border", ""),
        ("More than 20 Turkish soldiers were killed in Syria.", "Turkish", "Syria", "killed"),
        ("The company will cut 500 jobs.", "company", "", "cut"),
        ("Some 5,000 people gathered in front of the base.", "", "", "attended"),
        ("Some 5,000 soldiers gathered at the border.", "", "border", "deployed"),
        ("The storm left 300 homeless.", "storm", "", "displaced"),
    ],
)
def test_whose_where_and_what_befell(sentence: str, subject: str, place: str, action: str) -> None:
    (figure,) = found(sentence)
    assert (figure.subject, figure.place, figure.action) == (subject, place, action)


def test_a_figure_stands_at_its_span() -> None:
    doc = pipeline(DEFAULT_MODEL, ())("First.\n\nAbout 40 people were hurt, and $3m was lost.")
    assert [doc.text[f.span.start : f.span.end] for f in figures(doc)] == [f.text for f in figures(doc)]
    assert len(figures(doc)) == 2


def test_a_long_run_of_digits_and_separators_is_read_in_no_time() -> None:
    assert numerals("1," * 20_000) is not None
    assert numerals("hundred " * 5_000) is not None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("More than 3,000 people were forced from their beds.", [("people", "displaced")]),
        ("In Oxley 1,200 villagers were told to leave.", [("villagers", "displaced")]),
        ("On Monday 2,000 residents were ordered on the mayor's word to get out.", [("residents", "")]),
        ("The 2,000 residents were ordered on Monday to leave their homes.", [("residents", "displaced")]),
        ("The storm forced 40,000 people from their homes.", [("people", "displaced")]),
        ("Some 60,000 lost power.", [("people", "powerless")]),
        ("Around 400 staff will be made redundant.", [("staff", "dismissed")]),
        ("The plan envisages the loss of 2,400 jobs.", [("jobs", "lost")]),
        ("They fired 20 missiles at the town.", [("missiles", "")]),
        ("The fund owns 15% of the company.", [("company", "held")]),
        ("United have signed the striker for £52m.", [("", "bought")]),
        ("Lawyers said they would claim £30m in damages.", [("damages", "")]),
        ("The strike left nearly 4,000 people marooned.", [("people", "stranded")]),
        ("The last five men walked over the bridge.", [("men", "")]),
        ("One of the 1,650 people evacuated, Jean Marsh, found mud.", [("people", "displaced")]),
    ],
)
def test_several_words_tell_what_befell(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.what, f.action) for f in found(sentence)] == expected


def test_a_unit_of_one_letter_ends_its_sentence() -> None:
    doc = pipeline(DEFAULT_MODEL, ())("The repairs would cost £5m. Helen Prowse is to resign.")
    assert [s.text for s in doc.sents] == ["The repairs would cost £5m.", "Helen Prowse is to resign."]
    assert [(f.text, f.what) for f in figures(doc)] == [("£5m", "repairs")]


def test_a_figure_knows_the_words_of_its_clause() -> None:
    (figure,) = found("The trial, which ran for months, enrolled 30,000 adults, the firm said.")
    assert {"trial", "enrolled", "adults"} <= set(figure.about.split())
    assert "ran" not in figure.about.split()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A judge sent Ivar Holm to prison for 14 years.", [("14 years", 14, "year")]),
        ("The walkout lasted for more than two and a half weeks.", [("more than two and a half weeks", 2.5, "week")]),
        ("They met after a break of one month and a half.", [("one month and a half", 1.5, "month")]),
        ("The barn burned for eleven hours before it was out.", [("eleven hours", 11, "hour")]),
        ("The nine-day strike is over.", [("nine-day", 9, "day")]),
        # these tell a day, or how often
        ("Two weeks after the raid she resigned.", []),
        ("He left three years ago.", []),
        ("Two days later it rained.", []),
        ("The bus runs every two hours.", []),
    ],
)
def test_how_long_something_takes_is_a_figure(sentence: str, expected: list[tuple[str, float, str]]) -> None:
    figures = evidence_of(read_text("a.txt", sentence + "\n")).figures
    assert [(f.text, f.value, f.unit) for f in figures] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Driver Ivar Holm, 46, sat in his kitchen.", [("46", "Ivar Holm")]),
        ("The board cleared Ivar Holm, the 44-year-old driver.", [("44-year-old", "the 44-year-old driver")]),
        ("Petra Novak (31) and Jan Novak, aged 34, were hurt.", [("31", "Petra Novak"), ("34", "Jan Novak")]),
        ("She is 29 years old, the police said.", [("29 years old", "She")]),
        # nobody is so old, or nobody is told to be
        ("The two men, aged 29 and 44, worked by night.", []),
        ("The 40-year-old bridge fell.", []),
    ],
)
def test_how_old_somebody_is_is_a_figure_of_that_somebody(sentence: str, expected: list[tuple[str, str]]) -> None:
    figures = evidence_of(read_text("a.txt", sentence + "\n")).figures
    assert [(f.text, f.subject) for f in figures if f.what == "age"] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The village was ill, and 132 ended up seeking medical help.", [("132", "people")]),
        ("She reckons that well over 40,000 were let in.", [("well over 40,000", "people")]),
        ("Of those living in the home, 43 of those living upstairs fell ill.", [("43", "people")]),
        ("The attendance was given as 31,000.", [("31,000", "attendance")]),
        # of things counted before, or of nothing
        ("Of the 20 ships, 12 sank.", [("20 ships", "ships")]),
        ("A commission of five will meet.", []),
        ("The answer is 47.", []),
    ],
)
def test_a_bare_number_that_does_something_is_of_people(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.text, f.what) for f in found(sentence)] == expected
