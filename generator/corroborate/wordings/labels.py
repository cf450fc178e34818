"""What one speaker calls a thing in two articles: “a routine rotation” here, “a necessary correction” there."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from generator.corroborate.ids import words_at
from generator.corroborate.stories import Stories
from generator.corroborate.windows import Window, window
from generator.corroborate.wording import Wording, clip, counted, wording
from generator.lexicons import rows
from generator.model import Conflict, ConflictSide, Copies, Evidence, Key, QuotationMention, Resolution, Span

# A name for something has so many words of content at the most, and stands so near behind its verb.
_MOST, _NEAR = 4, 100
# Days between two articles: who speaks again later may have changed their mind.
_DAYS = 4
_NAMED = r"[“\"‘«„](?P<name>[^“”\"‘’«»„]+)[”\"’»“]"
_MARKED = re.compile(rf"(?P<of> of)?(?P<thing>[^“”\"‘’«»„.;:]*){_NAMED}")
# "The strike, he told the radio, was “unfortunate”"
_WAS = re.compile(
    rf"(?:the|this|that|it)\b(?P<thing>.{{0,40}}?)\b(?:is|was|are|were) (?:only |just |simply |merely )?{_NAMED}",
    re.I,
)
_SPEAKING = frozenset({"spoke", "speaks", "speak", "spoken"})
# A thing has one sort, and many adjectives: "cowardly", "heinous".
_SORT = frozenset({"a", "an"})
_BEHIND = frozenset({"of", "for", "to", "in", "on", "at", "by", "with", "against", "that", "which"})
# “This was a grave breach of trust,” said the chairman.
_IS = re.compile(r"\W*(?P<thing>this|that|it)(?: is| was|['’]s) (?P<name>an? [^,.;:!?“”\"]+)", re.I)
_CLAUSE = frozenset({"i", "we", "is", "are", "was", "were", "has", "have", "had", "will", "not", "no", "never"})


@dataclass(frozen=True, slots=True)
class _Label:
    """What somebody calls something: the words, and the stems of those for the thing ("it": none)."""

    key: Key
    text: str
    wording: Wording
    thing: frozenset[str]
    published: Window

    @property
    def head(self) -> str:
        """The stem of what it is: "a grave *breach* of trust"."""
        end = next((at for at, token in enumerate(self.wording.tokens) if token in _BEHIND), None)
        return next((s for s in reversed(self.wording.stems[:end]) if s in self.wording.content), "")


def labels(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    ids: Mapping[Key, str],
    statement_of: Mapping[str, str],
    copied: Sequence[Copies],
    told: Stories,
    found: Sequence[Conflict],
) -> Iterator[Conflict]:
    """Two names in quotation marks without a word in common that one speaker has for a thing in two articles of a story
    and of the same days, where each article has one such name of theirs; conflicts without ids.

    Where both articles have a word for what either names, two things are named; and adjectives are no names. Quotations
    that stand in a conflict of wordings already `found` are left out.
    """
    known = {id_ for c in found if c.kind == "wording" for side in c.sides for id_ in side.evidence}
    original = {source: group.original for group in copied for source in group.sources}
    texts = {e.document.id: e.document.text for e in evidence}
    often = cache(lambda source: counted(texts[source]))
    named: dict[str, dict[str, list[_Label]]] = defaultdict(lambda: defaultdict(list))
    for e in evidence:
        for index, quotation in enumerate(e.quotations):
            actor = resolution.actor(e.document.id, quotation.entity)
            label = _label(e, index, quotation) if actor is not None and not e.document.quality else None
            if actor is not None and label is not None:
                named[actor][e.document.id].append(label)
    for by_source in named.values():
        only = [names[0] for names in by_source.values() if len({one.text for one in names}) == 1]
        done: set[str] = set()
        for one, other in combinations(sorted(only, key=lambda label: label.key), 2):
            here, there = one.key[0], other.key[0]
            if {ids[one.key], ids[other.key]} <= known:
                continue
            statements = {statement_of[ids[one.key]], statement_of[ids[other.key]]}
            if original.get(here, here) == original.get(there, there) or statements & done:
                continue
            if one.head in other.wording.content or other.head in one.wording.content or not told.one(here, there):
                continue
            if one.published.meets(other.published, slack=_DAYS) and _one_thing(one, other, often):
                done |= statements
                yield Conflict(
                    id="",
                    kind="wording",
                    what=clip(one.text),
                    sides=tuple(ConflictSide(label.text, (ids[label.key],)) for label in (one, other)),
                    note="One speaker calls a thing by two names; one may be translated, or both were said.",
                )


def _one_thing(one: _Label, other: _Label, often: Callable[[str], Mapping[str, int]]) -> bool:
    """Whether two names may be of one thing: neither article has the word of the other for what it names."""
    if not (one.thing and other.thing) or one.thing & other.thing:
        return True
    return often(other.key[0]).keys().isdisjoint(one.thing) and often(one.key[0]).keys().isdisjoint(other.thing)


def _label(e: Evidence, index: int, quotation: QuotationMention) -> _Label | None:
    """A name in quotation marks behind a verb of naming, or behind "was"."""
    text, cue = e.document.text, quotation.cue
    if cue is None or {"headline", "denial", "question", "negated"} & set(quotation.flags):
        return None
    own = words_at(text, quotation.spans)
    found = _behind(text, cue, quotation) or _WAS.match(own) or (_IS.match(own) if quotation.kind == "direct" else None)
    if found is None:
        return None
    read = wording(found["name"])
    sort = read.tokens[:1] and read.tokens[0] in _SORT
    if not sort or not 0 < len(read.content) <= _MOST or not _CLAUSE.isdisjoint(read.tokens):
        return None
    return _Label(
        (e.document.id, index),
        found["name"].strip(" ,."),
        read,
        wording(found["thing"]).content,
        window(e.document.published),
    )


def _behind(text: str, cue: Span, quotation: QuotationMention) -> re.Match[str] | None:
    """The thing and its name behind a verb of naming."""
    verb, found = text[cue.start : cue.end].casefold(), _MARKED.match(text, cue.end, cue.end + _NEAR)
    if found is None or quotation.spans[0].start >= found.end():
        return None
    return found if verb in _naming() or (verb in _SPEAKING and found["of"]) else None


@cache
def _naming() -> frozenset[str]:
    """The forms of verbs that call a thing something."""
    found = (row for row in rows("reporting_verbs") if "call" in row[3].split() or row[2] == "call")
    return frozenset(form for name, forms, *_ in found for form in (name, *forms.split()))
