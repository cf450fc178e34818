"""The picture of the timeline: said, happened and planned along one axis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import Event, Statement
from generator.site.calendar import readable
from generator.site.narrowing import Choice
from generator.site.pictures.axis import Axis, Tick, axis_of
from generator.site.pictures.placed import Item, Placed, actors_of, encoded, placed_items, told
from generator.site.views import Here

LANES = {"said": "Said", "happened": "Happened", "planned": "Planned"}
NAMED = {"said": 6, "happened": 12, "planned": 12}  # items with a line and a label of their own in each lane
HIGHEST = 40  # marks above one another; what piles higher is drawn as bars
LABEL = 30  # per cent of the axis that a name needs beside its bar
BINS = 60  # places along the axis at most, so that two marks side by side stay apart on a phone


@dataclass(frozen=True, slots=True)
class Row:
    """An item with a line of its own: a bar from `start` to `end` in per cent of the axis, its name beside it.

    `shape` is said, or the event's status; `range` says that it was on some day of several, `before` and `after` that
    it goes on beyond the axis or is open on that side; `beyond` is the date of what lies outside the axis altogether.
    The name stands to the `side` (left, right, over) with the most room, `note` is what it leaves out.
    """

    href: str
    name: str
    note: str
    shape: str
    start: float
    end: float
    range: bool
    before: bool
    after: bool
    beyond: str
    side: str
    actors: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """An item as one mark among others; `label` is all that a tooltip or a screen reader tells."""

    href: str
    label: str
    shape: str
    actors: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Marks above one another at one place of the axis."""

    at: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """How many items there are in a stretch of the axis, where marks would be too many; leads to the first of them."""

    href: str
    label: str
    start: float
    end: float
    count: int


