"""The page of figures: each quantity as its sources give it, with its date and who it is credited to."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, count
from typing import NamedTuple
from urllib.parse import quote

from generator.lexicons import rows, table
from generator.model import Figure, Source, SpeakerRecord
from generator.site import wording
from generator.site.calendar import readable, sort_key
from generator.site.clean import one_line, shortened
from generator.site.lookup import Lookup
from generator.site.narrowing import Choice, choices_of
from generator.site.pages.lists import Part
from generator.site.paging import Stretch, by_key, stretches
from generator.site.pictures.axis import Extent, extent
from generator.site.pictures.quantities import Charted, Panels, Reading, chartable, panels_of
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
        uri = part_of.get(what)
        href = here.at.page(uri, ids[what]) if uri else f"#{quote(ids[what])}"
        charted.append(Charted(href, _title(what), sum(map(_able, members)), partial(_readings, here, members)))
        actors.update(a for c in members for a in _actors(here, c.figure))
        if not parts:
            read = _readings(here, members)
            charted[-1] = charted[-1]._replace(readings=partial(list, read))
            rows = tuple(map(partial(_row, here), members, read))
            groups.append(FigureGroup(ids[what], _title(what), rows))
    return FiguresContext(
        title=title,
        index=index,
        groups=tuple(groups),
        parts=parts,
        total=len(found),
        picture=panels_of(charted, here.lookup.conflicts),
        choices=choices_of(here, actors, (c.source.id for c in found)),
    )


def _date(counted: Counted) -> str | None:
    return counted.figure.date or counted.source.published.value


def _when(counted: Counted) -> Extent | None:
    published = counted.source.published
    return extent(counted.figure.date) or extent(published.value, published.earliest, published.latest)


def _able(counted: Counted) -> bool:
    """Whether a figure can stand in a chart."""
    return chartable(counted.figure) and _when(counted) is not None


def _readings(here: Here, members: Iterable[Counted]) -> list[Reading]:
    """Figures as points of a chart."""
    return [
        Reading(
            figure=c.figure,
            when=_when(c),
            href=here.at.record("source", c.source.id, c.figure.id),
            by=shortened(_by(here, c.figure), 60),
            source=c.source.id,
            source_name=source_name(here, c.source.id),
            actors=_actors(here, c.figure),
        )
        for c in members
    ]


def _speaker(here: Here, f: Figure) -> SpeakerRecord | None:
    """Who gives a figure, where it stands in a quotation."""
    quoted = here.lookup.quotations.get(f.quotation) if f.quotation else None
    return quoted[1].speaker if quoted else None


def _actors(here: Here, f: Figure) -> tuple[str, ...]:
    speaker = _speaker(here, f)
    return (speaker.actor,) if speaker and speaker.actor else ()


def _by(here: Here, f: Figure) -> str:
    speaker = _speaker(here, f)
    return party(here, speaker.actor, speaker.name)[1] if speaker else ""


def _row(here: Here, counted: Counted, reading: Reading) -> FigureRow:
    """A figure as a row of the table."""
    source, f, by = counted.source, counted.figure, _by(here, counted.figure)
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
