"""JSON Schemas of what people write, for editors that check and complete YAML while it is typed.

They are made from the same records that read it (JSON Schema 2020-12, https://json-schema.org/draft/2020-12). Whether
an id exists and words stand in an article, only a run can tell.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from generator.config import Settings
from generator.model import ACTOR_KINDS, EDITABLE, VERBS, Sidecar
from generator.records.decisions import DATE, LISTS
from generator.records.settings import WEB_ADDRESS
from generator.records.shape import adapter

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SAYS = re.compile(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)
_SIGNED = {
    "by": "Who decided it; shown to readers.",
    "on": "When it was decided, as a date.",
    "why": "The reason; shown to readers.",
}
_NEEDED = {key for verb in VERBS.values() for key, _ in verb.needs}


def json_schemas() -> Mapping[str, str]:
    """The schemas as JSON text: `dossier` for `seeds/dossier.yml`, `decisions` for `seeds/decisions/NAME.yml`,
    `sidecar` for a `NAME.yml` beside an article."""
    settings = _record(Settings, "Settings and decisions of a dossier: seeds/dossier.yml")
    settings["properties"]["today"]["pattern"] = f"^(?:{DATE})$"
    settings["properties"]["decisions"] = _decisions()
    sidecar = _record(Sidecar, "What a person gives about an article: NAME.yml beside NAME.txt")
    for name, pattern in (("published", DATE), ("updated", DATE), ("url", WEB_ADDRESS)):
        sidecar["properties"][name]["pattern"] = f"^(?:{pattern})$"
    alone = {"anyOf": [_decisions(), _object({"decisions": _decisions()}, "")]}
    decisions = {"$schema": _DIALECT, "title": "Decisions: seeds/decisions/NAME.yml", **alone}
    return {
        name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in (("dossier", settings), ("decisions", decisions), ("sidecar", sidecar))
    }


def _record(kind: type, title: str) -> dict[str, Any]:
    """The schema of a flat record, each field with what the record's docstring says of it; null is the default."""
    made = adapter(kind).json_schema()
    says = {name: " ".join(text.split()) for name, text in _SAYS.findall(kind.__doc__ or "")}
    properties = {}
    for name, field in made["properties"].items():
        told = {"description": says[name][:1].upper() + says[name][1:]} if name in says else {}
        properties[name] = {**told, **{k: v for k, v in field.items() if k != "title"}}
    return {"$schema": _DIALECT, "title": title, **_object(properties, "")}


def _object(properties: Mapping[str, Any], says: str) -> dict[str, Any]:
    told = {"description": says} if says else {}
    # an empty file, or one of comments alone, is null
    return {**told, "type": ["object", "null"], "properties": dict(properties), "additionalProperties": False}


def _decisions() -> dict[str, Any]:
    says = "What people decided about the records, in order; see the reference, Decisions."
    return {"description": says, "type": ["array", "null"], "items": _decision()}


def _decision() -> dict[str, Any]:
    """One decision. Each verb's rule is a condition of its own, so that an editor names the key that is missing."""
    about = {name: {"description": _sentence(verb.about), **_given(name)} for name, verb in VERBS.items()}
    text = {"type": "string"}
    further = {
        "to": {"description": "What it becomes.", "type": ["string", "number"]},
        "field": {"description": "Which field.", "enum": sorted({f for fields in EDITABLE.values() for f in fields})},
        "words": {"description": "The words, as the article has them.", **text},
        "until": {"description": "The date on which it may be published.", **text, "pattern": f"^(?:{DATE})$"},
    }
    signed = {key: {"description": says, **text} for key, says in _SIGNED.items()}
    return {
        "type": "object",
        "properties": {**about, **further, **signed},
        "additionalProperties": False,
        "oneOf": [{"required": [name]} for name in VERBS],
        "allOf": [{"if": {"required": [name]}, "then": _then(name)} for name in VERBS],
    }


def _given(verb: str) -> dict[str, Any]:
    """What a verb is given: an id, or a list."""
    listed: dict[str, Any] = {"type": "array", "items": {"type": "string"}, "minItems": 2}
    if verb == "not_same":
        return {**listed, "maxItems": 2}
    if verb in LISTS:
        return listed
    if verb == "redact":
        return {"type": ["string", "array"], "items": {"type": "string"}}
    return {"type": "string"}


def _then(verb: str) -> dict[str, Any]:
    """Which further keys a verb needs, and which it cannot have."""
    needs = dict(VERBS[verb].needs)
    properties: dict[str, Any] = {key: {"description": _sentence(says)} for key, says in needs.items()}
    properties |= dict.fromkeys(sorted(_NEEDED - set(needs)), False)
    if verb == "kind":
        properties["to"]["enum"] = list(ACTOR_KINDS)
    if verb == "date":
        properties["to"]["pattern"] = f"^(?:{DATE})$"
    return {"required": list(needs), "properties": properties}


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
