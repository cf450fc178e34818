"""What people write: `seeds/dossier.yml`, and a `NAME.yml` beside an article."""

import dataclasses
import re
from pathlib import Path
from typing import Any, TypeVar

from generator.config import Settings
from generator.errors import Fault, FaultsError
from generator.model import Sidecar
from generator.records.decisions import is_date, load_decisions
from generator.records.shape import from_plain
from generator.records.yaml_text import line_of, load_yaml

T = TypeVar("T")

_UNREADABLE = ("not valid YAML", "not UTF-8", "cannot be read", "nested too deep")
_HIDES = re.compile(r"\b(?:redact|embargo)")

# No white space, and none of the characters that end an attribute, a Markdown link or a field of BibTeX.
WEB_ADDRESS = r"[Hh][Tt][Tt][Pp][Ss]?://[^\s\x00-\x20\x7f-\xa0<>\"'`\\{}|^\u200b-\u206f\ufeff]{3,2000}"


def load_settings(seeds: Path) -> tuple[Settings, tuple[Fault, ...]]:
    """The settings of a seeds folder with all decisions, and what is wrong with them; a faulty setting falls back to
    its default, a faulty decision is left out."""
    path = seeds / "dossier.yml"
    settings, faults = _good_part(Settings, path) if path.exists() else (Settings(), ())
    if settings.today is not None and not is_date(settings.today):
        what, right = f"today: {settings.today!r} is no date", "write it as 2022-02-01"
        faults += (Fault(str(path), what, right, line_of(path.read_text(encoding="utf-8-sig"), ("today",))),)
        settings = dataclasses.replace(settings, today=None)
    decisions, more = load_decisions(seeds)
    return dataclasses.replace(settings, decisions=decisions), (*faults, *more)


def may_hide(fault: Fault) -> bool:
    """Whether a fault in people's decisions may cost a redaction or an embargo: to build without it would publish what
    somebody wants kept back."""
    lost = fault.what.startswith(("decisions", *_UNREADABLE))
    meant = fault.right if fault.right.startswith("did you mean") else ""
    try:
        text = Path(fault.file).read_text(encoding="utf-8", errors="replace")
    except OSError:
        text = "embargo"  # who knows
    return lost and _HIDES.search(f"{fault.what} {meant} {text}") is not None


def load_sidecar(path: Path) -> tuple[Sidecar, tuple[Fault, ...]]:
    """What a `NAME.yml` gives about the article beside it, and what is wrong with it; good keys are kept."""
    given, faults = _good_part(Sidecar, path)
    given, more = sound(given, str(path), path)
    return given, (*faults, *more)


def sound(given: Sidecar, file: str, text: str | Path) -> tuple[Sidecar, tuple[Fault, ...]]:
    """A sidecar without dates that are none and an address that is no web page's, and what is wrong with these."""
    wrong: dict[str, str] = {}
    for name, value in (("published", given.published), ("updated", given.updated)):
        if value is not None and not is_date(value):
            wrong[name] = "write a date or time as 2022-01-10 or 2022-01-10T08:30+01:00"
    if given.url is not None and not re.fullmatch(WEB_ADDRESS, given.url):
        wrong["url"] = "give an address that begins with https:// or http://"
    if not wrong:
        return given, ()
    written = text if isinstance(text, str) else text.read_text(encoding="utf-8-sig")
    faults = tuple(
        Fault(file, f"{name}: {getattr(given, name)!r:.80} is none", right, line_of(written, (name,)))
        for name, right in wrong.items()
    )
    sound = dataclasses.replace(
        given,
        published=None if "published" in wrong else given.published,
        updated=None if "updated" in wrong else given.updated,
        url=None if "url" in wrong else given.url,
    )
    return sound, faults


def _good_part(kind: type[T], path: Path) -> tuple[T, tuple[Fault, ...]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        return kind(), (Fault(str(path), f"not UTF-8 at byte {error.start}", "save the file as UTF-8"),)
    except OSError as error:
        return kind(), (Fault(str(path), f"cannot be read: {error.strerror}", "check the file's permissions"),)
    try:
        return good_part_of(kind, load_yaml(text, str(path)), text, str(path))
    except FaultsError as error:
        return kind(), error.faults


def good_part_of(kind: type[T], data: Any, text: str, file: str) -> tuple[T, tuple[Fault, ...]]:
    """What is good of the settings in a text's data, and what is wrong with the rest."""
    if data is None:
        return kind(), ()
    if not isinstance(data, dict):
        return kind(), (Fault(file, "holds no settings", "write 'key: value', one a line", 1),)
    if kind is Settings:
        data.pop("decisions", None)  # read on their own, together with those of decisions/*.yml
    try:
        return from_plain(kind, data, file, text, by_hand=True), ()
    except FaultsError as error:
        return _keep_good_keys(kind, data), error.faults


def _keep_good_keys(kind: type[T], data: dict[str, Any]) -> T:
    good: dict[str, Any] = {}
    for key, value in data.items():
        if isinstance(value, list):
            good[key] = [item for item in value if _fits(kind, {key: [item]})]
        elif _fits(kind, {key: value}):
            good[key] = value
    return from_plain(kind, {key: value for key, value in good.items() if _fits(kind, {key: value})}, "")


def _fits(kind: type[T], data: dict[str, Any]) -> bool:
    try:
        from_plain(kind, data, "", by_hand=True)
    except FaultsError:
        return False
    return True
