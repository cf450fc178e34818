"""The command line.

Exit code 0: all is well; 1: a person has to mend something, all else is done; 2: nothing is done.
"""

import os
import sys
import traceback
from importlib import import_module

import click

from generator.errors import OnrecordError

# The command to its module: a command waits for what it needs itself, not for spaCy or MkDocs to be loaded.
_COMMANDS = {
    "add": "adding",
    "build": "sites",
    "check": "checks",
    "cite": "citing",
    "decide": "people",
    "diff": "people",
    "doctor": "doctor",
    "evaluate": "measuring",
    "extract": "extracting",
    "new": "project",
    "review": "people",
    "schema": "project",
    "serve": "whole",
    "site": "whole",
    "upgrade": "project",
}


class _Group(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name, from its module."""
        module = _COMMANDS.get(cmd_name)
        return getattr(import_module(f"{__name__}.{module}"), cmd_name) if module else None

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
