"""Claims and their denials: events that some tell and others deny, words that one says and another denies."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.corroborate.ids import words_at
from generator.corroborate.stories import Stories
from generator.corroborate.wording import clip, wording
from generator.lexicons import words
from generator.model import Conflict, ConflictSide, Event, Evidence, Key, Place, QuotationMention, Resolution, Span
from generator.remembered import NOTHING, Remembered

# What is so worded tells nothing as a fact.
NOT_TOLD = frozenset({"question", "demand", "promise", "threat", "conditional", "expected", "negated", "headline"})
_CLAIMS = frozenset({"occurred", "ongoing", "planned", "alleged"})
# A claim is what is denied when it holds this share of the denial's content words; words in more quotations than
# `_COMMON` point to none.
# Where the last of these is among them, and half of the claim, somewhat less is enough: "his client pushed the boy",
# "the boy had been pushed".
_SHARED, _MOSTLY, _COMMON = 0.75, 0.66, 200
# Of a claim among the three quotations before its denial in one article half of the denial's words are enough.
# In a long quotation one such word is chance: "denied it is preparing an attack", "if they come prepared to talk".
_BEFORE, _NEARBY, _OF_CLAIM = 3, 0.5, 0.25
# A word in more quotations of the article than this is what the article is about: "the club".
_TOPIC = 3
_FINITE = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "having", "will", "would", "did", "does", "do", "been", "being"}
)


def denial(claim: ConflictSide, denied: ConflictSide, what: str = "") -> Conflict:
    """A claim and its denial, each with its evidence; the claim tells `what` it is about where nothing else does."""
    return Conflict("", "claim", what or clip(claim.value), (claim, denied), "A claim and its denial.")


def in_claims(found: Sequence[Conflict]) -> set[object]:
    """The evidence that stands in a claim or denial already found."""
    return {one for c in found if c.kind == "claim" for side in c.sides for one in side.evidence}


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
            yield denial(
                ConflictSide(told, tuple(dict.fromkeys(claimed[event.id]))),
                ConflictSide("denied", tuple(dict.fromkeys(denied[event.id]))),
                event.name,
            )


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation ready for comparison; `denied` where its cue denies it outright, `denying` where its words do,
    `negative` where they say that something is not so."""

    key: Key
    text: str
    content: frozenset[str]
    names: frozenset[str]
    speaker: str
    denied: bool
    denying: bool
    negative: bool


def disputes(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    ids: Mapping[Key, str],
    statement_of: Mapping[str, str],
    told: Stories,
    known: Remembered = NOTHING,
) -> Iterator[Conflict]:
    """What one speaker says and another denies outright, in nearly the same words, or right before in the same article.

    Denials of one statement are one conflict, however many articles carry it.
    """
    found = known.each("said", lambda e: _said(e, resolution), evidence)
    said = {one.key: one for of_one in found for one in of_one}
    holding: dict[str, list[Key]] = defaultdict(list)
    often: Counter[tuple[str, str]] = Counter()
    for key, one in said.items():
        for stem in sorted(one.content):
            holding[stem].append(key)
            often[(key[0], stem)] += 1
    together: dict[tuple[str, str], tuple[_Said, _Said, list[Key], list[Key]]] = {}
    for key in sorted(k for k in said if said[k].denied):
        against = said[key]
        near = {other for stem in against.content if len(holding[stem]) <= _COMMON for other in holding[stem]}
        topics = {stem for stem in against.content if often[(key[0], stem)] > _TOPIC}
        claims = [said[other] for other in sorted(near) if _claims(said[other], against, told, topics)]
        if claims:
            first = max(claims, key=lambda c: (c.key[0] == key[0], len(c.content & against.content)))
            name = statement_of.get(ids[first.key], ids[first.key]), statement_of.get(ids[key], ids[key])
            _, _, for_it, denying = together.setdefault(name, (first, against, [], []))
            for_it += [c.key for c in claims if c.key not in for_it]
            denying.append(key)
    for first, against, for_it, denying in together.values():
        yield denial(
            ConflictSide(first.text, tuple(ids[c] for c in [first.key, *(k for k in for_it if k != first.key)])),
            ConflictSide(f"denied: {against.text}", tuple(ids[k] for k in denying)),
            clip(against.text),
        )


