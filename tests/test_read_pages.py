"""Pasted pages of many sites: the use of every line, as `tests/pages/*.page` say it.

A line of a page file is `kinds<TAB>text`; a paragraph with several uses has them joined by `+`, its parts by `‖`.
A line with the kind `+` goes on with the paragraph above. The texts are made up.
"""

from pathlib import Path

import pytest

from generator.read import read_text

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))


def parsed(page: Path) -> tuple[str, list[tuple[str, str]]]:
    """The text of a page, and its blocks as (kind, text)."""
    lines: list[str] = []
    blocks: list[tuple[str, str]] = []
    for line in page.read_text(encoding="utf-8").splitlines():
        kinds, _, marked = line.partition("\t")
        lines.append(marked.replace("‖", ""))
        if kinds == "+":
            blocks[-1] = (blocks[-1][0], f"{blocks[-1][1]}\n{marked}")
        elif kinds:
            parts = (part.strip() for part in marked.split("‖"))
            blocks.extend(zip(kinds.split("+"), parts, strict=True))
    return "\n".join(lines) + "\n", blocks


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_every_line_has_the_use_a_reader_gives_it(page: Path) -> None:
    text, wanted = parsed(page)
    found = [(b.kind, text[slice(*b.span)]) for b in read_text("a.txt", text).blocks]
    assert found == wanted


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_the_uses_do_not_depend_on_the_kind_of_line_end(page: Path, end: str) -> None:
    text = parsed(page)[0]
    other = text.replace("\n", end)
    assert [b.kind for b in read_text("a.txt", other).blocks] == [b.kind for b in read_text("a.txt", text).blocks]
