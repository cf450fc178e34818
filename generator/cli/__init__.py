"""The command line.

Exit code 0: all is well; 1: a person has to mend something, all else is done; 2: nothing is done.
"""

import os
import sys
import traceback
from collections.abc import Collection, Iterable
from pathlib import Path

import click

from generator import build as flow
from generator import checking, read
from generator.cli.adding import add
from generator.cli.citing import cite
from generator.cli.doctor import doctor
from generator.cli.measuring import evaluate
from generator.cli.options import CONFIG, DATA, ENGINE, JOBS, SCHEDULER, SEEDS, TODAY, scheduler_of
from generator.cli.people import decide, diff, review
from generator.cli.project import new, schema, upgrade
from generator.config import Places
from generator.disk import sole, write_folder
from generator.errors import Fault, FaultsError, OnrecordError
from generator.model import LedgerEntry
from generator.progress import reporter
from generator.site import building
from generator.unchanged import Report, Run


class _Group(click.Group):
    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an error meant for the user is printed without a traceback.

        Python's own exit code for any other error is 1, which says here that all but something to mend is done.
        """
        try:
            return super().invoke(ctx)
        except OnrecordError as error:
            click.echo(str(error), err=True)
            ctx.exit(2)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:  # "onrecord review | head": the reader has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except Exception:
            click.echo(traceback.format_exc(), err=True)
            click.echo("a fault of the program itself: please report it with the lines above", err=True)
            ctx.exit(2)


@click.group(cls=_Group)
@click.version_option(package_name="onrecord")
@click.option("--quiet", is_flag=True, help="Print nothing but what is wrong.")
@click.pass_context
def main(ctx: click.Context, quiet: bool) -> None:
    """From a folder of news articles to a citable site: who said what, when, and where it is written."""
    ctx.obj = quiet


def _waiting() -> None:
    click.echo("another run is at work here; waiting for it", err=True)


@main.command()
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
    flow.own_folder(data)
    data.parent.mkdir(parents=True, exist_ok=True)
    places, changed = Places.of(seeds, data), 0
    spelled: tuple[LedgerEntry, ...] = ()
    with sole(data, _waiting), reporter(not quiet) as progress:
        run = Run.of(places, today)
        report = run.report() if cache else None
        if report is None:
            found = flow.extract(places, jobs, cache, progress, today, workers)
            changed, spelled = write_folder(data, found.files), found.spelled
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


@main.command()
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
    with sole(data, _waiting), reporter(not quiet) as progress:
        state = checking.state_of(Places.of(seeds, data), site_dir if there else None, jobs, today, progress)
    wrong = _report(checking.run(state, ("data", "decisions", *(["site"] if there else []))), quiet)
    if not there and not quiet:
        click.echo("-      the site: none is built" if site else "-      the site: left out")
    if wrong:
        sys.exit(1 if wrong == {"decisions"} else 2)


def _report(found: Iterable[checking.Checked], quiet: bool) -> set[str]:
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


@main.command()
@CONFIG
@SEEDS
@DATA
@TODAY
@click.option("--site-dir", type=click.Path(path_type=Path), default=None, help="Where to build; site/ by default.")
@click.option("--strict", is_flag=True, help="Fail on any warning.")
@click.pass_obj
def build(
    quiet: bool, config_file: Path, seeds: Path, data: Path, today: str | None, site_dir: Path | None, strict: bool
) -> None:
    """Render the records as a site. The last good site stays until the new one is whole and checked."""

    places = Places.of(seeds, data)

    def verify(ready: Path, last: Path, carried: Collection[str]) -> None:
        if _report(checking.run_on_site(places, secrets, ready, last, carried), True):
            raise OnrecordError("the site was not put in its place: see above")

    with sole(data, _waiting), reporter(not quiet) as progress:
        secrets = checking.secrets(places, today)
        built = building.build_site(config_file, site_dir, strict, verify, secrets.told(), progress)
    if not quiet:
        click.echo(f"{built.pages} pages in {built.folder}")


@main.command()
@CONFIG
@SEEDS
@DATA
@TODAY
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
@click.pass_context
def serve(ctx: click.Context, config_file: Path, seeds: Path, data: Path, today: str | None, address: str) -> None:
    """Show the site on this machine and render it again when a page changes."""
    try:
        ctx.invoke(extract, seeds=seeds, data=data, today=today)
    except SystemExit:
        click.echo("shown without what is reported above", err=True)
    click.echo(f"what deserves a look: http://{address}/review/")
    building.serve_site(config_file, address)


@main.command()
@CONFIG
@SEEDS
@DATA
@JOBS
@TODAY
@click.pass_context
def site(ctx: click.Context, config_file: Path, seeds: Path, data: Path, jobs: int | None, today: str | None) -> None:
    """Do all of it: read the articles, check what was found, and build the site."""
    if seeds.is_dir() and not read.list_articles(seeds).paths:
        right = "put the articles into it, one a file: .txt, .md, .html, .pdf or .eml"
        raise FaultsError([Fault(str(seeds), "the folder holds no articles", right)])
    mend = False
    for step, given in (
        (extract, {"seeds": seeds, "data": data, "jobs": jobs, "today": today}),
        (check, {"seeds": seeds, "data": data, "jobs": jobs, "today": today, "site": False}),
        (build, {"config_file": config_file, "seeds": seeds, "data": data, "today": today}),
    ):
        try:
            ctx.invoke(step, **given)
        except SystemExit as ended:
            if ended.code != 1:
                raise
            mend = True
    address = building.address(config_file)[0]
    program = "./onrecord" if Path("onrecord").is_file() else "onrecord"  # a dossier's own script
    if not ctx.obj:
        click.echo(
            "look at it:  open site/index.html, or run 'make serve' and go to http://127.0.0.1:8000\n"
            f"look it over: '{program} review' lists what deserves a look, with decisions ready to paste\n"
            "publish it:  commit seeds/ and docs/data/, push to GitHub; once: Settings, Pages, Source: GitHub Actions"
            + (f"\nits address: {address}" if address else "")
        )
    if mend:
        click.echo("the site is built, without what is reported above", err=True)
        sys.exit(1)


for command in (add, cite, decide, diff, doctor, evaluate, new, review, schema, upgrade):
    main.add_command(command)
