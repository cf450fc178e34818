"""Whom phrases without a name mean, as other articles on the affair show: "the referee", "the museum", "the heirs".

One article names the referee and gives the role, the next names him and asks what "the referee" saw. A phrase that may
mean two people or bodies of an affair means neither here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.lexicons import names, states
from generator.model import Key, Mention
from generator.remembered import NOTHING, Remembered
from generator.resolve.affairs.described import Described, Group
from generator.resolve.affairs.nameless import display, join_nameless
from generator.resolve.found import Found

FEW_AT_A_PLACE = 20  # articles that name a place which one more name in common makes the place of an affair
# Of the articles that have a name, so many, the nearest in the order of their days, may be of one affair by it. Not a
# count of all that have it: in 500 generated articles one more took a name out of all affairs, and 486 phrases changed.
_NEAREST = 40


@dataclass(frozen=True, slots=True)
class Affairs:
    """What each article names, as numbers of groups; the articles in the order of their days; and by its place there
    the articles of the affair of each, as a number with a bit for each place."""

    named: Mapping[str, frozenset[int]]
    order: Sequence[str]
    place: Mapping[str, int]
    near: Sequence[int]

    @classmethod
    def of(cls, groups: Sequence[Group], places: Sequence[Found]) -> "Affairs":
        """The affairs that the people and bodies of these groups make, and these places."""
        named: dict[str, set[int]] = defaultdict(set)
        days = {(one.date or "~", one.source) for _, _, joined in groups for one, _ in joined}
        order = [source for _, source in sorted(days)]
        at = {source: number for number, source in enumerate(order)}
        once, twice = [0] * len(order), [0] * len(order)
        for number, (kind, _, joined) in enumerate(groups):
            if kind in ("person", "organisation"):
                for one, _ in joined:
                    named[one.source].add(number)
                for here, window in _windows(sorted({at[one.source] for one, _ in joined})):
                    twice[here] |= once[here] & window
                    once[here] |= window
        there: dict[str, set[str]] = defaultdict(set)
        for place in places:
            there[names.fold(place.name)].add(place.source)
        for few in there.values():
            if len(few) <= FEW_AT_A_PLACE:
                bits = sum(1 << at[source] for source in few if source in at)
                for source in few:
                    if source in at:
                        twice[at[source]] |= once[at[source]] & bits
        return cls({source: frozenset(found) for source, found in named.items()}, order, at, twice)

    def beside(self, source: str) -> frozenset[str]:
        """The article and those that name two of the same people and bodies, or one of them and a place that few
        articles name."""
        bits = self.near[self.place[source]] if source in self.place else 0
        found = {source}
        while bits:
            lowest = bits & -bits
            found.add(self.order[lowest.bit_length() - 1])
            bits ^= lowest
        return frozenset(found)


def _windows(bearers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The places of the articles that have a name, in order, each with a bit for each of those nearest to it."""
    first, window = 0, sum(1 << bearer for bearer in bearers[:_NEAREST])
    for here, bearer in enumerate(bearers):
        while first < min(here - _NEAREST // 2, len(bearers) - _NEAREST):
            window ^= 1 << bearers[first] | 1 << bearers[first + _NEAREST]
            first += 1
        yield bearer, window


def join_phrases(
    groups: Sequence[Group],
    unnamed: Iterable[Found],
    affairs: Affairs,
    aligned: Mapping[Key, Key],
    known: Remembered = NOTHING,
) -> tuple[list[Group], list[tuple[Found, str, tuple[Key, ...]]]]:
    """The groups with the unnamed entities that mean one of them, and those that several articles have unnamed; and
    those left open that may mean several, with the reason and one entity of each of these.

    `affairs` are those of the groups, `unnamed` come in the order of their sources; `aligned`: who in a copy stands
    where its original has whom; `known` has what earlier runs found."""
    described = Described.of(groups)
    out = [(kind, name, list(joined)) for kind, name, joined in groups]
    left: list[Found] = []
    beside: dict[str, frozenset[str]] = {}
    near: dict[str, frozenset[int]] = {}
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
        near[source] = frozenset[int]().union(*(affairs.named.get(other, ()) for other in beside[source]))
        for one in entities:
            country = countries.get((source, _state_meant(one)))
            if country is not None:
                out[country][2].append(_told(one, f"acts for the state the article names: {out[country][1]}"))
            else:
                left.append(one)
    meant = dict(_meant(left, described, beside, near, known))
    alike = join_nameless([one for one in left if len(meant[one.key]) != 1], beside, aligned, affairs.named, known)
    settled = [([one], meant[one.key]) for one in left if len(meant[one.key]) == 1]
    for together, numbers in [*settled, *((group, described.meant(group, beside, near)) for group in alike)]:
        if len(numbers) == 1:
            why = f"the one of the articles on the affair who is called so: {out[numbers[0]][1]}"
            out[numbers[0]][2].extend(_told(one, why) for one in together)
        else:
            out.append((*display(together), [_told(one, "called so alike on the affair") for one in together]))
    joined = {one.key for group in alike for one in group}
    open_ = [one for one in left if len(meant[one.key]) > 1 and one.key not in joined]
    return out, [(one, *_either([groups[n] for n in meant[one.key]], one)) for one in open_]


def _meant(
    left: Sequence[Found],
    described: Described,
    beside: Mapping[str, frozenset[str]],
    near: Mapping[str, frozenset[int]],
    known: Remembered,
) -> Iterator[tuple[Key, list[int]]]:
    """Whom each phrase can well mean, by number; kept by the articles of its affair and by whom all of them name."""
    naming = described.naming()
    number_of = {key: number for number, key in enumerate(described.first)}
    with known.table("phrases of affairs") as found:
        for source, several in groupby(left, lambda one: one.source):
            phrases = list(several)

            def make(*_: str, phrases: Sequence[Found] = phrases) -> Iterator[tuple[Key, ...]]:
                whom = (described.meant([one], beside, near) for one in phrases)
                return (tuple([described.first[number] for number in numbers]) for numbers in whom)

            affair = sorted(beside[source])
            more = [one.key[1] for one in phrases], [naming.get(other) for other in affair]
            for one, keys in zip(phrases, found(make, (source, *affair), more), strict=True):
                yield one.key, sorted(number_of[key] for key in keys)  # numbers are those of this run


def _either(groups: Sequence[Group], one: Found) -> tuple[str, tuple[Key, ...]]:
    whom = " or ".join(name for _, name, _ in groups)
    return f"‘{one.name}’ may be {whom}", tuple(joined[0][0].key for _, _, joined in groups)


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
