"""Denials that take up a claim by a word: "Minera Alcazar denied this", "the commission dismissed the claim"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from generator.corroborate.disputes import denial
from generator.corroborate.ids import words_at
from generator.corroborate.occurrences import acts_for, one_side
from generator.corroborate.wording import clip
from generator.lexicons import words
from generator.model import Conflict, ConflictSide, Evidence, Key, Mention, Place, Resolution, Span

# A claim stands in the sentence that denies it or in one of the two before; what lies further back is another matter.
_BACK = 2
_NO_CLAIM = frozenset({"denial", "question"})
_UNTRUE = (
    r"(?:baseless|groundless|unfounded|false|untrue|absurd|ridiculous|nonsense|rubbish|fiction|fantasy|wrong|lies|"
    r"an? (?:fairy[ -]?tale|fairy story|lie|fabrication|invention|slander|smear|myth))"
)


@cache
def _denial() -> re.Pattern[str]:
    """A verb of denying with a word that takes up what was said, and nothing after it that says it anew."""
    cues, nouns = ("|".join(sorted(words(name))) for name in ("outright_denials", "claim_nouns"))
    end = r"(?=\s*(?:[.,;:!?\"“”’)—–]|$)|\s+(?:and|but|as|on|in|at|saying|when|while|before|after|yesterday|last)\b)"
    named = rf"(?:the|this|that|these|those|such|any such) (?:\w+ )?(?:{nouns})"
    taken_up = rf"(?:all |both |any of )?(?:this|that|it|them|{named})"
    called = rf"(?:called|described|branded|labelled) {named} (?:as )?[\"“‘']?{_UNTRUE}"
    as_untrue = rf"(?:dismissed|rejected|described) as [\"“‘']?{_UNTRUE}[,\"”’']* {named}"
    denied = rf"(?P<cue>{cues})\s+(?:{taken_up}{end}|(?:that )?any such \w+)"
    return re.compile(rf"\b(?:(?P<called>{called}|{as_untrue})|{denied})", re.I)


@cache
def _told_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('claim_nouns')))})\b[^.]{{0,40}}\bthat\b", re.I)


def rejections(
    evidence: Sequence[Evidence], resolution: Resolution, ids: Mapping[Key, str], statement_of: Mapping[str, str]
) -> tuple[Conflict, ...]:
    """What one says and another denies with a word for it, in one article; conflicts without ids.

    A denial of one statement by one speaker is one conflict, however many articles carry it.
    """
    acting = acts_for(resolution.actors)
    together: dict[tuple[str, str], Conflict] = {}
    for e in evidence:
        before: list[Span] = []
        for sentence in e.sentences:
            match = _denial().search(e.document.text, sentence.start, sentence.end)
            if match is not None and not _within_quotation(e, match.start()):
                cue, rest = Span(*match.span("cue" if match["cue"] else "called")), Span(match.end(), sentence.end)
                found = _conflict(e, cue, rest, sentence, before[-_BACK:], resolution, ids, acting)
                if found is not None:
                    denied, conflict = found
                    name = (statement_of.get(denied[0], denied[0]), denied[1])
                    together[name] = _joined(together.get(name), conflict)
            goes_on = e.document.text[sentence.start : sentence.start + 1].islower()  # “…?” | he said.
            before.append(Span(before.pop().start, sentence.end) if before and goes_on else sentence)
    return tuple(together.values())


def _joined(known: Conflict | None, found: Conflict) -> Conflict:
    """A conflict with the evidence of another one of the same two sides."""
    if known is None:
        return found
    sides = zip(known.sides, found.sides, strict=True)
    return replace(known, sides=tuple(replace(a, evidence=(*a.evidence, *b.evidence)) for a, b in sides))


def _conflict(
    e: Evidence,
    cue: Span,
    rest: Span,
    sentence: Span,
    before: Sequence[Span],
    resolution: Resolution,
    ids: Mapping[Key, str],
    acting: Mapping[str, frozenset[str]],
) -> tuple[tuple[str, str], Conflict] | None:
    """What is denied (its quotation's id, who denies it), and the conflict."""
    denier = _denier(e, cue, sentence)
    # "Asked about accusations that ..., Moscow rejected this": the claim stands in the sentence itself
    told_here = _told_before().search(e.document.text, sentence.start, cue.start) is not None
    claim = _claim(e, cue, [sentence] if told_here else [*before, sentence], denier, resolution, acting)
    if claim is None:
        return None
    text = words_at(e.document.text, e.quotations[claim].spans)
    said = words_at(e.document.text, [cue])
    by = f" by {denier.text}" if denier is not None and denier.kind != "pronoun" else ""
    why = _REST.sub("", words_at(e.document.text, [rest])).rstrip(".")
    goes_on = _goes_on(e, sentence, denier, resolution) if " " not in why else None
    if goes_on is not None:
        why = words_at(e.document.text, e.quotations[goes_on].spans)
    who = "" if denier is None or denier.entity is None else _name(e, denier.entity, resolution)
    conflict = denial(
        ConflictSide(text, (ids[(e.document.id, claim)],)),
        ConflictSide(
            _how(said, by) + (f": {clip(why, 120)}" if " " in why else ""),
            (Place(e.document.id, sentence), *([ids[(e.document.id, goes_on)]] if goes_on is not None else [])),
        ),
    )
    return (ids[(e.document.id, claim)], who), conflict


# What stands between a denial and the reason given for it.
_REST = re.compile(r"^[\s,;:—–-]*(?:(?:by )?saying(?: that)?|and (?:said|added)(?: that)?)?\s*", re.I)
_PAST = {
    "denies": "denied",
    "rejects": "rejected",
    "dismisses": "dismissed",
    "refutes": "refuted",
    "disputes": "disputed",
    "deny": "denied",
    "denying": "denied",
    "rejecting": "rejected",
}


def _how(said: str, by: str) -> str:
    """ "denied by Orbis Capital", "the spokesman called the accusation false"."""
    if " " in said and by:
        return f"{by.removeprefix(' by ')} {said}"
    return f"{_PAST.get(said.casefold(), said)}{by}"


def _denier(e: Evidence, cue: Span, sentence: Span) -> Mention | None:
    """Who denies: the subject of the sentence before the cue, else the nearest mention before it."""
    here = [m for m in e.mentions if sentence.start <= m.span.start and m.span.end <= cue.start and m.type != "place"]
    subjects = [m for m in here if m.function == "subject"]
    return max(subjects or here, key=lambda m: m.span.start, default=None)


def _goes_on(e: Evidence, sentence: Span, denier: Mention | None, resolution: Resolution) -> int | None:
    """The words in which who denies goes on in the next sentence: "The police denied it. “Not one shot was fired,” she
    said."""
    if denier is None or denier.entity is None:
        return None
    who = _name(e, denier.entity, resolution)
    after = next((s for s in e.sentences if s.start >= sentence.end), None)
    for index, q in enumerate(e.quotations):
        if after is not None and after.start <= q.spans[0].start < after.end and "question" not in q.flags:
            return index if q.entity is not None and _name(e, q.entity, resolution) == who else None
    return None


def _claim(
    e: Evidence,
    cue: Span,
    where: Sequence[Span],
    denier: Mention | None,
    resolution: Resolution,
    acting: Mapping[str, frozenset[str]],
) -> int | None:
    """The quotation that a denial takes up: the nearest before it by another, that neither denies nor asks anything."""
    start = where[0].start
    who = "" if denier is None or denier.entity is None else _name(e, denier.entity, resolution)
    found = [
        (q.spans[-1].end, q.spans[0].start, index)
        for index, q in enumerate(e.quotations)
        if start <= q.spans[0].start
        and q.spans[-1].end <= cue.start
        and not _NO_CLAIM & {*q.flags}
        and (q.entity is None or not one_side(_name(e, q.entity, resolution), who, acting))
    ]
    return max(found)[2] if found else None


def _name(e: Evidence, entity: int, resolution: Resolution) -> str:
    return resolution.actor_of.get((e.document.id, entity), f"{e.document.id} {entity}")


def _within_quotation(e: Evidence, at: int) -> bool:
    """Whether a place lies inside somebody's own words."""
    return any(q.kind == "direct" and any(s.start <= at < s.end for s in q.spans) for q in e.quotations)
