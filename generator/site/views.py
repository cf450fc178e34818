"""The small records that page contexts are made of: links, labels, dates, cards. Plain text; `render` escapes it."""

import re
from dataclasses import dataclass

from generator.model import Actor, Conflict, Dated, Event, EventDate, Quotation, Said, Span, Statement
from generator.site import wording
from generator.site.addresses import Addresses, anchor
from generator.site.calendar import machine, readable
from generator.site.clean import one_line, shortened
from generator.site.lookup import Lookup

CARD_LENGTH = 300
# What may be the id of a source inside a reason: letters, digits and hyphens with a hyphen in the middle.
_SOURCE_ID = re.compile(r"(?<![\w-])(\w+(?:-\w+)+)(?![\w-])")


@dataclass(frozen=True, slots=True)
class Here:
    """The dossier as seen from one page: the records by id, and the way to every other page."""

    lookup: Lookup
    at: Addresses


@dataclass(frozen=True, slots=True)
class Ref:
    """A link with its text; `title` says more about where it leads."""

    href: str
    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A quiet label. `tone` is one of kind, care, flag, status; `title` explains it."""

    text: str
    tone: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A date with its reasoning: in words, for machines (empty where HTML knows no such value), and why."""

    text: str
    iso: str
    basis: str
    reason: str
    open: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A source that carries something, as a link to the marked passage. `copy`: it copies another source."""

    href: str
    text: str
    title: str
    copy: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A statement in a list. `speaker` is None where nobody could be named; `by` is then what the source calls them."""

    id: str
    href: str
    speaker: Ref | None
    by: str
    wording: str
    direct: bool
    when: When
    tags: tuple[Tag, ...]
    chips: tuple[Chip, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list."""

    id: str
    href: str
    name: str
    status: Tag
    when: When
    place: str
    participants: tuple[Ref, ...]
    chips: tuple[Chip, ...]


def dated(value: Dated | Said | EventDate) -> When:
    """A date of any record as readers see it."""
    basis = getattr(value, "basis", "open" if value.value is None else "inferred")
    text = readable(value.value)
    earliest, latest = getattr(value, "earliest", None), getattr(value, "latest", None)
    if value.value is None and (earliest or latest):
        text = f"between {readable(earliest)} and {readable(latest)}" if earliest and latest else text
        if not (earliest and latest):
            text = f"not before {readable(earliest)}" if earliest else f"not after {readable(latest)}"
    return When(
        text, machine(value.value), wording.BASIS.get(basis, basis), wording.sentence(value.reason), not value.value
    )


def actor_ref(here: Here, actor_id: str) -> Ref:
    """The link to an actor's page, by its name."""
    actor: Actor = here.lookup.actors[actor_id]
    return Ref(here.at.record("actor", actor_id), actor.name, wording.ACTOR_KINDS.get(actor.kind, actor.kind))


def party(here: Here, actor_id: str | None, name: str | None) -> tuple[Ref | None, str]:
    """A speaker or addressee: the link where it is an actor, and in any case the name to show."""
    if actor_id is not None:
        ref = actor_ref(here, actor_id)
        return ref, ref.text
    return None, name or "Speaker not settled"


def speaker_of(here: Here, statement: Statement, quotation: Quotation) -> tuple[Ref | None, str]:
    """Who makes a statement; where nobody could be settled, the source's own words for them in the quotation given."""
    mention = quotation.speaker.mention
    unsettled = f"Not settled: “{one_line(mention.text)}”" if mention else None
    return party(here, statement.speaker, statement.speaker_name or quotation.speaker.name or unsettled)


def source_name(here: Here, source_id: str) -> str:
    """What to call a source in a few words: its outlet, else its authors, else its title."""
    source = here.lookup.sources[source_id].source
    return shortened(source.outlet or ", ".join(source.authors) or source.title or source.file, 32)


def publisher(here: Here, source_id: str) -> str:
    """Who published a source, to stand beside its title; empty where neither outlet nor authors are known."""
    source = here.lookup.sources[source_id].source
    return shortened(source.outlet or ", ".join(source.authors), 48)


def source_ref(here: Here, source_id: str, at: str = "") -> Ref:
    """The link to a source's page by its title, or to a place in it."""
    source = here.lookup.sources[source_id].source
    day = source.published.value.split("T")[0] if source.published.value else None
    return Ref(here.at.record("source", source_id, at), source.title or source.file, readable(day))


def chip(here: Here, source_id: str, at: str) -> Chip:
    """A source as a small link to a place in it."""
    source = here.lookup.sources[source_id].source
    copy = here.lookup.is_copy(source_id)
    title = f"{source.title or source.file}: the marked passage" + (" (a copy of another source)" if copy else "")
    return Chip(here.at.record("source", source_id, at), source_name(here, source_id), title, copy)


def quotation_chips(here: Here, statement: Statement) -> tuple[Chip, ...]:
    """One chip for each source that carries a statement, to its first quotation of it."""
    first: dict[str, str] = {}
    for quotation in statement.quotations:
        first.setdefault(here.lookup.quotations[quotation][0], quotation)
    return tuple(chip(here, source, quotation) for source, quotation in first.items())


def quotation_tags(quotation: Quotation) -> tuple[Tag, ...]:
    """The labels of a quotation: how it is quoted, how certain its speaker is, what is special about it."""
    text, title = wording.KINDS[quotation.kind]
    tags = [Tag(text, "kind", title)]
    text, title = wording.CERTAINTY[quotation.certainty]
    if text:
        tags.append(Tag(text, "care", title))
    return (*tags, *(Tag(wording.plain(flag), "flag") for flag in quotation.flags))


def card(here: Here, statement: Statement) -> Card:
    """A statement for a list, in the wording of its best quotation."""
    _, quotation = here.lookup.leading(statement)
    speaker, by = speaker_of(here, statement, quotation)
    tags = quotation_tags(quotation)
    if statement.id in here.lookup.conflicts:
        tags = (*tags, Tag("contested", "care", "Part of a conflict between sources"))
    return Card(
        id=statement.id,
        href=here.at.record("statement", statement.id),
        speaker=speaker,
        by=by,
        wording=shortened(quotation.text, CARD_LENGTH),
        direct=quotation.kind == "direct",
        when=dated(statement.said),
        tags=tags,
        chips=quotation_chips(here, statement),
        origins=len(statement.origins),
    )


def status_tag(status: str) -> Tag:
    """An event's status as a label."""
    return Tag(wording.STATUS.get(status, status), f"status-{status}")


def event_line(here: Here, event: Event) -> EventLine:
    """An event for a list; each source that tells of it leads to the marked passage."""
    return EventLine(
        id=event.id,
        href=here.at.record("event", event.id),
        name=event.name,
        status=status_tag(event.status),
        when=dated(event.date),
        place=event.place or "",
        participants=tuple(actor_ref(here, p) for p in event.participants),
        chips=event_chips(here, event),
    )


def linked(here: Here, text: str) -> tuple[Ref, ...]:
    """A reason as pieces of text, with the ids of sources in it as links by the sources' names (href empty: text)."""
    pieces = _SOURCE_ID.split(text)
    return tuple(
        Ref(here.at.record("source", piece), source_name(here, piece))
        if piece in here.lookup.sources
        else Ref("", piece)
        for piece in pieces
        if piece
    )


def event_chips(here: Here, event: Event) -> tuple[Chip, ...]:
    """One chip for each source of an event, to the first place where it tells of it."""
    told = {source_id for source_id, _ in here.lookup.reports.get(event.id, ())}
    return tuple(chip(here, s, report_anchor(event.id, 0) if s in told else "") for s in dict.fromkeys(event.sources))


def report_anchor(event_id: str, number: int) -> str:
    """The place in a source page where it tells of an event for the first, second, ... time (counted from 0)."""
    return anchor("e", event_id) if number == 0 else anchor("e", f"{event_id}-{number + 1}")


def mention_anchor(span: Span) -> str:
    """The place in a source page where somebody is named."""
    return anchor("m", span.start)


def place_anchor(span: Span) -> str:
    """The place in a source page that a conflict points to."""
    return anchor("p", span.start)


def conflict_ref(here: Here, conflict: Conflict) -> Ref:
    """The link to a conflict on the page of conflicts."""
    return Ref(
        here.at.page("conflicts", conflict.id), conflict.what, wording.CONFLICTS.get(conflict.kind, conflict.kind)
    )
