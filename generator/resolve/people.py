"""Joins the people of all documents: by full name in any spelling, by surname where only one bearer is possible.

Candidates meet by the reduced spelling of their surname only, so the work grows with the number of names, not of pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.lexicons import names
from generator.lexicons.names import PersonName
from generator.resolve.found import Found
from generator.resolve.spelling import same_given, same_surname, skeleton


@dataclass(slots=True, eq=False)
class Person:
    """Entities held to be one person, each with the rule that joined it."""

    spellings: Counter[str] = field(default_factory=Counter)
    parts: list[PersonName] = field(default_factory=list)
    found: list[tuple[Found, str]] = field(default_factory=list)

    @property
    def sexes(self) -> set[str]:
        """The sexes the texts show."""
        return {str(f.gender) for f, _ in self.found} & {"female", "male"}

    def add(self, one: Found, rule: str, full: bool) -> None:
        """Take an entity in; a full name adds a spelling."""
        self.found.append((one, rule))
        if full:
            self.spellings[one.name] += len(one.mentions)
            if one.person not in self.parts:
                self.parts.append(one.person)


def join_people(found: Sequence[Found]) -> tuple[list[Person], list[tuple[Found, str]]]:
    """The people, and the entities left open with the reason. `found` are entities of kind person."""
    blocks: dict[str, list[Person]] = defaultdict(list)
    full = [f for f in found if f.person.first]
    single = [f for f in found if not f.person.first]
    # the commonest spelling first: a rare one is then held against it, not the other way round
    often = Counter(names.fold(f.name) for f in full)
    for one in sorted(full, key=lambda f: (-often[names.fold(f.name)], names.fold(f.name), f.key)):
        _join_full(blocks, one)
    people = [person for block in blocks.values() for person in block]
    by_last = _by_last_word(people)
    left: list[tuple[Found, str]] = []
    alone: dict[str, list[Person]] = defaultdict(list)
    for one in sorted(single, key=lambda f: f.key):
        reason = _join_single(by_last, alone, one)
        if reason:
            left.append((one, reason))
    people.extend(person for group in alone.values() for person in group)
    return people, left


def _join_full(blocks: dict[str, list[Person]], one: Found) -> None:
    block = blocks[skeleton(one.person.last)]
    fits = [p for p in block if _one_person(p, one)]
    exact = [p for p in fits if any(part == one.person for part in p.parts)]
    if len(exact) == 1 or len(fits) == 1:
        person = (exact or fits)[0]
        same = any(names.fold(one.name) == names.fold(s) for s in person.spellings)
        usual = person.spellings.most_common(1)[0][0]
        person.add(one, "same full name" if same else f"another spelling of ‘{usual}’", True)
        return
    person = Person()
    person.add(one, "full name", True)
    block.append(person)


def _one_person(person: Person, one: Found) -> bool:
    """Whether a full name can be this person's: surname and given name agree with every spelling so far."""
    if one.gender in ("female", "male") and person.sexes and one.gender not in person.sexes:
        return False
    return all(_one_name(part, one.person) for part in person.parts)


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


def _join_single(by_last: dict[str, list[Person]], alone: dict[str, list[Person]], one: Found) -> str:
    """Put a name of one word with its only possible bearer; returns why it was left open, or ""."""
    key = skeleton(one.person.last)
    bearers = [p for p in by_last.get(key, []) if any(same_surname(part.last, one.person.last) for part in p.parts)]
    bearers = bearers or by_last.get(key, [])
    fits = [p for p in bearers if not (one.gender in ("female", "male") and p.sexes and one.gender not in p.sexes)]
    if len(fits) > 1 and one.offices:
        held = [p for p in fits if _shares_office(p, one)]
        if len(held) == 1:
            held[0].add(one, "surname and role", False)
            return ""
    if len(fits) == 1 and not _other_world(fits[0], one):
        rule = (
            "surname; the only bearer in all sources" if len(bearers) == 1 else "surname; the only bearer of that sex"
        )
        fits[0].add(one, rule, False)
        return ""
    if len(fits) > 1:
        listed = ", ".join(sorted(p.spellings.most_common(1)[0][0] for p in fits))
        return f"‘{one.name}’ may be any of {listed}"
    for person in alone[key]:
        if not _other_world(person, one):
            person.add(one, "same surname; no full name in any source", True)
            return ""
    person = Person()
    person.add(one, "surname; no full name in any source", True)
    alone[key].append(person)
    return ""


def _shares_office(person: Person, one: Found) -> bool:
    held = {(o.name, o.states) for f, _ in person.found for o in f.offices}
    return any((o.name, o.states) in held for o in one.offices)


def _other_world(person: Person, one: Found) -> bool:
    """Whether two sets of roles have nothing in common: a governor is not the nurse of that surname."""
    held = [o for f, _ in person.found for o in f.offices]
    if not held or not one.offices:
        return False
    return not any(a.states & b.states or a.words & b.words for a in held for b in one.offices)
