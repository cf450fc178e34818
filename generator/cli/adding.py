"""The command that files an article."""

from pathlib import Path

import click

from generator import add as filing
from generator.cli.options import SEEDS


@click.command()
@click.argument("what", metavar="FILE-OR-URL")
@SEEDS
@click.pass_obj
def add(quiet: bool, what: str, seeds: Path) -> None:
    """Put an article into the seeds folder with its sidecar.

    FILE-OR-URL is a file (.txt, .md, .html, .pdf, .eml) or the web address of an article.
    """
    added = filing.add(seeds, what)
    if quiet:
        return
    if not added.new:
        click.echo(f"already there: {added.path}")
        return
    document = added.document
    about = (document.title, document.outlet, document.published.value)
    click.echo(f"{added.path}: {', '.join(part for part in about if part)}")
    if document.published.value is None:
        click.echo(f"no date was found; give one in {added.path.with_suffix('.yml')}", err=True)
