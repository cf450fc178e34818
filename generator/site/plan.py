"""Every page of the site, in order: its address, title, template, and how its context is made when its turn comes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple, TypeVar

from generator.model import Actor, Event, LedgerEntry, SourceRecord, Statement
from generator.site import structured
from generator.site.addresses import SECTIONS, page_uri
from generator.site.calendar import readable
from generator.site.clean import one_line, shortened
from generator.site.conflict_parts import conflict_parts
from generator.site.lookup import Lookup
from generator.site.pages import (
    about,
    actor,
    compare,
    corroboration,
    event,
    figures,
    gone,
    home,
    indexes,
    lists,
    network,
    source,
    statement,
    timeline,
)
from generator.site.paging import event_month, event_order, statement_month, stretches
from generator.site.refs import speaker_of
from generator.site.views import Here, dated
from generator.site.wording import ACTOR_KINDS, STATUS, count, plain, turned

Make = Callable[[Here, str], Any]
# A page's title and description, plain text.
Names = Callable[[Here], tuple[str, str]]
EVENTS = "events"
R = TypeVar("R")


class PagePlan(NamedTuple):
    """A page to be made. `uri` is its address without extension; `names` gives its title and its description, which
    for most pages of a build nobody asks for.

    `context` makes the template's context and `data` the page's JSON-LD, both from the dossier as seen from the page
    and the page's own link; `search` says whether the site's search finds it, and `near` what it is found with: the
    article that it is of, or `EVENTS` and its month; `to` is the uri a merged page leads to.
    """

    uri: str
    names: Names
    template: str
    context: Make
    data: Make | None = None
    search: bool = False
    near: str = ""
    to: str | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """A context made of a record and of what the dossier says of it, and of nothing else; `linked` where the page's own
    link goes into it. There are thousands, and a closure for each would take seven times the memory."""

    make: Callable[..., Any]
    record: Any
    linked: bool

    def __call__(self, here: Here, link: str) -> Any:
        """The context."""
        return self.make(here, link, self.record) if self.linked else self.make(here, self.record)


def _of(make: Callable[[Here, R], Any], record: R) -> Make:
    """A context made from one record."""
    return Bound(make, record, linked=False)


def _linked(make: Callable[[Here, str, R], Any], record: R) -> Make:
    """A context made from one record and the page's own link."""
    return Bound(make, record, linked=True)


def _whole(make: Callable[[Here], Any]) -> Make:
    """A context made from the whole dossier."""
    return lambda here, link: make(here)


def titled(title: str, description: str) -> Names:
    """The names of a page that are known already."""
    return lambda here: (title, description)


def pages(lookup: Lookup, yaml: tuple[str, ...], version: str) -> Iterator[PagePlan]:
    """The plan of every page; `yaml` are the data files, below the data folder."""
    yield from _overviews(lookup, yaml, version)
    yield from _parts(lookup)
    yield from _records(lookup)
    yield from _gone(lookup)


def _overviews(lookup: Lookup, yaml: tuple[str, ...], version: str) -> Iterator[PagePlan]:
    d = lookup.dossier
    scope = shortened(d.scope, 200)
    yield PagePlan("index", titled(d.title, scope), "home.html", _whole(home.home_context), structured.dataset)
    for uri, title, about_it, template, make in (
        ("statements/index", "Statements", "Who said what, when", "statements.html", lists.statements_context),
        ("actors/index", "Actors", "People, organisations, states, groups", "actors.html", indexes.actors_context),
        ("events/index", "Events", "What happened and what is planned", "events.html", indexes.events_context),
        ("sources/index", "Sources", "The articles behind the pages", "sources.html", indexes.sources_context),
        ("timeline", "Timeline", "Said, happened, planned", "timeline.html", timeline.timeline_context),
        ("conflicts", "Conflicts", "Where sources disagree", "conflicts.html", compare.conflicts_context),
        (
            "corroboration",
            "Corroboration",
            "Who carries what",
            "corroboration.html",
            corroboration.carriers_context,
        ),
        ("figures", "Figures", "Every quantity with its source", "figures.html", figures.figures_context),
        ("network", "Network", "Who speaks to, of and meets whom", "network.html", network.network_context),
        ("decisions", "Decisions", "What people settled", "decisions.html", gone.decisions_context),
        ("issues", "Issues", "What was skipped or left open, and why", "issues.html", about.issues_context),
    ):
        yield PagePlan(uri, titled(title, f"{about_it}. {d.title}"), template, _whole(make))
    method, data = titled("Method", "How these pages are made"), titled("Data", "The files behind the pages")
    yield PagePlan("method", method, "method.html", _of(about.method_context, version))
    yield PagePlan("data/index", data, "data.html", _of(about.data_context, yaml))


