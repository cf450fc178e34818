"""The picture of the network: who speaks to, speaks of and meets whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from generator.site import wording
from generator.site.clean import shortened
from generator.site.pictures.layout import apart, placed
from generator.site.refs import actor_ref
from generator.site.relations import Relation
from generator.site.views import Here

WIDTH, HEIGHT = 720, 540
NODES = 24  # names that can be read beside one another
EDGES = 70  # lines that can be told apart between them
LETTER, LINE = 7.2, 20  # a letter's width and a line's height at the size of the names
BENDS = {"speaks to": 0.1, "speaks of": 0.22, "meets": 0.0}  # so that lines between the same two part


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: `x` and `y` in per cent of the picture, `r` its radius in pixels, `kind` person, state and so on."""

    href: str
    name: str
    note: str
    kind: str
    id: str
    x: float
    y: float
    r: float
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie: `path` as SVG has it, and what a script needs to draw it anew: the ends' numbers and the `bend`.

    `href` leads to the row of the table.
    """

    href: str
    label: str
    kind: str
    path: str
    start: int
    end: int
    bend: float
    stroke: float
    actors: tuple[str, str]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """The picture, and what it leaves out: of how many actors and ties it shows the most frequent."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    all_actors: int
    all_ties: int


def row_id(relation: Relation) -> str:
    """The name of a relation's row in the tables."""
    return f"{relation.kind.replace(' ', '-')}--{relation.actor}--{relation.other}"


def relation_sources(here: Here, relation: Relation) -> tuple[str, ...]:
    """The sources a relation shows in, in order."""
    lookup = here.lookup
    records = (lookup.events[i] if relation.kind == "meets" else lookup.statements[i] for i in relation.evidence)
    return tuple(dict.fromkeys(s for r in records for s in r.sources))


def graph_of(here: Here) -> Graph | None:
    """The picture of the most frequent ties; None where there is none."""
    relations = here.lookup.relations
    if not relations:
        return None
    weight: dict[str, int] = {}
    for r in relations:
        for actor in (r.actor, r.other):
            weight[actor] = weight.get(actor, 0) + len(r.evidence)
    names = sorted(weight, key=lambda a: (-weight[a], a))[:NODES]
    shown = [r for r in relations if r.actor in names and r.other in names][:EDGES]
    names = [a for a in names if any(a in (r.actor, r.other) for r in shown)]
    most = max((len(here.lookup.spoken_by.get(a, ())) for a in names), default=0)
    radius = {a: round(5 + 9 * sqrt(len(here.lookup.spoken_by.get(a, ())) / max(most, 1)), 1) for a in names}
    at = _positions(here, names, shown, radius)
    return Graph(
        WIDTH,
        HEIGHT,
        tuple(_node(here, a, at[a], radius[a], shown) for a in names),
        tuple(_edge(here, r, names, at, radius) for r in shown),
        len(weight),
        len(relations),
    )


def _name(here: Here, actor: str) -> str:
    return shortened(here.lookup.actors[actor].name, 26)


def _positions(
    here: Here, names: list[str], shown: Iterable[Relation], radius: dict[str, float]
) -> dict[str, tuple[float, float]]:
    ties: dict[tuple[str, str], float] = {}
    for r in shown:
        pair = (min(r.actor, r.other), max(r.actor, r.other))
        ties[pair] = ties.get(pair, 0.0) + len(r.evidence)
    sizes = {a: (max(LETTER * len(_name(here, a)), 2 * radius[a]) + 24, 2 * (radius[a] + LINE) + 10) for a in names}
    return apart(placed(names, ties, WIDTH, HEIGHT), sizes, WIDTH, HEIGHT)


def _node(here: Here, actor: str, at: tuple[float, float], radius: float, shown: Iterable[Relation]) -> Node:
    ref = actor_ref(here, actor)
    said = wording.count(len(here.lookup.spoken_by.get(actor, ())), "statement")
    ties = [r for r in shown if actor in (r.actor, r.other)]
    sources = tuple(dict.fromkeys(s for r in ties for s in relation_sources(here, r)))
    return Node(
        href=ref.href,
        name=_name(here, actor),
        note=f"{ref.title}, {said}, {wording.count(len(ties), 'tie')} in the picture",
        kind=here.lookup.actors[actor].kind,
        id=actor,
        x=round(at[0] * 100 / WIDTH, 2),
        y=round(at[1] * 100 / HEIGHT, 2),
        r=radius,
        sources=sources,
    )


def _edge(
    here: Here, relation: Relation, names: list[str], at: dict[str, tuple[float, float]], radius: dict[str, float]
) -> Edge:
    a, b, bend = relation.actor, relation.other, BENDS[relation.kind]
    who, whom = here.lookup.actors[a].name, here.lookup.actors[b].name
    count = len(relation.evidence)
    return Edge(
        href=f"#{row_id(relation)}",
        label=f"{shortened(who, 60)} {relation.kind} {shortened(whom, 60)}: {wording.count(count, 'time')}",
        kind=relation.kind.replace(" ", "-"),
        path=_path(at[a], at[b], radius[a], radius[b], bend),
        start=names.index(a),
        end=names.index(b),
        bend=bend,
        stroke=round(min(1 + 0.55 * (count - 1) ** 0.5, 4), 2),
        actors=(a, b),
        sources=relation_sources(here, relation),
    )


def _path(a: tuple[float, float], b: tuple[float, float], from_a: float, from_b: float, bend: float) -> str:
    """A curve from the rim of one node to that of another; bent to its right, so that the way back is another line."""
    (ax, ay), (bx, by) = a, b
    mx, my = (ax + bx) / 2 - (by - ay) * bend, (ay + by) / 2 + (bx - ax) * bend
    sx, sy = _towards(a, (mx, my), from_a + 2)
    ex, ey = _towards(b, (mx, my), from_b + 4)
    return f"M{sx:.1f} {sy:.1f}Q{mx:.1f} {my:.1f} {ex:.1f} {ey:.1f}"


def _towards(point: tuple[float, float], to: tuple[float, float], by: float) -> tuple[float, float]:
    dx, dy = to[0] - point[0], to[1] - point[1]
    length = sqrt(dx * dx + dy * dy) or 1.0
    return point[0] + dx / length * by, point[1] + dy / length * by
