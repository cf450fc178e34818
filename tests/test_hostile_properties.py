"""What holds for every text: a reader loses no word, a writer gives back what it was given, and nothing gets out."""

import csv
import io
import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown

from generator.model import Dated, EventDate, Source
from generator.model import Event as EventRecord
from generator.read.content import Content, web_address
from generator.read.formats import read_content
from generator.read.pdflines import Line, pages_text
from generator.read.webmeta import iso
from generator.records import dump_yaml, front_matter, load_yaml
from generator.site.bibliography import bibtex, calendar, csl, ris
from generator.site.clean import clean, markdown_text, one_line
from generator.site.downloads import cell
from generator.site.structured import script
from tests.files import lines_of, message, pdf, web_page
from tests.hostile import ALL, escaped

LETTERS = "abcdefghijklmnoprstuvwy"
WORDS = st.lists(st.text(LETTERS, min_size=2, max_size=9), min_size=12, max_size=40).map(" ".join)
ANY = st.text(max_size=60) | st.sampled_from(ALL) | st.lists(st.sampled_from(ALL), max_size=3).map("".join)
quickly = settings(max_examples=60, deadline=None)


def paragraphs_of(count: int) -> st.SearchStrategy[list[str]]:
    """Paragraphs that differ, each a sentence."""
    sentence = WORDS.map(lambda text: f"{text.capitalize()}.")
    return st.lists(sentence, min_size=2, max_size=count, unique=True)


@quickly
@given(st.lists(WORDS.map(str.capitalize), min_size=5, max_size=8, unique=True))
def test_a_page_gives_its_paragraphs_in_their_order(paragraphs: list[str]) -> None:
    # of a page with less than a few lines the library takes everything for the article, its menu too
    paragraphs = [f"{p} and that was all there was to say of number {n}." for n, p in enumerate(paragraphs)]
    content = read_content("a.html", web_page(prose=paragraphs).encode())
    assert isinstance(content, Content)
    assert content.text.split() == " ".join(("Talks end without a deal", *paragraphs)).split()


@quickly
@given(st.lists(ANY, min_size=1, max_size=4))
def test_what_a_page_writes_is_text_and_never_code(attacks: list[str]) -> None:
    shown = [" ".join("".join(c for c in a if c.isprintable() or c == " ").split()) for a in attacks]
    prose = [f"The minister said {escaped(a).replace('&#32;', ' ')} and nobody came to the talks there." for a in shown]
    content = read_content("a.html", web_page(prose=prose).encode("utf-8", "replace"))
    assert isinstance(content, Content)
    assert content == read_content("a.html", web_page(prose=prose).encode("utf-8", "replace"))
    assert len(set(prose)) <= content.text.count("and nobody came") <= len(prose)


@quickly
@given(paragraphs_of(5))
def test_a_pdf_loses_no_word_and_adds_none(paragraphs: list[str]) -> None:
    wrapped = ["\n".join(re.findall(r".{1,60}(?:\s|$)", p)) for p in paragraphs]
    content = read_content("a.pdf", pdf([lines_of([line.replace(" \n", "\n") for line in wrapped])]))
    assert isinstance(content, Content)
    assert content.text.split() == " ".join(paragraphs).split()


@quickly
@given(st.lists(st.text(LETTERS + " -.,", min_size=1, max_size=50).filter(str.strip), min_size=1, max_size=20))
def test_joined_lines_keep_every_letter(texts: list[str]) -> None:
    lines = [Line(" ".join(text.split()), 70, 700 - 14 * n, 11) for n, text in enumerate(texts)]
    joined = pages_text([lines]).text
    wanted = "".join(line.text for line in lines)
    assert [c for c in joined if c.isalpha()] == [c for c in wanted if c.isalpha()]


@quickly
@given(paragraphs_of(4), ANY)
def test_a_message_gives_its_words(paragraphs: list[str], subject: str) -> None:
    plain = " ".join("".join(c for c in subject if c.isprintable() and c < "\ud800").split()) or "x"
    content = read_content("a.eml", message("\n\n".join(paragraphs), subject=plain))
    assert isinstance(content, Content)
    assert content.text.split()[-len(" ".join(paragraphs).split()) :] == " ".join(paragraphs).split()


