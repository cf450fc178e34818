"""Search on a large site in a real browser: found by words, used by keyboard, nothing asked of another host."""

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.site import search
from generator.site.building import build_site
from tests.builders import dossier, hostile_dossier, write_site
from tests.test_browser_site import AXE, Quiet, opened

SMALL = ("      records: docs/data\n", "      records: docs/data\n      pagefind: 1\n")


def built(folder: Path, name: str) -> None:
    """A site whose pages are more than its setting allows the theme's search."""
    made = {"ferry": dossier, "hostile": hostile_dossier, "parts": dossier}[name]()
    config = write_site(folder / "made" / name, made)
    config.write_text(config.read_text(encoding="utf-8").replace(*SMALL), encoding="utf-8")
    page = config.parent / "docs" / "briefings" / "tolls.md"
    page.parent.mkdir()
    page.write_text("# Tolls\n\nA briefing on aqueducts.\n", encoding="utf-8")
    build_site(config, folder / "root" / "base" / name, strict=True)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("large")
    built(folder, "ferry")
    built(folder, "hostile")
    with pytest.MonkeyPatch.context() as smaller:
        smaller.setattr(search, "PART", 4)
        built(folder, "parts")
    assert len(list((folder / "root" / "base" / "parts" / "pagefind").glob("[1-9]*"))) >= 3
    handler = functools.partial(Quiet, directory=str(folder / "root"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/base/"
    server.shutdown()
    server.server_close()


def test_words_are_found_and_followed_by_keyboard(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/statements/s-7d1c/")
    page.keyboard.press("/")
    page.keyboard.type("okafor")
    page.wait_for_selector(".or-finder__hits a")
    assert page.locator(".or-finder__hits a").first.inner_text().split("\n")[0].casefold() == "actor"
    assert page.get_by_role("status").inner_text().endswith("pages")
    page.evaluate(AXE)
    assert page.evaluate("axe.run()")["violations"] == []
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/base/ferry/actors/daniel-okafor/")
    page.context.close()
    assert not wrong


@pytest.mark.parametrize("site", ["ferry", "parts"])
@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("crossing that nobody may use", "statements/s-7d1c/"),
        ("Karst Lindhaven talks", "events/e-2022-03-07-talks-lindhaven/"),
        ("ferry negotiations", "sources/00[13][a-z-]+/"),
        ("aqueducts", "briefings/tolls/"),
        ("okafor", "actors/daniel-okafor/"),
    ],
)
def test_every_kind_of_page_is_found(browser: Browser, base: str, words: str, first: str, site: str) -> None:
    page, wrong = opened(browser, f"{base}{site}/", width=360)
    page.get_by_role("button", name="Search").click()
    page.keyboard.type(words)
    page.wait_for_selector(".or-finder__hits a")
    found = page.locator(".or-finder__hits a").first.get_attribute("href")
    assert found is not None and re.search(f"/{site}/{first}$", found)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.context.close()
    assert not wrong


def test_a_statement_is_found_in_its_article_and_named_by_who_said_it(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/")
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("crossing that nobody may use")
    page.wait_for_selector(".or-finder__hits a")
    kind, name, words = page.locator(".or-finder__hits a").first.inner_text().split("\n")
    assert kind.casefold() == "statement"
    assert name.startswith("Ana Ruiz, ")
    assert "nobody may use" in words and "Ruiz" not in words
    page.context.close()
    assert not wrong


def test_nothing_found_is_said_and_escape_closes(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/")
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("zzyzx")
    page.get_by_text("Nothing was found for these words.").wait_for()
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    page.context.close()
    assert not wrong


def test_a_hostile_title_does_nothing(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}hostile/")
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("config")
    page.wait_for_selector(".or-finder__hits a")
    assert "<script>" in page.locator(".or-finder__hits").inner_text()
    assert page.locator(".or-finder__hits :not(li, a, span)").count() == 0
    assert page.evaluate("window.owned") is None
    page.context.close()
    assert not wrong


def test_the_same_site_has_the_same_index(base: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    built(tmp_path, "ferry")
    one = next(tmp_path_factory.getbasetemp().glob("large*")) / "root" / "base" / "ferry" / "pagefind"
    two = tmp_path / "root" / "base" / "ferry" / "pagefind"
    files = [{p.relative_to(f).as_posix(): p.read_bytes() for p in f.rglob("*") if p.is_file()} for f in (one, two)]
    assert files[0] == files[1]
    assert not [name for name in files[0] if "ui" in name], "the look of its own that nobody loads"
    assert not (two.parent / "search").exists(), "no second index"
