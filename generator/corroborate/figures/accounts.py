"""Figures of one thing in two articles of one story, where no sentence says so by itself.

"Three people were injured" in an article on a burst dam and "seven villagers were hurt" in another of the same day are
of one thing as long as nothing in either sentence leads away from the story: another place, another day, a part.
"""

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache, lru_cache

from generator.corroborate.figures.quantities import Quantity
from generator.corroborate.figures.things import DEEDS, apart, one_kind
from generator.corroborate.openings import Opening
from generator.corroborate.windows import span_of_value
from generator.corroborate.wording import wording
from generator.lexicons import words
from generator.model import Event

# What happens to a number of things in the course of one story, and is told with one sum.
SUMS = DEEDS | {
    "affected",
    "saved",
    "owed",
    "deducted",
    "attended",
    "burned",
    "spilled",
    "powerless",
    "cut",
    "destroyed",
    "stranded",
    "infected",
    "striking",
    "turnout",
}
_HURT = frozenset({"killed", "injured", "missing"})
# Of these one substance is told under many names: "waste", "tailings", "crude", "forest".
_MASSES = frozenset({"burned", "spilled"})
# Of the words of two clauses without names and numbers so many must be the same, and this share of the shorter one.
_WORDS, _SHARE = 2, 0.4
# Two figures that an article sets against each other stand in one sentence or in two.
_CLOSE = 300
_MONTHS = 60
# What a player's fee is told with.
# What attackers do and is told with their number.
_DID = frozenset({"", "attended", "seized"})
_TRANSFERS = frozenset({"move", "switch", "transfer"})
# A poll is of its pollster, a share price of its minute.
_ITS_OWN = re.compile(
    r"(?<!to the )(?<!at the )\bpoll(?:s|ed|ing)?\b(?! (?:stations?|places?|booths?|day|hours|officers?|clos|open))"
    r"|\b(?:pollsters?|survey(?:s|ed|ing)?|shar(?:es?|ed|ing)|stocks?|index(?:es)?)\b",
    re.I,
)


class Part(Enum):
    """How two figures of one story relate: of the same thing, or one of a part of what the other is of."""

    SAME = "same"
    FIRST = "the first is of a part"
    SECOND = "the second is of a part"


def of_one_story(
    one: Quantity, other: Quantity, here: Opening, there: Opening, events: Mapping[str, Event]
) -> Part | None:
    """How the figures of two articles of one story relate; None when nothing ties them or something parts them."""
    summed = one.action in SUMS and one.action == other.action and one.dimension == other.dimension
    single = not summed and (_one_transfer(one, other, here, there) or _one_band(one, other) or _one_stake(one, other))
    # two articles of a story have many pairs of figures that nothing ties: they are told from the others first
    if one.dimension == "age" or not (summed or single or _one_context(one, other)):
        return None
    if apart(one, other) or another_scene(one, other, events):
        return None
    if single:
        return Part.SAME
    kinds = _by_kind(one, other) if summed else Part.SAME
    return None if kinds is None else _by_place(one, other, here, there, kinds)


def of_other_people(one: Quantity, other: Quantity, here: Opening, there: Opening, events: Mapping[str, Event]) -> bool:
    """Whether of two numbers of dead or hurt one is of a part: children, or a place the other story is not of."""
    if one.action not in _HURT or one.action != other.action or one.dimension != "count":
        return False
    part = of_one_story(one, other, here, there, events)
    elsewhere = any(q.places and not q.places & opening.names for q, opening in ((one, there), (other, here)))
    return part in (Part.FIRST, Part.SECOND) or (part is None and elsewhere)


def _one_transfer(one: Quantity, other: Quantity, here: Opening, there: Opening) -> bool:
    """Whether two sums are the fee of one transfer ("a €14m move to Lyon", "an €18m switch to Lyon"): one club is named
    in both clauses, and of who else one sentence names somebody is in the other article's opening."""
    if not (one.dimension.isupper() and is_fee(one) and is_fee(other)):
        return False
    if not one.named & other.named or not one.names & other.names:
        return False
    alone = ((one.names - other.names, there.names), (other.names - one.names, here.names))
    return all(not names or names & opening for names, opening in alone)


