"""The page of figures: each quantity as its sources give it, with its date and who it is credited to."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, count
from typing import NamedTuple
from urllib.parse import quote

from generator.lexicons import rows, table
from generator.model import Figure, Source
from generator.site import wording
from generator.site.calendar import readable, sort_key
from generator.site.clean import one_line, shortened
from generator.site.lookup import Lookup
from generator.site.narrowing import Choice, choices_of
from generator.site.pages.lists import Part
from generator.site.paging import Stretch, by_key, stretches
from generator.site.pictures.axis import extent
from generator.site.pictures.quantities import Panels, Reading, panels_of
from generator.site.refs import conflict_ref, party, source_name
from generator.site.views import Chip, Here, Ref

_TOLLS = frozenset({"death toll", "toll", "tally", "deaths", "fatalities", "casualties", "number of dead"})
_BARE = {"percent": "shares", "%": "shares"}
_NO_WORD = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as one source gives it; `actors` and `sources` are the ids a table can be narrowed to."""

    value: str
    text: str
    when: str
    detail: str
    by: str
    jump: Chip
    contested: Ref | None
    actors: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The figures that count one thing."""

    id: str
    what: str
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class FiguresContext:
    """The page of figures or a part of it, those given most often first. `picture` is None where no quantity is given
    twice. Figures too many for one page have `parts` and no `groups`; `index` leads up; `choices` are what picture and
    tables can be narrowed to."""

    title: str
    index: str
    groups: tuple[FigureGroup, ...]
    parts: tuple[Part, ...]
    total: int
    picture: Panels | None
    choices: tuple[Choice, ...]


class Counted(NamedTuple):
    """A figure with what it counts, in words, and its source."""

    what: str
    source: Source
    figure: Figure


def counted_figures(lookup: Lookup) -> tuple[Counted, ...]:
    """All figures by what they count, each quantity in the order of the dates."""
    found = [Counted(_what(f), r.source, f) for r in lookup.dossier.sources for f in r.figures]
    return tuple(sorted(found, key=lambda c: (c.what.casefold(), c.what, sort_key(_date(c)))))


def _what(figure: Figure) -> str:
    """What a figure counts; of people also what befell them, however the source calls them: "people killed".

    A sum or a share of nothing named is called by what was done with it ("debt"), else by its unit ("sums in EUR").
    """
    what = one_line(wording.plain(figure.what))
    if figure.unit != "count":
        unit = one_line(wording.plain(figure.unit))
        return (
            what
            or table("deed_labels").get(figure.action, "")
            or _BARE.get(unit)
            or (f"sums in {unit}" if unit.isupper() else unit)
        )
    what = what or "not said of what"
    befell = _befell().get(figure.action)
    kind = "people" if what.casefold() in _TOLLS else table("people_nouns").get(what.casefold(), "")
    return f"{kind} {befell}" if kind and befell else what


@cache
def _befell() -> dict[str, str]:
    """How it is told what befell people: "taking part", "without power"."""
    return {row[0]: row[2] for row in rows("deed_labels") if len(row) > 2}


def _title(what: str) -> str:
    return what[:1].upper() + what[1:]


def quantity_ids(found: Iterable[Counted]) -> dict[str, str]:
    """The name of each quantity's place on its page, by what is counted: letters and digits, and all different."""
    ids: dict[str, str] = {}
    used: set[str] = set()
    for what in dict.fromkeys(c.what for c in found):
        plain = f"figures-{_NO_WORD.sub('-', what.lower()).strip('-')}"
        ids[what] = next(i for i in chain((plain,), (f"{plain}-{n}" for n in count(2))) if i not in used)
        used.add(ids[what])
    return ids


def figure_letter(counted: Counted) -> str:
    """The key of the part of a long list that a quantity stands in: its first letter, `0` where that is no a to z."""
    first = counted.what[:1].lower()
    return first if "a" <= first <= "z" else "0"


