"""What is published of the whole: the records gathered from many articles, named and ordered as in the data contract.

A field that is None or empty by default may be left out of the YAML; every other field is always written.
"""

from dataclasses import dataclass, field

from generator.model.evidence import EventStatus
from generator.model.source import Said, SourceRecord
from generator.model.text import Span


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
class Perhaps:
    """Another actor that may be the same one, and why they were not joined."""

    actor: str
    why: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts, under one name: person, organisation, state or group.

    `perhaps` are actors that may be the same and were kept apart. Not `named`: only phrases tell of it ("the navy");
    another article may have its name.
    """

    id: str
    name: str
    kind: str
    roles: tuple[Role, ...]
    aliases: tuple[Alias, ...]
    notes: tuple[str, ...] = ()
    perhaps: tuple[Perhaps, ...] = ()
    named: bool = True


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
    """An address. `since` is the ledger's own edition number, `status` live, merged, split or withdrawn.

    `to` is where a merged one now leads; `parts` are the records that evidence of this one went to: of a live one what
    was split off it, of a split one all that became of it. `ended` is the edition that merged, split or withdrew it,
    `why` says in words what for, and `sources` are those it stood on. `evidence` is a sketch of what it stood on:
    hashes with spaces between them, in one text because YAML takes its time over every item of a list.
    """

    id: str
    kind: str
    since: int
    status: str
    to: str | None = None
    evidence: str = ""
    name: str = ""
    parts: tuple[str, ...] = ()
    ended: int | None = None
    why: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """A person's decision as published: `verb`, the records it is `about`, and in words `what` it says.

    `stale` says why it matches nothing any more; "" while it is in force.
    """

    verb: str
    about: tuple[str, ...]
    what: str
    by: str | None = None
    on: str | None = None
    why: str | None = None
    stale: str = ""


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
    decisions: tuple[DecisionRecord, ...] = ()
