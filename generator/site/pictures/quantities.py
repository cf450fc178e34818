"""The picture of the figures: one small chart for each thing that is counted."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import isfinite
from typing import NamedTuple

from generator.model import Conflict, Figure
from generator.site import wording
from generator.site.calendar import readable
from generator.site.pictures.axis import Axis, Extent, Tick, axis_of

PANELS = 12  # charts on the page; the rest stands in the tables only
POINTS = 40  # figures in one chart
TOP, BOTTOM = 16, 112  # where the largest value and nought stand, in pixels
WIDE = 300  # pixels a chart has at least, to tell which labels would lie on one another


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure with what the page knows of it: its days, the way to the passage, who gives it, its source's name."""

    figure: Figure
    when: Extent | None
    href: str
    by: str
    source: str
    source_name: str
    actors: tuple[str, ...]


class Charted(NamedTuple):
    """A quantity: the way to its table, what is counted, how many of its figures are `able` to stand in a chart, and
    all of them, asked for where there is room for its chart."""

    href: str
    what: str
    able: int
    readings: Callable[[], Sequence[Reading]]


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """A figure in a chart: `x`, and `start` to `end` where its day is open, in per cent; `y`, and `high` to `low` of a
    range, in pixels; `shift` to the side, in pixels, where it would lie on another.

    `bound` is exactly, about, at_least, at_most or range; `text` is its value where there is room.
    """

    id: str
    href: str
    label: str
    bound: str
    x: float
    start: float
    end: float
    y: float
    high: float
    low: float
    text: str
    flip: bool
    shift: int
    contested: bool
    actors: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two figures that contradict one another, as a line between their points."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Panel:
    """The chart of one quantity. `levels` are lines across with their values; `left_out` counts the figures without a
    day, too far from all others, or too many."""

    href: str
    what: str
    count: int
    levels: tuple[tuple[float, str], ...]
    ticks: tuple[Tick, ...]
    points: tuple[PlotPoint, ...]
    disputes: tuple[Dispute, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Panels:
    """All charts; `more` counts the quantities given at least twice that have none."""

    panels: tuple[Panel, ...]
    bottom: int
    more: int


def panels_of(groups: Iterable[Charted], contested: Mapping[str, Sequence[Conflict]]) -> Panels | None:
    """The charts of the quantities with two figures or more; None where there is none. `contested` are the conflicts
    by figure."""
    able = [group for group in groups if group.able > 1]
    shown = [(g.href, g.what, [r for r in g.readings() if chartable(r.figure)]) for g in able[:PANELS]]
    panels = tuple(_panel(*group, contested) for group in shown)
    return Panels(panels, BOTTOM, len(able) - len(shown)) if panels else None


def chartable(figure: Figure) -> bool:
    """Whether a figure has a place on a scale."""
    return isfinite(_highest(figure))


def brief(value: float) -> str:
    """A number as short as a label has to be: `70,000`, `1.5m`, `2bn`."""
    for size, letter in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if value >= size:
            return f"{value / size:.4g}{letter}"
    return wording.number(value)


def _panel(href: str, what: str, readings: Sequence[Reading], contested: Mapping[str, Sequence[Conflict]]) -> Panel:
    axis = axis_of((r.when.middle for r in readings if r.when), wide=8)
    assert axis is not None
    inside = [r for r in readings if r.when and axis.first <= r.when.middle <= axis.last]
    shown = sorted(inside, key=lambda r: (-len(contested.get(r.figure.id, ())), _day_of(r), r.figure.id))[:POINTS]
    shown.sort(key=lambda r: (_day_of(r), r.figure.value, r.figure.id))
    top = _round_up(max((_highest(r.figure) for r in shown), default=1.0))
    points = _labelled(_spread([_point(r, axis, top, bool(contested.get(r.figure.id))) for r in shown]))
    place = {p.id: p for p in points}
    levels = tuple((_y(top * part, top), brief(top * part)) for part in (0, 0.5, 1))
    left_out = len(readings) - len(shown)
    return Panel(href, what, len(readings), levels, axis.ticks(4), points, _disputes(place, contested), left_out)


def _day_of(reading: Reading) -> date:
    return reading.when.middle if reading.when else date.min


def _highest(figure: Figure) -> float:
    return max(figure.value, figure.high or 0.0)


def _y(value: float, top: float) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * max(value, 0.0) / top, 1)


