"""What is published of an event: its name, best date with the reason, status with its history, and its address."""

from collections import Counter
from collections.abc import Mapping, Sequence

from generator.corroborate.ids import slug, unique_slugs
from generator.corroborate.occurrences import Occurrence, family_of
from generator.corroborate.windows import Window, month, plain
from generator.model import Actor, Event, EventDate, Evidence, Resolution

# What outweighs what when sources differ: a thing that occurred was planned before, a thing only feared did not.
_WEIGHT = {"occurred": 0, "ongoing": 1, "planned": 2, "alleged": 3, "hypothetical": 4, "denied": 5}
_BODIES = (
    "council",
    "committee",
    "assembly",
    "board",
    "parliament",
    "congress",
    "commission",
    "conference",
    "forum",
    "summit",
)
_SAYS = {
    "occurred": "reported as having taken place",
    "ongoing": "reported as under way",
    "planned": "announced",
    "alleged": "alleged",
    "hypothetical": "spoken of as possible",
    "denied": "denied",
}


def event_record(
    id_: str,
    group: Sequence[Occurrence],
    by_id: Mapping[str, Evidence],
    resolution: Resolution,
    similar: tuple[str, ...],
) -> Event:
    """The event that a group of mentions tells, oldest article first."""
    ordered = _by_article(group)
    best = _best_dated(ordered)
    actors = {a.id: a for a in resolution.actors}
    participants = [p for o in ordered for p in o.participants if p in actors]
    return Event(
        id=id_,
        name=_name(ordered, best, actors),
        type=_type(ordered),
        date=_date(best, ordered, by_id),
        place=_place(ordered) or None,
        participants=tuple(dict.fromkeys(participants)),
        status=_status(ordered),  # type: ignore[arg-type]
        sources=tuple(sorted({o.key[0] for o in ordered})),
        similar=similar,
        history=_history(ordered),
    )


def slugs(groups: Sequence[Sequence[Occurrence]], by_id: Mapping[str, Evidence], resolution: Resolution) -> list[str]:
    """Readable addresses: type, place or participants, and the date."""
    actors = {a.id: a for a in resolution.actors}
    wanted = []
    for group in groups:
        ordered = _by_article(group)
        best = _best_dated(ordered)
        where = _place(ordered) or _who(ordered, actors, 1, " ")
        date = _short(best.when) if best is not None else ""
        first = min(ordered, key=lambda o: o.key)
        mark = by_id[first.key[0]].events[first.key[1]].span
        words = slug(family_of(_type(ordered))[2], where, date)
        wanted.append((words[:70].strip("-"), f"{first.key[0]} {mark.start:09d} {first.key[1]:06d}"))
    return unique_slugs(wanted)


def _by_article(group: Sequence[Occurrence]) -> list[Occurrence]:
    """Oldest article first; an undated article after the dated ones."""
    return sorted(group, key=lambda o: (o.published.first is None, str(o.published.first), o.key))


def _best_dated(group: Sequence[Occurrence]) -> Occurrence | None:
    """The narrowest dated mention, the one most articles agree on first."""
    dated = [o for o in group if o.dated]
    if not dated:
        return None
    days = Counter(o.when.day for o in dated if o.when.day is not None)

    def rank(o: Occurrence) -> tuple[int, int, str]:
        return o.when.days or 10**6, -days.get(o.when.day, 0), str(o.when.first)

    return min(dated, key=rank)


def _date(best: Occurrence | None, group: Sequence[Occurrence], by_id: Mapping[str, Evidence]) -> EventDate:
    if best is not None:
        dated = by_id[best.key[0]].events[best.key[1]].date
        first, last = best.when.first, best.when.last
        single = best.when.day is not None
        return EventDate(
            value=dated.value,
            reason=dated.reason,
            earliest=None if single or first is None else first.isoformat(),
            latest=None if single or last is None else last.isoformat(),
        )
    narrowed = Window()
    for o in group:
        narrowed = narrowed.narrowed(o.when)
    said = [o for o in group if o.when.first is not None or o.when.last is not None]
    if not said:
        return EventDate(None, "no source gives a date")
    if narrowed.first is not None and narrowed.last is None:
        reason = f"no source gives a date; still to come in an article of {plain(narrowed.first)}"
    elif narrowed.last is not None and narrowed.first is None:
        reason = f"no source gives a date; told as past or present in an article of {plain(narrowed.last)}"
    else:
        reason = "no source gives a date; between the articles that announce it and those that report it"
    return EventDate(
        None,
        reason,
        narrowed.first.isoformat() if narrowed.first else None,
        narrowed.last.isoformat() if narrowed.last else None,
    )


