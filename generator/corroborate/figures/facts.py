"""Facts: one number of one thing in one article, from all the places where the article gives it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from generator.corroborate.figures.amounts import digits
from generator.corroborate.figures.bounds import base
from generator.corroborate.figures.quantities import Quantity
from generator.corroborate.wording import stem, wording
from generator.lexicons import rows, words

# Heads that stand for whatever is counted: "1,420 head", "29 individuals".
_ANYTHING = frozenset({"head", "individual", "specimen", "piec", "item", "unit", "total", "figure", "number", "count"})
_SAME = 1e-6
# A number of two digits that an article gives twice from here on is given of one thing.
_TELLING = 20


@dataclass(frozen=True, slots=True)
class Fact:
    """A number with all that its article says around it. `sort` is what two comparable facts have in common: dimension,
    rate, stretch of time; `value` is in the base unit, `size` its logarithm; `counted` are the classes of what
    is counted, `heads` the stems of its nouns, `deeds` what befalls it, `around` the stems of the clauses and sentences
    without these; `first` where it stands in the headline or the first sentence; `digits` are those of the number,
    sorted, and `exact` how many there are before its zeros."""

    members: tuple[Quantity, ...]
    sort: tuple[object, ...]
    value: float
    size: float
    counted: frozenset[str]
    heads: frozenset[str]
    deeds: frozenset[str]
    around: frozenset[str]
    first: bool
    people: bool
    anything: bool
    digits: str
    exact: int

    @property
    def one(self) -> Quantity:
        return self.members[0]


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of an article by their sort, and how many of them have a word around them; lengths of time, which
    stand everywhere, only count beside each other."""

    by_sort: Mapping[tuple[object, ...], tuple[Fact, ...]]
    having: Mapping[tuple[bool, str], int]


def facts(found: Sequence[Quantity]) -> Facts:
    """The facts that the figures of an article tell: a number in the headline and in the text is one. How old somebody
    is, is of that somebody alone."""
    gathered: list[list[Quantity]] = []
    for one in sorted((q for q in found if q.dimension != "age"), key=lambda q: q.key):
        own = next((many for many in gathered if all(_one_fact(one, m) for m in many)), None)
        if own is None:
            gathered.append([one])
        else:
            own.append(one)
    all_ = [_fact(tuple(members)) for members in gathered if value(members[0])]
    by_sort: dict[tuple[object, ...], tuple[Fact, ...]] = defaultdict(tuple)
    for fact in all_:
        by_sort[fact.sort] += (fact,)
    return Facts(by_sort, Counter((fact.one.dimension == "duration", word) for fact in all_ for word in fact.around))


def value(one: Quantity) -> float:
    """A figure's number in the base unit of its dimension."""
    return one.figure.value * base(one.figure.unit)[1]


def _one_fact(one: Quantity, other: Quantity) -> bool:
    if (one.dimension, one.rate, one.figure.bound) != (other.dimension, other.rate, other.figure.bound):
        return False
    if abs(value(one) - value(other)) > _SAME * max(1.0, value(one)) or one.back != other.back:
        return False
    unsaid = one.dimension != "count" or any(stem(q.counted) in _ANYTHING | {""} for q in (one, other))
    # 68,000 customers and 68,000 clients are not two numbers that happen to be one
    telling = digits(one.figure.value) > 1 and one.figure.value >= _TELLING
    return unsaid or telling or one.counted == other.counted or bool(one.action and one.action == other.action)


def _fact(members: tuple[Quantity, ...]) -> Fact:
    nouns = [word for m in members for word in m.figure.what.casefold().split()[-1:]]
    heads = frozenset(stem(noun) for noun in nouns)
    measured = frozenset[str]().union(*(wording(m.figure.what).content for m in members))
    around = frozenset[str]().union(*(m.context | m.named | wording(m.sentence).content for m in members))
    one = members[0]
    return Fact(
        members,
        (one.dimension, one.rate, one.back, one.long, one.gross),
        value(one),
        log(value(one)),
        frozenset(m.counted for m in members) - {""},
        measured | heads,
        frozenset(m.action for m in members) - {""},
        around,
        any(m.first for m in members),
        any(_is_person(noun) for noun in nouns),
        not nouns or bool(heads & _ANYTHING),
        "".join(sorted(f"{one.figure.value:g}")).strip("0."),
        digits(one.figure.value),
    )


def _is_person(noun: str) -> bool:
    return noun in words("people_nouns") or stem(noun) in _persons() or noun.endswith("men")


@cache
def _persons() -> frozenset[str]:
    named = (form for row in rows("role_nouns") for form in row[:2])
    return frozenset(stem(w.casefold()) for w in (*words("person_nouns"), *named))
