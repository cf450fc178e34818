"""The command that reads the articles."""

import sys
from importlib import import_module
from pathlib import Path

import click

from generator.cli.options import DATA, ENGINE, JOBS, SCHEDULER, SEEDS, TODAY, scheduler_of, waiting
from generator.config import Places
from generator.disk import own_folder, sole, write_folder
from generator.model import LedgerEntry
from generator.parallel import beside
from generator.progress import reporter
from generator.unchanged import Extraction, Report, Run


@click.command()
@SEEDS
@DATA
@JOBS
@click.option("--cache/--no-cache", default=True, show_default=True, help="Use what was found in an article before.")
@TODAY
@ENGINE
@SCHEDULER
@click.pass_obj
def extract(
    quiet: bool,
    seeds: Path,
    data: Path,
    jobs: int | None,
    cache: bool,
    today: str | None,
    engine: str,
    scheduler: str | None,
) -> None:
    """Read the articles and write what they say as YAML."""
    workers = scheduler_of(engine, scheduler)
    own_folder(data)
    data.parent.mkdir(parents=True, exist_ok=True)
    places, changed = Places.of(seeds, data), 0
    spelled: tuple[LedgerEntry, ...] = ()
    with sole(data, waiting), reporter(not quiet) as progress:
        run = Run.of(places, today)
        report = run.report() if cache else None
        if report is None:
            # not loaded where nothing has changed: with spaCy it takes longer than to see that
            found: Extraction = import_module("generator.build").extract(places, jobs, cache, progress, today, workers)
            both, spelled = beside(jobs, len(found.dossier.sources), found.anew), found.spelled
            changed = write_folder(data, found.files, both, found.files)
            report = Report.of(found, data)
            run.keep(report)
    if not quiet:
        click.echo(f"{report.summary} ({changed or 'no'} file{'' if changed == 1 else 's'} changed)")
        click.echo("\n".join(f"  {line}" for line in report.overview))
    for entry in spelled:
        click.echo(f"{data}: the {entry.kind} address {entry.id} spelled what is redacted; it is gone", err=True)
    for line in report.loud if quiet else report.lines:
        click.echo(line, err=True)
    if report.mend:
        sys.exit(1)
