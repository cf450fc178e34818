"""Saved pages, PDFs and messages: the article's text, the same every time, and what the file says of itself."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.model import Document, IssueRecord, Sidecar
from generator.read import read_article, read_folder
from generator.read.pdflines import Line, pages_text
from tests.files import PROSE, lines_of, message, pdf, web_page

LD = '<script type="application/ld+json">{}</script>'


def read(folder: Path, name: str, data: str | bytes, sidecar: Sidecar | None = None) -> Document | IssueRecord:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return read_article(folder, name, sidecar)


def document(folder: Path, name: str, data: str | bytes, sidecar: Sidecar | None = None) -> Document:
    found = read(folder, name, data, sidecar)
    assert isinstance(found, Document), found
    return found


def blocks(found: Document) -> list[tuple[str, str]]:
    return [(b.kind, found.text[slice(*b.span)]) for b in found.blocks]


def test_a_saved_page_gives_its_headline_and_paragraphs_and_nothing_else(tmp_path: Path) -> None:
    found = document(tmp_path, "a.html", web_page())
    assert found.text == "\n\n".join(("Talks end without a deal", *PROSE)) + "\n"
    assert blocks(found) == [("headline", "Talks end without a deal"), *(("prose", p) for p in PROSE)]
    assert document(tmp_path, "a.html", web_page()) == found


@pytest.mark.parametrize(
    ("head", "published", "reason"),
    [
        (
            '<meta property="article:published_time" content="2022-01-10T08:30:00+01:00">',
            "2022-01-10T08:30+01:00",
            "the page's code says article:published_time “2022-01-10T08:30:00+01:00”",
        ),
        ('<meta itemprop="datePublished" content="2022-01-10T08:30:00.000Z">', "2022-01-10T08:30+00:00", None),
        (
            LD.format('{"@graph": [{"@type": "NewsArticle", "datePublished": "2022-01-10"}]}'),
            "2022-01-10",
            "the page's code says datePublished “2022-01-10”",
        ),
        (LD.format('{"@type": "Event", "startDate": "2022-01-10"}'), None, None),
        ('<meta name="x-made" content="x" data-date="2022-01-10">', None, None),
        (LD.format("{not json"), None, None),
        ('<meta name="date" content="soon">', None, None),
        ('<meta name="date" content="2022-13-45">', None, None),
        (
            '<link rel="canonical" href="https://post.example/2022/01/10/talks">',
            "2022-01-10",
            "the page's address gives 2022-01-10 as its date",
        ),
        ("", None, None),
    ],
)
def test_the_date_in_a_pages_code_is_stated_with_its_place(
    tmp_path: Path, head: str, published: str | None, reason: str | None
) -> None:
    found = document(tmp_path, "a.html", web_page(head)).published
    assert (found.value, found.basis) == (published, "stated" if published else "open")
    if reason:
        assert found.reason == reason


def test_a_pages_code_names_outlet_authors_title_and_address(tmp_path: Path) -> None:
    head = (
        '<meta property="og:site_name" content="The Lake Post">'
        '<meta property="og:title" content="Talks end | The Lake Post">'
        '<link rel="canonical" href="https://post.example/talks">'
        + LD.format(
            '{"@type": "NewsArticle", "author": [{"name": "Ann Roe"}, {"name": "Lake Post Staff"}], "headline": ""}'
        )
    )
    found = document(tmp_path, "a.html", web_page(head))
    assert (found.outlet, found.authors, found.title) == ("The Lake Post", ("Ann Roe",), "Talks end")
    assert found.url == "https://post.example/talks"
    given = Sidecar(
        title="Given", outlet="Theirs", published="2020-01-01", url="https://other.example/", authors=("Jo",)
    )
    found = document(tmp_path, "a.html", web_page(head), given)
    assert (found.title, found.outlet, found.published.value, found.url) == (
        "Given", "Theirs", "2020-01-01", "https://other.example/",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("comment", "url"),
    [
        ("<!-- saved from url=(0028)https://post.example/a/talks -->", "https://post.example/a/talks"),
        (
            "<!--\n Page saved with SingleFile \n url: https://post.example/b \n saved date: x\n-->",
            "https://post.example/b",
        ),
        ("<!-- saved from url=(0014)about:internet -->", None),
        ("<!-- saved from url=(0014)javascript:alert(1) -->", None),
    ],
)
def test_the_address_a_browser_noted_when_it_saved_the_page(tmp_path: Path, comment: str, url: str | None) -> None:
    page = web_page().replace("<html", f"{comment}\n<html", 1)
    assert document(tmp_path, "a.html", page).url == url


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "/talks", "data:text/html,x", "https://u:p@post.example/", "ftp://x.example/"]
)
def test_an_address_that_is_none_of_a_page_is_left_out(tmp_path: Path, href: str) -> None:
    assert document(tmp_path, "a.html", web_page(f'<link rel="canonical" href="{href}">')).url is None


def test_the_encoding_a_page_names_is_believed(tmp_path: Path) -> None:
    page = web_page(
        prose=("The café in Žilina was full, said the mayor, and nobody had come for the coffee alone.", *PROSE)
    )
    data = page.replace("utf-8", "iso-8859-2").replace("“", '"').replace("”", '"').encode("iso-8859-2")
    assert "café in Žilina" in document(tmp_path, "a.html", data).text


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.html", "", "empty"),
        ("a.html", "<html></html>", "empty"),
        ("a.html", "<html><body><script>let x = 1</script></body></html>", "empty"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "binary"),
        ("a.html", b"<html>\x00</html>", "binary"),
        ("a.pdf", b"", "format"),
        ("a.pdf", b"%PDF-1.4\nnothing", "format"),
        ("a.pdf", b"no pdf at all", "format"),
        ("a.pdf", pdf([[]]), "empty"),
        ("a.pdf", pdf([lines_of(PROSE)])[:-60], "format"),
        ("a.eml", b"", "format"),
        ("a.eml", b"no message at all", "format"),
        ("a.eml", message("", subject="Talks", **{"from": "x@post.example"}), "empty"),
        ("a.txt", web_page(), "format"),
    ],
)  # fmt: skip
def test_what_holds_no_article_is_an_issue(tmp_path: Path, name: str, data: str | bytes, kind: str) -> None:
    found = read(tmp_path, name, data)
    assert isinstance(found, IssueRecord)
    assert (found.kind, bool(found.what), bool(found.right)) == (kind, True, True)


def test_one_broken_file_costs_that_file(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n\xff\xff")
    (tmp_path / "good.html").write_text(web_page())
    (tmp_path / "good.pdf").write_bytes(pdf([lines_of(PROSE)]))
    reading = read_folder(tmp_path)
    assert [d.file for d in reading.documents] == ["good.html", "good.pdf"]
    assert [i.file for i in reading.issues] == ["good.pdf", "broken.pdf"]
    assert len({d.id for d in reading.documents}) == 2


def test_what_a_browser_saves_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "talks.html").write_text(web_page())
    (tmp_path / "talks_files").mkdir()
    (tmp_path / "talks_files" / "main.js").write_text("1")
    (tmp_path / "other_files").mkdir()
    (tmp_path / "other_files" / "main.js").write_text("1")
    reading = read_folder(tmp_path)
    assert [i.file for i in reading.ignored] == ["talks_files"]
    assert [i.file for i in reading.issues] == ["other_files/main.js"]


WRAPPED = (
    "Talks end without a deal",
    "By Ann Roe",
    "The two sides met in Vienna on Monday for the last time and\nagreed on nothing, a spokesman said in a "
    "long-\nwinded statement.",
    "“We will talk again,” said the foreign minister, who had come\nlate to the long-winded talks and left early.",
)


def test_the_lines_of_a_pdf_become_paragraphs(tmp_path: Path) -> None:
    found = document(tmp_path, "a.pdf", pdf([lines_of(WRAPPED)], Title="Microsoft Word - talks.doc", Author="admin"))
    assert [text for kind, text in blocks(found) if kind == "prose"] == [
        "The two sides met in Vienna on Monday for the last time and agreed on nothing, a spokesman said in a "
        "long-winded statement.",
        "“We will talk again,” said the foreign minister, who had come late to the long-winded talks and left early.",
    ]
    assert (found.title, found.authors) == ("Talks end without a deal", ("Ann Roe",))


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("There was no agree-\nment. An agreement will come.", "There was no agreement. An agreement will come."),
        ("It was long-\nwinded. The long-winded one.", "It was long-winded. The long-winded one."),
        ("It was long-\nwinded, as talks are.", "It was long-winded, as talks are."),
        ("The state-\nment of the minis-\nter was an agree-\nment.", "The statement of the minister was an agreement."),
        ("From Vienna -\nit is over.", "From Vienna - it is over."),
        ("The US-\nRussian talks.", "The US- Russian talks."),
        ("The 2021-\n2022 talks.", "The 2021- 2022 talks."),
        ("The \ufb01rst of\nmany.", "The first of many."),
    ],
)
def test_words_parted_at_the_end_of_a_line_are_one_again(text: str, joined: str) -> None:
    lines = [Line(line, 70, 700 - 14 * i, 11) for i, line in enumerate(text.split("\n"))]
    assert pages_text([lines]).text.strip().replace("\ufb01", "fi") == joined


def test_what_every_page_of_a_pdf_repeats_is_left_out(tmp_path: Path) -> None:
    def page(number: int, paragraphs: tuple[str, ...]) -> list[tuple[str, float, float, float]]:
        head = [("The Lake Post, 10 January 2022", 70, 810.0, 9.0)]
        foot = [(f"https://post.example/talks {number}/2", 70, 30.0, 9.0)]
        return [*head, *lines_of(paragraphs), *foot]

    first = (*WRAPPED[:3], "The meeting, the last one before the summer, was held in a room\nthat had been built for")
    second = ("another purpose altogether, namely for the storing of chairs.", WRAPPED[3])
    found = document(tmp_path, "a.pdf", pdf([page(1, first), page(2, second)]))
    assert "Lake Post" not in found.text
    assert "post.example" not in found.text
    assert "built for another purpose altogether" in found.text
    assert found.url == "https://post.example/talks"


def test_a_line_that_stands_twice_in_the_text_is_kept(tmp_path: Path) -> None:
    again = "It was over, and nobody had gained anything by it."
    found = document(tmp_path, "a.pdf", pdf([lines_of((*PROSE, again)), lines_of((PROSE[0], again))]))
    assert found.text.count(again) == 2


def test_a_message_gives_subject_sender_and_date(tmp_path: Path) -> None:
    data = message(
        "\n\n".join(PROSE) + "\n",
        subject="Fwd: Talks end without a deal",
        date="Mon, 10 Jan 2022 08:30:00 +0100",
        **{"from": "Ann Roe from The Lake Post <news@post.example>"},
    )
    found = document(tmp_path, "a.eml", data)
    assert (found.title, found.authors, found.outlet) == ("Talks end without a deal", ("Ann Roe",), "The Lake Post")
    assert (found.published.value, found.published.basis) == ("2022-01-10T08:30+01:00", "stated")
    assert found.published.reason == "the message's date line says “Mon, 10 Jan 2022 08:30:00 +0100”"
    assert blocks(found) == [("headline", "Talks end without a deal"), *(("prose", p) for p in PROSE)]


def test_a_newsletter_in_html_is_read_like_a_page(tmp_path: Path) -> None:
    headers = {"from": "The Lake Post <news@post.example>", "list_id": "<news.post.example>"}
    data = message("See it in your browser.", web_page(), subject="Talks end without a deal", **headers)
    found = document(tmp_path, "a.eml", data)
    assert (found.outlet, found.authors) == ("The Lake Post", ())
    assert [text for _, text in blocks(found)] == ["Talks end without a deal", *PROSE]


@pytest.mark.parametrize(
    "date", ["", "yesterday", "Mon, 10 Jan 1901 08:30:00 +0100", "Mon, 99 Jan 2022 08:30:00 +0100"]
)
def test_a_message_without_a_date_has_none(tmp_path: Path, date: str) -> None:
    data = (
        message("\n\n".join(PROSE), subject="Talks", date=date)
        if date
        else message("\n\n".join(PROSE), subject="Talks")
    )
    assert document(tmp_path, "a.eml", data.replace(b"Date: ", b"Date:")).published.value is None


def test_what_reads_a_format_is_loaded_with_the_first_file_of_it() -> None:
    told = "print(sorted({'pypdf', 'trafilatura'} & sys.modules.keys()))"
    first = f"from generator.read import read_content; read_content('a.pdf', b'%PDF-'); {told}"
    asked = f"import sys, generator.cli.sites; {told}; {first}"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "['pypdf']"]
