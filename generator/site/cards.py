"""Statements and events as they stand in lists."""

from generator.lexicons import words
from generator.model import Event, Quotation, Statement
from generator.site import wording
from generator.site.clean import shortened
from generator.site.refs import actor_ref, chip, report_anchor, speaker_of
from generator.site.views import Card, Chip, EventLine, Here, Tag, dated

CARD_LENGTH = 300


def quotation_chips(here: Here, statement: Statement) -> tuple[Chip, ...]:
    """One chip for each source that carries a statement, to its first quotation of it."""
    first: dict[str, str] = {}
    for quotation in statement.quotations:
        first.setdefault(here.lookup.quotations[quotation][0], quotation)
    return tuple(chip(here, source, quotation) for source, quotation in first.items())


def quotation_tags(quotation: Quotation) -> tuple[Tag, ...]:
    """The labels of a quotation: how it is quoted, how certain its speaker is, through whom, what is special."""
    text, title = wording.kind(quotation)
    tags = [Tag(text, "kind", title)]
    text, title = wording.CERTAINTY[quotation.certainty]
    if text:
        tags.append(Tag(text, "care", title))
    for v in quotation.via:
        unsettled = v.actor is None and v.name.lower() in words("pronouns")
        name = "somebody not settled" if unsettled else shortened(v.name, 40)
        tags.append(Tag(f"through {name}", "care", "The source has it from them."))
    return (*tags, *(Tag(wording.plain(flag), "flag", wording.FLAGS.get(flag, "")) for flag in quotation.flags))


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
        turned=wording.turned(quotation)[0],
        wording=shortened(quotation.text, CARD_LENGTH),
        direct=quotation.kind == "direct",
        when=dated(statement.said),
        tags=tags,
        chips=quotation_chips(here, statement),
        actors=(statement.speaker,) if statement.speaker else (),
        sources=statement.sources,
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
        actors=event.participants,
        sources=event.sources,
    )


def event_chips(here: Here, event: Event) -> tuple[Chip, ...]:
    """One chip for each source of an event, to the first place where it tells of it."""
    told = set(here.lookup.reported_in.get(event.id, ()))
    return tuple(chip(here, s, report_anchor(event.id, 0) if s in told else "") for s in dict.fromkeys(event.sources))
