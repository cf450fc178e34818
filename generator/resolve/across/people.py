"""Joins the people of all documents: by full name in any spelling, by surname where only one bearer is possible.

Candidates meet by the reduced spelling of their surname only, so the work grows with the number of names, not of pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.lexicons import names
from generator.lexicons.names import PersonName
from generator.lexicons.roles import Office
from generator.model.links import Doubt, Key
from generator.resolve import offices
from generator.resolve.across.person import Person
from generator.resolve.across.same_people import join_like_names
from generator.resolve.found import Found
from generator.resolve.person_names import same_name
from generator.resolve.spelling import given_keys, same_surname, skeleton, vowelless

_GOVERNMENT = frozenset({"government", "minister", "ministry", "premier", "cabinet"})


@dataclass(frozen=True, slots=True)
class Joined:
    """The people; the entities left open, each with the reason and those it may be; the pairs that may be one."""

    people: list[Person]
    left: list[tuple[Found, str, tuple[Key, ...]]]
    doubts: list[Doubt]


def join_people(found: Sequence[Found], company: Mapping[str, frozenset[str]]) -> Joined:
    """Who is who among entities of kind person. `company`: source to the names of people and bodies it has."""
    full = [f for f in found if f.person.first]
    people, doubts = join_like_names(_by_full_name(full), company)
    bearers = Bearers(people)
    families = Families(people, company, bearers)
    left: list[tuple[Found, str, tuple[Key, ...]]] = []
    alone: dict[str, list[Person]] = defaultdict(list)
    for one in sorted((f for f in found if not f.person.first), key=lambda f: f.key):
        relative = families.of(one)
        if relative is not None:
            relative.add(one, "given name; the only one so called with a surname that its source has", False)
            continue
        reason = _join_single(bearers, alone, one)
        if reason:
            left.append((one, reason, tuple(p.found[0][0].key for p in bearers.possible(one))))
    people.extend(person for group in alone.values() for person in group)
    return Joined(people, left, doubts)


def _by_full_name(full: Sequence[Found]) -> list[Person]:
    """One person for each full name and its other spellings; rare spellings are held against common ones."""
    people: list[Person] = []
    blocks: dict[tuple[str, str], list[Person]] = defaultdict(list)
    known: dict[PersonName, Person] = {}
    often = Counter(f.person for f in full)
    for one in sorted(full, key=lambda f: (-often[f.person], names.fold(f.name), f.key)):
        person = known.get(one.person)
        if person is None:
            keys = [(skeleton(one.person.last), key) for key in given_keys(one.person.first)]
            keys.append(("whole", "".join(one.person.words)))
            keys.append((vowelless(one.person.last), one.person.first))
            keys += [(skeleton(one.person.last), key) for key in given_keys(one.person.nickname) if key]
            near = dict.fromkeys(p for key in keys for p in blocks[key])
            fits = [p for p in near if p.can_be(one.gender) and all(same_name(part, one.person) for part in p.parts)]
            person = fits[0] if len(fits) == 1 else Person()
            rule = f"another spelling of ‘{person.spellings.most_common(1)[0][0]}’" if person.found else "full name"
            if not person.found:
                people.append(person)
            for key in keys:
                if person not in blocks[key]:
                    blocks[key].append(person)
            known[one.person] = person
        else:
            rule = "same full name"
        person.add(one, rule, True)
    return people


def _by_last_word(people: Iterable[Person]) -> dict[str, list[Person]]:
    """People by the reduced spelling of their surname, and of its last word ("pen" for "le pen")."""
    found: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        keys = {skeleton(surname) for part in person.parts for surname in names.surnames(part)} | {
            skeleton(part.last.split()[-1]) for part in person.parts
        }
        # where the family name comes first ("Xi Jinping"), it is what stands alone; a shared given name joins nobody
        keys |= {
            skeleton(part.first)
            for part in person.parts
            if len(part.first) <= 4 and names.usual_sex(part.first.title()) == "unknown"
        }
        for key in sorted(keys):
            found[key].append(person)
    return found


def _join_single(bearers: "Bearers", alone: dict[str, list[Person]], one: Found) -> str:
    """Put a name of one word with its only possible bearer; returns why it was left open, or ""."""
    found, rule = bearers.of(one)
    if found is not None and any(f.source == one.source and f.person.first for f, _ in found.found):
        return f"‘{one.name}’ may be another than {found.found[0][0].name}, whom the same source introduces later"
    if found is not None:
        found.add(one, rule, False)
        return ""
    if rule:
        return rule
    key = f"{one.title} {skeleton(one.person.last)}"
    for person in alone[key]:
        if not other_world(person.offices, one) and person.can_be(one.gender):
            person.add(one, "same surname; no full name in any source", True)
            return ""
    person = Person()
    person.add(one, "surname; no full name in any source", True)
    alone[key].append(person)
    return ""


class Families:
    """Full names by given name, and the surnames each document has, of people and of bodies named after them."""

    def __init__(self, people: Iterable[Person], company: Mapping[str, frozenset[str]], bearers: "Bearers") -> None:
        self.by_given: dict[str, list[Person]] = defaultdict(list)
        self.named = company
        self.bearers = bearers
        for person in people:
            for part in person.parts:
                self.by_given[part.first].append(person)

    def of(self, one: Found) -> Person | None:
        """Who "Zanele" is in "Dlamini and his wife Zanele", if others name one Zanele Dlamini, and "Mikhail" where the
        only bearer of a surname that the source has is so called."""
        here = self.named.get(one.source, frozenset())
        fits = [p for p in self.by_given[one.person.last] if p.can_be(one.gender) and self._may_be_alone(p, one.source)]
        fits = [p for p in fits if any(part.last in here for part in p.parts)]
        return fits[0] if len(fits) == 1 else None

    def _may_be_alone(self, person: Person, source: str) -> bool:
        """Whether a source has somebody not at all, or only by a surname nobody else bears."""
        if source not in person.sources:
            return True
        by_surname = all(f.source != source or not f.person.first for f, _ in person.found)
        return by_surname and all(self.bearers.by_last.get(skeleton(p.last)) == [person] for p in person.parts)


class Bearers:
    """The people a name of one word can mean, as their full names and roles alone show them."""

    def __init__(self, people: Iterable[Person]) -> None:
        listed = list(people)
        self.by_last = _by_last_word(listed)
        self.by_given: dict[str, list[Person]] = defaultdict(list)
        for person in listed:
            for given in sorted({part.first for part in person.parts} if person.titles else ()):
                self.by_given[given].append(person)
        self.known: dict[tuple[str, str, str, frozenset[Office]], tuple[Person | None, str]] = {}
        self.held = {id(p): frozenset(p.offices) for block in self.by_last.values() for p in block}

    def of(self, one: Found) -> tuple[Person | None, str]:
        """The only possible bearer with the rule; or None and why it stays open, "" where there is no bearer at all."""
        case = (one.person.last, one.title, str(one.gender), frozenset(one.offices))
        if case not in self.known:
            self.known[case] = self._of(one)
        return self.known[case]

    def _of(self, one: Found) -> tuple[Person | None, str]:
        bearers = self._bearers(one)
        fits = [p for p in bearers if p.can_be(one.gender)]
        if one.title:
            rule = f"‘{one.title}’ and the given name; the only bearer in all sources"
            return (fits[0], rule) if len(fits) == 1 else (None, self._several(one, fits))
        if len(fits) > 1 and one.offices:
            mine = {(o.name, o.states, o.rank) for o in one.offices}
            held = [p for p in fits if any((o.name, o.states, o.rank) in mine for o in self.held[id(p)])]
            if len(held) == 1:
                return held[0], "surname and role"
        if len(fits) == 1 and not other_world(self.held[id(fits[0])], one):
            only = "in all sources" if len(bearers) == 1 else "of that sex"
            return fits[0], f"surname; the only bearer {only}"
        return None, self._several(one, fits)

    def possible(self, one: Found) -> list[Person]:
        """All whom a name of one word can mean."""
        return [p for p in self._bearers(one) if p.can_be(one.gender)]

    def _bearers(self, one: Found) -> list[Person]:
        if one.title:
            return self.by_given.get(one.person.last, [])
        block = self.by_last.get(skeleton(one.person.last), [])
        return [p for p in block if any(same_surname(part.last, one.person.last) for part in p.parts)] or block

    def _several(self, one: Found, fits: list[Person]) -> str:
        what = "given name" if one.title else "surname"
        return f"‘{one.name}’ may be any of {len(fits)} people of that {what}" if len(fits) > 1 else ""


def _of_government(office: Office) -> bool:
    """Whether an office is one in the government of a state, of which one person holds several in a row; a president
    of something is none."""
    said = {office.head, *office.words, *office.name.split()}
    return not _GOVERNMENT.isdisjoint(said) or (office.name == "president" and not office.rank)


def other_world(known: Iterable[Office], one: Found) -> bool:
    """Whether two sets of roles have nothing in common: a governor is not the nurse of that surname."""
    held = list(known)
    if not held or not one.offices:
        return False
    if any(map(_of_government, held)) and any(map(_of_government, one.offices)):
        return False
    ways = (offices.same, offices.broader, offices.leads)
    return not any(
        a.states & b.states or a.words & b.words or a.name == b.name or any(fits(a, b) or fits(b, a) for fits in ways)
        for a in held
        for b in one.offices
    )
