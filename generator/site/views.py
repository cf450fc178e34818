"""The small records that page contexts are made of: links, labels, dates, cards. Plain text; `render` escapes it.

Pages have hundreds of them, and a tuple is made in half the time of another record.
"""

from dataclasses import dataclass
from typing import NamedTuple

from generator.model import Dated, EventDate, Said
from generator.site import wording
from generator.site.addresses import Addresses
from generator.site.calendar import machine, readable
from generator.site.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Here:
    """The dossier as seen from one page: the records by id, and the way to every other page."""

    lookup: Lookup
    at: Addresses


class Ref(NamedTuple):
    """A link with its text; `title` says more about where it leads."""

    href: str
    text: str
    title: str = ""


class Tag(NamedTuple):
    """A quiet label. `tone` is one of kind, care, flag, status; `title` explains it."""

    text: str
    tone: str
    title: str = ""


class When(NamedTuple):
    """A date with its reasoning: in words, for machines (empty where HTML knows no such value), and why."""

    text: str
    iso: str
    basis: str
    reason: str
    open: bool


class Chip(NamedTuple):
    """A source that carries something, as a link to the marked passage. `copy`: it copies another source."""

    href: str
    text: str
    copy: bool
    title: str = ""


class Card(NamedTuple):
    """A statement in a list. `speaker` is None where nobody could be named; `by` is then what the source calls them;
    `turned` is set before words that the speaker denies, does not say or asks.

    `actors` and `sources` are the ids a list can be narrowed to.
    """

    id: str
    href: str
    speaker: Ref | None
    by: str
    turned: str
    wording: str
    direct: bool
    when: When
    tags: tuple[Tag, ...]
    chips: tuple[Chip, ...]
    actors: tuple[str, ...]
    sources: tuple[str, ...]


class EventLine(NamedTuple):
    """An event in a list; `actors` and `sources` are the ids a list can be narrowed to."""

    id: str
    href: str
    name: str
    status: Tag
    when: When
    place: str
    participants: tuple[Ref, ...]
    chips: tuple[Chip, ...]
    actors: tuple[str, ...]
    sources: tuple[str, ...]


def dated(value: Dated | Said | EventDate) -> When:
    """A date of any record as readers see it; one that is open by its bounds, where it has such."""
    basis = getattr(value, "basis", "open" if value.value is None else "inferred")
    text = readable(value.value)
    earliest, latest = getattr(value, "earliest", None), value.latest
    if value.value is None and earliest and latest:
        text = f"between {readable(earliest)} and {readable(latest)}" if earliest != latest else readable(earliest)
    elif value.value is None and (earliest or latest):
        text = f"not before {readable(earliest)}" if earliest else f"by {readable(latest)}"
    return When(
        text, machine(value.value), wording.BASIS.get(basis, basis), wording.sentence(value.reason), not value.value
    )
