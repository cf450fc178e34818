"""Collections written as news is written, without a look at the rules: what is reached on each, and kept.

`tests/gold/collections/NAME/articles.txt` holds the articles, each after its name (`# wire`), with who is who marked
as in `tests/gold/who`; `gold.yml` what there is to find. `reached.yml` holds what is reached, which leaves room;
`python -m tests.test_collections` writes it anew.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from generator import resolve
from generator.model import Conflict, ConflictSide, Mention, Place, Resolution
from tests.test_corroborate import Collection, collection
from tests.test_who_is_who import MARK, Mentions, groups

GOLD = Path(__file__).parent / "gold" / "collections"
NAMES = sorted(path.name for path in GOLD.iterdir() if path.is_dir())
REACHED: dict[str, dict[str, Any]] = yaml.safe_load((GOLD / "reached.yml").read_text(encoding="utf-8")) or {}

Passage = tuple[str, str]


@dataclass(frozen=True)
class Case:
    """A collection as it was marked, and what the program makes of it."""

    gold: Mapping[str, Any]
    meant: Mentions
    ends: Mapping[tuple[str, int], int]
    texts: Mapping[str, str]
    got: Collection
    actors: Resolution

    def taken_for(self) -> Mentions:
        """Whom the program takes each marked mention for; one it does not link is somebody of its own."""
        mentions = {e.document.id: e.mentions for e in self.got.evidence}
        out = {}
        for name, start in self.meant:
            entity = entity_at(mentions[name], start, self.ends[name, start])
            out[name, start] = f"nobody at {name}:{start}"
            if entity is not None:
                key = (name, entity)
                out[name, start] = self.actors.actor_of.get(key) or self.actors.place_of.get(key) or str(key)
        return out

    def quotation(self, passage: Passage) -> int | None:
        """The index of the quotation that covers most of these words of an article, and 40 percent at least."""
        source, words = passage
        start = self.texts[source].index(words)
        (quotations,) = [e.quotations for e in self.got.evidence if e.document.id == source]
        shared = [
            sum(max(0, min(start + len(words), s.end) - max(start, s.start)) for s in q.spans) for q in quotations
        ]
        best = max(range(len(shared)), key=lambda i: (shared[i], -i), default=None)
        return best if best is not None and shared[best] >= 0.4 * len(words) else None


def entity_at(mentions: Sequence[Mention], start: int, end: int) -> int | None:
    """The entity of the mention that ends where the mark ends ("[the MEC]" in "the count by the MEC": "MEC").

    Else of the one around the first letter; else of the longest within.
    """
    ending = [m for m in mentions if m.span.end == end]
    if ending:
        return min(ending, key=lambda m: (abs(m.span.start - start), m.span.start)).entity
    around = [m for m in mentions if m.span.start <= start < m.span.end]
    mention = max(around, key=lambda m: (m.span.start, -m.span.end), default=None)
    if mention is None:
        touched = [m for m in mentions if m.span.start < end and start < m.span.end]
        mention = max(touched, key=lambda m: (m.span.end <= end, m.span.end - m.span.start), default=None)
    return mention.entity if mention else None


def read(marked_articles: Path, folder: Path) -> Case:
    """A folder with marked articles and what there is to find in them; the articles are written to another one."""
    whole = (marked_articles / "articles.txt").read_text(encoding="utf-8")
    parts = re.split(r"^# (\w+)\n", whole, flags=re.MULTILINE)[1:]
    texts, meant, ends = {}, {}, {}
    for source, marked in zip(parts[::2], parts[1::2], strict=True):
        text, at = "", 0
        for match in MARK.finditer(marked.strip()):
            text += marked.strip()[at : match.start()]
            meant[source, len(text)] = match.group(2)
            text += match.group(1)
            ends[source, len(text) - len(match.group(1))] = len(text)
            at = match.end()
        texts[source] = text + marked.strip()[at:] + "\n"
        (folder / f"{source}.txt").write_text(texts[source], encoding="utf-8")
    got = collection(folder)
    gold = yaml.safe_load((marked_articles / "gold.yml").read_text(encoding="utf-8"))
    return Case(gold, meant, ends, texts, got, resolve.actors(got.evidence, got.found.copies))


def b_cubed(meant: Mentions, program: Mentions) -> tuple[float, float]:
    right, mine = groups(meant), groups(program)
    shared = {key: len(right[meant[key]] & mine[program[key]]) for key in meant}
    precision = sum(shared[key] / len(mine[program[key]]) for key in meant) / len(meant)
    recall = sum(shared[key] / len(right[meant[key]]) for key in meant) / len(meant)
    return precision, recall


def passages(case: Case) -> dict[Passage, tuple[str, str]]:
    """The label of the utterance and its speaker, by source and words."""
    return {
        (source, words): (label, speaker)
        for label, speaker, *places in case.gold["statements"]
        for source, words in places
    }


def speakers(case: Case) -> int:
    """Quotations whose speaker is the right one: the actor that stands for it, or who has no page of their own ("A
    European diplomat said")."""
    program = case.taken_for()
    owner = {
        one: Counter(case.meant[k] for k in sorted(keys)).most_common(1)[0][0] for one, keys in groups(program).items()
    }
    right = 0
    for passage, (_, speaker) in passages(case).items():
        if speaker == "-":
            continue
        index = case.quotation(passage)
        if index is None:
            continue
        (quotations,) = [e.quotations for e in case.got.evidence if e.document.id == passage[0]]
        entity = quotations[index].entity
        if entity is not None:
            key = (passage[0], entity)
            right += owner.get(case.actors.actor_of.get(key) or str(key)) == speaker
    return right


def aligned(case: Case) -> tuple[int, int, int]:
    """Pairs of passages rightly one statement, wrongly one, wrongly apart.

    What the program holds for one quotation, on both sides of its cue, says all that is marked in it.
    """
    rows = passages(case)
    index = {passage: case.quotation(passage) for passage in rows}
    says: defaultdict[tuple[str, int | None], set[str]] = defaultdict(set)
    for passage, (label, _) in rows.items():
        says[passage[0], index[passage]].add(label)
    either = {frozenset(pair) for pair in case.gold.get("either", [])}
    count: Counter[tuple[bool, bool]] = Counter()
    for one, other in combinations(rows, 2):
        i, j = index[one], index[other]
        statement_of = case.got.found.statement_of
        joined = i is not None and j is not None and statement_of[one[0], i] == statement_of[other[0], j]
        same = rows[one][0] == rows[other][0]
        if frozenset((rows[one][0], rows[other][0])) in either or (
            joined and not same and says[one[0], i] & says[other[0], j]
        ):
            continue
        count[same, joined] += 1
    return count[True, True], count[False, True], count[True, False]


@cache
def words(side: str) -> re.Pattern[str]:
    """Any of the words of a side, never within a longer word or number."""
    return re.compile("|".join(rf"(?<!\w)(?<!\d[.,]){re.escape(one)}(?!\d|[.,]\d)" for one in side.split("|")), re.I)


Cited = Callable[[ConflictSide], Sequence[Place]]


def cited(found: Collection) -> Cited:
    """Where the words stand that a side of a conflict rests on."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for e in found.evidence:
        source = e.document.id
        for index, figure in enumerate(e.figures):
            places[found.found.figure_id[source, index]].append(Place(source, figure.span))
        for index, quotation in enumerate(e.quotations):
            spans = [Place(source, span) for span in quotation.spans]
            places[found.found.quotation_id[source, index]] += spans
            places[found.found.statement_of[source, index]] += spans
    return lambda side: [p for one in side.evidence for p in ([one] if isinstance(one, Place) else places[one])]


def is_planted(
    conflict: Conflict, planted: Mapping[str, Any], cites: Cited | None = None, texts: Mapping[str, str] | None = None
) -> bool:
    """A side is found where its words stand in the side's value, or the side rests on them in its article: "who plunged
    35 metres" is found by "35 metres". A denial and other wordings are one kind here: readers differ on where the one
    ends."""
    alike = {"claim": "wording"}
    if alike.get(conflict.kind, conflict.kind) != alike.get(planted["kind"], planted["kind"]):
        return False
    patterns = [words(side) for side in planted["sides"]]

    def tells(side: ConflictSide, pattern: re.Pattern[str]) -> bool:
        return pattern.search(side.value) is not None or any(
            match.start() < place.span.end and place.span.start < match.end()
            for place in (cites(side) if cites else ())
            for match in pattern.finditer((texts or {})[place.source])
        )

    if conflict.kind == "role":
        told = patterns[0].search(conflict.what) is not None
        return told or any(tells(side, patterns[0]) for side in conflict.sides)
    return any(
        all(tells(side, pattern) for pattern, side in zip(patterns, order, strict=True))
        for order in permutations(conflict.sides, len(patterns))
    )


def conflicts(case: Case) -> tuple[list[str], list[Conflict]]:
    """What of the planted conflicts was found, and what was found besides."""
    planted, found, cites = case.gold["conflicts"], case.got.found.conflicts, cited(case.got)
    alike = {(c.id, at) for c in found for at, p in enumerate(planted) if is_planted(c, p, cites, case.texts)}
    held = {at for _, at in alike}
    hits = [p["what"] for at, p in enumerate(planted) if at in held and not p.get("optional")]
    return hits, [c for c in found if c.id not in {id_ for id_, _ in alike}]


def agreeing(case: Case) -> list[str]:
    """The pairs of values that agree and are nevertheless set against each other."""
    _, besides = conflicts(case)
    pairs = [{"kind": "figure", "sides": pair} for pair in case.gold["none"]]
    return [" and ".join(p["sides"]) for p in pairs if any(is_planted(c, p) for c in besides)]


def measured(case: Case) -> dict[str, Any]:
    program = case.taken_for()
    precision, recall = b_cubed(case.meant, program)
    merged = [one for one, keys in groups(program).items() if len({case.meant[key] for key in keys}) > 1]
    joined, wrong, apart = aligned(case)
    hits, besides = conflicts(case)
    groups_found = {frozenset(c.sources) for c in case.got.found.copies}
    return {
        "actors": {"precision": round(precision, 3), "recall": round(recall, 3), "wrong merges": len(merged)},
        "speakers": speakers(case),
        "statements": {"joined": joined, "wrongly joined": wrong, "left apart": apart},
        "conflicts": {
            "found": hits,
            "planted": sum(not c.get("optional") for c in case.gold["conflicts"]),
            "besides": len(besides),
            "that agree": agreeing(case),
        },
        "copies": groups_found == {frozenset(group) for group in case.gold["copies"]},
    }


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Case]:
    return {name: read(GOLD / name, tmp_path_factory.mktemp(name)) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_what_was_reached_is_kept(name: str, cases: Mapping[str, Case]) -> None:
    now, floor = measured(cases[name]), REACHED[name]
    for part, better in (("precision", 1), ("recall", 1), ("wrong merges", -1)):
        assert now["actors"][part] * better >= floor["actors"][part] * better, f"actors, {part}: {now['actors']}"
    assert now["speakers"] >= floor["speakers"]
    for part, better in (("joined", 1), ("wrongly joined", -1), ("left apart", -1)):
        assert now["statements"][part] * better >= floor["statements"][part] * better, f"{part}: {now['statements']}"
    assert set(floor["conflicts"]["found"]) <= set(now["conflicts"]["found"])
    assert now["conflicts"]["besides"] <= floor["conflicts"]["besides"]
    assert now["copies"] >= floor["copies"]


@pytest.mark.parametrize("name", NAMES)
def test_the_marks_stand_in_the_articles(name: str, cases: Mapping[str, Case]) -> None:
    case = cases[name]
    known = {*case.meant.values(), "-"}
    assert all(text in case.texts[source] for source, text in passages(case))
    assert {speaker for _, speaker in passages(case).values()} <= known
    assert {source for group in case.gold["copies"] for source in group} <= set(case.texts)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_reported_that_agrees(name: str, cases: Mapping[str, Case]) -> None:
    """Later counts, parts, other units, other forecasts, other occasions: such values stand together."""
    assert set(agreeing(cases[name])) <= set(REACHED[name]["conflicts"]["that agree"])


def pin() -> None:
    """Writes what is reached now, below the comment that `reached.yml` begins with."""
    path = GOLD / "reached.yml"
    comment = "".join(line for line in path.open(encoding="utf-8") if line.startswith("#"))
    with TemporaryDirectory() as folder:
        for name in NAMES:
            (Path(folder) / name).mkdir()
        now = {name: measured(read(GOLD / name, Path(folder) / name)) for name in NAMES}
    path.write_text(comment + yaml.safe_dump(now, sort_keys=False, width=120), encoding="utf-8")


if __name__ == "__main__":
    pin()
