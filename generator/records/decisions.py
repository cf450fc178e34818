"""People's decisions, from `seeds/dossier.yml` and `seeds/decisions/*.yml`: read and checked, each with its line; and
the text of one to append. What is there is never rewritten."""

import dataclasses
import difflib
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.errors import Fault, FaultsError
from generator.model import ACTOR_KINDS, EDITABLE, VERBS, Decision
from generator.records.shape import from_plain
from generator.records.yaml_text import dump_yaml, lines_of, load_yaml

DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?"
LISTS = {"same", "not_same"}
_FURTHER = ("to", "field", "words", "until")
_OWN = {"line", "file"}  # filled in here, never written by hand


def is_date(text: str) -> bool:
    """Whether a text is an ISO 8601 date: a year, month, day or time."""
    return bool(re.fullmatch(DATE, text))


def decision_files(seeds: Path) -> tuple[Path, ...]:
    """The files of a seeds folder that may hold decisions, in the order in which these apply."""
    folder = sorted(p for p in (seeds / "decisions").glob("*") if p.suffix in {".yml", ".yaml"} and p.is_file())
    return tuple(p for p in (seeds / "dossier.yml", *folder) if p.is_file())


def load_decisions(seeds: Path) -> tuple[tuple[Decision, ...], tuple[Fault, ...]]:
    """All decisions of a seeds folder, and everything that is wrong with them; a faulty one is left out."""
    decisions: list[Decision] = []
    faults: list[Fault] = []
    for path in decision_files(seeds):
        try:
            text = path.read_text(encoding="utf-8-sig")
            found, wrong = read_decisions(text, str(path), path.parent != seeds)
        except (OSError, UnicodeDecodeError):
            # of dossier.yml the settings tell this already
            found, wrong = (), () if path.parent == seeds else (Fault(str(path), "cannot be read", "save as UTF-8"),)
        decisions += found
        faults += wrong
    return tuple(decisions), tuple(faults)


def read_decisions(text: str, file: str, alone: bool = True) -> tuple[tuple[Decision, ...], tuple[Fault, ...]]:
    """The decisions of one text and its faults. A file that holds decisions `alone` may be just the list."""
    try:
        data = load_yaml(text, file)
    except FaultsError as error:
        return (), error.faults if alone else ()
    at: tuple[str, ...] = ("decisions",)
    if alone and isinstance(data, list):
        items, at = data, ()
    elif isinstance(data, dict):
        others = [key for key in data if key != "decisions"] if alone else []
        if others:
            return (), (Fault(file, f"{others[0]}: unknown key", "a file of decisions holds 'decisions' alone", 1),)
        items = data.get("decisions") or []
    elif data is None or not alone:
        return (), ()
    else:
        return (), (Fault(file, "holds no decisions", "begin with 'decisions:'", 1),)
    line = lines_of(text)
    if not isinstance(items, list):
        return (), (Fault(file, "decisions: should be a list", "begin each with '- '", line(("decisions",))),)
    decisions: list[Decision] = []
    faults: list[Fault] = []
    for index, item in enumerate(items):
        found, wrong = _read(item, file, text, line, (*at, index))
        decisions += found
        faults += wrong
    return tuple(decisions), tuple(faults)


def _read(
    item: Any, file: str, text: str, line: Callable[[Sequence[str | int]], int | None], at: tuple[str | int, ...]
) -> tuple[list[Decision], list[Fault]]:
    here, number = line(at), int(at[-1]) + 1
    if not isinstance(item, dict):
        return [], [Fault(file, f"decisions[{number}]: is no decision", f"give one of {', '.join(VERBS)}", here)]
    try:
        decision = from_plain(Decision, {k: v for k, v in item.items() if k not in _OWN}, file, by_hand=True)
    except FaultsError as error:
        return [], [
            Fault(file, f"decisions[{number}].{fault.what}", fault.right, _inner(fault, item, line, at) or here)
            for fault in error.faults
        ]
    wrong = [Fault(file, f"decisions[{number}]: {what}", right, here) for what, right in _odd(decision)]
    return ([] if wrong else [dataclasses.replace(decision, line=here, file=file)]), wrong


