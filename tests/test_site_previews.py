"""What stands in a page on the records it links to, for a preview of a link; and what a source is called in short."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from generator.model import Actor, Alias, Dated, Source
from generator.site.addresses import Addresses
from generator.site.lookup import Lookup
from generator.site.naming import called, other_names, short_names
from generator.site.previews import PREVIEWS, previews, with_previews
from generator.site.views import Here
from tests.builders import HOSTILE, dossier, hostile_dossier

HERE = Here(with_previews(Lookup.of(dossier())), Addresses("../../"))


def embedded(html: str, here: Here = HERE) -> dict[str, Any]:
    """The previews a page with these links has."""
    element = str(previews(here, html))
    found = re.fullmatch(r'\n<script type="application/json" id="or-previews">([^<>]*)</script>', element)
    assert found or not element
    return json.loads(found[1]) if found else {}


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ('<a href="../../actors/ana-ruiz/">her</a>', ["actors/ana-ruiz"]),
        ('<a class="or-m" id="m-1" href="../../actors/ana-ruiz/#said">her</a>', ["actors/ana-ruiz"]),
        ('<a href="../../sources/001-ferry-talks/#q-a1">1</a>', ["sources/001-ferry-talks"]),
        ('<a href="../../actors/ana-ruiz/">a</a> <a href="../../actors/ana-ruiz/">b</a>', ["actors/ana-ruiz"]),
        ('<a href="../../actors/nobody/">x</a>', []),
        ('<a href="../../actors/">all</a>', []),
        ('<a href="https://example.org/actors/ana-ruiz/">x</a>', []),
        ('<p class="or-card__words or-x"><a href="../../statements/s-7d1c/">its own words</a></p>', []),
    ],
)
def test_a_page_has_previews_of_what_it_links_to(html: str, linked: list[str]) -> None:
    assert list(embedded(html)) == linked


def said(uri: str) -> list[str]:
    return list(embedded(f'<a href="../../{uri}/">x</a>')[uri])


def test_what_a_preview_says() -> None:
    assert said("statements/s-7d1c") == [
        "Ana Ruiz, 2 March 2022",
        "“We will not pay for a crossing that nobody may use,” … “and we have said so every Monday since January.”",
        "Carried by 3 sources, 2 of them separate, the rest copies.",
    ]
    assert said("actors/ana-ruiz") == [
        "Ana Ruiz",
        "Foreign Minister; top Karst diplomat",
        "Person",
    ]
    assert said("events/e-2022-03-07-talks-lindhaven") == [
        "Talks between Karst and Varn in Lindhaven",
        "Planned · 7 March 2022 · Lindhaven",
        "Karst, Varn",
    ]
    assert said("sources/003-copy") == [
        "Ferry negotiations in Varn will open on Monday, minister states",
        "date open",
        "1 statement · copy of another source · words swapped",
    ]


def test_pages_that_are_files_have_previews_too() -> None:
    here = Here(HERE.lookup, Addresses("../", directories=False))
    assert list(embedded('<a href="../actors/ana-ruiz.html">her</a>', here)) == ["actors/ana-ruiz"]


def test_hostile_words_stay_inert() -> None:
    here = Here(with_previews(Lookup.of(hostile_dossier())), Addresses())
    found = embedded('<a href="actors/hostile/">x</a> <a href="statements/s-h/">y</a>', here)
    assert len(found) == 2
    assert HOSTILE[:20] in json.dumps(found, ensure_ascii=False), "it is shown, as text"


def test_a_page_with_many_links_has_no_more_previews_than_it_can_bear() -> None:
    made = dossier()
    template = made.actors[0]
    actors = tuple(replace(template, id=f"actor-{n}") for n in range(PREVIEWS + 50))
    here = Here(with_previews(Lookup.of(replace(made, actors=(*made.actors, *actors)))), Addresses())
    assert len(embedded("".join(f'<a href="actors/{a.id}/">x</a>' for a in actors), here)) == PREVIEWS


def source(id_: str, outlet: str | None, title: str, day: str | None = "2022-01-10") -> Source:
    return Source(id_, f"{id_}.txt", "", title, (), outlet, "en", Dated(day, "stated", ""))


@pytest.mark.parametrize(
    ("sources", "names"),
    [
        ([source("a", "The Courier", "Dam bursts")], ["The Courier"]),
        (
            [source("a", "The Courier", "Dam bursts", "2022-01-10T08:00"), source("b", "The Courier", "Dam mended")],
            ["The Courier, 10 January 2022", "The Courier, 10 January 2022"],
        ),
        ([source("a", "The Courier", "A", None), source("b", "The Courier", "B", None)], ["The Courier"] * 2),
        (
            [source("a", None, "Ministers meet in Varn to talk of ferries and of tolls")],
            ["Ministers meet in Varn to talk of …"],
        ),
        ([source("dam-0510", None, "")], ["dam-0510.txt"]),
    ],
)
def test_a_source_has_a_short_name(sources: list[Source], names: list[str]) -> None:
    assert list(short_names(sources).values()) == names


def test_an_actors_names_are_told_from_the_phrases_for_it() -> None:
    texts = ("Sylvain Etter", "Etter de la Cour", "The ambassador", "the ambassador", "its ambassador", "The Irishman")
    actor = Actor("a", "Sylvain Étter", "person", (), tuple(Alias(t, 1, ("s",)) for t in texts))
    assert other_names(actor) == ("Sylvain Etter", "Etter de la Cour")
    assert called(actor) == ("The ambassador", "The Irishman")
    police = Actor("p", "the police", "organisation", (), tuple(Alias(t, 1, ("s",)) for t in ("The police", "HPD")))
    assert (other_names(police), called(police)) == (("HPD",), ())
    bank = Actor("b", "Bank", "organisation", (), tuple(Alias(t, 1, ("s",)) for t in ("BANK", "the Bank", "The Bank")))
    assert (other_names(bank), called(bank)) == (("the Bank",), ())
