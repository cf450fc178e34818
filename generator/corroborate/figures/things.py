"""Whether two figures are of one thing: what ties them together, and what says that they are of two."""

import re
from functools import cache, lru_cache

from generator.corroborate.figures.amounts import may_round, one_saying
from generator.corroborate.figures.quantities import Quantity
from generator.corroborate.scenes import one_scene
from generator.corroborate.wording import wording

# What two figures must share to be of one thing: the holder 2, the event 2, a place 1 (2 when named), what befell it 1,
# a further name in the sentence 1. A holder and a place, an event and an action are enough; a noun alone never is.
_ENOUGH = 3
WIDELY_APART = 30
_PARTIES = 3
_LARGE = 1000
# So many times another number no account of one thing is; a thousand times is one that mistakes millions for billions.
_FAR, _MISTAKEN = 100, 1000
_CASUALTIES = frozenset({"killed", "injured", "missing", "detained", "displaced", "trapped", "rescued", "released"})
# What is done once: two figures of it by the same somebody are of one deed. Votes are won and prices rise every week.
DEEDS = _CASUALTIES | {"deployed", "bought", "fined", "dismissed", "seized"}
_DECIDED = frozenset({"bought", "cut", "fined", "dismissed", "sentenced"})
# What is decided once is given two days, too, where sources differ on the day.
_AROUND = 3
_PARTS = re.compile(r"\b(?:half|quarter)\b", re.I)
_SIDE = re.compile(r"\bon (?:our|its|their|this|one) (?:side|bank|shore) of\b", re.I)
# What something costs ("cost" and "price" are near-synonyms) is estimated before and after.
_COST = "pric"
_MOVING = frozenset({"risen", "fallen", "won"})
_MANNED = frozenset(
    {"miners", "troops", "sailors", "workers", "firefighters", "crew", "prisoners", "militants", "gunmen"}
)
_BORDERS = frozenset({"border", "borders", "frontier", "coast", "front"})


