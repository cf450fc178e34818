"""What the checks found, told on the terminal."""

from collections.abc import Iterable

import click

from generator.checks import Checked


def report(found: Iterable[Checked], quiet: bool) -> set[str]:
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
