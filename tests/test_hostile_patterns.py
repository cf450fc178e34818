"""No text makes a rule of reading or finding take for ever: runs of every character that a pattern may try again.

Time is the processor's. A pattern that tries every pair of places takes four times as long for twice the text, which is
bearable for a line; one that tries every three takes eight times as long, and is not.
"""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import generator
from generator import annotate
from generator.config import DEFAULT_MODEL
from generator.limits import OutOfTime, within
from generator.read import read_text

UNITS = (
    " ", "\u00a0", "\n", "\u2028", "\t", "a", "A", "1", ".", ",", "-", "–", "'", '"', "“", "’", "(", "[", "<", "{", "/",
    "©", "© ", "a ", "A ", "A. ", "a, ", "A B, ", "1,", "1 2 ", "( ", "() ", "“a ", "a b a b ", "and ", "by ", "said ",
    "January 1, ", "1/1/", "https://a.b/", "<a href=\"", "[a](", "A\n", "Ann Roe\n", "(AP) ", "with ", "Photo: ",
)  # fmt: skip


def patterns(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The compiled patterns of text in a value of a module."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict) and depth < 2:
        for item in value.values():
            yield from patterns(item, depth + 1)
    elif isinstance(value, (list, tuple, set, frozenset)) and depth < 2:
        for item in value:
            yield from patterns(item, depth + 1)


def every_pattern() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern of the program, those that functions without arguments keep too."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for info in pkgutil.walk_packages(generator.__path__, "generator."):
        if info.name.endswith("__main__"):
            continue
        for name, value in sorted(vars(importlib.import_module(info.name)).items()):
            inner = getattr(value, "__wrapped__", None)
            if inner is not None and hasattr(value, "cache_clear") and inner.__code__.co_argcount == 0:
                value = value()
            for pattern in patterns(value):
                found.setdefault((pattern.pattern, pattern.flags), (f"{info.name}.{name}", pattern))
    return {f"{name} {pattern.pattern[:30]}": pattern for name, pattern in found.values()}


PATTERNS = every_pattern()
# Tried at the beginning of a text of at most so many characters, and nowhere else.
OPENINGS = {"generator.read.inline._DATELINES": 100}


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 200


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_is_through_with_any_line(name: str) -> None:
    pattern = PATTERNS[name]
    longest = OPENINGS.get(name.split(" ")[0])
    for unit in UNITS:
        line = (unit * 1_200)[: longest or 1_200]
        try:
            with within(1.5):
                for text in (line, f"a{line}!", f"“{line}"):
                    sum(1 for _ in (filter(None, [pattern.match(text)]) if longest else pattern.finditer(text)))
        except OutOfTime:
            pytest.fail(f"{unit!r} over and over: more than 1.5 s for {len(line):,} characters")


@pytest.mark.parametrize(
    "around", ["{}", "Talks end without a deal\n\nBy {}.\n", "Talks\n\nVIENNA, Jan 1 {} (Reuters) x\n\nProse."]
)
@pytest.mark.parametrize("unit", UNITS)
def test_reading_takes_no_longer_than_the_length_allows(unit: str, around: str) -> None:
    text = around.replace("{}", (unit * 8_000)[:8_000])
    started = time.process_time()
    with within(30):
        read_text("a.md", text)
    assert time.process_time() - started < 8


@pytest.mark.parametrize("unit", UNITS)
def test_finding_takes_no_longer_than_the_length_allows(unit: str) -> None:
    nlp = annotate.pipeline(DEFAULT_MODEL)
    text = f"Talks end\n\nThe minister Ann Roe said on Monday in Vienna: “{(unit * 1_500)[:1_500]}. It is over.”\n"
    started = time.process_time()
    with within(60):
        annotate.annotate(read_text("a.txt", text), nlp)
    assert time.process_time() - started < 15
