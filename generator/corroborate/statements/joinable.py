"""Whether two quotations may stand in one statement, by who says them, their numbers, days and occasions."""

from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import combinations_with_replacement

from generator.corroborate.figures.amounts import contradict
from generator.corroborate.statements.quoted import Quoted
from generator.corroborate.statements.themselves import may_be_one
from generator.corroborate.windows import Window, long_before
from generator.corroborate.wording import likeness

# Likeness from which two passages of one article say the same.
REPEATED = 0.6
# Fewer words than these may well have been said twice.
_TELLING = 4
# Without a day in common, articles three weeks apart tell of one utterance only in nearly the same words.
_WEEKS, _VERBATIM = 21, 0.9
# What stands before the name of a thing both sides know.
_DEFINITE = frozenset({"the", "this", "that", "our", "their", "his", "her", "its"})
# Of so many quotations it is looked first which of them are the same to one another.
_MANY = 30


def joinable(one: Quoted, other: Quoted) -> bool:
    """Whether two quotations may stand in one statement. Two direct quotations of one article are two utterances
    unless they are nearly the same; an indirect one may report what a direct one quotes. Other numbers, other words."""
    if one.speaker != other.speaker and one.described is None and other.described is None:
        return may_be_one(one, other) and one_occasion(one, other)
    return compatible(one, other)


def compatible(one: Quoted, other: Quoted) -> bool:
    """Whether two quotations may be one utterance as far as numbers, days and occasions tell, whoever says them."""
    if one.recalls != other.recalls:
        return False
    if one.amounts != other.amounts and contradict(one.amounts, other.amounts):
        return False
    if one.key[0] == other.key[0]:
        if one.direct and other.direct and likeness(one.wording, other.wording) < REPEATED:
            return False
    elif (
        not _same_days(one, other)
        or _of_another_thing(one, other)
        or _said_twice(one, other)
        or _said_twice(other, one)
    ):
        return False
    return one_occasion(one, other)


def _of_another_thing(one: Quoted, other: Quoted) -> bool:
    """Whether two tell the same of two things: “The road is closed”, “The bridge is closed”. Who reports what was said
    may call one thing by another word: "the vote was rigged", "the election was rigged"."""
    first, second = one.wording, other.wording
    if not (one.direct and other.direct) or one.copied or other.copied or len(first.tokens) != len(second.tokens):
        return False
    others = [at for at, (a, b) in enumerate(zip(first.stems, second.stems, strict=True)) if a != b]
    if len(others) != 1 or others[0] == 0 or first.tokens[others[0] - 1] not in _DEFINITE:
        return False
    return first.stems[others[0]] in first.content and second.stems[others[0]] in second.content


def _said_twice(one: Quoted, other: Quoted) -> bool:
    """Whether a few words were said to one article's author ("told me") and others read them too, or one article tells
    as repeated what another had days before."""
    to_author = one.to_author and not other.to_author and len(one.wording.content) < _TELLING
    return to_author or (one.again and long_before(other.published.last, one.published.first, 1))


def _same_days(one: Quoted, other: Quoted) -> bool:
    """Whether two articles are of the same weeks, or tell the same day, or quote nearly the same words: people repeat
    themselves."""
    if one.said.day is not None and one.said.day == other.said.day:
        return True
    # "had told the court in May", of an article of May
    if (one.said.stated and one.said.meets(other.published)) or (other.said.stated and other.said.meets(one.published)):
        return True
    return one.published.meets(other.published, slack=_WEEKS) or likeness(one.wording, other.wording) >= _VERBATIM


def one_occasion(one: Quoted, other: Quoted) -> bool:
    """Whether two quotations can be of one utterance by their days and occasions.

    Outlets on two sides of the date line differ by a day in what they call Wednesday only when one of them is not
    stated; two stated days are two.
    """
    stated = one.said.stated and other.said.stated
    if stated and one.said.day and other.said.day and one.said.day != other.said.day:
        return False
    if _years_ago(one, other) or _years_ago(other, one):
        return False
    if not one.said.meets(other.said, slack=0 if stated else 1):
        return False
    return not (one.occasions and other.occasions and not one.occasions & other.occasions)


def _years_ago(one: Quoted, other: Quoted) -> bool:
    """Whether words were said in a year long before an article that gives no day for its own ("he said then, too")."""
    if other.said.first is not None or one.said.first is None or one.said.day is not None:
        return False
    return not one.said.meets(Window(first=other.published.first), slack=_WEEKS)


def faces(inside: Sequence[Quoted]) -> Sequence[Hashable]:
    """By place, all of a quotation that `joinable` looks at in this block: hundreds of articles may have the same words
    of nobody in particular, on as many days, which part none of them."""
    if len(inside) < _MANY:
        return range(len(inside))
    times = Counter(one.key[0] for one in inside)
    dated = _parted_by_days(inside)
    return [
        (
            one.key[0] if times[one.key[0]] > 1 else "",
            one.speaker if one.described is None else None,
            (one.wording.tokens, one.wording.names, one.direct, one.amounts, one.occasions, one.to_author),
            (one.recalls, one.of_self, one.doubtful, one.copied),
            (one.said, one.published, one.again) if dated else None,
        )
        for one in inside
    ]


def _parted_by_days(inside: Sequence[Quoted]) -> bool:
    """Whether days can keep any of them apart: nobody says when, and all say it in nearly the same words."""
    if any(one.said.first is not None or one.again for one in inside):
        return True
    texts = {(one.wording.tokens, one.wording.names): one.wording for one in inside}
    pairs = combinations_with_replacement(texts.values(), 2)
    return any(likeness(one, other) < _VERBATIM for one, other in pairs)
