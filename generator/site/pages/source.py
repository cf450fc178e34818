"""A source: what is known of it, its excerpts with everything found marked, and what was left aside."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.model import SourceRecord
from generator.site import wording
from generator.site.addresses import anchor
from generator.site.calendar import in_words, readable
from generator.site.cards import quotation_tags, status_tag
from generator.site.cite import Citation, page_link, source_citations
from generator.site.clean import shortened
from generator.site.pages.source_text import Excerpt, anchors_drawn, excerpts, source_marks
from generator.site.reasons import speaker_reason
from generator.site.references import bibliography
from generator.site.refs import actor_ref, date_anchor, party, report_anchor, source_ref, speaker_of
from generator.site.views import Here, Ref, Tag, When, dated


class QuotationRow(NamedTuple):
    """A quotation in the list below the text. `id` is its place in the list, `back` leads to the words in the text;
    `turned` is set before words the speaker denies, does not say or asks; `spare` is an anchor to set here when the
    words are in no passage shown, else empty."""

    id: str
    spare: str
    back: str
    number: int
    statement: Ref
    speaker: Ref | None
    by: str
    turned: str
    text: str
    tags: tuple[Tag, ...]
    reason: str
    when: When
    to: Ref | None
    to_name: str
    via: tuple[str, ...]


class FindRow(NamedTuple):
    """A date, figure or event in its list: as written, as understood, with the reasoning; `record` is its page."""

    id: str
    spare: str
    back: str
    text: str
    meaning: str
    detail: str
    record: Ref | None
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class NameRow:
    """An actor named in the source, with the ways it is named."""

    actor: Ref
    count: int
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemovedGroup:
    """Parts of the file that are no prose, of one kind."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceContext:
    """A source's page. `index` leads to the list it stands in; `url` is empty unless it is a web address; `full` says
    whether all of the text may be shown."""

    index: str
    title: str
    outlet: str
    authors: tuple[str, ...]
    published: When
    updated: str
    url: str
    relays: tuple[str, ...]
    quality: tuple[Tag, ...]
    reliability: str
    copy_of: Ref | None
    copied_by: tuple[Ref, ...]
    file: str
    sha256: str
    data: str
    full: bool
    excerpts: tuple[Excerpt, ...]
    quotations: tuple[QuotationRow, ...]
    names: tuple[NameRow, ...]
    dates: tuple[FindRow, ...]
    events: tuple[FindRow, ...]
    figures: tuple[FindRow, ...]
    removed: tuple[RemovedGroup, ...]
    address: str
    citations: tuple[Citation, ...]
    article: tuple[Ref, ...]


def source_context(here: Here, link: str, record: SourceRecord) -> SourceContext:
    """The context of a source's page."""
    source = record.source
    title = source.title or source.file
    marks = source_marks(here, record)
    drawn = anchors_drawn(record, marks)
    copy_of = source.copies_of
    if copy_of is None and source.id in here.lookup.copied_from:
        copy_of = here.lookup.copied_from[source.id].original
    copies = here.lookup.copied_by.get(source.id, ())
    return SourceContext(
        index=here.at.page("sources/index"),
        title=title,
        outlet=source.outlet or "",
        authors=source.authors,
        published=dated(source.published),
        updated=readable(source.updated) if source.updated else "",
        url=source.url if source.url and source.url.startswith(("https://", "http://")) else "",
        relays=source.relays,
        quality=tuple(Tag(wording.plain(flag), "care", wording.quality_title(flag)) for flag in source.quality),
        reliability=source.reliability or "",
        copy_of=source_ref(here, copy_of) if copy_of else None,
        copied_by=tuple(source_ref(here, s) for c in copies for s in c.sources if s != source.id),
        file=source.file,
        sha256=source.sha256,
        data=here.at.file(f"data/sources/{source.id}.yml"),
        full=source.publish == "full",
        excerpts=excerpts(record, marks),
        quotations=tuple(_quotation_rows(here, record, drawn)),
        names=_names(here, record),
        dates=tuple(_date_rows(record, drawn)),
        events=tuple(_event_rows(here, record, drawn)),
        figures=tuple(_figure_rows(record, drawn)),
        removed=_removed(record),
        address=link,
        citations=(*source_citations(source), page_link(title, link)),
        article=bibliography(here, source.id, (source.id,)),
    )


