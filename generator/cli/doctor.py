"""The command that tells what is missing on this machine, and what to do about it."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

import click

from generator import annotate, read, records
from generator.cli.options import CONFIG, DATA, SEEDS
from generator.config import Places
from generator.errors import OnrecordError

PYTHONS = ((3, 11), (3, 13))
# A site of 400 articles takes about 100 MB, its data and cache as much again (docs/speed.md).
FREE_MB = 500
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_PINNED = re.compile(r"^onrecord==([\w.]+)", re.MULTILINE)


class Finding(NamedTuple):
    """One thing looked at: what it is, what was found, and what to do where that is not enough.

    `needed` is False for what the program does without.
    """

    what: str
    found: str
    right: str = ""
    needed: bool = True


@click.command()
@SEEDS
@DATA
@CONFIG
@click.pass_obj
def doctor(quiet: bool, seeds: Path, data: Path, config_file: Path) -> None:
    """Tell what is missing on this machine, and what to do about it."""
    findings = [*_program(), *_tools(), *_place(Places.of(seeds, data), config_file)]
    wrong = [f for f in findings if f.right and f.needed]
    for finding in findings:
        mark = "ok" if not finding.right else "MISSING" if finding.needed else "without"
        if not quiet or finding in wrong:
            click.echo(f"{mark:9}{finding.what}: {finding.found}", err=finding in wrong)
            if finding.right:
                click.echo(f"         {finding.right}", err=finding in wrong)
    if wrong:
        sys.exit(1)
    if not quiet:
        click.echo("all there")


def _program() -> Iterator[Finding]:
    have = sys.version_info[:2]
    fits = PYTHONS[0] <= have <= PYTHONS[1]
    names = "install Python 3.11, 3.12 or 3.13, and onrecord into it"
    yield Finding("Python", f"{have[0]}.{have[1]}, {sys.executable}", "" if fits else names)
    try:
        installed = version("onrecord")
    except PackageNotFoundError:
        yield Finding("onrecord", "not installed, run from its folder", "python -m pip install .", needed=False)
    else:
        wanted = _PINNED.search(_text(Path("requirements/onrecord.txt")))
        right = f"requirements/onrecord.txt asks for {wanted[1]}: install that, or change it there" if wanted else ""
        yield Finding("onrecord", installed, right if wanted and wanted[1] != installed else "")
    name = sys.getfilesystemencoding().lower()
    right = "set a UTF-8 locale: export LANG=C.UTF-8"
    yield Finding("names of files", name.upper(), "" if name in {"utf-8", "utf8"} else right)


def _tools() -> Iterator[Finding]:
    for tool, right in (
        ("git", "install git: without it there are no editions, no 'onrecord diff' and nothing to push"),
        ("make", "install make, or run 'onrecord site' in place of 'make site'"),
    ):
        path = shutil.which(tool)
        yield Finding(tool, path or "not there", "" if path else right, needed=False)
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    right = "only the program's own tests need it: apt-get install chromium"
    yield Finding("Chromium", browser or "not there", "" if browser else right, needed=False)


def _place(places: Places, config_file: Path) -> Iterator[Finding]:
    """What is to be said of the folders, the language model they ask for, and the disk they lie on."""
    if places.seeds.is_dir():
        number = len(read.list_articles(places.seeds).paths)
        right = f"put the articles into {places.seeds}, one a file"
        yield Finding("articles", f"{number} in {places.seeds}", "" if number else right)
    else:
        yield Finding("articles", f"no folder {places.seeds} here", "go to a dossier's folder, or: onrecord new DIR")
    settings, faults = records.load_settings(places.seeds)
    for fault in faults:
        yield Finding("settings", str(fault), "mend this line")
    try:
        annotate.pipeline_exists(settings.model)
        yield Finding("language model", settings.model)
    except OnrecordError as error:
        yield Finding("language model", "not there", str(error))
    there = config_file.is_file()
    yield Finding("site", str(config_file), "" if there else "not there: onrecord new . --keep writes one")
    for what, folder in (("data", places.data), ("cache", places.cache), ("site", Path("site"))):
        if not _writable(folder):
            yield Finding(f"folder of the {what}", f"{folder} cannot be written", "check who owns it")
    free = shutil.disk_usage(_nearest(places.data)).free // 1_000_000
    yield Finding("disk", f"{free:,} MB free", "" if free >= FREE_MB else f"make room: {FREE_MB} MB are little enough")


def _writable(folder: Path) -> bool:
    return os.access(_nearest(folder), os.W_OK | os.X_OK)


def _nearest(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    folder = folder.resolve()
    return next(p for p in (folder, *folder.parents) if p.exists())


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
