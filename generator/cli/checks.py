"""The command that checks what is about to be published."""

import sys
from pathlib import Path

import click

from generator import checking
from generator.checks import run
from generator.cli.options import DATA, JOBS, SEEDS, TODAY, waiting
from generator.cli.reporting import report
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
    wrong = report(run(state, ("data", "decisions", *(["site"] if there else []))), quiet)
    if not there and not quiet:
        click.echo("-      the site: none is built" if site else "-      the site: left out")
    if wrong:
        sys.exit(1 if wrong == {"decisions"} else 2)
