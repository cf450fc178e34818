"""The command that measures the program on annotated articles."""

import sys
from pathlib import Path

import click

from generator import evaluation
from generator.evaluate import below, certainty_table, table


@click.command()
@click.option(
    "--gold", type=click.Path(path_type=Path), default=Path("tests/gold"), show_default=True, help="Annotated articles."
)
@click.option("--differences", is_flag=True, help="List what was missed, found too much or taken for something else.")
@click.option("--pin", is_flag=True, help="Take what is measured as the floors from now on.")
@click.pass_obj
def evaluate(quiet: bool, gold: Path, differences: bool, pin: bool) -> None:
    """Measure the program on annotated articles; fail where a figure is below its floor."""
    floors = evaluation.load_floors(gold)
    measured, faults = [], []
    for found in evaluation.measure(gold):
        measured.append(found)
        floor = floors.sets.get(found.name)
        faults += list(below(found, floor, str(gold / evaluation.FLOORS)))
        if not quiet:
            click.echo("\n".join(table(found, floor)))
        if differences:
            click.echo("\n".join(found.differences))
    if not quiet:
        click.echo("\n".join(certainty_table(measured)))
    if pin:
        evaluation.pin(gold, measured)
        return
    for fault in faults:
        click.echo(str(fault), err=True)
    if faults:
        sys.exit(1)