def _said(e: Evidence, resolution: Resolution) -> Iterator[_Said]:
    denials = [q for q in e.quotations if "denial" in q.flags]
    for index, quotation in enumerate(e.quotations):
        # "It rejects the accusation that the ship was overloaded" does not say that it was
        repeated = any(_overlap(quotation.spans, q.spans) for q in denials if q != quotation)
        if repeated and "denial" not in quotation.flags:
            continue
        key, text = (e.document.id, index), words_at(e.document.text, quotation.spans)
        speaker = resolution.actor(e.document.id, quotation.entity)
        read = wording(text)
        speaker = speaker or f"{e.document.id} {quotation.entity}"
        denying = not words("outright_denials").isdisjoint(read.tokens)
        yield _Said(key, text, read.content, read.names, speaker, denies(e, quotation), denying, negative(text))


def denies(e: Evidence, quotation: QuotationMention) -> bool:
    """Whether a quotation tells outright that something is not so, as a clause."""
    cue = words_at(e.document.text, [quotation.cue] if quotation.cue else []).casefold().split()
    outright = "denial" in quotation.flags and bool(words("outright_denials") & set(cue))
    start = quotation.spans[0].start
    said_that = e.document.text[max(start - 5, 0) : start].casefold() == "that "
    return outright and (said_that or is_clause(words_at(e.document.text, quotation.spans)))


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def _claims(one: _Said, denial: _Said, told: Stories, topics: set[str]) -> bool:
    """Whether a quotation says what a denial denies; `topics` are words its article speaks of all along."""
    if one.denied or one.denying or one.negative != denial.negative or one.speaker == denial.speaker:
        return False
    common = one.content & denial.content
    if len(common) >= max(3, _SHARED * len(denial.content), _SHARED / 2 * len(one.content)):
        return True
    plain = common - denial.names
    if not common & _predicate(denial.text):
        return False
    before = one.key[0] == denial.key[0] and 0 < denial.key[1] - one.key[1] <= _BEFORE
    enough = len(common) >= max(_NEARBY * len(denial.content), _OF_CLAIM * len(one.content))
    if before and plain - topics and enough and _said_last(denial.text) in common:
        return True
    closely = _said_last(denial.text) in common and len(common) >= _NEARBY * len(one.content)
    share = _MOSTLY if closely else _SHARED
    return told.one(one.key[0], denial.key[0]) and len(plain) >= 2 and len(common) >= share * len(denial.content)


# one denial after another is set against many claims
@lru_cache(maxsize=16)
def _said_last(text: str) -> str:
    """The last content stem of a clause, which carries what it says: "overloaded", "offensive"."""
    read = wording(text)
    return next((stem for stem in reversed(read.stems) if stem in read.content), "")


@lru_cache(maxsize=16)
def _predicate(text: str) -> frozenset[str]:
    """The stems of what a clause says of its subject: those behind its first helping verb, or all."""
    read = wording(text)
    at = next((i for i, token in enumerate(read.tokens) if token in _FINITE), -1)
    return read.content & frozenset(read.stems[at + 1 :])


@lru_cache(maxsize=65536)
def negative(text: str) -> bool:
    """Whether words say that something is not so: to deny that shops will close is to say "no shops will close"."""
    tokens = wording(text).tokens
    # "there is no doubt that it was overloaded"
    doubtless = {at for at in range(len(tokens) - 1) if tokens[at : at + 2] in (("no", "doubt"), ("no", "question"))}
    plain = [token for at, token in enumerate(tokens) if at not in doubtless]
    return any(token in words("negations") or token.endswith("n't") for token in plain)


def is_clause(text: str) -> bool:
    """Whether words say that something is so ("it had known"), not just name a thing ("the plans")."""
    tokens = wording(text).tokens
    return bool(set(tokens) & _FINITE) or (bool(tokens) and tokens[0].endswith("ing"))
