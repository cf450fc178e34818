"""Fits the weights by which pronouns and phrases are resolved to marked articles, and says how they do on others.

`python -m tests.tools.fit_reference [FOLDER...]`, each folder like `tests/gold/collections`. A softmax over the
candidates of each of them and nobody (whose score is 0), with a small penalty on large weights. For every family it
prints, fitted without the collection looked at: how many mean whom they should, somebody else, are left open; and, of
those the articles do not mark because they mean nobody, how many are linked.
"""

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from generator import resolve
from generator.model import Key
from generator.resolve import affairs, called_alike, epithets, nameless, phrases, pronouns, ranking
from generator.resolve.chains import Chain, Chains
from generator.resolve.described import Described
from generator.resolve.found import Found
from generator.resolve.weights import WEIGHTS, Family
from tests import test_collections as gold

PENALTY = 0.5
CLEAR = 0.2
TURNS = 600
UNMARKED = 3  # one in so many of the "he" and "she" that are not marked counts: most go back to others who are not
# Collections in which every mention of everybody is marked: what is not, means nobody.
WHOLE = frozenset({"cupfinal", "fishing", "painting", "railway"})


class Choice(NamedTuple):
    """A pronoun with its candidates: what speaks for each, and which are right."""

    collection: str
    family: str
    signs: list[dict[str, float]]
    right: list[int]
    marked: bool


def choices(name: str, case: gold.Case, whole: bool) -> list[Choice]:
    """The pronouns of a collection, as the program comes upon them with the weights it has."""
    met: list[tuple[Chains, int, Family, list[tuple[Chain, dict[str, float]]]]] = []

    def noted(
        chains: Chains, index: int, setting: ranking.Setting, family: Family, fits: Callable[[Chain], bool]
    ) -> list[ranking.Ranked]:
        found = ranking.candidates(chains, index, setting, fits)
        anaphor = ranking.Anaphor.of(chains, index, setting)
        signs = [ranking.signals(chains, k, index, setting, family, place, anaphor) for place, k in enumerate(found)]
        met.append((chains, index, family, [(chains.of[k], s) for k, s in zip(found, signs, strict=True)]))
        return ranking.rank(chains, index, setting, family, fits)

    pronouns.rank = phrases.rank = epithets.rank = noted
    out = []
    for evidence in case.got.evidence:
        met.clear()
        resolve.coreference(evidence)
        marks = {
            start: (case.ends[a, start], who) for (a, start), who in case.meant.items() if a == evidence.document.id
        }
        for chains, index, family, found in met:
            meant = _meant(chains, marks)
            if index in meant or whole:
                # what is not marked may mean somebody else who is not, or nobody at all
                wanted = meant.get(index)
                right = [n for n, (c, _) in enumerate(found) if _mostly(c, meant) == wanted]
                out.append(Choice(name, family, [s for _, s in found], right, index in meant))
    pronouns.rank = phrases.rank = epithets.rank = ranking.rank
    return out


def affair_choices(name: str, case: gold.Case, whole: bool) -> list[Choice]:
    """The phrases without a name of a collection, with whom its other articles call so."""
    met: list[tuple[Found, list[tuple[Sequence[tuple[Found, str]], dict[str, float]]]]] = []
    usual = Described.candidates

    def noted(
        self: Described, one: Found, beside: frozenset[str], near: frozenset[int]
    ) -> list[tuple[int, dict[str, float]]]:
        found = usual(self, one, beside, near)
        met.append((one, [(self.groups[number][2], signs) for number, signs in found]))
        return found

    Described.candidates = noted  # type: ignore[method-assign]
    resolve.actors(case.got.evidence, case.got.found.copies)
    Described.candidates = usual  # type: ignore[method-assign]
    marks = {(source, case.ends[source, start]): who for (source, start), who in case.meant.items()}

    def mostly(found: Sequence[Found]) -> str | None:
        here = Counter(w for f in found for m in f.mentions if (w := marks.get((f.source, m.span.end))))
        return here.most_common(1)[0][0] if here else None

    out = []
    for one, found in met:
        who = mostly([one])
        right = [n for n, (group, _) in enumerate(found) if who and mostly([f for f, _ in group]) == who]
        if found and (who or whole):
            out.append(Choice(name, "affair", [signs for _, signs in found], right, who is not None))
    return out


