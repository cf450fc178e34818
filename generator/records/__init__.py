"""YAML and JSON in and out, validated: the only home of yaml and pydantic."""

from generator.records.decisions import appended, is_date, read_decisions
from generator.records.dossier import dossier_files, load_dossier
from generator.records.evidence import decode_evidence, encode_evidence
from generator.records.files import Files, SourceSums
from generator.records.front_matter import front_matter
from generator.records.json_schema import json_schemas
from generator.records.ledger import load_ledger
from generator.records.settings import load_settings, load_sidecar, may_hide
from generator.records.shape import from_plain, to_plain, told_fields, told_json, told_json_of
from generator.records.yaml_text import dump_yaml, load_yaml

__all__ = [
    "Files",
    "SourceSums",
    "appended",
    "decode_evidence",
    "dossier_files",
    "dump_yaml",
    "encode_evidence",
    "from_plain",
    "front_matter",
    "is_date",
    "json_schemas",
    "load_dossier",
    "load_ledger",
    "load_settings",
    "load_sidecar",
    "load_yaml",
    "may_hide",
    "read_decisions",
    "to_plain",
    "told_fields",
    "told_json",
    "told_json_of",
]