def _round_up(value: float) -> float:
    """The next of 1, 2, 4, 5, 6, 8 and 10 times a power of ten, so that half of it is a round number too."""
    if value <= 0:
        return 1.0
    power = 1.0
    while power * 10 <= value:
        power *= 10
    while power > value:
        power /= 10
    return next(step * power for step in (1, 2, 4, 5, 6, 8, 10) if step * power >= value)


def _point(r: Reading, axis: Axis, top: float, contested: bool) -> PlotPoint:
    f, day = r.figure, _day_of(r)
    ranged = f.low is not None and f.high is not None
    value = wording.figure_value(f)
    whom = f"{r.by} in {r.source_name}" if r.by else r.source_name
    detail = ", ".join(p for p in (f.subject, f.place) if p)
    first = r.when.first if r.when else None
    last = r.when.last if r.when else None
    exact = first is not None and first == last
    when = readable(day.isoformat()) if exact else _span(first, last)
    label = f"{value}{f' ({detail})' if detail else ''}, {when}. {whom}{'. Contested' if contested else ''}"
    return PlotPoint(
        id=f.id,
        href=r.href,
        label=label,
        bound="range" if ranged else f.bound,
        x=axis.middle(day),
        start=axis.middle(day) if exact else max(0.0, axis.at(first or day)),
        end=axis.middle(day) if exact else min(100.0, axis.at(last or day, end=True)),
        y=_y(f.value, top),
        high=_y(f.high if ranged and f.high is not None else f.value, top),
        low=_y(f.low if ranged and f.low is not None else f.value, top),
        text=brief(f.value),
        flip=axis.middle(day) > 60,
        shift=0,
        contested=contested,
        actors=r.actors,
        source=r.source,
    )


def _span(first: date | None, last: date | None) -> str:
    if first and last:
        return f"between {readable(first.isoformat())} and {readable(last.isoformat())}"
    if first:
        return f"not before {readable(first.isoformat())}"
    return f"not after {readable(last.isoformat())}" if last else ""


def _spread(points: Sequence[PlotPoint]) -> tuple[PlotPoint, ...]:
    """The points side by side where they would lie on one another; lines lead to those in conflict, which stay."""
    taken: list[tuple[float, float]] = []
    moved: dict[str, int] = {}
    for point in sorted(points, key=lambda p: (not p.contested, p.y, p.id)):
        x = point.x * WIDE / 100
        steps = (0,) if point.contested else (0, *(side * 9 * n for n in range(1, 7) for side in (1, -1)))
        free = (step for step in steps if all(abs(x + step - a) >= 9 or abs(point.y - b) >= 9 for a, b in taken))
        moved[point.id] = next(free, 0)
        taken.append((x + moved[point.id], point.y))
    return tuple(replace(p, shift=moved[p.id]) for p in points)


def _labelled(points: Sequence[PlotPoint]) -> tuple[PlotPoint, ...]:
    """The points with their values written beside them where no value written before is in the way."""
    middle = {p.id: p.x * WIDE / 100 + p.shift for p in points}
    taken = [(middle[p.id] - 5, middle[p.id] + 5, p.y, p.id) for p in points]
    kept: set[str] = set()
    for point in sorted(points, key=lambda p: (not p.contested, p.y, p.id)):
        width = 6.2 * len(point.text) + 10
        x = middle[point.id]
        left, right = (x - width, x - 6) if point.flip else (x + 6, x + width)
        if all(right < low or left > high or abs(point.y - y) > 10 or id_ == point.id for low, high, y, id_ in taken):
            kept.add(point.id)
            taken.append((left, right, point.y, ""))
    return tuple(p if p.id in kept else replace(p, text="") for p in points)


def _disputes(place: Mapping[str, PlotPoint], contested: Mapping[str, Sequence[Conflict]]) -> tuple[Dispute, ...]:
    """A line for each two sides of a conflict that both stand in the chart."""
    conflicts = {c.id: c for figure in place for c in contested.get(figure, ())}
    made = []
    for _, conflict in sorted(conflicts.items()):
        sides = [
            next((place[e] for e in side.evidence if isinstance(e, str) and e in place), None)
            for side in conflict.sides
        ]
        ends = [end for end in sides if end]
        made += [Dispute(a.x, a.y, b.x, b.y) for a, b in pairwise(ends)]
    return tuple(made)
