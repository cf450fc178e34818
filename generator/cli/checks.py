"""The command that checks what is about to be published."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from generator import checking
from generator.cli.options import DATA, JOBS, SEEDS, TODAY, waiting
from generator.config import Places
from generator.disk import sole
from generator.progress import reporter


@click.command()
@SEEDS
@DATA
@JOBS
@TODAY
@click.option("--site-dir", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="The site.")
@click.option("--site/--no-site", default=True, show_default=True, help="Check the built site too, where there is one.")
@click.pass_obj
def check(
    quiet: bool, seeds: Path, data: Path, jobs: int | None, today: str | None, site_dir: Path, site: bool
) -> None:
    """Check that what is about to be published holds: every word verbatim, every id known, nothing lost or stale."""
    there = site and (site_dir / "index.html").is_file()
    with sole(data, waiting), reporter(not quiet) as progress:
        state = checking.state_of(Places.of(seeds, data), site_dir if there else None, jobs, today, progress)
    wrong = report(checking.run(state, ("data", "decisions", *(["site"] if there else []))), quiet)
    if not there and not quiet:
        click.echo("-      the site: none is built" if site else "-      the site: left out")
    if wrong:
        sys.exit(1 if wrong == {"decisions"} else 2)


def report(found: Iterable[checking.Checked], quiet: bool) -> set[str]:
    """Tell what the checks found; returns what they found wrong."""
    wrong: set[str] = set()
    for item in found:
        if item.faults:
            wrong.add(item.check.of)
        if not quiet or item.faults:
            click.echo(f"{'FAILED' if item.faults else 'ok':7}{item.check.says}", err=bool(item.faults))
        for fault in item.faults:
            click.echo(f"       {fault}", err=True)
    return wrong
