"""Lists of statements: of all, or of one actor; on one page, or month by month where they are long."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Actor, Statement
from generator.site.cards import card
from generator.site.lookup import Lookup
from generator.site.narrowing import Choice, choices
from generator.site.paging import Stretch, by_key, month_name, statement_month, stretches
from generator.site.views import Card, Here, Ref


@dataclass(frozen=True, slots=True)
class Month:
    """The statements of one month, oldest first."""

    name: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a long list and how many entries it has."""

    ref: Ref
    count: int


@dataclass(frozen=True, slots=True)
class StatementsContext:
    """A list of statements. `parts` are the pages of a list too long for one, which then has no `months` itself;
    `index` leads up from a part (empty on the whole list); `choices` are what it can be narrowed to."""

    title: str
    kicker: str
    index: str
    months: tuple[Month, ...]
    parts: tuple[Part, ...]
    choices: tuple[Choice, ...]


def statements_context(here: Here) -> StatementsContext:
    """The context of the list of all statements."""
    ordered = ordered_statements(here.lookup, here.lookup.dossier.statements)
    total = f"{len(ordered):,} statement{'' if len(ordered) == 1 else 's'}"
    return StatementsContext(
        "Statements", total, "", *months_or_parts(here, ordered, "statements"), choices(here, ordered)
    )


def stretch_context(here: Here, of: tuple[Actor | None, Stretch[Statement]]) -> StatementsContext:
    """The context of a part of the list of all statements, or of an actor's."""
    actor, stretch = of
    title = stretch.name if actor is None else f"{actor.name}, {stretch.name}"
    return StatementsContext(
        title=title,
        kicker="Statements" if actor is None else actor.name,
        index=here.at.page("statements/index") if actor is None else here.at.record("actor", actor.id),
        months=months(here, stretch.items),
        parts=(),
        choices=choices(here, stretch.items),
    )


def ordered_statements(lookup: Lookup, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Statements in the order of a list."""
    return tuple(sorted(statements, key=lookup.place))


def months_or_parts(
    here: Here, ordered: tuple[Statement, ...], base: str
) -> tuple[tuple[Month, ...], tuple[Part, ...]]:
    """The statements by month where one page holds them, else the pages below `base` that do."""
    split = stretches(ordered, statement_month)
    if not split:
        return months(here, ordered), ()
    return (), tuple(Part(Ref(here.at.page(f"{base}/{s.key}"), s.name), len(s.items)) for s in split)


def months(here: Here, ordered: Sequence[Statement]) -> tuple[Month, ...]:
    """Statements, already in order, as cards under the month they were made in."""
    return tuple(
        Month(month_name(key), tuple(card(here, s) for s in members))
        for key, members in by_key(ordered, statement_month)
    )
