"""Every page of the site is valid HTML, by a validator: of the small dossiers, a hostile one, the articles in seeds."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.site.building import build_site
from generator.site.frame import mended
from tests.builders import dossier, hostile_dossier, write_site

ROOT = Path(__file__).parents[1]


def test_every_page_is_valid(tmp_path: Path) -> None:
    if shutil.which("npm") is None and os.environ.get("CI") != "true":
        pytest.skip("no npm on this machine")
    build_site(write_site(tmp_path / "ferry", dossier()), tmp_path / "sites" / "ferry", strict=True)
    build_site(write_site(tmp_path / "hostile", hostile_dossier()), tmp_path / "sites" / "hostile", strict=True)
    build_site(ROOT / "mkdocs.yml", tmp_path / "sites" / "seeds", strict=True)
    tool = ["sh", str(ROOT / "tests" / "tools" / "html.sh"), str(tmp_path / "sites")]
    done = subprocess.run(tool, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("written", "valid"),
    [
        ('<label class="md-nav__link" tabindex="">', '<label class="md-nav__link">'),
        (
            '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">',
            '<input class="md-toggle" type="checkbox" id="__drawer">',
        ),
        ('<input name="query" autocomplete="off">', '<input name="query" autocomplete="off">'),
        (
            '<label class="md-nav__title" for="__toc"><i></i>On this page</label>',
            '<span class="md-nav__title"><i></i>On this page</span>',
        ),
        (
            '<input id="__toc"><label class="md-nav__title" for="__toc">On this page</label>',
            '<input id="__toc"><label class="md-nav__title" for="__toc">On this page</label>',
        ),
    ],
)
def test_the_themes_faults_are_mended(written: str, valid: str) -> None:
    assert mended(written) == valid
