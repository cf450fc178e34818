"""Quotations made ready to be told claims from denials: their clauses, who says them, whom they name and where."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.corroborate.claims.clauses import Clause, clauses_of
from generator.corroborate.claims.disputes import denies, is_clause
from generator.corroborate.ids import words_at
from generator.corroborate.wording import Wording, counted, wording
from generator.model import Evidence, QuotationMention, Resolution, Span

# What is so worded says nothing that somebody could deny; and denies nothing, but for what was not said or is foretold.
_NO_CLAIM = frozenset({"question", "demand", "conditional", "negated", "headline", "denial"})
_NO_DENIAL = frozenset({"question", "demand", "conditional", "headline"})
_SUCH = re.compile(r"\b(?:no|not|any|never) such\b|\bof (?:this|that|the) (?:kind|sort)\b", re.I)


@dataclass(frozen=True, slots=True)
class Claim:
    """A quotation in clauses, with the stems of all of them.

    `sides` are its speaker and whom they speak for, `parties` whom it names, in any words. `asserts` where somebody
    could deny it, `may_deny` where it may itself deny something, `denied` where its cue does ("denied that ..."),
    `such` where it takes up what was said ("no such call").
    """

    index: int
    read: Wording
    speaker: str
    sides: frozenset[str]
    parties: frozenset[str]
    sentence: int
    clauses: tuple[Clause, ...]
    content: frozenset[str]
    asserts: bool
    may_deny: bool
    denied: bool
    such: bool


@dataclass(frozen=True, slots=True)
class Claims:
    """The quotations of an article, and where each stem stands; how often its text has it."""

    told: tuple[Claim, ...]
    holding: Mapping[str, Sequence[Claim]]
    often: Mapping[str, int]

    @classmethod
    def of(cls, e: Evidence, resolution: Resolution, acting: Mapping[str, frozenset[str]]) -> "Claims":
        """What an article quotes; `acting` has for whom a person speaks."""
        told = tuple(_told(e, resolution, acting))
        holding: dict[str, list[Claim]] = defaultdict(list)
        for one in told:
            for word in one.content:
                holding[word].append(one)
        return cls(told, holding, counted(e.document.text))


def _told(e: Evidence, resolution: Resolution, acting: Mapping[str, frozenset[str]]) -> Iterator[Claim]:
    # the innermost of those that end together
    inner = {q.spans[-1].end: q for q in sorted(e.quotations, key=lambda q: q.spans[0].start)}
    for index, quotation in enumerate(e.quotations):
        text, last = words_at(e.document.text, quotation.spans), inner[quotation.spans[-1].end]
        if quotation.spans[0].start < last.spans[0].start:
            # "the club had warned them that the knee was inflamed" tells of a warning; in court: "There was no bag."
            text = _before(e, quotation, last.spans[0].start)
            if not is_clause(text) or _NO_CLAIM & set(last.flags):
                continue
        speaker = resolution.actor(e.document.id, quotation.entity) or f"{e.document.id} {quotation.entity}"
        clauses = clauses_of(text)
        flags, denied = set(quotation.flags), denies(e, quotation)
        yield Claim(
            index,
            wording(text),
            speaker,
            acting.get(speaker, frozenset()) | {speaker},
            frozenset(_parties(e, quotation, resolution)),
            bisect_right(e.sentences, quotation.spans[0].start, key=lambda s: s.start),
            clauses,
            frozenset[str]().union(*(clause.content for clause in clauses)),
            asserts=not (denied or flags & _NO_CLAIM),
            may_deny=not flags & _NO_DENIAL,
            denied=denied,
            such=_SUCH.search(text) is not None,
        )


def _before(e: Evidence, quotation: QuotationMention, end: int) -> str:
    """The words of a quotation before another one in it."""
    spans = [Span(s.start, min(s.end, end)) for s in quotation.spans if s.start < end]
    return words_at(e.document.text, spans)


def _parties(e: Evidence, quotation: QuotationMention, resolution: Resolution) -> Iterator[str]:
    """The actors a quotation names, by pronouns and phrases too."""
    for span in quotation.spans:
        at = bisect_right(e.mentions, span.start, key=lambda m: m.span.start + 1)
        for mention in e.mentions[at:]:
            if mention.span.start >= span.end:
                break
            if mention.entity is not None and mention.type != "place":
                yield resolution.actor_of.get((e.document.id, mention.entity), f"{e.document.id} {mention.entity}")
