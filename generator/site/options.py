"""The settings of the MkDocs plugin, and how it tells MkDocs what is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError

from generator.errors import OnrecordError


class OnrecordConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's settings in `mkdocs.yml`."""

    records = config_options.Type(str, default="docs/data")
    """The folder with the dossier's YAML, relative to `mkdocs.yml`."""

    title = config_options.Type(bool, default=True)
    """Whether the dossier's own title replaces `site_name`."""

    searched = config_options.ListOfItems(config_options.Type(str), default=["briefings/*"])
    """Which hand-written pages the search finds beside the records; patterns of paths below `docs/`."""

    pagefind = config_options.Type(int, default=1000)
    """Above how many pages Pagefind takes the place of the theme's search."""

    since = config_options.Type(str, default="")
    """The revision that the page of changes compares with; the newest tag with other data where none is given."""

    review = config_options.Optional(config_options.Type(bool))
    """Whether there is a page of what deserves a look; by default only where the site has no address."""


def program_version() -> str:
    """The version of this program; empty where it is not installed."""
    try:
        return version("onrecord")
    except PackageNotFoundError:
        return ""


@contextmanager
def faults_told() -> Iterator[None]:
    """What is wrong as an error that MkDocs shows in its own words, without a traceback."""
    try:
        yield
    except OnrecordError as error:
        raise PluginError(str(error)) from None
