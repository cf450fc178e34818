"""What a run costs, against stock spaCy, stock MkDocs and itself: `python -m tests.bench --date 2022-01-31`.

Everything is measured in this run, one after another, each in a process of its own, by processor time and by the clock;
only the ratios mean something on a machine that others use too. The table goes into a page of `docs/`: a row that is
measured again takes the place of the one there, the others stay with their date.
"""

import argparse
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.config import DEFAULT_MODEL
from generator.progress import reporter
from tests.bench import markdown
from tests.bench.corpus import is_copy, write
from tests.bench.measure import ROOT, Cost, machine, onrecord, python

BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
HEAD = ("| what | figure | wanted (aim) | measured |", "| --- | --- | --- | --- |")
PAGES = ".cache/onrecord/pa/pages"  # what is kept of the pages of the last build
PUBLIC = {"SITE_URL": "https://example.org/dossier/"}  # without the page for who edits the dossier

_STOCK = f"""
import sys
from pathlib import Path
import spacy
nlp = spacy.load({DEFAULT_MODEL!r})
texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
print(sum(len(doc) for doc in nlp.pipe(texts)))
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: what is measured, the figure, what it should be."""

    what: str
    figure: str
    bar: str


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: what building it cost, how many pages and megabytes it has."""

    cost: Cost
    pages: int
    size: float

    @property
    def page(self) -> float:
        """Milliseconds of processor time a page."""
        return self.cost.cpu / self.pages * 1e3


def project(folder: Path, count: int) -> Path:
    """A project with so many articles."""
    write(folder / "seeds", count)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "docs").mkdir()
    return folder


def built(folder: Path, anew: bool = False) -> Site:
    """A public build of a project by plain MkDocs; `anew` without the site and the pages of the build before."""
    if anew:
        put_aside(folder / "site")
        (folder / PAGES).unlink(missing_ok=True)
    spent = python(folder, "-m", "mkdocs", "build", "--quiet", **PUBLIC)
    pages = sum(1 for _ in (folder / "site").rglob("*.html"))
    size = sum(path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file())
    return Site(spent, pages, size / 1e6)


def put_aside(site: Path) -> None:
    """Make room for a site without removing the one there: for minutes after that ext4 looks past every file removed
    to find room for a new one, so that each takes up to forty times as long (0.03 ms, 1.3 ms after 4,000)."""
    if site.is_dir():
        site.rename(Path(tempfile.mkdtemp(dir=site.parent.parent)) / site.name)


def extraction(work: Path, count: int) -> Iterator[Line]:
    """Extraction of so many articles: cold, by two processes, with nothing changed, and with one article added."""
    one = project(work / f"one-{count}", count)
    # an article kept aside, to be added later: the last that is no copy, of which little would be new
    aside = max(path for path in (one / "seeds").glob("*.txt") if not is_copy(int(path.name[:5])))
    late = aside.read_text(encoding="utf-8")
    aside.unlink()
    two = shutil.copytree(one, work / f"two-{count}")
    stock = python(one, "-c", _STOCK, "seeds")
    cold = onrecord(one, "extract", "--jobs", "1")
    both = onrecord(two, "extract", "--jobs", "2")
    same = onrecord(one, "extract")
    site = built(one)
    # by the program's own command from here on, which leaves files where they are: with its checks, cold too
    put_aside(one / "site")
    (one / PAGES).unlink(missing_ok=True)
    first = onrecord(one, "build", **PUBLIC)
    aside.write_text(late, encoding="utf-8")
    added = onrecord(one, "extract")
    again = onrecord(one, "build", **PUBLIC)
    at = f"{count:,} articles: "
    spent, whole = added.cpu + again.cpu, cold.cpu + first.cpu
    yield Line(
        f"{at}extraction, one process, against stock `nlp.pipe`",
        f"{cold.cpu / stock.cpu:.2f} ({cold.cpu:.0f} s against {stock.cpu:.0f} s of processor time)",
        "1.0 (0.7)",
    )
    yield Line(f"{at}two processes against one, by the clock", f"{cold.clock / both.clock:.2f} times as fast", "1.8")
    yield Line(f"{at}nothing changed, against cold", f"{same.cpu / cold.cpu:.1%} ({same.cpu:.1f} s)", "3 %")
    yield Line(
        f"{at}one article added, extract and build, against cold",
        f"{spent / whole:.1%} ({spent:.0f} s against {whole:.0f} s; extraction alone {added.cpu / cold.cpu:.1%}, "
        f"the site {again.cpu / first.cpu:.1%})",
        "8 % (3 %)",
    )
    yield Line(
        f"{at}peak memory, extraction and site",
        f"{cold.memory:.0f} MB, {site.cost.memory:.0f} MB",
        "2,000 MB at 10,000",
    )
    yield _size(count, site)


def _size(count: int, site: Site) -> Line:
    return Line(
        f"{count:,} articles: public build", f"{site.pages:,} pages, {site.size:,.0f} MB on disk", "1,000 MB at 2,000"
    )


def sites(work: Path, counts: list[int]) -> Iterator[Line]:
    """The site of growing folders: processor time a page."""
    found: dict[int, Site] = {}
    for count in counts:
        folder = project(work / f"site-{count}", count)
        onrecord(folder, "extract")
        found[count] = built(folder)
        rate = f"{1e3 / found[count].page:.0f} pages a second, {found[count].cost.memory:.0f} MB memory"
        yield Line(f"{count:,} articles: site of {found[count].pages:,} pages", rate, "")
        yield _size(count, found[count])
    if len(counts) > 1:
        small, large = found[counts[0]], found[counts[-1]]
        yield Line(f"a page of {large.pages:,} against one of {small.pages:,}", f"{large.page / small.page:.2f}", "1.2")


def against_stock(work: Path, count: int) -> Iterator[Line]:
    """The site against stock MkDocs with Material on the same content in Markdown; each twice, by turns."""
    ours = project(work / f"ours-{count}", count)
    onrecord(ours, "extract")
    stock = work / f"stock-{count}"
    built(ours)
    markdown.write(ours / "site", stock)
    pairs = [(built(ours, anew=True), built(stock, anew=True)) for _ in range(2)]
    (first, other) = min(pairs, key=lambda pair: pair[0].cost.cpu + pair[1].cost.cpu)
    clock = (other.cost.clock / other.pages) / (first.cost.clock / first.pages)
    yield Line(
        f"site of {first.pages:,} pages against stock MkDocs and Material, the same content in Markdown, by page",
        f"{clock:.1f} times as fast by the clock, {other.page / first.page:.1f} times by processor time "
        f"({first.page:.1f} ms against {other.page:.1f} ms)",
        "4 (6) at 4,000 pages",
    )


def memory(work: Path, count: int) -> Iterator[Line]:
    """The largest process of an extraction and of a build, and what who is who takes by itself."""
    at = f"{count:,} articles: "
    folder = project(work / f"memory-{count}", count)
    found = onrecord(folder, "extract")
    again = onrecord(folder, "extract", "--today", "2001-01-01")  # everything is known, all of it is compared anew
    told = folder / "who.txt"
    python(folder, "-m", "tests.bench.who", str(told))
    seconds, megabytes = told.read_text(encoding="utf-8").split()
    yield Line(f"{at}who is who, by itself", f"{float(seconds):.0f} s, {megabytes} MB", "60 s, 2,000 MB")
    site = built(folder)
    each = ", ".join(f"{cost.memory:,.0f} MB" for cost in (found, again, site.cost))
    yield Line(f"{at}peak memory, extraction, resolution, site", each, "2,000 MB")
    yield _size(count, site)


def written(page: str, day: str, lines: list[Line]) -> str:
    """A page with the table between its marks: what is measured anew in its place, the rest as it was."""
    before, rest = page.split(BEGIN, 1)
    old, after = rest.split(END, 1)
    rows = {}
    for row in old.splitlines():
        cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
        if len(cells) == len(HEAD[0].split("|")) - 2 and row not in HEAD:
            rows[cells[0]] = row
    rows |= {line.what: f"| {line.what} | {line.figure} | {line.bar} | {day} |" for line in lines}
    table = "\n".join((BEGIN, f"Last measured on {day}: {machine()}.", "", *HEAD, *rows.values(), END))
    return f"{before}{table}{after}"


def main() -> None:
    """Measure, print, and write the table where asked."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    sizes = {"type": int, "nargs": "*", "metavar": "N"}
    parser.add_argument("--articles", **sizes, help="folders to extract and build; 500 where nothing is said")
    parser.add_argument("--sites", **sizes, help="folders to build, in growing order; 60 and 480 where nothing is said")
    parser.add_argument("--stock", **sizes, help="folders to build with stock MkDocs too; 240 where nothing is said")
    parser.add_argument("--memory", **sizes, help="folders whose memory alone is measured")
    parser.epilog = "N is a number of articles."
    parser.add_argument("--all", action="store_true", help="500 and 2,000 articles, memory at 10,000: some hours")
    parser.add_argument("--date", help="the day, as 2022-01-31; needed to write the page")
    parser.add_argument("--page", type=Path, help="the page of docs/ to write the table into")
    chosen = parser.parse_args()
    if chosen.page and not chosen.date:
        parser.error("--page needs --date")
    given = {name: getattr(chosen, name) for name in ("articles", "sites", "stock", "memory")}
    if not any(value is not None for value in given.values()):
        given = {"articles": [500], "sites": [60, 480], "stock": [240], "memory": []}
        given |= {"articles": [500, 2000], "memory": [10_000]} if chosen.all else {}
    parts: list[Callable[[Path], Iterator[Line]]] = [
        *(lambda work, n=n: extraction(work, n) for n in given["articles"] or ()),
        *(lambda work, n=n: against_stock(work, n) for n in given["stock"] or ()),
        *([lambda work: sites(work, given["sites"])] if given["sites"] else ()),
        *(lambda work, n=n: memory(work, n) for n in given["memory"] or ()),
    ]
    print("\n".join((f"Measured on {chosen.date or 'this day'}: {machine()}.", "", *HEAD)), flush=True)
    with reporter(True) as tell:
        for done, part in enumerate(parts):
            tell("measurements", done, len(parts))
            with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as work:
                lines = []
                for line in part(Path(work)):
                    lines.append(line)
                    print(f"| {line.what} | {line.figure} | {line.bar} | {chosen.date or ''} |", flush=True)
            if chosen.page:
                page = chosen.page.read_text(encoding="utf-8")
                chosen.page.write_text(written(page, chosen.date, lines), encoding="utf-8")
        tell("measurements", len(parts), len(parts))


if __name__ == "__main__":
    main()
