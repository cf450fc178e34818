"""Deeds told by verbs that are on no list of events: what is read of a sentence, and which of them get a page."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from test_corroborate import collection
from test_events import found

from generator.annotate import DEFAULT_MODEL, pipeline
from generator.extract.events.deeds import with_deeds
from generator.model import DEED, Block, Dated, Document, Event, Span, TimeExpression

MONDAY = {"Monday": "2022-02-28"}


def deeds(text: str, times: Mapping[str, str]) -> list[tuple[str, str, str | None]]:
    """Words, status and date of the deeds of a text published on 2 March 2022, which no headline stands above."""
    nlp = pipeline(DEFAULT_MODEL, ())
    doc = nlp.make_doc(text)
    blocks = (Block(Span(0, len(text)), "prose"),)
    published = Dated("2022-03-02", "given", "")
    doc._.document = Document(id="a", file="a.txt", sha256="", text=text, title="", blocks=blocks, published=published)
    doc = nlp(doc)
    doc._.times = tuple(
        TimeExpression(Span(text.index(words), text.index(words) + len(words)), words, "DATE", value, "", value, value)
        for words, value in times.items()
    )
    told = with_deeds(doc, found(text, times))
    return [(e.name, e.status, e.date.value) for e in told if e.type == DEED]


@pytest.mark.parametrize(
    ("sentence", "times", "expected"),
    [
        ("Norholm offered 40 crowns a share on Monday.", MONDAY,
         [("Norholm offered 40 crowns a share", "occurred", "2022-02-28")]),
        ("On Monday the owner of Varga rejected the offer of Norholm.", MONDAY,
         [("owner of Varga rejected the offer of Norholm", "occurred", "2022-02-28")]),
        ("The ministry said it had taken the minister's name off the list on Monday.", MONDAY,
         [("… had taken the minister's name off the list", "occurred", "2022-02-28")]),
        ("Norholm will move its head office to Graz on 9 March.", {"9 March": "2022-03-09"},
         [("Norholm will move its head office to Graz", "planned", "2022-03-09")]),
    ],
)  # fmt: skip
def test_a_clause_with_a_day_tells_a_deed(
    sentence: str, times: Mapping[str, str], expected: list[tuple[str, str, str | None]]
) -> None:
    assert deeds(sentence, times) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Berg said on Monday that the plan was dead.",
        "Anna Berg knew the plan on Monday.",
        "Norholm did not open its books on Monday.",
        "Norholm would move its head office on Monday if the board agreed.",
        "The two leaders met in Oslo on Monday.",
        "Anna Berg denied the report on Monday.",
    ],
)
def test_words_thoughts_states_and_what_is_on_a_list_are_no_deeds(sentence: str) -> None:
    assert deeds(sentence, MONDAY) == []


def told(folder: Path, **articles: str) -> list[Event]:
    for name, text in articles.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [e for e in collection(folder).found.events if e.type == DEED]


def test_what_two_articles_tell_of_one_day_is_one_deed(tmp_path: Path) -> None:
    first = (
        "Varga spurns Norholm\n\n15 March 2023\n\nThe board of the ski maker Varga on Tuesday rejected a bid by "
        "Norholm, its rival from Graz.\n"
    )
    second = (
        "No to Graz\n\n15 March 2023\n\nVarga is to stay on its own. Its board rejected the bid by Norholm on Tuesday "
        "after a meeting of five hours, people close to the company said.\n"
    )
    (event,) = told(tmp_path, first=first, second=second)
    assert (event.date.value, event.sources) == ("2023-03-14", ("first", "second"))


def test_a_verb_and_its_noun_tell_one_deed(tmp_path: Path) -> None:
    release = (
        "Norholm announces offer for Varga\n\n15 March 2023\n\nNorholm on Tuesday announced a cash offer for Varga.\n"
    )
    story = "Varga says no\n\n16 March 2023\n\nNorholm offered 40 crowns a share on Tuesday. Varga is not for sale.\n"
    (event,) = told(tmp_path, release=release, story=story)
    assert event.sources == ("release", "story")


@pytest.mark.parametrize(
    ("one", "other", "many"),
    [
        ("Norholm raised its prices on Tuesday.", "Norholm raised 4 million euros on Tuesday.", 2),
        ("Anna Berg sent the mayor a letter on Tuesday.", "Anna Berg sent 40 nurses to the coast on Tuesday.", 2),
        ("Anna Berg received a lawyer on Tuesday.", "Anna Berg received a medal on Tuesday.", 2),
        ("Norholm raised its prices on Tuesday.", "Norholm raised the prices of skis on Tuesday.", 1),
    ],
)
def test_who_does_the_same_to_two_things_does_two_deeds(tmp_path: Path, one: str, other: str, many: int) -> None:
    bodies = ("Anna Berg is the head of the ski maker Norholm in Graz. {}", "Norholm of Graz belongs to Anna Berg. {}")
    texts = [
        f"News from Graz\n\n15 March 2023\n\n{body.format(what)}\n"
        for body, what in zip(bodies, (one, other), strict=True)
    ]
    assert len(told(tmp_path, first=texts[0], second=texts[1])) == many


def test_a_deed_of_nobody_named_in_one_article_has_no_page(tmp_path: Path) -> None:
    text = "A quiet week\n\n15 March 2023\n\nThe shop at the corner was painted blue on Tuesday.\n"
    assert told(tmp_path, a=text) == []


def test_a_deed_is_called_by_its_words_with_whose_it_is(tmp_path: Path) -> None:
    text = "A shop closes\n\n15 March 2023\n\nAnna Berg is a baker. She moved her shop to Vienna on Tuesday.\n"
    assert [e.name for e in told(tmp_path, a=text)] == ["Anna Berg moved her shop to Vienna, 14 March 2023"]
