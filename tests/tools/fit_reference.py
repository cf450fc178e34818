"""Fits the weights by which pronouns and phrases are resolved to marked articles, and says how they do on others.

`python -m tests.tools.fit_reference [--keep FILE] [--family NAME] [FOLDER...]`, each folder like
`tests/gold/collections`. A softmax over the candidates of each of them and nobody (whose score is 0), with a small
penalty on large weights. For every family it prints, fitted without the collection looked at (a tenth of them left out
in turn): how many mean whom they should, somebody else, are left open, for some scores and leads of the best; and, of
those the articles do not mark because they mean nobody, how many are linked. Reading the articles takes minutes,
fitting seconds.
"""

import pickle
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from multiprocessing import Pool
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from generator import resolve
from generator.model import Key
from generator.resolve.affairs import bearers as affairs
from generator.resolve.affairs import called_alike, nameless
from generator.resolve.affairs.described import Described
from generator.resolve.chains import Chain, Chains
from generator.resolve.found import Found
from generator.resolve.meant import epithets, phrases, pronouns, ranking
from generator.resolve.weights import WEIGHTS, Family
from tests import test_collections as gold
from tests.tools.softmax import Choice, counted, fitted, left_out, thinned

LEAST = (0.0, 0.2, 0.4)  # scores and
LEADS = (0.2, 0.4, 0.8)  # leads of the best for which it is told how they do
# Collections in which every mention of everybody is marked: what is not, means nobody.
WHOLE = frozenset({"cupfinal", "fishing", "painting", "railway"})


def choices(name: str, case: gold.Case, whole: bool) -> list[Choice]:
    """The pronouns of a collection, as the program comes upon them with the weights it has."""
    met: dict[int, tuple[Chains, Family, list[tuple[Chain, dict[str, float]]]]] = {}

    def noted(
        chains: Chains, index: int, setting: ranking.Setting, family: Family, fits: Callable[[Chain], bool]
    ) -> list[ranking.Ranked]:
        found = ranking.candidates(chains, index, setting, fits)
        anaphor = ranking.Anaphor.of(chains, index, setting)
        signs = [ranking.signals(chains, k, index, setting, family, place, anaphor) for place, k in enumerate(found)]
        met[index] = (chains, family, [(chains.of[k], s) for k, s in zip(found, signs, strict=True)])
        return ranking.rank(chains, index, setting, family, fits)

    pronouns.rank = phrases.rank = epithets.rank = noted
    out = []
    alone = [resolve.coreference(evidence) for evidence in case.got.evidence]
    lent = resolve.lent(alone)
    for evidence in alone:
        met.clear()
        resolve.coreference(evidence, lent.get(evidence.document.id, ()))
        marks = {
            start: (case.ends[a, start], who) for (a, start), who in case.meant.items() if a == evidence.document.id
        }
        for index, (chains, family, found) in met.items():
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
    met: dict[Key, tuple[Found, list[tuple[Sequence[tuple[Found, str]], dict[str, float]]]]] = {}
    usual = Described.candidates

    def noted(
        self: Described, one: Found, beside: frozenset[str], near: frozenset[int]
    ) -> list[tuple[int, dict[str, float]]]:
        found = usual(self, one, beside, near)
        met.setdefault(one.key, (one, [(self.groups[number][2], signs) for number, signs in found]))
        return found

    Described.candidates = noted  # type: ignore[method-assign]
    resolve.actors(case.got.evidence, case.got.found.copies)
    Described.candidates = usual  # type: ignore[method-assign]
    marks = {(source, case.ends[source, start]): who for (source, start), who in case.meant.items()}

    def mostly(found: Sequence[Found]) -> str | None:
        here = Counter(w for f in found for m in f.mentions if (w := marks.get((f.source, m.span.end))))
        return here.most_common(1)[0][0] if here else None

    out = []
    for one, found in met.values():
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
    ) -> list[list[Found]]:
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


def collected(path: Path) -> list[Choice]:
    """All choices of a collection."""
    with TemporaryDirectory() as scratch:
        case = gold.read(path, Path(scratch))
    whole = path.name in WHOLE or path.parent != gold.GOLD
    return choices(path.name, case, whole) + affair_choices(path.name, case, whole) + nameless_choices(path.name, case)


def main(arguments: Sequence[str]) -> None:
    """Print the weights, and what they reach on collections left out."""
    options = ArgumentParser(description=__doc__)
    options.add_argument("folders", nargs="*", type=Path, default=[gold.GOLD, gold.GOLD.parent / "short"])
    options.add_argument("--keep", type=Path, help="a file that keeps the choices, and has them the next time")
    options.add_argument("--family", action="append", choices=sorted(WEIGHTS), help="only this one")
    asked = options.parse_args(arguments)
    if asked.keep is not None and asked.keep.exists():
        rows: list[Choice] = pickle.loads(asked.keep.read_bytes())
    else:
        paths = [path for folder in asked.folders for path in sorted(folder.iterdir()) if path.is_dir()]
        with Pool() as processes:
            rows = [row for some in processes.imap(collected, paths) for row in some]
        if asked.keep is not None:
            asked.keep.write_bytes(pickle.dumps(rows))
    for family in asked.family or WEIGHTS:
        here = [row for row in rows if row.family == family]
        names = list(WEIGHTS[family])
        found = left_out(here, family, names)
        print(family)
        for least, lead in product(LEAST, LEADS):
            print(f"  least {least} lead {lead}", dict(sorted(counted(found, least, lead).items())))
        print({n: round(float(w), 2) for n, w in zip(names, fitted(thinned(here, family), names), strict=True)})


if __name__ == "__main__":
    main(sys.argv[1:])
