"""A statement: the address people cite."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator.model import Passage, Quotation, SourceRecord, Span, Statement
from generator.site import wording
from generator.site.calendar import in_words
from generator.site.cards import card, quotation_tags
from generator.site.cite import Citation, statement_citations
from generator.site.diff import Run, word_diff
from generator.site.grouping import inside, overlap
from generator.site.lookup import Lookup
from generator.site.marks import Mark, draw
from generator.site.paging import by_key
from generator.site.reasons import speaker_reason
from generator.site.references import bibliography
from generator.site.refs import conflict_ref, date_anchor, party, publisher, source_ref, speaker_of
from generator.site.views import Card, Here, Ref, Tag, When, dated

AROUND = 240  # characters of context on each side of a quotation


class DateNote(NamedTuple):
    """A date inside the words of a statement: the way to it, as written, as understood, and why."""

    href: str
    text: str
    when: str
    reason: str


class Carrier(NamedTuple):
    """One source's version of a statement.

    `jump` leads to the marked passage (`again`: in the same source as the version before), `dated_by` to the words the
    version is dated by; `context` is that passage;
    `changes` the words against the version at the top of the page (empty for that version itself, where they are the
    `same`, and where the two have little in common).
    """

    id: str
    jump: Ref
    again: bool
    outlet: str
    published: When
    copy: bool
    leading: bool
    tags: tuple[Tag, ...]
    context: Markup
    changes: tuple[Run, ...]
    same: bool
    reason: str
    said: When
    dated_by: Ref
    to: Ref | None
    to_name: str
    via: tuple[str, ...]
    dates: tuple[DateNote, ...]


@dataclass(frozen=True, slots=True)
class StatementContext:
    """A statement's page. `index` leads to the list it stands in.

    `turned` is set before words that the speaker denies, does not say or asks; `wording` is the text of the best
    quotation, `direct` whether a source puts all of it in quotation marks;
    `speaker` is None where nobody could be named, `by` is then what the source calls them; `carried` says in words
    how many sources carry it and how many of them are separate; `article` is that of the best quotation for citation
    programs, `bibliography` all of several.
    """

    index: str
    id: str
    turned: str
    wording: str
    direct: bool
    speaker: Ref | None
    by: str
    when: When
    labels: tuple[Tag, ...]
    carried: str
    carriers: tuple[Carrier, ...]
    conflicts: tuple[Ref, ...]
    events: tuple[Ref, ...]
    similar: tuple[Card, ...]
    citations: tuple[Citation, ...]
    article: tuple[Ref, ...]
    bibliography: tuple[Ref, ...]
    address: str


def statement_context(here: Here, link: str, statement: Statement) -> StatementContext:
    """The context of a statement's page; `link` is its address as people copy it."""
    lookup = here.lookup
    leading_source, leading = lookup.leading(statement)
    speaker, by = speaker_of(here, statement, leading)
    ids = _by_source(lookup, (leading.id, *(q for q in statement.quotations if q != leading.id)))
    return StatementContext(
        index=here.at.page("statements/index"),
        id=statement.id,
        turned=wording.turned(leading)[0],
        wording=leading.text,
        direct=leading.kind == "direct",
        speaker=speaker,
        by=by,
        when=dated(statement.said),
        labels=quotation_tags(leading),
        carried=carried(statement),
        carriers=tuple(_carrier(here, *lookup.quotations[q], leading, again) for q, again in ids),
        conflicts=tuple(conflict_ref(here, c) for c in lookup.conflicts.get(statement.id, ())),
        events=_events(here, statement),
        similar=tuple(card(here, lookup.statements[s]) for s in statement.similar if s in lookup.statements),
        citations=statement_citations(lookup.sources[leading_source].source, statement, leading, by, link),
        article=bibliography(here, leading_source, (leading_source,)),
        bibliography=bibliography(here, statement.id, statement.sources) if len(statement.sources) > 1 else (),
        address=link,
    )


def carried(statement: Statement) -> str:
    """How many sources carry a statement, and how many of them are separate, in words."""
    sources, origins = len(statement.sources), len(statement.origins)
    if sources == 1:
        return "Carried by one source."
    if origins == sources:
        return f"Carried by {sources} sources, none of them a copy of another."
    separate = "all with the text of one" if origins == 1 else f"{origins} of them separate, the rest copies"
    return f"Carried by {sources} sources, {separate}."


def _by_source(lookup: Lookup, ids: Iterable[str]) -> list[tuple[str, bool]]:
    """Quotations with those of one source together, and whether the one before is of the same source."""
    grouped = by_key(ids, lambda q: lookup.quotations[q][0])
    return [(q, number > 0) for _, members in grouped for number, q in enumerate(members)]


