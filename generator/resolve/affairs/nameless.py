"""Which people, bodies and groups without a name are one in several articles on an affair: "the navy", "two surveyors".

Every two that are called by the same noun, or stand at the same place of a copy and its original, get a score of
weighted signs; the likeliest are joined first, of equally likely ones those whose articles name most of the same, and
two of one article never are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from generator.lexicons import table
from generator.model.links import Key
from generator.remembered import NOTHING, Remembered
from generator.resolve.affairs.called_alike import OWNERS, WORD, Called, called_in, signs
from generator.resolve.found import Found
from generator.resolve.weights import WEIGHTS

_EXACT = 10**6
_OPEN = 0.9  # the mean score of those who are joined at least
_MOST = 20  # articles of an affair that have somebody so called; what more have is nobody in particular
_RIVALS = 3  # more others who are called so make no difference


def join_nameless(
    found: Sequence[Found],
    beside: Mapping[str, frozenset[str]],
    aligned: Mapping[Key, Key],
    named: Mapping[str, frozenset[int]],
    known: Remembered = NOTHING,
) -> list[list[Found]]:
    """Those of several articles that are one. `beside`: the articles on the affair of each; `aligned`: who in a copy
    stands where the original has whom; `named`: whom each article names; `known` has what earlier runs found."""
    of = {one.key: one for one in found}
    called = called_in(found)
    keys = list(called)
    pairs = list(_scored(called, keys, _Alike.of(called, aligned), beside, known))
    groups = ([keys[at] for at in group] for group in _joined(pairs, [source for source, _ in keys], named))
    return [[of[key] for key in group] for group in groups if _worth_telling(group, called, aligned)]


def _scored(
    called: Mapping[Key, Called],
    keys: Sequence[Key],
    alike: "_Alike",
    beside: Mapping[str, frozenset[str]],
    known: Remembered,
) -> Iterator[tuple[float, int, int]]:
    """The pairs, by their places in `called`, with their scores; kept by the articles of an affair and who is called
    so in them."""
    place = {key: at for at, key in enumerate(keys)}
    numbers: dict[Called, int] = {}
    number = [numbers.setdefault(one, len(numbers)) for one in called.values()]
    many = len(numbers)
    scores: dict[tuple[int, int, bool], float] = {}

    def pairs(source: str, *_: str) -> Iterator[tuple[float, Key, Key]]:
        for here, there, rivals, in_place in alike.of_article(source, beside.get(source, frozenset())):
            one, other = number[here], number[there]  # whichever comes first
            asked = (one * many + other if one < other else other * many + one), rivals, in_place
            score = scores.get(asked)
            if score is None:
                told = signs(called[keys[here]], called[keys[there]], rivals, in_place)
                score = scores[asked] = sum(weight * told[name] for name, weight in WEIGHTS["nameless"].items())
            yield score, keys[here], keys[there]

    with known.table("nameless on an affair") as found:
        for source, places in alike.inside.items():
            there = [keys[other] for at in places for other in alike.placed.get(at, ())]
            affair = sorted(beside.get(source, frozenset()).intersection(alike.inside) - {source})
            named = [[keys[at][1] for at in alike.inside[one]] for one in (source, *affair)]
            told_of = (source, *affair, *(one for one, _ in there))
            for score, first, second in found(
                pairs, told_of, (named, [len(alike.placed.get(at, ())) for at in places], there)
            ):
                yield score, place[first], place[second]


@dataclass(frozen=True, slots=True)
class _Alike:
    """Who is called by which noun in which article, by their places; who are `inside` each article; how many others are
    called so in one's own; and who stand at the same place of a copy and its original, the earlier to the later."""

    heads: Sequence[frozenset[str]]
    source: Sequence[str]
    by_head: Mapping[str, Mapping[str, Sequence[int]]]
    inside: Mapping[str, Sequence[int]]
    others: Sequence[int]
    placed: Mapping[int, Sequence[int]]

    @classmethod
    def of(cls, called: Mapping[Key, Called], aligned: Mapping[Key, Key]) -> "_Alike":
        heads, source = [one.heads for one in called.values()], [key[0] for key in called]
        by_head: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        inside: dict[str, list[int]] = defaultdict(list)
        for at, nouns in enumerate(heads):
            inside[source[at]].append(at)
            for noun in nouns:
                by_head[noun][source[at]].append(at)
        others = [0] * len(heads)
        for by_source in by_head.values():
            for so_called in by_source.values():
                for at in so_called:
                    others[at] += len(so_called) - 1
        place = {key: at for at, key in enumerate(called)}
        placed: dict[int, list[int]] = defaultdict(list)
        for here, there in sorted({(place[a], place[b]) for a, b in aligned.items() if a in place and b in place}):
            placed[min(here, there)].append(max(here, there))
        return cls(heads, source, by_head, inside, others, placed)

    def of_article(self, article: str, beside: frozenset[str]) -> Iterator[tuple[int, int, int, bool]]:
        """The pairs to compare of one article with later ones, each once; how many others of the two articles are
        called so, and whether they stand at the same place of a copy and its original."""
        met = {(here, there) for here in self.inside.get(article, ()) for there in self.placed.get(here, ())}
        for here, there in sorted(met):
            yield here, there, self._rivals(here, there), True
        nouns = {noun for here in self.inside.get(article, ()) for noun in self.heads[here]}
        for by_source in (self.by_head[noun] for noun in sorted(nouns)):
            so_called = by_source.keys() & beside
            for other in so_called if len(so_called) <= _MOST else ():
                for here in by_source[article] if other > article else ():
                    for there in by_source[other]:
                        # those of one noun are met under it once, but for those of one place
                        if (here, there) not in met:
                            if len(self.heads[here]) > 1 and len(self.heads[there]) > 1:
                                met.add((here, there))
                            yield here, there, self._rivals(here, there), False

    def _rivals(self, here: int, there: int) -> int:
        one, other = self.heads[here], self.heads[there]
        if one == other:
            return min(self.others[here] + self.others[there], _RIVALS)
        shared = (len(self.by_head[noun][self.source[at]]) - 1 for noun in one & other for at in (here, there))
        return min(sum(shared), _RIVALS)


