"""The small parts of the site: marks, dates, diffs, cells, citations, explained by examples."""

import json
import re
from dataclasses import replace

import pytest
from markupsafe import Markup

from generator.model import Passage, Span, TimeRecord
from generator.site.addresses import Addresses, anchor, page_uri, record_of
from generator.site.calendar import in_words, machine, month_key, readable, sort_key
from generator.site.clean import clean, shortened
from generator.site.diff import word_diff
from generator.site.downloads import cell, downloads
from generator.site.marks import Mark, draw
from generator.site.structured import script
from tests.builders import HOSTILE, hostile_dossier

TEXT = "She said on Monday it was over."


def drawn(*marks: Mark, text: str = TEXT, start: int = 100) -> str:
    """The passage with its marks, classes shortened to the kind's first letters so that a table can be read."""
    html = draw(Passage(Span(start, start + len(text)), text), marks)
    return re.sub(r' class="or-m or-m--(\w+)"', r" \1", str(html))


def mark(words: str, kind: str, **more: str) -> Mark:
    at = 100 + TEXT.index(words)
    return Mark(Span(at, at + len(words)), kind, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "marks, html",
    [
        ((), TEXT),
        ((mark("said", "cue"),), "She <span cue>said</span> on Monday it was over."),
        (  # nested: the date stands in the quotation
            (mark("Monday", "date", href="#w"), mark("on Monday it", "quotation", anchor="q")),
            'She said <mark quotation id="q">on <a date href="#w">Monday</a> it</mark> was over.',
        ),
        (  # crossing: the second is cut where the first ends; its rest refers back to its anchor
            (mark("said on Monday", "quotation", anchor="q"), mark("Monday it", "figure", anchor="f")),
            'She <mark quotation id="q">said on <span figure id="f">Monday</span></mark>'
            '<span figure data-of="f"> it</span> was over.',
        ),
        (  # the same words twice: the quotation is outside
            (mark("Monday", "mention", href="m"), mark("Monday", "quotation")),
            'She said on <mark quotation><a mention href="m">Monday</a></mark> it was over.',
        ),
        (  # no link inside a link
            (mark("on Monday", "event", href="e"), mark("Monday", "date", href="d")),
            'She said <a event href="e">on <span date>Monday</span></a> it was over.',
        ),
        (  # two of one kind side by side
            (mark("She", "mention"), mark("She said", "cue")),
            "<span cue><span mention>She</span> said</span> on Monday it was over.",
        ),
        (  # the rest of a mark that began before the passage
            (Mark(Span(0, 103), "quotation", anchor="q"),),
            '<mark quotation data-of="q">She</mark> said on Monday it was over.',
        ),
        (  # the second part of a quotation
            (Mark(Span(100, 103), "quotation", anchor="q", continues=True),),
            '<mark quotation data-of="q">She</mark> said on Monday it was over.',
        ),
        ((Mark(Span(90, 95), "date"), Mark(Span(105, 105), "date")), TEXT),
    ],
)  # fmt: skip
def test_marks_nest_and_are_cut_where_they_cross(marks: tuple[Mark, ...], html: str) -> None:
    assert drawn(*marks) == html


def test_every_character_of_a_passage_stays_whatever_the_marks() -> None:
    spans = [Span(a, b) for a in range(100, 120, 3) for b in range(a + 1, 131, 7)]
    marks = [Mark(s, kind) for s in spans for kind in ("quotation", "date", "mention")]
    html = str(draw(Passage(Span(100, 100 + len(TEXT)), TEXT), marks))
    assert re.sub(r"<[^>]+>", "", html) == TEXT
    opened: list[str] = []
    for closing, tag in re.findall(r"<(/?)(\w+)", html):
        if closing:
            assert opened.pop() == tag
        else:
            opened.append(tag)
    assert not opened


def test_the_note_of_a_quotation_follows_its_last_piece() -> None:
    quotation = mark("on Monday it", "quotation", anchor="q")
    with_note = Mark(quotation.span, "quotation", "q", note=("1", "../s/", "Statement 1: Ana"))
    assert re.search(r'it</mark><sup class="or-note"><a href="../s/"[^>]*>1</a></sup> was', drawn(with_note))


def test_an_article_cannot_close_a_mark() -> None:
    html = draw(Passage(Span(0, len(HOSTILE)), HOSTILE), [Mark(Span(0, 30), "quotation", title=HOSTILE)])
    assert "<script" not in html and "<img" not in html and "\u202e" not in html
    assert isinstance(html, Markup)


@pytest.mark.parametrize(
    "value, words",
    [
        ("2022-01-05", "5 January 2022"),
        ("2022-01-06T16:00+05:30", "6 January 2022, 16:00 UTC+05:30"),
        ("2022-01-06T16:00Z", "6 January 2022, 16:00 UTC"),
        ("2022-01-06TEV", "6 January 2022, evening"),
        ("2022-01", "January 2022"),
        ("2022-W02", "week of 10 January 2022"),
        ("2022-W02-WE", "weekend of 15 January 2022"),
        ("2022", "2022"),
        ("2022-SU", "summer 2022"),
        ("P2D", "2 days"),
        ("P1M", "1 month"),
        ("PT30M", "30 minutes"),
        ("PXW", "some weeks"),
        ("P1Y2M", "1 year 2 months"),
        ("P", "P"),
        ("XXXX-WXX-1", "every Monday"),
        ("PRESENT_REF", "the time of writing"),
        ("2022-W60", "2022-W60"),
        ("XXXX-08-05", "5 August, year not told"),
        (None, "date open"),
    ],
)
def test_a_date_in_words(value: str | None, words: str) -> None:
    assert readable(value) == words