def _one_band(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are of the attackers that a story tells of, whatever they did."""
    return one.counted == other.counted == "gunmen" and {one.action, other.action} <= _DID


def _one_stake(one: Quantity, other: Quantity) -> bool:
    """Whether two shares are what one holder has of one company; "of the capital" names no other."""
    held = one.action == other.action == "held" and one.dimension == other.dimension == "share"
    return held and one.holder == other.holder and not _two_names(one, other)


def _two_names(one: Quantity, other: Quantity) -> bool:
    """Whether both measure something that bears a name, and not the same."""
    return one.counted != other.counted and one.figure.what[:1].isupper() and other.figure.what[:1].isupper()


def is_fee(one: Quantity) -> bool:
    """Whether a sum is told as the fee of a transfer: "a €14m move"."""
    after = one.sentence.partition(" ".join(one.figure.text.split()))[2].casefold().split()
    return bool(_TRANSFERS.intersection(after[:1]))


def contradicted(one: Quantity, other: Quantity, opening: Opening, events: Mapping[str, Event]) -> bool:
    """Whether an article sets two figures of one thing side by side: each said by somebody else, close to each other
    ("Five people died, the hospital said. Police maintain that one person was killed.")."""
    if not one.voice or not other.voice or one.voice == other.voice or one.action not in SUMS:
        return False
    near = abs(one.figure.span.start - other.figure.span.start) <= _CLOSE
    return near and of_one_story(one, other, opening, opening, events) is Part.SAME


def another_scene(one: Quantity, other: Quantity, events: Mapping[str, Event]) -> bool:
    """Whether both tell of events that are two: of one kind, or in two places, or on two days; or of two days."""
    if any(_long_ago(events[h], q, r) for q, r in ((one, other), (other, one)) for h in q.here - r.here):
        return True
    first, second = one.here or one.told, other.here or other.told
    if first and second and not first & second:
        return any(_two(events[a], events[b]) for a in first for b in second)
    days = [q.scene.days for q in (one, other)]
    return one.leans and other.leans and all(days) and not days[0] & days[1]


def _long_ago(event: Event, told: Quantity, beside: Quantity) -> bool:
    """Whether a figure's own event took place months before its article, or, where that has no day, the other's."""
    spans, published = span_of_value(event.date.value), told.published.first or beside.published.first
    return bool(spans and published and (published - spans[1]).days > _MONTHS)


def _two(one: Event, other: Event) -> bool:
    """Whether two events are of one kind, and so two of it, or differ in place or day."""
    if one.type == other.type or (one.place and other.place and one.place != other.place):
        return True
    return bool(one.date.value and other.date.value and one.date.value != other.date.value)


def _by_kind(one: Quantity, other: Quantity) -> Part | None:
    """Children are a part of people; children and soldiers are two parts."""
    if one_kind(one, other):
        return Part.SAME
    if one.dimension != "count":
        return (
            Part.SAME
            if one.action in _MASSES or not one.counted or not other.counted or _named_by(one, other)
            else None
        )
    if one.whole == other.counted:
        return Part.FIRST
    return Part.SECOND if other.whole == one.counted else None


def _named_by(one: Quantity, other: Quantity) -> bool:
    return _measured(one) in other.context or _measured(other) in one.context


def _by_place(one: Quantity, other: Quantity, here: Opening, there: Opening, kinds: Part) -> Part | None:
    """A number told of one place is a part of one told of the story, unless the other article opens with that place."""
    if one.places & other.places:
        return kinds
    first = bool(one.places) and not one.places & there.names
    second = bool(other.places) and not other.places & here.names
    if one.first and other.first:
        return kinds
    if (first and second) or (one.places and other.places):
        return None
    if first:
        return Part.FIRST if kinds in (Part.SAME, Part.FIRST) else None
    if second:
        return Part.SECOND if kinds in (Part.SAME, Part.SECOND) else None
    return kinds


def _one_context(one: Quantity, other: Quantity) -> bool:
    """Whether two clauses speak of one thing: enough words in common, no other names, no other subject."""
    if one.counted != other.counted and one.dimension == "count":
        return False
    common = one.context & other.context
    enough = len(common) >= _WORDS and len(common) >= _SHARE * min(len(one.context), len(other.context))
    sum_of_names = one.dimension.isupper() and one.action == other.action != "" and bool(one.named & other.named)
    if not (enough or sum_of_names):
        return False
    if one.named and other.named and not one.named & other.named:
        return False
    if its_own(one.figure.about) or its_own(other.figure.about):
        return False
    for first, second in ((_head(one), _head(other)), (_measured(one), _measured(other))):
        if first != second and first and second and first not in other.context and second not in one.context:
            return False
    return True


@lru_cache(maxsize=65536)
def its_own(clause: str) -> bool:
    """Whether a clause is of polls or shares: each poll has its numbers, and each minute its price. Who goes to the
    polls, or stands in a polling station, is asked nothing."""
    return _ITS_OWN.search(clause) is not None


def _head(one: Quantity) -> str:
    """The last word of the clause's subject, as a stem; a name tells nothing here."""
    subject = one.figure.subject
    return "" if subject[:1].isupper() or subject.casefold() in words("pronouns") else _last_stem(subject)


def _measured(one: Quantity) -> str:
    """What is counted or measured, as a stem."""
    return _last_stem(one.figure.what)


@cache
def _last_stem(text: str) -> str:
    return wording(text).stems[-1] if text else ""