def figure_letter_name(key: str) -> str:
    """A part's key in words: `Figures: T`."""
    return f"Figures: {'other' if key == '0' else key.upper()}"


def figures_context(here: Here) -> FiguresContext:
    """The context of the page of figures."""
    found = counted_figures(here.lookup)
    split = stretches(found, figure_letter, figure_letter_name)
    part_of = {c.what: f"figures/{s.key}" for s in reversed(split) for c in s.items}
    parts = tuple(Part(Ref(here.at.page(f"figures/{s.key}"), s.name), len(s.items)) for s in split)
    ids = {what: name for s in reversed(split) for what, name in quantity_ids(s.items).items()} or quantity_ids(found)
    return _context(here, found, "Figures", "", parts, part_of, ids)


def figures_part_context(here: Here, stretch: Stretch[Counted]) -> FiguresContext:
    """The context of a part of the figures."""
    ids = quantity_ids(stretch.items)
    return _context(here, stretch.items, stretch.name, here.at.page("figures"), (), {}, ids)


def _context(
    here: Here,
    found: Sequence[Counted],
    title: str,
    index: str,
    parts: tuple[Part, ...],
    part_of: Mapping[str, str],
    ids: Mapping[str, str],
) -> FiguresContext:
    """`part_of` gives the page that holds the table of a quantity; none where it stands on this one; `ids` the name of
    its place there."""
    ordered = sorted(by_key(found, lambda c: c.what), key=lambda pair: -len(pair[1]))
    groups, charted = [], []
    actors: set[str] = set()
    for what, members in ordered:
        readings, rows = [], []
        for c in members:
            by, reading = _reading(here, c.source, c.figure)
            readings.append(reading)
            if not parts:
                rows.append(_row(here, c, by, reading))
        groups.append(FigureGroup(ids[what], _title(what), tuple(rows)))
        uri = part_of.get(what)
        href = here.at.page(uri, ids[what]) if uri else f"#{quote(ids[what])}"
        charted.append((href, _title(what), readings))
        actors.update(a for reading in readings for a in reading.actors)
    return FiguresContext(
        title=title,
        index=index,
        groups=() if parts else tuple(groups),
        parts=parts,
        total=len(found),
        picture=panels_of(charted, here.lookup.conflicts),
        choices=choices_of(here, actors, (c.source.id for c in found)),
    )


def _date(counted: Counted) -> str | None:
    return counted.figure.date or counted.source.published.value


def _reading(here: Here, source: Source, f: Figure) -> tuple[str, Reading]:
    """A figure as a point of a chart, and who gives it in full."""
    by, actors = "", ()  # type: str, tuple[str, ...]
    if f.quotation and f.quotation in here.lookup.quotations:
        speaker = here.lookup.quotations[f.quotation][1].speaker
        _, by = party(here, speaker.actor, speaker.name)
        actors = (speaker.actor,) if speaker.actor else ()
    published = source.published
    when = extent(f.date) or extent(published.value, published.earliest, published.latest)
    href = here.at.record("source", source.id, f.id)
    return by, Reading(f, when, href, shortened(by, 60), source.id, source_name(here, source.id), actors)


def _row(here: Here, counted: Counted, by: str, reading: Reading) -> FigureRow:
    """A figure as a row of the table."""
    source, f = counted.source, counted.figure
    contested = here.lookup.conflicts.get(f.id, ())
    told = (by.casefold(), f.what.casefold())
    return FigureRow(
        value=wording.figure_value(f),
        text=f.text,
        when=readable((f.date or source.published.value or "").split("T")[0] or None),
        detail=", ".join(p for p in (f.subject, f.place) if p and p.casefold() not in told),
        by=by,
        jump=Chip(reading.href, reading.source_name, here.lookup.is_copy(source.id)),
        contested=conflict_ref(here, contested[0]) if contested else None,
        actors=reading.actors,
        sources=(source.id,),
    )
