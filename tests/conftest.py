"""What several test modules share."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# A browser that asks nothing of any other host.
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium. Without one the test is skipped, or fails where CI=true."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        message = "no Chromium on this machine (Debian: apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `onrecord`, installed from a wheel of this folder into an environment of its own.

    What it needs is borrowed from the environment the tests run in: nothing is looked up or downloaded.
    """
    root, folder = Path(__file__).parent.parent, tmp_path_factory.mktemp("installed")
    say = {"check": True, "capture_output": True, "text": True}
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=root, **say)
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    python = folder / "venv" / "bin" / "python"
    asked = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(asked, **say).stdout.strip())
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    wheel = next(folder.glob("*.whl"))
    offline = ["--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check", "--quiet"]
    subprocess.run([python, "-m", "pip", "install", *offline, wheel], **say)
    return folder / "venv" / "bin" / "onrecord"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A clean copy of this repository as it is now, in a folder `onrecord`, with all that `make site` installs."""
    root, copy = Path(__file__).parent.parent, tmp_path / "onrecord"
    copy.mkdir()
    listed = "git ls-files -z --cached --others --exclude-standard"
    commit = "git -c user.name=A -c user.email=a@example.org commit -qm copy"
    taken = f"{listed} | tar --null -T - -cf - | tar -xf - -C '{copy}'"
    subprocess.run(["/bin/sh", "-ec", taken], cwd=root, check=True)
    subprocess.run(["/bin/sh", "-ec", f"git init -qb main && git add -A && {commit}"], cwd=copy, check=True)
    venv.create(copy / ".venv", with_pip=False, symlinks=True)
    packages = next((copy / ".venv" / "lib").glob("python*/site-packages"))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    offline = "--no-deps --no-index --no-build-isolation --disable-pip-version-check --quiet"
    # as requirements/install.sh leaves it when all is there
    stamp = "{ pwd && .venv/bin/python -V && cat requirements/site.lock pyproject.toml; } | cksum >.venv/.site"
    made = f".venv/bin/python -m pip install {offline} --editable . && {stamp}"
    subprocess.run(["/bin/sh", "-ec", made], cwd=copy, check=True)
    return copy
