"""Decisions on who is who: same, not the same, rename, kind."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.model import Actor, Alias, Decision, Evidence, Resolution, Role


def decide_actors(
    resolution: Resolution, evidence: Sequence[Evidence], decisions: Sequence[Decision]
) -> tuple[Resolution, tuple[Decision, ...]]:
    """Apply the decisions in order; returns the new resolution and the decisions that matched an actor."""
    used = []
    for decision in decisions:
        known = {actor.id for actor in resolution.actors}
        if decision.verb == "same" and set(decision.same) <= known:
            resolution = _join(resolution, decision)
        elif decision.verb == "not_same" and decision.not_same[0] in known:
            resolution = _part(resolution, evidence, decision)
        elif decision.verb in {"rename", "kind"} and (decision.rename or decision.kind) in known:
            resolution = replace(resolution, actors=tuple(_edited(a, decision) for a in resolution.actors))
        else:
            continue
        used.append(decision)
    return resolution, tuple(used)


def _edited(actor: Actor, decision: Decision) -> Actor:
    to = decision.to or ""
    if decision.rename == actor.id:
        return replace(actor, name=to, notes=(*actor.notes, f"named “{to}”: {decision.signature}"))
    if decision.kind == actor.id:
        return replace(actor, kind=to, notes=(*actor.notes, f"is a {to}: {decision.signature}"))
    return actor


def _join(resolution: Resolution, decision: Decision) -> Resolution:
    """All the named actors become the first."""
    first, *others = (next(a for a in resolution.actors if a.id == id_) for id_ in dict.fromkeys(decision.same))
    gone = {a.id for a in others}
    whole = replace(
        first,
        roles=_merged_roles([first, *others]),
        aliases=_merged_aliases([first, *others]),
        notes=(*first.notes, f"joined with {', '.join(a.name for a in others)}: {decision.signature}"),
    )
    return replace(
        resolution,
        actors=tuple(whole if a.id == first.id else a for a in resolution.actors if a.id not in gone),
        actor_of={key: first.id if id_ in gone else id_ for key, id_ in resolution.actor_of.items()},
    )


def _part(resolution: Resolution, evidence: Sequence[Evidence], decision: Decision) -> Resolution:
    """Take out of the first actor the entities whose name is that of the second.

    `not_same: [biden, Hunter Biden]` makes an actor of its own of every entity that is spelled so.
    """
    whole, other = decision.not_same[0], decision.not_same[1]
    names = {(e.document.id, i): entity.name for e in evidence for i, entity in enumerate(e.entities)}
    moved = [
        k for k, id_ in resolution.actor_of.items() if id_ == whole and names.get(k, "").casefold() == other.casefold()
    ]
    if not moved:
        return resolution
    actor = next(a for a in resolution.actors if a.id == whole)
    new_id = _free("-".join(other.casefold().split()), {a.id for a in resolution.actors})
    apart = [alias for alias in actor.aliases if alias.text.casefold() == other.casefold()]
    note = f"kept apart: {decision.signature}"
    rest = replace(actor, aliases=tuple(a for a in actor.aliases if a not in apart), notes=(*actor.notes, note))
    new = Actor(new_id, other, actor.kind, (), tuple(apart), (note,))
    actors = sorted([*(rest if a.id == whole else a for a in resolution.actors), new], key=lambda a: a.id)
    return replace(resolution, actors=tuple(actors), actor_of={**resolution.actor_of, **dict.fromkeys(moved, new_id)})


def _free(wanted: str, taken: set[str]) -> str:
    return wanted if wanted not in taken else next(n for i in range(2, 9999) if (n := f"{wanted}-{i}") not in taken)


def _merged_roles(actors: Iterable[Actor]) -> tuple[Role, ...]:
    sources: dict[tuple[str, str], set[str]] = defaultdict(set)
    for actor in actors:
        for role in actor.roles:
            sources[(role.text, role.flag)].update(role.sources)
    return tuple(Role(text, tuple(sorted(found)), flag) for (text, flag), found in sources.items())


def _merged_aliases(actors: Iterable[Actor]) -> tuple[Alias, ...]:
    merged: dict[str, Alias] = {}
    for actor in actors:
        for alias in actor.aliases:
            before = merged.get(alias.text)
            both = tuple(sorted({*alias.sources, *(before.sources if before else ())}))
            merged[alias.text] = replace(alias, count=alias.count + (before.count if before else 0), sources=both)
    return tuple(merged.values())
