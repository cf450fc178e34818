"""The chains of mentions that coreference builds up: who each mention refers to so far."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.lexicons import names, roles
from generator.lexicons.names import PersonName
from generator.lexicons.roles import Office
from generator.model import Mention, Span
from generator.model.evidence import EntityKind, Gender
from generator.resolve.ages import age_beside

_LONGEST_TITLE = 20  # characters


@dataclass(slots=True, eq=False)
class Chain:
    """One entity in the making. `roles` are what it is said to be, `offices` what these say, `sex` what the text shows.

    `apart`: called by surname only, and held apart from the bearers of that surname whom the text names in full.
    """

    kind: EntityKind
    named: bool
    name: str
    mentions: list[int] = field(default_factory=list)
    person: PersonName | None = None
    roles: list[str] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    code: str | None = None
    sex: Gender = "unknown"
    plural: bool = False
    members: list["Chain"] = field(default_factory=list)
    candidates: list["Chain"] = field(default_factory=list)
    likely: list[tuple["Chain", float]] = field(default_factory=list)
    rule: str = ""
    apart: bool = False
    serves: list["Chain"] = field(default_factory=list)
    voice_of: "Chain | None" = None

    @property
    def gender(self) -> Gender:
        """The sex the text shows, else the one that usually bears the given name."""
        if self.sex != "unknown" or self.person is None:
            return self.sex
        usual = names.usual_sex(self.person.first.title()) if self.person.first else "unknown"
        return "female" if usual == "female" else "male" if usual == "male" else "unknown"

    @property
    def unsure(self) -> bool:
        """Whether nothing but the look of a name says whether it is a person's."""
        if self.kind != "person":
            return self.kind == "unknown"
        shown = self.offices or self.gender != "unknown" or any(map(names.two_syllables, self.name.split()))
        return not shown


class Chains:
    """All chains of one document, and the rule that put each mention where it is."""

    def __init__(self, mentions: tuple[Mention, ...], text: str = "") -> None:
        self.mentions = mentions
        self.text = text
        self.all: list[Chain] = []
        self.of: dict[int, Chain] = {}
        self.rules: dict[int, str] = {}
        self._names = {m.span: k for k, m in reversed(list(enumerate(mentions))) if m.kind == "name"}

    def new(self, kind: EntityKind, named: bool, name: str, *, plural: bool = False) -> Chain:
        """A chain without mentions."""
        chain = Chain(kind, named, name, plural=plural)
        self.all.append(chain)
        return chain

    def link(self, index: int, chain: Chain, rule: str) -> None:
        """Put a mention into a chain, with what the mention tells of it."""
        mention = self.mentions[index]
        self.of[index] = chain
        self.rules[index] = rule
        chain.mentions.append(index)
        if chain.sex == "unknown" and mention.kind != "pronoun" and mention.gender in ("female", "male"):
            chain.sex = mention.gender
        if mention.role:
            self.add_office(chain, mention.role)

    def add_office(self, chain: Chain, role: str) -> None:
        """Remember an office a chain's role names."""
        found = roles.office(role)
        if (found.head or found.name) and found not in chain.offices:
            chain.offices.append(found)
            chain.roles.append(role)

    def merge(self, kept: Chain, other: Chain, rule: str) -> None:
        """Move everything of one chain into another."""
        for index in other.mentions:
            self.of[index] = kept
            self.rules[index] = rule
        kept.mentions.extend(other.mentions)
        for office, role in zip(other.offices, other.roles, strict=True):
            if office not in kept.offices:
                kept.offices.append(office)
                kept.roles.append(role)
        if kept.sex == "unknown":
            kept.sex = other.sex
        other.mentions = []
        self.all.remove(other)

    def name_at(self, span: Span) -> int | None:
        """The name mention that has exactly this span."""
        return self._names.get(span)

    def titled(self, index: int) -> bool:
        """Whether a form of address stands right before a mention ("Mrs Prowse")."""
        return bool(self.title(index))

    def title(self, index: int) -> str:
        """The form of address right before a mention; "" where there is none."""
        before = self.word_before(index)
        return before if names.honorific(before) or names.with_given_name(before) else ""

    def word_before(self, index: int) -> str:
        """The word right before a mention."""
        start = self.mentions[index].span.start
        return "".join(self.text[max(start - _LONGEST_TITLE, 0) : start].split()[-1:])

    def ages(self, chain: Chain) -> Iterator[int | None]:
        """The ages that stand beside the names of somebody."""
        own = (self.mentions[k] for k in chain.mentions)
        return (age_beside(self.text, mention) for mention in own if mention.kind == "name")

    def definite(self, index: int) -> bool:
        """Whether "the" stands right before a mention."""
        start = self.mentions[index].span.start
        return self.text[max(start - 4, 0) : start].lower() == "the "

    def before(self, index: int, sentences: int) -> Iterator[int]:
        """The mentions before one, nearest first, that stand at most so many sentences earlier."""
        here = self.mentions[index].sentence
        for k in range(index - 1, -1, -1):
            if here - self.mentions[k].sentence > sentences:
                return
            yield k

    def beside(self, index: int) -> Iterator[int]:
        """The other mentions of the sentence one stands in."""
        yield from self.before(index, 0)
        here = self.mentions[index].sentence
        for k in range(index + 1, len(self.mentions)):
            if self.mentions[k].sentence != here:
                return
            yield k
