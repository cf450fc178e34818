"""What a page says of itself: authors, outlet, dates, agencies."""

from pathlib import Path

import pytest

from generator.read import read_folder, read_text

SEEDS = Path(__file__).parent.parent / "seeds"
PROSE = "The two sides met in Vienna on Monday, May 2, 2016, and agreed on nothing at all.\n\nThey will meet again.\n"


def page(head: str, foot: str = "") -> str:
    return f"Talks end without a deal\n\n{head}\n\n{PROSE}\n{PROSE.replace('two', 'three')}\n{foot}\n"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jo Doe", ["Jo Doe"]),
        ("By JO DOE and ANN ROE", ["Jo Doe", "Ann Roe"]),
        ("By Jo Doe, Ann Roe and Kim Lund, Associated Press", ["Jo Doe", "Ann Roe", "Kim Lund"]),
        ("By Jo Doe in Vienna and Ann Roe in Geneva", ["Jo Doe", "Ann Roe"]),
        ("By Jo Doe, Diplomatic Editor", ["Jo Doe"]),
        ("By Jo Doe | Reuters | 3 January 2022", ["Jo Doe"]),
        ("Written by Jo Doe", ["Jo Doe"]),
        ("Reported by: Jo Doe", ["Jo Doe"]),
        ("Written By: Jo Doe | Edited By: Ann Roe", ["Jo Doe"]),
        ("By JO DOE FOR THE EXAMPLE", ["Jo Doe"]),
        ("By Maria de la Cruz", ["Maria de la Cruz"]),
        ("By PAULINE McGREW", ["Pauline McGrew"]),
        ("by Jo Doe", ["Jo Doe"]),
        ("Jo Doe, Chief Reporter", ["Jo Doe"]),
        ("Jo Doe\nCourts correspondent\n3 January 2022", ["Jo Doe"]),
        ("By\nJo Doe", ["Jo Doe"]),
        ("By JO DOE, FOREIGN CORRESPONDENT, IN VIENNA", ["Jo Doe"]),
        ("By Jo Doe (with AFP)", ["Jo Doe"]),
        ("Por Jo Doe", ["Jo Doe"]),
        ("By Jo Doe\nEconomics correspondent\n@jodoe\nPublished\n3 January 2022", ["Jo Doe"]),
        ("By our special correspondent in Lima, Étienne Doe", ["Étienne Doe"]),
        ("By Jo Doe\nThe writer teaches law at Example University", ["Jo Doe"]),
        ("By our staff reporter", []),
        ("By Al Jazeera Staff", []),
        ("Edited by Ann Roe", []),
        ("Our Correspondent", []),
        ("By the time they met, it was over", []),
    ],
)
def test_authors_are_the_names_of_the_byline(line: str, authors: list[str]) -> None:
    document = read_text("a.txt", page(line))
    assert list(document.authors) == authors


@pytest.mark.parametrize(
    ("head", "foot", "published", "updated"),
    [
        ("Published 3 January 2022", "", "2022-01-03", None),
        ("January 3, 2022", "", "2022-01-03", None),
        ("Gazeta de Norte, Culture, 3 January 2022", "", "2022-01-03", None),
        ("The Lake Argus, Monday 3 January 2022. By Jo Doe", "", "2022-01-03", None),
        ("VIENNA, Monday, 3 January 2022 (Lake Agency)", "", "2022-01-03", None),
        ("Storms had hit Vienna before, 3 January 2022", "", None, None),
        ("Updated January 6th, 2022 at 16:00 IST", "Published January 5th, 2022 at 9:30 IST", "2022-01-05T09:30", None),
        ("21 Jan, 2022 | 3:41 pm", "", "2022-01-21T15:41", None),
        ("Mon 10 Jan 2022 18.30 GMT\nLast modified on Tue 11 Jan 2022 05.01 GMT", "", "2022-01-10T18:30+00:00", None),
        ("PUBLISHED: 10:23, 10 January 2022 | UPDATED: 12:01, 10 January 2022", "", "2022-01-10T10:23", None),
        ("Posted on January 10, 2022 by admin", "", "2022-01-10", None),
        ("Published\n10 January 2022", "", "2022-01-10", None),
        ("Published 4 May 2023.", "", "2023-05-04", None),
        ("", "Nothing came of it. Published 4 May 2023.", "2023-05-04", None),
        ("Published 4 May 2023. The talks were the last of the year, and few came.", "", "2023-05-04", None),
        ("", "The report on the lake, published 4 May 2023, says so.", None, None),
        ("", "The report is out. Published 4 May 2023 in Vienna, it says so.", None, None),
        ("Last updated: 10 January 2022", "", "2022-01-10", "2022-01-10"),
        ("As of: April 6, 2024 6:45 p.m.", "", "2024-04-06T18:45", "2024-04-06T18:45"),
        ("5 hours ago", "", None, None),
        ("10 January", "", None, None),
        ("", "", None, None),
        ("", "Correction:\n\nJanuary 10, 2022", None, None),
        ("", "January 10, 2022", "2022-01-10", None),
        ("", "January 10, 2022\n\nMore on this story\n\nThe lake is dry", None, None),
        (
            "VIENNA, Jan. 10, 2022 (Reuters) - The talks ended on Monday without a deal, a spokesman said.",
            "",
            "2022-01-10",
            None,
        ),
    ],
)
def test_the_date_of_publication_is_the_one_the_page_states(
    head: str, foot: str, published: str | None, updated: str | None
) -> None:
    document = read_text("a.txt", page(head, foot))
    assert document.published.value == published
    assert document.published.basis == ("stated" if published else "open")
    if updated:
        assert document.updated == updated


