"""What a run costs, against stock spaCy and against itself: `python -m tests.bench --articles 500 --date 2022-01-31`.

Everything is measured in this run, one after another, each in a process of its own, by processor time and by the clock;
only the ratios mean something on a machine that others use too. The table goes into a page of `docs/`.
"""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.config import DEFAULT_MODEL
from tests.bench.corpus import write

ROOT = Path(__file__).parent.parent.parent
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"


_STOCK = f"""
import sys
from pathlib import Path
import spacy
nlp = spacy.load({DEFAULT_MODEL!r})
texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
print(sum(len(doc) for doc in nlp.pipe(texts)))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time and by the clock, and the largest process's memory in megabytes."""

    cpu: float
    clock: float
    memory: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: what is measured, the figure, what it should be."""

    what: str
    figure: str
    bar: str


def cost(folder: Path, *command: str, **world: str) -> Cost:
    """Run a command in a folder and wait for it; it may not fail."""
    environment: Mapping[str, str] = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", **world}
    before = os.times()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=errors)
        # the usage of this child alone, with its own children: getrusage would give the largest of all so far
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            raise SystemExit(f"{' '.join(command)}: {errors.read().decode(errors='replace')}")
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Cost(usage.ru_utime + usage.ru_stime, os.times().elapsed - before.elapsed, usage.ru_maxrss / scale)


def onrecord(folder: Path, *arguments: str) -> Cost:
    """The cost of a command of the program; BLAS gets one thread, as stock spaCy does here."""
    return cost(folder, sys.executable, "-m", "generator", "--quiet", *arguments, OMP_NUM_THREADS="1")


def project(folder: Path, count: int) -> Path:
    """A project with so many articles."""
    write(folder / "seeds", count)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "docs").mkdir()
    return folder


def extraction(work: Path, count: int) -> Iterator[Line]:
    """Extraction of so many articles, cold and warm."""
    one = project(work / f"one-{count}", count)
    # an article kept aside, to be added later
    aside = max((one / "seeds").glob("*.txt"))
    late = aside.read_text(encoding="utf-8")
    aside.unlink()
    two = shutil.copytree(one, work / f"two-{count}")
    stock = cost(one, sys.executable, "-c", _STOCK, "seeds", OMP_NUM_THREADS="1")
    cold = onrecord(one, "extract", "--jobs", "1")
    both = onrecord(two, "extract", "--jobs", "2")
    same = onrecord(one, "extract")
    aside.write_text(late, encoding="utf-8")
    added = onrecord(one, "extract")
    at = f"{count} articles: "
    yield Line(
        f"{at}extraction, one process, against stock `nlp.pipe`",
        f"{cold.cpu / stock.cpu:.2f} ({cold.cpu:.0f} s against {stock.cpu:.0f} s of processor time)",
        "1.0",
    )
    yield Line(f"{at}two processes against one, by the clock", f"{cold.clock / both.clock:.2f} times as fast", "1.8")
    yield Line(f"{at}nothing changed, against cold", f"{same.cpu / cold.cpu:.1%} ({same.cpu:.1f} s)", "3 %")
    yield Line(
        f"{at}one article added, extraction alone, against cold", f"{added.cpu / cold.cpu:.1%}", "8 % with build"
    )
    yield Line(
        f"{at}peak memory of a process, cold and warm", f"{cold.memory:.0f} MB, {added.memory:.0f} MB", "2,000 MB"
    )


def site(work: Path, counts: list[int]) -> Iterator[Line]:
    """The site of growing folders: seconds of processor time a page."""
    rates: dict[int, float] = {}
    for count in counts:
        folder = project(work / f"site-{count}", count)
        onrecord(folder, "extract")
        built = cost(folder, sys.executable, "-m", "mkdocs", "build", "--quiet", OMP_NUM_THREADS="1")
        pages = sum(1 for _ in (folder / "site").rglob("*.html"))
        size = sum(path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file())
        rates[count] = built.cpu / pages
        yield Line(
            f"{count} articles: site of {pages} pages",
            f"{pages / built.cpu:.0f} pages a second, {built.memory:.0f} MB memory, {size / 1e6:.0f} MB on disk",
            "2,000 MB memory",
        )
    if len(counts) > 1:
        yield Line(
            f"a page of the largest against one of the smallest ({counts[-1]} and {counts[0]} articles)",
            f"{rates[counts[-1]] / rates[counts[0]]:.2f} times the time",
            "1.2",
        )


def machine() -> str:
    """The processor, how many of it, the Python."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file() and (found := re.search(r"model name\s*:\s*(.+)", info.read_text())):
        cpu = found.group(1).strip()
    return f"{cpu}, {os.cpu_count()} processors, Python {platform.python_version()}"


def main() -> None:
    """Measure, print, and write the table where asked."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[500], help="sizes of the folders to extract")
    parser.add_argument("--sites", type=int, nargs="*", default=[50, 400], help="sizes of the folders to render")
    parser.add_argument("--date", help="the day, as 2022-01-31; needed to write the page")
    parser.add_argument("--page", type=Path, help="the page of docs/ to write the table into")
    chosen = parser.parse_args()
    if chosen.page and not chosen.date:
        parser.error("--page needs --date")
    head = [
        f"Measured on {chosen.date or 'this day'}: {machine()}.",
        "",
        "| what | figure | wanted |",
        "| --- | --- | --- |",
    ]
    print("\n".join(head), flush=True)
    table = []
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as work:
        for count in chosen.articles:
            for line in extraction(Path(work), count):
                table.append(f"| {line.what} | {line.figure} | {line.bar} |")
                print(table[-1], flush=True)
        for line in site(Path(work), chosen.sites) if chosen.sites else ():
            table.append(f"| {line.what} | {line.figure} | {line.bar} |")
            print(table[-1], flush=True)
    if chosen.page:
        page = chosen.page.read_text(encoding="utf-8")
        before, rest = page.split(BEGIN, 1)
        text = "\n".join((*head, *table))
        chosen.page.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.split(END, 1)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
