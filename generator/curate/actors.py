"""Decisions on who is who: same, not the same, rename, kind, role."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.curate.follow import follow
from generator.model import ACTOR_KINDS, Actor, Alias, Decision, Evidence, Resolution, Role


def decide_actors(
    resolution: Resolution,
    evidence: Sequence[Evidence],
    decisions: Sequence[Decision],
    moved: Mapping[str, str] | None = None,
) -> tuple[Resolution, dict[str, str], tuple[Decision, ...]]:
    """Apply the decisions in order; returns the new resolution and the decisions that matched an actor.

    `moved` leads from the ids of merged records to those they are now in; what is joined here is added to it.
    """
    used = []
    moved = dict(moved or {})
    for original in decisions:
        known = {actor.id for actor in resolution.actors}
        decision = follow(original, known, moved)
        if decision.verb == "same" and set(decision.same) <= known:
            resolution = _join(resolution, decision)
            moved |= {id_: decision.same[0] for id_ in decision.same[1:] if id_ != decision.same[0]}
        elif decision.verb == "not_same" and decision.not_same[0] in known:
            apart = _part(resolution, evidence, decision)
            if apart is resolution:
                continue
            resolution = apart
        elif decision.about and decision.about[0] in known and _editing(decision):
            resolution = replace(resolution, actors=tuple(_edited(a, decision) for a in resolution.actors))
        else:
            continue
        used.append(original)
    return resolution, moved, tuple(used)


def _editing(decision: Decision) -> str:
    """Which field of an actor a decision sets: name, kind, role, or none."""
    if decision.verb == "edit":
        fits = decision.field == "name" or (decision.field == "kind" and decision.to in ACTOR_KINDS)
        return str(decision.field) if fits else ""
    return {"rename": "name", "kind": "kind", "role": "role"}.get(decision.verb, "")


def _edited(actor: Actor, decision: Decision) -> Actor:
    if decision.about[0] != actor.id:
        return actor
    to, field = decision.value, _editing(decision)
    if field == "name":
        return replace(actor, name=to, notes=(*actor.notes, f"named “{to}”: {decision.signature}"))
    if field == "kind":
        return replace(
            actor, kind=to, notes=(*actor.notes, f"is {'an' if to[:1] in 'aeiou' else 'a'} {to}: {decision.signature}")
        )
    stated = tuple(r for r in actor.roles if r.text.casefold() == to.casefold())
    role = Role(to, tuple(sorted({s for r in stated for s in r.sources})))
    others = tuple(r for r in actor.roles if r not in stated)
    return replace(actor, roles=(role, *others), notes=(*actor.notes, f"role “{to}”: {decision.signature}"))


def _join(resolution: Resolution, decision: Decision) -> Resolution:
    """All the named actors become the first."""
    first, *others = (next(a for a in resolution.actors if a.id == id_) for id_ in dict.fromkeys(decision.same))
    if not others:
        return resolution
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

    `not_same: [biden, Hunter Biden]` makes an actor of its own of every entity that is spelled so, unless that is all
    there is of the first.
    """
    whole, other = decision.not_same[0], decision.not_same[1]
    names = {(e.document.id, i): entity.name for e in evidence for i, entity in enumerate(e.entities)}
    moved = [
        k for k, id_ in resolution.actor_of.items() if id_ == whole and names.get(k, "").casefold() == other.casefold()
    ]
    if not moved or len(moved) == sum(id_ == whole for id_ in resolution.actor_of.values()):
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
