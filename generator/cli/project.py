"""The commands that begin a dossier and bring it up to date: a new project, its upgrade, the schemas for editors."""

import json
import shlex
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

import click

from generator import records, revisions, scaffold
from generator.disk import unwritable
from generator.errors import Fault, FaultsError

SHOWN = 6  # of the files that are in the way
SCRIPT, LOCK, REQUIREMENT = "onrecord", "requirements/site.lock", "requirements/onrecord.txt"


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", help="The dossier's name; asked for on a terminal, else made from the folder's name.")
@click.option("--keep", is_flag=True, help="Leave files that are there as they are, and write the rest.")
@click.option("--seeds-only", is_flag=True, help="Write seeds/dossier.yml and schema/ alone.")
@click.option("--program", metavar="REQUIREMENT", help="What installs onrecord elsewhere: 'onrecord==0.1.0'.")
@click.pass_obj
def new(quiet: bool, folder: Path, title: str | None, keep: bool, seeds_only: bool, program: str | None) -> None:
    """Begin a dossier in DIR: everything it needs but the articles. Nothing that is there is overwritten."""
    if folder.exists() and not folder.is_dir():
        raise FaultsError([Fault(str(folder), "this is a file, not a folder", "name another folder")])
    if title is None:
        made = scaffold.title_of(folder.resolve().name)
        title = click.prompt("Title of the dossier", default=made) if sys.stdin.isatty() and not quiet else made
    files = {**scaffold.project_files(title, program or _requirement()), **_schemas()}
    here = _this_program()
    if here:
        files[".onrecord"] = f"{here}\n"
    if seeds_only:
        files = {name: text for name, text in files.items() if name == "seeds/dossier.yml" or name in _schemas()}
    there = [name for name in files if (folder / name).exists()]
    if there and not keep:
        more = f" and {len(there) - SHOWN} more" if len(there) > SHOWN else ""
        right = "name another folder, or give --keep to leave them as they are and write the rest"
        raise FaultsError([Fault(str(folder), f"{', '.join(there[:SHOWN])}{more} would be overwritten", right)])
    _write(folder, {name: text for name, text in files.items() if name not in there})
    if not quiet:
        click.echo("\n".join(_next(folder, there, files.get(REQUIREMENT, ""))))


def _write(folder: Path, files: Mapping[str, str], mode: Literal["x", "w"] = "x") -> None:
    for name, text in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open(mode, encoding="utf-8", newline="\n") as file:
                file.write(text)
            if name in scaffold.EXECUTABLE:
                path.chmod(path.stat().st_mode | 0o111)
        except OSError as error:
            raise unwritable(path, error) from None


def _next(folder: Path, kept: list[str], requirement: str) -> list[str]:
    """What is there now, and what to do with it."""
    where = "before you publish: name in requirements/onrecord.txt where others get onrecord, a git address say"
    return [
        *(f"{folder / name}: is there already; left as it is" for name in kept),
        f"{folder} is ready. Now",
        f"  1. put the articles into {folder / 'seeds'}, one a file: text (.txt, .md), .html, .pdf or .eml",
        f"  2. look at {folder / 'seeds' / 'dossier.yml'}: title, scope, every setting explained",
        f"  3. cd {shlex.quote(str(folder))} && make site",
        *([f"  4. {where}"] if requirement and "://" not in requirement else []),
    ]


@click.command()
@click.option("--program", metavar="REQUIREMENT", help="What installs onrecord elsewhere: 'onrecord==0.1.0'.")
@click.pass_obj
def upgrade(quiet: bool, program: str | None) -> None:
    """Bring the dossier in this folder up to this version: write anew what is the program's, and nothing of yours."""
    if not Path("seeds").is_dir() or not Path(SCRIPT).is_file():
        raise FaultsError([Fault(SCRIPT, "is not here", "go to the folder of a dossier that 'onrecord new' made")])
    wanted = scaffold.project_files("", program or _requirement())
    files = {name: wanted[name] for name in (SCRIPT, LOCK, REQUIREMENT)} | _schemas()
    named = _text(Path(REQUIREMENT))
    left = program is None and "://" in named and "://" not in files[REQUIREMENT]
    if left:
        del files[REQUIREMENT]
    changed = [name for name, text in files.items() if _text(Path(name)) != text]
    for name in changed:
        _write(Path(), {name: files[name]}, "w")
    if not quiet:
        for name in changed:
            click.echo(f"{name}: written anew")
        if left:
            click.echo(f"{REQUIREMENT}: left as it is; let it name this version: {named.splitlines()[-1]}")
        click.echo(
            "now run 'make site', and 'make changes' to see what is found otherwise" if changed else "up to date"
        )


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _this_program() -> Path | None:
    """The command that runs now, for the project's own `onrecord` to find it again on this machine."""
    program = Path(sys.executable).parent / "onrecord"
    return program if program.is_file() else None


def _requirement() -> str:
    """What installs this very program elsewhere: the repository it was installed from, else its version."""
    try:
        installed = distribution("onrecord")
    except PackageNotFoundError:
        return "onrecord"
    plain = f"onrecord=={installed.version}"
    told = json.loads(installed.read_text("direct_url.json") or "{}")
    url = str(told.get("url", ""))
    if told.get("vcs_info", {}).get("vcs") == "git":
        return f"onrecord @ git+{_without_user(url)}@{told['vcs_info']['commit_id']}"
    if url.startswith("file:") and "dir_info" in told:
        found = revisions.origin(Path(unquote(urlsplit(url).path)))
        return f"onrecord @ git+{found[0]}@{found[1]}" if found else plain
    return f"onrecord @ {_without_user(url)}" if url.startswith("https:") else plain


def _without_user(url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


@click.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path("schema"), show_default=True, help="Where to.")
@click.pass_obj
def schema(quiet: bool, folder: Path) -> None:
    """Write the JSON Schemas with which an editor checks and completes dossier.yml and sidecars."""
    for name, text in _schemas().items():
        path = folder / Path(name).name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise unwritable(path, error) from None
        if not quiet:
            click.echo(str(path))


def _schemas() -> dict[str, str]:
    return {f"schema/{name}.json": text for name, text in records.json_schemas().items()}
