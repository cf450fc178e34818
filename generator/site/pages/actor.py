"""An actor: names, roles by source, what they said, what others say of them, the events they are part of."""

from dataclasses import dataclass

from generator.model import Actor, Event, Statement
from generator.site import wording
from generator.site.calendar import month_of, sort_key
from generator.site.cards import card, event_line
from generator.site.clean import one_line
from generator.site.lookup import inside, overlap
from generator.site.refs import actor_ref, chip, mention_anchor
from generator.site.views import Card, Chip, EventLine, Here, Ref


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
class Month:
    """The statements of one month, oldest first."""

    name: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """Another actor this one speaks to, speaks of or meets, and how often."""

    other: Ref
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class ActorContext:
    """An actor's page. `index` leads to the list it stands in; `about` are statements of others that name the actor,
    `to` those addressed to them."""

    index: str
    name: str
    kind: str
    lead: str
    notes: tuple[str, ...]
    roles: tuple[RoleRow, ...]
    spellings: tuple[SpellingRow, ...]
    months: tuple[Month, ...]
    statement_count: int
    about: tuple[Card, ...]
    to: tuple[Card, ...]
    took_part: tuple[EventLine, ...]
    company: tuple[Company, ...]
    other_names: tuple[str, ...]


def actor_context(here: Here, actor: Actor) -> ActorContext:
    """The context of an actor's page."""
    lookup = here.lookup
    own = sorted(lookup.spoken_by.get(actor.id, ()), key=statement_key)
    relations = lookup.relations_of.get(actor.id, ())
    about = dict.fromkeys(i for r in relations if r.kind == "speaks of" and r.other == actor.id for i in r.evidence)
    to = dict.fromkeys(i for r in relations if r.kind == "speaks to" and r.other == actor.id for i in r.evidence)
    return ActorContext(
        index=here.at.page("actors/index"),
        name=actor.name,
        kind=wording.ACTOR_KINDS.get(actor.kind, actor.kind),
        lead=lead(actor),
        notes=tuple(wording.sentence(n) for n in actor.notes),
        roles=tuple(
            RoleRow(
                r.text, tuple(_mention_chip(here, s, r.text, actor.id) for s in r.sources), wording.sentence(r.flag)
            )
            for r in actor.roles
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
        months=by_month(here, own),
        statement_count=len(own),
        about=tuple(card(here, lookup.statements[i]) for i in about if lookup.statements[i].speaker != actor.id),
        to=tuple(card(here, lookup.statements[i]) for i in to if lookup.statements[i].speaker != actor.id),
        took_part=tuple(event_line(here, e) for e in sorted(lookup.events_of.get(actor.id, ()), key=event_key)),
        company=_company(here, actor.id),
        other_names=tuple(one_line(a.text) for a in actor.aliases if a.text != actor.name),
    )


def lead(actor: Actor) -> str:
    """The roles that say most: without those another one contains, the most often stated first."""
    texts = [r.text for r in sorted(actor.roles, key=lambda r: -len(r.sources)) if not r.flag]
    kept = [t for t in texts if not any(t != o and t.casefold() in o.casefold() for o in texts)]
    return "; ".join(kept[:3])


def statement_key(statement: Statement) -> tuple[str, str]:
    """Statements in the order they were made; undated ones last."""
    return sort_key(statement.said.value), statement.id


def event_key(event: Event) -> tuple[str, str]:
    """Events in the order of their dates; undated ones last."""
    return sort_key(event.date.value, event.date.earliest), event.id


def by_month(here: Here, statements: list[Statement]) -> tuple[Month, ...]:
    """Statements, already in order, under the month they were made in."""
    months: dict[str, list[Card]] = {}
    for statement in statements:
        months.setdefault(month_of(statement.said.value), []).append(card(here, statement))
    return tuple(Month(name, tuple(cards)) for name, cards in months.items())


def _mention_chip(here: Here, source_id: str, text: str, actor_id: str) -> Chip:
    """A chip to the place where the source uses these words of the actor: the mention itself, or the one they stand
    next to (a role beside a name); else to the list of names of the source."""
    record = here.lookup.sources[source_id]
    wanted = one_line(text).casefold()
    shown = [m for m in record.mentions if m.actor == actor_id and inside(m.span, (p.span for p in record.passages))]
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
