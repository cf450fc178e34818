"""Templates to HTML: the only home of Jinja. Compiled once, everything escaped, an unknown name is an error."""

from dataclasses import fields
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
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
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup

from generator.cache import Cache
from generator.errors import OnrecordError
from generator.site.clean import clean, escaped
from generator.site.wording import count

FOLDER = Path(__file__).parent
TEMPLATES = FOLDER / "templates"


class _Template(Template):
    """A template that puts its output together from plain text, and calls a macro without looking for more than what it
    is given: Jinja's own way takes several times as long for each value and each call."""

    @classmethod
    def from_code(cls, *arguments: Any, **more: Any) -> Template:
        template = super().from_code(*arguments, **more)
        # all of them are looked through for every page, and for every macro that is imported
        template.globals = dict(template.globals)
        # the names by which compiled templates know these
        template.root_render_func.__globals__.update(escape=escaped, Macro=_macro)
        return template


def _macro(environment: Environment, make: Any, name: str, parameters: list[str], *more: Any) -> Any:
    """A macro, or where it takes what it is given in order a function that does the same."""
    macro, absent = Macro(environment, make, name, parameters, *more), (missing,) * len(parameters)

    def called(*given: Any, **named: Any) -> Any:
        if named or len(given) > len(absent):
            return macro(*given, **named)
        return str.__new__(Markup, make(*given, *absent[len(given) :]))

    return called if more == (False, False, False, True) else macro


class _Context(Context):
    """What a template knows. It calls things as they are: none wants to be told which template calls it."""

    def call(self, what: Any, /, *arguments: Any, _loop_vars: Any = None, _block_vars: Any = None, **more: Any) -> Any:
        return what(*arguments, **more)


class Compiled(BytecodeCache):
    """The templates of an environment as Jinja compiles them, kept for the next build; Jinja looks at their sources."""

    def __init__(self, kept: Cache, env: Environment) -> None:
        self._kept = kept
        settings = (version("jinja2"), env.autoescape, env.trim_blocks, env.lstrip_blocks, sorted(env.extensions))
        self._settings = repr(settings).encode()

    def _key(self, bucket: Bucket) -> str:
        return self._kept.key([b"template", self._settings, bucket.key.encode(), bucket.checksum.encode()])

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template from those that are kept."""
        if kept := self._kept.get_whole(self._key(bucket)):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        self._kept.put_whole(self._key(bucket), bucket.bytecode_to_string())


def keep_compiled(kept: Cache, theme: Environment, own: Path | None) -> None:
    """Compile the theme's templates and those of the pages, as of `environment`, only where they are not kept."""
    for env in (theme, environment(own)):
        env.bytecode_cache = Compiled(kept, env)


@cache
def environment(own: Path | None) -> Environment:
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
    env.template_class, env.context_class = _Template, _Context
    if own is None:
        env.getattr = getattr  # type: ignore[method-assign, assignment]  # our contexts have no dictionaries
    env.filters |= {"counted": count, "spaced": " ".join}
    return env


@cache
def _template(name: str, own: Path | None) -> Template:
    return environment(own).get_template(name)


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
        return Markup(clean(_template(template, own).render(variables)))
    except TemplateError as error:
        if own is None:
            raise
        line = f":{error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        known = f"the page's variables are {', '.join(variables)}"
        raise OnrecordError(f"{own / template}{line}: {error}; {known}") from error


def variables_of(template: str) -> set[str]:
    """The variables a template asks its context for; what the contract test compares with the context's fields."""
    source = (TEMPLATES / template).read_text(encoding="utf-8")
    return meta.find_undeclared_variables(environment(None).parse(source))
