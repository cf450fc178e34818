"""Evidence to bytes and back, for the cache. JSON, so that a cache from elsewhere can hold nothing that runs."""

import pydantic

from generator.model import Evidence
from generator.records.shape import adapter


def encode_evidence(evidence: Evidence) -> bytes:
    """The evidence as JSON; the same evidence gives the same bytes."""
    return adapter(Evidence).dump_json(evidence)


def decode_evidence(data: bytes) -> Evidence | None:
    """The evidence, or None when the bytes are not what `encode_evidence` wrote (cut off, of another version)."""
    try:
        evidence: Evidence = adapter(Evidence).validate_json(data)
    except pydantic.ValidationError:
        return None
    return evidence
