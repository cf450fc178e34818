"""Evidence to bytes and back, for the cache and from process to process: rows behind their sum, so that nothing is read
but what was written whole. They are plain values, but `marshal` trusts what it reads, and who writes an entry also
writes its sum: a cache has to be the user's own."""

import marshal

from generator.model import Evidence
from generator.records.rows import Convert, read, written
from generator.sums import WIDE, sum_of


def encode_evidence(evidence: Evidence) -> bytes:
    """The evidence as bytes."""
    rows = marshal.dumps(_known(written(Evidence))(evidence))
    return sum_of(rows) + rows


def decode_evidence(data: bytes) -> Evidence | None:
    """The evidence, or None when the bytes are not what `encode_evidence` wrote (cut off, damaged)."""
    rows = data[WIDE:]
    if not rows or sum_of(rows) != data[:WIDE]:
        return None
    evidence: Evidence = _known(read(Evidence))(marshal.loads(rows))
    return evidence


def _known(convert: Convert | None) -> Convert:
    assert convert is not None
    return convert
