"""The page of figures: each quantity as its sources give it, with its date and who it is credited to."""

from dataclasses import dataclass

from generator.model import Figure, Source
from generator.site import wording
from generator.site.calendar import readable, sort_key
from generator.site.clean import shortened
from generator.site.narrowing import Choice, choices_of
from generator.site.pictures.axis import extent
from generator.site.pictures.quantities import Panels, Reading, panels_of
from generator.site.refs import chip, party, source_name
from generator.site.views import Chip, Here, Ref


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
    """The page of figures, those given most often first. `picture` is None where no quantity is given twice; `choices`
    are what picture and tables can be narrowed to."""

    groups: tuple[FigureGroup, ...]
    total: int
    picture: Panels | None
    choices: tuple[Choice, ...]


def figures_context(here: Here) -> FiguresContext:
    """The context of the page of figures: grouped by what is counted, each group in the order of the dates."""
    groups: dict[str, list[tuple[str, FigureRow, Reading]]] = {}
    for record in here.lookup.dossier.sources:
        for f in record.figures:
            row, reading = _figure(here, record.source, f)
            what = wording.plain(f.what or f.unit) or "not said of what"
            groups.setdefault(what, []).append((sort_key(f.date or record.source.published.value), row, reading))
    ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    for _, found in ordered:
        found.sort(key=lambda entry: entry[0])
    rows = [row for _, found in ordered for _, row, _ in found]
    told = [(f"#figures-{n}", what, [r for *_, r in found]) for n, (what, found) in enumerate(ordered, 1)]
    return FiguresContext(
        tuple(
            FigureGroup(f"figures-{n}", what, tuple(row for _, row, _ in found))
            for n, (what, found) in enumerate(ordered, 1)
        ),
        len(rows),
        panels_of(told, here.lookup.conflicts),
        choices_of(here, (a for row in rows for a in row.actors), (s for row in rows for s in row.sources)),
    )


def _figure(here: Here, source: Source, f: Figure) -> tuple[FigureRow, Reading]:
    """A figure as a row of the table, and as a point of a chart."""
    by, actors = "", ()  # type: str, tuple[str, ...]
    if f.quotation and f.quotation in here.lookup.quotations:
        speaker = here.lookup.quotations[f.quotation][1].speaker
        _, by = party(here, speaker.actor, speaker.name)
        actors = (speaker.actor,) if speaker.actor else ()
    contested = here.lookup.conflicts.get(f.id, ())
    published = source.published
    row = FigureRow(
        value=wording.figure_value(f),
        text=f.text,
        when=readable((f.date or published.value or "").split("T")[0] or None),
        detail=", ".join(p for p in (f.subject, f.place) if p),
        by=by,
        jump=chip(here, source.id, f.id),
        contested=Ref(here.at.page("conflicts", contested[0].id), contested[0].what) if contested else None,
        actors=actors,
        sources=(source.id,),
    )
    when = extent(f.date) or extent(published.value, published.earliest, published.latest)
    name = source_name(here, source.id)
    return row, Reading(f, when, row.jump.href, shortened(by, 60), source.id, name, actors)
