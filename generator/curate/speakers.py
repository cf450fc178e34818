"""Decisions on who said something."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.curate.follow import follow
from generator.curate.quotes import Placed
from generator.model import NOBODY, Decision, Entity, Evidence, Key, QuotationMention, Resolution


def decide_speakers(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    quotation_id: Mapping[Key, str],
    decisions: Sequence[Decision],
    placed: Placed | None = None,
    moved: Mapping[str, str] | None = None,
) -> tuple[tuple[Evidence, ...], Resolution, tuple[Decision, ...]]:
    """Give each quotation a decision names the speaker it names.

    `quotation_id` is keyed by (source id, index of the quotation); `placed` says where decisions found the words of a
    quotation the program missed, `moved` leads on from the ids of merged records. Returns the evidence, the resolution
    (an article that does not name the speaker gets an entity for them), and the decisions that matched a quotation and
    an actor.
    """
    if not asks_for_quotations(decisions, placed):
        return tuple(evidence), resolution, ()
    names = {actor.id: actor for actor in resolution.actors}
    known = {*names, *quotation_id.values()}
    original = {follow(d, known, moved or {}): d for d in decisions}
    wanted = {d.speaker: d for d in original if d.verb == "speaker"}
    given = {placed[d]: now for now, d in original.items() if d in placed} if placed else {}
    actor_of = dict(resolution.actor_of)
    used: list[Decision] = []
    changed: list[Evidence] = []

    def entity_of(source: str, actor_id: str, entities: list[Entity]) -> int:
        known = next((i for i in range(len(entities)) if actor_of.get((source, i)) == actor_id), None)
        if known is not None:
            return known
        actor = names[actor_id]
        entities.append(Entity(actor.name, actor.kind, ()))  # type: ignore[arg-type]
        actor_of[(source, len(entities) - 1)] = actor_id
        return len(entities) - 1

    for found in evidence:
        source, quotations, entities = found.document.id, list(found.quotations), list(found.entities)
        for index, quotation in enumerate(quotations):
            decision = wanted.get(quotation_id.get((source, index), "")) or given.get((source, quotation.spans[0]))
            if decision is None or decision.value not in {NOBODY, *names}:
                continue
            used.append(original[decision])
            entity = None if decision.value == NOBODY else entity_of(source, decision.value, entities)
            quotations[index] = _spoken(quotation, entity, decision)
        changed.append(replace(found, quotations=tuple(quotations), entities=tuple(entities)))
    return tuple(changed), replace(resolution, actor_of=actor_of), tuple(used)


def asks_for_quotations(decisions: Sequence[Decision], placed: Placed | None = None) -> bool:
    """Whether a decision gives a quotation its speaker, so that it matters under which id each is known."""
    return bool(placed) or any(d.verb == "speaker" for d in decisions)


def _spoken(quotation: QuotationMention, entity: int | None, decision: Decision) -> QuotationMention:
    return replace(quotation, entity=entity, entity_rule=decision.signature, speaker_rule="", certainty="high")
