"""Which source carries which claim: in words of its own, or as a copy."""

from dataclasses import dataclass

from generator.model import Event, Statement
from generator.site import wording
from generator.site.cards import card, event_line
from generator.site.clean import shortened
from generator.site.pages.statement import carried
from generator.site.paging import event_order, statement_order
from generator.site.refs import source_ref
from generator.site.views import Chip, Here, Ref, When

COLUMNS = 12  # above this many sources a table is too wide to read, and the sources stand below each claim


@dataclass(frozen=True, slots=True)
class Cell:
    """A source's share in a claim: the way to its words, and whether it is a copy."""

    href: str
    title: str
    copy: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement or event of several sources; `carried` says how many of them are separate.

    `cells` stand in the order of the page's columns, None for a source that does not carry it; `chips` are the same
    sources as a list.
    """

    ref: Ref
    by: str
    when: When
    carried: str
    cells: tuple[Cell | None, ...]
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Sources that carry one text."""

    kind: str
    original: Ref
    copies: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class CorroborationContext:
    """The page of corroboration: claims of several sources first, then how many have one source only, then copies.

    `columns` are the sources of the table; empty where they are too many for one.
    """

    columns: tuple[Ref, ...]
    statements: tuple[Claim, ...]
    events: tuple[Claim, ...]
    single_statements: int
    single_events: int
    copies: tuple[CopyGroup, ...]


def carriers_context(here: Here) -> CorroborationContext:
    """The context of the page of corroboration."""
    dossier = here.lookup.dossier
    statements = [s for s in dossier.statements if len(s.sources) > 1]
    order = statement_order(here.lookup)
    statements.sort(key=lambda s: (-len(s.origins), -len(s.sources), order(s)))
    events = [e for e in dossier.events if len(e.sources) > 1]
    events.sort(key=lambda e: (-len(e.sources), event_order(e)))
    columns = tuple(r.source.id for r in dossier.sources)
    columns = columns if len(columns) <= COLUMNS else ()
    return CorroborationContext(
        columns=tuple(source_ref(here, c) for c in columns),
        statements=tuple(_statement_claim(here, s, columns) for s in statements),
        events=tuple(_event_claim(here, e, columns) for e in events),
        single_statements=len(dossier.statements) - len(statements),
        single_events=len(dossier.events) - len(events),
        copies=tuple(
            CopyGroup(
                wording.EDITION.get(c.kind, wording.plain(c.kind)),
                source_ref(here, c.original),
                tuple(source_ref(here, s) for s in c.sources if s != c.original),
            )
            for c in dossier.copies
        ),
    )


def _statement_claim(here: Here, statement: Statement, columns: tuple[str, ...]) -> Claim:
    view = card(here, statement)
    ref = Ref(view.href, shortened(view.wording, 160))
    separate = frozenset(statement.origins)
    cells = _cells(here, view.chips, view.sources, columns, separate)
    return Claim(ref, view.by, view.when, carried(statement), cells, view.chips)


def _event_claim(here: Here, event: Event, columns: tuple[str, ...]) -> Claim:
    line = event_line(here, event)
    separate = frozenset(s for s in event.sources if not here.lookup.is_copy(s))
    told = f"Told by {len(event.sources)} sources; {len(separate)} of them copy none of the others."
    cells = _cells(here, line.chips, tuple(dict.fromkeys(event.sources)), columns, separate)
    return Claim(Ref(line.href, line.name), line.status.text, line.when, told, cells, line.chips)


def _cells(
    here: Here, chips: tuple[Chip, ...], sources: tuple[str, ...], columns: tuple[str, ...], separate: frozenset[str]
) -> tuple[Cell | None, ...]:
    """The cells of a row; `chips` and `sources` are the same sources, found by the address the chip leads to."""
    by_page = {chip.href.partition("#")[0]: chip for chip in chips}
    found: list[Cell | None] = []
    for column in columns:
        ref = source_ref(here, column)
        chip = by_page.get(ref.href)
        if chip is None or column not in sources:
            found.append(None)
        else:
            copy = column not in separate
            found.append(Cell(chip.href, f"{ref.text}: {'a copy' if copy else 'in words of its own'}", copy))
    return tuple(found)
