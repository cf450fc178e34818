"""Copies that share no wording: an article whose sentences another tells again in its order."""

from pathlib import Path

import pytest

from tests.test_corroborate import collection

WIRE = """Fire closes tram depot in Kestra

KESTRA, March 14, 2023 (North Press) - A fire at the Lindal tram depot destroyed 18 carriages on Monday night and
injured four night-shift mechanics, the city's transport company said.

The blaze began at about 11:40 p.m. in the paint shop and spread to the main hall within minutes, fire chief Dana Moss
said. Some 90 firefighters fought it until dawn.

Kestra Transit, which runs 62 trams, will replace lines 3 and 7 with buses until Friday. Its director, Ola Berg, said
the damage came to about 24 million crowns.

"We have lost a third of our fleet," Berg told reporters outside the depot.

The mechanics were taken to Lindal Hospital with burns. Two of them remain in intensive care.

Police have opened an inquiry. In 2019 a fire at the same depot destroyed two carriages.
"""
AGAIN = """Eighteen trams lost as depot burns

The Courier, March 15, 2023

Flames have wiped out 18 carriages at the Lindal tram depot, and four mechanics who were working the night of Monday
were hurt, according to the city's transport firm.

Fire chief Dana Moss put the start at around 11:40 p.m. in the paint shop; the main hall was ablaze minutes later. It
took some 90 firefighters until dawn to put out the fire.

Until Friday buses will run on lines 3 and 7, said Kestra Transit, operator of 62 trams. Director Ola Berg estimated
the damage at about 24 million crowns.

A third of the fleet is lost, Berg said to reporters at the depot.

Burns brought the mechanics to Lindal Hospital, where two are still in intensive care.

An inquiry has been opened by police. A fire destroyed two carriages at the depot in 2019.
"""
OWN = """Kestra wakes without trams

The Daily Lantern, March 15, 2023

Commuters in Kestra queued for an hour on Tuesday after the fire at the Lindal depot. At the Old Bridge stop nobody
from Kestra Transit was to be seen.

"I walked to work," said Mira Lund, a nurse at Lindal Hospital, where the injured mechanics lie.

The mayor, Peter Crane, promised a new depot by 2026 and criticised the company for having stored paint beside 18
carriages. Its director, Ola Berg, did not answer questions.

Shopkeepers in Mill Street said trade had fallen by half. The council meets on Thursday to discuss money for buses.

Residents of the houses behind the depot spent the night in a school. They may return once the roof has been tested.
"""


@pytest.mark.parametrize("texts, groups", [((WIRE, AGAIN, OWN), [("a", "b")]), ((WIRE, OWN), [])])
def test_an_article_told_again_in_other_words_is_a_copy(
    tmp_path: Path, texts: tuple[str, ...], groups: list[tuple[str, ...]]
) -> None:
    for name, text in zip("abc", texts, strict=False):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    found = collection(tmp_path).found.copies
    assert [copy.sources for copy in found] == groups
    assert [copy.kind for copy in found] == ["rewritten"] * len(groups)


def test_the_same_sentences_in_another_order_are_no_copy(tmp_path: Path) -> None:
    head, *paragraphs = AGAIN.strip().split("\n\n")
    turned = "\n\n".join([head, paragraphs[0], *reversed(paragraphs[1:])])
    for name, text in (("a", WIRE), ("b", turned)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert collection(tmp_path).found.copies == ()
