"""Which longer name of a body a short one stands for, as all documents together show it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from generator.lexicons import bodies, names, states, words
from generator.model.links import Key
from generator.resolve.found import Found
from generator.resolve.naming.body_names import ends_itself, is_team_word, names_itself, organisation_key, stems

Keys = dict[str, set[str]]


@dataclass(slots=True)
class KnownBodies:
    """The names of bodies in all documents, by the keys of `organisation_key`.

    `given` and `initials` lead from an acronym to long forms, `letters` from a long form to its acronyms, `shorts` from
    what a company or team, or in any document a body, is called, `plain` from a local body's short name, `leading` from
    what stands before "of" and from the first word, to full names, `same_words` from the words in any order, `ended`
    from its last words, `spelt` from each word. `first` is
    the first entity of each name, `sources` its documents.
    """

    given: Keys = field(default_factory=lambda: defaultdict(set))
    letters: Keys = field(default_factory=lambda: defaultdict(set))
    initials: Keys = field(default_factory=lambda: defaultdict(set))
    shorts: Keys = field(default_factory=lambda: defaultdict(set))
    plain: Keys = field(default_factory=lambda: defaultdict(set))
    leading: Keys = field(default_factory=lambda: defaultdict(set))
    endings: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    same_words: dict[frozenset[str], set[str]] = field(default_factory=lambda: defaultdict(set))
    ended: Keys = field(default_factory=lambda: defaultdict(set))
    spelt: Keys = field(default_factory=lambda: defaultdict(set))
    first: dict[str, Key] = field(default_factory=dict)
    sources: Keys = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, found: Sequence[Found]) -> "KnownBodies":
        """The names of all entities that are bodies."""
        known = cls()
        for one in found:
            known._learn(one)
        return known

    def _learn(self, one: Found) -> None:
        key = organisation_key(one.name)
        self.first.setdefault(key, one.key)
        self.sources[key].add(one.source)
        for mention in one.mentions:
            if is_acronym(mention.text) and organisation_key(_undotted(mention.text)) != key:
                self.given[organisation_key(_undotted(mention.text))].add(key)
                self.letters[key].add(organisation_key(_undotted(mention.text)))
        self.same_words[stems(key)].add(key)
        for word in key.split():
            self.spelt[word].add(key)
        letters, parts = bodies.acronym(one.name), len(one.name.split())
        if len(letters) > 2 or (parts == len(letters) == 2 and letters != "un"):  # but not "VA" for "Voice of America"
            self.initials[letters].add(key)
            self.initials["".join(word[0] for word in names.fold(one.name).split())].add(key)  # "ECOWAS"
        called = {m.text for m in one.mentions if m.kind == "name" and not is_acronym(m.text)}
        for short in {bodies.trading_name(one.name), bodies.team_name(one.name), *called} - {""}:
            if organisation_key(short) != key:
                self.shorts[organisation_key(short)].add(key)
        kept = key.split()
        if kept and is_team_word(kept[-1]):
            for k in range(1, len(kept)):
                self.shorts[" ".join(kept[k:])].add(key)  # "Harbour Stars", "Stars"
        for k in range(1, len(kept) - 1):
            if ends_itself(" ".join(kept[k:])) and kept[k - 1] not in bodies.SMALL:
                self.ended[" ".join(kept[k:])].add(key)
        if kept[-1:] == ["council"] and len(kept) > 2 and kept[-2] in words("left_out_of_bodies"):
            self.plain[" ".join((*kept[:-2], "council"))].add(key)
        before, of, _ = key.partition(" of ")
        if of and names_itself(key):
            (self.leading if " " in before else self.shorts)[before].add(key)
        if len(kept) > 1 and bodies.ends_name(before.split()[-1]):
            self.leading[kept[0]].add(key)
        code, _, rest = key.partition(" ")
        if rest and code.upper() in states.states():
            self.endings[rest][key] = code.upper()
        else:
            for bare, whose in _without_state(one.name):
                self.endings[bare][key] = whose

    def misspelt(self, key: str) -> set[str]:
        """The names that differ from this one by one letter inside a long word ("Halm AeroSytems")."""
        near = set[str]().union(*(self.spelt[word] for word in key.split())) - {key} if " " in key else set()
        return {other for other in near if _but_for_a_letter(key.split(), other.split())}

    def owners(self, key: str, nearby: set[str]) -> list[tuple[str, str]]:
        """The bodies of states that a name without its state can mean: those of the states its source names."""
        return sorted((full, code) for full, code in self.endings.get(key, {}).items() if code in nearby)

    def local(self, key: str) -> bool:
        """Whether bodies of many towns bear the name."""
        return key in words("local_bodies")

    def full_name(self, one: Found, key: str, owners: list[tuple[str, str]]) -> tuple[str, str]:
        """The key of the longer name that this one stands for, with the rule; the rule is "" where there is none."""
        if is_acronym(one.name) and key == organisation_key(one.name):
            letters = names.fold(_undotted(one.name))
            given = self.given.get(letters, set())
            if len(given) == 1:
                return next(iter(given)), f"‘{one.name}’ is given as an acronym in another source"
            if not given and len(self.initials.get(letters, set())) == 1:
                return next(iter(self.initials[letters])), f"‘{one.name}’ is the initials of the name"
            if letters != key and letters in self.first:
                return letters, f"‘{one.name}’ without full stops"
        if len(owners) == 1 and owners[0][0] != key:
            return owners[0][0], "the state left off; of such bodies its source can mean only this one"
        if len(key.split()) > 2 and f"un {key}" in self.first:
            return f"un {key}", "the United Nations left off"
        full = self._unique(self.shorts, key)
        if full:
            return full, "short for the only such name; what a company or team leaves off"
        full = self._unique(self.plain, key)
        if full:
            return full, "the kind of local authority left off; no other such body is known"
        full = self._begun_so(key) if one.definite or " " in key else ""
        if full:
            return full, "the beginning of the only such name"
        return key, ""

    def _begun_so(self, key: str) -> str:
        """The one longest name that begins so, if no document has both as two."""
        full = {name for name in self.leading.get(key, ()) if not self.leading.get(name)}
        return self._unique({key: full}, key)

    def _unique(self, table: Keys, key: str) -> str:
        """The one longer name, if no document has both as two."""
        full = table.get(key, set())
        if len(full) != 1:
            return ""
        (only,) = full
        return "" if self.sources[only] & self.sources.get(key, set()) else only

    def may_be(self, key: str) -> list[tuple[str, str]]:
        """The longer names that a name, which was not joined to any, may stand for, with what speaks for it."""
        longer = self.shorts.get(key, set()) | self.plain.get(key, set())
        longer = {full for full in longer if not self.sources[full] & self.sources.get(key, set())}
        return [
            (full, "the name is the beginning of the other; more than one body is called so") for full in sorted(longer)
        ]


def _but_for_a_letter(one: list[str], other: list[str]) -> bool:
    """Whether two names differ in one word, by one letter that neither begins nor ends it."""
    unlike = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) != len(other) or len(unlike) != 1 or any(map(str.isdigit, "".join(unlike[0]))):
        return False
    a, b = unlike[0]
    inner = (a[0], a[-1]) == (b[0], b[-1]) and min(len(a), len(b)) > 5
    return inner and DamerauLevenshtein.distance(a, b) == 1


def is_acronym(text: str) -> bool:
    """Whether a name is written in capitals as one word, with or without full stops: "CMA", "C.M.A."."""
    return text.isupper() and 1 < len(_undotted(text)) <= 8 and " " not in text


def _undotted(text: str) -> str:
    return text.replace(".", "")


def _without_state(name: str) -> list[tuple[str, str]]:
    """A name of a body of a state without that state: "US State Department" to ("state department", "US")."""
    parts = name.split()
    for size in (3, 2, 1):
        code = states.mentioned(" ".join(parts[:size])) if len(parts) > size else None
        if code:
            return [(organisation_key(" ".join(parts[size:])), code)]
    return []
