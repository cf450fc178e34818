"""The documentation is true: every command and example on its pages is run, in the order in which it stands there.

A page says in its first line where it is tried: in a dossier (the second example, built and committed) or in a copy of
this repository. Blocks: `sh` is run as it stands and has to succeed; `yaml`, `html` or `markdown` with a `title` is
written to that file (`(added)`: at its end, `(changed)`: in the place of the setting of that name); `python` is run;
`text` shows lines that the block before it prints. A `yaml` block without a title has to be valid settings.
"""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from generator.records import load_settings

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    path for path in (ROOT / "docs").rglob("*.md") if path.read_text(encoding="utf-8").startswith("<!-- tried in: ")
)
_FENCE = re.compile(r"^```(\w*)(?: title=\"([^\"]+)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#:\s]+)(?:#([^)]*))?\)")


class Block(NamedTuple):
    """A fenced block: what it is in, its title, its text, and the line it begins at."""

    kind: str
    title: str
    text: str
    line: int


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    assert text.count("\n```") == 2 * len(_FENCE.findall(text)), f"{page.name}: a block is not understood"
    for found in _FENCE.finditer(text):
        yield Block(found[1], found[2] or "", found[3], text.count("\n", 0, found.start()) + 1)


def environment(*paths: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "PYTHON", "ONRECORD", "SITE_URL", "GIT_"))}
    kept |= {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return kept | {"PATH": ":".join([*map(str, paths), "/usr/bin", "/bin"])}


@pytest.fixture(scope="session")
def built(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second example as a dossier of its own, built and committed."""
    folder = tmp_path_factory.mktemp("docs") / "tram"
    begin = f"{program} new {folder} --program onrecord==0.1.0 && cp -R {ROOT}/examples/tram/seeds/. {folder}/seeds/"
    publish = f"cd {folder} && make site && git init -qb main && git add -A && git commit -qm published && git tag v1"
    command = ["/bin/sh", "-ec", f"{begin} && {publish}"]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def place_of(page: Path, request: pytest.FixtureRequest, folder: Path) -> Path:
    """Where a page is tried."""
    where = page.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("<!-- tried in: ").removesuffix(" -->")
    if where == "a copy of the program":
        return Path(request.getfixturevalue("repository"))
    assert where == "a dossier"
    return Path(shutil.copytree(request.getfixturevalue("built"), folder / "tram", symlinks=True))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_what_a_page_says_is_so(page: Path, program: Path, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    place, told = place_of(page, request, tmp_path), ""
    for block in blocks(page):
        where = f"{page.relative_to(ROOT)}:{block.line}"
        if block.kind in {"sh", "python"}:
            command = ["/bin/sh", "-ec"] if block.kind == "sh" else [program.parent / "python", "-c"]
            code, told = run([*command, block.text], place, environment(program.parent))
            assert code == 0, f"{where}: {told}"
            place = moved(block, place)
        elif block.kind == "text":
            for line in block.text.splitlines():
                assert line in told, f"{where}: not printed: {line}\n{told}"
        elif block.title:
            write(place, block)
        else:
            assert block.kind == "yaml", f"{where}: a block of '{block.kind}' without a title"
            (tmp_path / "settings").mkdir(exist_ok=True)
            (tmp_path / "settings" / "dossier.yml").write_text(block.text, encoding="utf-8")
            assert load_settings(tmp_path / "settings")[1] == (), where


def run(command: list[str | Path], place: Path, given: dict[str, str]) -> tuple[int, str]:
    """Exit code and output of a command; what it leaves running in the background ends with it."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    process = subprocess.Popen(command, cwd=place, env=given, start_new_session=True, **pipes)
    try:
        told, _ = process.communicate(timeout=900)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
    return process.returncode, told


def moved(block: Block, place: Path) -> Path:
    """Where the next block is run: a reader's shell stays in the folder it went to."""
    went = re.findall(r"^cd (\S+)$", block.text, re.MULTILINE)
    return (place / went[-1]).resolve() if went else place


def write(place: Path, block: Block) -> None:
    """Write a block's text to the file of its title."""
    name, _, how = block.title.partition(" ")
    path = place / name
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if how == "(added)":
        path.write_text(f"{before.rstrip()}\n{block.text}", encoding="utf-8")
    elif how == "(changed)":
        key, _, below = block.text.partition("\n")
        if below:  # settings of a group that is there
            assert f"\n{key}\n" in before, f"{block.title}: no {key}"
            path.write_text(before.replace(f"\n{key}\n", f"\n{key}\n{below}", 1), encoding="utf-8")
        else:
            name = key.split(":")[0]
            changed, times = re.subn(rf"^{name}:.*$", key, before, flags=re.MULTILINE)
            assert times == 1, f"{block.title}: no {name}"
            path.write_text(changed, encoding="utf-8")
    else:
        assert not how, f"{block.title}: not understood"
        path.write_text(block.text, encoding="utf-8")
    if path.suffix == ".yml" and name != "mkdocs.yml":
        yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", [*sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs" / "how-to").glob("*"))])
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target, anchor in _LINK.findall(text):
        other = page.parent / target
        assert other.is_file(), f"{page.name}: {target}"
        headings = re.findall(r"^#+ (.+)$", other.read_text(encoding="utf-8"), re.MULTILINE)
        assert not anchor or anchor in {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in headings}, anchor


def test_every_page_on_the_program_is_linked_from_the_readme_and_stays_out_of_a_dossiers_site() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    excluded = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for path in [*(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "how-to").glob("*.md")]:
        name = path.relative_to(ROOT).as_posix()
        assert name in readme, f"README.md does not lead to {name}"
        assert f"  /{path.relative_to(ROOT / 'docs').as_posix()}\n" in excluded or path.parent.name == "how-to"
    assert "  /how-to/\n" in excluded


def test_the_accuracy_that_is_told_is_no_higher_than_the_floors() -> None:
    floors = yaml.safe_load((ROOT / "tests" / "gold" / "floors.yml").read_text(encoding="utf-8"))["sets"]["articles"]
    text = (ROOT / "docs" / "explanation.md").read_text(encoding="utf-8")
    told = {name: float(at_least) for name, at_least in re.findall(r"^\| ([a-z, ]+) \| (\d+) \|$", text, re.MULTILINE)}
    assert len(told) >= 5
    assert {name: floors["figures"][name] >= at_least for name, at_least in told.items()} == dict.fromkeys(told, True)
