"""Runs MkDocs: a build that replaces the site when it is whole, and the server for looking at it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.disk import ready_folder, replace_folder, sole, unwritable
from generator.errors import OnrecordError
from generator.site.plugin import OnrecordPlugin, Progress


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: its folder and how many HTML pages it has."""

    folder: Path
    pages: int


def build_site(
    config_file: Path,
    site_dir: Path | None = None,
    strict: bool = False,
    verify: Callable[[Path], None] = lambda ready: None,
    progress: Progress = lambda what, done, total: None,
) -> Built:
    """Build the site of an MkDocs configuration; the folder that was there stays until the new one is whole and
    `verify`, called with its folder, raises nothing. `progress` is called with each page that is written.

    Raises OnrecordError with MkDocs' own words when the configuration or a page is wrong.
    """
    try:
        config = load_config(str(config_file), strict=strict)
        target = (site_dir or Path(config.site_dir)).resolve()
        ours = config.plugins.get("onrecord")
        if isinstance(ours, OnrecordPlugin):
            ours.told = progress
        with sole(target):
            _replace(config, target, verify)
    except (MkDocsException, Abort) as error:
        raise OnrecordError(f"the site was not built: {error}") from error
    return Built(target, sum(1 for _ in target.rglob("*.html")))


def address(config_file: Path) -> tuple[str, bool]:
    """MkDocs' `site_url` and `use_directory_urls`; no address where there is no configuration.

    Raises OnrecordError with MkDocs' own words when the configuration is wrong.
    """
    if not config_file.is_file():
        return "", True
    try:
        config = load_config(str(config_file))
    except (MkDocsException, Abort) as error:
        raise OnrecordError(f"{config_file}: {error}") from error
    return config.site_url or "", config.use_directory_urls


def _replace(config: MkDocsConfig, target: Path, verify: Callable[[Path], None]) -> None:
    ready = ready_folder(target)
    config.site_dir = str(ready)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build.build(config)
        verify(ready)
        replace_folder(target, ready)
    except OSError as error:
        raise unwritable(target, error) from None
    finally:
        config.plugins.on_shutdown()
        shutil.rmtree(ready, ignore_errors=True)


def serve_site(config_file: Path, address: str) -> None:
    """Serve the site at `address` (host:port) and build it again when its pages change, until interrupted."""
    try:
        mkdocs_serve.serve(str(config_file), dev_addr=address)
    except (MkDocsException, Abort) as error:
        raise OnrecordError(f"the site was not served: {error}") from error