def test_the_reason_names_the_words() -> None:
    document = read_text("a.txt", page("Published 3 January 2022"))
    assert document.published.reason == "the page says “Published 3 January 2022”"


@pytest.mark.parametrize(
    "line",
    [
        "March 14, 2023 by admin Leave a Comment",
        "TORONTO | Tuesday, 14 March 2023 | 10:12 ET",
        "FP Staff March 14, 2023 10:01:23 IST",
        "14 Mar, 2023 | Example Post",
    ],
)
def test_a_date_among_names_is_the_pages(line: str) -> None:
    published = read_text("a.txt", page(line)).published
    assert ((published.value or "")[:10], published.basis) == ("2023-03-14", "stated")


def test_day_and_month_that_could_change_places_leave_a_window() -> None:
    published = read_text("a.txt", "Talks end\n\nPublished 03/04/2022\n\nThe two sides met in Vienna.\n").published
    assert (published.value, published.earliest, published.latest) == ("2022", "2022-03-04", "2022-04-03")


@pytest.mark.parametrize(
    ("text", "outlet", "relays"),
    [
        (page("By Jo Doe, BBC News"), "BBC News", []),
        (page("By Jo Doe\n\nPublished\n\n3 January 2022"), None, []),
        (page("Vienna, 8 Nov (Lakes News Service).- The two sides met."), None, ["Lakes News Service"]),
        (page("(News 1st); The two sides met in Vienna for the last time."), "News 1st", []),
        (page("", "Copyright © 2022 The Lake Post. All rights reserved."), "The Lake Post", []),
        ("Talks end without a deal | The Daily Example\n\n" + PROSE, "The Daily Example", []),
        (page("OSLO, Tuesday 4 May (Northern Press Agency)"), None, ["Northern Press Agency"]),
        (page("OSLO, 4 May (Lakes News Service) The two sides met."), None, ["Lakes News Service"]),
        (page("DUQM, Oman (Reuters): The two sides met for the last time."), None, ["Reuters"]),
        (page("VIENNA (Reuters) - The two sides met for the last time."), None, ["Reuters"]),
        (page("", "It is over, he said. (ANI)"), None, ["ANI"]),
        (page("", "(With inputs from PTI and AFP)"), None, ["Press Trust of India", "Agence France-Presse"]),
        (page("MOSCOW, January 14. /TASS/. The two sides met for the last time."), None, ["TASS"]),
        (page("By Jo Doe, Associated Press"), None, ["Associated Press"]),
        (page("Published: June 08, 2023 21:33 Reuters"), None, ["Reuters"]),
        (page("ISTANBUL (AFP) 11 January 2019 - The striker will not play."), None, ["Agence France-Presse"]),
        (page("by Reuters"), None, ["Reuters"]),
        (page("3 January 2022\nPTI"), None, ["Press Trust of India"]),
        (page("3 January 2022 | Example Post"), "Example Post", []),
        (page("January 3, 2022 / 7:21 PM EST / CBS News"), "CBS News", []),
        (page("by Jo Doe | Jan 3, 2022 | News"), None, []),
        (
            page("", "All efforts to resolve the dispute in peace have failed.  (dpa/NAN)"),
            None,
            ["Deutsche Presse-Agentur", "News Agency of Nigeria"],
        ),
        (page("VIENNA (REUTERS, BLOOMBERG) - The two sides met for the last time."), None, ["Reuters", "Bloomberg"]),
        (page("", "Source: BBC"), None, ["BBC"]),
        ("Talks end without a deal | News\n\n" + PROSE, None, []),
        (page("", "With Post wires"), None, ["news agencies, not named"]),
        (page("Agencies"), None, ["news agencies, not named"]),
        (page("Image: AP"), None, []),
        (page("", "© Example Gazette 2023. All rights reserved."), "Example Gazette", []),
        (page("", "© Example Gazette 2019-2023 All rights reserved"), "Example Gazette", []),
        ("EXAMPLE COURIER\nUK news\n\n" + page("By Jo Doe"), "Example Courier", []),
        ("Home | News | Sport\nExample Gazette\n\n" + page("By Jo Doe"), "Example Gazette", []),
        ("WORLD NEWS\n\n" + page("By Jo Doe"), None, []),
        (page("Aerial view of Example Lake. (PA)"), None, []),
        (page("") + "Aerial view of Example Lake, where the dam is. (PA)\n\n" + PROSE, None, []),
        (page("", "Reuters reported that the talks were over."), None, []),
    ],
)
def test_outlet_and_agencies_are_named_only_where_the_page_signs_with_them(
    text: str, outlet: str | None, relays: list[str]
) -> None:
    document = read_text("a.txt", text)
    assert (document.outlet, list(document.relays)) == (outlet, relays)


