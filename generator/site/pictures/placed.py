"""Statements and events with the days they may belong to, and what a picture says of each."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import Event, Statement
from generator.site import wording
from generator.site.cards import status_tag
from generator.site.clean import one_line, shortened
from generator.site.narrowing import Choice
from generator.site.pictures.axis import Extent, extent
from generator.site.refs import speaker_of
from generator.site.views import Here, dated

Item = Event | Statement
SOON = 31  # days
_DATED_END = re.compile(r", (?=[^,]*\d{4}\b)[^,]*$")


@dataclass(frozen=True, slots=True)
class Placed:
    """An item with its lane (said, happened, planned), the days it may belong to, and the `day` where a mark for it
    stands, as of `Extent.middle`."""

    item: Item
    kind: str
    extent: Extent
    day: date

    @property
    def exact(self) -> bool:
        """Whether the days are few enough to say which stretch of time is worth showing."""
        e = self.extent
        return bool(e.first and e.last and (e.last - e.first).days <= SOON)


def kind_of(item: Item) -> str:
    """The lane of an item: said, happened or planned."""
    if isinstance(item, Statement):
        return "said"
    return "planned" if item.status in {"planned", "hypothetical"} else "happened"


def placed_items(here: Here, items: Sequence[Item]) -> list[Placed]:
    """The items that have any date at all, with their days."""
    return [Placed(i, kind_of(i), e, e.middle) for i in items if (e := _extent(here, i))]


def _extent(here: Here, item: Item) -> Extent | None:
    """The days of an item; a statement without a date has the last it may have been made on."""
    if isinstance(item, Event):
        return extent(item.date.value, item.date.earliest, item.date.latest)
    return extent(item.said.value, None, item.said.latest)


def told(here: Here, p: Placed) -> tuple[str, str, str, str]:
    """An item's address, its name on the axis, what the name leaves out, and its shape."""
    item, sources = p.item, wording.count(len(p.item.sources), "source")
    if isinstance(item, Event):
        when, status = dated(item.date).text, status_tag(item.status).text
        name = shortened(_DATED_END.sub("", one_line(item.name)), 80)
        return here.at.record("event", item.id), name, f"{status}, {when}, {sources}", item.status
    _, quotation = here.lookup.leading(item)
    _, by = speaker_of(here, item, quotation)
    name = f"{shortened(by, 32)}: {shortened(quotation.text, 90)}"
    when, shape = dated(item.said).text, "said" if item.said.value else "said-open"
    return here.at.record("statement", item.id), name, f"said {when}, {sources}", shape


def actors_of(item: Item) -> tuple[str, ...]:
    """The actors an item can be narrowed to, as in the list."""
    if isinstance(item, Event):
        return item.participants
    return (item.speaker,) if item.speaker else ()


def encoded(
    bins: list[tuple[int, list[Placed]]],
    choices: tuple[Choice, ...],
    parts: tuple[str, ...],
    part_of: Mapping[str, str],
) -> str:
    """The entries behind bars as `bar:actors:sources:part;...`: short, because there may be many thousands."""
    place = {choice.name: {option.id: str(n) for n, option in enumerate(choice.options)} for choice in choices}
    number = {part: str(n) for n, part in enumerate(parts)}

    def join(name: str, ids: Sequence[str]) -> str:
        return ".".join(place[name][i] for i in dict.fromkeys(ids))

    return ";".join(
        f"{n}:{join('actor', actors_of(p.item))}:{join('source', p.item.sources)}:{number[part_of[p.item.id]]}"
        for n, (_, found) in enumerate(bins)
        for p in found
    )
