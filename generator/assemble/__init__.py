"""Evidence and what was compared across documents, put together into the records that are published."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from generator.assemble.left_open import actor_records as actor_records
from generator.assemble.left_open import candidates, why_joined, why_open
from generator.assemble.made_of import links as links
from generator.assemble.made_of import originals
from generator.assemble.passages import cut, passages
from generator.model import (
    DAMAGED,
    AssembledRecord,
    Corroboration,
    Document,
    EventRecord,
    Evidence,
    Figure,
    IssueRecord,
    Mention,
    Party,
    PublishedMention,
    Quotation,
    QuotationMention,
    RemovedRecord,
    Resolution,
    Said,
    Source,
    SourceRecord,
    Span,
    SpeakerRecord,
    SpokenText,
    TimeRecord,
)

# What befell these texts befell their quotations too: they are not what was said, letter by letter.
_SWAPPED = "words_swapped"
_DAMAGE = frozenset(
    (_SWAPPED, "machine_translated", "mangled_characters", "damaged_characters", "quotation_marks_displaced")
)
_SHOWN = 3  # swapped words that a note names


def source_records(
    evidence: Iterable[Evidence],
    resolution: Resolution,
    compared: Corroboration,
    made_of: Mapping[str, bytes] | None = None,
    standing: Collection[bytes] = (),
) -> tuple[SourceRecord, ...]:
    """One record for each document, in their order. `made_of` has by the document's id what stands for it and its
    `links`; of those that are `standing`, of which nothing has changed, only what other records ask for is made."""
    original, made_of = originals(compared), made_of or {}
    return tuple(
        _source_record(e, resolution, compared, original.get(e.document.id), made_of.get(e.document.id, b""), standing)
        for e in evidence
    )


def swap_notes(compared: Corroboration, sources: Iterable[Source]) -> Iterator[IssueRecord]:
    """What a person should know of copies with other words in their quotations, with these words."""
    for source in sources:
        words = compared.swapped.get(source.id, ())
        if words:
            told = ", ".join(f"“{mine}” for “{its}”" for mine, its in words[:_SHOWN])
            what = f"words were swapped for others in its quotations, which {source.copies_of} has too: {told}"
            yield IssueRecord("quality", source.file, what, "cite the other, or use a better copy of the article")


def _source_record(
    found: Evidence,
    resolution: Resolution,
    compared: Corroboration,
    copies_of: str | None,
    made_of: bytes,
    standing: Collection[bytes],
) -> SourceRecord:
    document = found.document
    marks = _marks(document, compared)
    quotations = tuple(_quotation(i, q, found, resolution, compared, marks) for i, q in enumerate(found.quotations))
    events = tuple(
        record for i in range(len(found.events)) if (record := _event(i, found, resolution, compared)) is not None
    )
    figures = tuple(_figure(i, found, compared) for i in range(len(found.figures)))
    dates = tuple(TimeRecord(t.span, t.text, t.type, t.value, t.reason) for t in found.times)
    assembled = AssembledRecord.of(
        made_of,
        partial(_late, found, resolution),
        unsettled=any(candidates(resolution, document.id, k) for k in range(len(found.entities))),
        source=_source(document, copies_of, marks),
        quotations=quotations,
        dates=dates,
        events=events,
        figures=figures,
    )
    return assembled if made_of and made_of in standing else assembled.whole()


def _late(found: Evidence, resolution: Resolution, name: str) -> tuple[Any, ...]:
    """What a record has that no other record asks for."""
    if name == "mentions":
        return _mentions(found, resolution)
    if name == "passages":
        return passages(found)
    return tuple(RemovedRecord(b.span, cut(found.document.text, b.span), b.kind) for b in found.document.removed)


def _marks(document: Document, compared: Corroboration) -> tuple[str, ...]:
    """What befell a text, as it shows itself and beside the one it copies."""
    return (*document.quality, *((_SWAPPED,) if document.id in compared.swapped else ()))


def _source(document: Document, copies_of: str | None, marks: tuple[str, ...]) -> Source:
    return Source(
        id=document.id,
        file=document.file,
        sha256=document.sha256,
        title=document.title,
        authors=document.authors,
        outlet=document.outlet,
        language=document.language,
        published=document.published,
        updated=document.updated,
        relays=document.relays,
        quality=marks,
        copies_of=copies_of,
        url=document.url,
        publish=document.publish,
        reliability=document.reliability,
    )


def _mentions(found: Evidence, resolution: Resolution) -> tuple[PublishedMention, ...]:
    source = found.document.id
    return tuple(
        PublishedMention(
            span=m.span,
            text=m.text,
            kind=m.kind,
            actor=resolution.actor(source, m.entity),
            rule=_rule(resolution, source, m),
            type=None if m.type == "unknown" else m.type,
            place=None if m.entity is None else resolution.place_of.get((source, m.entity)),
            candidates=candidates(resolution, source, m.entity),
        )
        for m in found.mentions
    )


def _rule(resolution: Resolution, source: str, mention: Mention) -> str:
    """What made a mention its actor's: in its document, and across documents where it is a phrase without a name."""
    joined = why_joined(resolution, source, mention.entity)
    if joined and mention.kind == "pronoun":
        return f"{mention.rule}; {joined}"
    return why_open(resolution, source, mention.entity) or joined or mention.rule


