"""Whatever a file holds, reading it gives blocks that cover its text, and takes no longer than its length allows."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Document, IssueRecord
from generator.read import read_article, read_text

PIECES = st.sampled_from(
    [
        "Ministers met in Vienna.",
        "Talks end without a deal",
        "By Jo Doe",
        "Read more:",
        "Advertisement",
        "VIENNA (AP) —",
        "(Image: AP)",
        "AP Photo/Jo Doe",
        "Photo: Jo Doe / AFP",
        "Published 3 March 2021",
        "FILE - A man walks, Monday, Jan. 3, 2022.",
        "“Yes,” she said.",
        "Also read: Talks end",
        "http://x.example/",
        "(ANI)",
        "{{ x }}",
        "<script>",
        "---\n",
        "# ",
        ". ",
        "\n\n",
        "\r\n",
        "\n",
        "\u2028",
        "\xa0",
        "\u202e",
        "\u200b",
        "\ufeff",
        "(",
        "[",
        "é",
    ]
)


def check(document: Document) -> None:
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(document.text)
        assert not any(c.isalnum() for c in document.text[at : block.span.start])
        assert not document.text[block.span.start].isspace()
        assert not document.text[block.span.end - 1].isspace()
        at = block.span.end
    assert not any(c.isalnum() for c in document.text[at:])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=30).map("".join), st.sampled_from(["a.txt", "a.md"]))
def test_blocks_cover_every_word_in_order(text: str, name: str) -> None:
    document = read_text(name, text)
    check(document)
    assert document.text == text
    assert sum(b.kind == "headline" for b in document.blocks) <= 1


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_an_article_or_an_issue(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder: Path = tmp_path_factory.mktemp("seeds")
    (folder / "a.txt").write_bytes(data)
    found = read_article(folder, "a.txt")
    if isinstance(found, IssueRecord):
        assert found.what
        assert found.right
    else:
        check(found)


@pytest.mark.parametrize(
    "text",
    [
        "A" * 900_000,
        "A " * 450_000,
        "A, " * 300_000,
        "(" * 900_000,
        ". " * 450_000,
        "--" * 450_000,
        " " * 450_000 + "x" + " " * 450_000,
        "---\r\n" + "a: b\r\n" * 3_000,
        "1 2 January 3 " * 60_000,
        "Photo: Jo / AFP\n" * 9_000,
        "One two three four five six\n" * 9_000,
        "One two three four five six\n\n" * 4_900,
        "Read more:\nOne two three four five six\n" * 4_900,
        "Latest News\n" * 9_000,
    ],
    ids=lambda t: repr(t[:12]),
)
def test_odd_texts_take_seconds_at_most(text: str) -> None:
    started = time.process_time()
    check(read_text("a.md", text))
    assert time.process_time() - started < 20
