"""Which source carries which claim: in words of its own, or as a copy."""

from dataclasses import dataclass

from generator.model import Event, Statement
from generator.site import wording
from generator.site.calendar import sort_key
from generator.site.cards import card, event_line
from generator.site.clean import shortened
from generator.site.narrowing import Choice, choices
from generator.site.pages.statement import carried
from generator.site.paging import event_order
from generator.site.refs import source_name, source_ref
from generator.site.views import Chip, Here, Ref, When

COLUMNS = 14  # sources side by side that a page has room for; more stand with their signs behind each claim
ROWS = 100  # claims in a table; those of most separate sources come first
SHARES = {
    "own": ("●", "in words of its own"),
    "relayed": ("◐", "passed on from another outlet it names"),
    "copy": ("○", "copied"),
    "unknown": ("?", "origin unknown"),
}


@dataclass(frozen=True, slots=True)
class Share:
    """How a source comes to carry a claim: own, relayed, copy or unknown, with its sign and its words."""

    kind: str
    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A source's share in a claim: the way to its words, what to call it, and how it comes to carry the claim."""

    href: str
    name: str
    title: str
    share: Share


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement or event of several sources; `carried` says how many of them are separate.

    `cells` stand in the order of the page's columns, None for a source that does not carry it; without columns they are
    those that do, separate ones first. `actors` and `sources` are the ids a table can be narrowed to.
    """

    ref: Ref
    by: str
    when: When
    carried: str
    cells: tuple[Cell | None, ...]
    actors: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Sources that carry one text."""

    kind: str
    original: Ref
    copies: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A source at the head of the table: its page, what to call it in a few words, its day."""

    ref: Ref
    name: str
    day: str
    id: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Claims by source: the first `rows` of `total`, those of most separate sources first."""

    id: str
    name: str
    first: str
    rows: tuple[Claim, ...]
    total: int
    single: int


@dataclass(frozen=True, slots=True)
class CorroborationContext:
    """The page of corroboration: claims of several sources first, then how many have one source only, then copies.

    `columns` are the sources of the tables by date; none where they are too many to stand side by side. `choices` are
    what the tables can be narrowed to.
    """

    columns: tuple[Column, ...]
    shares: tuple[Share, ...]
    matrices: tuple[Matrix, ...]
    choices: tuple[Choice, ...]
    copies: tuple[CopyGroup, ...]


def carriers_context(here: Here) -> CorroborationContext:
    """The context of the page of corroboration."""
    dossier = here.lookup.dossier
    statements = [s for s in dossier.statements if len(s.sources) > 1]
    order = here.lookup.place
    statements.sort(key=lambda s: (-len(s.origins), -len(s.sources), order(s)))
    events = [e for e in dossier.events if len(set(e.sources)) > 1]
    events.sort(key=lambda e: (-len(e.sources), event_order(e)))
    shown: list[Statement | Event] = [*statements[:ROWS], *events[:ROWS]]
    sharing = sorted({source for item in shown for source in item.sources}, key=lambda s: _by_day(here, s))
    columns = tuple(sharing) if len(sharing) <= COLUMNS else ()
    return CorroborationContext(
        columns=tuple(_column(here, c) for c in columns),
        shares=tuple(_share(kind) for kind in SHARES),
        matrices=(
            Matrix(
                "statements",
                "Statements",
                "Statement",
                tuple(_statement_claim(here, s, columns) for s in statements[:ROWS]),
                len(statements),
                len(dossier.statements) - len(statements),
            ),
            Matrix(
                "events",
                "Events",
                "Event",
                tuple(_event_claim(here, e, columns) for e in events[:ROWS]),
                len(events),
                len(dossier.events) - len(events),
            ),
        ),
        choices=choices(here, shown),
        copies=tuple(
            CopyGroup(
                wording.EDITION.get(c.kind, wording.plain(c.kind)),
                source_ref(here, c.original),
                tuple(source_ref(here, s) for s in c.sources if s != c.original),
            )
            for c in dossier.copies
        ),
    )


def _by_day(here: Here, source: str) -> tuple[str, str]:
    published = here.lookup.sources[source].source.published
    return sort_key(published.value, published.earliest), source


def _column(here: Here, source: str) -> Column:
    ref = source_ref(here, source)
    name = source_name(here, source)
    return Column(ref, name, "" if name.endswith(ref.title) else ref.title, source)


def _share(kind: str) -> Share:
    return Share(kind, *SHARES[kind])


def _statement_claim(here: Here, statement: Statement, columns: tuple[str, ...]) -> Claim:
    view = card(here, statement)
    ref = Ref(view.href, shortened(view.wording, 160))
    via = {here.lookup.quotations[q][0] for q in statement.quotations if here.lookup.quotations[q][1].via}
    shares = {s: _share_of(here, s, s in statement.origins, s in via) for s in dict.fromkeys(statement.sources)}
    cells = _cells(here, view.chips, shares, columns)
    return Claim(ref, view.by, view.when, carried(statement), cells, view.actors, view.sources)


def _event_claim(here: Here, event: Event, columns: tuple[str, ...]) -> Claim:
    line = event_line(here, event)
    shares = {s: _share_of(here, s, not here.lookup.is_copy(s), False) for s in dict.fromkeys(event.sources)}
    separate = sum(s.kind != "copy" for s in shares.values())
    told = f"Told by {len(shares)} sources; {separate} of them copy none of the others."
    cells = _cells(here, line.chips, shares, columns)
    return Claim(Ref(line.href, line.name), line.status.text, line.when, told, cells, line.actors, line.sources)


def _share_of(here: Here, source: str, separate: bool, via: bool) -> Share:
    """How a source comes to carry a claim; `separate` where it is no copy of another source that carries it, `via`
    where it names another outlet for these very words.

    A text whose words were swapped copies something that is not among the sources: nobody knows what.
    """
    if not separate:
        return _share("copy" if here.lookup.is_copy(source) else "unknown")
    own = here.lookup.sources[source].source
    return _share("relayed" if via else "unknown" if "words_swapped" in own.quality else "own")


def _cells(
    here: Here, chips: tuple[Chip, ...], shares: dict[str, Share], columns: tuple[str, ...]
) -> tuple[Cell | None, ...]:
    """The cells of a row. A chip's source is found by its address."""
    by_page = {chip.href.partition("#")[0]: chip for chip in chips}
    found: dict[str, Cell] = {}
    for source, share in sorted(shares.items(), key=lambda pair: list(SHARES).index(pair[1].kind)):
        ref = source_ref(here, source)
        if chip := by_page.get(ref.href):
            found[source] = Cell(chip.href, chip.text, f"{ref.text}: {share.words}", share)
    return tuple(found.get(column) for column in columns) if columns else tuple(found.values())
