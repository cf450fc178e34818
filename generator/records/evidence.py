"""Evidence to bytes and back, for the cache and from process to process: rows behind their sum, so that nothing is read
but what was written whole. They are plain values, but `marshal` trusts what it reads, and who writes an entry also
writes its sum: a cache has to be the user's own."""

import marshal
from hashlib import blake2b

from generator.model import Evidence
from generator.records.rows import Convert, read, written

_SUM = 16


def encode_evidence(evidence: Evidence) -> bytes:
    """The evidence as bytes."""
    rows = marshal.dumps(_known(written(Evidence))(evidence))
    return _sum(rows) + rows


def decode_evidence(data: bytes) -> Evidence | None:
    """The evidence, or None when the bytes are not what `encode_evidence` wrote (cut off, damaged)."""
    rows = data[_SUM:]
    if not rows or _sum(rows) != data[:_SUM]:
        return None
    evidence: Evidence = _known(read(Evidence))(marshal.loads(rows))
    return evidence


def _known(convert: Convert | None) -> Convert:
    assert convert is not None
    return convert


def _sum(rows: bytes) -> bytes:
    return blake2b(rows, digest_size=_SUM).digest()
