"""The block of metadata a Markdown article may begin with, in onrecord's own keys or those of other programs.

Clippers and site generators write such blocks: Obsidian Web Clipper (`source`, `author`, `published`; its `created` is
the day of the clipping), Hugo and Jekyll (`date`, `lastmod`, `author`).
"""

import dataclasses
import difflib
import re
from collections.abc import Mapping
from typing import Any

from generator.errors import Fault, FaultsError
from generator.model import Sidecar
from generator.records.decisions import is_date
from generator.records.settings import WEB_ADDRESS, good_part_of, sound
from generator.records.yaml_text import line_of, load_yaml

_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?\r?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_OWN = tuple(field.name for field in dataclasses.fields(Sidecar))
# Other programs' keys, the surest of each first.
_OTHERS: Mapping[str, tuple[str, ...]] = {
    "published": ("publishDate", "published_at", "date_published", "pubdate", "date"),
    "updated": ("lastmod", "last_modified_at", "modified"),
    "authors": ("author", "byline"),
    "url": ("source", "source_url", "link", "canonical_url"),
    "outlet": ("publisher", "publication", "site_name", "site", "source"),
    "language": ("lang",),
}
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)? ?(?:(Z)|([+-]\d\d):?(\d\d))?")
_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")
_TURNED = re.compile(r"(\w[\w’'-]*), (\w[\w’'-]*)")
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?:[-_].*)?")
_AND = re.compile(r", (?:and )?| and | & ")


def front_matter(text: str, file: str) -> tuple[Sidecar, int, tuple[Fault, ...]]:
    """What the block a Markdown article may begin with gives, its length in characters, and its faults.

    A key that is neither onrecord's nor known of other programs is no fault, unless it looks like one of onrecord's
    written wrongly.
    """
    found = _BLOCK.match(text)
    if not found:
        return Sidecar(), 0, ()
    block = found.group(1)
    try:
        data = load_yaml(block, file)
    except FaultsError as error:
        return Sidecar(), found.end(), _moved(error.faults)
    slips = _slips(data, block, file) if isinstance(data, dict) else ()
    given, faults = good_part_of(Sidecar, _own_keys(data) if isinstance(data, dict) else data, block, file)
    given, more = sound(given, file, block)
    return given, found.end(), _moved((*slips, *faults, *more))


def _moved(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Faults of the block with their lines in the article."""
    return tuple(dataclasses.replace(f, line=f.line + 1) if f.line else f for f in faults)


def _slips(data: Mapping[Any, Any], block: str, file: str) -> tuple[Fault, ...]:
    """Keys nobody knows that look like one of onrecord's: `publishd`."""
    others = {key for keys in _OTHERS.values() for key in keys}
    unknown = [str(key) for key in data if key not in others and key not in _OWN]
    close = ((key, difflib.get_close_matches(key, _OWN, n=1, cutoff=0.8)) for key in unknown)
    return tuple(
        Fault(file, f"{key}: unknown key", f"did you mean '{own[0]}'?", line_of(block, (key,)))
        for key, own in close
        if own
    )


def _own_keys(data: Mapping[Any, Any]) -> dict[str, Any]:
    """The block's entries under onrecord's keys; what stands under these wins where it is such a thing."""
    own = {key: value for key, value in data.items() if key in _OWN and value is not None}
    for key, others in _OTHERS.items():
        values = (_in_our_form(key, data[other], other == key) for other in (key, *others) if other in data)
        value = next((value for value in values if value), None)
        if value is not None:
            own[key] = value
        elif isinstance(own.get(key), bool) or str(own.get(key, "")).startswith("/"):
            del own[key]  # Jekyll's "published: true", Hugo's "url: /posts/a/"
    return own


def _in_our_form(key: str, value: Any, own: bool) -> Any:
    """A value in our form, or None where it gives no such thing; `own`: it stands under our key."""
    if key == "authors":
        if own and isinstance(value, list) and all(isinstance(one, str) for one in value):
            return [_LINK.sub(r"\1", one) for one in value]  # names as a person gives them
        several = value if isinstance(value, list) else [value]
        texts = [one.get("name") if isinstance(one, dict) else one for one in several]
        names = (_LINK.sub(r"\1", text).strip() for text in texts if isinstance(text, str))
        return [part for name in names for part in _parts(name) if part[:1].isupper() or " " in part]
    if not isinstance(value, str):
        return None
    if key in ("published", "updated"):
        time = _TIME.fullmatch(value.strip())
        if time is None:
            return value if is_date(value) else None
        day, hour, utc, hours, minutes = time.groups()
        return f"{day}T{hour}" + ("+00:00" if utc else f"{hours}:{minutes}" if hours else "")
    if key == "language":
        return value[:2].lower() if _LANGUAGE.fullmatch(value) else None
    address = re.fullmatch(WEB_ADDRESS, value) is not None
    return value if address == (key == "url") else None


def _parts(names: str) -> list[str]:
    """The names in a line of them; "Lee, Ann" is one."""
    turned = _TURNED.fullmatch(names)
    return [f"{turned[2]} {turned[1]}"] if turned else _AND.split(names)
