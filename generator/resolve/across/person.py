"""One person across documents in the making: the entities held to be one, and what they say together."""

from collections import Counter
from dataclasses import dataclass, field

from generator.lexicons import names
from generator.lexicons.names import PersonName
from generator.lexicons.roles import Office
from generator.resolve.found import Found


@dataclass(slots=True, eq=False)
class Person:
    """Entities held to be one person, each with the rule that joined it; what they say together is kept at hand."""

    spellings: Counter[str] = field(default_factory=Counter)
    parts: list[PersonName] = field(default_factory=list)
    found: list[tuple[Found, str]] = field(default_factory=list)
    offices: set[Office] = field(default_factory=set)
    shown: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The commonest spelling; of equally common ones the first in the alphabet."""
        return min(self.spellings, key=lambda s: (-self.spellings[s], s))

    @property
    def sources(self) -> set[str]:
        """The documents that name the person."""
        return {one.source for one, _ in self.found}

    @property
    def suffixes(self) -> set[str]:
        """ "jr", "iii"."""
        return {part.suffix for part in self.parts if part.suffix}

    @property
    def titles(self) -> set[str]:
        """Forms of address that go with the given name ("Sir"), where a source uses one."""
        return {one.title for one, _ in self.found if one.title}

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
            titled = f"{one.title} {one.name}" if one.title and not one.person.first else one.name
            self.spellings[titled] += one.voices
            if one.person not in self.parts:
                self.parts.append(one.person)

    def take(self, other: "Person", rule: str) -> None:
        """Take in another person, found to be the same by `rule`."""
        self.found.extend((one, rule if old in ("full name", "same full name") else old) for one, old in other.found)
        self.spellings.update(other.spellings)
        self.offices.update(other.offices)
        self.shown.update(other.shown)
        self.parts.extend(part for part in other.parts if part not in self.parts)