def _carrier(here: Here, source_id: str, quotation: Quotation, leading: Quotation, again: bool) -> Carrier:
    record = here.lookup.sources[source_id]
    to, to_name = (
        party(here, quotation.addressee.actor, quotation.addressee.name) if quotation.addressee else (None, "")
    )
    other = quotation.id != leading.id
    same = other and quotation.text == leading.text
    return Carrier(
        id=quotation.id,
        jump=source_ref(here, source_id, quotation.id),
        again=again,
        outlet=publisher(here, source_id),
        published=dated(record.source.published),
        copy=here.lookup.is_copy(source_id),
        leading=not other,
        tags=quotation_tags(quotation),
        context=context_of(record, quotation),
        changes=word_diff(leading.text, quotation.text) if other and not same else (),
        same=same,
        reason=speaker_reason(quotation),
        said=dated(quotation.said),
        dated_by=_dated_by(here, record, quotation),
        to=to,
        to_name=to_name,
        via=tuple(v.name for v in quotation.via),
        dates=tuple(
            DateNote(
                here.at.record("source", source_id, date_anchor(d.span)),
                d.text,
                in_words(d),
                wording.sentence(d.reason),
            )
            for d in record.dates
            if inside(d.span, quotation.spans)
        ),
    )


def context_of(record: SourceRecord, quotation: Quotation) -> Markup:
    """The passages a quotation stands in, shortened to its surroundings, with its words, speaker and cue marked.

    Where no passage may be shown it is the words alone.
    """
    near = Span(quotation.spans[0].start - AROUND, quotation.spans[-1].end + AROUND)
    marks = [Mark(span, "quotation") for span in quotation.spans]
    if quotation.speaker.mention:
        marks.append(Mark(quotation.speaker.mention.span, "speaker"))
    if quotation.cue:
        marks.append(Mark(quotation.cue.span, "cue"))
    shown: list[str] = []
    for passage in record.passages:
        if inside(passage.span, quotation.spans):
            part = clipped(passage, near)
            before = "… " if part.span.start > passage.span.start else ""
            after = " …" if part.span.end < passage.span.end else ""
            shown.append(f"{before}{draw(part, marks)}{after}")
    words = Passage(Span(0, len(quotation.text)), quotation.text)
    shown = shown or [draw(words, [Mark(words.span, "quotation")])]
    return Markup(' <span class="or-gap">[…]</span> '.join(shown))


def clipped(passage: Passage, near: Span) -> Passage:
    """The part of a passage inside a span, cut at words."""
    start, end = max(passage.span.start, near.start), min(passage.span.end, near.end)
    text, offset = passage.text, passage.span.start
    while passage.span.start < start < end and text[start - offset - 1 : start - offset + 1].isalnum():
        start += 1
    while start < end < passage.span.end and text[end - offset - 1 : end - offset + 1].isalnum():
        end -= 1
    return Passage(Span(start, end), text[start - offset : end - offset], passage.kind)


def around(record: SourceRecord, span: Span, reach: int = 90) -> str:
    """The words around a span that may be shown, with an ellipsis where a passage is cut; empty where none may."""
    near = Span(span.start - reach, span.end + reach)
    for passage in record.passages:
        if overlap(passage.span, span):
            part = clipped(passage, near)
            before = "… " if part.span.start > passage.span.start else ""
            after = " …" if part.span.end < passage.span.end else ""
            return f"{before}{part.text.strip()}{after}"
    return ""


def _dated_by(here: Here, record: SourceRecord, quotation: Quotation) -> Ref:
    """The way to the words a quotation is dated by: the nearest date its reason quotes, else the quotation."""
    start = quotation.spans[0].start
    named = [d for d in record.dates if f"‘{d.text}’" in quotation.said.reason]
    if not named:
        return Ref(here.at.record("source", record.source.id, quotation.id), "in the source")
    nearest = min(named, key=lambda d: abs(d.span.start - start))
    return Ref(here.at.record("source", record.source.id, date_anchor(nearest.span)), f"‘{nearest.text}’ in the source")


def _events(here: Here, statement: Statement) -> tuple[Ref, ...]:
    """The events told of in the words of a statement."""
    found: dict[str, Ref] = {}
    for quotation_id in statement.quotations:
        for event in here.lookup.told_in.get(quotation_id, ()):
            found[event] = Ref(here.at.record("event", event), here.lookup.events[event].name)
    return tuple(found.values())