def _type(group: Sequence[Occurrence]) -> str:
    counts = Counter(o.type for o in group)
    return min(counts, key=lambda t: (-counts[t], t))


def _place(group: Sequence[Occurrence]) -> str:
    counts = Counter(o.place for o in group if o.place)
    return min(counts, key=lambda p: (-counts[p], p)) if counts else ""


def _status(group: Sequence[Occurrence]) -> str:
    """What the latest articles say: planned in one, occurred in a later one is an event that occurred."""
    settled = [o for o in group if _WEIGHT[o.status] <= 2]
    if not settled:
        return min((o.status for o in group), key=_WEIGHT.__getitem__)
    last = settled[-1].published.first
    latest = [o.status for o in settled if o.published.first == last]
    return min(latest, key=_WEIGHT.__getitem__)


def _history(group: Sequence[Occurrence]) -> tuple[str, ...]:
    """One line for each article whose status is its first or another than before."""
    lines: list[str] = []
    before = ""
    sources = list(dict.fromkeys(o.key[0] for o in group))
    for source in sources:
        own = [o for o in group if o.key[0] == source]
        status = min((o.status for o in own), key=_WEIGHT.__getitem__)
        day = own[0].published.day or own[0].published.last
        when = f", {plain(day)}" if day is not None else ""
        if status != before:
            lines.append(f"{_SAYS[status]} ({source}{when})")
        before = status
    return tuple(lines)


def _name(group: Sequence[Occurrence], best: Occurrence | None, actors: Mapping[str, Actor]) -> str:
    """ "NATO-Russia Council, Brussels, 12 January 2022"."""
    parts = [_what(group, actors)]
    place = _place(group)
    if place and place not in parts[0]:
        parts.append(place)
    if best is not None:
        parts.append(_long(best.when))
    return ", ".join(filter(None, parts))


def _what(group: Sequence[Occurrence], actors: Mapping[str, Actor]) -> str:
    kind = _type(group)
    family, label, _ = family_of(kind)
    for o in group:
        # What the text itself calls it, where that is a name ("NATO-Russia Council", "Munich Security Conference").
        if o.label[:1].isupper() and any(w in o.label.lower().split() for w in (*_BODIES, "accords", "war")):
            return o.label
    bodies = [actors[p].name for o in group for p in o.participants if p in actors and actors[p].kind == "organisation"]
    for name in bodies:
        if any(word in name.lower().split() for word in _BODIES) and family == "meeting":
            return name
    patients = [p for o in group for p in o.participants if p in o.patients]
    agents = [p for o in group for p in o.participants if p not in o.patients]
    if family in (
        "invasion",
        "annexation",
        "acquisition",
        "arrest",
        "sanctions",
        "attack",
        "dismissal",
        "appointment",
        "fine",
    ):
        join = {"sanctions": "on", "attack": "on"}.get(family, "of")
        name = label
        if patients:
            name += f" {join} {_names(patients, actors, 2)}"
        if agents:
            name += f" by {_names(agents, actors, 1)}"
        return name
    who = _names([*agents, *patients], actors, 2)
    if not who:
        return label
    if family in ("meeting", "call"):
        return f"{who}: {label.lower()}"
    return (
        f"{label}: {who}"
        if family in ("strike", "protest", "ruling", "hearing", "speech", "press_conference")
        else f"{label} ({who})"
    )


def _names(ids: Sequence[str], actors: Mapping[str, Actor], most: int) -> str:
    counts = Counter(ids)
    known = sorted(dict.fromkeys(ids), key=lambda i: (-counts[i], list(ids).index(i)))
    names = [actors[i].name for i in known if i in actors]
    return " and ".join(names[:most])


def _who(group: Sequence[Occurrence], actors: Mapping[str, Actor], most: int, _join: str) -> str:
    return _names([p for o in group for p in o.participants], actors, most)


def _short(when: Window) -> str:
    if when.day is not None:
        return when.day.isoformat()
    return when.first.isoformat()[:7] if when.first is not None else ""


def _long(when: Window) -> str:
    if when.day is not None:
        return plain(when.day)
    if when.first is None or when.last is None:
        return ""
    if (when.last - when.first).days < 15:
        return f"{plain(when.first)} to {plain(when.last)}"
    return f"{month(when.first)} {when.first.year}" if (when.last - when.first).days < 32 else str(when.first.year)
