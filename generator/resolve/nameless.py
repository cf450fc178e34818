"""Which people, bodies and groups without a name are one in several articles on an affair: "the navy", "two surveyors".

Every two that are called by the same noun, or stand at the same place of a copy and its original, get a score of
weighted signs; the likeliest are joined first, and two of one article never are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from generator.lexicons import table
from generator.model.links import Key
from generator.resolve.called_alike import OWNERS, WORD, Called, called_in, signs
from generator.resolve.found import Found
from generator.resolve.weights import WEIGHTS

_EXACT = 10**6
_OPEN = 0.9  # the mean score of those who are joined at least
_MOST = 20  # articles of an affair that have somebody so called; what more have is nobody in particular
_RIVALS = 3  # more others who are called so make no difference


def join_nameless(
    found: Sequence[Found], beside: Mapping[str, frozenset[str]], aligned: Mapping[Key, Key]
) -> list[list[Found]]:
    """Those of several articles that are one. `beside`: the articles on the affair of each; `aligned`: who in a copy
    stands where the original has whom."""
    of = {one.key: one for one in found}
    called = called_in(found)
    keys = list(called)
    numbers: dict[Called, int] = {}
    number = [numbers.setdefault(one, len(numbers)) for one in called.values()]
    many = len(numbers)
    scores: dict[tuple[int, int, bool], float] = {}
    pairs: list[tuple[float, int, int]] = []
    for here, there, rivals, in_place in compared(called, beside, aligned):
        one, other = number[here], number[there]  # whichever comes first
        asked = (one * many + other if one < other else other * many + one), rivals, in_place
        score = scores.get(asked)
        if score is None:
            told = signs(called[keys[here]], called[keys[there]], rivals, in_place)
            score = scores[asked] = sum(weight * told[name] for name, weight in WEIGHTS["nameless"].items())
        pairs.append((score, here, there))
    groups = ([keys[at] for at in group] for group in _joined(pairs, [source for source, _ in keys]))
    return [[of[key] for key in group] for group in groups if _worth_telling(group, called, aligned)]


def compared(
    called: Mapping[Key, Called], beside: Mapping[str, frozenset[str]], aligned: Mapping[Key, Key]
) -> Iterator[tuple[int, int, int, bool]]:
    """The pairs to compare, each once, by their places in `called`; how many others of the two articles are called so,
    and whether they stand at the same place of a copy and its original."""
    heads, source = [one.heads for one in called.values()], [key[0] for key in called]
    by_head: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, nouns in enumerate(heads):
        for noun in nouns:
            by_head[noun][source[at]].append(at)
    others = [0] * len(heads)  # in its own article
    for by_source in by_head.values():
        for so_called in by_source.values():
            for at in so_called:
                others[at] += len(so_called) - 1
    place = {key: at for at, key in enumerate(called)}
    placed = (sorted((place[a], place[b])) for a, b in aligned.items() if a in place and b in place)
    in_place = {(here, there) for here, there in placed}
    met: set[tuple[int, int]] = set()
    for here, there in chain(in_place, _pairs(by_head, beside)):
        one, other = heads[here], heads[there]
        if (here, there) in in_place or (
            len(one) > 1 and len(other) > 1
        ):  # all others share one noun, and are met under it once
            if (here, there) in met:
                continue
            met.add((here, there))
        if one == other:
            rivals = others[here] + others[there]
        else:
            rivals = sum(len(by_head[noun][source[at]]) - 1 for noun in one & other for at in (here, there))
        yield here, there, min(rivals, _RIVALS), (here, there) in in_place


def _worth_telling(group: Sequence[Key], called: Mapping[Key, Called], aligned: Mapping[Key, Key]) -> bool:
    """Whether they are somebody on record that several articles know, or a group they all tell of: not "a woman" or
    "officials in Athens" of each of them, nor "the museum" that nobody hears."""
    known = any(called[key].definite or called[key].owned for key in group)
    apart = sum(aligned.get(key) not in group for key in group)
    on_record = any(called[key].speaks for key in group) or all(called[key].kind == "group" for key in group)
    return known and apart > 1 and on_record


def _pairs(
    by_head: Mapping[str, Mapping[str, Sequence[int]]], beside: Mapping[str, frozenset[str]]
) -> Iterator[tuple[int, int]]:
    for by_source in by_head.values():
        for source, places in by_source.items():
            so_called = by_source.keys() & beside.get(source, ())
            if len(so_called) <= _MOST:
                others = [there for other in so_called if other > source for there in by_source[other]]
                yield from ((here, there) for here in places for there in others)


def _joined(pairs: Sequence[tuple[float, int, int]], source: Sequence[str]) -> list[list[int]]:
    """Groups in which no article comes twice, and whose pairs score well in the mean; the likeliest first."""
    open_ = sorted((-score, here, there) for score, here, there in pairs if score >= _OPEN)
    group_of = {at: [at] for _, *pair in open_ for at in pair}
    # the scores of all pairs across two groups, by a member of each, in numbers that add up exactly
    across: dict[int, dict[int, int]] = {at: {} for at in group_of}
    for score, here, there in pairs:
        if here in group_of and there in group_of:
            across[here][there] = across[there][here] = round(score * _EXACT)
    leader = {at: at for at in group_of}
    sources: dict[int, set[str]] = {}
    for _, here, there in open_:
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
