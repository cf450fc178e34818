"""Runs MkDocs: a build that replaces the site when it is whole, and the server for looking at it."""

import gc
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
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
from generator.site.plugin import CACHE, OnrecordPlugin, Progress
from generator.site.standing import Standing

Verify = Callable[[Path, Path, Collection[str]], None]


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
    `verify` raises nothing, which is called with the new folder, the one that was there, and which files of that the
    new one has as they are: those that were verified then with the same `checked`, which stands for all that `verify`
    depends on beside the folder. `progress` is called with each page that is written.

    Raises OnrecordError with MkDocs' own words when the configuration or a page is wrong.
    """
    try:
        config = load_config(str(config_file), strict=strict)
        target = (site_dir or Path(config.site_dir)).resolve()
        with sole(target), _seldom_collected():
            root = config_file.resolve().parent
            standing = Standing(Cache(root / CACHE, SITE), root, target, f"{bool(verify)} {checked}")
            ours = config.plugins.get("onrecord")
            if isinstance(ours, OnrecordPlugin):
                ours.told, ours.standing = progress, standing
            _replace(config, target, standing, verify)
    except (MkDocsException, Abort) as error:
        raise OnrecordError(f"the site was not built: {error}") from error
    return Built(target, sum(1 for _ in target.rglob("*.html")))


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """With a garbage collector that runs a hundredth as often: it took an eighth of a build on which nothing changed,
    going through records and answers that all live to the end."""
    usual = gc.get_threshold()
    gc.set_threshold(100 * usual[0], *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


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


def _replace(config: MkDocsConfig, target: Path, standing: Standing, verify: Verify | None) -> None:
    ready = ready_folder(target)
    config.site_dir = str(ready)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build.build(config)
        carried = standing.carried
        carry_over(target, ready, carried)
        if verify:
            verify(ready, target, carried)
        # one that has little in common with its successor is of no use to the next, and takes as much of the disk
        replace_folder(target, ready, spare=standing.mostly())
        standing.keep()
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