def _parts(lookup: Lookup) -> Iterator[PagePlan]:
    """The parts of lists too long for one page."""
    everything = lists.ordered_statements(lookup, lookup.dossier.statements)
    for stretch in stretches(everything, statement_month):
        title = f"Statements, {stretch.name}"
        make = _of(lists.stretch_context, (None, stretch))
        yield PagePlan(f"statements/{stretch.key}", titled(title, title), "statements.html", make)
    for a in lookup.dossier.actors:
        own = lists.ordered_statements(lookup, lookup.spoken_by.get(a.id, ()))
        for stretch in stretches(own, statement_month):
            title = f"{one_line(a.name)}, {stretch.name}"
            make = _of(lists.stretch_context, (a, stretch))
            yield PagePlan(f"{page_uri('actor', a.id)}/{stretch.key}", titled(title, title), "statements.html", make)
    for letter in stretches(indexes.ordered_actors(lookup.dossier.actors), indexes.actor_letter, indexes.letter_name):
        title, make = f"Actors, {letter.name}", _of(indexes.actors_part_context, letter)
        yield PagePlan(f"actors/{letter.key}", titled(title, title), "actors.html", make)
    for month in stretches(sorted(lookup.dossier.events, key=event_order), event_month):
        title, make = f"Events, {month.name}", _of(indexes.events_part_context, month)
        yield PagePlan(f"events/{month.key}", titled(title, title), "events.html", make)
    for issue in stretches(indexes.ordered_sources(lookup.dossier.sources), indexes.source_month):
        title, make = f"Sources, {issue.name}", _of(indexes.sources_part_context, issue)
        yield PagePlan(f"sources/{issue.key}", titled(title, title), "sources.html", make)
    for kind in conflict_parts(lookup.dossier.conflicts):
        title, make = f"Conflicts, {kind.name}", _of(compare.conflicts_part_context, kind)
        yield PagePlan(f"conflicts/{kind.key}", titled(title, title), "conflicts.html", make)
    for part in stretches(timeline.timeline_items(lookup), timeline.item_month):
        title, make = f"Timeline, {part.name}", _of(timeline.timeline_part_context, part)
        yield PagePlan(f"timeline/{part.key}", titled(title, title), "timeline.html", make)
    counted = figures.counted_figures(lookup)
    for group in stretches(counted, figures.figure_letter, figures.figure_letter_name):
        title, make = group.name, _of(figures.figures_part_context, group)
        yield PagePlan(f"figures/{group.key}", titled(title, title), "figures.html", make)


def _records(lookup: Lookup) -> Iterator[PagePlan]:
    d = lookup.dossier
    for a in d.actors:
        make, data = _linked(actor.actor_context, a), _linked(structured.actor, a)
        yield PagePlan(page_uri("actor", a.id), partial(_actor, a), "actor.html", make, data, search=True)
    for e in d.events:
        make, data = _linked(event.event_context, e), _linked(structured.event, e)
        uri, near = page_uri("event", e.id), f"{EVENTS} {event_month(e)}"
        yield PagePlan(uri, partial(_event, e), "event.html", make, data, search=True, near=near)
    for r in d.sources:
        make, data, near = _linked(source.source_context, r), _linked(structured.article, r), r.source.id
        yield PagePlan(page_uri("source", near), partial(_source, r), "source.html", make, data, search=True, near=near)
    for st in d.statements:
        make, data = _linked(statement.statement_context, st), _linked(structured.quotation, st)
        uri, near = page_uri("statement", st.id), min(st.sources, default="")
        yield PagePlan(uri, partial(_statement, st), "statement.html", make, data, search=True, near=near)


def _actor(a: Actor, here: Here) -> tuple[str, str]:
    said = count(len(here.lookup.spoken_by.get(a.id, ())), "statement")
    return one_line(a.name), f"{ACTOR_KINDS.get(a.kind, a.kind)}. {said} on record, with the sources."


def _event(e: Event, here: Here) -> tuple[str, str]:
    when = f"{STATUS.get(e.status, e.status).capitalize()}, {readable(e.date.value)}"
    return one_line(e.name), f"{when}. {count(len(e.sources), 'source')}."


def _source(r: SourceRecord, here: Here) -> tuple[str, str]:
    s = r.source
    by = ", ".join(p for p in (s.outlet, readable(s.published.value) if s.published.value else None) if p)
    told = f"{count(len(r.quotations), 'quotation')} with the passages they stand in."
    return one_line(s.title) or s.file, f"{by + '. ' if by else ''}{told}"


def _statement(st: Statement, here: Here) -> tuple[str, str]:
    _, quotation = here.lookup.leading(st)
    by = one_line(speaker_of(here, st, quotation)[1])
    told = f"{by} {turned(quotation)[0]}".strip()
    title = f"{told}: {shortened(quotation.text, 80)}"
    return title, shortened(f"{told}, {dated(st.said).text}: {quotation.text}", 300)


def _gone(lookup: Lookup) -> Iterator[PagePlan]:
    """A page for every address that was published and has no record any more."""
    for entry in lookup.dossier.ledger:
        if entry.status == "live" or entry.kind not in SECTIONS:
            continue
        final = _last(entry, lookup.addresses)
        to = page_uri(entry.kind, final.to) if final.status == "merged" and final.to else None
        name = one_line(entry.name) or entry.id
        what = "moved" if to else "split" if final.status == "split" else "withdrawn"
        yield PagePlan(
            page_uri(entry.kind, entry.id),
            titled(f"{name} ({what})", f"This {plain(entry.kind)} was {'merged into another one' if to else what}."),
            "gone.html",
            _of(gone.gone_context, (entry, final)),
            to=to,
            gone=True,
        )


def _last(entry: LedgerEntry, entries: Mapping[tuple[str, str], LedgerEntry]) -> LedgerEntry:
    """The end of a chain of mergers: the entry whose `to` is live, or one that was split or withdrawn."""
    seen = {entry.id}
    while entry.status == "merged" and entry.to:
        following = entries.get((entry.kind, entry.to))
        if following is None or following.status == "live" or following.id in seen:
            break
        entry = following
        seen.add(entry.id)
    return entry
