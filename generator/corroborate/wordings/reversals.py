"""What one speaker rules out in one article and leaves open in another of the story; conflicts without ids."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.corroborate.ids import words_at
from generator.corroborate.stories import Stories
from generator.corroborate.wording import Wording, clip, recalls, wording
from generator.lexicons import words
from generator.model import Conflict, ConflictSide, Evidence, Key, QuotationMention, Resolution

# The word right after "never" or "will not" is what is ruled out; a hedge holds for the rest of its clause.
_NEAR, _CLAUSE = 3, 6
# With a word beside the one ruled out, two quotations speak of one thing: what will never reopen.
_COMMON = 2
# Who says more on one word than this says it of many things.
_CROWD = 40


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation with the stems it rules out, and those it leaves open."""

    id: str
    source: str
    text: str
    wording: Wording
    out: frozenset[str]
    open: frozenset[str]
    needed: int


def reversals(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    ids: Mapping[Key, str],
    statement_of: Mapping[str, str],
    told: Stories,
) -> Iterator[Conflict]:
    """One speaker who rules something out and leaves it open: "will never reopen", "is unlikely to reopen"."""
    leaving: dict[tuple[str, str], list[_Said]] = defaultdict(list)
    ruling: list[tuple[str, _Said]] = []
    for e in evidence:
        for index, quotation in enumerate(e.quotations):
            actor = resolution.actor(e.document.id, quotation.entity)
            if actor is None or "question" in quotation.flags:
                continue
            said = _said(e, quotation, ids[(e.document.id, index)])
            for stem in sorted(said.open):
                leaving[(actor, stem)].append(said)
            if said.out:
                ruling.append((actor, said))
    done: set[tuple[str, frozenset[str]]] = set()
    for actor, said in ruling:
        for stem in sorted(said.out):
            others = leaving[(actor, stem)]
            # `contradictions.wordings` reads the negations within one statement, not the verb of ruling out
            apart = [o for o in others if said.needed == _COMMON or statement_of[o.id] != statement_of[said.id]]
            fitting = [o for o in apart if _contradicts(said, o, told)]
            if fitting and len(others) <= _CROWD and (actor, said.out) not in done:
                done.add((actor, said.out))
                yield Conflict(
                    id="",
                    kind="wording",
                    what=clip(said.text),
                    sides=tuple(ConflictSide(s.text, (s.id,)) for s in (said, fitting[0])),
                    note="One wording rules out what another of the same speaker leaves open; one may be from another "
                    "day, shortened or translated.",
                )


def _said(e: Evidence, quotation: QuotationMention, id_: str) -> _Said:
    text = words_at(e.document.text, quotation.spans)
    read = wording(text)
    cue = e.document.text[quotation.cue.start : quotation.cue.start + len("ruled out")] if quotation.cue else ""
    if cue.casefold() in ("ruled out", "rules out"):
        return _Said(id_, e.document.id, f"{cue} {text}", read, read.content, frozenset(), _COMMON)
    # "I said it was impossible", of earlier words
    recalled = {"impossible"} if recalls(read) else set()
    out: set[str] = set()
    left: set[str] = set()
    hedges, negations = words("hedging_words") | words("leaving_open"), words("negations")
    for at, token in enumerate(read.tokens):
        before = read.tokens[at - 1] if at else ""
        if token in {"never", "won't"} | recalled or (token == "not" and before == "will"):
            out |= set([s for s in read.stems[at + 1 : at + 1 + _NEAR] if s in read.content][:1])
        # "would not consider" leaves nothing open
        if token in hedges and before not in negations and not before.endswith("n't"):
            left |= {s for s in read.stems[at + 1 : at + 1 + _CLAUSE] if s in read.content}
    return _Said(id_, e.document.id, text, read, frozenset(out), frozenset(left) - out, 1)


def _contradicts(one: _Said, other: _Said, told: Stories) -> bool:
    """Whether two quotations of articles of one story speak of one thing, of which one rules out what the other leaves
    open."""
    recalled = recalls(one.wording)  # of earlier days
    if one.source == other.source or not (recalled or told.one(one.source, other.source)):
        return False
    common = one.wording.content & other.wording.content
    return len(one.out & other.open) >= one.needed and len(common) >= (1 if recalled else _COMMON)
