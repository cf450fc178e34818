"""The page of figures: each quantity as its sources give it, with its date and who it is credited to."""

from dataclasses import dataclass

from generator.site import wording
from generator.site.calendar import readable, sort_key
from generator.site.refs import chip, party
from generator.site.views import Chip, Here, Ref


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as one source gives it."""

    value: str
    text: str
    when: str
    detail: str
    by: str
    jump: Chip
    contested: Ref | None


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The figures that count one thing."""

    id: str
    what: str
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class FiguresContext:
    """The page of figures, those given most often first."""

    groups: tuple[FigureGroup, ...]
    total: int


def figures_context(here: Here) -> FiguresContext:
    """The context of the page of figures: grouped by what is counted, each group in the order of the dates."""
    groups: dict[str, list[tuple[str, FigureRow]]] = {}
    for record in here.lookup.dossier.sources:
        for f in record.figures:
            by = ""
            if f.quotation and f.quotation in here.lookup.quotations:
                speaker = here.lookup.quotations[f.quotation][1].speaker
                _, by = party(here, speaker.actor, speaker.name)
            contested = here.lookup.conflicts.get(f.id, ())
            published = record.source.published.value
            row = FigureRow(
                value=wording.figure_value(f),
                text=f.text,
                when=readable((f.date or published or "").split("T")[0] or None),
                detail=", ".join(p for p in (f.subject, f.place) if p),
                by=by,
                jump=chip(here, record.source.id, f.id),
                contested=Ref(here.at.page("conflicts", contested[0].id), contested[0].what) if contested else None,
            )
            what = wording.plain(f.what or f.unit) or "not said of what"
            groups.setdefault(what, []).append((sort_key(f.date or published), row))
    ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return FiguresContext(
        tuple(
            FigureGroup(f"figures-{n}", what, tuple(row for _, row in sorted(rows, key=lambda pair: pair[0])))
            for n, (what, rows) in enumerate(ordered, 1)
        ),
        sum(len(rows) for rows in groups.values()),
    )
