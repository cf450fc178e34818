"""Bibliographies and the calendar, as the programs that read them want them."""

import json
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from generator.model import Dated, Source
from generator.site.addresses import Addresses
from generator.site.bibliography import bibliographies, bibtex, calendar, csl, ris
from generator.site.csl import reference
from generator.site.lookup import Lookup
from generator.site.references import SOURCES, bibliography
from generator.site.views import Here
from tests.builders import HOSTILE, dossier, hostile_dossier

SOURCE = dossier().sources[0].source

SOURCES_OF_ALL = tuple(r.source for made in (dossier(), hostile_dossier()) for r in made.sources)


def entries(text: str) -> list[dict[str, str]]:
    """BibTeX as a program reads it: braces counted, a backslash before one takes its meaning away."""
    found: list[dict[str, str]] = []
    at = 0
    while opened := re.compile(r"\s*@(\w+)\{([^,\s]+),").match(text, at):
        entry, at = {"type": opened[1], "key": opened[2]}, opened.end()
        while field := re.compile(r"\s*(\w+) = ").match(text, at):
            at = field.end()
            if text[at] == "{":
                depth, begin = 0, at
                while True:
                    step = text[at]
                    at += 2 if step == "\\" else 1
                    depth += {"{": 1, "}": -1}.get(step, 0)
                    if not depth:
                        break
                entry[field[1]] = text[begin + 1 : at - 1]
            else:
                bare = re.compile(r"\w+").match(text, at)
                assert bare
                entry[field[1]], at = bare[0], bare.end()
            assert text[at] == ","
            at += 1
        ended = re.compile(r"\s*\}\s*").match(text, at)
        assert ended, text[at : at + 60]
        at = ended.end()
        found.append(entry)
    assert at == len(text), text[at : at + 60]
    return found


def records(text: str) -> list[dict[str, list[str]]]:
    """RIS as a program reads it: a tag of two characters, two spaces, a hyphen; `ER` ends a record."""
    found: list[dict[str, list[str]]] = [{}]
    for line in filter(None, text.split("\n")):
        tagged = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert tagged, line
        found[-1].setdefault(tagged[1], []).append(tagged[2])
        if tagged[1] == "ER":
            found.append({})
    assert not found.pop(), "a record that does not end"
    return found


@pytest.mark.parametrize("source", SOURCES_OF_ALL, ids=lambda s: s.id)
def test_what_is_written_is_read_back(source: Source) -> None:
    (entry,) = entries(bibtex(source))
    (record,) = records(ris(source))
    (item,) = json.loads(json.dumps([csl(source)]))
    day = (source.published.value or "").split("T")[0]
    assert entry["key"] == record["ID"][0] == item["id"] == source.id
    assert record["TI"][0] == item["title"]
    assert re.sub(r"\\([{}#$%&_])", r"\1", entry["title"][1:-1]) == item["title"]
    assert record.get("AU", []) == [a["literal"] for a in item.get("author", [])]
    assert entry.get("date", "") == day
    assert record.get("DA", [""])[0] == (f"{day.replace('-', '/')}/" if day else "")
    assert "-".join(f"{n:02}" for n in item.get("issued", {"date-parts": [[]]})["date-parts"][0]) == day
    assert reference(source, "chicago"), "and a citation program makes something of it"


def test_a_pages_sources_can_be_taken_away() -> None:
    here = Here(Lookup.of(dossier()), Addresses("../../"))
    files = bibliography(here, "s-7d1c", here.lookup.statements["s-7d1c"].sources)
    assert [f.title for f in files] == ["s-7d1c.bib", "s-7d1c.ris", "s-7d1c.csl.json"]
    texts = [unquote(f.href.split(",", 1)[1]) for f in files]
    wanted = list(here.lookup.statements["s-7d1c"].sources)
    assert [e["key"] for e in entries(texts[0])] == wanted
    assert [r["ID"][0] for r in records(texts[1])] == wanted
    assert [i["id"] for i in json.loads(texts[2])] == wanted


def test_many_sources_are_taken_from_the_whole() -> None:
    made = dossier()
    record = made.sources[0]
    more = tuple(replace(record, source=replace(record.source, id=f"x-{n}"), quotations=()) for n in range(SOURCES + 1))
    here = Here(Lookup.of(replace(made, sources=(*made.sources, *more))), Addresses("../../"))
    files = bibliography(here, "x", [r.source.id for r in more])
    assert [f.href for f in files] == [f"../../downloads/sources.{end}" for end in ("bib", "ris", "csl.json")]
    assert bibliography(here, "x", []) == ()


def test_bibtex() -> None:
    assert bibtex(SOURCE) == (
        "@article{001-ferry-talks,\n"
        "  title = {{Ferry talks in Varn to open on Monday, minister says}},\n"
        "  author = {{Mira Holt}},\n"
        "  journal = {Harbour Gazette},\n"
        "  year = {2022},\n"
        "  month = mar,\n"
        "  date = {2022-03-03},\n"
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
    assert len(entries(files["sources.bib"])) == 1
    assert len(records(files["sources.ris"])) == 1
