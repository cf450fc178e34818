"""Claims and their denials: events that some tell and others deny, words that one says and another denies."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from generator.corroborate.ids import words_at
from generator.corroborate.wording import clip, wording
from generator.lexicons import words
from generator.model import Conflict, ConflictSide, Event, Evidence, Key, Place, Resolution

_CLAIMS = frozenset({"occurred", "ongoing", "planned", "alleged"})
# A claim is what is denied when it holds this share of the denial's content words; words in more quotations than
# `_COMMON` point to none.
_SHARED, _COMMON = 0.75, 200
_FINITE = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "having", "will", "would", "did", "does", "do", "been", "being"}
)


def denials(evidence: Sequence[Evidence], events: Sequence[Event], event_of: Mapping[Key, str]) -> Iterator[Conflict]:
    """Events that some passages tell or allege and others deny."""
    claimed: dict[str, list[Place]] = defaultdict(list)
    denied: dict[str, list[Place]] = defaultdict(list)
    how: dict[str, set[str]] = defaultdict(set)
    for e in evidence:
        for index, mention in enumerate(e.events):
            id_ = event_of.get((e.document.id, index))
            if id_ is None:
                continue
            if mention.status == "denied":
                denied[id_].append(Place(e.document.id, mention.span))
            elif mention.status in _CLAIMS:
                claimed[id_].append(Place(e.document.id, mention.span))
                how[id_].add(mention.status)
    for event in events:
        if claimed[event.id] and denied[event.id]:
            told = "told as " + " or ".join(sorted(how[event.id]))
            yield Conflict(
                id="",
                kind="claim",
                what=event.name,
                sides=(
                    ConflictSide(told, tuple(dict.fromkeys(claimed[event.id]))),
                    ConflictSide("denied", tuple(dict.fromkeys(denied[event.id]))),
                ),
                note="A claim and its denial.",
            )


def disputes(evidence: Sequence[Evidence], resolution: Resolution, ids: Mapping[Key, str]) -> Iterator[Conflict]:
    """What one speaker says and another denies, in nearly the same words."""
    texts: dict[Key, tuple[str, frozenset[str], str, bool]] = {}
    holding: dict[str, list[Key]] = defaultdict(list)
    for e in evidence:
        for index, quotation in enumerate(e.quotations):
            key, text = (e.document.id, index), words_at(e.document.text, quotation.spans)
            speaker = (
                resolution.actor_of.get((e.document.id, quotation.entity)) if quotation.entity is not None else None
            )
            content = wording(text).content
            cue = words_at(e.document.text, [quotation.cue] if quotation.cue else []).casefold().split()
            denied = "denial" in quotation.flags and bool(words("outright_denials") & set(cue)) and _is_clause(text)
            texts[key] = text, content, speaker or f"{e.document.id} {quotation.entity}", denied
            for stem in content:
                holding[stem].append(key)
    for key in sorted(k for k in texts if texts[k][3]):
        text, content, denier, _ = texts[key]
        shared: dict[Key, int] = defaultdict(int)
        for stem in sorted(content):
            if len(holding[stem]) <= _COMMON:
                for other in holding[stem]:
                    shared[other] += 1
        claims = [
            other
            for other, count in sorted(shared.items())
            if not texts[other][3]
            and texts[other][2] != denier
            and _negative(texts[other][0]) == _negative(text)
            and count >= max(3, _SHARED * len(content), _SHARED / 2 * len(texts[other][1]))
        ]
        if claims:
            yield Conflict(
                id="",
                kind="claim",
                what=clip(text),
                sides=(
                    ConflictSide(texts[claims[0]][0], tuple(ids[c] for c in claims)),
                    ConflictSide(f"denied: {text}", (ids[key],)),
                ),
                note="A claim and its denial.",
            )


@lru_cache(maxsize=65536)
def _negative(text: str) -> bool:
    """Whether words say that something is not so: to deny that shops will close is to say "no shops will close"."""
    return any(token in words("negations") or token.endswith("n't") for token in wording(text).tokens)


def _is_clause(text: str) -> bool:
    """Whether words say that something is so ("it had known"), not just name a thing ("the plans")."""
    tokens = wording(text).tokens
    return bool(set(tokens) & _FINITE) or (bool(tokens) and tokens[0].endswith("ing"))
