"""Figures of one thing whose values cannot both hold at one time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.corroborate.altered import altered
from generator.corroborate.amounts import one_saying
from generator.corroborate.groups import Groups, pairs_of
from generator.corroborate.quantities import Quantity, quantities
from generator.corroborate.scenes import one_scene
from generator.corroborate.wording import wording
from generator.lexicons import table
from generator.model import Conflict, ConflictSide, Copies, Evidence, Key, Resolution

# What two figures must share to be of one thing: the holder 2, the event 2, a place 1 (2 when named), what befell it 1,
# a further name in the sentence 1. A holder and a place, an event and an action are enough; a noun alone never is.
_ENOUGH = 3
_WIDELY_APART = 30
# What is done once: two figures of it by the same somebody are of one deed. Votes are won and prices rise every week.
_DEEDS = frozenset(
    {"killed", "injured", "missing", "displaced", "detained", "trapped", "deployed", "bought", "fined", "dismissed"}
)
_BORDERS = frozenset({"border", "borders", "frontier", "coast", "front"})


@dataclass(frozen=True, slots=True)
class Lined:
    """Figures of one thing, told by at least two sources, that cannot all hold."""

    members: tuple[Quantity, ...]


def figure_conflicts(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    event_of: Mapping[Key, str],
    copied: Sequence[Copies],
    ids: Mapping[Key, str],
) -> list[Conflict]:
    """Conflicts of kind figure, without ids. Unit conversions, parts of a whole, bounds that overlap, forecasts and
    rates of different time are no conflicts; where nothing ties two figures to one thing, nothing is said."""
    found = [q for q in quantities(evidence, resolution, event_of) if q.usable]
    return [_conflict(lined, copied, ids) for lined in _line_up(found, altered(found, copied))]


def _line_up(found: Sequence[Quantity], changed: frozenset[tuple[Key, Key]]) -> Iterator[Lined]:
    by_key = {q.key: q for q in found}
    blocks: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
    for key in sorted(by_key):
        one = by_key[key]
        blocks[(one.dimension, one.counted, one.rate)].append(key)
    changed_in: dict[tuple[str, str, str], list[tuple[Key, Key]]] = defaultdict(list)
    for a, b in sorted(changed):
        changed_in[(by_key[a].dimension, by_key[a].counted, by_key[a].rate)].append((a, b))
    for name in sorted(blocks):
        groups: Groups[Key] = Groups(blocks[name], lambda k: _face(by_key[k]))
        clash = set()
        for a, b in _near(blocks[name], by_key):
            one, other = by_key[a], by_key[b]
            if not of_one_thing(one, other):
                continue
            groups.join(a, b, lambda x, y: not _apart(by_key[x], by_key[y]))
            if a[0] != b[0] and cannot_both_hold(one, other):
                clash |= {a, b}
        for a, b in changed_in[name]:
            groups.join(a, b)
            clash |= {a, b}
        for group in groups.all():
            members = tuple(by_key[k] for k in sorted(group) if k in clash)
            if len({m.key[0] for m in members}) > 1:
                yield Lined(members)


def _near(keys: Sequence[Key], by_key: Mapping[Key, Quantity]) -> Iterator[tuple[Key, Key]]:
    """Pairs that share a holder, a place, an event or a name."""
    sharing: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        one = by_key[key]
        for what in sorted(
            {one.holder, *one.names, *one.events, *one.scene.places, "@" + one.place, one.speaker} - {"", "@"}
        ):
            sharing[what].append(key)
    pairs = {p for what in sharing for p in pairs_of(sharing[what], lambda k: _face(by_key[k]))}
    yield from sorted(pairs)


def _face(one: Quantity) -> tuple[object, ...]:
    """All by which a figure is compared with another of its block."""
    figure = one.figure
    told = (figure.unit, figure.what, one.low, one.high, one.action, one.holder, one.place, one.ahead)
    return (*told, one.when, one.published, one.names, one.events, one.here, one.told, one.scene, one.speaker, one.said)


def of_one_thing(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one thing at one time, as far as the texts tell."""
    if _apart(one, other):
        return False
    if one_saying(one, other):
        return True
    if not _tied(one, other):
        return False
    points = _one_spot(one.place, other.place)
    if one.holder and one.holder == other.holder:
        points += 2
    if one.events & other.events or one_scene(one.scene, other.scene):
        points += 2
    if one.action and one.action == other.action:
        points += 1
    if {one.holder, other.holder} & (one.names & other.names) or len(one.names & other.names) > 1:
        points += 1
    if one.here & other.here and one.counted == other.counted and one.dimension == "count":
        points += 1
    money = one.dimension.isupper() and one.figure.what and one.counted == other.counted
    if one.dimension == "magnitude" or money or (" " in one.figure.what and one.figure.what == other.figure.what):
        points += 1
    return points >= _ENOUGH


