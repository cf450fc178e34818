"""The theme's part of a page is made once for a folder; what comes out is what rendering the page in full gives."""

import re
from pathlib import Path

import pytest

from generator.site import chrome
from generator.site.building import build_site

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the project's own data and a configuration of its own."""
    folder = tmp_path_factory.mktemp("chrome")
    (folder / "docs").mkdir()
    (folder / "docs" / "data").symlink_to(ROOT / "docs" / "data")
    (folder / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    return folder


def pages(site: Path) -> dict[str, str]:
    return {p.relative_to(site).as_posix(): p.read_text(encoding="utf-8") for p in sorted(site.rglob("*.html"))}


def in_full(self: chrome.Chrome, context: dict[str, object], page: chrome.Page, framed: bool) -> str:
    return self._whole(context, page)


def test_a_filled_frame_is_the_page_in_full(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled: list[str] = []
    fill = chrome.Frame.filled
    monkeypatch.setattr(chrome.Frame, "filled", lambda s, values: filled.append(values["title"]) or fill(s, values))
    framed = pages(build_site(project / "mkdocs.yml", project / "framed").folder)
    monkeypatch.setattr(chrome.Chrome, "page", in_full)
    whole = pages(build_site(project / "mkdocs.yml", project / "whole").folder)
    assert len(filled) > len(whole) / 2
    assert [name for name in whole if framed[name] != whole[name]] == []


def test_a_theme_whose_pages_differ_in_more_is_rendered_in_full(project: Path) -> None:
    custom = project / "custom"
    custom.mkdir()
    (custom / "main.html").write_text(
        '{% extends "base.html" %}{% block footer %}<p class="mine">{{ page.content | wordcount }}</p>{% endblock %}'
    )
    settings = (
        (project / "mkdocs.yml")
        .read_text(encoding="utf-8")
        .replace("name: material", "name: material\n  custom_dir: custom")
    )
    (project / "custom.yml").write_text(settings, encoding="utf-8")
    found = pages(build_site(project / "custom.yml", project / "counted").folder)
    counts = {
        re.search(r'class="mine">(\d+)<', html)[1] for name, html in found.items() if name.startswith("statements/s-")
    }
    assert len(counts) > 10


def test_a_frame_that_writes_a_preformatted_text_keeps_its_blanks() -> None:
    assert chrome._squeezed("<p>\n\n   one </p>") == "<p>\none </p>"
    assert chrome._squeezed("<pre>\n\n   one</pre>") == "<pre>\n\n   one</pre>"