@settings(max_examples=300, deadline=None)
@given(ANY | st.from_regex(r"https?://[\w.@:/?#\[\]%-]{1,40}", fullmatch=True))
def test_an_address_is_a_web_page_or_nothing(text: str) -> None:
    found = web_address(text)
    if found is not None:
        assert found.startswith(("http://", "https://"))
        assert not set(found) & set(" <>\"'`\\{}|^\n\r\t")
        assert web_address(found) == found


@settings(max_examples=300, deadline=None)
@given(ANY | st.from_regex(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?", fullmatch=True))
def test_a_date_of_a_page_is_iso_or_nothing(text: str) -> None:
    found = iso(text)
    assert found is None or re.fullmatch(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?:[+-]\d\d:\d\d)?)?", found)


@quickly
@given(st.dictionaries(st.sampled_from(["title", "outlet", "reliability"]), ANY.filter(str.strip), min_size=1), ANY)
def test_front_matter_gives_back_what_was_written(given_: dict[str, str], prose: str) -> None:
    text = f"---\n{dump_yaml(given_)}---\n{prose}"
    found, end, faults = front_matter(text, "a.md")
    if not faults:
        assert {key: getattr(found, key) for key in given_} == given_
        assert text[end:] == prose


@settings(max_examples=300, deadline=None)
@given(st.lists(ANY, min_size=1, max_size=4))
def test_a_row_is_read_back_with_as_many_cells_and_no_formula(values: list[str]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([cell(v) for v in values])
    (row,) = list(csv.reader(io.StringIO(out.getvalue(), newline=""), strict=True)) or [[""]]
    assert [text.removeprefix("'") for text in row] == [clean(v).removeprefix("'") for v in values]
    assert not [text for text in row if text.startswith(("=", "+", "-", "@", "\t", "\r"))]


@settings(max_examples=200, deadline=None)
@given(ANY, ANY, st.lists(ANY, max_size=2))
def test_a_source_is_one_entry_in_every_bibliography(title: str, outlet: str, authors: list[str]) -> None:
    source = Source("a-1", "a.txt", "0", title, tuple(authors), outlet, "en", Dated("2022-01-10", "stated", ""))
    entry = bibtex(source)
    depth = least = 0
    for c in entry.strip()[:-1]:
        depth += {"{": 1, "}": -1}.get(c, 0)
        least = min(least, depth)
    assert (least, depth) == (0, 1)
    lines = ris(source).splitlines()
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines if line)
    assert [line[:2] for line in lines].count("ER") == [line[:2] for line in lines].count("TY") == 1
    assert json.loads(json.dumps(csl(source)))["id"] == "a-1"


@settings(max_examples=200, deadline=None)
@given(ANY, ANY)
def test_an_event_is_one_entry_of_the_calendar(name: str, place: str) -> None:
    event = EventRecord("e-1", name, "meeting", EventDate("2022-01-17", name), place, (), "planned", ("a",))
    text = calendar([event])
    assert all(len(line.encode("utf-8", "replace")) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert [line for line in lines if line.startswith(("BEGIN:", "END:"))] == [
        "BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR",
    ]  # fmt: skip
    (summary,) = [line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY:")]
    assert re.sub(r"\\([\\;,])", r"\1", summary) == one_line(name)


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_an_articles_words_are_no_markup_in_json_ld_and_markdown(text: str) -> None:
    code = str(script({"name": text}))
    assert code.count("<") == 2
    assert clean(json.loads(re.sub(r"^<[^>]*>|</script>$", "", code))["name"]) == clean(text)
    html = markdown(f"x {markdown_text(one_line(text))}")
    assert not re.search(r"<(?!/?p>)", html), html


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(ANY, ANY | st.lists(ANY, max_size=3), max_size=3))
def test_yaml_gives_back_every_text(data: dict[str, object]) -> None:
    assert load_yaml(dump_yaml(data), "a.yml") == data