def of_one_thing(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one thing at one time, as far as their own sentences tell."""
    if not one_kind(one, other):
        return False
    if one.dimension == "age":
        return one.holder == other.holder and not one.holder.startswith("~") and not apart(one, other)
    if one_saying(one, other) or _one_deal(one, other):
        return not apart(one, other)
    # of many pairs nothing ties most: they are told from the others first
    if _uncounted(one, other) or not _tied(one, other) or apart(one, other):
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
    if one.action == other.action and one.action in DEEDS and one_scene(one.scene, other.scene):
        return True
    holder = bool(one.holder) and one.holder == other.holder
    spot = _one_spot(one.place, other.place)
    if spot == 2 or (spot and holder):
        if one.counted in ("troops", "people") and one.action == other.action == "":
            # people who live somewhere, and people who came there
            return bool((one.context & other.context) - {_counted_stem(one), _counted_stem(other)})
        return one.action in DEEDS or other.action in DEEDS or one.counted in ("troops", "people")
    jobs = one.counted == other.counted == "jobs" and bool(one.action)
    if not holder or one.action != other.action or not (one.action in DEEDS or jobs):
        return False
    return one.action != "bought" or len(one.names & other.names) > 1


def _counted_stem(one: Quantity) -> str:
    return wording(one.figure.what).stems[-1] if one.figure.what else ""


def _one_deal(one: Quantity, other: Quantity) -> bool:
    """A price of the same three: who buys, from whom, whom or what."""
    return one.action == other.action == "bought" and len(one.named & other.named) >= _PARTIES


def apart(one: Quantity, other: Quantity) -> bool:
    """Something says that they are of two things: other deeds, other holders, other times, other places, other size."""
    if one.action != other.action and ((one.action and other.action) or {one.action, other.action} & _CASUALTIES):
        return True
    decided = _AROUND if one.action == other.action and one.action in _DECIDED else 0
    if not one.when.meets(other.when, slack=decided) or not one.published.meets(other.published, slack=WIDELY_APART):
        return True
    if ("elsewhere" in one.places) != ("elsewhere" in other.places) or one.gross != other.gross:
        return True
    if (
        _far(one, other)
        or one.long != other.long
        or _other_time(one, other)
        or (one.cause and other.cause and one.cause != other.cause)
    ):
        return True
    if not _one_holder(one.holder, other.holder) and not one.events & other.events:
        return True
    if one.place and other.place and not _one_spot(one.place, other.place) and not one.events & other.events:
        return True
    return _kind(one) != _kind(other)


def _far(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are too far from each other to be accounts of one thing: a lunch's price, a year's budget."""
    low, high = (one, other) if one.low <= other.low else (other, one)
    return 0 < low.high * _FAR < high.low and abs(high.low / max(low.low, 1e-9) - _MISTAKEN) > 1


def of_a_side(one: Quantity) -> bool:
    """Whether a figure is told of one side of a border or of a river: "on our side of the border"."""
    return _tells_a_side(one.sentence)


@lru_cache(maxsize=65536)
def _tells_a_side(sentence: str) -> bool:
    return _SIDE.search(sentence) is not None


def one_kind(one: Quantity, other: Quantity) -> bool:
    """Whether two figures count the same; miners and sailors are "men" as well."""
    if one.counted == other.counted:
        return True
    kinds = {one.counted, other.counted}
    return "men" in kinds and bool(kinds & _MANNED)


def _uncounted(one: Quantity, other: Quantity) -> bool:
    return not one.counted and one.dimension != "magnitude" and not (one.action and one.action == other.action)


@lru_cache(maxsize=65536)
def _one_holder(one: str, other: str) -> bool:
    """Whether two holders may be one: the same actor, or the name of one holds that of the other ("chipmaker Veltron"),
    or one is none or is no actor."""
    if one == other or not one or not other or one.startswith("~") or other.startswith("~"):
        return True
    first, second = set(one.casefold().split("-")), set(other.casefold().split("-"))
    return first <= second or second <= first


def _other_time(one: Quantity, other: Quantity) -> bool:
    """A forecast and a fact, or forecasts of which not both tell for when; what a price rose by on two days; what was
    long before. What has been decided is no forecast."""
    if one.back != other.back and not (one.when.day is not None and one.when.day == other.when.day):
        return True
    if one.action == other.action and one.action in _MOVING and one.published.day != other.published.day:
        return one.when.day is None or one.when.day != other.when.day
    if (one.action == other.action and one.action in _DECIDED) or _COST in one.context & other.context:
        return False
    if one.ahead != other.ahead:
        return True
    if not one.ahead:
        return False
    dated = [q.when.first is not None or q.when.last is not None for q in (one, other)]
    return dated[0] != dated[1] and not one.events & other.events


def _kind(one: Quantity) -> frozenset[str]:
    """The words before the counted noun that make it another thing: "rescue workers", "job cuts"."""
    return _before_noun(one.figure.what) if one.dimension == "count" and one.action not in _CASUALTIES else frozenset()


@cache
def _before_noun(counted: str) -> frozenset[str]:
    return frozenset(counted.casefold().split()[:-1]) - {"job"}


@lru_cache(maxsize=65536)
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
    """Whether no number fits both, after conversion; across units, and for large numbers of which one is rounder, a
    tenth more is left open. The dead of an accident are counted, not rounded. What has risen to a number was smaller,
    and what has sunk to one was larger.
    """
    low, high = (one, other) if one.low <= other.low else (other, one)
    # a river has one highest level on a day, a toll as many as there are counts
    two_peaks = low.risen and high.risen and low.dimension != "count" and low.published.day == high.published.day
    beside = one.takes == other.key or other.takes == one.key  # "has reached 53; the government says 49"
    if beside:
        return low.high < high.low
    if (high.risen and not two_peaks and not _earlier(high, low)) or (low.fallen and not _earlier(low, high)):
        return False
    if low.so_far and _earlier(low, high):
        return False
    if high.long and low.long and _earlier(low, high):
        return False  # what goes on for months is more each time it is told
    slack = 1.1 if one.figure.unit != other.figure.unit else 1.0
    if low.high * slack >= high.low:
        return False
    large = one.dimension not in ("count", "share", "age") or min(one.figure.value, other.figure.value) >= _LARGE
    return not (large and one.dimension == other.dimension and _may_round(one, other))


def _earlier(one: Quantity, other: Quantity) -> bool:
    """Whether one figure is of an article that appeared before the other's."""
    last, first = one.published.last, other.published.first
    return last is not None and first is not None and last < first


def _may_round(one: Quantity, other: Quantity) -> bool:
    if one.figure.unit != other.figure.unit:
        return False
    values = (one.figure.value, other.figure.value)
    # "a quarter of a million" for 240,000
    parted = any(_PARTS.search(q.figure.text) for q in (one, other)) and abs(values[0] - values[1]) <= max(values) / 10
    return parted or may_round(*values)
