"""Records as rows of plain values, which marshal writes, and back: in two thirds of the time of JSON with its checks.

A row has the values of a record's fields in their order. What stands in it is known by the class alone, so only what
the same program wrote, and whole, may be read; whoever keeps rows sees to that.
"""

import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from generator.model import Span

_LONG = 64  # characters; a text so long is seldom in two articles
Convert = Callable[[Any], Any]


@cache
def written(kind: Any) -> Convert | None:
    """What makes plain values of one of this type; None where it is plain. Equal short texts are one object, which
    marshal reads back as one in all rows together."""
    return _interned if kind is str else _converted(kind, written, tuple, _to_row)


@cache
def read(kind: Any) -> Convert | None:
    """What makes a value of this type of what `written` made of it; None where that is the value."""
    return _converted(kind, read, Span.of, _from_row)


def _converted(
    kind: Any, make: Callable[[Any], Convert | None], span: Convert, record: Callable[[Any], Convert]
) -> Convert | None:
    if kind is Span:
        return span
    if is_dataclass(kind):
        return record(kind)
    of = get_args(kind)
    if get_origin(kind) is UnionType:
        one = next((made for part in of if (made := make(part))), None)
        return one and (lambda value: None if value is None else one(value))
    if get_origin(kind) is tuple and of[-1] is Ellipsis:
        each = make(of[0])
        return each and (lambda values: tuple([each(value) for value in values]))
    return None


@cache
def shape(kind: Any) -> bytes:
    """Stands for what a row of this type holds: the fields of its record and of all in it, in their order."""
    found: dict[str, list[tuple[str, str]]] = {}

    def note(part: Any) -> None:
        if is_dataclass(part) and str(part) not in found:
            hints = get_type_hints(part)
            found[str(part)] = [(f.name, str(hints[f.name])) for f in fields(part)]
            for hint in hints.values():
                note(hint)
        for of in get_args(part):
            note(of)

    note(kind)
    return repr(found).encode()


def _interned(text: Any) -> Any:
    return sys.intern(text) if type(text) is str and len(text) < _LONG else text


def _to_row(kind: Any) -> Convert:
    hints = get_type_hints(kind)
    made = [(f.name, written(hints[f.name])) for f in fields(kind)]
    return lambda one: [
        make(value) if make and (value := getattr(one, name)) else getattr(one, name) for name, make in made
    ]


def _from_row(kind: Any) -> Convert:
    hints = get_type_hints(kind)
    made = [(at, make) for at, f in enumerate(fields(kind)) if (make := read(hints[f.name]))]

    def record(row: list[Any]) -> Any:
        for at, make in made:
            if row[at]:
                row[at] = make(row[at])
        return kind(*row)

    return record
