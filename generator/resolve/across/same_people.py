"""Joins people whose full names differ by more than spelling, where something besides the name says they are one.

"Marta Vidal" and "Marta Vidal Ortega", "Kovács Anna" and "Anna Kovács", "Tomasz" and "Thomas": each may be two people.
Without a role or company in common they stay apart, and the doubt is told.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from generator.lexicons import names, words
from generator.lexicons.names import PersonName
from generator.model.links import Doubt
from generator.resolve import offices
from generator.resolve.across.person import Person
from generator.resolve.person_names import (
    begins,
    behind_a_word,
    called_familiarly,
    family_name_first,
    leaves_off_a_surname,
    leaves_off_given_names,
    related,
    sounds_alike,
    spelt_alike,
    turned,
)
from generator.resolve.spelling import related_keys, skeleton, sounds

# Documents that name this many other people and bodies in common tell of one affair. One may be the president; see
# `years.SHARED_NAMES`.
SHARED_NAMES = 2
_FEW = 4  # a name in so few documents is nobody whom all news names, and one is enough

_TELLING = 3  # consonants of a name that a few others do not share by chance

_MOST = 40  # people of one surname and like given names; more of them are a telephone book, and nothing is told apart

Company = Mapping[str, frozenset[str]]


def join_like_names(people: Sequence[Person], company: Company) -> tuple[list[Person], list[Doubt]]:
    """The people with those joined that are one, and the pairs left open. `company`: source to the names it has."""
    standing = dict.fromkeys(people)
    doubts: list[Doubt] = []
    often = Counter(name for named in company.values() for name in named)
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for last in sorted({part.last for part in person.parts}):
            bearers[last].append(person)
    rivalled: list[tuple[Person, Person]] = []
    # those who have rivals are asked once more when these may have been joined to one of the two
    for again, pairs in ((False, _pairs(people)), (True, rivalled)):
        for one, other in pairs:
            if one not in standing or other not in standing or not _can_be_one(one, other):
                continue
            how, strictly = _how(one, other)
            if not how:
                continue
            role = _same_role(one, other)
            reason = role or _one_given_name(one, other) or ("" if strictly else _in_touch(one, other, company, often))
            namesakes = (p for p in (_namesakes(bearers, one, other) if reason else ()) if p in standing)
            # a wife of the name is no rival of the president
            rivals = any(_rival(p, one, other) and (not role or _one_role(p, one, other)) for p in namesakes)
            if reason and not rivals:
                kept, gone = sorted((one, other), key=lambda p: (-sum(p.spellings.values()), p.found[0][0].key))
                kept.take(gone, f"{how}; {reason}")
                del standing[gone]
            elif rivals and not again:
                rivalled.append((one, other))
            elif not (one.sources & other.sources):
                doubts.append(
                    Doubt(one.found[0][0].key, other.found[0][0].key, f"{how}; nothing else says that they are one")
                )
    return list(standing), doubts


def _pairs(people: Iterable[Person]) -> Iterator[tuple[Person, Person]]:
    """People whose names may be one, each pair once."""
    blocks: dict[tuple[str, str], dict[Person, None]] = defaultdict(dict)
    for person in people:
        for part in person.parts:
            for key in _keys(part):
                blocks[key][person] = None
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) <= _MOST:
            for one, other in combinations(block, 2):
                if (id(one), id(other)) not in seen:
                    seen.add((id(one), id(other)))
                    yield one, other


def _keys(name: PersonName) -> Iterator[tuple[str, str]]:
    for surname in names.surnames(name):
        last = skeleton(surname)
        yield last, name.first[:1]
        for heard in sorted(sounds(surname)):
            yield heard, name.first[:1]
            for given in sorted(sounds(name.first)):
                yield heard, f"~{given}"
        yield surname[:3], f"={name.first}"
        yield surname[-3:], f"={name.first}"
        for key in related_keys(name.first):
            yield last, key
    if len(name.words) > 1:
        yield "turned", " ".join(sorted(name.words))
        yield "ending", " ".join(name.words[-2:])
        yield "beginning", " ".join(name.words[:2])


def _can_be_one(one: Person, other: Person) -> bool:
    if one.sources & other.sources or not (one.can_be(other.sex) and other.can_be(one.sex)):
        return False
    return not (one.suffixes and other.suffixes and one.suffixes != other.suffixes)


_WAYS: tuple[tuple[Callable[[PersonName, PersonName], bool], str, bool], ...] = (
    (leaves_off_a_surname, "‘{}’ is ‘{}’ without the last surname", False),
    (leaves_off_given_names, "‘{}’ is the surnames of ‘{}’", False),
    (begins, "‘{}’ is the beginning of ‘{}’", False),
    (behind_a_word, "‘{}’ is ‘{}’ without a word that is no given name", False),
    (turned, "‘{}’ is ‘{}’ with family and given name in the other order", False),
    (spelt_alike, "‘{}’ and ‘{}’ have surnames alike", False),
    (sounds_alike, "‘{}’ and ‘{}’ may be one name written down in two languages", False),
    (called_familiarly, "‘{}’ and ‘{}’ have one given name, cut short", False),
    (related, "‘{}’ and ‘{}’ have one given name in two forms", True),
)


def _how(one: Person, other: Person) -> tuple[str, bool]:
    """What the two names have to do with one another, and whether only the same role makes them one."""
    for fits, told, strictly in _WAYS:
        for a, b in ((one, other), (other, one)):
            if any(fits(mine, its) for mine in a.parts for its in b.parts):
                return told.format(a.name, b.name), strictly
    return "", False


def _namesakes(bearers: Mapping[str, Sequence[Person]], one: Person, other: Person) -> Iterator[Person]:
    """The other people with a surname of one of the two."""
    for last in sorted({part.last for p in (one, other) for part in p.parts}):
        yield from (p for p in bearers.get(last, ()) if p is not one and p is not other)


def _rival(person: Person, one: Person, other: Person) -> bool:
    """Whether a third person's name is as like one of the two."""
    return any(_how(person, p)[0] and _can_be_one(person, p) for p in (one, other))


