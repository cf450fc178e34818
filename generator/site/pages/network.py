"""The network: who speaks to, speaks of and meets whom, as a picture and as tables."""

from dataclasses import dataclass

from generator.site.clean import shortened
from generator.site.narrowing import Choice, choices_of
from generator.site.pictures.graph import Graph, graph_of, relation_sources, row_id
from generator.site.refs import actor_ref
from generator.site.relations import Relation
from generator.site.views import Here, Ref


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One actor and another, and how often; links to the first records it shows in. `actors` and `sources` are the ids
    the table can be narrowed to."""

    id: str
    actor: Ref
    other: Ref
    count: int
    evidence: tuple[Ref, ...]
    actors: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """The most frequent relations of one kind, of `total`."""

    id: str
    name: str
    kind: str
    rows: tuple[RelationRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class NetworkContext:
    """Who speaks to, speaks of and meets whom. `picture` is None where nobody does; `choices` are what picture and
    tables can be narrowed to."""

    groups: tuple[RelationGroup, ...]
    picture: Graph | None
    choices: tuple[Choice, ...]


RELATIONS = 200  # rows of a table in the network
EVIDENCE = 12  # links in one of its rows
GROUPS = (("speaks to", "Who speaks to whom"), ("speaks of", "Who speaks of whom"), ("meets", "Who meets whom"))


def network_context(here: Here) -> NetworkContext:
    """The context of the network page: the tables hold what the picture shows, however many are more frequent."""
    groups, shown, picture = [], [], graph_of(here)
    drawn = {edge.href for edge in picture.edges} if picture else set()
    for kind, name in GROUPS:
        found = [r for r in here.lookup.relations if r.kind == kind]
        listed = [r for n, r in enumerate(found) if n < RELATIONS or f"#{row_id(r)}" in drawn]
        shown += listed
        groups.append(
            RelationGroup(kind.replace(" ", "-"), name, kind, tuple(_row(here, r) for r in listed), len(found))
        )
    actors = (a for r in shown for a in (r.actor, r.other))
    sources = (s for r in shown for s in relation_sources(here, r))
    return NetworkContext(tuple(groups), picture, choices_of(here, actors, sources))


def _row(here: Here, relation: Relation) -> RelationRow:
    section = "event" if relation.kind == "meets" else "statement"
    ids = enumerate(relation.evidence[:EVIDENCE], 1)
    return RelationRow(
        id=row_id(relation),
        actor=actor_ref(here, relation.actor),
        other=actor_ref(here, relation.other),
        count=len(relation.evidence),
        evidence=tuple(Ref(here.at.record(section, i), str(n), _title(here, i)) for n, i in ids),
        actors=(relation.actor, relation.other),
        sources=relation_sources(here, relation),
    )


def _title(here: Here, record_id: str) -> str:
    event = here.lookup.events.get(record_id)
    if event:
        return event.name
    return shortened(here.lookup.leading(here.lookup.statements[record_id])[1].text, 120)
