"""Joins the organisations of all documents: by name, by acronym and long form, by what a short name leaves off."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.lexicons import states
from generator.model.links import Doubt, Key
from generator.resolve.across.same_people import SHARED_NAMES
from generator.resolve.across.short_bodies import KnownBodies
from generator.resolve.found import Found
from generator.resolve.naming.body_names import organisation_key, stems

_LINKING = frozenset(["of", "for", "the", "and"])
_STEPS = 3  # short for a name that is itself short for another


@dataclass(slots=True, eq=False)
class Body:
    """Entities held to be one organisation, each with the rule that joined it."""

    spellings: Counter[str] = field(default_factory=Counter)
    found: list[tuple[Found, str]] = field(default_factory=list)

    def add(self, one: Found, rule: str) -> None:
        """Take an entity in."""
        self.found.append((one, rule))
        self.spellings[one.name] += one.voices


@dataclass(frozen=True, slots=True)
class JoinedBodies:
    """The organisations; the entities left open, each with the reason and those it may be; pairs that may be one."""

    bodies: list[Body]
    left: list[tuple[Found, str, tuple[Key, ...]]]
    doubts: list[Doubt]


def join_bodies(
    found: Sequence[Found], states_of: Mapping[str, set[str]], company: Mapping[str, frozenset[str]]
) -> JoinedBodies:
    """Who is who among bodies. `states_of`: source to the codes of its states; `company`: to whom else it names."""
    ordered = sorted(found, key=lambda f: (-len(organisation_key(f.name).split()), f.key))
    known = KnownBodies.of(ordered)
    by_key: dict[str, Body] = {}
    left: list[tuple[Found, str, tuple[Key, ...]]] = []
    doubts: dict[str, Doubt] = {}
    for one in ordered:
        key = organisation_key(one.name)
        owners = known.owners(key, states_of.get(one.source, set()))
        if len(owners) > 1:
            whose = " or ".join(sorted(states.display(code) for _, code in owners))
            left.append((one, f"‘{one.name}’ may be that of {whose}", tuple(known.first[full] for full, _ in owners)))
            continue
        target, rule = key, "same name"
        for _ in range(_STEPS):
            further, why = known.full_name(one, target, owners)
            if not why:
                break
            target, rule = further, why
        forms = {_twin(known, long, company)[0] or long for long in known.given.get(key, ())}
        if target == key and len(forms) == 1:
            target, rule = forms.pop(), f"‘{one.name}’ is given as an acronym in other sources"
        if target == key and (twin := _twin(known, key, company))[0]:
            target, rule = twin
        if target == key:
            target = _affair(by_key, one, key, company) if known.local(key) else key
            for other, why in known.may_be(key):
                doubts.setdefault(f"{key} {other}", Doubt(known.first[key], known.first[other], why))
        body = by_key.get(target)
        if body is None:
            body = by_key[target] = Body()
            rule = "name"
        body.add(one, rule)
    return JoinedBodies(list(by_key.values()), left, [doubts[pair] for pair in sorted(doubts)])


def _twin(known: KnownBodies, key: str, company: Mapping[str, frozenset[str]]) -> tuple[str, str]:
    """The commoner name that sources of the same affair have for this one, with the rule; both "" where there is none.

    Copies swap words of names: "National Institute of Civil Defence (INDECI)", "… of Civil Protection (INDECI)"; a
    translation turns them: "the Union of the Dairy Workers".
    """
    own, stem = known.sources[key], stems(key)
    of_one_acronym = {long for letters in known.letters[key] for long in known.given[letters]}
    alike = {full for full in of_one_acronym if len(set(full.split()) & set(key.split()) - _LINKING) > 1}
    turned = known.same_words[stem] if len(stem) > 1 else set[str]()
    misspelt = known.misspelt(key)
    ended = known.ended[key] if len(known.ended[key]) == 1 else set[str]()
    for full in sorted((alike | turned | misspelt | ended) - {key}):
        other = known.sources[full]
        commoner = (len(other), key) > (len(own), full) or full in ended
        if commoner and (full in misspelt or not own & other):
            pairs = ((company.get(a, frozenset()), company.get(b, frozenset())) for a in own for b in other)
            if any(len((one & two) - {key, full}) >= SHARED_NAMES for one, two in pairs):
                how = "the same words in another order" if full in turned else "both are given one acronym"
                how = "but for one letter" if full in misspelt else "one without a place" if full in ended else how
                return full, f"two forms of one name in sources of one story: {how}"
    return "", ""


def _affair(by_key: Mapping[str, Body], one: Found, key: str, company: Mapping[str, frozenset[str]]) -> str:
    """Where the bearer of a name that every town has one of is filed: with the one of the same affair."""
    number = 0
    while (place := f"{key} {number}") in by_key:
        here = company.get(one.source, frozenset())
        if any(
            len((company.get(f.source, frozenset()) & here) - {key}) >= SHARED_NAMES for f, _ in by_key[place].found
        ):
            break
        number += 1
    return place
