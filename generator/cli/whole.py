"""The commands that do all of it: from the articles to the site, and to looking at it."""

import sys
from pathlib import Path

import click

from generator import read
from generator.cli.checks import check
from generator.cli.extracting import extract
from generator.cli.options import CONFIG, DATA, JOBS, SEEDS, TODAY
from generator.cli.sites import build
from generator.errors import Fault, FaultsError
from generator.site import building


@click.command()
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


@click.command()
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