def compared(
    called: Mapping[Key, Called], beside: Mapping[str, frozenset[str]], aligned: Mapping[Key, Key]
) -> Iterator[tuple[int, int, int, bool]]:
    """The pairs to compare, each once, by their places in `called`; how many others of the two articles are called so,
    and whether they stand at the same place of a copy and its original."""
    alike = _Alike.of(called, aligned)
    return chain.from_iterable(alike.of_article(source, beside.get(source, frozenset())) for source in alike.inside)


def _worth_telling(group: Sequence[Key], called: Mapping[Key, Called], aligned: Mapping[Key, Key]) -> bool:
    """Whether they are somebody on record that several articles know, or a group they all tell of: not "a woman" or
    "officials in Athens" of each of them, nor "the museum" that nobody hears."""
    known = any(called[key].definite or called[key].owned for key in group)
    apart = sum(aligned.get(key) not in group for key in group)
    on_record = any(called[key].speaks for key in group) or all(called[key].kind == "group" for key in group)
    return known and apart > 1 and on_record


def _joined(
    pairs: Sequence[tuple[float, int, int]], source: Sequence[str], named: Mapping[str, frozenset[int]]
) -> list[list[int]]:
    """Groups in which no article comes twice, and whose pairs score well in the mean; the likeliest first."""

    @cache
    def apart(one: str, other: str) -> float:
        mine, theirs = named.get(one, frozenset()), named.get(other, frozenset())
        return 1 - len(mine & theirs) / max(1, len(mine | theirs))

    # Hundreds of articles have "the two sides". By their order alone, one article more in 2,000 gave 334 others groups
    # of other members; by whom two name, 3.
    open_ = sorted(
        (-score, apart(source[here], source[there]), here, there) for score, here, there in pairs if score >= _OPEN
    )
    group_of = {at: [at] for *_, here, there in open_ for at in (here, there)}
    # the scores of all pairs across two groups, by a member of each, in numbers that add up exactly
    across: dict[int, dict[int, int]] = {at: {} for at in group_of}
    for score, here, there in pairs:
        if here in group_of and there in group_of:
            across[here][there] = across[there][here] = round(score * _EXACT)
    leader = {at: at for at in group_of}
    sources: dict[int, set[str]] = {}
    for *_, here, there in open_:
        one, other = leader[here], leader[there]
        if one == other:
            continue
        mine, others = sources.get(one) or {source[one]}, sources.get(other) or {source[other]}
        if not mine.isdisjoint(others):
            continue
        if across[one][other] < _OPEN * _EXACT * len(group_of[one]) * len(group_of[other]):
            continue
        if len(across[one]) < len(across[other]):
            one, other = other, one
        for third, much in across.pop(other).items():
            del across[third][other]
            if third != one:
                across[one][third] = across[third][one] = across[one].get(third, 0) + much
        leader.update(dict.fromkeys(group_of[other], one))
        group_of[one] += group_of.pop(other)
        sources[one] = mine | others
    return sorted(sorted(group) for group in group_of.values() if len(group) > 1)


def display(group: Iterable[Found]) -> tuple[str, str]:
    """The kind and the name of a group: what it is called most, with "the" or nothing before, and no number."""
    kinds = Counter(one.kind for one in group for _ in one.mentions)
    texts = Counter(" ".join(m.text.split()) for one in group for m in one.mentions if m.kind == "nominal")
    plain: Counter[str] = Counter()
    for text, count in texts.items():
        first, _, rest = text.partition(" ")
        if first.lower() in OWNERS and rest:
            text = rest
        elif first in ("The", "A", "An"):
            text = f"{first.lower()} {rest}"
        plain[text] += count
    name = min(plain, key=lambda text: (not text.startswith("the "), _counted(text), -plain[text], -len(text), text))
    return min(kinds, key=lambda kind: (-kinds[kind], kind)), name


def _counted(text: str) -> bool:
    """Whether a phrase says how many they are, which is what articles differ in."""
    return any(word[0].isdigit() or word.lower() in table("number_words") for word in WORD.findall(text))
