"""The built site: strict, whole, the same every time, with no link that leads nowhere and nothing asked of others."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from generator.errors import OnrecordError
from generator.site.building import build_site
from tests.builders import HOSTILE, dossier, hostile_dossier, write_site

BASE = "https://example.org/some/base/"


class Page(HTMLParser):
    """What a page links to, loads and names."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if name := given.get("id"):
            self.ids.append(name)
        if tag == "a" and (href := given.get("href")):
            self.links.append(href)
        if tag in {"script", "img", "iframe", "source", "video"} and (src := given.get("src")):
            self.loads.append(src)
        if tag == "link" and given.get("rel") not in {"canonical", "prev", "next"} and (href := given.get("href")):
            self.loads.append(href)
        self.handlers.extend(name for name in given if name.startswith("on"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    os.environ["SITE_URL"] = BASE
    try:
        build_site(write_site(folder, dossier()), folder / "site", strict=True)
        build_site(write_site(folder / "hostile", hostile_dossier()), folder / "hostile-site", strict=True)
    finally:
        del os.environ["SITE_URL"]
    return folder


def parsed(site: Path) -> Iterator[tuple[str, Page]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), Page(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["site", "hostile-site"])
def test_no_link_and_no_anchor_leads_nowhere(built: Path, name: str) -> None:
    site = built / name
    found = dict(parsed(site))
    assert len(found) > 15
    wrong = []
    for path, page in found.items():
        if path == "404.html":
            continue
        for link in page.links + page.loads:
            target, anchor = urldefrag(urljoin(f"{BASE}{path}", link))
            if not target.startswith(BASE):
                continue
            file = unquote(urlsplit(target).path.removeprefix(urlsplit(BASE).path))
            file = f"{file}index.html" if file.endswith("/") or not file else file
            if not (site / file).is_file():
                wrong.append(f"{path}: {link}")
            elif anchor and file in found and unquote(anchor) not in found[file].ids:
                wrong.append(f"{path}: {link}: no such anchor")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", ["site", "hostile-site"])
def test_an_id_stands_once_in_a_page(built: Path, name: str) -> None:
    for path, page in parsed(built / name):
        twice = {i for i in page.ids if page.ids.count(i) > 1}
        assert not twice, f"{path}: {twice}"


@pytest.mark.parametrize("name", ["site", "hostile-site"])
def test_nothing_is_asked_of_another_host(built: Path, name: str) -> None:
    for path, page in parsed(built / name):
        assert not [u for u in page.loads if urlsplit(u).netloc], path
    for sheet in (built / name).rglob("*.css"):
        assert not re.findall(r"(?:url\(|@import\s+)['\"]?(?:https?:)?//", sheet.read_text(encoding="utf-8"))


def test_hostile_words_make_no_element_and_no_handler(built: Path) -> None:
    ours = dict(parsed(built / "site"))
    usual = {tag for page in ours.values() for tag in page.tags}
    scripts = {page.tags.count("script") for page in ours.values()}
    for path, page in parsed(built / "hostile-site"):
        assert not page.handlers, path
        assert set(page.tags) <= usual, path
        assert page.tags.count("script") in scripts, path
        assert not [u for u in page.links if u.lower().startswith("javascript")], path
    for file in ("sitemap.xml", "search/search_index.json"):
        assert "<script" not in (built / "hostile-site" / file).read_text(encoding="utf-8")


def test_titles_in_the_frame_are_text(built: Path) -> None:
    html = (built / "hostile-site" / "actors" / "hostile" / "index.html").read_text(encoding="utf-8")
    title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    assert title and "<" not in title[1] and "&lt;script&gt;" in title[1]
    assert HOSTILE not in html


def test_the_search_finds_records_and_no_overview(built: Path) -> None:
    index = json.loads((built / "site" / "search" / "search_index.json").read_text(encoding="utf-8"))
    places = [entry["location"] for entry in index["docs"]]
    assert sorted(p.split("/")[0] for p in set(places)) == sorted(
        ["actors"] * 5 + ["events"] * 2 + ["sources"] * 3 + ["statements"] * 5
    )
    assert len(places) == len(set(places)), "an entry for a part of a page"
    assert all("#" not in p for p in places)
    ruiz = next(e for e in index["docs"] if e["location"] == "actors/ana-ruiz/")
    assert ruiz["title"] == "Ana Ruiz"
    assert "Ana Ruis" in ruiz["text"]  # the other spelling finds her too
    assert "We will not pay" not in ruiz["text"]


def test_zotero_takes_an_article_from_a_sources_page(built: Path) -> None:
    def named(page: str) -> dict[str, str]:
        html = (built / "site" / page / "index.html").read_text(encoding="utf-8")
        return dict(re.findall(r'<meta name="((?:citation_|prism:|z:)\w+)" content="([^"]*)">', html))

    assert named("sources/001-ferry-talks") == {
        "z:itemType": "newspaperArticle",
        "citation_title": "Ferry talks in Varn to open on Monday, minister says",
        "citation_author": "Mira Holt",
        "citation_publication_date": "2022/03/03",
        "prism:publicationName": "Harbour Gazette",
        "citation_language": "en",
    }
    assert named("sources/002-no-payment")["citation_public_url"] == "https://example.org/no-payment"
    assert "citation_publication_date" not in named("sources/003-copy")
    assert named("statements/s-7d1c") == named("actors/ana-ruiz") == {"z:itemType": "webpage"}
    assert named("timeline") == {}


def test_a_page_says_what_it_is(built: Path) -> None:
    html = (built / "site" / "statements" / "s-7d1c" / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{BASE}statements/s-7d1c/">' in html
    assert '<meta property="og:title" content="Ana Ruiz:' in html
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found
    data = json.loads(found[1])
    assert data["@type"] == "Quotation"
    assert data["spokenByCharacter"]["@id"] == f"{BASE}actors/ana-ruiz/"
    kinds = set()
    for path in (built / "site").rglob("index.html"):
        kinds |= set(re.findall(r'ld\+json">\{[^{}]*?"@type": ?"(\w+)"', path.read_text(encoding="utf-8")))
    assert {"Person", "Organization", "Country", "Event", "NewsArticle", "Quotation", "Dataset"} <= kinds


def test_a_merged_page_forwards(built: Path) -> None:
    html = (built / "site" / "actors" / "ana-ruis" / "index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../../actors/ana-ruiz/">' in html
    assert f'<link rel="canonical" href="{BASE}actors/ana-ruiz/">' in html
    sitemap = (built / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "ana-ruis/" not in sitemap and "ana-ruiz/" in sitemap and "lastmod" not in sitemap


def test_the_data_can_be_taken_away(built: Path) -> None:
    site = built / "site"
    assert (site / "data" / "sources" / "001-ferry-talks.yml").is_file()
    assert (site / "downloads" / "statements.csv").read_bytes().count(b"\r\n") == 6
    assert json.loads((site / "downloads" / "dossier.json").read_text(encoding="utf-8"))["actors"]


def test_a_local_site_has_what_deserves_a_look_in_its_menu_and_a_public_one_has_none(
    built: Path, tmp_path: Path
) -> None:
    build_site(write_site(tmp_path, dossier()), tmp_path / "site", strict=True)
    menus = [(site / "index.html").read_text(encoding="utf-8") for site in (tmp_path / "site", built / "site")]
    assert ['href="review/"' in menu for menu in menus] == [True, False]


def test_the_menu_has_the_titles_of_the_configuration(built: Path) -> None:
    menu = re.findall(
        r'class="md-nav__link"[^>]*>\s*([^<]+?)\s*<', (built / "site" / "method" / "index.html").read_text()
    )
    assert {"Overview", "Statements", "Actors", "Events", "Sources"} <= set(menu)
    assert "Index" not in menu


def test_the_menu_marks_the_page_it_stands_on(built: Path) -> None:
    for name, title in (
        ("conflicts", "Conflicts"),
        ("actors", "Actors"),
        ("events", "Events"),
        ("statements/s-7d1c", ""),
    ):
        page = (built / "site" / name / "index.html").read_text(encoding="utf-8")
        marked = re.findall(r"md-nav__link--active[^>]*>\s*<span[^>]*>\s*([^<]*?)\s*<", page)
        assert set(marked) == ({title} if title else set())


def test_a_hand_written_page_takes_the_place_of_a_generated_one(tmp_path: Path) -> None:
    config = write_site(tmp_path, dossier())
    (tmp_path / "docs" / "method.md").write_text("# How we work\n\nBy [hand](index.md).\n", encoding="utf-8")
    build_site(config, tmp_path / "site", strict=True)
    html = (tmp_path / "site" / "method" / "index.html").read_text(encoding="utf-8")
    assert "How we work" in html and "Nothing here is judged" not in html and "or-kicker" not in html


def test_pages_as_files_link_to_each_other(tmp_path: Path) -> None:
    config = write_site(tmp_path, dossier())
    config.write_text(
        config.read_text(encoding="utf-8").replace("use_directory_urls: true", "use_directory_urls: false")
    )
    build_site(config, tmp_path / "site", strict=True)
    for path, page in parsed(tmp_path / "site"):
        for link in page.links:
            parts = urlsplit(link)
            if path != "404.html" and not parts.netloc and not parts.scheme and (file := urldefrag(link).url):
                assert (tmp_path / "site" / path).parent.joinpath(unquote(file)).is_file(), f"{path}: {link}"


def test_without_data_the_reason_is_plain(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = write_site(tmp_path, dossier())
    (tmp_path / "docs" / "data" / "dossier.yml").unlink()
    with pytest.raises(OnrecordError):
        build_site(config, tmp_path / "site")
    assert "no data here; run 'onrecord extract' first" in caplog.text


def test_a_fault_in_the_data_is_named_with_its_line(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = write_site(tmp_path, dossier())
    path = tmp_path / "docs" / "data" / "events.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: planned", "status: plannd"), encoding="utf-8")
    with pytest.raises(OnrecordError):
        build_site(config, tmp_path / "site")
    assert re.search(r"events.yml:\d+: .*'plannd'", caplog.text)


def test_the_same_data_gives_the_same_bytes(tmp_path: Path) -> None:
    config = write_site(tmp_path, dossier())
    contents = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        target = tmp_path / f"site-{seed}"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", str(config), "-d", str(target)]
        # A day in the future for the second build would show any trace of the clock; libfaketime is not at hand, so the
        # date MkDocs itself uses is moved.
        epoch = "1000000000" if seed == "1" else "2000000000"
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": epoch}
        subprocess.run(command, check=True, env=env, cwd=Path(__file__).parent.parent, capture_output=True)
        contents.append({p.relative_to(target): p.read_bytes() for p in sorted(target.rglob("*")) if p.is_file()})
    assert contents[0].keys() == contents[1].keys()
    assert [p for p in contents[0] if contents[0][p] != contents[1][p]] == []
