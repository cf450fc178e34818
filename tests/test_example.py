"""The second example: eight articles on another subject become a dossier, and every page of it can be read."""

import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from generator.cli import main
from generator.model import Dossier
from generator.records import load_dossier

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "examples" / "tram" / "seeds"


@pytest.fixture(scope="module")
def tram(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier, built as its README says."""
    folder = tmp_path_factory.mktemp("example") / "tram"
    runner = CliRunner()
    assert runner.invoke(main, ["new", str(folder), "--title", "x"]).exit_code == 0
    shutil.copytree(SEEDS, folder / "seeds", dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as at:
        at.chdir(folder)
        done = runner.invoke(main, ["site"])
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(scope="module")
def dossier(tram: Path) -> Dossier:
    return load_dossier(tram / "docs" / "data")


def test_every_article_and_every_decision_is_in_it(dossier: Dossier) -> None:
    assert [r.source.file for r in dossier.sources] == sorted(p.name for p in SEEDS.glob("*.[tm]*"))
    assert [(d.verb, d.stale) for d in dossier.decisions] == [("date", ""), ("date", ""), ("edit", ""), ("role", "")]


@pytest.mark.parametrize(
    ("file", "outlet", "published", "basis"),
    [
        ("npa-tram-derailment.txt", "Northern Press Agency", "2026-03-03", "given"),
        ("post-inspection-date.md", "Dunmere Post", "2026-03-05", "given"),
        ("ledger-correction.txt", "City Ledger", "2026-03-09", "stated"),
        ("tram-accident-in-dunmere.txt", None, "2026-03-03", "given"),
    ],
)
def test_what_is_known_of_an_article(
    dossier: Dossier, file: str, outlet: str | None, published: str, basis: str
) -> None:
    source = next(r.source for r in dossier.sources if r.source.file == file)
    assert (source.outlet, source.published.value, source.published.basis) == (outlet, published, basis)


@pytest.mark.parametrize(
    ("words", "speaker", "sources"),
    [
        ("it is too early to say what caused this", "Karl Brandt", {"npa-tram-derailment", "coast-echo-tram"}),
        ("we did not, and that is our fault", "Paul Ostrander", {"ledger-correction"}),
        ("the entry in our system was wrong", "Tom Ferrow", {"radio-inquiry-opens"}),
        ("it did not slow down as it usually does", "Ewa Lindqvist", {"post-tram-derails", "tram-accident-in-dunmere"}),
    ],
)
def test_who_said_what_and_where_it_is_written(dossier: Dossier, words: str, speaker: str, sources: set[str]) -> None:
    names = {a.id: a.name for a in dossier.actors}
    said = {q.id for r in dossier.sources for q in r.quotations if words in q.text.casefold()}
    found = [s for s in dossier.statements if said & set(s.quotations)]
    assert [(names[str(s.speaker)], set(s.sources)) for s in found] == [(speaker, sources)]


def test_the_copy_is_counted_once(dossier: Dossier) -> None:
    assert [c.sources for c in dossier.copies if "coast-echo-tram" in c.sources] == [
        ("coast-echo-tram", "npa-tram-derailment")
    ]


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *told: object) -> None: ...


def test_every_page_opens_without_a_fault_on_a_phone(tram: Path, browser: Browser) -> None:
    site = tram / "site"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    page = browser.new_page(viewport={"width": 360, "height": 740})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("response", lambda answer: None if answer.status < 400 else faults.append(f"{page.url}: {answer.url}"))
    page.on("request", lambda request: None if request.url.startswith(base) else faults.append(request.url))
    try:
        # one statement stands for all of them: they differ in words only
        shown = sorted(p for p in site.rglob("index.html") if p.parent.parent.name != "statements")
        shown.append(next(p for p in sorted(site.rglob("index.html")) if p.parent.parent.name == "statements"))
        for path in shown:
            page.goto(f"{base}/{path.parent.relative_to(site).as_posix()}/", wait_until="load")
            if page.locator("main h1, article h1").count() == 0:
                faults.append(f"{page.url}: no heading")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                faults.append(f"{page.url}: wider than the screen")
    finally:
        page.close()
        server.shutdown()
    assert faults == []