def test_a_weekday_of_no_known_week_is_one_day() -> None:
    said = TimeRecord(Span(0, 7), "Tuesday", "DATE", "XXXX-WXX-2", "")
    assert in_words(said) == "a Tuesday, which is open"
    assert in_words(replace(said, type="SET")) == "every Tuesday"
    assert in_words(replace(said, value="2022-01-10")) == "10 January 2022"


def test_dates_in_order_with_open_ones_last() -> None:
    values = ["2022-W02", None, "2022-01-09", "2022", "2022-01-12T08:00Z", "P2D", "2022-01"]
    assert sorted(values, key=sort_key)[:5] == ["2022", "2022-01", "2022-01-09", "2022-W02", "2022-01-12T08:00Z"]
    assert [month_key(v) for v in ("2022-W02", "2022", None, "P2D")] == ["2022-01", "2022", "open", "open"]
    assert month_key(None, "2022-01-03", "2022-01-09") == "2022-01"
    assert month_key(None, "2022-01-03", "2022-02-09") == "open"


def test_only_what_html_knows_goes_into_a_datetime() -> None:
    assert [machine(v) for v in ("2022-01-05", "2022-W02", "2022-01-06TEV", "P2D", None)] == [
        "2022-01-05",
        "2022-W02",
        "",
        "",
        "",
    ]


@pytest.mark.parametrize(
    "first, second, runs",
    [
        ("We will not pay.", "We shall not pay", "We -will- +shall+ not pay"),
        ("No change, he said", "no change he said", "no change he said"),
        ("A b", "A b c", "A b +c+"),
        ("A b c", "A", "A -b c-"),
        ("Nothing here is the same", "at all, in any of its words", ""),
    ],
)
def test_words_that_differ(first: str, second: str, runs: str) -> None:
    signs = {"same": "", "gone": "-", "new": "+"}
    assert " ".join(f"{signs[r.kind]}{r.text}{signs[r.kind]}" for r in word_diff(first, second)) == runs


@pytest.mark.parametrize(
    "value, written",
    [
        ("=1+1", "'=1+1"),
        ("@cmd", "'@cmd"),
        ("+49", "'+49"),
        ("-- and so on", "'-- and so on"),
        ("\tx", "'\tx"),
        (-3.5, "-3.5"),
        (70000.0, "70000"),
        (None, ""),
        (("a", "b"), "a | b"),
        ("plain", "plain"),
    ],
)
def test_a_cell_is_never_a_formula(value: object, written: str) -> None:
    assert cell(value) == written


def test_hostile_words_stay_in_their_cell() -> None:
    found = downloads(hostile_dossier()).items()
    tables = {name: b"".join(piece.data for piece in pieces).decode("utf-8") for name, pieces in found}
    assert tables["actors.csv"].count("\r\n") == 2
    assert json.loads(tables["dossier.json"])["title"] == HOSTILE


def test_json_ld_cannot_be_left() -> None:
    html = script({"name": "</script><script>alert(1)</script><!--"})
    assert html.count("<") == 2
    inside = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(inside)["name"].startswith("</script>")


def test_control_characters_show() -> None:
    assert clean("a\u202eb\u2066c\x00d\ne") == "a\ufffdb\ufffdc\ufffdd\ne"


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x7f", "\x85", "\u202a", "\u2069", "\ud800", "\udfff"])
def test_one_control_character_in_a_page_is_found(char: str) -> None:
    page = "<p>“Nobody\u00a0paid” said Zoë\t🙂</p>\r\n" * 50
    assert clean(page) == page
    assert clean(f"{page}{char}{page}") == f"{page}\ufffd{page}"
    assert shortened("one two  three\nfour", 13) == "one two three …"
    assert shortened("one", 10) == "one"


@pytest.mark.parametrize(
    "url, directories, links",
    [
        ("./", True, ("./", "timeline/", "actors/", "actors/ana/#top")),
        ("timeline/", True, ("../", "../timeline/", "../actors/", "../actors/ana/#top")),
        ("actors/ana/", True, ("../../", "../../timeline/", "../../actors/", "../../actors/ana/#top")),
        (
            "actors/ana.html",
            False,
            ("../index.html", "../timeline.html", "../actors/index.html", "../actors/ana.html#top"),
        ),
        ("index.html", False, ("index.html", "timeline.html", "actors/index.html", "actors/ana.html#top")),
    ],
)  # fmt: skip
def test_links_are_relative(url: str, directories: bool, links: tuple[str, ...]) -> None:
    at = Addresses.seen_from(url, directories)
    assert (at.page("index"), at.page("timeline"), at.page("actors/index"), at.record("actor", "ana", "top")) == links


def test_no_record_takes_the_place_of_its_list() -> None:
    assert [page_uri("source", i) for i in ("index", "README", "index-2")] == [
        "sources/index-page",
        "sources/README-page",
        "sources/index-2",
    ]


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (120, "w-120"),
        ("q-e7f3", "w-q-e7f3"),
        ("lorries waiting", "w-lorries-waiting"),
        ("Kraków", "w-Kraków"),
        ("100% of {x}", r"w-100--of--x--[0-9a-f]{6}"),
        ("100% of [x]", r"w-100--of--x--[0-9a-f]{6}"),
    ],
)
def test_an_anchor_is_plain(key: str | int, place: str) -> None:
    assert re.fullmatch(place, anchor("w", key))


def test_anchors_of_different_things_differ() -> None:
    assert anchor("w", "100% of {x}") != anchor("w", "100% of [x]")
    assert re.fullmatch(r"w-[\w.-]+", anchor("w", HOSTILE))


@pytest.mark.parametrize("record", ["001-ferry-talks", "index", "README", "page", "index-x"])
def test_the_record_of_a_page_is_known(record: str) -> None:
    assert record_of(page_uri("source", record)) == ("source", record)
