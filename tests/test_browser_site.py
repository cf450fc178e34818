"""The site in a real browser: reading, linking, accessibility, a phone, no JavaScript, hostile articles."""

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from generator.site.building import build_site
from tests.builders import dossier, hostile_dossier, write_site

AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
PAGES = (
    "",
    "statements/",
    "statements/s-7d1c/",
    "statements/s-b044/",
    "actors/",
    "actors/ana-ruiz/",
    "events/",
    "events/e-2022-03-07-talks-lindhaven/",
    "sources/",
    "sources/001-ferry-talks/",
    "sources/003-copy/",
    "timeline/",
    "conflicts/",
    "corroboration/",
    "figures/",
    "network/",
    "issues/",
    "method/",
    "data/",
    "events/e-gone/",
    "changes/",
    "decisions/",
    "review/",
    "briefings/week/",
)
BRIEFING = """# The week

[[ana-ruiz]] said that Karst [“will not pay”](onrecord:s-7d1c). [[s-9fe2|An official]] spoke of [[f-1]].
"""
HOSTILE_PAGES = (
    "",
    "actors/hostile/",
    "events/e-h/",
    "events/e-x/",
    "sources/000-hostile/",
    "statements/s-h/",
    "timeline/",
    "conflicts/",
    "figures/",
    "issues/",
)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A plain static server that says nothing."""

    def log_message(self, *_: Any) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a plain static server with both dossiers below a base path."""
    folder = tmp_path_factory.mktemp("served")
    for name, made in (("ferry", dossier()), ("hostile", hostile_dossier())):
        config = write_site(folder / "made" / name, made)
        if name == "ferry":
            page = config.parent / "docs" / "briefings" / "week.md"
            page.parent.mkdir()
            page.write_text(BRIEFING, encoding="utf-8")
        build_site(config, folder / "root" / "some" / "base" / name, strict=True)
    handler = functools.partial(Quiet, directory=str(folder / "root"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/some/base/"
    server.shutdown()
    server.server_close()


def opened(browser: Browser, address: str, width: int = 1280, **settings: Any) -> tuple[Page, list[str]]:
    """A page in a new window, and everything that went wrong in it: errors, and requests to other hosts."""
    context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on(
        "request", lambda r: None if r.url.startswith(("http://127.0.0.1", "data:", "blob:")) else wrong.append(r.url)
    )
    page.goto(address)
    return page, wrong


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_fault(browser: Browser, base: str, path: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/{path}", color_scheme="light")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")["violations"]
    page.add_style_tag(content="* { transition: none !important; }")
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    found += page.evaluate("axe.run({runOnly: ['color-contrast', 'link-in-text-block']})")["violations"]
    faults = [f"{f['id']}: {f['help']}: {[n['html'][:160] for n in f['nodes'][:3]]}" for f in found]
    page.context.close()
    assert not faults, "\n".join(faults)
    assert not wrong


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_on_a_phone(browser: Browser, base: str, path: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/{path}", width=360, has_touch=True)
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll('article *')].filter(e => e.getBoundingClientRect().right > 361
                 && getComputedStyle(e).position !== 'absolute').map(e => e.outerHTML.slice(0, 90))"""
    )
    scroll = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert scroll <= 360
    assert not too_wide
    assert not wrong


@pytest.mark.parametrize("path", HOSTILE_PAGES)
def test_a_hostile_article_does_nothing(browser: Browser, base: str, path: str) -> None:
    for width in (1280, 360):
        page, wrong = opened(browser, f"{base}hostile/{path}", width=width)
        page.mouse.move(width / 2, 300)
        assert page.evaluate("window.owned") is None
        active = "article script:not(#or-previews), article img, article iframe"
        assert page.locator(active).count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert "{{ config }}" in page.content()
        page.context.close()
        assert not wrong


def test_a_hostile_title_does_nothing_in_the_search(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}hostile/")
    page.locator("input.md-search__input").click()
    page.keyboard.type("config")
    page.wait_for_selector(".md-search-result__item")
    assert page.evaluate("window.owned") is None
    assert page.locator(".md-search-result img, .md-search-result script").count() == 0
    page.context.close()
    assert not wrong


def test_from_a_statement_to_the_marked_words_and_back(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/statements/s-7d1c/")
    page.get_by_role("link", name="Ferry talks in Varn to open on Monday, minister says").first.click()
    page.wait_for_url("**/sources/001-ferry-talks/#q-a1")
    lit = page.locator(".or-m--quotation:target, .or-m--quotation.is-target")
    assert lit.count() == 2, "both parts of the quotation"
    assert lit.first.inner_text().startswith("“We will not pay")
    plain, bright = (
        page.locator(css).first.evaluate("e => getComputedStyle(e).backgroundColor")
        for css in (".or-m--quotation:not(:target):not(.is-target)", ".or-m--quotation:target")
    )
    assert plain != bright
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") > 48, "below the header"
    page.get_by_role("link", name="Statement 2: Ana Ruiz").click()
    page.wait_for_url("**/statements/s-7d1c/")
    page.context.close()
    assert not wrong


def test_a_link_and_a_citation_can_be_copied(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/statements/s-7d1c/#sources")
    page.get_by_role("button", name="Copy link").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{base}ferry/statements/s-7d1c/"
    page.get_by_role("button", name="Copy Chicago note").click()
    note = page.evaluate("navigator.clipboard.readText()")
    assert note.startswith("Ana Ruiz, “We will not pay") and note.endswith(f"{base}ferry/statements/s-7d1c/")
    page.get_by_role("button", name="Copy BibTeX").click()
    assert re.fullmatch(r"@article\{.+\n\}", page.evaluate("navigator.clipboard.readText()"), re.DOTALL)
    page.goto(f"{base}ferry/actors/ana-ruiz/")
    page.get_by_text("For Markdown").click()
    page.get_by_role("button", name="Copy Markdown link").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"[Ana Ruiz]({base}ferry/actors/ana-ruiz/)"
    page.context.close()
    assert not wrong


def test_without_javascript_all_can_be_read_and_cited(browser: Browser, base: str) -> None:
    page, _ = opened(browser, f"{base}ferry/statements/s-7d1c/", java_script_enabled=False)
    assert page.get_by_text("“We will not pay for a crossing").first.is_visible()
    assert page.locator("#cite-chicago").is_visible()
    assert not page.get_by_role("button", name="Copy link").is_visible()
    page.get_by_text("How the speaker was settled").first.click()
    assert page.get_by_text("is the subject of").first.is_visible()
    page.goto(f"{base}ferry/timeline/")
    page.get_by_role("checkbox", name="Said").uncheck()
    assert not page.get_by_text("“We will not pay for a crossing").first.is_visible()
    assert page.get_by_text("Talks between Karst and Varn in Lindhaven").first.is_visible()
    page.context.close()


def test_the_keyboard_is_enough(browser: Browser, base: str) -> None:
    page, _ = opened(browser, f"{base}ferry/statements/s-7d1c/")
    page.keyboard.press("Tab")
    assert "skip" in page.evaluate("document.activeElement.className")
    for _step in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open") is True
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.context.close()


def test_a_list_can_be_narrowed_and_the_view_linked(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/statements/")
    assert page.locator(".or-card:visible").count() == 5
    page.get_by_label("Who").select_option("Daniel Okafor")
    assert page.locator(".or-card:visible").count() == 1
    assert page.url.endswith("/statements/?actor=daniel-okafor")
    assert page.locator("h2:visible").all_inner_texts() == ["March 2022 5"]
    page.goto(f"{base}ferry/timeline/?actor=ana-ruiz&source=002-no-payment")
    assert page.locator(".or-card:visible").count() == 1
    assert page.locator(".or-event:visible").count() == 0
    assert page.locator(".or-narrow output").inner_text() == "1 of 7"
    assert page.locator(".or-day:visible").count() == 1
    page.goto(f"{base}ferry/statements/?actor=nobody#%")
    assert page.locator(".or-card:visible").count() == 5
    page.context.close()
    assert not wrong


def test_a_merged_address_forwards(browser: Browser, base: str) -> None:
    page, _ = opened(browser, f"{base}ferry/statements/s-0old/")
    page.wait_for_url("**/statements/s-7d1c/")
    page.context.close()


def test_opened_from_a_folder_the_pages_find_each_other(browser: Browser, tmp_path: Path) -> None:
    build_site(write_site(tmp_path, dossier()), tmp_path / "site", strict=True)
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.get_by_role("link", name="Ana Ruiz").first.click()
    page.wait_for_url("**/actors/ana-ruiz/index.html")
    page.locator(".or-card .or-chip").first.click()
    page.wait_for_url("**/sources/001-ferry-talks/index.html#q-*")
    assert page.locator(".or-m--quotation:target").count() == 1
    context.close()


def test_light_and_dark_can_be_switched(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/", color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_title("Switch to dark mode").click()
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
    assert page.evaluate(ground) != light
    page.context.close()
    assert not wrong


@pytest.mark.parametrize(
    ("path", "read"),
    [
        (
            "statements/s-7d1c/",
            (
                "Ana Ruiz, 2 March 2022",
                "“We will not pay",
                "Harbour Gazette",
                "The Lindhaven Wire",
                "is the subject of",
                "Chicago note Ana Ruiz,",
                "March 3, 2022",
            ),
        ),
        ("actors/ana-ruiz/", ("Ana Ruiz", "Foreign Minister", "2 March 2022", "We will not pay", "Harbour Gazette")),
        (
            "events/e-2022-03-07-talks-lindhaven/",
            ("Talks between Karst and Varn in Lindhaven", "planned", "7 March 2022", "Lindhaven", "Harbour Gazette"),
        ),
    ],
)
def test_on_paper_it_reads_well(browser: Browser, base: str, tmp_path: Path, path: str, read: tuple[str, ...]) -> None:
    page, _ = opened(browser, f"{base}ferry/{path}")
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    page.emulate_media(media="print")
    for frame in (".md-header", ".md-sidebar--primary", ".md-sidebar--secondary", ".md-footer", ".or-take"):
        assert not page.locator(frame).is_visible()
    page.context.close()
    sheets = PdfReader(tmp_path / "page.pdf").pages
    text = " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
    assert [words for words in read if words not in text] == []
    assert f"{base}ferry/{path}" in text.replace(" ", ""), "the address it can be found at"
    for idle in ("Copy", "BibTeX", "TY -", "Search", "Overview", "On this page", "→", "Why this date"):
        assert idle not in text
    assert len(sheets) <= 3
    assert all(sheet.extract_text().strip() for sheet in sheets), "an empty sheet"


def test_a_link_tells_what_it_leads_to(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/statements/")
    preview = page.locator("#or-preview")
    link = page.locator(".or-card .or-name", has_text="Ana Ruiz").first
    link.hover()
    preview.wait_for(state="visible")
    assert preview.inner_text().split("\n")[0] == "Ana Ruiz"
    assert preview.inner_text().split() == ["Ana", "Ruiz", "Foreign", "Minister;", "top", "Karst", "diplomat", "Person"]
    assert link.get_attribute("aria-describedby") == "or-preview"
    preview.hover()
    page.wait_for_timeout(500)
    assert preview.is_visible(), "the mouse may rest on it"
    page.keyboard.press("Escape")
    assert not preview.is_visible()
    assert link.get_attribute("aria-describedby") is None
    page.mouse.move(5, 5)
    page.locator(".or-card .or-chip").first.hover()
    preview.wait_for(state="visible")
    page.mouse.move(5, 5)
    preview.wait_for(state="hidden")
    page.context.close()
    assert not wrong


def test_the_keyboard_is_told_what_a_link_leads_to(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/statements/")
    preview = page.locator("#or-preview")
    page.locator(".or-narrow select").last.focus()
    page.keyboard.press("Tab")
    assert preview.is_visible() and preview.inner_text(), "on focus, at once"
    page.evaluate(AXE)
    assert page.evaluate("axe.run()")["violations"] == []
    page.keyboard.press("Escape")
    assert not preview.is_visible()
    page.context.close()
    assert not wrong


def test_a_finger_follows_a_link_at_once(browser: Browser, base: str) -> None:
    page, _ = opened(browser, f"{base}ferry/statements/", width=360, has_touch=True)
    page.locator(".or-card .or-name", has_text="Ana Ruiz").first.tap()
    page.wait_for_url("**/actors/ana-ruiz/")
    assert not page.locator("#or-preview").is_visible()
    page.context.close()


def test_a_hostile_preview_is_text(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}hostile/sources/000-hostile/")
    page.locator("article a[href*='/actors/']").first.hover()
    page.locator("#or-preview").wait_for(state="visible")
    assert "<script>" in page.locator("#or-preview").inner_text()
    assert page.evaluate("document.querySelectorAll('#or-preview :not(p)').length") == 0
    assert page.evaluate("window.owned") is None
    page.context.close()
    assert not wrong


def test_a_briefing_leads_to_its_notes_and_records(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}ferry/briefings/week/")
    page.get_by_role("link", name="Ana Ruiz").first.hover()
    page.locator("#or-preview").wait_for(state="visible")
    page.mouse.move(5, 5)
    page.locator("sup a").first.click()
    assert (
        page.evaluate("document.querySelector(':target').textContent").strip().startswith("Ana Ruiz, “We will not pay")
    )
    page.locator(":target").get_by_role("link", name="Record").click()
    page.wait_for_url("**/statements/s-7d1c/")
    page.context.close()
    assert not wrong
