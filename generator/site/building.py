"""Runs MkDocs: a build that replaces the site when it is whole, and the server for looking at it."""

import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.cache import SITE, Cache
from generator.disk import carry_over, ready_folder, replace_folder, sole, unwritable
from generator.errors import OnrecordError
from generator.files import files_below
from generator.site.collecting import seldom_collected
from generator.site.plugin import CACHE, OnrecordPlugin, Progress
from generator.site.standing import Standing

Verify = Callable[[Path, Standing, Collection[str]], None]


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: its folder and how many HTML pages it has."""

    folder: Path
    pages: int


def build_site(
    config_file: Path,
    site_dir: Path | None = None,
    strict: bool = False,
    verify: Verify | None = None,
    checked: str = "",
    progress: Progress = lambda what, done, total: None,
) -> Built:
    """Build the site of an MkDocs configuration; the folder that was there stays until the new one is whole and
    `verify` raises nothing, which is called with the new folder, what is known of the one that was there, and which
    files of that the new one has as they are: those that were verified then with the same `checked`, which stands for
    all that `verify` depends on beside the folder. `progress` is called with each page that is written.

    Raises OnrecordError with MkDocs' own words when the configuration or a page is wrong.
    """
    try:
        config = load_config(str(config_file), strict=strict)
        target = (site_dir or Path(config.site_dir)).resolve()
        with sole(target), seldom_collected():
            root = config_file.resolve().parent
            standing = Standing(Cache(root / CACHE, SITE), root, target, f"{bool(verify)} {checked}")
            ours = config.plugins.get("onrecord")
            if isinstance(ours, OnrecordPlugin):
                ours.told, ours.standing = progress, standing
            try:
                pages = _replace(config, target, standing, verify)
            finally:
                if isinstance(ours, OnrecordPlugin):
                    ours.standing = None  # MkDocs gives the same plugin to the next build of this process
    except (MkDocsException, Abort) as error:
        raise OnrecordError(f"the site was not built: {error}") from error
    return Built(target, pages)


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


def _replace(config: MkDocsConfig, target: Path, standing: Standing, verify: Verify | None) -> int:
    """Build the site and put it into its place; how many pages it has."""
    ready = ready_folder(target)
    config.site_dir = str(ready)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build.build(config)
        standing.added = sorted(files_below(ready))
        carry_over(target, ready, standing.carried)
        if verify:
            verify(ready, standing, standing.carried)
        # one that has little in common with its successor is of no use to the next, and takes as much of the disk
        replace_folder(target, ready, spare=standing.mostly())
        standing.keep()
        return sum(name.endswith(".html") for name in (*standing.added, *standing.carried))
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
