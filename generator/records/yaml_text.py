"""YAML text to plain data and back, with the line of every value, so that a fault can name its place.

Only the safe loader and dumper of libyaml are used; an article's words are always scalars, never structure.
"""

from collections.abc import Callable, Sequence
from typing import Any

import yaml

from generator.errors import Fault, FaultsError

WIDTH = 120  # lines are folded at the first space beyond it
# The records nest seven deep, people's files four.
DEEPEST = 60
# Of an alias, every use counts as what it stands for: nine lists of nine aliases each would be a gigabyte.
MOST_NODES = 2_000_000
_TOO_DEEP = "nested too deep"

_LoaderBase: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DumperBase: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Loader(_LoaderBase):  # type: ignore[misc]
    """Dates stay text: `2022-01-06` in a file of ours is a string with a meaning of its own. So do `on`, a key of
    decisions, and `no`: only true and false are so, as in YAML 1.2.

    libyaml composes nodes by recursion in C, without a limit: a file of nothing but brackets would end the process.
    """

    depth = 0

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Called before each node is composed."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise yaml.YAMLError(_TOO_DEEP)

    def ascend_resolver(self) -> None:
        """Called after each node is composed."""
        self.depth -= 1


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag != "tag:yaml.org,2002:timestamp" and (tag != "tag:yaml.org,2002:bool" or first in "tTfF")
    ]
    for first, resolvers in _LoaderBase.yaml_implicit_resolvers.items()
}


# Of the tags a person may write, those that give plain data: no dates, sets or bytes.
_PLAIN_TAGS = {None, *(f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float", "str", "seq", "map"))}
_Loader.yaml_constructors = {t: make for t, make in _LoaderBase.yaml_constructors.items() if t in _PLAIN_TAGS}


class FlowList(list[Any]):
    """A list written on one line, as a span is: `[12, 40]`."""


class _Dumper(_DumperBase):  # type: ignore[misc]
    def ignore_aliases(self, data: object) -> bool:
        return True


_Dumper.add_representer(
    FlowList, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)
)


def dump_yaml(data: object) -> str:
    """The data as YAML: block style, keys in the order given, text unescaped where YAML allows."""
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=WIDTH)
    return text


def load_yaml(text: str, file: str) -> Any:
    """Plain data from YAML text; raises FaultsError with the line where the text is no YAML.

    `file` is the name a fault is reported under.
    """
    try:
        return _load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(part for part in (error.context, error.problem) if part)
        raise FaultsError(
            [Fault(file, f"not valid YAML: {what}", _hint(what), mark.line + 1 if mark else None)]
        ) from None
    except (yaml.YAMLError, ValueError, KeyError, IndexError) as error:  # `!!int x`, `!!bool x`, `!!int ''`
        if str(error) == _TOO_DEEP:
            raise FaultsError([Fault(file, _TOO_DEEP, "a few levels are enough for every setting")]) from None
        raise FaultsError([Fault(file, f"not valid YAML: {' '.join(str(error).split())}", _hint(""))]) from None


def _load(text: str) -> Any:
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        if "*" in text and _size(node, {}) > MOST_NODES:
            raise yaml.YAMLError("its aliases stand for far too much")
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _size(node: Any, known: dict[int, int]) -> int:
    """How many nodes a node stands for, each use of an alias counted; one that holds itself holds too much."""
    if isinstance(node, yaml.ScalarNode):
        return 1
    if id(node) not in known:
        known[id(node)] = MOST_NODES + 1  # what it counts for inside itself
        pairs = isinstance(node, yaml.MappingNode)
        children = (part for item in node.value for part in (item if pairs else (item,)))
        known[id(node)] = 1 + sum(_size(child, known) for child in children)
    return known[id(node)]


def _hint(problem: str) -> str:
    if "mapping values are not allowed" in problem or "could not find expected ':'" in problem:
        return "put quotes around text that has a colon in it, and check that keys line up"
    if "\\t" in problem:
        return "indent with spaces, not tabs"
    if "duplicate" in problem:
        return "keep one of them"
    return "check the indentation, the quotes and the brackets on this line and the one before"


def line_of(text: str, path: Sequence[str | int]) -> int | None:
    """The line (from 1) of the value at `path` in YAML text, or of the nearest value above it."""
    return lines_of(text)(path)


def lines_of(text: str) -> Callable[[Sequence[str | int]], int | None]:
    """`line_of` for many values of one text."""
    try:
        root: Any = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError:
        root = None
    return lambda path: _line(root, path)


def _line(node: Any, path: Sequence[str | int]) -> int | None:
    line = None
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == str(step)), None)
            if found is None:
                break
            key, node = found
            line = key.start_mark.line + 1
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line if line is not None or node is None else node.start_mark.line + 1