@dataclass(frozen=True, slots=True)
class Lane:
    """One of said, happened, planned. `columns` or `bars` hold what has no row, `highest` is their largest count.

    `items` are the entries behind the bars, for narrowing: `bar:actors:sources:part;...`, each by its place in the
    choices and in `parts`, the addresses where they stand in the list.
    `earlier` and `later` count what lies beyond the axis and has no row.
    """

    kind: str
    name: str
    count: int
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    bars: tuple[Bar, ...]
    highest: int
    items: str
    parts: tuple[str, ...]
    earlier: int
    later: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """The picture. `first` and `last` are the days of the axis, `newest` the place of the newest source, and `open`
    counts the items without any date."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    first: str
    last: str
    newest: float | None
    open: int


def lanes_of(
    here: Here, items: Sequence[Item], part_of: Mapping[str, str], choices: tuple[Choice, ...], many: bool
) -> Lanes | None:
    """The picture of a timeline; None where nothing has a date.

    `part_of` leads from an item's id to the place in the list below where it stands; `many` asks for bars.
    """
    placed = placed_items(here, items)
    axis = axis_of([p.day for p in placed if p.exact] or [p.day for p in placed])
    if axis is None:
        return None
    width = max(1, -(-axis.days // BINS))
    made = []
    for kind, name in LANES.items():
        own = [p for p in placed if p.kind == kind]
        made.append(_lane(here, kind, name, own, axis, width, part_of, choices, many))
    months = range(axis.first.year * 12 + axis.first.month - 1, axis.last.year * 12 + axis.last.month)
    newest = next(filter(None, (here.lookup.newest.get(f"{n // 12}-{n % 12 + 1:02}") for n in months)), None)
    return Lanes(
        tuple(lane for lane in made if lane.count),
        axis.ticks(),
        axis.first.isoformat(),
        axis.last.isoformat(),
        axis.at(newest, end=True) if newest and axis.first <= newest <= axis.last else None,
        len(items) - len(placed),
    )


def _lane(
    here: Here,
    kind: str,
    name: str,
    placed: list[Placed],
    axis: Axis,
    width: int,
    part_of: Mapping[str, str],
    choices: tuple[Choice, ...],
    many: bool,
) -> Lane:
    named = _named(here, kind, placed, axis)
    in_rows = {p.item.id for p in named}
    rest = [p for p in placed if p.item.id not in in_rows]
    inside = [p for p in rest if axis.first <= p.day <= axis.last]
    bins: dict[int, list[Placed]] = {}
    for p in inside:
        bins.setdefault((p.day - axis.first).days // width, []).append(p)
    as_bars = many or any(len(found) > HIGHEST for found in bins.values())
    # a bar leads to the list of its day, not to that of the statements without one
    ordered = sorted(
        (n, sorted(found, key=lambda p: (p.extent.first is None, p.day, p.item.id))) for n, found in bins.items()
    )
    parts = tuple(dict.fromkeys(part_of[p.item.id] for _, found in ordered for p in found)) if as_bars else ()
    bars = tuple(_bar(axis, n * width, width, found, part_of) for n, found in ordered) if as_bars else ()
    columns = () if as_bars else tuple(_column(here, axis, n * width, width, found) for n, found in ordered)
    return Lane(
        kind,
        name,
        len(placed),
        tuple(_row(here, p, axis) for p in sorted(named, key=lambda p: (p.day, p.item.id))),
        columns,
        bars,
        max((len(found) for found in bins.values()), default=0),
        encoded(ordered, choices, parts, part_of) if as_bars else "",
        parts,
        sum(p.day < axis.first for p in rest),
        sum(p.day > axis.last for p in rest),
    )


def _named(here: Here, kind: str, placed: list[Placed], axis: Axis) -> list[Placed]:
    """The items that most separate sources carry, those on the axis first; a statement needs two to have a line."""

    def weight(p: Placed) -> int:
        if isinstance(p.item, Statement):
            return len(p.item.origins)
        return sum(not here.lookup.is_copy(s) for s in dict.fromkeys(p.item.sources))

    able = [p for p in placed if isinstance(p.item, Event) or weight(p) > 1]

    def key(p: Placed) -> tuple[bool, int, int, date, str]:
        return not axis.first <= p.day <= axis.last, -weight(p), -len(p.item.sources), p.day, p.item.id

    return sorted(able, key=key)[: NAMED[kind]]


def _row(here: Here, p: Placed, axis: Axis) -> Row:
    first, last = p.extent.first, p.extent.last
    start, end = axis.at(first or p.day), axis.at(last or p.day, end=True)
    outside = start >= 100 or end <= 0
    low, high = min(max(start, 0), 100), max(min(end, 100), 0)
    over = low < LABEL and 100 - high < LABEL
    href, name, note, shape = told(here, p)
    return Row(
        href=href,
        name=name,
        note=note,
        shape=shape,
        start=low,
        end=high,
        range=first != last,
        before=first is None or start < 0,
        after=last is None or end > 100,
        beyond=(readable(first.isoformat()) if first == last and first else str(p.day.year)) if outside else "",
        side="over" if over else "right" if 100 - high >= min(low, 45) else "left",
        actors=actors_of(p.item),
        sources=p.item.sources,
    )


def _column(here: Here, axis: Axis, offset: int, width: int, found: list[Placed]) -> Column:
    start = axis.first + timedelta(days=offset)
    end = min(start + timedelta(days=width - 1), axis.last)
    marks = []
    for p in found:
        href, name, note, shape = told(here, p)
        marks.append(Mark(href, f"{name} – {note}", shape, actors_of(p.item), p.item.sources))
    return Column(round((axis.at(start) + axis.at(end, end=True)) / 2, 3), tuple(marks))


def _bar(axis: Axis, offset: int, width: int, found: list[Placed], part_of: Mapping[str, str]) -> Bar:
    start = axis.first + timedelta(days=offset)
    end = min(start + timedelta(days=width - 1), axis.last)
    days = readable(start.isoformat()) + (f" to {readable(end.isoformat())}" if end > start else "")
    return Bar(part_of[found[0].item.id], days, axis.at(start), axis.at(end, end=True), len(found))
