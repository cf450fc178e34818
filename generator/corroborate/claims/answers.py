"""Denials in words of their own of what was said before in the same article; conflicts without ids.

Who is accused in one sentence and denies in the next answers that; so does who calls it untrue.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.corroborate.claims.disputes import NOT_TOLD, denial, denies, in_claims, negative
from generator.corroborate.events.occurrences import acts_for
from generator.corroborate.ids import words_at
from generator.corroborate.wording import Wording, wording
from generator.lexicons import words
from generator.model import Conflict, ConflictSide, Evidence, Key, Resolution, Span
from generator.remembered import Remembered

# An accusation stands this many sentences before its denial, at the most.
_BACK = 2
_NO_CLAIM = NOT_TOLD | {"denial"}
# "Not so, thundered the general", "That is a lie," he said.
_FLATLY = re.compile(
    r"\W*(?:not so|not true|untrue|nonsense|rubbish|(?:that|this|it) ?(?:is|was|['’]s) "
    r"(?:simply |just |absolutely |totally |completely )?"
    r"(?:not true|untrue|false|not so|wrong|a lie|lies|nonsense|rubbish|a fabrication|fake))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A quotation in its place: its sentence, the wordings of both, who says it and who is named in it."""

    index: int
    start: int
    end: int
    sentence: int
    text: str
    wording: Wording
    around: Wording
    speakers: frozenset[str]
    about: frozenset[str]
    named: bool
    denied: bool
    flags: frozenset[str]


def answers(
    evidence: Sequence[Evidence],
    resolution: Resolution,
    ids: Mapping[Key, str],
    statement_of: Mapping[str, str],
    found: Sequence[Conflict],
    known: Remembered,
) -> Iterator[Conflict]:
    """What is said of somebody who denies it right after, or what another calls untrue.

    Quotations that stand in a claim or denial already found are left out. Denials of one statement are one conflict.
    """
    answered = in_claims(found)
    acting = acts_for(resolution.actors)
    together: dict[str, tuple[str, str, dict[str, None], dict[str, None]]] = {}
    by_id = {e.document.id: e for e in evidence}

    def of(source: str) -> Iterator[tuple[int, str, int, str]]:
        return _in_article(by_id[source], resolution, acting)

    with known.table("answers") as before:
        for e in sorted(evidence, key=lambda e: e.document.published.value or "later"):  # an original before its copies
            for claim, claimed, answer, denied in before(of, (e.document.id,)):
                id_ = ids[(e.document.id, answer)]
                if id_ not in answered:
                    one = together.setdefault(statement_of.get(id_, id_), (claimed, denied, {}, {}))
                    one[2][ids[(e.document.id, claim)]] = None
                    one[3][id_] = None
    for claimed, denied, for_it, against in together.values():
        yield denial(ConflictSide(claimed, tuple(for_it)), ConflictSide(denied, tuple(against)))


def _in_article(
    e: Evidence, resolution: Resolution, acting: Mapping[str, frozenset[str]]
) -> Iterator[tuple[int, str, int, str]]:
    """Each claim of an article that one answers, and the answer: the index and the words of both."""
    told = [_told(e, i, resolution, acting) for i, q in enumerate(e.quotations) if "headline" not in q.flags]
    for answer in told:
        before = [t for t in told if t.end <= answer.start and _claims(t, answer)]
        claim = _answered(answer, before, e)
        inner = any(t.end == answer.end and t.start > answer.start for t in told)  # 'in court: "There was no bag."'
        if claim is not None and not inner:
            yield claim.index, claim.text, answer.index, "denied: " * answer.denied + answer.text
            for more in told if answer.denied else ():
                # "denied that there was a debt. “We do not owe a dollar,” he said"
                if (
                    more.start >= answer.end
                    and more.speakers & answer.speakers
                    and _block(e, more.start) == _block(e, answer.start)
                ):
                    yield claim.index, claim.text, more.index, more.text


