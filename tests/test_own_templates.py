"""A site's own templates in the place of the program's: `onrecord/NAME` in the theme's custom_dir."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.cache import Cache
from generator.errors import OnrecordError
from generator.site.addresses import Addresses
from generator.site.lookup import Lookup
from generator.site.plan import pages
from generator.site.render import Compiled, own_templates, render
from generator.site.views import Here
from tests.builders import dossier

LOOKUP = Lookup.of(dossier())
PLAN = next(p for p in pages(LOOKUP, (), "") if p.template == "statement.html")
CONTEXT = PLAN.context(Here(LOOKUP, Addresses("../../")), "https://example.org/x/")


def own(folder: Path, text: str, name: str = "statement.html") -> str:
    (folder / "onrecord").mkdir()
    (folder / "onrecord" / name).write_text(text, encoding="utf-8")
    return str(render("statement.html", CONTEXT, own_templates(str(folder))))


def test_a_template_takes_the_place_of_ours_and_may_include_it(tmp_path: Path) -> None:
    ours = str(render("statement.html", CONTEXT))
    assert own(tmp_path, "<p>Before</p>{% include 'onrecord/statement.html' %}") == f"<p>Before</p>{ours}"


def test_all_others_stay_as_they_are(tmp_path: Path) -> None:
    assert own(tmp_path, "nothing", "actor.html") == str(render("statement.html", CONTEXT))


def test_the_articles_words_are_escaped_there_too(tmp_path: Path) -> None:
    assert own(tmp_path, "{{ '<b>' }}{{ by }}").startswith("&lt;b&gt;")


_PAIR = '{% macro pair(one, two="<") %}<i>{{ one }}</i>{{ two }}{% endmacro %}'
_HELD = "{% macro held(tag) %}<{{ tag }}>{{ caller() }}</{{ tag }}>{% endmacro %}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ pair('&') }}", "<i>&amp;</i>&lt;"),
        ("{{ pair('a', two='>') }}", "<i>a</i>&gt;"),
        ("{{ pair(pair('a', 'b')) }}", "<i><i>a</i>b</i>&lt;"),
        ("{% for n in [1, 2] %}{{ pair(n, loop.index) }}{% endfor %}", "<i>1</i>1<i>2</i>2"),
        ("{% call held('b') %}&{{ '&' }}{% endcall %}", "<b>&&amp;</b>"),
        ("{% set ns = namespace(n=1) %}{{ ns.n }}{{ ['a', pair('b')] | join('<') }}", "1a&lt;<i>b</i>&lt;"),
    ],
)
def test_macros_are_called_as_jinja_calls_them(tmp_path: Path, text: str, shown: str) -> None:
    assert own(tmp_path, f"{_PAIR}{_HELD}{text}") == shown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ speeker }}", "onrecord/statement.html: 'speeker' is undefined; the page's variables are "),
        ("a\n{% if %}", "onrecord/statement.html:2: "),
        ("{% macro pair(one) %}{{ one }}{% endmacro %}{{ pair() }}", "'one' was not provided"),
        ("{% include 'no.html' %}", "onrecord/statement.html: no.html"),
    ],
)
def test_a_template_that_does_not_work_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(OnrecordError, match=r"the page's variables are .*by") as raised:
        own(tmp_path, text)
    assert told in str(raised.value)


@pytest.mark.parametrize("custom_dir", [None, "nowhere"])
def test_without_a_folder_there_are_none(custom_dir: str | None) -> None:
    assert own_templates(custom_dir) is None


def test_a_template_is_compiled_once_and_anew_where_what_was_kept_is_damaged(tmp_path: Path) -> None:
    kept, folder = Cache(tmp_path / "cache"), tmp_path / "templates"
    folder.mkdir()
    (folder / "page.html").write_text("one", encoding="utf-8")

    class Counted(Environment):
        compiled = 0

        def _generate(self, *arguments: Any, **more: Any) -> str:
            Counted.compiled += 1
            return super()._generate(*arguments, **more)

    def rendered() -> str:
        env = Counted(loader=FileSystemLoader(folder))
        env.bytecode_cache = Compiled(kept, env)
        return env.get_template("page.html").render()

    assert [rendered(), rendered(), Counted.compiled] == ["one", "one", 1]
    (entry,) = (path for path in (tmp_path / "cache").rglob("*") if path.is_file())
    data = entry.read_bytes()
    entry.write_bytes(data[:-9] + b"\0" + data[-8:])
    assert [rendered(), rendered(), Counted.compiled] == ["one", "one", 2]
    (folder / "page.html").write_text("two", encoding="utf-8")
    assert [rendered(), Counted.compiled] == ["two", 3]
