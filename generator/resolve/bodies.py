"""Joins the organisations of all documents: by name, by acronym and long form, by a state's name left off."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.lexicons import names, states
from generator.resolve.body_names import acronym, organisation_key
from generator.resolve.found import Found


@dataclass(slots=True, eq=False)
class Body:
    """Entities held to be one organisation, each with the rule that joined it."""

    spellings: Counter[str] = field(default_factory=Counter)
    found: list[tuple[Found, str]] = field(default_factory=list)

    def add(self, one: Found, rule: str) -> None:
        """Take an entity in."""
        self.found.append((one, rule))
        self.spellings[one.name] += len(one.mentions)


def join_bodies(found: Sequence[Found], states_of: dict[str, set[str]]) -> list[Body]:
    """The organisations. `states_of` gives the codes of the states each source mentions."""
    by_key: dict[str, Body] = {}
    short: dict[str, set[str]] = defaultdict(set)  # acronym -> keys of the long forms some source gives with it
    ordered = sorted(found, key=lambda f: (-len(organisation_key(f.name).split()), f.key))
    for one in ordered:
        for mention in one.mentions:
            if _is_acronym(mention.text) and organisation_key(mention.text) != organisation_key(one.name):
                short[organisation_key(mention.text)].add(organisation_key(one.name))
    initials: dict[str, set[str]] = defaultdict(set)
    for one in ordered:
        letters, parts = acronym(one.name), len(one.name.split())
        if len(letters) > 2 or parts == len(letters) == 2:  # "UN", but not "VA" for "Voice of America"
            initials[letters].add(organisation_key(one.name))
    endings: dict[str, list[tuple[str, str]]] = defaultdict(list)  # bare name -> (key with a state before it, code)
    for one in ordered:
        for bare, code in _without_state(one.name):
            if (organisation_key(one.name), code) not in endings[bare]:
                endings[bare].append((organisation_key(one.name), code))
    for one in ordered:
        key = organisation_key(one.name)
        target, rule = _target(one, key, short, initials, endings, states_of)
        body = by_key.get(target)
        if body is None:
            body = by_key[target] = Body()
            rule = "name"
        body.add(one, rule)
    return list(by_key.values())


def _is_acronym(text: str) -> bool:
    return text.isupper() and 1 < len(text) <= 8 and " " not in text


def _without_state(name: str) -> list[tuple[str, str]]:
    """A name of a body of a state without that state: "US State Department" to ("state department", "US")."""
    parts = name.split()
    for size in (3, 2, 1):
        code = states.mentioned(" ".join(parts[:size])) if len(parts) > size else None
        if code:
            return [(organisation_key(" ".join(parts[size:])), code)]
    return []


def _target(
    one: Found,
    key: str,
    short: dict[str, set[str]],
    initials: dict[str, set[str]],
    endings: dict[str, list[tuple[str, str]]],
    states_of: dict[str, set[str]],
) -> tuple[str, str]:
    """The key an entity is filed under, with the rule."""
    if _is_acronym(one.name):
        given = short.get(key, set())
        if len(given) == 1:
            return next(iter(given)), f"‘{one.name}’ is given as an acronym in another source"
        if not given and len(initials.get(names.fold(one.name), set())) == 1:
            return next(iter(initials[names.fold(one.name)])), f"‘{one.name}’ is the initials of the name"
    fits = [full for full, code in endings.get(key, []) if code in states_of.get(one.source, set())]
    if len(fits) == 1 and len(endings[key]) == 1:
        return fits[0], "the state left off; its source names that state and no other such body is known"
    return key, "same name"
