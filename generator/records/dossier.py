"""The files below `docs/data/`: a dossier as YAML, split into files that can be read in a diff."""

import marshal
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from generator.errors import Fault, FaultsError
from generator.model import (
    Actor,
    Conflict,
    Copies,
    DecisionRecord,
    Dossier,
    Event,
    IssueRecord,
    LedgerEntry,
    SourceRecord,
    Statement,
)
from generator.parallel import Both, in_turn
from generator.records.contents import Kept, keep_content, keep_record, kept_content, kept_each, kept_record
from generator.records.emit import emit
from generator.records.files import SCHEMA, Files, SourceSums, file_of
from generator.records.shape import adapter, from_plain, to_plain
from generator.records.yaml_text import load_yaml
from generator.sums import sum_of

LIMIT = 1_000_000  # characters; the data contract wants files below about 1 MB

_LISTS: dict[str, type] = {
    "actors": Actor,
    "statements": Statement,
    "events": Event,
    "conflicts": Conflict,
    "copies": Copies,
    "ledger": LedgerEntry,
    "issues": IssueRecord,
    "decisions": DecisionRecord,
}
# Those whose records have pages of their own.
_ASKED = ("actors", "statements", "events")


def _letter(record: Any) -> str:
    first = str(record.id)[:1]
    return first if re.fullmatch(r"[a-z]", first) else "0"


def _month(value: str | None) -> str:
    return value[:7] if value and re.match(r"\d{4}-\d\d", value) else "open"


_SPLIT: dict[str, Callable[[Any], str]] = {
    "actors": _letter,
    "statements": lambda s: _month(s.said.value),
    "events": lambda e: _month(e.date.value),
    "ledger": lambda entry: f"{entry.kind}-{entry.id.removeprefix('s-')[:1]}",
}


def dossier_files(
    dossier: Dossier,
    kept: Kept | None = None,
    read: Kept | None = None,
    both: Both = in_turn,
    sums: SourceSums | None = None,
) -> Files:
    """Every file of the dossier: path below the data folder to its text. Same dossier, same bytes.

    Where `kept` is given, the text of what has not changed is not made again; where `read` is given,
    `load_dossier` with it will not have to parse what is made here. `both` makes the ledger, and the other lists.
    `sums` are those of an earlier run.
    """
    about = {"dossier": {"title": dossier.title, "scope": dossier.scope, "language": dossier.language}}
    text = file_of(about)
    lists = {"dossier.yml": _packed(text)}
    keep_content(text, lambda: about, read)
    others = [key for key in _LISTS if key != "ledger"]
    for made in both(lambda: _lists(dossier, others, kept, read), lambda: _lists(dossier, ["ledger"], kept, read)):
        lists |= made
    return Files(lists, {f"sources/{record.source.id}.yml": record for record in dossier.sources}, kept, read, sums)


def _lists(dossier: Dossier, keys: Iterable[str], kept: Kept | None, read: Kept | None) -> dict[str, bytes]:
    files = {}
    for key in keys:
        for name, text, plain in _list_files(key, getattr(dossier, key), kept):
            files[name] = _packed(text)
            keep_content(text, partial(_content, key, plain), read)
    return files


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8"), 1)


def _content(key: str, records: Iterable[bytes]) -> dict[str, Any]:
    return {key: list(map(marshal.loads, records))}


