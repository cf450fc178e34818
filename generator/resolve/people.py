"""Joins the people of all documents: by full name in any spelling, by surname where only one bearer is possible.

Candidates meet by the reduced spelling of their surname only, so the work grows with the number of names, not of pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.lexicons import names
from generator.lexicons.names import PersonName
from generator.lexicons.roles import Office
from generator.resolve.found import Found
from generator.resolve.spelling import given_keys, same_given, same_surname, skeleton


@dataclass(slots=True, eq=False)
class Person:
    """Entities held to be one person, each with the rule that joined it; what they say together is kept at hand."""

    spellings: Counter[str] = field(default_factory=Counter)
    parts: list[PersonName] = field(default_factory=list)
    found: list[tuple[Found, str]] = field(default_factory=list)
    offices: set[Office] = field(default_factory=set)
    shown: Counter[str] = field(default_factory=Counter)

    @property
    def sex(self) -> str:
        """The sex most texts show, else the one that usually bears the given name."""
        if self.shown:
            return min(self.shown, key=lambda sex: (-self.shown[sex], sex))
        return names.usual_sex(self.parts[0].first.title()) if self.parts and self.parts[0].first else "unknown"

    def can_be(self, gender: str) -> bool:
        """Whether nothing speaks against this sex."""
        return gender not in ("female", "male") or self.sex in ("unknown", gender)

    def add(self, one: Found, rule: str, full: bool) -> None:
        """Take an entity in; a full name adds a spelling."""
        self.found.append((one, rule))
        self.offices.update(one.offices)
        if one.gender in ("female", "male"):
            self.shown[one.gender] += 1
        if full:
            self.spellings[one.name] += len(one.mentions)
            if one.person not in self.parts:
                self.parts.append(one.person)


def join_people(found: Sequence[Found]) -> tuple[list[Person], list[tuple[Found, str]]]:
    """The people, and the entities left open with the reason. `found` are entities of kind person."""
    full = [f for f in found if f.person.first]
    people = _by_full_name(full)
    bearers = Bearers(people)
    left: list[tuple[Found, str]] = []
    alone: dict[str, list[Person]] = defaultdict(list)
    for one in sorted((f for f in found if not f.person.first), key=lambda f: f.key):
        reason = _join_single(bearers, alone, one)
        if reason:
            left.append((one, reason))
    people.extend(person for group in alone.values() for person in group)
    return people, left


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
            near = dict.fromkeys(p for key in keys for p in blocks[key])
            fits = [p for p in near if p.can_be(one.gender) and all(_one_name(part, one.person) for part in p.parts)]
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


def _one_name(one: PersonName, other: PersonName) -> bool:
    if not same_surname(one.last, other.last) or not same_given(one.first, other.first):
        return False
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    return not (one.middle and other.middle and one.middle[0][:1] != other.middle[0][:1])


def _by_last_word(people: Iterable[Person]) -> dict[str, list[Person]]:
    """People by the reduced spelling of their surname, and of its last word ("pen" for "le pen")."""
    found: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        keys = {skeleton(part.last) for part in person.parts} | {
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
    key = skeleton(one.person.last)
    for person in alone[key]:
        if not other_world(person.offices, one) and person.can_be(one.gender):
            person.add(one, "same surname; no full name in any source", True)
            return ""
    person = Person()
    person.add(one, "surname; no full name in any source", True)
    alone[key].append(person)
    return ""


class Bearers:
    """The people a name of one word can mean, as their full names and roles alone show them."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.by_last = _by_last_word(people)
        self.known: dict[tuple[str, str, frozenset[Office]], tuple[Person | None, str]] = {}
        self.held = {id(p): frozenset(p.offices) for block in self.by_last.values() for p in block}

    def of(self, one: Found) -> tuple[Person | None, str]:
        """The only possible bearer with the rule; or None and why it stays open, "" where there is no bearer at all."""
        case = (one.person.last, str(one.gender), frozenset(one.offices))
        if case not in self.known:
            self.known[case] = self._of(one)
        return self.known[case]

    def _of(self, one: Found) -> tuple[Person | None, str]:
        block = self.by_last.get(skeleton(one.person.last), [])
        bearers = [p for p in block if any(same_surname(part.last, one.person.last) for part in p.parts)] or block
        fits = [p for p in bearers if p.can_be(one.gender)]
        if len(fits) > 1 and one.offices:
            mine = {(o.name, o.states, o.rank) for o in one.offices}
            held = [p for p in fits if any((o.name, o.states, o.rank) in mine for o in self.held[id(p)])]
            if len(held) == 1:
                return held[0], "surname and role"
        if len(fits) == 1 and not other_world(self.held[id(fits[0])], one):
            only = "in all sources" if len(bearers) == 1 else "of that sex"
            return fits[0], f"surname; the only bearer {only}"
        return None, f"‘{one.name}’ may be any of {len(fits)} people of that surname" if len(fits) > 1 else ""


def other_world(offices: Iterable[Office], one: Found) -> bool:
    """Whether two sets of roles have nothing in common: a governor is not the nurse of that surname."""
    held = list(offices)
    if not held or not one.offices:
        return False
    return not any(a.states & b.states or a.words & b.words for a in held for b in one.offices)
