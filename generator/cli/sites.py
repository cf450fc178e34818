"""The command that makes the site of what is extracted: it loads nothing that examines articles."""

from collections.abc import Collection
from pathlib import Path

import click

from generator.checks import Published, run
from generator.cli.options import CONFIG, DATA, SEEDS, TODAY, waiting
from generator.cli.reporting import report
from generator.config import Places
from generator.disk import sole
from generator.errors import OnrecordError
from generator.model import Dossier
from generator.progress import reporter
from generator.secrecy import secrets
from generator.site import building
from generator.site.standing import Standing


@click.command()
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

    def verify(ready: Path, standing: Standing, carried: Collection[str]) -> None:
        state = Published(
            *(Dossier("", "", "en"), {}, {}, data),
            site=ready,
            secrets=hidden,
            carried=carried,
            added=standing.added,
            leads=standing.leads,
        )
        if report(run(state, ("site",)), True):
            raise OnrecordError("the site was not put in its place: see above")

    with sole(data, waiting), reporter(not quiet) as progress:
        hidden = secrets(Places.of(seeds, data), today)
        built = building.build_site(config_file, site_dir, strict, verify, hidden.told(), progress)
    if not quiet:
        click.echo(f"{built.pages} pages in {built.folder}")