def _told(e: Evidence, index: int, resolution: Resolution, acting: Mapping[str, frozenset[str]]) -> _Told:
    quotation = e.quotations[index]
    start, end = quotation.spans[0].start, quotation.spans[-1].end
    at = max(bisect_right(e.sentences, start, key=lambda s: s.start) - 1, 0)
    sentence = e.sentences[at] if e.sentences else Span(start, end)
    named = [
        m
        for m in e.mentions
        if start <= m.span.start < end and m.entity is not None
        if any(s.start <= m.span.start < s.end for s in quotation.spans)
    ]
    who = None if quotation.entity is None else _name(e, quotation.entity, resolution)
    return _Told(
        index,
        start,
        end,
        at,
        text := words_at(e.document.text, quotation.spans),
        wording(text),
        wording(words_at(e.document.text, [sentence])),
        frozenset({who} | acting.get(who, frozenset())) if who else frozenset(),
        frozenset(_name(e, m.entity, resolution) for m in named if m.entity is not None and m.type != "place"),
        any(m.type != "place" and m.kind == "name" for m in named),
        denies(e, quotation),
        frozenset(quotation.flags),
    )


def _name(e: Evidence, entity: int, resolution: Resolution) -> str:
    return resolution.actor_of.get((e.document.id, entity), f"{e.document.id} {entity}")


def _claims(one: _Told, answer: _Told) -> bool:
    """Whether a quotation says something, and not on the side of who answers."""
    return not one.flags & _NO_CLAIM and not one.speakers & answer.speakers and bool(one.speakers or one.about)


def _answered(answer: _Told, before: Sequence[_Told], e: Evidence) -> _Told | None:
    """The claim that a quotation answers, whole where it holds another ("all signs point to")."""
    claim = _accusation(answer, before, e) if answer.denied else _flat(answer, before, e)
    return claim and next((t for t in before if t.start <= claim.start and claim.end <= t.end), claim)


def _accusation(answer: _Told, before: Sequence[_Told], e: Evidence) -> _Told | None:
    """The nearest claim that names who denies, or whom the denial is about, and has a word in common with it."""
    blamed = bool(words("blame_words") & set(answer.wording.tokens))
    unknown = not any(_is_actor(name) for name in answer.speakers)
    for claim in reversed(before):
        if answer.sentence - claim.sentence > _BACK:
            break
        if negative(claim.text) != negative(answer.text):
            continue
        shared = (claim.wording.content & answer.wording.content) - claim.wording.names - answer.wording.names
        near = answer.sentence - claim.sentence == 1 and _block(e, claim.start) == _block(e, answer.start)
        if answer.speakers & claim.about and (blamed or shared):
            return claim
        if near and blamed and unknown and claim.named:
            return claim  # "The company denied that it was to blame"
        if near and claim.about & answer.about and (claim.around.content & answer.wording.content) - claim.around.names:
            return claim
    return None


def _is_actor(name: str) -> bool:
    """Whether a name is an actor's, and not an entity's of one document ("gazette 12")."""
    return " " not in name


def _block(e: Evidence, at: int) -> int:
    return next((i for i, b in enumerate(e.document.blocks) if b.span.start <= at < b.span.end), -1)


def _flat(answer: _Told, before: Sequence[_Told], e: Evidence) -> _Told | None:
    """The claim that the answer calls untrue in so many words, or the sentence before it does."""
    here, text = answer.sentence, e.document.text
    opening = next((n for n in (here, here - 1) if n > 0 and _FLATLY.match(text, e.sentences[n].start)), None)
    if opening is None and _FLATLY.match(answer.text):
        opening = here
    claims = [t for t in before if opening is not None and opening - _BACK <= t.sentence < opening]
    # the first of its paragraph says what those after it bear out
    return next((t for t in claims if _block(e, t.start) == _block(e, claims[-1].start)), None)
