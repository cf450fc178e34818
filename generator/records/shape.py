"""Records to plain data and back: one rule for every record of the model.

A field with a default is left out of the plain data while it has that default; every other field is always there.
"""

import dataclasses
import difflib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

import pydantic

from generator.errors import Fault, FaultsError
from generator.model import Span
from generator.records.yaml_text import FlowList, line_of

T = TypeVar("T")

# pydantic's error types in words a person who wrote the file can use
_WORDS: dict[str, str] = {
    "missing": "is missing",
    "string_type": "should be text",
    "int_type": "should be a whole number",
    "int_parsing": "should be a whole number",
    "float_type": "should be a number",
    "bool_type": "should be true or false",
    "bool_parsing": "should be true or false",
    "tuple_type": "should be a list",
    "list_type": "should be a list",
    "dict_type": "should hold keys and values",
    "dataclass_type": "should hold keys and values",
}


@cache
def _plan(kind: Any) -> tuple[tuple[str, object], ...]:
    missing = dataclasses.MISSING
    return tuple(
        (f.name, f.default_factory() if f.default_factory is not missing else f.default)
        for f in dataclasses.fields(kind)
    )


def told_fields(record: Any) -> dict[str, Any]:
    """The fields of a record that say something: all but those that hold what they hold anyway."""
    told = {}
    for name, default in _plan(cast(Any, type(record))):
        item = getattr(record, name)
        if default is dataclasses.MISSING or item != default:
            told[name] = item
    return told


def to_plain(value: Any) -> Any:
    """Dicts, lists, numbers and text from a record, ready for `dump_yaml`; a whole float becomes an int."""
    if value is None or type(value) is str:  # most of all there is
        return value
    if isinstance(value, Span):
        return FlowList(value)
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {name: to_plain(item) for name, item in told_fields(value).items()}
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value


@cache
def adapter(kind: Any) -> pydantic.TypeAdapter[Any]:
    """The pydantic validator of a type, made once."""
    return pydantic.TypeAdapter(kind)


def told_json(value: Any) -> str:
    """A record, or what a field of one holds, as JSON with the fields of `told_fields`."""
    return adapter(cast(Any, type(value))).dump_json(value, exclude_defaults=True).decode("utf-8")


def told_json_of(values: Sequence[Any]) -> str:
    """Records of one type as `told_json` writes each of them, with commas between: all at once takes half as long."""
    kind: Any = tuple[type(values[0]), ...]  # type: ignore[misc]
    told: bytes = adapter(kind).dump_json(tuple(values), exclude_defaults=True)
    return told[1:-1].decode("utf-8")


def from_plain(
    kind: type[T], data: Any, file: str, text: str = "", at: Sequence[str | int] = (), by_hand: bool = False
) -> T:
    """A record of type `kind` from plain data; raises FaultsError with all the faults, each with its line in `text`.

    `at` is the path of `data` inside the file. In a file written `by_hand`, a key that the record does not know is a
    fault too, with a guess at what was meant.
    """
    faults: list[Fault] = []
    for path, key, known in _unknown_keys(kind, data, tuple(at)) if by_hand else ():
        close = difflib.get_close_matches(str(key), known, n=1)
        right = f"did you mean '{close[0]}'?" if close else f"known here: {', '.join(known)}"
        faults.append(Fault(file, f"{_dotted((*path, key))}: unknown key", right, line_of(text, (*path, key))))
    try:
        record: T = adapter(cast(Any, kind)).validate_python(data)
    except pydantic.ValidationError as error:
        for item in error.errors(include_url=False):
            path = (*at, *(step for step in item["loc"] if isinstance(step, int) or step.isidentifier()))
            what, right = _in_words(item)
            faults.append(Fault(file, f"{_dotted(path)}: {what}", right, line_of(text, path)))
    if faults:
        raise FaultsError(sorted(faults, key=lambda f: f.line or 0))
    return record


def _in_words(error: Any) -> tuple[str, str]:
    kind, given = error["type"], error.get("input")
    if kind == "literal_error":
        return f"{given!r} is not one of {error['ctx']['expected'].replace(' or ', ', ').replace(chr(39), '')}", ""
    words = _WORDS.get(kind)
    if words and kind != "missing":
        return f"{given!r:.60} {words}", ""
    return words or error["msg"], ""


def _dotted(path: Sequence[str | int]) -> str:
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text or "the file"


_Path = tuple[str | int, ...]


def _unknown_keys(kind: Any, data: Any, path: _Path) -> Iterator[tuple[_Path, str, list[str]]]:
    """Keys of mappings, at any depth, that the dataclass standing there does not have."""
    if dataclasses.is_dataclass(kind) and isinstance(data, dict):
        hints = get_type_hints(kind)
        for key, value in data.items():
            if key in hints:
                yield from _unknown_keys(hints[key], value, (*path, key))
            else:
                yield path, str(key), list(hints)
    elif isinstance(data, list):
        for member in get_args(kind)[:1]:
            for index, value in enumerate(data):
                yield from _unknown_keys(member, value, (*path, index))
    elif isinstance(data, dict):
        for member in get_args(kind):
            yield from _unknown_keys(member, data, path)
