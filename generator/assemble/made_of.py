"""What the record of a source is made of besides what was found in it: by this a run tells that it is as it was."""

from collections.abc import Iterator, Sequence

from generator.assemble.left_open import candidates
from generator.model import Corroboration, Evidence, Key, Resolution


def links(
    evidence: Sequence[Evidence], resolution: Resolution, compared: Corroboration
) -> Iterator[tuple[str, tuple[object, ...]]]:
    """What the record of each document is made of besides its evidence, by the document's id."""
    original = originals(compared)
    for e in evidence:
        source = e.document.id
        who = [
            (
                resolution.actor_of.get(key),
                resolution.place_of.get(key),
                resolution.rule_of.get(key),
                (left.why, candidates(resolution, *key)) if (left := resolution.unsure.get(key)) else None,
            )
            for key in ((source, k) for k in range(len(e.entities)))
        ]
        said = [(compared.quotation_id[key], compared.statement_of[key]) for key in _keys(source, e.quotations)]
        happened = [compared.event_of.get(key) for key in _keys(source, e.events)]
        counted = [compared.figure_id[key] for key in _keys(source, e.figures)]
        yield source, (who, said, happened, counted, original.get(source), source in compared.swapped)


def originals(compared: Corroboration) -> dict[str, str]:
    """The original of each copy."""
    return {source: c.original for c in compared.copies for source in c.sources if source != c.original}


def _keys(source: str, found: Sequence[object]) -> Iterator[Key]:
    return ((source, index) for index in range(len(found)))
