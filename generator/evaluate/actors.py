"""How well it is told who acts in an article: everybody under one full name, and nobody who is not there."""

from collections.abc import Iterator, Sequence

from generator.evaluate.counts import Counts
from generator.evaluate.gold import GoldActor, GoldArticle
from generator.model import Actor

Pair = tuple[GoldActor, Actor]


def actor_counts(article: GoldArticle, found: Sequence[Actor]) -> dict[str, Counts]:
    """The counts of one annotated article: `name` where the full name is right, `kind` where its kind is right too."""
    pairs, missed, extra = _aligned(article, found)
    there, ours = len(pairs) + len(missed), len(pairs) + len(extra)
    same_kind = sum(gold.kind == actor.kind for gold, actor in pairs)
    return {"actors, name": Counts(len(pairs), ours, there), "actors, kind": Counts(same_kind, ours, there)}


def actor_differences(article: GoldArticle, found: Sequence[Actor]) -> Iterator[str]:
    """A line for everybody missed, found too much or taken for something else."""
    pairs, missed, extra = _aligned(article, found)
    yield from (f"missed: {gold.name}, {gold.kind}" for gold in missed)
    yield from (f"too much: {actor.name}, {actor.kind}" for actor in extra)
    yield from (f"kind: {a.name} is {a.kind}, annotated {gold.kind}" for gold, a in pairs if gold.kind != a.kind)


def _aligned(article: GoldArticle, found: Sequence[Actor]) -> tuple[list[Pair], list[GoldActor], list[Actor]]:
    """Who is in both, who was missed, and who was found too much; an optional one is in neither list."""
    ours = {actor.name.casefold(): actor for actor in reversed(found)}
    pairs: list[Pair] = []
    missed: list[GoldActor] = []
    settled: set[str] = set()
    for gold in article.actors or ():
        names = [name.casefold() for name in (gold.name, *gold.also)]
        actor = next((ours[name] for name in names if name in ours), None)
        if actor is not None:
            settled.add(actor.id)
        if gold.optional:
            continue
        if actor is None:
            missed.append(gold)
        else:
            pairs.append((gold, actor))
    return pairs, missed, [actor for actor in found if actor.id not in settled]
