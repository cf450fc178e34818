"""References to records in hand-written pages."""

from pathlib import Path

import pytest

from generator.errors import OnrecordError
from generator.site.briefings import linked_markdown
from generator.site.building import build_site
from generator.site.lookup import Lookup
from tests.builders import dossier, write_site

LOOKUP = Lookup.of(dossier())
FIGURE = next(f.id for _, f in LOOKUP.figures.values() if "1,200" in f.text)
CONFLICT = LOOKUP.dossier.conflicts[0].id


def linked(markdown: str, page: str = "briefings/week-1.md") -> str:
    text, faults = linked_markdown(markdown, page, LOOKUP, f"docs/{page}", 1)
    assert not faults
    return text.split("\n\n[^")[0]


@pytest.mark.parametrize(
    "markdown, links",
    [
        ("[[ana-ruiz]] spoke", "[Ana Ruiz](../actors/ana-ruiz.md) spoke"),
        ("[[s-7d1c]]", "[Ana Ruiz, 2 March 2022](../statements/s-7d1c.md)[^s-7d1c]"),
        ("[[s-9fe2]]", "[A senior port official](../statements/s-9fe2.md)[^s-9fe2]"),
        ("[[s-7d1c|her *warning*]]", "[her *warning*](../statements/s-7d1c.md)[^s-7d1c]"),
        ("[a warning](onrecord:s-7d1c).", "[a warning](../statements/s-7d1c.md).[^s-7d1c]"),
        (
            "[[003-copy|a copy]], again",
            "[a copy](../sources/003-copy.md),[^003-copy] again",
        ),
        (
            f"[[{FIGURE}]] lorries",
            f"[at least 1,200 lorries](../sources/001-ferry-talks.md#{FIGURE})[^{FIGURE}] lorries",
        ),
        (f"see [[{CONFLICT}|both]]", f"see [both](../conflicts.md#{CONFLICT})"),
        ("[[ana-ruis]]", "[Ana Ruis](../actors/ana-ruis.md)"),  # merged: its page leads on
        ("`[[nobody]]` and ``a ` [[nobody]]``", "`[[nobody]]` and ``a ` [[nobody]]``"),
        ("```\n[[nobody]]\n```\n[[karst]]", "```\n[[nobody]]\n```\n[Karst](../actors/karst.md)"),
        ("[x](https://example.org) [[not an id]]", "[x](https://example.org) [[not an id]]"),
    ],
)
def test_references_become_links(markdown: str, links: str) -> None:
    assert linked(markdown) == links


def test_a_page_at_the_top_links_downwards() -> None:
    assert linked("[[karst]]", "about.md") == "[Karst](actors/karst.md)"


def test_what_is_cited_has_one_note_that_says_where_it_stands() -> None:
    text, _ = linked_markdown("[[s-7d1c|a]] and [b](onrecord:s-7d1c), [[ana-ruiz]]\n", "briefings/w.md", LOOKUP, "", 1)
    assert text.count("\n[^s-7d1c]: ") == 1
    note = text.split("[^s-7d1c]: ")[1]
    assert note.startswith("Ana Ruiz, “We will not pay") and "Harbour Gazette" in note
    assert note.rstrip().endswith("[Record](../statements/s-7d1c.md)")


def test_an_unknown_id_is_named_with_its_line() -> None:
    _, faults = linked_markdown("fine\n\n[[nobody]] and [x](onrecord:s-none)", "a.md", LOOKUP, "docs/a.md", 4)
    assert [(f.line, f.what) for f in faults] == [
        (6, "'nobody' is not in the dossier"),
        (6, "'s-none' is not in the dossier"),
    ]


def test_a_briefing_is_built_and_a_wrong_one_is_not(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = write_site(tmp_path, dossier())
    page = tmp_path / "docs" / "briefings" / "first.md"
    page.parent.mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    page.write_text("---\ntitle: First\n---\n\n# First\n\n[[ana-ruiz]] said [so](onrecord:s-7d1c).\n", encoding="utf-8")
    build_site(config, tmp_path / "site", strict=True)
    index = (tmp_path / "site" / "search" / "search_index.json").read_text(encoding="utf-8")
    assert '"briefings/first/"' in index and '"about/"' not in index
    html = (tmp_path / "site" / "briefings" / "first" / "index.html").read_text(encoding="utf-8")
    assert '<a href="../../actors/ana-ruiz/">Ana Ruiz</a> said <a href="../../statements/s-7d1c/">so</a>' in html
    assert 'id="fn:s-7d1c"' in html and "or-previews" in html
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert home.index("Briefings") < home.index('href="briefings/first/"') < home.index("On record")
    page.write_text("---\ntitle: First\n---\n\n# First\n\n[[nobody]]\n", encoding="utf-8")
    with pytest.raises(OnrecordError):
        build_site(config, tmp_path / "site", strict=True)
    assert "docs/briefings/first.md:7: 'nobody' is not in the dossier" in caplog.text
    assert (tmp_path / "site" / "briefings" / "first" / "index.html").is_file(), "the last good site stays"
