"""What was left open between actors, as it is published: who may be the same, whom a name may mean."""

from dataclasses import replace

from generator.model import Actor, Perhaps, Resolution


def actor_records(resolution: Resolution) -> tuple[Actor, ...]:
    """The actors, each with those that may be the same and were kept apart."""
    perhaps: dict[str, dict[str, str]] = {}
    for doubt in resolution.doubts:
        one, other = resolution.actor_of.get(doubt.one), resolution.actor_of.get(doubt.other)
        if one is not None and other is not None and one != other:
            perhaps.setdefault(one, {}).setdefault(other, doubt.why)
            perhaps.setdefault(other, {}).setdefault(one, doubt.why)
    return tuple(
        replace(a, perhaps=tuple(Perhaps(id_, why) for id_, why in sorted(perhaps[a.id].items())))
        if a.id in perhaps
        else a
        for a in resolution.actors
    )


def why_joined(resolution: Resolution, source: str, entity: int | None) -> str:
    """Why an entity without a name was linked across documents; "" where it was not."""
    return "" if entity is None else resolution.rule_of.get((source, entity), "")


def why_open(resolution: Resolution, source: str, entity: int | None) -> str:
    """Why a name was left unlinked across documents; "" where it was not."""
    left = None if entity is None else resolution.unsure.get((source, entity))
    return left.why if left is not None else ""


def candidates(resolution: Resolution, source: str, entity: int | None) -> tuple[str, ...]:
    """The actors a name that was left unlinked may mean."""
    left = None if entity is None else resolution.unsure.get((source, entity))
    found = (resolution.actor_of.get(key) for key in left.candidates) if left is not None else ()
    return tuple(dict.fromkeys(actor for actor in found if actor is not None))
