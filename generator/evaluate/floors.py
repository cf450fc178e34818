"""The figures below which no change may fall, and what to say where one does."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import get_args

from generator.errors import Fault
from generator.evaluate.counts import Counts
from generator.model.evidence import Certainty

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Floor:
    """The floors of one set of annotated articles. `sha256` is that of its file: other articles, other figures."""

    sha256: str
    figures: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on one set. `counts` is keyed by the figure's name; `differences` are lines to read.

    `certainty` is keyed by grade: how many quotations have it, and how many of them are right.
    """

    name: str
    sha256: str
    articles: int
    counts: Mapping[str, Counts]
    differences: tuple[str, ...] = ()
    certainty: Mapping[str, Counts] = field(default_factory=dict)

    def floor(self) -> Floor:
        """The floor that is just what was measured."""
        return Floor(self.sha256, {k: v for name, c in self.counts.items() for k, v in _figures(name, c).items()})


def below(measured: Measured, floor: Floor | None, file: str) -> Iterator[Fault]:
    """A fault for each figure below its floor, for one without a floor, and for a set that is not the pinned one."""
    pin = "look at the figures, then 'onrecord evaluate --pin'"
    if floor is None:
        yield Fault(file, f"{measured.name}: has no floors yet", pin)
        return
    if floor.sha256 != measured.sha256:
        yield Fault(file, f"{measured.name}: its articles are not those the floors were measured on", pin)
        return
    for name, counts in measured.counts.items():
        lowest = floor.figures.get(name)
        if lowest is None:
            yield Fault(file, f"{measured.name}, {name}: has no floor yet", pin)
            continue
        for figure, value in _figures(name, counts).items():
            if value < floor.figures.get(figure, 0.0):
                part = figure.removeprefix(name).removeprefix(", ") or "F1"
                what = f"{measured.name}, {name}: {part} {value} is below the floor {floor.figures[figure]}"
                yield Fault(file, what, "mend it, or lower the floor there and say why in CHANGELOG.md")


def table(measured: Measured, floor: Floor | None) -> Iterator[str]:
    """The figures of a set as lines of text, in percent; a figure above its floor is marked."""
    yield f"{measured.name} ({measured.articles} articles)"
    yield f"  {'':28}{'P':>7}{'R':>7}{'F1':>7}{'floor':>8}"
    for name, c in measured.counts.items():
        lowest = floor.figures.get(name) if floor else None
        risen = "  risen" if lowest is not None and _percent(c) > lowest else ""
        last = f"{lowest:8.1f}{risen}" if lowest is not None else f"{'none':>8}"
        yield f"  {name:28}{100 * c.precision:7.1f}{100 * c.recall:7.1f}{_percent(c):7.1f}{last}"


def certainty(measured: Iterable[Measured]) -> dict[str, Counts]:
    """The quotations of all sets by their grade, the surest first: how many there are, and how many are right."""
    total = {grade: Counts() for grade in get_args(Certainty)}
    for one in measured:
        for grade, counts in one.certainty.items():
            total[grade] += counts
    return total


def certainty_table(measured: Iterable[Measured]) -> Iterator[str]:
    """What each grade of certainty is worth, as lines of text: the share that is right in content and full name."""
    yield "certainty (quotations of all sets)"
    yield f"  {'':28}{'right':>7}{'of':>7}{'share':>7}"
    for grade, c in certainty(measured).items():
        yield f"  {grade:28}{c.right:7}{c.found:7}{100 * c.precision:7.1f}"


def _figures(name: str, counts: Counts) -> dict[str, float]:
    """F1 under the figure's own name, precision and recall beside it: one may not be bought with the other."""
    precision, recall = round(100 * counts.precision, 1), round(100 * counts.recall, 1)
    return {name: _percent(counts), f"{name}, precision": precision, f"{name}, recall": recall}


def _percent(counts: Counts) -> float:
    """F1 in percent, to a tenth."""
    return round(100 * counts.f1, 1)
