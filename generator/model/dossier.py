"""What is published: the records of the data contract, with the contract's names and the order of its keys.

A field that is None or empty by default may be left out of the YAML; every other field is always written.
"""

from dataclasses import dataclass, field

from generator.model.evidence import Bound, Certainty, EventStatus, MentionKind, QuotationKind, TimexType
from generator.model.text import Dated, Publish, Span


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
    """`place` is the ISO code or name of a place that does not act; a mention has an actor, a place or neither."""

    span: Span
    text: str
    kind: MentionKind
    actor: str | None
    rule: str
    type: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class SpokenText:
    """Words of the source at their place: a cue, or the mention of a speaker."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """Who speaks. `actor` None with a name: unnamed in the source, or not settled; `rule` says how it was found."""

    actor: str | None
    name: str | None
    mention: SpokenText | None
    rule: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody a quotation names beside its speaker; `actor` None where nobody is known by that name."""

    actor: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Said:
    """When it was said; `value` and `basis` as in Dated."""

    value: str | None
    basis: str
    reason: str


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


@dataclass(frozen=True, slots=True)
class Role:
    """A role as sources state it. `flag` says what is odd about it ("contradicted by 3 other sources")."""

    text: str
    sources: tuple[str, ...]
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling seen, how often, and in which sources; `rule` says what joined it to the actor."""

    text: str
    count: int
    sources: tuple[str, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts, under one name: person, organisation, state or group."""

    id: str
    name: str
    kind: str
    roles: tuple[Role, ...]
    aliases: tuple[Alias, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One utterance. `origins` are the ids of the sources that carry it other than as a copy of one another.

    `similar` are statements that look alike and were kept apart.
    """

    id: str
    speaker: str | None
    said: Said
    quotations: tuple[str, ...]
    sources: tuple[str, ...]
    origins: tuple[str, ...]
    status: str
    speaker_name: str | None = None
    similar: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event takes place; as in Dated."""

    value: str | None
    reason: str
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event across sources. `similar` are events that look alike and were kept apart; `history` tells how the
    status went from source to source."""

    id: str
    name: str
    type: str
    date: EventDate
    place: str | None
    participants: tuple[str, ...]
    status: EventStatus
    sources: tuple[str, ...]
    similar: tuple[str, ...] = ()
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a source: its id and a span of its text."""

    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """What one side has. `evidence` are ids of quotations, figures, statements or events, or places in a source."""

    value: str
    evidence: tuple[str | Place, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What sources disagree on; `kind` is figure, date, wording, claim or role."""

    id: str
    kind: str
    what: str
    sides: tuple[ConflictSide, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Copies:
    """Sources that carry one text; `kind` is syndicated or rewritten."""

    kind: str
    original: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """An address. `since` is the ledger's own edition number, `to` where a merged one now leads."""

    id: str
    kind: str
    since: int
    status: str
    to: str | None = None
    evidence: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class IssueRecord:
    """Something a person should know about the material: `file`, what is wrong, what would be right.

    `needs_action` is False where nothing was lost and nothing has to be done ("ignored", a guessed encoding).
    """

    kind: str
    file: str
    what: str
    right: str = ""
    line: int | None = None
    needs_action: bool = True


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole of it, in the order it is written."""

    title: str
    scope: str
    language: str
    sources: tuple[SourceRecord, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    copies: tuple[Copies, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    issues: tuple[IssueRecord, ...] = field(default=())