def _tied(one: Quantity, other: Quantity) -> bool:
    """Whether an event, a place or a deed ties them; the same people speaking of the same sort of thing do not."""
    if one.events & other.events:
        # Of an article's opening event only where the other tells it in the figure's own sentence, or of no casualties.
        own = one.here & other.events or other.here & one.events or one.told & other.told
        return bool(own) or one.action not in ("killed", "injured")
    if one.action == other.action and one.action in _DEEDS and one_scene(one.scene, other.scene):
        return True
    holder = bool(one.holder) and one.holder == other.holder
    spot = _one_spot(one.place, other.place)
    if spot == 2 or (spot and holder):
        return one.action in _DEEDS or other.action in _DEEDS or one.counted in ("troops", "people")
    jobs = one.counted == other.counted == "jobs" and bool(one.action)
    if not holder or one.action != other.action or not (one.action in _DEEDS or jobs):
        return False
    return one.action != "bought" or len(one.names & other.names) > 1


def _apart(one: Quantity, other: Quantity) -> bool:
    """Something says that they are of two things: other deeds, other holders, other times, other parts."""
    if one.action != other.action and one.action and other.action:
        return True
    if one.action != other.action and {one.action, other.action} & {
        "killed",
        "injured",
        "missing",
        "detained",
        "displaced",
    }:
        return True
    uncounted = not one.counted and one.dimension != "magnitude" and not (one.action and one.action == other.action)
    if uncounted and not one_saying(one, other):
        return True
    if not one.when.meets(other.when) or not one.published.meets(other.published, slack=_WIDELY_APART):
        return True
    if _other_time(one, other):
        return True
    known = [q.holder for q in (one, other) if q.holder and not q.holder.startswith("~")]
    if len(known) == 2 and known[0] != known[1] and not one.events & other.events:
        return True
    if one.place and other.place and not _one_spot(one.place, other.place) and not one.events & other.events:
        return True
    return _kind(one) != _kind(other)


def _other_time(one: Quantity, other: Quantity) -> bool:
    """A forecast and a fact, or forecasts of which not both tell for when. The price of a deal is no forecast."""
    if one.action == other.action == "bought":
        return False
    if one.ahead != other.ahead:
        return True
    dated = [q.when.first is not None or q.when.last is not None for q in (one, other)]
    return one.ahead and dated[0] != dated[1] and not one.events & other.events


def _kind(one: Quantity) -> frozenset[str]:
    """The words before the counted noun that make it another thing: "rescue workers", "job cuts"."""
    if one.dimension != "count" or one.action in ("killed", "injured", "missing"):
        return frozenset()
    return frozenset(one.figure.what.casefold().split()[:-1])


def _one_spot(one: str, other: str) -> int:
    """Points for two places: 2 for one with a name, 1 for the same sort of place ("the border")."""
    if not one or not other:
        return 0
    first, second = wording(one).content, wording(other).content
    common = first & second
    if not common:
        return 0
    return 2 if common - {wording(b).stems[0] for b in _BORDERS} else 1


def cannot_both_hold(one: Quantity, other: Quantity) -> bool:
    """Whether no number fits both, after conversion; across units a tenth more is left open for rounding."""
    low, high = (one, other) if one.low <= other.low else (other, one)
    slack = 1.1 if one.figure.unit != other.figure.unit else 1.0
    return low.high * slack < high.low


def _conflict(lined: Lined, copied: Sequence[Copies], ids: Mapping[Key, str]) -> Conflict:
    by_value: dict[tuple[float, float], list[Quantity]] = defaultdict(list)
    for member in lined.members:
        by_value[(member.low, member.high)].append(member)
    sides = tuple(
        ConflictSide(_value(many[0]), tuple(ids[m.key] for m in many)) for _, many in sorted(by_value.items())
    )
    return Conflict(id="", kind="figure", what=_what(lined), sides=sides, note=_note(lined, copied))


def _value(one: Quantity) -> str:
    """A figure as written; a bare number with what it counts."""
    text = " ".join(one.figure.text.split())
    bare = not any(c.isalpha() for c in text) and one.figure.unit == "count"
    return f"{text} ({one.figure.what})" if bare and one.figure.what else text


def _what(lined: Lined) -> str:
    """What the figures are of, with whose they are and where: "troops (Russia), Ukraine's border"."""
    first = min(lined.members, key=lambda m: (not (m.place and m.figure.subject), -len(m.figure.what), m.key))
    figure, labels = first.figure, table("deed_labels")
    text = figure.what or labels.get(figure.action, figure.action or figure.subject or figure.unit)
    if figure.what and first.counted == "people" and figure.action in labels and "toll" not in text:
        text += f" {figure.action}"
    if figure.subject[:1].isupper() and figure.subject.casefold() not in text.casefold():
        text += f" ({figure.subject})"
    return f"{text}, {figure.place}" if figure.place else text


def _note(lined: Lined, copied: Sequence[Copies]) -> str:
    sources = {m.key[0] for m in lined.members}
    if any(len(sources & set(group.sources)) > 1 for group in copied):
        return "One of the sources copies another: one of the texts may have been changed or damaged."
    days = sorted({m.published.day for m in lined.members if m.published.day is not None})
    if len(days) > 1 and (days[-1] - days[0]).days > 2:
        return f"The sources are {(days[-1] - days[0]).days} days apart: the number may have changed in between."
    return "The sources disagree, or count differently; nothing in them says which."
