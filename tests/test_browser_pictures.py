"""The pictures in a real browser: keyboard, zoom, the choice in the address, no JavaScript, a phone, paper."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.site.building import build_site
from tests.builders import dossier, write_site

AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
PICTURES = {"timeline/": ".or-tl", "network/": ".or-net", "figures/": ".or-q", "corroboration/": ".or-matrix"}
ZOOMED = ("timeline/", "network/", "figures/")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A plain static server that says nothing."""

    def log_message(self, *_: Any) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ferry dossier, and the same as it looks when a page holds three entries only and a table two sources."""
    folder = tmp_path_factory.mktemp("pictures")
    build_site(write_site(folder / "ferry", dossier()), folder / "root" / "base" / "ferry", strict=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.site.paging.PAGE", 3)
        patch.setattr("generator.site.pages.corroboration.COLUMNS", 2)
        build_site(write_site(folder / "many", dossier()), folder / "root" / "base" / "many", strict=True)
    return folder / "root"


@pytest.fixture(scope="module")
def base(sites: Path) -> Iterator[str]:
    """The address of a plain static server with both below a base path."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(sites)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/base/"
    server.shutdown()
    server.server_close()


def opened(browser: Browser, address: str, width: int = 1280, **settings: Any) -> tuple[Page, list[str]]:
    """A page in a new window, and everything that went wrong in it: errors, and requests to other hosts."""
    page = browser.new_context(viewport={"width": width, "height": 800}, **settings).new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on(
        "request", lambda r: None if r.url.startswith(("http://127.0.0.1", "file:", "data:")) else wrong.append(r.url)
    )
    page.goto(address)
    return page, wrong


def focused(page: Page) -> str:
    """The address that the focused link leads to, as it is written."""
    return str(page.evaluate("document.activeElement.getAttribute('href') || ''"))


