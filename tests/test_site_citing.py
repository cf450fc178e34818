"""Sources and statements in citation styles, on the page and on the command line alike."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from citeproc import CitationStylesStyle
from click.testing import CliRunner

from generator.cli import main
from generator.errors import OnrecordError
from generator.model import Dated
from generator.records import dossier_files
from generator.site.addresses import Addresses
from generator.site.cite import source_citations, unquoted
from generator.site.citing import STYLES, cited
from generator.site.csl import STYLES as FOLDER
from generator.site.csl import _put_together, reference
from generator.site.lookup import Lookup
from generator.site.plan import pages
from generator.site.render import render
from generator.site.views import Here
from tests.builders import dossier

SOURCE = replace(dossier().sources[0].source, title="Ferry talks open", url="https://gazette.example/ferry")
DAY, URL = Dated("2022-03-03T09:00", "stated", ""), "https://gazette.example/ferry"


@pytest.mark.parametrize(
    "changed, chicago, apa",
    [
        (
            {},
            f"Mira Holt, “Ferry talks open,” Harbour Gazette, March 3, 2022, {URL}",
            f"Holt, M. (2022, March 3). Ferry talks open. Harbour Gazette. {URL}",
        ),
        (
            {"authors": ("Anna Holt", "Peter J. Ruiz")},
            f"Anna Holt and Peter J. Ruiz, “Ferry talks open,” Harbour Gazette, March 3, 2022, {URL}",
            f"Holt, A., & Ruiz, P. J. (2022, March 3). Ferry talks open. Harbour Gazette. {URL}",
        ),
        (
            {"authors": ("Anna Holt", "Ivo Ruiz", "Reuters", "C. Dale")},
            f"Anna Holt et al., “Ferry talks open,” Harbour Gazette, March 3, 2022, {URL}",
            f"Holt, A., Ivo Ruiz, Reuters, & C. Dale. (2022, March 3). Ferry talks open. Harbour Gazette. {URL}",
        ),
        (
            {"authors": ("Jordan Times",)},
            f"Jordan Times, “Ferry talks open,” Harbour Gazette, March 3, 2022, {URL}",
            f"Jordan Times. (2022, March 3). Ferry talks open. Harbour Gazette. {URL}",
        ),
        (
            {"authors": (), "published": Dated(None, "open", "")},
            f"“Ferry talks open,” Harbour Gazette, n.d., {URL}",
            f"Ferry talks open. (n.d.). Harbour Gazette. {URL}",
        ),
        (
            {"authors": (), "outlet": None, "url": None, "published": Dated("2022-03", "inferred", "")},
            "“Ferry talks open,” March 2022",
            "Ferry talks open. (2022, March).",
        ),
        (
            {"authors": (), "title": '“Who pays?” asks Varn: was it "over"?'},
            f"“‘Who pays?’ asks Varn: was it ‘over’?,” Harbour Gazette, March 3, 2022, {URL}",
            f'“Who pays?” asks Varn: was it "over"? (2022, March 3). Harbour Gazette. {URL}',
        ),
        (
            {"authors": (), "title": 'Ferry <b>talks</b> <span class="nocase">open</span> & <SPAN>'},
            f"“Ferry <b>talks</b> <span class=‘nocase’>open</span> & <SPAN>,” Harbour Gazette, March 3, 2022, {URL}",
            f'Ferry <b>talks</b> <span class="nocase">open</span> & <SPAN>. (2022, March 3). Harbour Gazette. {URL}',
        ),
    ],
)
def test_an_article_in_chicago_and_apa(changed: dict[str, Any], chicago: str, apa: str) -> None:
    source = replace(SOURCE, **changed)
    assert (reference(source, "chicago"), reference(source, "apa")) == (chicago, apa)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csl")), ids=lambda path: path.stem)
def test_the_styles_are_valid_csl(path: Path) -> None:
    CitationStylesStyle(str(path), validate=True)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({}, {"title": "28 boats of 8888", "outlet": "The Sun", "url": "https://s.example/28", "published": DAY}, True),
        ({"authors": ("Mira Holt",)}, {"authors": ("Mary Ruiz",)}, True),
        ({"authors": ("Mira Holt",)}, {"authors": ("Anna Holt",)}, False),
        ({"title": "Who pays"}, {"title": "Who pays?"}, False),
        ({"published": Dated("2022-03-03", "stated", "")}, {"published": Dated("1999-03-28", "stated", "")}, True),
        ({"published": Dated("2022-03-03", "stated", "")}, {"published": Dated("2022-04", "stated", "")}, False),
    ],
)
def test_articles_of_which_as_much_is_known_are_put_together_once(
    one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    for known in (reference, _put_together):
        known.cache_clear()
    for changed in (one, other):
        told = reference(replace(SOURCE, **changed), "apa")
        assert all(word in told for word in str(changed.get("title", "")).split())
        assert "2022" in told or "1999, March 28" in told
    assert _put_together.cache_info().misses == (1 if same else 2)


def test_a_source_is_rendered_once_a_style_not_once_a_page() -> None:
    reference.cache_clear()
    for _ in range(3):
        source_citations(SOURCE)
    assert reference.cache_info().misses == 2


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("data")
    for name, text in dossier_files(dossier()).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    yield folder


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("record", ["001-ferry-talks", "s-7d1c"])
def test_the_command_prints_what_can_be_cited(record: str, style: str, data: Path) -> None:
    found = CliRunner().invoke(main, ["cite", record, "--style", style, "--data", str(data), "--config-file", "none"])
    assert found.exit_code == 0, found.output
    assert found.stdout == cited(dossier(), record, style) + "\n"
    assert "Ferry talks in Varn" in found.stdout
    assert ("the site has no address yet" in found.stderr) == ("/statements/" in found.stdout)


def test_a_statement_is_cited_with_its_address() -> None:
    for style in ("chicago", "markdown"):
        assert re.search(
            r"\. https://x\.org/base/statements/s-7d1c/$", cited(dossier(), "s-7d1c", style, "https://x.org/base/")
        )
    assert cited(dossier(), "s-7d1c", "chicago", "", False).endswith(" /statements/s-7d1c.html")


@pytest.mark.parametrize("page", ["sources/001-ferry-talks", "statements/s-7d1c"])
@pytest.mark.parametrize("style", STYLES)
def test_a_page_has_what_the_command_prints(page: str, style: str) -> None:
    here, link = Here(Lookup.of(dossier()), Addresses.seen_from(f"{page}/")), f"/{page}/"
    plan = next(plan for plan in pages(here.lookup, (), "0") if plan.uri == page)
    context = plan.context(here, link)
    shown = {c.id: c.text for c in context.citations}
    shown |= {f"cite-{f.text.lower()}": unquote(f.href.partition(",")[2]).strip("\n") for f in context.article}
    assert shown[f"cite-{style}"] == cited(dossier(), page.split("/")[1], style)
    assert f'id="cite-{style}"' in render(plan.template, context)


@pytest.mark.parametrize("record, told", [("ana-ruiz", "is an actor"), ("s-0000", "is no record of the dossier")])
def test_what_cannot_be_cited_is_told(record: str, told: str) -> None:
    with pytest.raises(OnrecordError, match=told):
        cited(dossier(), record, "apa")


@pytest.mark.parametrize(
    "quoted, words",
    [
        ("'nobody was in danger at any time'", "nobody was in danger at any time"),
        ("‘We knew,’", "We knew,"),
        ('"We knew."', "We knew."),
        ("“She said ‘go’”", "She said ‘go’"),
        ("'He said \"go\"'", 'He said "go"'),
        ("'The residents' anger is plain'", "The residents' anger is plain"),
        ("‘He said ‘no’ to us’.", "He said ‘no’ to us"),
        ("'We knew,' 'and they did.'", "We knew,” “and they did."),
        ("“We knew,” … “and they did.”", "We knew,” … “and they did."),
        ("'Go' is not 'run'", "'Go' is not 'run'"),
        ("“We go on", "We go on"),
        ("– We go on.", "We go on."),
        ("nobody's fault, the bosses'", "nobody's fault, the bosses'"),
        ("", ""),
    ],
)
def test_a_note_sets_one_pair_of_marks_around_words(quoted: str, words: str) -> None:
    assert unquoted(quoted) == words


def test_a_quotation_of_single_marks_has_double_ones_in_its_note() -> None:
    made = dossier()
    (key,) = (s.quotations[0] for s in made.statements if s.id == "s-7d1c")
    sources = tuple(
        replace(r, quotations=tuple(replace(q, text="‘not a penny,’") if q.id == key else q for q in r.quotations))
        for r in made.sources
    )
    note = cited(replace(made, sources=sources), "s-7d1c", "chicago")
    assert "“not a penny”" in note


def test_a_note_ends_with_one_full_stop() -> None:
    source = replace(dossier().sources[0].source, url=None, published=Dated(None, "open", ""))
    assert source_citations(source)[0].text.endswith(" n.d.")
    assert not source_citations(source)[0].text.endswith("..")
