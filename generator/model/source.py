"""What is published of one article: the file below `docs/data/sources/`, named and ordered as in the data contract.

A field that is None or empty by default may be left out of the YAML; every other field is always written.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.model.evidence import Bound, Certainty, EventStatus, MentionKind, QuotationKind, TimexType
from generator.model.text import Dated, Publish, Span

# The flag of a quotation from a text whose words may be others than those that were said.
DAMAGED = "do_not_quote_verbatim"


@dataclass(frozen=True, slots=True)
class Source:
    """A document as published. `copies_of` is the id of the source it copies."""

    id: str
    file: str
    sha256: str
    title: str
    authors: tuple[str, ...]
    outlet: str | None
    language: str
    published: Dated
    updated: str | None = None
    relays: tuple[str, ...] = ()
    quality: tuple[str, ...] = ()
    copies_of: str | None = None
    url: str | None = None
    publish: Publish = "excerpts"
    reliability: str | None = None


@dataclass(frozen=True, slots=True)
class RemovedRecord:
    """A stretch of the page that is no part of the article; `kind` is one of REMOVED_KINDS."""

    span: Span
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the source that a page may show: the sentences cited with a little context; `kind` as in a block."""

    span: Span
    text: str
    kind: str = "prose"


@dataclass(frozen=True, slots=True)
class PublishedMention:
    """`place` is the ISO code or name of a place that does not act; a mention has an actor, a place or neither.

    `candidates` are the actors a name may mean that was left open.
    """

    span: Span
    text: str
    kind: MentionKind
    actor: str | None
    rule: str
    type: str | None = None
    place: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpokenText:
    """Words of the source at their place: a cue, or the mention of a speaker."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """Who speaks. `actor` None with a name: unnamed in the source, or not settled; `rule` says how it was found.

    `members` are the actors who speak together ("Roe and Diaz said in a joint statement").
    """

    actor: str | None
    name: str | None
    mention: SpokenText | None
    rule: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody a quotation names beside its speaker; `actor` None where nobody is known by that name."""

    actor: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Said:
    """When it was said; `value` and `basis` as in Dated. Without a value, `latest` is the last day it may have been."""

    value: str | None
    basis: str
    reason: str
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """One source's wording of a statement."""

    id: str
    statement: str
    kind: QuotationKind
    spans: tuple[Span, ...]
    text: str
    cue: SpokenText | None
    speaker: SpeakerRecord
    addressee: Party | None
    via: tuple[Party, ...]
    said: Said
    certainty: Certainty
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeRecord:
    """A time expression with its TIMEX3 value and the reasoning."""

    span: Span
    text: str
    type: TimexType
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One source's mention of an event, with the details this source gives."""

    span: Span
    text: str
    event: str
    trigger: Span
    status: EventStatus
    date: str | None = None
    reason: str = ""
    place: str | None = None
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in prose; see FigureMention. `quotation` is the id of the quotation it stands in."""

    id: str
    span: Span
    text: str
    value: float
    unit: str
    what: str
    bound: Bound
    quotation: str | None
    low: float | None = None
    high: float | None = None
    date: str | None = None
    subject: str = ""
    place: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One file below `docs/data/sources/`."""

    source: Source
    removed: tuple[RemovedRecord, ...] = ()
    mentions: tuple[PublishedMention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    dates: tuple[TimeRecord, ...] = ()
    events: tuple[EventRecord, ...] = ()
    figures: tuple[Figure, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def unsettled(self) -> bool:
        """Whether a name in it may mean one of several actors."""
        return any(m.candidates for m in self.mentions)


class AssembledRecord(SourceRecord):
    """A record with what stands for all that it is `made_of`, empty where that is not known. Mentions, passages and
    what was removed may be made when they are asked for: of a source that is as it was nobody asks."""

    __slots__ = ("_make", "made_of", "unsettled")
    made_of: bytes
    _make: Callable[[str], Any]

    @classmethod
    def of(cls, made_of: bytes, make: Callable[[str], Any], **known: Any) -> "AssembledRecord":
        """The record with these fields; `make` gives the others by their names."""
        record = cls.__new__(cls)
        for name, value in (*known.items(), ("made_of", made_of), ("_make", make)):
            object.__setattr__(record, name, value)
        return record

    def whole(self) -> "AssembledRecord":
        """The same with all its fields, so that what they are made of is needed no more."""
        for name in SourceRecord.__slots__:
            getattr(self, name)
        object.__setattr__(self, "_make", None)
        return self

    def __getattr__(self, name: str) -> Any:
        """A field that is not made yet."""
        if name == "made_of":  # what was changed since is made of something else
            return b""
        if name == "unsettled":
            return any(m.candidates for m in self.mentions)
        if name not in SourceRecord.__slots__:
            raise AttributeError(name)
        value = self._make(name)
        object.__setattr__(self, name, value)
        return value

    def __eq__(self, other: object) -> bool:
        """Whether all fields are the same, made or not."""
        if not isinstance(other, SourceRecord):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in SourceRecord.__slots__)

    __hash__ = SourceRecord.__hash__