def _list_files(key: str, records: tuple[Any, ...], kept: Kept | None) -> Iterator[tuple[str, str, list[bytes]]]:
    """The files of a list: name, text, and the records in it as plain data."""
    if not records:
        yield f"{key}.yml", file_of({key: []}), []
        return
    head = file_of({key: [None]}).removesuffix("- null\n")
    groups: dict[str, list[int]] = {}
    for at, record in enumerate(records):
        groups.setdefault(_SPLIT[key](record) if key in _SPLIT else "", []).append(at)
    made = [("", b"")] * len(records)
    for group, members in groups.items():
        for at, one in zip(members, _made(key, group, [records[at] for at in members], kept), strict=True):
            made[at] = one
    size = len(head) + sum(len(text) for text, _ in made)
    if size <= LIMIT or key not in _SPLIT:
        yield f"{key}.yml", head + "".join(text for text, _ in made), [plain for _, plain in made]
        return
    step = max(1, LIMIT // max(1, size // len(records)))
    for group, members in sorted(groups.items()):
        for part, start in enumerate(range(0, len(members), step), 1):
            chunk = [made[at] for at in members[start : start + step]]
            name = f"{key}/{group}{f'-{part}' if part > 1 else ''}.yml"
            yield name, head + "".join(text for text, _ in chunk), [plain for _, plain in chunk]


def _made(key: str, group: str, records: Sequence[Any], kept: Kept | None) -> list[tuple[str, bytes]]:
    """Each record as it stands in its list, and as plain data."""

    def make(number: int) -> tuple[str, Any]:
        plain = to_plain(records[number])
        return emit({key: [plain]}).removeprefix(f"{key}:\n"), plain

    told = map(adapter(_LISTS[key]).serializer.to_json, records)
    return kept_each([b"records", key.encode(), group.encode()], told, make, kept)


def load_dossier(folder: Path, kept: Kept | None = None, texts: dict[bytes, tuple[Any, ...]] | None = None) -> Dossier:
    """The dossier below a data folder; raises FaultsError with every fault of every file.

    Files are read in the order of their names; a list that stands in several files is joined in that order. Where
    `kept` is given, the YAML of a file that is known is not parsed again. `texts` gets the records of files that have
    pages of their own, by the digest of the file's text.
    """
    sources: list[SourceRecord] = []
    lists: dict[str, list[Any]] = {key: [] for key in _LISTS}
    about: dict[str, Any] = {"title": "", "scope": "", "language": "en"}
    faults: list[Fault] = []
    asked: dict[bytes, tuple[Any, ...]] = {} if texts is None else texts
    if not (folder / "dossier.yml").is_file():
        raise FaultsError([Fault(str(folder), "no data here", "run 'onrecord extract' first ('make site' does it)")])
    for path in sorted(folder.rglob("*.yml")):
        name = str(path)
        try:
            data = path.read_bytes()
            known = kept_record(SourceRecord, data, kept) if path.parent.name == "sources" else None
            if known:
                sources.append(known)
                asked[sum_of(data)] = (known,)
                continue
            text = text_of(path)
            content = kept_content(text, kept, partial(content_of, text, name))
            if "source" in content:
                sources.append(from_plain(SourceRecord, content, name, text))
                keep_record(sources[-1], data, kept)
                asked[sum_of(data)] = (sources[-1],)
                continue
            about.update(content.pop("dossier", {}))
            for key, value in content.items():
                if key not in _LISTS:
                    raise FaultsError([Fault(name, f"{key}: unknown key", f"known here: {', '.join(_LISTS)}")])
                found = from_plain(tuple[_LISTS[key], ...], value, name, text, (key,))  # type: ignore[valid-type]
                lists[key].extend(found)
                if key in _ASKED:
                    asked[sum_of(data)] = (*asked.get(sum_of(data), ()), *found)
        except OSError as error:
            faults.extend(_unreadable(path, error).faults)
        except FaultsError as error:
            faults.extend(error.faults)
    if faults:
        raise FaultsError(faults)
    joined: dict[str, Any] = {key: tuple(value) for key, value in lists.items()}
    return Dossier(sources=tuple(sources), **about, **joined)


def text_of(path: Path) -> str:
    """The text of a file; raises FaultsError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Exception) -> FaultsError:
    return FaultsError([Fault(str(path), f"cannot be read: {error}", "run 'onrecord extract'")])


def content_of(text: str, file: str) -> dict[str, Any]:
    """What the YAML of a file holds; raises FaultsError where another version wrote it."""
    content = load_yaml(text, file)
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        found = content.get("schema") if isinstance(content, dict) else None
        right = f"this program reads '{SCHEMA}': take the onrecord that wrote it (CHANGELOG.md), or a newer one"
        raise FaultsError([Fault(file, f"schema: {found!r} is not known", right, 1)])
    del content["schema"]
    for entry in content.get("ledger") or ():
        if isinstance(entry, dict) and isinstance(entry.get("evidence"), list):
            entry["evidence"] = " ".join(map(str, entry["evidence"]))  # as it was written at first
    return content
