"""Joins the names of one document: full name and surname, long form and acronym, a state and its capital."""

from collections import defaultdict
from collections.abc import Collection

from generator.lexicons import names, states
from generator.lexicons.names import PersonName
from generator.model import Mention
from generator.model.evidence import Gender
from generator.resolve.chains import Chain, Chains
from generator.resolve.naming import shared_names as shared
from generator.resolve.naming.body_names import link_bodies, stands_for
from generator.resolve.naming.nicknames import nicknames
from generator.resolve.naming.surnames import (
    called_alone,
    introduced_later,
    most_likely,
    of_another_office,
    told_apart,
    with_shared_surname,
)
from generator.resolve.naming.union import link_union, stands_for_a_union
from generator.resolve.person_names import leaves_off_a_surname, same_name, turned
from generator.resolve.spelling import same_surname


def link_names(chains: Chains, speaks: Collection[int] = ()) -> None:
    """Put every name into a chain. `speaks`: the mentions that speak."""
    by_type: dict[str, list[int]] = defaultdict(list)
    called = nicknames(chains)
    for index, mention in enumerate(chains.mentions):
        if mention.kind == "name" and index not in called:
            by_type[shared.kind_of(chains, index, index in speaks)].append(index)
    union = [k for k in by_type["state"] if stands_for_a_union(chains, k)]
    _states(chains, [k for k in by_type["state"] if k not in union])
    _people(chains, by_type["person"])
    for index, bearer in called.items():
        chains.link(index, chains.of[bearer], f"what the text says {chains.of[bearer].name} is called")
    link_bodies(chains, by_type["organisation"] + by_type["group"])
    link_union(chains, union)
    _places(chains, by_type["place"])
    _others(chains, by_type["unknown"])


def _states(chains: Chains, indexes: list[int]) -> None:
    found: dict[str, Chain] = {}
    for index in indexes:
        text = chains.mentions[index].text
        code = states.named(text) or states.adjectives().get(text)
        metonym = None if code else states.seats().get(text) or states.capitals().get(text)
        code = code or metonym or text
        chain = found.get(code)
        if chain is None:
            chain = found[code] = chains.new("state", True, text)
            chain.code = code
        if states.named(text) and not states.named(chain.name):
            chain.name = text
        display = states.display(code)
        rule = f"‘{text}’ acts for the state it governs: {display}" if metonym else f"a name of {display}"
        chains.link(index, chain, rule)


def _places(chains: Chains, indexes: list[int]) -> None:
    found: dict[str, Chain] = {}
    for index in indexes:
        text = chains.mentions[index].text
        key = names.fold(text)
        if key not in found:
            found[key] = chains.new("place", True, text)
        chains.link(index, found[key], "a place")


def _people(chains: Chains, indexes: list[int]) -> None:
    full: list[Chain] = []
    single: list[int] = []
    parts = [names.person(chains.mentions[k].text) for k in indexes]
    doubled = {surname for part in parts if part.first for surname in names.surnames(part) if " " in surname}
    for index in indexes:
        mention = chains.mentions[index]
        text = with_shared_surname(chains, index) or mention.text
        parsed = names.person(text)
        if not parsed.first or names.fold(text) in doubled:
            single.append(index)
            continue
        chain = next((c for c in full if c.person and _same_person(c, parsed, mention.gender)), None)
        if chain is None:
            chain = chains.new("person", True, _bare(text))
            chain.person = parsed
            full.append(chain)
            rule = "full name"
        else:
            same = names.fold(text) == names.fold(chain.name)
            rule = "full name" if same else f"another spelling of ‘{chain.name}’"
            if len(_bare(text).split()) > len(chain.name.split()) and not chain.name.count("-"):
                chain.name, chain.person = _bare(text), parsed
        chains.link(index, chain, rule)
    for index, chain in _given_names_alone(chains, full):
        chains.merge(chain, chains.of[index], f"the given names of {chain.name}")
        full = [c for c in full if c in chains.all]
    for index in sorted(single):
        _surname(chains, index, full)


def _given_names_alone(chains: Chains, full: list[Chain]) -> list[tuple[int, Chain]]:
    """Names that are only the given names of one longer name in the text ("Juan Miguel" of "Juan Miguel Soto")."""
    out = []
    for short in full:
        key = names.fold(short.name)
        longer = [c for c in full if c is not short and names.fold(c.name).startswith(key + " ")]
        if len(longer) == 1 and len(names.fold(longer[0].name).split()) > 2:
            out.append((short.mentions[0], longer[0]))
    return out


def _bare(text: str) -> str:
    return names.without_honorific(text)


