"""What contradicts what: figures, dates of one event, wordings of one statement, claim and denial, roles."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.corroborate.absences import absences
from generator.corroborate.answers import answers
from generator.corroborate.clause_days import clause_days
from generator.corroborate.contradictions import dates, roles, wordings
from generator.corroborate.disputes import denials, disputes
from generator.corroborate.figures import figure_conflicts
from generator.corroborate.ids import conflict_ids
from generator.corroborate.main_days import main_days
from generator.corroborate.rejections import rejections
from generator.corroborate.requoted import requoted
from generator.corroborate.reversals import reversals
from generator.corroborate.single_days import single_days
from generator.corroborate.stories import Stories
from generator.model import Conflict, ConflictSide, Copies, Event, Evidence, Key, Resolution, Statement


def conflicts(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    statements: Sequence[Statement],
    events: Sequence[Event],
    event_of: Mapping[Key, str],
    copied: Sequence[Copies],
    quotation_id: Mapping[Key, str],
    figure_id: Mapping[Key, str],
    told: Stories,
) -> tuple[Conflict, ...]:
    """Everything the sources contradict each other in, each side with its evidence; never which side is right.

    Silent where it is not plain that both sides speak of one thing.
    """
    statement_of = {id_: s.id for s in statements for id_ in s.quotations}
    found = [
        *figure_conflicts(evidence, resolution, event_of, copied, figure_id, events, told),
        *dates(evidence, events, resolution, told),
        *single_days(evidence, told),
        *wordings(evidence, statements, quotation_id),
        *reversals(evidence, resolution, quotation_id, statement_of, told),
        *denials(evidence, events, event_of),
        *disputes(evidence, resolution, quotation_id, statement_of, told),
        *rejections(evidence, resolution, quotation_id, statement_of),
        *roles(evidence, resolution, told),
    ]
    found += main_days(evidence, told, found)
    found += requoted(evidence, statements, quotation_id, copied, found)
    found += clause_days(evidence, told, found)
    found += answers(evidence, resolution, quotation_id, statement_of, found)
    found += absences(evidence, resolution, quotation_id, statement_of, told, found)
    ids = conflict_ids([(c.kind, tuple(_first(side) for side in c.sides)) for c in found])
    named = [replace(c, id=id_) for c, id_ in zip(found, ids, strict=True)]
    return tuple(sorted(named, key=lambda c: (c.kind, c.id)))


def _first(side: ConflictSide) -> str:
    first = side.evidence[0]
    return first if isinstance(first, str) else f"{first.source} {first.span.start} {first.span.end}"
