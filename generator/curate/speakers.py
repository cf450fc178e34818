"""Decisions on who said something."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import Decision, Entity, Evidence, Key, Resolution

NOBODY = "nobody"


def decide_speakers(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    quotation_id: Mapping[Key, str],
    decisions: Sequence[Decision],
) -> tuple[tuple[Evidence, ...], Resolution, tuple[Decision, ...]]:
    """Give each quotation a decision names the speaker it names.

    `quotation_id` is keyed by (source id, index of the quotation). Returns the evidence, the resolution (an article
    that does not name the speaker gets an entity for them), and the decisions that matched a quotation and an actor.
    """
    wanted = {d.speaker: d for d in decisions if d.verb == "speaker"}
    names = {actor.id: actor for actor in resolution.actors}
    actor_of = dict(resolution.actor_of)
    used: list[Decision] = []
    changed: list[Evidence] = []
    for found in evidence:
        source, quotations, entities = found.document.id, list(found.quotations), list(found.entities)
        for index, quotation in enumerate(quotations):
            decision = wanted.get(quotation_id.get((source, index), ""))
            if decision is None or decision.to not in {NOBODY, *names}:
                continue
            used.append(decision)
            entity = None
            if decision.to != NOBODY:
                known = (i for i in range(len(entities)) if actor_of.get((source, i)) == decision.to)
                entity = next(known, None)
                if entity is None:
                    actor = names[str(decision.to)]
                    kind = actor.kind if actor.kind in {"person", "organisation", "state", "group"} else "unknown"
                    entity = len(entities)
                    entities.append(Entity(actor.name, kind, ()))  # type: ignore[arg-type]
                    actor_of[(source, entity)] = actor.id
            quotations[index] = replace(
                quotation, entity=entity, entity_rule=decision.signature, speaker_rule="", certainty="high"
            )
        changed.append(replace(found, quotations=tuple(quotations), entities=tuple(entities)))
    return tuple(changed), replace(resolution, actor_of=actor_of), tuple(used)
