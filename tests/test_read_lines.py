"""Single lines: credits, captions, dates, navigation, and prose that looks like them."""

import pytest

from generator.read.bylines import is_byline
from generator.read.credits import caption_evidence, is_credit, shows_and_tells_nothing, trailing_credit
from generator.read.inline import dateline_end, signed_off
from generator.read.lines import ends_sentence, paragraphs
from generator.read.navigation import is_navigation
from generator.read.phrases import furniture, is_date_line
from generator.read.related import heading_reach, is_led_link


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Photo: Jo Doe / AFP", True),
        ("Photo: VIRGINIA EXAMPLE / AFP / Getty Images", True),
        ("(Image: AP)", True),
        ("Image: AP | Image:self", True),
        ("AP Photo/Jo Doe", True),
        ("AP Photograph/Jo Doe", True),
        ("Jo Doe/Getty Photographs", True),
        ("Jo Doe via Getty Images", True),
        ("Photograph: Jo Doe/The Example", True),
        ("REUTERS/Jo Doe", True),
        ("EPA-EFE/JO DOE", True),
        ("Image source, Getty Images", True),
        ("Photo by Jo Doe", True),
        ("© AFP", True),
        ("Rappler photo", True),
        ("Image: supplied", True),
        ("Photos of the meeting show him asleep.", False),
        ("Image is everything, he said.", False),
        ("Reuters said that the talks were over.", False),
        ("Getty told the court that it had paid.", False),
        ("Credit where it is due: she tried.", False),
        ("Talks end without a deal", False),
    ],
)
def test_picture_credits(line: str, wanted: bool) -> None:
    assert is_credit(line) is wanted


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Ministers meet in Vienna, Jan. 9, 2022. (AP Photo/Jo Doe)", "(AP Photo/Jo Doe)"),
        ("Ministers meet in Vienna. Photograph: Jo Doe/AFP", "Photograph: Jo Doe/AFP"),
        ("Ministers meet in Vienna on January 9, 2022. REUTERS/Jo Doe", "REUTERS/Jo Doe"),
        ("The bed of the lake [Jo Doe/Reuters]", "[Jo Doe/Reuters]"),
        ("Ministers at the palace. File photo: AP", "File photo: AP"),
        ("He met the senator (D-Pa.).", None),
        ("It is over, he said. (ANI)", "(ANI)"),
        ("He works for the agency (Reuters is another) in Vienna.", None),
    ],
)
def test_credits_at_the_end_of_a_line(line: str, credit: str | None) -> None:
    at = trailing_credit(line)
    assert (None if at is None else line[at:].strip()) == credit


@pytest.mark.parametrize(
    ("line", "least"),
    [
        ("A soldier walks through a house near the front, Donetsk region, Ukraine, Sunday, Jan. 9, 2022", 3),
        ("Soldiers Mykhailo (L) and Pavlo build a bunker on the front line on December 12, 2021 in Zolote", 3),
        ("The minister, left, speaks with her counterpart in Vienna, Monday, Jan. 10, 2022.", 3),
    ],
)
def test_captions_follow_the_formula(line: str, least: int) -> None:
    assert caption_evidence(line) >= least