def nameless_choices(name: str, case: gold.Case) -> list[Choice]:
    """Pairs of phrases of two articles that may be one, where both are marked: each means the other or nobody."""
    met: list[tuple[Found, Found, dict[str, float]]] = []
    usual = nameless.join_nameless

    def noted(
        found: Sequence[Found], beside: Mapping[str, frozenset[str]], aligned: Mapping[Key, Key], *more: Any
    ) -> Any:
        of, called = {one.key: one for one in found}, called_alike.called_in(found)
        keys = list(called)
        for at, other, rivals, in_place in nameless.compared(called, beside, aligned):
            here, there = keys[at], keys[other]
            met.append((of[here], of[there], called_alike.signs(called[here], called[there], rivals, in_place)))
        return usual(found, beside, aligned, *more)

    with patch.object(affairs, "join_nameless", noted):
        resolve.actors(case.got.evidence, case.got.found.copies)
    marks = {(source, case.ends[source, start]): who for (source, start), who in case.meant.items()}

    def whom(one: Found) -> str | None:
        here = Counter(w for m in one.mentions if (w := marks.get((one.source, m.span.end))))
        return here.most_common(1)[0][0] if here else None

    pairs = [(whom(one), whom(other), signs) for one, other, signs in met]
    return [Choice(name, "nameless", [signs], [0] if a == b else [], a == b) for a, b, signs in pairs if a and b]


def _meant(chains: Chains, marks: dict[int, tuple[int, str]]) -> dict[int, str]:
    """Mention to whom it is marked as."""
    ends = dict(marks.values())
    return {k: ends[m.span.end] for k, m in enumerate(chains.mentions) if m.span.end in ends}


def _mostly(chain: Chain, meant: dict[int, str]) -> str | None:
    found = Counter(meant[k] for k in chain.mentions if k in meant)
    return found.most_common(1)[0][0] if found else None


def fitted(rows: list[Choice], names: list[str]) -> NDArray[np.float64]:
    """The weights under which the right candidates are likeliest, by gradient ascent; nobody is the last candidate."""
    most = max((len(row.signs) for row in rows), default=0) + 1
    table = np.zeros((len(rows), most, len(names)))
    barred, right = np.ones((len(rows), most)), np.zeros((len(rows), most))
    for n, row in enumerate(rows):
        for k, signs in enumerate(row.signs):
            table[n, k] = [signs.get(name, 0.0) for name in names]
        barred[n, : len(row.signs)] = barred[n, -1] = 0
        right[n, row.right if row.marked and row.right else [*row.right, most - 1]] = 1
    weights = np.zeros(len(names))
    for _ in range(TURNS):
        likely = np.exp(table @ weights - 1e9 * barred)
        likely /= likely.sum(axis=1, keepdims=True)
        wanted = likely * right
        wanted /= wanted.sum(axis=1, keepdims=True)
        slope = np.einsum("nk,nkf->f", wanted - likely, table) - 2 * PENALTY * weights
        weights += slope / max(len(rows), 1)
    return weights


def _thinned(rows: list[Choice], family: Family) -> list[Choice]:
    if family != "person":
        return rows
    unmarked = [row for row in rows if not row.marked]
    return [row for row in rows if row.marked] + unmarked[::UNMARKED]


def counted(rows: list[Choice], names: list[str], weights: NDArray[np.float64]) -> Counter[str]:
    """How the weights do: right, wrong, open, and linked though it means nobody."""
    found: Counter[str] = Counter()
    for row in rows:
        scores = sorted(
            ((sum(s.get(n, 0.0) * w for n, w in zip(names, weights, strict=True)), k) for k, s in enumerate(row.signs))
        )
        linked = bool(scores) and scores[-1][0] > 0 and (len(scores) < 2 or scores[-1][0] - scores[-2][0] > CLEAR)
        if not row.marked:
            aside = linked and scores[-1][1] not in row.right
            found["linked, means nobody" if aside else "means nobody"] += 1
        else:
            found["open" if not linked else "right" if scores[-1][1] in row.right else "wrong"] += 1
    return found


def main(folders: list[str]) -> None:
    """Print the weights, and what they reach on collections left out."""
    rows: list[Choice] = []
    for folder in map(Path, folders or [str(gold.GOLD)]):
        gold.GOLD = folder
        for path in sorted(p for p in folder.iterdir() if p.is_dir()):
            with TemporaryDirectory() as scratch:
                case = gold.read(path, Path(scratch))
            whole = path.name in WHOLE or folder != Path(gold.__file__).parent / "gold" / "collections"
            rows += choices(path.name, case, whole) + affair_choices(path.name, case, whole)
            rows += nameless_choices(path.name, case)
    for family in WEIGHTS:
        here = [row for row in rows if row.family == family]
        names = list(WEIGHTS[family])
        left_out: Counter[str] = Counter()
        for name in sorted({row.collection for row in here}):
            weights = fitted(_thinned([row for row in here if row.collection != name], family), names)
            left_out += counted([row for row in here if row.collection == name], names, weights)
        print(family, dict(sorted(left_out.items())))
        print({n: round(float(w), 2) for n, w in zip(names, fitted(_thinned(here, family), names), strict=True)})


if __name__ == "__main__":
    main(sys.argv[1:])
