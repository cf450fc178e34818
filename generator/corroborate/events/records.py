"""What is published of an event: its name, best date with the reason, status with its history, and its address."""

from collections import Counter
from collections.abc import Mapping, Sequence

from generator.corroborate.events.families import family_of
from generator.corroborate.events.names import headline_of, name_of, names_of, short_date
from generator.corroborate.events.occurrences import Occurrence
from generator.corroborate.ids import slug, unique_slugs
from generator.corroborate.nations import is_state
from generator.corroborate.windows import Window, plain
from generator.model import DEED, Actor, Event, EventDate, Evidence, Key

# What outweighs what when sources differ: a thing that occurred was planned before, a thing only feared did not.
_WEIGHT = {"occurred": 0, "ongoing": 1, "planned": 2, "alleged": 3, "hypothetical": 4, "denied": 5}
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
    actors: Mapping[str, Actor],
    similar: tuple[str, ...],
) -> Event:
    """The event that a group of mentions tells, oldest article first; `actors` by their ids."""
    ordered = sorted(group, key=by_article)
    best = _best_dated(ordered)
    participants = [p for o in ordered for p in o.participants if p in actors]
    return Event(
        id=id_,
        name=name_of(ordered, _for_name(best, ordered), _place(ordered), _type(ordered), actors, by_id),
        type=_type(ordered),
        date=_date(best, ordered, by_id),
        place=_place(ordered) or None,
        participants=tuple(dict.fromkeys(participants)),
        status=_status(ordered),  # type: ignore[arg-type]
        sources=tuple(sorted({o.key[0] for o in ordered})),
        similar=similar,
        history=_history(ordered),
    )


def slugs(
    groups: Sequence[Sequence[Occurrence]], by_id: Mapping[str, Evidence], actors: Mapping[str, Actor]
) -> list[str]:
    """Readable addresses: type, place or participants, and the date."""
    wanted = []
    for group in groups:
        ordered = sorted(group, key=by_article)
        best = _best_dated(ordered)
        where = _place(ordered) or names_of([p for o in ordered for p in o.participants], actors, 1)
        date = short_date(_for_name(best, ordered))
        first = min(ordered, key=lambda o: o.key)
        mark = by_id[first.key[0]].events[first.key[1]].span
        told = _type(ordered) == DEED
        words = slug(headline_of(ordered, actors), date) if told else slug(family_of(_type(ordered))[2], where, date)
        wanted.append((words[:70].strip("-"), f"{first.key[0]} {mark.start:09d} {first.key[1]:06d}"))
    return unique_slugs(wanted)


def by_article(one: Occurrence) -> tuple[bool, str, Key]:
    """Puts the oldest article first, an undated article after the dated ones."""
    return one.published.last is None, str(one.published.last), one.key


def _best_dated(group: Sequence[Occurrence]) -> Occurrence | None:
    """The narrowest dated mention, the one most articles agree on first."""
    dated = [o for o in group if o.dated]
    if not dated:
        return None
    days = Counter(o.when.day for o in dated)

    def rank(o: Occurrence) -> tuple[bool, int, int, str]:
        return bool(o.day_of_year), o.when.days or 10**6, -days[o.when.day], str(o.when.first)

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
    narrowed = _narrowed(group)
    said = [o for o in group if o.when.first is not None or o.when.last is not None]
    if not said:
        return EventDate(None, "no source gives a date")
    if narrowed.day is not None:
        reason = f"no source gives the day; the article of {plain(narrowed.day)} has it both to come and under way"
        return EventDate(narrowed.day.isoformat(), reason)
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


def _narrowed(group: Sequence[Occurrence]) -> Window:
    """What the articles' own days leave of the calendar for an event none of them dates."""
    narrowed = Window()
    for o in group:
        narrowed = narrowed.narrowed(o.when)
    return narrowed


def _for_name(best: Occurrence | None, group: Sequence[Occurrence]) -> Window:
    """The window a name and an address tell; that of something merely feared or denied tells nothing."""
    if best is not None:
        return best.when
    return _narrowed(group) if _status(group) == "planned" else Window()


# "The accident" is what a crash or a derailment is called as well.
_GENERAL = frozenset({"accident"})


def _type(group: Sequence[Occurrence]) -> str:
    counts = Counter(o.type for o in group)
    return min(counts, key=lambda t: (t in _GENERAL, -counts[t], t))


def _place(group: Sequence[Occurrence]) -> str:
    """The place most mentions name; a town rather than its country."""
    counts = Counter(o.place for o in group if o.place)
    return min(counts, key=lambda p: (is_state(p), -counts[p], p)) if counts else ""


def _status(group: Sequence[Occurrence]) -> str:
    """What the latest articles say: planned in one, occurred in a later one is an event that occurred."""
    settled = [o for o in group if _WEIGHT[o.status] <= 2]
    if settled and all(o.status == "planned" for o in settled) and any(o.status == "denied" for o in group):
        # What one side says is planned and the other denies is an allegation, not a plan.
        return "alleged"
    if not settled:
        return min((o.status for o in group), key=_WEIGHT.__getitem__)
    last = settled[-1].published.first
    return _of_article([o.status for o in settled if o.published.first == last])


def _of_article(statuses: Sequence[str]) -> str:
    """The weightiest status; beside "planned", a headline's bare "talks in Geneva" is no sign that they go on."""
    plain_ = [s for s in statuses if s != "ongoing" or "planned" not in statuses]
    return min(plain_, key=_WEIGHT.__getitem__)


def _history(group: Sequence[Occurrence]) -> tuple[str, ...]:
    """One line for each article whose status is its first or another than before."""
    lines: list[str] = []
    before = ""
    sources = list(dict.fromkeys(o.key[0] for o in group))
    for source in sources:
        own = [o for o in group if o.key[0] == source]
        status = _of_article([o.status for o in own])
        day = own[0].published.day or own[0].published.last
        when = f", {plain(day)}" if day is not None else ""
        if status != before:
            lines.append(f"{_SAYS[status]} ({source}{when})")
        before = status
    return tuple(lines)