@pytest.mark.parametrize(
    "line",
    [
        "The minister said on Monday, Jan. 10, 2022, that she speaks for five countries.",
        "On January 6, 2021, a crowd broke into the Capitol.",
        "“We hold these talks in Vienna,” she said on January 9, 2022.",
        "The parties will hold talks in Vienna on January 9, 2022.",
        "Talks began on Monday, Jan. 10, 2022. Both sides wait for an answer.",
    ],
)
def test_prose_with_a_date_is_no_caption(line: str) -> None:
    assert caption_evidence(line) < 3
    assert not shows_and_tells_nothing(line)


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("GENEVA (Reuters) - The talks ended.", "GENEVA (Reuters) - "),
        ("GENEVA, Jan 10 (Reuters) – The talks ended.", "GENEVA, Jan 10 (Reuters) – "),
        ("WASHINGTON (AP) — The talks ended.", "WASHINGTON (AP) — "),
        ("Kyiv, Ukraine (CNN) — The talks ended.", "Kyiv, Ukraine (CNN) — "),
        ("(CNN)The talks ended.", "(CNN)"),
        ("(News 1st); The talks ended.", "(News 1st); "),
        ("New Delhi [India], January 6 (ANI): The talks ended.", "New Delhi [India], January 6 (ANI): "),
        ("Vienna, Jan 15 (PTI) The talks ended.", "Vienna, Jan 15 (PTI) "),
        ("MOSCOW, January 14. /TASS/. The talks ended.", "MOSCOW, January 14. /TASS/. "),
        ("MOSCOW, January 26 - RIA Novosti. The talks ended.", "MOSCOW, January 26 - RIA Novosti. "),
        ("(ANSA) – GENEVA, JAN 10 – The talks ended.", "(ANSA) – GENEVA, JAN 10 – "),
        (
            "GENEVA (Lake / Sputnik - 09th May, 2022) The talks ended.",
            "GENEVA (Lake / Sputnik - 09th May, 2022) ",
        ),
        ("Washington [US], January 19 : The talks ended.", "Washington [US], January 19 : "),
        ("Moscow (Russia) The talks ended.", ""),
        ("VIENNA • The talks ended.", "VIENNA • "),
        ("Vienna/Moscow: The talks ended.", "Vienna/Moscow: "),
        ("NEW DELHI: The talks ended.", "NEW DELHI: "),
        ("Colombo - The talks ended.", "Colombo - "),
        ("DES MOINES, Iowa — The talks ended.", "DES MOINES, Iowa — "),
        ("WASHINGTON _ The talks ended.", "WASHINGTON _ "),
        ("Blinken: The talks ended.", ""),
        ("TRUMP: The talks ended.", ""),
        ("Moscow — which denies it — said no.", ""),
        ("The talks (in Geneva) - The last ones - ended.", ""),
        ("NATO (founded in 1949) — The alliance — met.", ""),
    ],
)
def test_datelines(line: str, dateline: str) -> None:
    assert line[: dateline_end(line, first=True)] == dateline


def test_a_dateline_inside_an_article_needs_an_agency() -> None:
    assert dateline_end("NEW YORK — The talks ended.", first=False) == 0
    assert dateline_end("NEW YORK (AP) — The talks ended.", first=False) == len("NEW YORK (AP) — ")


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("It is over, he said. (ANI)", "(ANI)"),
        ("It is over, he said. - Reuters", "- Reuters"),
        ("It is over, he said. (With inputs from PTI)", "(With inputs from PTI)"),
        ("It is over, he said (ANI)", None),
        ("It is over, said the Organization of American States. (OAS)", None),
    ],
)
def test_agencies_that_sign_off(line: str, sign: str | None) -> None:
    at = signed_off(line)
    assert (None if at is None else line[at:].strip()) == sign


