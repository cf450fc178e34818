"""Templates to HTML: the only home of Jinja. Compiled once, everything escaped, an unknown name is an error."""

from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    meta,
)
from markupsafe import Markup

from generator.errors import OnrecordError
from generator.site.clean import clean, escaped
from generator.site.wording import count

FOLDER = Path(__file__).parent
TEMPLATES = FOLDER / "templates"


class _Template(Template):
    """A template that escapes to plain text: to make each piece of the output `Markup` takes longer than all else."""

    @classmethod
    def from_code(cls, *arguments: Any, **more: Any) -> Template:
        template = super().from_code(*arguments, **more)
        template.root_render_func.__globals__["escape"] = escaped  # what compiled templates escape by
        return template


@cache
def environment(own: Path | None = None) -> Environment:
    """The Jinja environment of the pages: HTML is escaped, and an undefined name stops the build.

    A template in the folder `own` takes the place of ours of that name, which it may include as `onrecord/NAME`.
    """
    ours = FileSystemLoader(TEMPLATES)
    env = Environment(
        loader=ChoiceLoader([*([FileSystemLoader(own)] if own else []), ours, PrefixLoader({"onrecord": ours})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.template_class = _Template
    env.filters["counted"] = count
    return env


def own_templates(custom_dir: str | None) -> Path | None:
    """The folder with a site's own templates of our pages: `onrecord/` in the theme's `custom_dir`."""
    folder = Path(custom_dir) / "onrecord" if custom_dir else None
    return folder if folder and folder.is_dir() else None


def render(template: str, context: Any, own: Path | None = None) -> Markup:
    """The HTML fragment of a page: the fields of its context are the variables of its template.

    Raises OnrecordError where a template in the folder `own` does not work.
    """
    variables = {field.name: getattr(context, field.name) for field in fields(context)}
    try:
        return Markup(clean(environment(own).get_template(template).render(variables)))
    except TemplateError as error:
        if own is None:
            raise
        line = f":{error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        known = f"the page's variables are {', '.join(variables)}"
        raise OnrecordError(f"{own / template}{line}: {error}; {known}") from error


def variables_of(template: str) -> set[str]:
    """The variables a template asks its context for; what the contract test compares with the context's fields."""
    source = (TEMPLATES / template).read_text(encoding="utf-8")
    return meta.find_undeclared_variables(environment().parse(source))
