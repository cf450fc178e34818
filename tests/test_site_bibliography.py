"""Bibliographies and the calendar, as the programs that read them want them."""

import json
from dataclasses import replace

from generator.model import Dated
from generator.site.bibliography import bibliographies, bibtex, calendar, csl, ris
from tests.builders import HOSTILE, dossier, hostile_dossier

SOURCE = dossier().sources[0].source


def test_bibtex() -> None:
    assert bibtex(SOURCE) == (
        "@misc{001-ferry-talks,\n"
        "  title = {{Ferry talks in Varn to open on Monday, minister says}},\n"
        "  author = {{Mira Holt}},\n"
        "  howpublished = {Harbour Gazette},\n"
        "  year = {2022},\n"
        "  note = {3 mar},\n"
        "}\n"
    )


def test_tex_does_nothing_with_what_an_article_says() -> None:
    assert "title = {{100\\% of \\textbackslash{}input\\{x\\}}}" in bibtex(replace(SOURCE, title="100% of \\input{x}"))


def test_ris_has_one_line_a_field() -> None:
    lines = ris(replace(SOURCE, title="Two\nlines")).splitlines()
    assert lines[0] == "TY  - NEWS" and lines[-2] == "ER  - "
    assert "TI  - Two lines" in lines and "DA  - 2022/03/03/" in lines and "AU  - Mira Holt" in lines


def test_csl_gives_as_much_of_the_date_as_is_known() -> None:
    assert csl(SOURCE)["issued"] == {"date-parts": [[2022, 3, 3]]}
    assert csl(replace(SOURCE, published=Dated("2022-03", "inferred", "")))["issued"] == {"date-parts": [[2022, 3]]}
    assert "issued" not in csl(replace(SOURCE, published=Dated(None, "open", "")))


def test_the_calendar_holds_planned_events_with_a_day() -> None:
    text = calendar(dossier().events)
    assert text.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20220307\r\nDTEND;VALUE=DATE:20220308\r\n" in text
    assert "SUMMARY:Talks between Karst and Varn in Lindhaven" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_hostile_words_begin_no_field_of_their_own() -> None:
    files = bibliographies(hostile_dossier())
    assert files["planned.ics"].count("BEGIN:") == 2
    assert json.loads(files["sources.csl.json"])[0]["container-title"].startswith(HOSTILE[:30])
    assert files["sources.bib"].count("@misc{") == 1
