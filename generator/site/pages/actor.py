"""An actor: names, roles by source, what they said, what others say of them, the events they are part of."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Actor, Statement
from generator.site import wording
from generator.site.cards import card, event_line
from generator.site.cite import Citation, page_citations
from generator.site.clean import one_line
from generator.site.grouping import overlap
from generator.site.naming import called, other_names
from generator.site.pages.lists import Month, Part, months_or_parts, ordered_statements
from generator.site.paging import by_key, event_order
from generator.site.references import bibliography
from generator.site.refs import actor_ref, chip, mention_anchor
from generator.site.views import Card, Chip, EventLine, Here, Ref

OTHERS = 100  # events, and statements of others, shown on an actor's page: the newest


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role as sources state it, and what is odd about it (empty when nothing is)."""

    text: str
    chips: tuple[Chip, ...]
    flag: str


@dataclass(frozen=True, slots=True)
class SpellingRow:
    """A name or description used for the actor, how often, where, and why it is taken to be them."""

    text: str
    count: int
    chips: tuple[Chip, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Company:
    """Another actor this one speaks to, speaks of or meets, and how often."""

    other: Ref
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class MaybeOne:
    """Another actor that may be the same one, and why they stand apart."""

    other: Ref
    why: str


@dataclass(frozen=True, slots=True)
class ActorContext:
    """An actor's page. `index` leads to the list it stands in; `about` are statements of others that name the actor,
    `to` those addressed to them, the newest of `about_count` and
    `to_count`; `took_part` are the newest of `event_count` events."""

    index: str
    name: str
    kind: str
    lead: str
    notes: tuple[str, ...]
    perhaps: tuple[MaybeOne, ...]
    roles: tuple[RoleRow, ...]
    spellings: tuple[SpellingRow, ...]
    months: tuple[Month, ...]
    parts: tuple[Part, ...]
    statement_count: int
    about: tuple[Card, ...]
    about_count: int
    to: tuple[Card, ...]
    to_count: int
    took_part: tuple[EventLine, ...]
    event_count: int
    company: tuple[Company, ...]
    other_names: tuple[str, ...]
    called: tuple[str, ...]
    address: str
    citations: tuple[Citation, ...]
    bibliography: tuple[Ref, ...]


def actor_context(here: Here, link: str, actor: Actor) -> ActorContext:
    """The context of an actor's page."""
    lookup = here.lookup
    own = ordered_statements(lookup, lookup.spoken_by.get(actor.id, ()))
    by_month, parts = months_or_parts(here, own, f"actors/{actor.id}")
    events = sorted(lookup.events_of.get(actor.id, ()), key=event_order)
    relations = lookup.relations_of.get(actor.id, ())
    about = dict.fromkeys(i for r in relations if r.kind == "speaks of" and r.other == actor.id for i in r.evidence)
    to = dict.fromkeys(i for r in relations if r.kind == "speaks to" and r.other == actor.id for i in r.evidence)
    return ActorContext(
        index=here.at.page("actors/index"),
        name=actor.name,
        kind=wording.ACTOR_KINDS.get(actor.kind, actor.kind),
        lead=lead(actor),
        notes=tuple(wording.sentence(n) for n in actor.notes),
        perhaps=tuple(MaybeOne(actor_ref(here, p.actor), wording.sentence(p.why)) for p in actor.perhaps),
        roles=tuple(
            RoleRow(
                same[0].text,
                tuple(_mention_chip(here, s, r.text, actor.id) for r in same for s in r.sources),
                wording.sentence(same[0].flag),
            )
            for _, same in by_key(actor.roles, lambda r: f"{r.text.casefold()} {r.flag}")
        ),
        spellings=tuple(
            SpellingRow(
                a.text,
                a.count,
                tuple(_mention_chip(here, s, a.text, actor.id) for s in a.sources),
                wording.sentence(a.rule),
            )
            for a in actor.aliases
        ),
        months=by_month,
        parts=parts,
        statement_count=len(own),
        about=tuple(card(here, s) for s in _newest(here, about)),
        about_count=len(about),
        to=tuple(card(here, s) for s in _newest(here, to)),
        to_count=len(to),
        took_part=tuple(event_line(here, e) for e in events[-OTHERS:]),
        event_count=len(events),
        company=_company(here, actor.id),
        other_names=other_names(actor),
        called=called(actor),
        address=link,
        citations=page_citations(actor.name, lookup.dossier.title, link),
        bibliography=bibliography(here, actor.id, (s for statement in own for s in statement.sources)),
    )


def _newest(here: Here, ids: Iterable[str]) -> tuple[Statement, ...]:
    """The newest statements of some, oldest first."""
    return ordered_statements(here.lookup, [here.lookup.statements[i] for i in ids])[-OTHERS:]


def lead(actor: Actor) -> str:
    """The roles that say most: without those another one contains, the most often stated first."""
    texts = [r.text for r in sorted(actor.roles, key=lambda r: -len(r.sources)) if not r.flag]
    kept = [t for t in texts if not any(t != o and t.casefold() in o.casefold() for o in texts)]
    return "; ".join(kept[:3])


def _mention_chip(here: Here, source_id: str, text: str, actor_id: str) -> Chip:
    """A chip to the place where the source uses these words of the actor: the mention itself, or the one they stand
    next to (a role beside a name); else to the list of names of the source."""
    record = here.lookup.sources[source_id]
    wanted = one_line(text).casefold()
    shown = here.lookup.named[actor_id, source_id]
    for mention in shown:
        if one_line(mention.text).casefold() == wanted:
            return chip(here, source_id, mention_anchor(mention.span))
    for passage in record.passages:
        at = passage.text.casefold().find(text.casefold())
        near = [m for m in shown if overlap(m.span, passage.span)]
        if at >= 0 and near:
            role = passage.span.start + at
            return chip(here, source_id, mention_anchor(min(near, key=lambda m: abs(m.span.start - role)).span))
    return chip(here, source_id, mention_anchor(shown[0].span) if shown else "names")


def _company(here: Here, actor_id: str) -> tuple[Company, ...]:
    rows = []
    for r in here.lookup.relations_of.get(actor_id, ()):
        if r.actor == actor_id:
            rows.append(Company(actor_ref(here, r.other), r.kind, len(r.evidence)))
        elif r.kind == "meets":
            rows.append(Company(actor_ref(here, r.actor), r.kind, len(r.evidence)))
    return tuple(rows)
