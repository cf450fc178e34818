"""What a person would call an event: "NATO-Russia Council, Brussels, 12 January 2022"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.corroborate.events.families import family_of, naming
from generator.corroborate.events.occurrences import Occurrence
from generator.corroborate.events.words import with_words
from generator.corroborate.windows import Window, month, plain
from generator.corroborate.wording import stem
from generator.lexicons import words
from generator.model import DEED, LEFT_OUT, Actor, Event, Evidence

# A headline of fewer words tells not enough.
_FEWEST = 4
_OF_SOMEBODY = re.compile(r"(?:my|our|your|his|her|their|its)\b", re.I)


def name_of(
    group: Sequence[Occurrence],
    when: Window,
    place: str,
    kind: str,
    actors: Mapping[str, Actor],
    by_id: Mapping[str, Evidence],
) -> str:
    """The name of the event that a group of mentions tells, with its place and date where they are known."""
    if kind == DEED:
        what = headline_of(group, actors)
        return ", ".join(filter(None, (what, _long(when))))
    what = _what(group, kind, actors)
    if what == family_of(kind)[1] and not (place and kind in words("event_disasters")):
        what = with_words(what, group, by_id)
    return ", ".join(filter(None, (what, "" if place in what else place, _long(when))))


def headline_of(group: Sequence[Occurrence], actors: Mapping[str, Actor]) -> str:
    """The words of a deed as a headline would have them, of the mention that names most of who did what to whom."""

    def rank(one: Occurrence) -> tuple[bool, bool, bool, int, str]:
        words_ = one.label.split()
        named = any(w[:1].isupper() for w in words_)
        cut = one.label.startswith(LEFT_OUT) or _OF_SOMEBODY.match(one.label) is not None
        return cut, not named, len(words_) < _FEWEST, -len(one.participants), f"{len(one.label):04d} {one.label}"

    best = min(group, key=rank)
    doer = next((p for p in best.participants if p in best.agents), next(iter(best.participants), ""))
    label = best.label.removeprefix(LEFT_OUT)
    if label != best.label and doer in actors:
        label = f"{actors[doer].name} {label}"
    return label[:1].upper() + label[1:]


def numbered(events: Iterable[Event]) -> Iterator[Event]:
    """The events in their order; from the second of a name on with a number, so one that comes last renames none."""
    seen = Counter[str]()
    for event in events:
        seen[event.name] += 1
        number = seen[event.name]
        yield replace(event, name=f"{event.name} ({number})") if number > 1 else event


def names_of(ids: Sequence[str], actors: Mapping[str, Actor], most: int, joint: str = " and ") -> str:
    """The names of the actors mentioned most, at most so many."""
    counts = Counter(i for i in ids if i in actors)
    first = {id_: at for at, id_ in reversed(list(enumerate(ids)))}
    ranked = sorted(counts, key=lambda i: (-counts[i], first[i]))
    return joint.join(list(dict.fromkeys(actors[i].name for i in ranked))[:most])


def short_date(when: Window) -> str:
    """The day or month for an address; "" where the window is open."""
    if when.day is not None:
        return when.day.isoformat()
    return when.first.isoformat()[:7] if when.first is not None and when.last is not None else ""


def _what(group: Sequence[Occurrence], kind: str, actors: Mapping[str, Actor]) -> str:
    family, label, _ = family_of(kind)
    for name in _proper_names(group, family, actors):
        return name
    patients = [p for o in group for p in o.participants if p in o.patients and p in actors]
    agents = [p for o in group for p in o.participants if p not in o.patients and p in actors]
    pattern, everybody = naming(kind), [*agents, *patients]
    if pattern in ("of", "on"):
        doing = [p for o in group for p in o.participants if p in o.agents]
        whom, by = names_of(patients, actors, 2), names_of(doing, actors, 1)
        return label + (f" {pattern} {whom}" if whom else "") + (f" by {by}" if by else "")
    states = sorted({p for p in everybody if actors[p].kind == "state"})
    if family == "meeting" and len(states) > 1:
        return f"{names_of(states, actors, 2, '–')} {label.lower()}"
    if kind in words("event_disasters"):
        # nobody takes part in a disaster: a storm's name, or who comes to help
        return label
    who, several = names_of(everybody, actors, 2), len(set(everybody)) > 1
    nobody = all(actors[p].kind == "group" for p in everybody)
    if nobody and (pattern == "between" or family in ("strike", "protest", "vote")):
        # Nobody with a name: as the text calls them, "the government and the rebels".
        texts = max((o.texts for o in group), key=lambda t: min(len(t), 2), default=())
        texts = tuple(t for t in texts if stem(t.lower()) != stem(label.lower()) and not _OF_SOMEBODY.match(t))
        who, several = (" and ".join(texts[:2]), len(texts) > 1) if texts else (who, several)
    if not who:
        return label
    if pattern == "between":
        return f"{label} {'between' if several else 'with'} {who}"
    return f"{label}: {who}"


def _proper_names(group: Sequence[Occurrence], family: str, actors: Mapping[str, Actor]) -> list[str]:
    """What the text itself calls it, where that is a name ("Munich Security Conference"), or the body that meets."""
    bodies = words("meeting_bodies") | words("storm_kinds")
    labels = [o.label for o in group if o.label[:1].isupper() and len(o.label.split()) > 1]
    if family == "meeting":
        labels += [actors[p].name for o in group for p in o.participants if p in actors and actors[p].kind != "person"]
    return [name for name in labels if bodies & set(name.lower().split())]


def _long(when: Window) -> str:
    if when.day is not None:
        return plain(when.day)
    if when.first is not None and when.last is None:
        return f"from {plain(when.first)}"
    if when.first is None or when.last is None:
        return ""
    days = (when.last - when.first).days
    if days < 15:
        return f"{plain(when.first)} to {plain(when.last)}"
    return f"{month(when.first)} {when.first.year}" if days < 32 else str(when.first.year)
