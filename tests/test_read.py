"""A folder of files becomes documents, and nothing vanishes on the way."""

import os
from pathlib import Path

import pytest

from generator.model import Document, IssueRecord, Sidecar
from generator.read import article_ids, list_articles, read_article, read_folder, read_text, slug

ARTICLE = "Talks end without a deal\n\nThe two sides met in Vienna on Monday. They agreed on nothing.\n"


def put(folder: Path, name: str, data: str | bytes = ARTICLE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def kinds(issues: tuple[IssueRecord, ...]) -> dict[str, str]:
    return {i.file: i.kind for i in issues}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("000_63ee2ffb78d7a842.txt", "000-63ee2ffb78d7a842"),
        ("Über die Gespräche.txt", "uber-die-gesprache"),
        ("2022/january/talks.md", "2022-january-talks"),
        ("two\nlines.txt", "two-lines"),
        ("a.b.c.txt", "a-b-c"),
    ],
)
def test_the_id_is_the_slug_of_the_path_without_its_suffix(tmp_path: Path, name: str, wanted: str) -> None:
    put(tmp_path, name)
    (document,) = read_folder(tmp_path).documents
    assert (document.id, document.file) == (wanted, name)


def test_every_file_is_read_ignored_or_an_issue(tmp_path: Path) -> None:
    put(tmp_path, "good.txt")
    put(tmp_path, "good.yml", "title: Given\n")
    put(tmp_path, "dossier.yml", "title: x\n")
    put(tmp_path, "decisions/a.yml", "x: 1\n")
    put(tmp_path, ".hidden", "x")
    put(tmp_path, "README.md", "# Put articles here\n")
    put(tmp_path, "page.html", "<html></html>")
    put(tmp_path, "letter.docx", "PK")
    put(tmp_path, "lonely.yml", "title: x\n")
    put(tmp_path, "table.csv", "a,b\n")
    put(tmp_path, "empty.txt", "")
    put(tmp_path, "blank.txt", " \n\u00a0\n\ufeff")
    put(tmp_path, "binary.txt", b"abc\x00def")
    put(tmp_path, "folder.txt/inner.txt", ARTICLE + "More of it.\n")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nothing.txt")
    (tmp_path / "out.txt").symlink_to("/etc/hostname")
    (tmp_path / "alias.txt").symlink_to(tmp_path / "good.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    reading = read_folder(tmp_path)
    assert [d.file for d in reading.documents] == ["folder.txt/inner.txt", "good.txt"]
    assert kinds(reading.issues) == {
        "page.html": "empty",
        "letter.docx": "not_read_yet",
        "lonely.yml": "sidecar",
        "table.csv": "unreadable",
        "empty.txt": "empty",
        "blank.txt": "empty",
        "binary.txt": "binary",
        "folder.txt": "folder",
        "dead.txt": "link",
        "out.txt": "link",
        "pipe.txt": "unreadable",
    }
    assert kinds(reading.ignored).keys() == {
        "good.yml", "dossier.yml", "decisions", ".hidden", "README.md", "alias.txt",
    }  # fmt: skip
    assert all(i.what and i.right for i in reading.issues)


def test_an_empty_folder_and_a_missing_one_are_issues(tmp_path: Path) -> None:
    assert [i.kind for i in list_articles(tmp_path).issues] == ["empty"]
    assert [i.kind for i in list_articles(tmp_path / "no").issues] == ["unreadable"]


def test_the_listing_names_the_sidecar_of_an_article(tmp_path: Path) -> None:
    put(tmp_path, "a/talks.txt")
    put(tmp_path, "a/talks.yml", "title: x\n")
    assert list_articles(tmp_path).sidecars == {"a/talks.txt": "a/talks.yml"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_an_issue(tmp_path: Path) -> None:
    put(tmp_path, "secret.txt").chmod(0)
    found = read_article(tmp_path, "secret.txt")
    assert isinstance(found, IssueRecord)
    assert found.kind == "unreadable"


def test_files_with_one_stem_get_different_ids_that_do_not_change() -> None:
    paths = ("a b.txt", "a-b.md", "a-b.txt", "z.txt")
    ids, clashes = article_ids(paths, {})
    assert ids["a-b.txt"] == "a-b"
    assert len(set(ids.values())) == 4
    assert [c.file for c in clashes] == ["a b.txt", "a-b.md"]
    assert article_ids(paths[::-1], {})[0] == ids
    assert article_ids(("z.txt", "y.txt"), {"y.txt": Sidecar(id="z")})[0]["y.txt"] == "z"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfCaf\xc3\xa9 talks\r\n\r\nIt is over.\r\n", "Café talks\r\n\r\nIt is over.\r\n"),
        ("Café talks\n".encode("utf-16"), "Café talks\n"),
        ("Café talks\n".encode("utf-32"), "Café talks\n"),
    ],
)
def test_the_text_is_the_decoded_file_without_its_mark(tmp_path: Path, data: bytes, text: str) -> None:
    put(tmp_path, "a.txt", data)
    reading = read_folder(tmp_path)
    assert [d.text for d in reading.documents] == [text]
    assert not reading.issues


def test_another_encoding_is_guessed_and_reported(tmp_path: Path) -> None:
    text = "Talks end\n\nThe minister said: “We’re done – for now”, in a café in Vienna on Monday evening.\n" * 3
    put(tmp_path, "a.txt", text.encode("cp1252"))
    reading = read_folder(tmp_path)
    assert reading.documents[0].text == text
    assert [(i.kind, "Windows-1252" in i.what) for i in reading.issues] == [("encoding", True)]


def test_one_content_in_two_files_is_read_twice_and_reported(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt")
    reading = read_folder(tmp_path)
    assert len(reading.documents) == 2
    assert kinds(reading.issues) == {"b.txt": "duplicate"}


def test_what_a_person_gives_wins() -> None:
    given = Sidecar(title="Their title", authors=("Jo Doe",), published="2020-01-02", id="their id", publish="full")
    text = (
        "Talks end without a deal\n\nBy Ann Roe\n\nPublished 3 March 2021\n\nThe two sides met in Vienna on Monday.\n"
    )
    document = read_text("a.txt", text, sidecar=given)
    assert (document.title, document.authors, document.id) == ("Their title", ("Jo Doe",), "their-id")
    assert (document.published.value, document.published.basis) == ("2020-01-02", "given")
    assert document.publish == "full"


def test_front_matter_of_markdown_is_no_prose() -> None:
    text = "---\ntitle: x\n---\n# Talks end without a deal\n\nThe two sides met in Vienna on Monday.\n"
    document = read_text("a.md", text)
    assert document.text == text
    assert document.title == "Talks end without a deal"
    assert [(b.kind, text[slice(*b.span)]) for b in document.blocks] == [
        ("other", "---\ntitle: x\n---"),
        ("other", "#"),
        ("headline", "Talks end without a deal"),
        ("prose", "The two sides met in Vienna on Monday."),
    ]


def test_slugs_hold_nothing_but_letters_digits_and_hyphens() -> None:
    assert slug("../../Ünï/çödé <script>") == "uni-code-script"


def test_reading_again_gives_the_same(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    assert read_folder(tmp_path) == read_folder(tmp_path)
    assert isinstance(read_article(tmp_path, "a.txt"), Document)
