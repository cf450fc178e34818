"""Hostile articles, from the folder to the browser: on every page inert, in every file harmless.

The articles are those of `tests/hostile.py`: each attack in text, file names, sidecars, front matter, and in the
metadata of pages, messages and PDFs.
"""

import csv
import functools
import http.server
import io
import json
import re
import threading
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page

from generator.cli import main
from generator.records import load_dossier, load_yaml
from generator.site.building import build_site
from tests import hostile

# Characters that can make a page read otherwise than it is written, or that HTML does not allow.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

INJECTED = """() => {
  const wrong = [];
  const say = (why, e) => wrong.push(why + ': ' + e.outerHTML.slice(0, 200));
  const inline = /^(?:application\\/(?:ld\\+)?json)$/;
  for (const e of document.querySelectorAll('*')) {
    if (/owned/i.test(e.localName)) say('element', e);
    if (['iframe', 'object', 'embed', 'base', 'frame', 'applet', 'portal'].includes(e.localName)) say('frame', e);
    if (e.localName === 'script' && !e.src && !inline.test(e.type) && /owned/.test(e.textContent)) say('script', e);
    for (const a of e.attributes) {
      if (/^on/i.test(a.name) || /owned/i.test(a.name)) say('attribute ' + a.name, e);
      if (['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data', 'srcset'].includes(a.name)) {
        const url = new URL(a.value, document.baseURI);
        const ours = url.origin === location.origin || ['data:', 'mailto:', 'blob:'].includes(url.protocol);
        const web = e.localName === 'a' && ['https:', 'http:'].includes(url.protocol);
        if (!ours && !web && a.name !== 'data') say('address ' + a.value, e);
        const saved = e.download && /^data:application\\/(x-bibtex|x-research-info-systems|vnd\\.)/.test(a.value);
        if (url.protocol === 'data:' && ['a', 'form', 'area'].includes(e.localName) && !saved) say('address', e);
      }
    }
  }
  if (window.owned !== undefined) wrong.push('a script of an article ran');
  return wrong;
}"""