def _place(key: str, drawn: frozenset[str]) -> tuple[str, str, str]:
    """The id of a row, the anchor it has to stand in for, and the way back to the text."""
    return (anchor("w", key), "", f"#{key}") if key in drawn else (anchor("w", key), key, "")


def _quotation_rows(here: Here, record: SourceRecord, drawn: frozenset[str]) -> Iterable[QuotationRow]:
    for number, q in enumerate(record.quotations, 1):
        row_id, spare, back = _place(q.id, drawn)
        speaker, by = speaker_of(here, here.lookup.statements[q.statement], q)
        to, to_name = party(here, q.addressee.actor, q.addressee.name) if q.addressee else (None, "")
        yield QuotationRow(
            id=row_id,
            spare=spare,
            back=back,
            number=number,
            statement=Ref(here.at.record("statement", q.statement), q.statement),
            speaker=speaker,
            by=by,
            turned=wording.turned(q)[0],
            text=q.text,
            tags=quotation_tags(q),
            reason=speaker_reason(q),
            when=dated(q.said),
            to=to,
            to_name=to_name,
            via=tuple(v.name for v in q.via),
        )


def _date_rows(record: SourceRecord, drawn: frozenset[str]) -> Iterable[FindRow]:
    for d in record.dates:
        place = _place(date_anchor(d.span), drawn)
        yield FindRow(*place, d.text, in_words(d), wording.sentence(d.reason), None, None)


def _figure_rows(record: SourceRecord, drawn: frozenset[str]) -> Iterable[FindRow]:
    for f in record.figures:
        detail = ", ".join(p for p in (f.subject, f.place, readable(f.date) if f.date else "") if p)
        counted = f"{wording.figure_value(f)}: {f.what}" if f.what else wording.figure_value(f)
        yield FindRow(*_place(f.id, drawn), f.text, counted, wording.sentence(detail), None, None)


def _event_rows(here: Here, record: SourceRecord, drawn: frozenset[str]) -> Iterable[FindRow]:
    told: dict[str, int] = {}
    for e in record.events:
        key = report_anchor(e.event, told.get(e.event, 0))
        told[e.event] = told.get(e.event, 0) + 1
        event = here.lookup.events[e.event]
        meaning = ", ".join(p for p in (readable(e.date) if e.date else "", e.place or "") if p)
        ref = Ref(here.at.record("event", e.event), event.name)
        words = shortened(e.text, 90)
        yield FindRow(*_place(key, drawn), words, meaning, wording.sentence(e.reason), ref, status_tag(e.status))


def _names(here: Here, record: SourceRecord) -> tuple[NameRow, ...]:
    found: dict[str, list[str]] = {}
    for m in record.mentions:
        if m.actor:
            found.setdefault(m.actor, []).append(m.text)
    named = [NameRow(actor_ref(here, a), len(texts), tuple(dict.fromkeys(texts))) for a, texts in found.items()]
    return tuple(sorted(named, key=lambda row: (-row.count, row.actor.text)))


def _removed(record: SourceRecord) -> tuple[RemovedGroup, ...]:
    groups: dict[str, list[str]] = {}
    for part in record.removed:
        groups.setdefault(part.kind, []).append(part.text)
    order = [*wording.REMOVED, *sorted(set(groups) - set(wording.REMOVED))]
    return tuple(
        RemovedGroup(wording.REMOVED.get(kind, wording.plain(kind)), tuple(groups[kind]))
        for kind in order
        if kind in groups
    )