def tab_to(page: Page, css: str) -> None:
    """Press the tab key until the focus is on what `css` finds."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("css => document.activeElement.matches(css)", css):
            return
    raise AssertionError(f"the tab key never reached {css}")


@pytest.mark.parametrize("site", ["ferry", "many"])
@pytest.mark.parametrize("path", PICTURES)
def test_axe_finds_no_fault_in_any_state(browser: Browser, base: str, path: str, site: str) -> None:
    page, wrong = opened(browser, f"{base}{site}/{path}?actor=ana-ruiz")
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")["violations"]
    page.add_style_tag(content="* { transition: none !important; }")
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    found += page.evaluate("axe.run({runOnly: ['color-contrast', 'link-in-text-block']})")["violations"]
    page.context.close()
    assert not [f"{f['id']}: {[n['html'][:160] for n in f['nodes'][:3]]}" for f in found]
    assert not wrong


@pytest.mark.parametrize("site", ["ferry", "many"])
@pytest.mark.parametrize("path", PICTURES)
def test_a_picture_fits_a_phone(browser: Browser, base: str, path: str, site: str) -> None:
    for script in (True, False):
        page, wrong = opened(browser, f"{base}{site}/{path}", width=360, has_touch=True, java_script_enabled=script)
        assert page.locator(PICTURES[path]).first.is_visible()
        if script:
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
        box = page.locator(PICTURES[path]).first.bounding_box()
        assert box and box["x"] >= 0 and (box["x"] + box["width"] <= 360 or path == "corroboration/")
        page.context.close()
        assert not wrong


def test_only_a_page_with_a_picture_loads_its_files(browser: Browser, base: str) -> None:
    for path in ("", "conflicts/", "statements/", *PICTURES):
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda r, asked=asked: asked.append(r.url))
        page.goto(f"{base}ferry/{path}")
        page.close()
        assert any("pictures" in url for url in asked) == (path in PICTURES), path
        assert any("/vendor/" in url for url in asked) == (path in {"timeline/", "network/"}), path


@pytest.mark.parametrize(
    "path, there",
    [("timeline/", "/statements/"), ("network/", "/actors/ana-ruiz/"), ("figures/", "/sources/00")],
)
def test_arrows_go_from_mark_to_mark_and_enter_opens_the_page(
    browser: Browser, base: str, path: str, there: str
) -> None:
    page, wrong = opened(browser, f"{base}ferry/{path}")
    tab_to(page, ".or-picture .or-pic")
    marks = page.locator(f"{PICTURES[path]} .or-pic")
    assert page.locator('.or-picture .or-pic[tabindex="0"]').count() == 1, "the tab key stops at a picture once"
    assert focused(page) == marks.nth(0).get_attribute("href")
    assert page.locator(".or-tip").is_visible(), "what a mark says"
    page.keyboard.press("ArrowRight")
    assert focused(page) == marks.nth(1).get_attribute("href")
    page.keyboard.press("End")
    assert focused(page) == marks.last.get_attribute("href")
    page.keyboard.press("ArrowRight")
    assert focused(page) == marks.nth(0).get_attribute("href"), "round and round"
    page.keyboard.press("Escape")
    assert not page.locator(".or-tip").is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: there in url)
    page.context.close()
    assert not wrong


def test_a_mark_says_once_what_it_is(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/network/")
    page.locator('.or-net__node[data-id="ana-ruiz"] a').hover()
    assert page.locator(".or-tip").inner_text().startswith("Ana Ruiz – Person, 2 statements, ")
    page.wait_for_timeout(500)
    assert not page.locator(".or-preview").is_visible(), "the preview of a link would lie over it"
    page.context.close()
    assert not wrong


def test_arrows_go_from_cell_to_cell(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/corroboration/")
    tab_to(page, ".or-matrix tbody .or-share")
    first = focused(page)
    page.keyboard.press("ArrowRight")
    assert focused(page) != first and "#q-" in focused(page)
    page.keyboard.press("ArrowLeft")
    assert focused(page) == first
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/*/#q-*")
    page.context.close()
    assert not wrong


@pytest.mark.parametrize("path", ["timeline/", "network/"])
def test_buttons_and_keys_zoom_and_show_all_again(browser: Browser, base: str, path: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/{path}", reduced_motion="reduce")
    zoomed = {"timeline/": ".or-tl__plot", "network/": ".or-net__frame"}[path]

    def scale() -> float:
        return float(
            page.evaluate("css => getComputedStyle(document.querySelector(css)).getPropertyValue('--k')", zoomed)
        )

    ticks = page.locator(".or-tl__tick").all_inner_texts()
    page.get_by_role("button", name="Zoom in").click()
    assert scale() == pytest.approx(1.6)
    page.get_by_role("button", name="Zoom in").click()
    assert scale() == pytest.approx(2.56 if path == "network/" else 2, abs=0.6)
    if path == "timeline/":
        assert page.locator(".or-tl__tick").all_inner_texts() != ticks
    marks = page.locator(".or-picture .or-pic")
    inside = page.locator(zoomed).bounding_box()
    assert inside
    for mark in marks.all():
        box = mark.bounding_box()
        there = box and box["x"] + box["width"] > inside["x"] and box["x"] < inside["x"] + inside["width"]
        assert there or mark.evaluate("m => m.closest('.is-away') !== null"), "what is outside takes no focus"
    page.get_by_role("button", name="Show all").click()
    assert scale() == 1 and page.locator(".is-away").count() == 0
    tab_to(page, ".or-picture .or-pic")
    page.keyboard.press("+")
    assert scale() == pytest.approx(1.6)
    page.keyboard.press("0")
    assert scale() == 1
    top = page.evaluate("window.scrollY")
    box = page.locator(zoomed).bounding_box()
    assert box
    page.mouse.move(box["x"] + 50, box["y"] + 30)
    page.mouse.wheel(0, 120)
    page.wait_for_function("top => window.scrollY > top", arg=top)
    assert scale() == 1, "the wheel alone scrolls the page"
    page.context.close()
    assert not wrong


def test_a_chart_can_be_made_large(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/figures/")
    small = page.locator(".or-q__plot").bounding_box()
    page.get_by_role("button", name="Zoom in: lorries waiting").click()
    large = page.locator(".or-q__plot").bounding_box()
    assert small and large and large["height"] > 2 * small["height"]
    page.get_by_role("button", name="Zoom in: lorries waiting").click()
    assert page.locator(".or-q__plot").bounding_box() == small
    page.context.close()
    assert not wrong


@pytest.mark.parametrize(
    "path, marks, all_of, some, few",
    [
        ("timeline/", ".or-tl .or-pic", 7, "actor=ana-ruiz", 3),
        ("timeline/", ".or-tl .or-pic", 7, "source=002-no-payment", 3),
        ("timeline/", ".or-tl .or-pic", 7, "actor=ana-ruiz&source=002-no-payment", 1),
        ("timeline/", ".or-tl .or-pic", 7, "actor=nobody", 7),
        ("network/", ".or-net__node a", 4, "actor=karst", 2),
        ("network/", ".or-net__node a", 4, "source=002-no-payment", 4),
        ("figures/", ".or-q__point", 2, "source=002-no-payment", 1),
        ("corroboration/", ".or-matrix tbody tr", 2, "actor=karst", 1),
    ],
)
def test_the_choice_in_the_address_acts_on_the_picture(
    browser: Browser, base: str, path: str, marks: str, all_of: int, some: str, few: int
) -> None:
    page, wrong = opened(browser, f"{base}ferry/{path}")
    seen = page.locator(f"{marks}:visible")
    assert seen.count() == all_of
    page.goto(f"{base}ferry/{path}?{some}")
    assert seen.count() == few
    for name in ("actor", "source"):
        page.locator(f".or-narrow select[name={name}]").select_option("")
    assert seen.count() == all_of, "and comes back"
    assert "?" not in page.url
    page.context.close()
    assert not wrong


def test_bars_count_what_is_chosen_and_pass_the_choice_on(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}many/timeline/")
    said = page.locator(".or-tl__lane--said")
    bars = said.locator(".or-tl__bar")

    def counted() -> int:
        return sum(
            int(str(bar.get_attribute("aria-label")).rsplit(": ", 1)[1]) for bar in bars.all() if bar.is_visible()
        )

    rows = said.locator(".or-tl__row:visible").count()
    assert counted() + rows == 5
    page.goto(f"{base}many/timeline/?actor=daniel-okafor")
    assert counted() == 1
    assert said.locator(".or-tl__row:visible").count() == 0
    assert said.locator(".or-tl__name").inner_text() == "Said 1 of 5"
    bars.locator("visible=true").first.click()
    page.wait_for_url("**/timeline/in-*/?actor=daniel-okafor")
    assert page.locator(".or-card:visible").count() == 1
    page.context.close()
    assert not wrong


def test_pointing_at_an_actor_lights_its_ties(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/network/", reduced_motion="reduce")
    page.locator('.or-net__node[data-id="karst"] a').hover()
    assert page.locator(".or-net__node.is-lit").count() == 2
    assert page.locator('.or-net__node[data-id="daniel-okafor"].is-lit').count() == 0
    page.mouse.move(0, 0)
    assert page.locator(".is-lit").count() == 0
    page.context.close()
    assert not wrong


@pytest.mark.parametrize("path", PICTURES)
def test_without_javascript_the_page_says_the_same(browser: Browser, base: str, path: str) -> None:
    page, _ = opened(browser, f"{base}ferry/{path}", java_script_enabled=False)
    inside, beside = (
        {link.get_attribute("href") for link in page.locator(css).all()}
        for css in (f"{PICTURES[path]} a.or-pic", "article :is(.or-timeline, .or-scroll) a")
    )
    assert inside and inside <= beside
    assert all(mark.is_visible() for mark in page.locator(f"{PICTURES[path]} a.or-pic").all())
    assert not page.get_by_role("button", name="Zoom in").first.is_visible()
    page.context.close()


def test_the_kinds_of_ties_can_be_left_out_without_javascript(browser: Browser, base: str) -> None:
    page, _ = opened(browser, f"{base}ferry/network/", java_script_enabled=False)
    edges = page.locator(".or-net__edge--meets")
    assert edges.count() and edges.first.is_visible()
    page.get_by_role("checkbox", name="meets").uncheck()
    assert not edges.first.is_visible()
    page.goto(f"{base}ferry/timeline/")
    page.get_by_role("checkbox", name="Planned").uncheck()
    assert not page.locator(".or-tl__lane--planned").is_visible()
    page.context.close()


@pytest.mark.parametrize("path", ["timeline/", "network/", "figures/"])
def test_opened_from_a_folder_a_picture_leads_on(browser: Browser, sites: Path, path: str) -> None:
    page, _ = opened(browser, (sites / "base" / "ferry" / path / "index.html").as_uri())
    tab_to(page, ".or-picture .or-pic")
    page.keyboard.press("Enter")
    page.wait_for_url("**/00*/index.html#*" if path == "figures/" else "**/index.html")
    page.wait_for_function("document.querySelector('h1#top')")
    assert path not in page.url
    page.context.close()


@pytest.mark.parametrize("path", PICTURES)
def test_on_paper_the_picture_stays_and_its_tools_go(browser: Browser, base: str, path: str) -> None:
    page, _ = opened(browser, f"{base}ferry/{path}", color_scheme="dark")
    ink = "getComputedStyle(document.querySelector('article h1')).color"
    on_screen = page.evaluate(ink)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(PICTURES[path]).first.is_visible()
    for css in (".or-picture__tools", ".or-q__zoom", ".or-narrow"):
        assert not page.locator(css).first.is_visible()
    assert page.evaluate(ink) != on_screen and page.evaluate(ink) == "rgb(27, 35, 45)", "dark on white paper"
    assert len(page.pdf()) > 5_000
    page.context.close()
