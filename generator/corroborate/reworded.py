"""What one speaker is quoted with in two articles of a story in nearly one sentence; conflicts without ids.

“The ceasefire is suspended” here and “The ceasefire is dead” there are two statements to whoever joins them, and of one
speaker, on the same days, hardly two utterances.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from generator.corroborate.ids import words_at
from generator.corroborate.requoted import differ, sentences
from generator.corroborate.stories import Stories
from generator.corroborate.windows import Window, window
from generator.corroborate.wording import clip, wording
from generator.model import Conflict, ConflictSide, Copies, Evidence, QuotationMention, Resolution

# Days between two articles that quote one occasion.
_DAYS = 3
# So much of the longer of two sentences stands in both, small words with it, and so many words at the least.
_KEPT, _LEAST = 0.6, 3
# A word in more quotations of one speaker points to none.
_CROWD = 12
# Who says more in one breath has time to say two things.
_LONG = 40
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARKED = re.compile(r"[“\"‘«„]([^“”\"«»„]+)[”\"’»“]")


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A speaker's own words in one article."""

    id: str
    source: str
    text: str
    published: Window


def reworded(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    ids: Mapping[tuple[str, int], str],
    statement_of: Mapping[str, str],
    copied: Sequence[Copies],
    told: Stories,
    found: Sequence[Conflict],
) -> Iterator[Conflict]:
    """Sentences of one speaker in two articles of the same days that are one but for what they say: another word at one
    place, sure and less sure. Damaged and translated texts, copies, and quotations that stand in a conflict of wordings
    already `found` are left out."""
    known = {id_ for c in found if c.kind == "wording" for side in c.sides for id_ in side.evidence}
    originals = {source: group.original for group in copied for source in group.sources}
    done: set[str] = set()
    for _, said in sorted(_by_speaker(evidence, resolution, ids).items()):
        for one, other in _near(said):
            here, there = one.source, other.source
            if originals.get(here, here) == originals.get(there, there) or not told.one(here, there):
                continue
            pair = {statement_of[one.id], statement_of[other.id]}
            if {one.id, other.id} & known or pair & done or one.published.gap(other.published) > _DAYS:
                continue
            apart = next((p for p in sentences(one.text, other.text) if _apart(*map(_told, p))), None)
            if apart is not None:
                done |= pair
                yield Conflict(
                    id="",
                    kind="wording",
                    what=clip(apart[0].strip(" \"'“”‘’«»„")),
                    sides=(ConflictSide(one.text, (one.id,)), ConflictSide(other.text, (other.id,))),
                    note="One speaker is quoted in nearly one sentence that does not mean the same; or both were said.",
                )


def _by_speaker(
    evidence: Sequence[Evidence], resolution: Resolution, ids: Mapping[tuple[str, int], str]
) -> Mapping[str, Sequence[_Quoted]]:
    said: dict[str, list[_Quoted]] = defaultdict(list)
    for e in evidence:
        for index, q in enumerate(e.quotations if not e.document.quality else ()):
            actor = resolution.actor(e.document.id, q.entity)
            text = _own_words(e, q)
            if actor is not None and text:
                said[actor].append(
                    _Quoted(ids[(e.document.id, index)], e.document.id, text, window(e.document.published))
                )
    return said


def _own_words(e: Evidence, quotation: QuotationMention) -> str:
    """The words of a quotation that are the speaker's own."""
    if {"headline", "question"} & set(quotation.flags) or quotation.kind == "indirect":
        return ""
    text = words_at(e.document.text, quotation.spans)
    marked = _MARKED.search(text) if quotation.kind == "mixed" else None
    text = marked[1] if marked else text if quotation.kind == "direct" else ""
    return text if len(wording(text).tokens) <= _LONG else ""


def _near(said: Sequence[_Quoted]) -> Iterator[tuple[_Quoted, _Quoted]]:
    """Pairs of two articles that have a word in common, which few quotations of the speaker have."""
    holding: dict[str, list[_Quoted]] = defaultdict(list)
    for one in said:
        for stem in wording(one.text).content:
            holding[stem].append(one)
    pairs = {
        (min(a.id, b.id), max(a.id, b.id)): (a, b)
        for many in holding.values()
        if len(many) <= _CROWD
        for a, b in combinations(sorted(many, key=lambda q: q.id), 2)
        if a.source != b.source
    }
    yield from (pairs[key] for key in sorted(pairs))


def _apart(one: str, other: str) -> bool:
    """Whether two sentences have most of their words in common, in the same order, and do not mean the same."""
    first, second = (wording(text).stems for text in (one, other))
    shorter, longer = sorted((" ".join(first), " ".join(second)), key=len)
    if shorter in longer:
        return False  # cut by one article
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    kept = sum(block.size for block in blocks)
    return kept >= max(_LEAST, _KEPT * max(len(first), len(second))) and differ(one, other)


def _told(text: str) -> str:
    """A sentence from its first word of content on: "systematic falsification, ..." of "This is systematic ..."."""
    content = wording(text).content
    return next((text[w.start() :] for w in _WORD.finditer(text) if wording(w[0]).content & content), text)
