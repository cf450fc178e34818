"""What contradicts what: figures, dates of one event, wordings of one statement, claim and denial, roles."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.corroborate.claims.answers import answers
from generator.corroborate.claims.disputes import denials, disputes
from generator.corroborate.claims.opposites import opposites
from generator.corroborate.claims.rejections import rejections
from generator.corroborate.days.conflicting import day_conflicts
from generator.corroborate.events.occurrences import acts_for
from generator.corroborate.figures.conflicting import figure_conflicts
from generator.corroborate.ids import conflict_ids
from generator.corroborate.stories import Stories
from generator.corroborate.wordings.contradictions import roles, wordings
from generator.corroborate.wordings.labels import labels
from generator.corroborate.wordings.requoted import requoted
from generator.corroborate.wordings.reversals import reversals
from generator.model import Conflict, ConflictSide, Copies, Event, Evidence, Key, Resolution, Statement
from generator.remembered import Remembered


def conflicts_of_words(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    statements: Sequence[Statement],
    copied: Sequence[Copies],
    quotation_id: Mapping[Key, str],
    told: Stories,
    known: Remembered,
) -> list[Conflict]:
    """What quotations contradict each other in, without ids; silent where it is not plain that both sides speak of one
    thing. `known` is what was found before in articles of which all is the same that `named_in` has of them."""
    statement_of = {id_: s.id for s in statements for id_ in s.quotations}
    found = [
        *wordings(evidence, statements, quotation_id),
        *reversals(evidence, resolution, quotation_id, statement_of, told),
        *disputes(evidence, resolution, quotation_id, statement_of, told, known),
        *rejections(evidence, resolution, quotation_id, statement_of, known),
    ]
    found += requoted(evidence, statements, quotation_id, copied, found)
    found += labels(evidence, resolution, quotation_id, statement_of, copied, told, found)
    found += answers(evidence, resolution, quotation_id, statement_of, found, known)
    found += opposites(evidence, resolution, quotation_id, statement_of, told, found, known)
    return _with_all_denials(found, statement_of)


def _with_all_denials(found: Sequence[Conflict], statement_of: Mapping[str, str]) -> list[Conflict]:
    """The conflicts, those of one claim as one: whoever denies it, and in whatever words."""
    at: dict[str, int] = {}
    out: list[Conflict] = []
    for conflict in found:
        claimed = [statement_of.get(one, one) for one in conflict.sides[0].evidence if isinstance(one, str)]
        known = next((at[one] for one in claimed if one in at), None) if conflict.kind == "claim" else None
        if known is None:
            if conflict.kind == "claim":
                at |= dict.fromkeys(claimed, len(out))
            out.append(conflict)
        else:
            at |= {one: at.get(one, known) for one in claimed}
            sides = zip(out[known].sides, conflict.sides, strict=True)
            out[known] = replace(
                out[known],
                sides=tuple(replace(a, evidence=tuple(dict.fromkeys((*a.evidence, *b.evidence)))) for a, b in sides),
            )
    return out


def conflicts_of_facts(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    events: Sequence[Event],
    event_of: Mapping[Key, str],
    copied: Sequence[Copies],
    figure_id: Mapping[Key, str],
    told: Stories,
    known: Remembered,
) -> list[Conflict]:
    """What sources contradict each other in on figures, days, events and roles, without ids; silent as above.
    `known` is as above, but for what `happened_in` has of them too."""
    return [
        *figure_conflicts(evidence, resolution, event_of, copied, figure_id, events, told, known),
        *day_conflicts(evidence, event_of, told, known),
        *denials(evidence, events, event_of),
        *roles(evidence, resolution, told),
    ]


def named_in(evidence: Sequence[Evidence], resolution: Resolution) -> dict[str, object]:
    """Who and where the names of each article are: with its own findings all that it is compared by."""
    acting = acts_for(resolution.actors)
    about = {actor.id: (actor.id, actor.kind, sorted(acting.get(actor.id, ()))) for actor in resolution.actors}
    found: dict[str, object] = {}
    for e in evidence:
        names = [(e.document.id, index) for index in range(len(e.entities))]
        actors = [about.get(resolution.actor_of.get(key, "")) for key in names]
        found[e.document.id] = (actors, [resolution.place_of.get(key) for key in names])
    return found


def happened_in(
    evidence: Sequence[Evidence], events: Sequence[Event], event_of: Mapping[Key, str]
) -> dict[str, object]:
    """The events that each article tells of, as figures are compared by them."""
    about = {event.id: (event.id, event.type, event.place, event.date.value) for event in events}
    return {
        e.document.id: [about.get(event_of.get((e.document.id, index), "")) for index in range(len(e.events))]
        for e in evidence
    }


def named(found: Sequence[Conflict]) -> tuple[Conflict, ...]:
    """The conflicts with their ids, in the order of kind and id; each side has its evidence, and none is right."""
    ids = conflict_ids([(c.kind, tuple(_first(side) for side in c.sides)) for c in found])
    return tuple(sorted((replace(c, id=id_) for c, id_ in zip(found, ids, strict=True)), key=lambda c: (c.kind, c.id)))


def _first(side: ConflictSide) -> str:
    first = side.evidence[0]
    return first if isinstance(first, str) else f"{first.source} {first.span.start} {first.span.end}"
