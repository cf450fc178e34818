"""Whom phrases without a name mean, as other articles on the affair show: "the referee", "the museum", "the heirs".

One article names the referee and gives the role, the next names him and asks what "the referee" saw. A phrase that may
mean two people or bodies of an affair means neither here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.lexicons import states, words
from generator.model import Mention
from generator.resolve.described import Described, Group
from generator.resolve.found import Found
from generator.resolve.same_people import SHARED_NAMES

_OFTEN = 3  # articles that speak of a party which says nothing
_CROWD = 150  # a name that more articles bear leads to none of them


@dataclass(frozen=True, slots=True)
class Affairs:
    """What each article names, as numbers of groups, and the articles of each group."""

    named: Mapping[str, frozenset[int]]
    sources: Sequence[frozenset[str]]

    @classmethod
    def of(cls, groups: Sequence[Group]) -> "Affairs":
        """The affairs that the people and bodies of these groups make."""
        named: dict[str, set[int]] = defaultdict(set)
        for number, (kind, _, joined) in enumerate(groups):
            for one, _ in joined:
                if kind in ("person", "organisation"):
                    named[one.source].add(number)
        sources = [frozenset(one.source for one, _ in joined) for _, _, joined in groups]
        return cls({source: frozenset(found) for source, found in named.items()}, sources)

    def beside(self, source: str) -> frozenset[str]:
        """The article and those that name as many of the same people and bodies as tell of one affair."""
        shared: Counter[str] = Counter()
        for number in self.named.get(source, ()):
            if len(self.sources[number]) <= _CROWD:
                shared.update(self.sources[number])
        return frozenset({source, *(other for other, count in shared.items() if count >= SHARED_NAMES)})


def join_phrases(groups: Sequence[Group], unnamed: Iterable[Found]) -> list[Group]:
    """The groups with the unnamed entities that mean one of them, and those of parties of several articles.

    `unnamed` come in the order of their sources."""
    affairs = Affairs.of(groups)
    described = Described.of(groups)
    out = [(kind, name, list(joined)) for kind, name, joined in groups]
    left: list[tuple[str, Found]] = []
    beside: dict[str, frozenset[str]] = {}
    countries = {
        (one.source, one.code or "-"): number
        for number, (kind, _, joined) in enumerate(groups)
        for one, _ in joined
        if kind == "state"
    }
    taken = {one.key for _, _, joined in groups for one, _ in joined}
    for source, several in groupby(unnamed, lambda one: one.source):
        entities = [one for one in several if one.key not in taken]
        beside[source] = affairs.beside(source)
        near = frozenset(number for other in beside[source] for number in affairs.named.get(other, ()))
        for one in entities:
            country = countries.get((source, _state_meant(one)))
            if country is not None:
                out[country][2].append(_told(one, f"acts for the state the article names: {out[country][1]}"))
                continue
            number = described.meant(one, beside[source], near)
            if number is not None:
                out[number][2].append(
                    _told(one, f"the one of the articles on the affair who is called so: {out[number][1]}")
                )
            elif (party := _party(one)) is not None:
                left.append((party, one))
    return [*out, *_parties(left, beside)]


def _told(one: Found, why: str) -> tuple[Found, str]:
    phrase = next(m.text for m in one.mentions if m.kind == "nominal")
    rule = f"‘{' '.join(phrase.split())}’: {why}"
    told = tuple(m if m.kind == "pronoun" else replace(m, rule=rule) for m in one.mentions)
    return replace(one, mentions=told), rule


def _state_meant(one: Found) -> str:
    """The code of the state for which a people or a side acts: "the Danes changed government", "the Uzbek side"."""
    for mention in _definite(one):
        parts = mention.text.split()
        if len(parts) == 2 and mention.function == "subject" and parts[1] in states.peoples():
            return states.peoples()[parts[1]]
        if len(parts) == 3 and parts[2] in ("side", "government"):
            return states.adjectives().get(parts[1], "")
    return ""


def _definite(one: Found) -> Iterator[Mention]:
    """The phrases of an entity that begin with "the"."""
    return (m for m in one.mentions if m.kind == "nominal" and m.text[:4].lower() == "the ")


def _party(one: Found) -> str | None:
    """The noun of a party that an entity is: "police", "the heirs of Ana Ruiz"."""
    nominal = next((m for m in one.mentions if m.kind == "nominal"), None)
    if nominal is None or one.kind not in ("organisation", "group"):
        return None
    noun = nominal.head.lower()
    first = nominal.text.split()[0].lower()
    return noun if noun in words("parties") and first in ("the", noun) else None


def _parties(left: Sequence[tuple[str, Found]], beside: Mapping[str, frozenset[str]]) -> list[Group]:
    """Parties that more than one article of an affair speaks of, and that say something, or come often."""
    out: list[Group] = []
    for noun in sorted({noun for noun, _ in left}):
        waiting = {source for n, one in left if n == noun for source in (one.source,)}
        while waiting:
            affair, more = set(), {min(waiting)}
            while more:
                affair |= more
                more = {s for source in more for s in beside[source] & waiting} - affair
            waiting -= affair
            found = [one for n, one in left if n == noun and one.source in affair]
            group = _one_party(noun, found)
            if group is not None:
                out.append(group)
    return out


def _one_party(noun: str, found: Sequence[Found]) -> Group | None:
    called = {form for one in found for m in one.mentions if m.kind == "nominal" and (form := _called(m, noun))}
    sources = len({one.source for one in found})
    often = sources >= _OFTEN or (sources > 1 and any(one.speaks for one in found))
    if len(called) > 1 or not often:
        return None
    return "group", f"the {noun}", [_told(one, "the party called so in the articles on the affair") for one in found]


def _called(mention: Mention, noun: str) -> str:
    """What tells one such party from another: "Ashanti regional"."""
    before = mention.text.lower().partition(noun)[0].split()
    return " ".join(word for word in before if word != "the")
