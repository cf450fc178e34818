"""The options that several commands have."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from generator import records

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def path_option(name: str, default: str, what: str) -> Callable[[Decorated], Decorated]:
    """An option that is a path."""
    return click.option(name, type=click.Path(path_type=Path), default=Path(default), show_default=True, help=what)


def _day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value and not records.is_date(value):
        raise click.BadParameter(f"{value!r} is no date; write it as 2022-02-01")
    return value or None


SEEDS = path_option("--seeds", "seeds", "The folder with the articles and dossier.yml.")
DATA = path_option("--data", "docs/data", "The folder the records are written to.")
CONFIG = path_option("--config-file", "mkdocs.yml", "The MkDocs configuration of the site.")
JOBS = click.option("--jobs", type=click.IntRange(1), help="Processes to use; as many as cores by default.")
TODAY = click.option(
    "--today", metavar="DATE", envvar="ONRECORD_TODAY", callback=_day, help="The date that ends embargoes: 2022-02-01."
)
ENGINE = click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Examine the articles on this machine, or on a Dask cluster.",
)
SCHEDULER = click.option("--scheduler", metavar="ADDRESS", help="The Dask scheduler: tcp://10.0.0.1:8786.")


def scheduler_of(engine: str, scheduler: str | None) -> str | None:
    """The scheduler to use; raises UsageError where the two options do not fit."""
    if (engine == "dask") != (scheduler is not None):
        raise click.UsageError("--engine dask and --scheduler ADDRESS go together")
    return scheduler


def waiting() -> None:
    """Tell that another run has the folder."""
    click.echo("another run is at work here; waiting for it", err=True)