def _one_role(person: Person, one: Person, other: Person) -> bool:
    """Whether a third person has a role of one of the two."""
    return any(_same_role(person, p) for p in (one, other))


def _same_role(one: Person, other: Person) -> str:
    """The role both have, where it is an office or a post and not a calling many share."""
    for mine in sorted(one.offices, key=lambda o: (o.name, o.head)):
        for its in sorted(other.offices, key=lambda o: (o.name, o.head)):
            shared = mine.words & its.words
            common = shared <= {mine.head} and mine.head in words("callings") | words("vague_role_nouns")
            if not common and (offices.same(mine, its) or offices.same(its, mine)):
                return f"both are {mine.name or mine.head}"
    return ""


def _one_given_name(one: Person, other: Person) -> str:
    """The given name of two names with the same two words in another order, of which only one can be given."""
    for a, b in ((one, other), (other, one)):
        for name in a.parts:
            if family_name_first(name) and any(turned(name, its) for its in b.parts):
                return f"of the two words only ‘{name.last.title()}’ is a given name"
    return ""


def _in_touch(one: Person, other: Person, company: Company, often: Mapping[str, int]) -> str:
    """Whether their sources speak of the same affair: enough other names in common."""
    own = {surname for p in (one, other) for part in p.parts for surname in names.surnames(part)}
    for here in sorted(one.sources):
        for there in sorted(other.sources):
            mine, its = company.get(here, frozenset()) - own, company.get(there, frozenset()) - own
            shared = mine & its
            if len(shared) >= SHARED_NAMES or any(often[name] <= _FEW for name in shared if name[0] != "@"):
                return "their sources name the same others"
            # where a translation has written every name anew
            if len(shared) + _heard_alike(mine - shared, its - shared) >= SHARED_NAMES:
                return "their sources name the same others, as far as these sound"
    return ""


def _heard_alike(mine: frozenset[str], its: frozenset[str]) -> int:
    """How many names of one source another may have, written down in another language."""
    heard = {sound for name in its for sound in sounds(name) if len(sound) >= _TELLING}
    return sum(not heard.isdisjoint(sounds(name)) for name in mine)
