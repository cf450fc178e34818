"""What a list of statements and events can be narrowed to: the people and the sources that stand in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Event, Statement
from generator.site.clean import shortened
from generator.site.refs import source_name
from generator.site.views import Here


@dataclass(frozen=True, slots=True)
class Option:
    """One value to choose, by the id that stands in the address and its name."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A control: its name in the address (`?actor=antony-blinken`), its label, its values by name."""

    name: str
    label: str
    options: tuple[Option, ...]


def choices(here: Here, items: Iterable[Statement | Event]) -> tuple[Choice, ...]:
    """The actors and the sources of a list."""
    actors: set[str] = set()
    sources: set[str] = set()
    for item in items:
        sources.update(item.sources)
        if isinstance(item, Event):
            actors.update(item.participants)
        elif item.speaker:
            actors.add(item.speaker)
    return choices_of(here, actors, sources)


def choices_of(here: Here, actors: Iterable[str], sources: Iterable[str]) -> tuple[Choice, ...]:
    """The actors and the sources, given by their ids."""
    names = [Option(a, shortened(here.lookup.actors[a].name, 40)) for a in set(actors)]
    titles = [Option(s, source_name(here, s)) for s in set(sources)]
    return (
        Choice("actor", "Who", _by_name(names)),
        Choice("source", "Source", _by_name(titles)),
    )


def _by_name(options: Iterable[Option]) -> tuple[Option, ...]:
    return tuple(sorted(options, key=lambda o: (o.text.casefold(), o.id)))
