"""Templates to HTML: the only home of Jinja. Compiled once, everything escaped, an unknown name is an error."""

from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, meta
from markupsafe import Markup

from generator.site.clean import clean
from generator.site.wording import count

FOLDER = Path(__file__).parent
TEMPLATES = FOLDER / "templates"


def _finalize(value: Any) -> Any:
    """Text without control characters; what is HTML already is left alone."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return clean(value)
    return value


@cache
def environment() -> Environment:
    """The Jinja environment of the pages: HTML is escaped, and an undefined name stops the build."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters["counted"] = count
    return env


def render(template: str, context: Any) -> Markup:
    """The HTML fragment of a page: the fields of its context are the variables of its template."""
    variables = {field.name: getattr(context, field.name) for field in fields(context)}
    return Markup(environment().get_template(template).render(variables))


def variables_of(template: str) -> set[str]:
    """The variables a template asks its context for; what the contract test compares with the context's fields."""
    source = (TEMPLATES / template).read_text(encoding="utf-8")
    return meta.find_undeclared_variables(environment().parse(source))
