"""The figures on the method page are those of this version: the pinned floors, of the articles they are measured on."""

import json
import re

from generator.site.addresses import Addresses
from generator.site.lookup import Lookup
from generator.site.pages.about import method_context
from generator.site.pages.accuracy import FILE, accuracy
from generator.site.render import render
from generator.site.views import Here
from tests.builders import dossier
from tests.tools.accuracy import figures

KEPT = json.loads(FILE.read_text(encoding="utf-8"))


def test_the_figures_are_the_floors() -> None:
    assert KEPT["sets"] == figures(), "the floors have changed: run python -m tests.tools.accuracy"


def test_the_page_tells_them() -> None:
    html = str(render("method.html", method_context(Here(Lookup.of(dossier()), Addresses()), "1.0")))
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
    for name in ("seeds", "articles"):
        for part in ("recall", "precision"):
            assert f"{KEPT['sets'][name]['figures'][f'quotations, full name, {part}']:.0f} %" in text
    right, of = KEPT["certainty"]["high"]
    assert f"no mark : words and speaker right in {right} of {of}" in text


def test_every_mark_has_its_worth() -> None:
    shown = accuracy()
    assert [row.label for row in shown.grades] == ["no mark", "speaker likely", "speaker uncertain"]
    assert all(0 < row.right <= row.of for row in shown.grades)
    assert all(len(row.shares) == len(shown.sets) for row in shown.rows)