def _same_person(chain: Chain, other: PersonName, gender: Gender) -> bool:
    one = chain.person
    if one is None or not (
        same_name(one, other)
        or leaves_off_a_surname(other, one)
        or leaves_off_a_surname(one, other)
        or turned(one, other)
    ):
        return False
    return not (gender in ("female", "male") and chain.sex not in ("unknown", gender))


def _surname(chains: Chains, index: int, full: list[Chain]) -> None:
    """A name of one word: the bearer of that surname; of several the one meant before, or by sex or role; else open."""
    mention = chains.mentions[index]
    alone = names.person(mention.text)
    key = " ".join(alone.words)  # "Vidal", or both surnames of "Marta Vidal Ortega"
    titled = names.with_given_name(chains.title(index))
    bearers = [c for c in full if c.person and same_surname(c.person.last, key) and not titled]
    how = "surname"
    if not bearers and not titled:
        bearers = [c for c in full if c.person and key in (*names.surnames(c.person), *_halves(c.name))]
        how = "one of the surnames"
    if titled:
        bearers = [c for c in full if c.person and c.person.first == key and _with_title(chains, c)]
        how = f"‘{chains.title(index)}’ and the given name"
    elif not bearers:
        bearers = [c for c in full if c.person and (c.person.first == key or key == c.person.last.split()[-1])]
        how = "first of the names" if bearers and bearers[0].person and bearers[0].person.first == key else "surname"
    bearers = [c for c in bearers if not _contradicts(c, mention)]
    others = told_apart(chains, bearers, index) or [c for c in bearers if of_another_office(chains, c, index)]
    bearers = [c for c in bearers if c not in others]
    later = [c for c in bearers if introduced_later(chains, c, index)]
    bearers = [c for c in bearers if c not in later]
    other = called_alone(chains, bearers, index)
    if bearers and other is not None:
        if other[1]:
            chains.link(index, other[0], f"‘{mention.text}’: whom the text has called by surname alone before")
        else:
            _leave_open(chains, [other[0], *bearers], index)
        return
    if len(bearers) > 1:
        chosen = most_likely(chains, bearers, index)
        if chosen is None:
            _leave_open(chains, bearers, index)
            return
        chains.link(index, chosen[0], f"‘{mention.text}’: {chosen[1]}: {chosen[0].name}")
        return
    if bearers:
        chains.link(index, bearers[0], f"{how} of {bearers[0].name}, the only bearer in the text")
        return
    known = next(
        (c for c in chains.all if c.kind == "person" and c.person and not c.person.first and c.person.last == key), None
    )
    if known is None or _contradicts(known, mention):
        known = chains.new("person", True, _bare(mention.text))
        known.person = PersonName("", (), key)
    if others and not later:
        known.apart = True
        rule = f"surname of somebody who is told apart from {others[0].name}, or has another office"
    elif later:
        known.apart = True
        rule = f"surname only; {later[0].name} is introduced later, as somebody else"
    else:
        rule = "surname only; no full name in the text"
    chains.link(index, known, rule)


def _halves(name: str) -> list[str]:
    """The surnames that a hyphen makes one ("Baqeri-Kani"), which papers shorten to either."""
    last = name.split()[-1].strip("-")
    return [names.fold(half) for half in last.split("-")] if "-" in last else []


def _with_title(chains: Chains, chain: Chain) -> bool:
    return any(names.with_given_name(chains.title(k)) for k in chain.mentions)


def _leave_open(chains: Chains, bearers: list[Chain], index: int) -> None:
    """Put a surname several may bear into the chain of those several."""
    mention = chains.mentions[index]
    open_chain = next((c for c in chains.all if c.candidates == bearers), None)
    if open_chain is None:
        open_chain = chains.new("person", True, _bare(mention.text))
        open_chain.candidates = bearers
    open_chain.rule = f"unsure: ‘{mention.text}’ may be {' or '.join(c.name for c in bearers)}"
    chains.link(index, open_chain, open_chain.rule)


def _contradicts(chain: Chain, mention: Mention) -> bool:
    return mention.gender in ("female", "male") and chain.gender not in ("unknown", mention.gender)


def _others(chains: Chains, indexes: list[int]) -> None:
    """Names nothing says the kind of: the same words as a known name, else their own chain."""
    known: dict[str, Chain] = {}
    for chain in chains.all:
        known.setdefault(names.fold(chain.name), chain)
    for index in indexes:
        text = chains.mentions[index].text
        key = names.fold(text)
        body, rule = (None, "") if key in known else stands_for(chains, index)
        if body is not None:
            chains.link(index, body, rule)
            continue
        if key not in known:
            known[key] = chains.new("unknown", True, text)
        chains.link(index, known[key], "name")