@pytest.mark.parametrize(
    "line",
    [
        "6 January 2022",
        "Thu 6 Jan 2022 16.00 GMT",
        "21 Jan, 2022 | 3:41 pm",
        "Updated 9:02 PM ET, Mon January 10, 2022",
        "3 hours ago",
        "5 min read",
        "September 27, 2009 06:32 pm | Updated November 17, 2021 06:51 am IST - New York",
        "Added: 17.08.2022 14:32 | 6 views | 0 comments",
        "15 Sep, 2023 | Example Post",
        "6 June, 2023 Tuesday",
        "January 9, 2022 / 7:21 PM EST / CBS News",
        "January 9, 20226:00 AM GMTLast Updated 2 years ago",
        "Last Update: Wednesday, 05 August 2020 KSA 23:53 - GMT 20:53",
    ],
)
def test_lines_that_are_nothing_but_a_date(line: str) -> None:
    assert is_date_line(line)
    assert furniture(line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Jo Doe (@jodoe88) Published January 09, 2022 | 10:50 PM",
        "By Voice of the Lake Jan 14, 2022 | 2:00 AM",
        "Agencies | Geneva",
        "Guardian, 22 Jan 2022",
        "Diplomatic Correspondent",
        "Posted on January 10, 2022 by admin",
        "Jo Doe reported from Washington.",
        "(Reporting by Jo Doe; Editing by Ann Roe)",
        "rc/jsi (AFP, dpa)",
    ],
)
def test_lines_that_say_who_and_when(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "On January 6, 2022, the talks ended.",
        "January 6 attack",
        "The two met 3 hours ago in Vienna",
        "By the time they met, it was over",
        "By Friday the talks were over",
        "Published reports say otherwise",
        "Agency chief resigns over leak",
        "By Jan 10, 2022 all troops must be gone",
        "Washington correspondent shot in Kyiv",
        "News desk of the future",
        "Author Jo Doe said on Monday that it was over",
    ],
)
def test_prose_about_dates_and_writers_is_no_byline(line: str) -> None:
    assert not is_date_line(line)
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Home > World > Europe", True),
        ("Home / World News / Talks end without a deal", True),
        ("World", True),
        ("News | Ukraine crisis", True),
        ("Opinion | Why the talks failed", False),
        ("Ukraine crisis: US/Russia talks end", False),
        ("Politics is the art of the possible", False),
        ("Accueil › International › Afrique", True),
        ("Главная > Мир > Политика", True),
        ("News  Sport  Puzzles  Showbiz", True),
        ("The army > the people", False),
    ],
)
def test_navigation(line: str, wanted: bool) -> None:
    assert is_navigation(line) is wanted


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "advert"),
        ("- Advertisement -", "advert"),
        ("Story continues below advertisement", "advert"),
        ("Sign up for our newsletter", "advert"),
        ("We use cookies to make this site work. Read our policy.", "advert"),
        ("Please contact us at [email\u00a0protected]", "advert"),
        ("Facebook | Twitter | WhatsApp", "share"),
        ("Share Tweet Email", "share"),
        ("12k shares", "share"),
        ("@jodoe", "share"),
        ("Post a Comment", "share"),
        ("© 2022 The Example. All rights reserved.", "other"),
        (".", "other"),
        ("***", "other"),
        ("width: 100%;", "other"),
        ("Share prices fell on Monday.", None),
        ("Follow the money, he said.", None),
        ("Print is dead, the editor told the board.", None),
        ("The company subscribed to the plan.", None),
        ("Email messages show that he knew.", None),
        ("He said: “Subscribe to our view or leave.”", None),
    ],
)
def test_furniture(line: str, kind: str | None) -> None:
    assert furniture(line) == kind


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Also read: Ministers meet in Vienna", True),
        ("READ MORE Talks collapse in Vienna", True),
        ("See also  Ten lakes to see", True),
        ("ALSO READ | The town that lost its shore", True),
        ("More: he wants more of everything, and he wants it now.", False),
        ("Related: “I am his brother,” he said.", False),
        ("Read the treaty, she told them.", False),
    ],
)
def test_links_with_their_heading(line: str, wanted: bool) -> None:
    assert is_led_link(line) is wanted


def test_headings_of_links() -> None:
    assert heading_reach("Read more:") == "lead"
    assert heading_reach("LATEST NEWS") == "tail"
    assert heading_reach("More from Europe") == "list"
    assert heading_reach("The latest on the talks is not good.") is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It is over.", True),
        ("“It is over.”", True),
        ("It is over. (ANI)", True),
        ("Is it over?", True),
        ("Talks end without a deal", False),
        ("He called it ‘a mistake’", False),
    ],
)
def test_sentence_ends(text: str, wanted: bool) -> None:
    assert ends_sentence(text) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One.\nTwo.\n", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("The report, which the\nminister has read, is long.", ["The report, which the minister has read, is long."]),
        ("Talks end in Vienna\ne-mail\nThe end.", ["Talks end in Vienna", "e-mail", "The end."]),
        ("\u200bOne.\u00a0\n\u00a0\nTwo.\ufeff", ["One.", "Two."]),
        (
            "    VIENNA - Five nations signed a treaty on Saturday to save a\nlake that has lost a third of its water. "
            "The mediator,\nMara Ilves, said that nobody had slept.\n    David Okoro said the fishing towns would be\n"
            "paid for their losses.\n    The fund opens in June. It is to hold 40 million, two\ndiplomats said.\n",
            [
                "VIENNA - Five nations signed a treaty on Saturday to save a lake that has lost a third of its water. "
                "The mediator, Mara Ilves, said that nobody had slept.",
                "David Okoro said the fishing towns would be paid for their losses.",
                "The fund opens in June. It is to hold 40 million, two diplomats said.",
            ],
        ),
        (
            "Five nations sign treaty to save a lake\nStorm leaves thousands without power\n"
            "Parliament votes on the new budget today\nTen lakes to see before they dry up\n",
            [
                "Five nations sign treaty to save a lake",
                "Storm leaves thousands without power",
                "Parliament votes on the new budget today",
                "Ten lakes to see before they dry up",
            ],
        ),
        ("", []),
    ],
)
def test_paragraphs(text: str, wanted: list[str]) -> None:
    found = paragraphs(text)
    assert [p.flat for p in found] == wanted
    assert all(len(p.flat) == p.end - p.start for p in found)
