"""Links and names: how a page refers to actors, sources, conflicts and places in a text."""

import re

from generator.model import Actor, Conflict, Quotation, Span, Statement
from generator.site import wording
from generator.site.addresses import anchor
from generator.site.calendar import readable
from generator.site.clean import one_line, shortened
from generator.site.views import Chip, Here, Ref

# A name as a redaction leaves it.
_BLACKED_OUT = re.compile(r"█+(?:\s█+)*")
# What may be the id of a source inside a reason: letters, digits and hyphens with a hyphen in the middle.
_SOURCE_ID = re.compile(r"(?<![\w-])(\w+(?:-\w+)+)(?![\w-])")


def actor_ref(here: Here, actor_id: str) -> Ref:
    """The link to an actor's page, by its name."""
    actor: Actor = here.lookup.actors[actor_id]
    return Ref(here.at.record("actor", actor_id), actor.name, wording.ACTOR_KINDS.get(actor.kind, actor.kind))


def party(here: Here, actor_id: str | None, name: str | None) -> tuple[Ref | None, str]:
    """A speaker or addressee: the link where it is an actor, and in any case the name to show."""
    if actor_id is not None:
        ref = actor_ref(here, actor_id)
        return ref, ref.text
    return None, _BLACKED_OUT.sub("[name kept back]", name) if name else "Speaker not settled"


def speaker_of(here: Here, statement: Statement, quotation: Quotation) -> tuple[Ref | None, str]:
    """Who makes a statement; where nobody could be settled, the source's own words for them in the quotation given."""
    mention = quotation.speaker.mention
    unsettled = f"Not settled: “{one_line(mention.text)}”" if mention else None
    return party(here, statement.speaker, statement.speaker_name or quotation.speaker.name or unsettled)


def source_name(here: Here, source_id: str) -> str:
    """What to call a source in a few words, as of `short_names`."""
    return here.lookup.source_names[source_id]


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
    return Chip(here.at.record("source", source_id, at), source_name(here, source_id), here.lookup.is_copy(source_id))


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


def report_anchor(event_id: str, number: int) -> str:
    """The place in a source page where it tells of an event for the first, second, ... time (counted from 0)."""
    return anchor("e", event_id) if number == 0 else anchor("e", f"{event_id}-{number + 1}")


def mention_anchor(span: Span) -> str:
    """The place in a source page where somebody is named."""
    return anchor("m", span.start)


def date_anchor(span: Span) -> str:
    """The place in a source page where a date is written."""
    return anchor("d", span.start)


def place_anchor(span: Span) -> str:
    """The place in a source page that a conflict points to."""
    return anchor("p", span.start)


def conflict_ref(here: Here, conflict: Conflict) -> Ref:
    """The link to a conflict on the page of conflicts."""
    return Ref(
        here.at.page(here.lookup.conflict_pages[conflict.id], conflict.id),
        conflict.what,
        wording.CONFLICTS.get(conflict.kind, conflict.kind),
    )
