"""What the documents have in common and where they differ: statements, events, conflicts, copies."""

from collections.abc import Sequence

from generator.corroborate.conflicts import conflicts
from generator.corroborate.events import events
from generator.corroborate.ids import figure_ids, quotation_ids
from generator.corroborate.statements import statements
from generator.corroborate.stories import stories_of
from generator.corroborate.syndication import copies, with_shingles
from generator.model import Copies, Corroboration, Evidence, Resolution

__all__ = ["copies", "corroborate", "with_shingles"]


def corroborate(
    evidence: Sequence[Evidence], resolution: Resolution, copied: Sequence[Copies] | None = None
) -> Corroboration:
    """Compare all evidence: which quotations are one statement, which mentions one event, what contradicts what, and
    which sources copy which. The order of `evidence` has no influence. `copied` is what `copies` finds, where that is
    known."""
    evidence = sorted(evidence, key=lambda e: e.document.id)
    quotation_id, figure_id = quotation_ids(evidence), figure_ids(evidence)
    copied = copies(evidence) if copied is None else tuple(copied)
    told = stories_of(evidence, resolution)
    said = statements(evidence, resolution, copied, quotation_id, told)
    happened = events(evidence, resolution, told)
    contradictions = conflicts(
        evidence, resolution, said.statements, happened.events, happened.of, copied, quotation_id, figure_id, told
    )
    return Corroboration(
        statements=said.statements,
        events=happened.events,
        conflicts=contradictions,
        copies=copied,
        quotation_id=quotation_id,
        statement_of=said.of,
        figure_id=figure_id,
        event_of=happened.of,
    )