def _inner(
    fault: Fault, item: Any, line: Callable[[Sequence[str | int]], int | None], at: tuple[str | int, ...]
) -> int | None:
    """The line of the key a fault speaks of."""
    key = re.split(r"[\[:.]", fault.what)[0]
    return line((*at, key)) if key in item else None


def _odd(decision: Decision) -> Iterator[tuple[str, str]]:
    """What is wrong with a decision, and what would be right."""
    verb = decision.verb
    if not verb:
        given = [name for name in VERBS if getattr(decision, name)]
        if given:
            yield f"says {' and '.join(given)} at once", "make one decision of each"
        else:
            yield "says none of the verbs", f"give just one of {', '.join(VERBS)}"
        return
    about, needs, _ = VERBS[verb]
    needed = dict(needs)
    for key in _FURTHER:
        if key in needed and getattr(decision, key) in (None, ""):
            yield f"{verb} without '{key}'", f"'{key}' is {needed[key]}"
        elif key not in needed and getattr(decision, key) is not None:
            yield f"{verb} takes no '{key}'", f"it takes {about}"
    if verb in LISTS and len(decision.about) < 2:
        yield f"{verb} names one record", f"it takes {about}"
    if verb == "not_same" and len(decision.about) > 2:
        yield "not_same names more than two", f"it takes {about}; make one decision of each"
    if verb == "kind" and decision.to is not None and decision.to not in ACTOR_KINDS:
        yield f"kind: '{decision.to}' is no kind of actor", _meant(decision.value, ACTOR_KINDS)
    if verb == "date" and decision.to is not None and not is_date(decision.value):
        yield f"date: '{decision.to}' is no date", "write it as 2022-01-10"
    if decision.until is not None and not is_date(decision.until):
        yield f"until: '{decision.until}' is no date", "write it as 2022-02-01"
    if verb == "redact" and any(not re.search(r"\w\w", words) for words in decision.about):
        yield "redact: too short to be told apart", "give a whole name or passage"
    if decision.field is not None:
        yield from _odd_field(decision)


def _odd_field(decision: Decision) -> Iterator[tuple[str, str]]:
    known = sorted({name for fields in EDITABLE.values() for name in fields})
    if decision.field not in known:
        yield f"field: '{decision.field}' cannot be edited", _meant(str(decision.field), known)
    elif all(f.get(decision.field, ("date",)) == ("date",) for f in EDITABLE.values()) and not is_date(decision.value):
        yield f"{decision.field}: '{decision.to}' is no date", "write it as 2022-01-10"


def _meant(given: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(given, known, n=1)
    return f"did you mean '{close[0]}'?" if close else f"give one of {', '.join(known)}"


def appended(text: str, decision: Decision) -> str | None:
    """What to write after `text`, a file of decisions or of settings, so that it holds one more decision; None where
    that cannot be done without touching what is there (something else follows the list, the list stands on one line).
    """
    plain = {
        f.name: value
        for f in dataclasses.fields(Decision)
        if (value := getattr(decision, f.name)) not in (None, (), "") and f.name not in _OWN
    }
    item = dump_yaml([{k: list(v) if isinstance(v, tuple) else v for k, v in plain.items()}])
    before = load_yaml(text, "")
    begin = "" if not text or text.endswith("\n") else "\n"
    there = before.get("decisions") if isinstance(before, dict) else before
    tries = [begin + "".join(f"{' ' * depth}{line}" for line in item.splitlines(keepends=True)) for depth in (2, 0, 4)]
    if not there:
        tries = [begin + "decisions:\n" + tries[0].removeprefix(begin)]
    for more in tries:
        try:
            after = load_yaml(text + more, "")
        except FaultsError:
            continue
        wanted = [*(there or []), plain_of(plain)]
        if isinstance(before, list) and after == wanted:
            return more
        if isinstance(after, dict) and after == {**(before or {}), "decisions": wanted}:
            return more
    return None


def plain_of(plain: dict[str, Any]) -> dict[str, Any]:
    """The keys of a decision as YAML gives them back: lists for tuples."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in plain.items()}
