"""Who speaks to, speaks of and meets whom, counted over the dossier."""

from dataclasses import dataclass
from typing import Literal

from generator.model import Dossier

RelationKind = Literal["speaks to", "speaks of", "meets"]


@dataclass(frozen=True, slots=True)
class Relation:
    """One actor and another, and the records it shows in: statements, or events for `meets`.

    `meets` has no direction; its two actors stand in the order of their ids.
    """

    kind: RelationKind
    actor: str
    other: str
    evidence: tuple[str, ...]


def relations(dossier: Dossier) -> tuple[Relation, ...]:
    """All relations, the most frequent first. Only settled speakers count, and nobody relates to themself."""
    found: dict[tuple[RelationKind, str, str], dict[str, None]] = {}

    def note(kind: RelationKind, actor: str, other: str, evidence: str) -> None:
        if actor != other:
            found.setdefault((kind, actor, other), {})[evidence] = None

    for record in dossier.sources:
        named = [(m.span.start, m.span.end, m.actor) for m in record.mentions if m.actor]
        for quotation in record.quotations:
            speaker = quotation.speaker.actor
            if speaker is None:
                continue
            if quotation.addressee and quotation.addressee.actor:
                note("speaks to", speaker, quotation.addressee.actor, quotation.statement)
            for start, end, actor in named:
                for first, last in quotation.spans:
                    if first <= start and end <= last:
                        note("speaks of", speaker, actor, quotation.statement)
    for event in dossier.events:
        people = sorted(set(event.participants))
        for i, actor in enumerate(people):
            for other in people[i + 1 :]:
                note("meets", actor, other, event.id)
    made = (Relation(kind, actor, other, tuple(ids)) for (kind, actor, other), ids in found.items())
    return tuple(sorted(made, key=lambda r: (-len(r.evidence), r.kind, r.actor, r.other)))