def _quotation(
    index: int,
    quotation: QuotationMention,
    found: Evidence,
    resolution: Resolution,
    compared: Corroboration,
    marks: tuple[str, ...],
) -> Quotation:
    text, key = found.document.text, (found.document.id, index)
    said = quotation.said
    return Quotation(
        id=compared.quotation_id[key],
        statement=compared.statement_of[key],
        kind=quotation.kind,
        spans=quotation.spans,
        text=" ".join(cut(text, span) for span in quotation.spans),
        cue=None if quotation.cue is None else SpokenText(cut(text, quotation.cue), quotation.cue),
        speaker=_speaker(quotation, found, resolution),
        addressee=None
        if quotation.addressee is None
        else _party(quotation.addressee, quotation.addressee_entity, found, resolution),
        via=tuple(
            _party(span, quotation.via_entities[i] if i < len(quotation.via_entities) else None, found, resolution)
            for i, span in enumerate(quotation.via)
        ),
        said=Said(said.value, said.basis, said.reason, None if said.value else said.latest),
        certainty=quotation.certainty,
        flags=(*quotation.flags, *((DAMAGED,) if _DAMAGE & {*marks} else ())),
    )


def _speaker(quotation: QuotationMention, found: Evidence, resolution: Resolution) -> SpeakerRecord:
    text, source = found.document.text, found.document.id
    mention = None if quotation.speaker is None else SpokenText(cut(text, quotation.speaker), quotation.speaker)
    actor = name = None
    members: tuple[str, ...] = ()
    rules = [quotation.speaker_rule, quotation.entity_rule]
    if quotation.entity is not None:
        entity = found.entities[quotation.entity]
        actor = resolution.actor_of.get((source, quotation.entity))
        name = entity.name
        together = (resolution.actor_of.get((source, k)) for k in entity.members)
        members = tuple(dict.fromkeys(one for one in together if one is not None))
        rules.append(why_open(resolution, source, quotation.entity))
        rules.append(why_joined(resolution, source, quotation.entity))
    told = "; ".join(rule for rule in dict.fromkeys(rules) if rule)
    return SpeakerRecord(actor=actor, name=name, mention=mention, rule=told, members=members)


def _party(span: Span, entity: int | None, found: Evidence, resolution: Resolution) -> Party:
    actor = resolution.actor(found.document.id, entity)
    return Party(actor, cut(found.document.text, span) if entity is None else found.entities[entity].name)


def _event(index: int, found: Evidence, resolution: Resolution, compared: Corroboration) -> EventRecord | None:
    event, source = found.events[index], found.document.id
    id_ = compared.event_of.get((source, index))
    if id_ is None:
        return None
    who = [resolution.actor_of.get((source, p.entity)) for p in event.participants if p.entity is not None]
    return EventRecord(
        span=event.span,
        text=cut(found.document.text, event.span),
        event=id_,
        trigger=event.trigger,
        status=event.status,
        date=event.date.value,
        reason=event.date.reason,
        place=event.place,
        participants=tuple(dict.fromkeys(actor for actor in who if actor is not None)),
    )


def _figure(index: int, found: Evidence, compared: Corroboration) -> Figure:
    figure, source = found.figures[index], found.document.id
    inside = figure.quotation
    return Figure(
        id=compared.figure_id[(source, index)],
        span=figure.span,
        text=figure.text,
        value=figure.value,
        unit=figure.unit,
        what=figure.what,
        bound=figure.bound,
        quotation=None if inside is None else compared.quotation_id[(source, inside)],
        low=figure.low,
        high=figure.high,
        date=figure.date.value,
        subject=figure.subject,
        place=figure.place,
        action=figure.action,
    )
