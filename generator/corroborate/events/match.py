"""Whether two mentions tell one event: what speaks against it, and how much they have in common."""

from generator.corroborate.events.occurrences import Occurrence
from generator.corroborate.places import one_place

# What two mentions must have in common: a day counts 2, a place 2, each participant 1 (two at most), a further name 1.
# Day and place, or day and a participant, or a place and two participants are enough; a place and one are not.
ENOUGH = 3
# A window of more than a week dates no single event well enough to join by it.
_WIDE = 8
# Things that happen to a place: nobody takes part in them.
_NATURAL = frozenset({"earthquake", "tsunami", "flood", "storm", "eruption", "landslide", "election", "fire", "crash"})
# Things done by or to somebody: two on one day by different people are two.
_PERSONAL = frozenset(
    {
        "resignation",
        "arrest",
        "ruling",
        "acquisition",
        "death",
        "appointment",
        "charge",
        "dismissal",
        "fine",
        "speech",
        "interview",
        "press_conference",
        "call",
        "lawsuit",
        "sanctions",
        "agreement",
        "launch",
        "invasion",
        "suspension",
        "expulsion",
        "kidnapping",
        "release",
        "search",
        "positive_test",
    }
)
# Things one person does or suffers once in a while.
OF_ONE = frozenset({"resignation", "death", "appointment", "dismissal", "arrest", "inauguration", "suspension"})
# Things that strike a place: two in one place within days are rare.
_STRIKING = frozenset({"attack", "earthquake", "flood", "storm", "eruption", "landslide", "crash", "fire", "collapse"})
# Things the same two people seldom do twice in a week.
_SELDOM = frozenset({"press_conference", "interview", "call", "visit", "agreement", "acquisition", "speech"})
# Things so rare that what is said of one without its date is said of the same one.
RARE = frozenset({"invasion", "annexation", "coup", "war"})
_NOT_REAL_YET = frozenset({"hypothetical", "denied", "alleged", "planned"})
UNREAL = frozenset({"hypothetical", "denied", "alleged"})


def compatible(one: Occurrence, other: Occurrence) -> bool:
    """Whether nothing speaks against two mentions being of one event: kind, dates, places, who takes part."""
    if one.family != other.family or not one.when.meets(other.when) or one_place(one.place, other.place) is False:
        return False
    days = {o.day_of_year or (f"{o.when.day:%m-%d}" if o.when.day is not None else "") for o in (one, other)} - {""}
    if len(days) > 1 and (one.day_of_year or other.day_of_year):
        return False  # "7 August" of no known year is not 28 August of any
    if one.family in RARE and (one.status in _NOT_REAL_YET) != (other.status in _NOT_REAL_YET):
        return False
    if one.family in RARE:
        return _same_or_unsaid(one.patients, other.patients) and _same_or_unsaid(one.agents, other.agents)
    if one.participants and other.participants and not _shared(one, other):
        # Two meetings of different people on one day; of disasters and elections nobody takes part.
        alike = one_place(one.place, other.place) or one.names & other.names
        return one.family in _NATURAL or (one.family not in _PERSONAL and bool(alike))
    if one.patients and other.patients and one.family in _PERSONAL and not one.patients & other.patients:
        return bool(one.family not in ("invasion", "arrest", "acquisition", "sanctions"))
    return True


def _same_or_unsaid(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def score(one: Occurrence, other: Occurrence) -> int:
    """How much two compatible mentions have in common (see `ENOUGH`)."""
    points = 0
    if one.dated and other.dated:
        spans = [o.when.days for o in (one, other)]
        if one.when.day is not None and one.when.day == other.when.day:
            points += 2
        elif all(s is not None and s <= _WIDE for s in spans) or one.when == other.when:
            points += 1
    if one_place(one.place, other.place):
        points += 2
    points += min(2, common(one, other))
    points += bool((one.names & other.names) - _participant_words(one, other))
    if one.family in _NATURAL and points >= 2:
        points += 1
    if one.family in OF_ONE and common(one, other) > 0:
        points += 2
    if one.family in _STRIKING and one_place(one.place, other.place):
        points += 1
    if one.family in _PERSONAL and one.patients & other.patients and one.agents & other.agents:
        points += 1
    if one.status in UNREAL and other.status in UNREAL and one.patients & other.patients:
        points += 1
    points += one.family in RARE and bool(one.patients & other.patients)
    if one.family in RARE and _shared(one, other):
        points += 1 + (one.status in _NOT_REAL_YET and other.status in _NOT_REAL_YET)
    # An article that comes back to a meeting of the same people means the same meeting; two articles of one week
    # that speak of a call or a joint appearance of the same two mean the same one, unless both date it.
    if common(one, other) > 1:
        once = (
            one.family in _SELDOM and not (one.dated and other.dated) and one.published.meets(other.published, slack=7)
        )
        points += one.key[0] == other.key[0] or (once and one.published.first is not None)
    return points


def alike(one: Occurrence, other: Occurrence) -> bool:
    """Whether in one story these two are told as one: in different articles, of one day or with two who take part."""
    same_day = one.dated and other.dated and one.when.day is not None and one.when.day == other.when.day
    return one.key[0] != other.key[0] and (same_day or common(one, other) > 1)


def common(one: Occurrence, other: Occurrence) -> int:
    """How many take part in both, in person or through those who act for them; each counts once on either side."""
    here = sum(bool(party & other.sides) for party in one.parties)
    there = sum(bool(party & one.sides) for party in other.parties)
    return min(here, there)


def _shared(one: Occurrence, other: Occurrence) -> frozenset[str]:
    return one.sides & other.sides


def _participant_words(one: Occurrence, other: Occurrence) -> frozenset[str]:
    """Words already counted as participants."""
    return one.names & other.names if _shared(one, other) else frozenset()
