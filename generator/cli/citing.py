"""The command that prints a citation."""

from pathlib import Path

import click

from generator import records
from generator.cli.options import CONFIG, DATA
from generator.site import building
from generator.site.citing import STYLES, cited


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--style", type=click.Choice(STYLES), default="chicago", show_default=True, help="How to write it.")
@DATA
@CONFIG
def cite(id_: str, style: str, data: Path, config_file: Path) -> None:
    """Print the citation of a statement or a source, as its page has it.

    ID is what stands at the end of the page's address: 'onrecord cite s-1f3a --style apa'.
    """
    url, directories = building.address(config_file)
    text = cited(records.load_dossier(data), id_, style, url, directories)
    click.echo(text)
    if not url and "/statements/" in text:
        click.echo(f"the site has no address yet: give 'site_url' in {config_file}, or SITE_URL=https://…", err=True)
