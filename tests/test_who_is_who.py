"""Who is who in annotated articles on several subjects: B-cubed over their mentions, and no two ever taken for one.

`tests/gold/who/*.txt` hold one subject each. `# a` begins an article;
`[Lena Hartmann|lena]` marks a mention and whom it means. `situations/*.txt` say less of more subjects:
`@person A | B; C` that these names are one person, `@none X` that X is no actor.
"""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from generator.annotate import annotate, pipeline
from generator.extract.attributes import prose_sentences
from generator.model import Block, Document, Evidence, Span
from generator.read import read_text
from generator.resolve.actors import actors
from generator.resolve.coreference import resolve

SUBJECTS = sorted((Path(__file__).parent / "gold" / "who").glob("*.txt"))
MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]")
FLOOR = 0.95

Mentions = dict[tuple[str, int], str]


def read(path: Path) -> tuple[list[Evidence], Mentions]:
    """The articles of a subject as evidence, and who each marked mention is, by article and offset."""
    parts = re.split(r"^# (\w+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    evidence, meant = [], {}
    for name, marked in zip(parts[::2], parts[1::2], strict=True):
        text, at = "", 0
        for match in MARK.finditer(marked.strip()):
            text += marked.strip()[at : match.start()]
            meant[name, len(text)] = match.group(2)
            text += match.group(1)
            at = match.end()
        evidence.append(article(name, text + marked.strip()[at:]))
    return evidence, meant


def article(name: str, text: str) -> Evidence:
    document = Document(name, f"{name}.txt", "", text, "", (Block(Span(0, len(text)), "prose"),))
    doc = annotate(document, pipeline())
    sentences = tuple(Span(s.start_char, s.end_char) for _, _, s in prose_sentences(doc))
    return resolve(Evidence(document, sentences, doc._.mentions, doc._.quotations))


def found(evidence: list[Evidence], meant: Mentions) -> Mentions:
    """Whom the program takes each marked mention for; one it does not link is somebody of its own."""
    resolution = actors(evidence)
    by_name = {e.document.id: e for e in evidence}
    out = {}
    for name, start in meant:
        here = by_name[name]
        covering = [m for m in here.mentions if m.span.start <= start < m.span.end]
        mention = max(covering, key=lambda m: (m.span.start, -m.span.end), default=None)
        out[name, start] = f"nobody at {name}:{start}"
        if mention is not None and mention.entity is not None:
            key = (name, mention.entity)
            out[name, start] = resolution.actor_of.get(key) or resolution.place_of.get(key) or str(key)
    return out


def groups(who: Mentions) -> dict[str, set[tuple[str, int]]]:
    out = defaultdict(set)
    for key, one in who.items():
        out[one].add(key)
    return out


@pytest.mark.parametrize("path", SUBJECTS, ids=lambda path: path.stem)
def test_b_cubed(path: Path) -> None:
    evidence, meant = read(path)
    program = found(evidence, meant)
    right, mine = groups(meant), groups(program)
    shared = {key: len(right[meant[key]] & mine[program[key]]) for key in meant}
    precision = sum(shared[key] / len(mine[program[key]]) for key in meant) / len(meant)
    recall = sum(shared[key] / len(right[meant[key]]) for key in meant) / len(meant)
    score = 2 * precision * recall / (precision + recall)
    assert score >= FLOOR, f"{path.stem}: precision {precision:.3f}, recall {recall:.3f}, F1 {score:.3f}"


@pytest.mark.parametrize("path", SUBJECTS, ids=lambda path: path.stem)
def test_nobody_is_taken_for_somebody_else(path: Path) -> None:
    evidence, meant = read(path)
    for one, keys in groups(found(evidence, meant)).items():
        assert len({meant[key] for key in keys}) == 1, f"{one} is {sorted({meant[key] for key in keys})}"


SITUATIONS = [
    pytest.param(part.partition("\n")[2], id=part.partition("\n")[0])
    for path in sorted((Path(__file__).parent / "gold" / "who" / "situations").glob("*.txt"))
    for part in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
]


@pytest.mark.parametrize("situation", SITUATIONS)
def test_names_of_one_actor_and_of_nobody(situation: str) -> None:
    said = [line.split(" ", 1) for line in re.findall(r"^@(.*)$", situation, flags=re.MULTILINE)]
    parts = re.split(r"^# (\w+)\n", re.sub(r"^@.*\n?", "", situation, flags=re.MULTILINE), flags=re.MULTILINE)[1:]
    evidence = [headed(name, text) for name, text in zip(parts[::2], parts[1::2], strict=True)]
    resolution = actors(evidence)
    kinds = {a.id: a.kind for a in resolution.actors}
    called = defaultdict(set)
    for e in evidence:
        for mention in e.mentions:
            if mention.entity is not None and (key := (e.document.id, mention.entity)) not in resolution.place_of:
                called[mention.text].add(resolution.actor_of.get(key))
    owners = defaultdict(list)
    for kind, names in said:
        aliases = [name.strip() for name in re.split(r"[|;]", names) if name.strip()]
        if kind == "none":
            assert not [a for name in aliases for a in called[name] if a], f"{aliases} are nobody"
            continue
        ids = {i for name in aliases for i in called[name]}
        assert len(ids) == 1 and {kinds.get(str(i)) for i in ids} == {kind}, {n: called[n] for n in aliases}
        owners[next(iter(ids))].append(aliases[0])
    assert all(len(names) == 1 for names in owners.values()), owners


def headed(name: str, text: str) -> Evidence:
    """An article whose first line is its headline."""
    document = read_text(f"{name}.txt", text.strip().replace("\n", "\n\n", 1))
    doc = annotate(document, pipeline())
    sentences = tuple(Span(s.start_char, s.end_char) for _, _, s in prose_sentences(doc))
    return resolve(Evidence(doc._.document, sentences, doc._.mentions, doc._.quotations))
