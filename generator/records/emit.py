"""YAML text of plain data, byte for byte what `dump_yaml` gives, and several times as fast.

PyYAML builds a node for every value before libyaml sees it, which was half of an extraction. Here the lines of mappings
and lists are put together directly, and so is text that is plainly plain or plainly quoted; every other scalar is given
to libyaml, in a place like its own. `tests/test_emit.py` compares the two.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from generator.records.yaml_text import WIDTH, FlowList, dump_yaml

# Text that needs no escape in any style; single spaces only, because lines are folded at them.
_SAFE = re.compile(r"[!-~\xa1-\xac\xae-\u024f\u2013-\u2026]+(?: [!-~\xa1-\xac\xae-\u024f\u2013-\u2026]+)*")
# No number, time or mark of YAML begins so. A colon before a space and a number sign after one are marks anywhere.
_PLAIN = re.compile(
    r"(?:[A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f“‘]|(?!0[box])\d(?=.*[g-np-suvwyG-NP-SUVWY]))(?!.*(?:: | #|:\Z))"
    r"|(?!0[bx])\d[\da-f]*[a-f][\da-f]*\Z|[\da-f]+(?: [\da-f]+)+\Z"
)
# Beginnings that need quotation marks whatever follows.
_QUOTED = re.compile(r"[\"'&*!|>%@#,\[\]{}]|[A-Za-z“‘].*(?:: | #|:\Z)|\d{4}-\d\d-\d\d\Z|[1-9]\d*\Z")
# Words that mean something else without quotation marks are among the short ones; libyaml knows them.
_SHORT = 6


def emit(data: Mapping[str, Any]) -> str:
    """A mapping of plain data (see `to_plain`) as YAML."""
    lines: list[str] = []
    _mapping(data, "", "", lines)
    return "".join(lines)


def _mapping(data: Mapping[str, Any], lead: str, indent: str, lines: list[str]) -> None:
    """The lines of a mapping; the first begins with `lead` (what stands before it on its line), the rest with
    `indent`."""
    for key, value in data.items():
        start = f"{lead}{_short(key)}:"
        lead = indent
        kind = type(value)
        if kind is str:
            lines.append(f"{start} {_text(value, len(start) + 1, indent, False)}\n")
        elif kind is dict and value:
            lines.append(f"{start}\n")
            _mapping(value, indent + "  ", indent + "  ", lines)
        elif kind is list and value:
            lines.append(f"{start}\n")
            _list(value, indent, indent, lines)
        else:
            lines.append(f"{start} {_other(value)}\n")


def _list(items: list[Any], lead: str, indent: str, lines: list[str]) -> None:
    for value in items:
        start = f"{lead}- "
        lead = indent
        kind = type(value)
        if kind is str:
            lines.append(f"{start}{_text(value, len(start), indent, True)}\n")
        elif kind is dict and value:
            _mapping(value, start, indent + "  ", lines)
        elif kind is list and value:
            _list(value, start, indent + "  ", lines)
        else:
            lines.append(f"{start}{_other(value)}\n")


def _other(value: Any) -> str:
    """A value that stays on its line: a number, true, false, null, a short list in brackets, nothing in brackets."""
    if value is None:
        return "null"
    kind = type(value)
    if kind is bool:
        return "true" if value else "false"
    if kind is int:
        return str(value)
    if kind is FlowList and value and all(type(item) is int for item in value):
        return f"[{', '.join(map(str, value))}]"
    return dump_yaml({"k": value})[3:-1]


def _text(text: str, column: int, indent: str, in_list: bool) -> str:
    """Text that begins in a column; further lines are indented by two more than what holds it."""
    if len(text) <= _SHORT and text.isprintable():
        return _short(text)
    if _SAFE.fullmatch(text):
        if _PLAIN.match(text):
            return text if column + len(text) <= WIDTH else _folded(text, column, indent)
        if _QUOTED.match(text):
            marked = text.replace("'", "''")
            if column + len(marked) < WIDTH:
                return f"'{marked}'"
            return f"'{_folded(marked, column + 1, indent)}'"
    return _in_place(text, column - len(indent), len(indent) // 2, in_list)


def _folded(text: str, column: int, indent: str) -> str:
    """The text with a line's end instead of each space that is written beyond the width."""
    parts: list[str] = []
    for word in text.split(" "):
        if parts:
            if column > WIDTH:
                parts.append(f"\n{indent}  ")
                column = len(indent) + 2
            else:
                parts.append(" ")
                column += 1
        parts.append(word)
        column += len(word)
    return "".join(parts)


@lru_cache(maxsize=100_000)
def _short(text: str) -> str:
    return dump_yaml({"k": text})[3:-1]


def _in_place(text: str, lead: int, depth: int, in_list: bool) -> str:
    """Text as libyaml writes it so deep, after so many characters on its line."""
    # a list stands as deep as the key it belongs to; the value of a key begins after a colon and a space
    content: Any = {"k": [text]} if in_list else {"k" * (lead - 2): text}
    for _ in range(depth):
        content = {"k": content}
    above = depth + in_list
    return dump_yaml(content).split("\n", above)[above][2 * depth + lead :][:-1]
