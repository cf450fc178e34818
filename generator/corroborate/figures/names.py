"""A conflict of figures as a person would put it: what they are of, their values, what these may come from."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, combinations

from generator.corroborate.figures.bounds import base
from generator.corroborate.figures.quantities import Quantity
from generator.corroborate.windows import plain
from generator.corroborate.wording import wording
from generator.lexicons import rows, table, words
from generator.model import Conflict, ConflictSide, Copies, Event, Key

# What goes on being counted for days.
_GROWING = frozenset(
    {
        "killed",
        "injured",
        "missing",
        "displaced",
        "detained",
        "infected",
        "vaccinated",
        "burned",
        "spilled",
        "destroyed",
    }
    | {"damaged", "rescued", "released", "trapped", "stranded", "powerless", "deployed"}
)


# What a conversion leaves: 8,000 barrels are 336,000 gallons.
_SAME = 0.01
# A value in base units, and the range that it stands for, where it has one.
_Number = tuple[float, float | None, float | None]


def conflict_of_figures(
    members: Sequence[Quantity], copied: Sequence[Copies], ids: Mapping[Key, str], events: Mapping[str, Event]
) -> Conflict:
    """The conflict, without an id, of figures of one thing: a side for each value."""
    values: list[dict[_Number, list[Quantity]]] = []
    same: dict[_Number, dict[_Number, list[Quantity]]] = {}  # where a number went once it goes again
    for member in sorted(members, key=lambda m: (m.low, m.high, m.key)):
        number = (member.figure.value * base(member.figure.unit)[1], member.figure.low, member.figure.high)
        own = same.get(number) or next((v for v in values if all(_one_value(number, n) for n in v)), None)
        if own is None:
            values.append(own := {})
        same[number] = own
        own.setdefault(number, []).append(member)
    sides = tuple(_side(sorted(chain(*many.values()), key=lambda m: m.key), ids) for many in values)
    return Conflict(
        id="",
        kind="figure",
        what=name_of_quantity(members, events),
        sides=sides,
        note=reason_for_values(members, copied),
    )


def _one_value(one: _Number, other: _Number) -> bool:
    """Whether two figures tell the same number, in whatever unit and with whatever bound."""
    return one[1:] == other[1:] and abs(one[0] - other[0]) <= _SAME * max(abs(one[0]), abs(other[0]))


def _side(members: Sequence[Quantity], ids: Mapping[Key, str]) -> ConflictSide:
    """The figures of one value, in the fullest words that one of them has."""
    return ConflictSide(_value(max(members, key=lambda m: len(m.figure.text))), tuple(ids[m.key] for m in members))


def _value(one: Quantity) -> str:
    """A figure as written; a bare number with what it counts."""
    text = " ".join(one.figure.text.split())
    bare = not any(c.isalpha() for c in text) and one.figure.unit == "count"
    return f"{text} ({one.figure.what})" if bare and one.figure.what else text


def name_of_quantity(members: Sequence[Quantity], events: Mapping[str, Event]) -> str:
    """ "people killed (Explosion, Oxley, 4 August 2020)", "troops (Russia), Ukraine's border", "repairs (cost)"."""
    deed_of_most, times = Counter(m.action for m in members).most_common(1)[0]
    usual = [m for m in members if m.action == deed_of_most] if times * 2 > len(members) else members
    first = min(usual, key=lambda m: (not (m.place and m.figure.subject), -len(m.figure.what), m.key))
    deed = first.action
    if first.dimension == "count" and deed in _participles():
        return _of_deed(members, deed) + _in_event(members, events)
    labels = table("deed_labels")
    text = first.figure.what or ("length of time" if first.dimension == "duration" else labels.get(deed, ""))
    shared = _shared_words(members, text)
    if shared and not deed:
        text = f"{text} ({shared})" if text else shared
    text = text or deed or first.figure.subject or first.figure.unit
    holder = first.figure.subject
    if holder[:1].isupper() and not first.holder.startswith("~") and holder.casefold() not in text.casefold():
        text += f" ({holder})"
    return f"{text}, {first.figure.place}" if first.figure.place else text


def _participles() -> Mapping[str, str]:
    """A deed and how it is told of what it befell: "taking part", "without power"."""
    return {row[0]: row[2] for row in rows("deed_labels") if len(row) > 2}


def _of_deed(members: Sequence[Quantity], deed: str) -> str:
    wholes = {m.whole for m in members}
    kinds = Counter(m.counted for m in members)
    if len(kinds) == 1 and "people" not in kinds:
        nouns = Counter(m.figure.what for m in members if m.figure.what)
        noun = min(nouns, key=lambda n: (-nouns[n], n), default=next(iter(kinds)))
        return f"{noun} {_participles()[deed]}"
    return f"{'people' if 'people' in wholes else min(kinds)} {_participles()[deed]}"


def _in_event(members: Sequence[Quantity], events: Mapping[str, Event]) -> str:
    """The event that most of the figures are told with, else the place that most name."""
    told = Counter(e for m in members for e in m.events if e in events and events[e].type in _befalling())
    if told:
        best = min(told, key=lambda e: (-told[e], e))
        if told[best] * 2 >= len(members):
            return f" ({events[best].name})"
    places = Counter(m.figure.place for m in members if m.figure.place)
    return f", {min(places, key=lambda p: (-places[p], p))}" if places else ""


def _befalling() -> frozenset[str]:
    """Types of events that people suffer or go to."""
    return words("event_disasters") | {"attack", "protest", "strike", "rally", "war", "invasion"}


def _shared_words(members: Sequence[Quantity], known: str) -> str:
    """The words that the clauses of all figures have in common, as the first of them has them."""
    common = frozenset.intersection(*(m.context | m.named for m in members))
    common -= wording(known).content
    found: list[str] = []
    for word in members[0].figure.about.split():
        stems = wording(word).stems
        if stems and stems[-1] in common and word.casefold() not in (f.casefold() for f in found):
            found.append(word)
    return " ".join(found)


def reason_for_values(members: Sequence[Quantity], copied: Sequence[Copies]) -> str:
    """What differing values may come from: a changed copy, a change from day to day, or two accounts."""
    values: dict[str, set[tuple[float, float]]] = defaultdict(set)
    for member in members:
        values[member.key[0]].add((member.low, member.high))
    for group in copied:
        for a, b in combinations([source for source in group.sources if source in values], 2):
            if not values[a] & values[b]:
                return "One of the sources copies another: one of the texts may have been changed or damaged."
    dated = sorted((m for m in members if m.published.day is not None), key=lambda m: (str(m.published.day), m.key))
    days = sorted({m.published.day for m in dated if m.published.day is not None})
    span = f"{plain(days[0])} to {plain(days[-1])}" if len(days) > 1 else ""
    growing = any(m.action in _GROWING for m in members)
    if span and growing and _grows(dated):
        return f"The number changes with the days of the articles ({span}): it may have changed in between."
    if growing and any(m.risen for m in members):
        return "A source tells that the number has risen: it may have changed in between."
    if span and len(dated) == len(members) and (days[-1] - days[0]).days > 2:
        return f"The sources are of several days ({span}): the number may have changed in between."
    return "The sources disagree, or count differently; nothing in them says which."


def _grows(dated: Sequence[Quantity]) -> bool:
    """Whether each later value is the larger one (or each the smaller), and those of one day agree."""
    pairs = [(a, b) for a, b in combinations(dated, 2) if a.high < b.low or b.high < a.low]
    if not pairs or any(a.published.day == b.published.day for a, b in pairs):
        return False
    return all(a.low < b.low for a, b in pairs) or all(a.low > b.low for a, b in pairs)