def test_a_magazines_name_above_its_section_is_no_headline() -> None:
    head = "Lake & Shore magazine\nOpinion\n\nWho will say sorry to them?\n\nBy Jo Doe, Thursday 16 March 2023\n\n"
    document = read_text("a.txt", head + PROSE + PROSE.replace("two", "three"))
    assert (document.title, document.outlet) == ("Who will say sorry to them?", "Lake & Shore magazine")
    assert [b.kind for b in document.blocks if document.text[b.span.start :].startswith("Who")] == ["headline"]


@pytest.mark.parametrize(
    ("head", "outlet", "published"),
    [
        ("The Daily Beacon\nWednesday, March 4, 2026", "The Daily Beacon", "2026-03-04"),
        ("Harbour Gazette | Friday 3 May 2024 | 75p\nLOCAL NEWS", "Harbour Gazette", "2024-05-03"),
        ("HARBOUR TIMES – Vol. 132, No. 41 – Friday, May 3, 2024", "Harbour Times", "2024-05-03"),
        ("From The Harbour Times, Friday 3 May 2024, page 4", "The Harbour Times", "2024-05-03"),
        ("The Harbour Times   Friday, May 3, 2024", "The Harbour Times", "2024-05-03"),
        ("HARBOUR DAILY\nFriday 3 May 2024", "Harbour Daily", "2024-05-03"),
        ("OBSERVER\nNorthern edition\nFriday 3 May 2024", "Observer", "2024-05-03"),
        ("Harbour Gazette\nEst. 1921 | Friday May 3, 2024 | £1.60\nPOLITICS", "Harbour Gazette", "2024-05-03"),
        ("THE HARBOUR CITIZEN\nYour voice since 1887\nFriday 3 May 2024", "The Harbour Citizen", "2024-05-03"),
        (
            "HARBOUR TIMES\nThe voice of the west\nFriday, 3 May 2024  |  16°C  Cloudy\nHome | News | Sport | Jobs",
            "Harbour Times",
            "2024-05-03",
        ),
        ("Harbour Courier\nHome  News  Farming  Jobs  Property\nFriday, 3 May 2024", "Harbour Courier", "2024-05-03"),
        (
            "The Harbour Herald\nFriday, 3 May 2024\nNews | Sport | Opinion | Weather: 11°C, showers\nBUSINESS",
            "The Harbour Herald",
            "2024-05-03",
        ),
        ("www.harbour.example | Friday 3 May 2024 | Partly cloudy, 7C", None, "2024-05-03"),
        ("Radio Harbour - News", None, None),
    ],
)
def test_what_a_page_has_above_its_headline_is_masthead(head: str, outlet: str | None, published: str | None) -> None:
    document = read_text("a.txt", f"{head}\n\nRoof of the sports hall comes down\n\nBy Jo Doe\n\n{PROSE}")
    assert (document.title, document.outlet) == ("Roof of the sports hall comes down", outlet)
    assert (document.published.value, document.published.basis) == (published, "inferred" if published else "open")