@dataclass(frozen=True)
class Built:
    """What was made of the hostile articles."""

    seeds: Path
    data: Path
    site: Path
    told: str


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The whole set through extraction, the checks and the build."""
    folder = tmp_path_factory.mktemp("hostile")
    hostile.write(folder / "seeds")
    paths = ["--seeds", str(folder / "seeds"), "--data", str(folder / "docs" / "data")]
    run = CliRunner().invoke(main, ["extract", *paths, "--jobs", "1"])
    assert run.exit_code == 1, run.output  # dates and addresses of the sidecars are none
    checked = CliRunner().invoke(main, ["check", *paths, "--no-site"])
    assert "FAILED" not in checked.output, checked.output
    ours = Path(__file__).parent.parent / "mkdocs.yml"
    pages = tuple(f" {page.name}" for page in (ours.parent / "docs").glob("*.md"))
    lines = [line for line in ours.read_text(encoding="utf-8").splitlines() if not line.endswith(pages)]
    (folder / "mkdocs.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    build_site(folder / "mkdocs.yml", folder / "site", strict=True)
    return Built(folder / "seeds", folder / "docs" / "data", folder / "site", run.output)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A plain static server that says nothing."""

    def log_message(self, *_: Any) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def base(built: Built) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(built.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def watched(browser: Browser) -> tuple[Page, list[str]]:
    """A page, and everything it did that no article may make it do."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    wrong: list[str] = []
    page.on("dialog", lambda d: (wrong.append(f"dialog: {d.message}"), d.dismiss()))
    page.on("popup", lambda p: wrong.append(f"window: {p.url}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on(
        "request", lambda r: wrong.append(f"request: {r.url}") if not r.url.startswith("http://127.0.0.1") else None
    )
    page.on("framenavigated", lambda f: wrong.append(f"left for {f.url}") if "127.0.0.1" not in f.url else None)
    return page, wrong


def test_every_page_is_inert(browser: Browser, built: Built, base: str) -> None:
    page, wrong = watched(browser)
    pages = sorted(p.relative_to(built.site).as_posix() for p in built.site.rglob("*.html"))
    assert len(pages) > 100
    for path in pages:
        page.goto(f"{base}{path.removesuffix('index.html')}", wait_until="load")
        wrong += [f"{path}: {what}" for what in page.evaluate(INJECTED)]
        if found := UNFIT.search(page.evaluate("document.documentElement.outerHTML")):
            wrong.append(f"{path}: the character {found.group()!a}")
        assert len(wrong) < 20, "\n".join(wrong)
    page.context.close()
    assert not wrong, "\n".join(wrong)


def test_looking_round_wakes_nothing(browser: Browser, base: str) -> None:
    page, wrong = watched(browser)
    for path in ("", "sources/text-01/", "sources/page-01/", "statements/", "actors/ann-roe/", "network/"):
        page.goto(f"{base}{path}", wait_until="load")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        for link in page.query_selector_all("article a[href], article mark, article button")[:25]:
            if link.is_visible():
                link.hover(force=True, timeout=2_000)
        page.keyboard.press("Tab")
    page.goto(base, wait_until="load")
    page.fill(".md-search__input, input[type=search]", "owned script onerror")
    page.wait_for_timeout(1_500)
    wrong += page.evaluate(INJECTED)
    page.context.close()
    assert not wrong, "\n".join(wrong)


def test_addresses_and_files_of_the_site_are_plain(built: Built) -> None:
    names = [p.relative_to(built.site).as_posix() for p in built.site.rglob("*")]
    strange = [n for n in names if not re.fullmatch(r"[A-Za-z0-9][\w./-]*", n)]
    assert not strange


def test_every_file_of_the_folder_is_read_or_named(built: Built) -> None:
    dossier = load_dossier(built.data)
    there = {p.name for p in built.seeds.iterdir() if p.suffix not in (".yml",)}
    assert {r.source.file for r in dossier.sources} == there - {"..owned.txt"}
    issues = [i for i in dossier.issues if i.needs_action]
    assert {i.kind for i in issues} == {"setting"}  # the dates and addresses that are none
    assert not UNFIT.search(built.told)


def test_yaml_gives_back_the_words_and_nothing_else(built: Built) -> None:
    texts = {r.source.file: r for r in load_dossier(built.data).sources}
    for n, attack in enumerate(hostile.ALL):
        if n % 2 == 0:
            assert texts[f"text-{n:02}.txt"].source.title == attack
    for path in built.data.rglob("*.yml"):
        data = load_yaml(path.read_text(encoding="utf-8"), path.name)
        assert set(json.dumps(data)) and data["schema"] == "onrecord/1"


def test_cells_are_no_formulas(built: Built) -> None:
    for path in (built.site / "downloads").glob("*.csv"):
        text = path.read_bytes().decode("utf-8")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}, path.name
        bad = [c for row in rows for c in row if c[:1] in tuple("=+-@\t\r|%") and not re.fullmatch(r"-?[\d.]+", c)]
        assert not [c for c in bad if c[0] not in "|%"], path.name
        assert not UNFIT.search(text)


def entries(bib: str) -> dict[str, dict[str, str]]:
    """The entries of a BibTeX file, read as TeX's programs do: by counting braces. A brace after a backslash counts."""
    found: dict[str, dict[str, str]] = {}
    at = 0
    while (start := re.compile(r"\s*@(\w+)\{([^,\s{}]+),").match(bib, at)) is not None:
        at, fields = start.end(), {}
        while (field := re.compile(r"\s*(\w+) = (\{|\w+)").match(bib, at)) is not None:
            at = field.end()
            if field[2] == "{":
                depth, first = 1, at
                while depth:
                    depth += {"{": 1, "}": -1}.get(bib[at], 0)
                    at += 1
                fields[field[1]] = bib[first : at - 1]
            else:
                fields[field[1]] = field[2]
            at = bib.index(",", at) + 1
        at = re.compile(r"\s*\}").match(bib, at).end()  # type: ignore[union-attr]
        found[start[2]] = fields
    assert not bib[at:].strip()
    return found


def test_bibliographies_hold_one_entry_for_each_source(built: Built) -> None:
    ids = {r.source.id for r in load_dossier(built.data).sources}
    folder = built.site / "downloads"
    bib = (folder / "sources.bib").read_text(encoding="utf-8")
    read = entries(bib)
    assert set(read) == ids
    known = {
        "title",
        "author",
        "journal",
        "howpublished",
        "year",
        "month",
        "date",
        "note",
        "url",
        "urldate",
        "language",
    }
    assert {key for fields in read.values() for key in fields} <= known | {"langid", "keywords", "file"}
    for fields in read.values():
        for value in fields.values():
            assert not re.search(
                r"(?<!\\)(?:\\\\)*\\(?:input|write|include|def|catcode)", value.replace("\\textbackslash{}", "")
            )
    ris = (folder / "sources.ris").read_text(encoding="utf-8")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in ris.splitlines() if line)
    assert (
        ris.count("\nTY  - ") + ris.startswith("TY  - ") == len(ids) == len(re.findall(r"^ER  - $", ris, re.MULTILINE))
    )
    csl = json.loads((folder / "sources.csl.json").read_text(encoding="utf-8"))
    assert {item["id"] for item in csl} == ids
    assert all(item.get("URL", "https://").startswith("http") for item in csl)
    for text in (bib, ris):
        assert not UNFIT.search(text)


def test_the_calendar_holds_events_and_nothing_that_rings(built: Built) -> None:
    text = (built.site / "downloads" / "planned.ics").read_bytes().decode("utf-8")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines.pop() == ""
    assert "\n" not in "".join(lines) and "\r" not in "".join(lines)
    names = {re.split("[:;]", line)[0] for line in lines}
    assert names <= {
        "BEGIN", "END", "VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION",
        "URL", "CALSCALE", "METHOD", "STATUS", "X-WR-CALNAME", "SEQUENCE", "CATEGORIES",
    }  # fmt: skip
    assert {line for line in lines if line.startswith("BEGIN")} == {"BEGIN:VCALENDAR", "BEGIN:VEVENT"}
    assert not UNFIT.search(text.replace("\r", ""))


def test_feeds_and_maps_are_xml_with_no_element_of_an_article(built: Built) -> None:
    for path in built.site.rglob("*.xml"):
        tree = ElementTree.parse(path)
        assert not [e.tag for e in tree.iter() if "owned" in e.tag]
        assert not UNFIT.search(path.read_text(encoding="utf-8"))


def test_what_machines_read_on_a_page_is_json(built: Built) -> None:
    for path in built.site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        for kind in ("application/ld+json", "application/json"):
            for code in re.findall(rf'<script[^>]*type="{re.escape(kind)}"[^>]*>(.*?)</script>', page, re.DOTALL):
                json.loads(code)