def test_the_day_of_a_masthead_gives_way_to_the_articles_own() -> None:
    document = read_text("a.txt", f"Harbour Gazette\nFriday 3 May 2024\n\n{page('Published 2 May 2024')}")
    assert (document.published.value, document.published.basis) == ("2024-05-02", "stated")


@pytest.mark.parametrize("label", ["Press release", "FOR IMMEDIATE RELEASE", "Media statement"])
def test_what_a_release_calls_itself_is_no_headline(label: str) -> None:
    head = f"{label}\nHarbour Commission\nAbuja, 3 May 2024\n\nHARBOUR COMMISSION WELCOMES TALKS ON THE DUES"
    document = read_text("a.txt", f"{head}\n\n{PROSE}")
    assert document.title == "HARBOUR COMMISSION WELCOMES TALKS ON THE DUES"
    assert (document.published.value, document.published.basis) == ("2024-05-03", "stated")


def test_a_paper_named_below_the_headline_is_the_outlet() -> None:
    document = read_text("a.txt", page("The Harbour Times\n3 May 2024"))
    assert document.outlet == "The Harbour Times"
    assert "The Harbour Times" in [document.text[slice(*b.span)] for b in document.removed]


@pytest.mark.parametrize(
    ("head", "outlet", "published"),
    [
        ("Gazeta de Norte, English page, Friday 3 May 2024", "Gazeta de Norte", "2024-05-03"),
        ("Khabar Net English Desk, 23-05-2024", "Khabar Net English Desk", "2024-05-23"),
        ("Le Courrier des Dunes (Lomé) - Friday 3 May 2024 at 09h47", "Le Courrier des Dunes", "2024-05-03T09:47"),
        ("Der Nordbote, Friday, 3. May 2024 (machine translation)", "Der Nordbote", "2024-05-03"),
        ("Channel 9 Sport – Friday 3 May 2024", "Channel 9 Sport", "2024-05-03"),
        ("Affärsnytt\nFriday 3 May 2024", "Affärsnytt", "2024-05-03"),
        ("Dagbladet, Arts\n3.5.2024 at 6.00", "Dagbladet", "2024-05-03"),
        ("Lago Verde Hoy, 3 May", "Lago Verde Hoy", None),
        ("Original in German. Machine translation.\n23.05.2024, 07:15", None, "2024-05-23T07:15"),
        ("Ann Whitcombe\n3 May 2024", None, "2024-05-03"),
        ("Thabiso Mokgotho\n3 May 2024", None, "2024-05-03"),
        ("Vienna and Geneva, 3 May 2024, 07:30 CET", None, "2024-05-03T07:30+01:00"),
        ("GENEVA, May 3, 2024 (Lakes News Service) -", None, "2024-05-03"),
        ("Talks that began in spring, 3 May 2024", None, None),
    ],
)
def test_a_name_with_the_day_below_the_headline_is_the_outlet(
    head: str, outlet: str | None, published: str | None
) -> None:
    document = read_text("a.txt", f"Roof of the sports hall comes down\n\n{head}\n\n{PROSE}")
    assert (document.title, document.outlet) == ("Roof of the sports hall comes down", outlet)
    assert document.published.value == published


def test_a_headline_that_ends_in_a_papers_word_stays_one() -> None:
    document = read_text("a.txt", "Rail Strikes Hit The Express\n\nBy Jo Doe\n\n" + PROSE)
    assert document.title == "Rail Strikes Hit The Express"


def test_a_text_without_headline_is_called_by_its_first_words() -> None:
    document = read_text("a.txt", PROSE)
    assert document.title == "The two sides met in Vienna on Monday, May 2, 2016, and agreed on nothing at all."


def test_the_five_articles_of_the_project() -> None:
    documents = {d.id[:3]: d for d in read_folder(SEEDS).documents}
    facts = {
        key: (d.authors, d.outlet, d.published.value, len(d.prose), [b.kind for b in d.removed].count("caption"))
        for key, d in sorted(documents.items())
    }
    assert facts == {
        "000": (("Anurag Roushan",), None, "2022-01-06T16:00", 9, 0),
        "001": ((), None, None, 13, 1),
        "002": ((), None, None, 7, 0),
        "003": ((), None, None, 14, 8),
        "004": (("Amani Nilar",), "News 1st", "2022-01-21T15:41", 17, 0),
    }
