"""Denials that take up a claim by a word: "Minera Alcazar denied this", "the commission dismissed the claim"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from generator.corroborate.claims.denial_words import how_denied, reason
from generator.corroborate.claims.disputes import denial, is_clause
from generator.corroborate.events.occurrences import acts_for, one_side
from generator.corroborate.ids import words_at
from generator.corroborate.wording import clip, wording
from generator.lexicons import words
from generator.model import Conflict, ConflictSide, Evidence, Key, Mention, Place, Resolution, Span
from generator.remembered import Remembered

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
    evidence: Sequence[Evidence],
    resolution: Resolution,
    ids: Mapping[Key, str],
    statement_of: Mapping[str, str],
    known: Remembered,
) -> tuple[Conflict, ...]:
    """What one says and another denies with a word for it, in one article; conflicts without ids.

    A denial of one statement by one speaker is one conflict, however many articles carry it.
    """
    acting = acts_for(resolution.actors)
    together: dict[tuple[str, str], Conflict] = {}
    for e, denials in zip(evidence, known.each("rejections", _denials, evidence), strict=True):
        for at, cue, end in denials:
            sentence, before = e.sentences[at], _before(e, at)
            found = _conflict(e, cue, Span(end, sentence.end), sentence, before, resolution, ids, acting)
            if found is not None:
                denied, conflict = found
                name = (statement_of.get(denied[0], denied[0]), denied[1])
                together[name] = _joined(together.get(name), conflict)
    return tuple(together.values())


def _denials(e: Evidence) -> Iterator[tuple[int, Span, int]]:
    """The sentences that deny something, by their places, with where the cue stands and what follows it begins."""
    for at, sentence in enumerate(e.sentences):
        match = _denial().search(e.document.text, sentence.start, sentence.end)
        if match is not None and not _within_quotation(e, match.start()):
            yield at, Span(*match.span("cue" if match["cue"] else "called")), match.end()


def _before(e: Evidence, at: int) -> list[Span]:
    """The sentences before one, as far back as a claim may stand."""
    before: list[Span] = []
    for sentence in e.sentences[:at]:
        # “…?” | he said. And a mark that ends words, by itself.
        text = e.document.text[sentence.start : sentence.end].strip()
        goes_on = text[:1].islower() or len(text) == 1
        before.append(Span(before.pop().start, sentence.end) if before and goes_on else sentence)
    return before[-_BACK:]


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
    claims = _claims(e, cue, [sentence] if told_here else [*before, sentence], denier, resolution, acting)
    if not claims:
        return None
    said = words_at(e.document.text, [cue])
    by = f" by {denier.text}" if denier is not None and denier.kind != "pronoun" else ""
    why = reason(words_at(e.document.text, [rest]))
    goes_on = _goes_on(e, sentence, claims[-1], resolution) if " " not in why else None
    if goes_on is not None:
        why = words_at(e.document.text, e.quotations[goes_on].spans)
    who = "" if denier is None or denier.entity is None else _name(e, denier.entity, resolution)
    read = wording(why or words_at(e.document.text, [rest])).content
    told = {c: words_at(e.document.text, e.quotations[c].spans) for c in claims}
    # what is denied is what the answer speaks of, else what was said first
    claim = max(claims, key=lambda c: (len(wording(told[c]).content & read), -c))
    for_it: list[str | Place] = [ids[(e.document.id, c)] for c in (claim, *(c for c in claims if c != claim))]
    for c in claims:
        # "It came at five, he said, “when we had left”", "accused it of acting too late"
        said_in = next((s for s in e.sentences if s.start <= e.quotations[c].spans[0].start < s.end), None)
        if said_in is not None and _is_piece(told[c], e.quotations[c].kind):
            told[c] = words_at(e.document.text, [said_in])
            for_it.append(Place(e.document.id, said_in))
    taken_up = words_at(e.document.text, [Span(cue.end, rest.start)]).strip().casefold()
    between = _told_between(e, claims, before) if taken_up in _POINTING else []
    for_it += [Place(e.document.id, one) for one in between]
    if between and not is_clause(words_at(e.document.text, e.quotations[claim].spans)):
        told[claim] = words_at(e.document.text, between)
        for_it.insert(0, for_it.pop())
    conflict = denial(
        ConflictSide(told[claim], tuple(dict.fromkeys(for_it))),
        ConflictSide(
            how_denied(said, by) + (f": {clip(why, 120)}" if " " in why else ""),
            (Place(e.document.id, sentence), *([ids[(e.document.id, goes_on)]] if goes_on is not None else [])),
        ),
    )
    return (ids[(e.document.id, claim)], who), conflict


def _told_between(e: Evidence, claims: Sequence[int], before: Sequence[Span]) -> list[Span]:
    """The sentence between what somebody said and its denial, in one paragraph, which goes on with it: "She criticised
    the office. It had put a letter in a drawer. The office denied this"."""
    end = max(e.quotations[c].spans[-1].end for c in claims)
    last = before[-1:]
    apart = any("\n" in e.document.text[end : one.start] or one.start < end or _quotes(e, one) for one in last)
    return [] if apart else [*last]


_POINTING = frozenset({"this", "that", "it"})
# Of all that is said against somebody: "dismissed the allegations".
_OF_MANY = re.compile(r"\s+(?:(?:all|the|these|those)\s+){1,2}(?:allegations|accusations|charges)\b", re.I)


def _is_piece(text: str, kind: str) -> bool:
    """Whether words are no sentence without those around them."""
    first = wording(text).tokens[:1]
    return bool(first) and (first[0].endswith("ing") or (kind != "indirect" and text.strip("\"'“”‘’«» ")[:1].islower()))


def _denier(e: Evidence, cue: Span, sentence: Span) -> Mention | None:
    """Who denies: the subject of the sentence before the cue, else the nearest mention before it."""
    here = [m for m in e.mentions if sentence.start <= m.span.start and m.span.end <= cue.start and m.type != "place"]
    subjects = [m for m in here if m.function == "subject"]
    return max(subjects or here, key=lambda m: m.span.start, default=None)


def _goes_on(e: Evidence, sentence: Span, claim: int, resolution: Resolution) -> int | None:
    """The words in which a denial goes on in the next sentence of its paragraph, whoever of that side says them: "The
    police denied it. “Not one shot was fired,” a spokesman said."""
    after = next((s for s in e.sentences if s.start >= sentence.end), None)
    if after is None or "\n" in e.document.text[sentence.end : after.start]:
        return None
    for index, q in enumerate(e.quotations):
        if after.start <= q.spans[0].start < after.end and "question" not in q.flags:
            return index if _speaker(e, index, resolution) != _speaker(e, claim, resolution) else None
    return None


def _claims(
    e: Evidence,
    cue: Span,
    where: Sequence[Span],
    denier: Mention | None,
    resolution: Resolution,
    acting: Mapping[str, frozenset[str]],
) -> list[int]:
    """The quotations that a denial takes up: the nearest before it by another, that neither denies nor asks anything,
    and what the same speaker said in the same paragraph before it."""
    who = "" if denier is None or denier.entity is None else _name(e, denier.entity, resolution)
    found = sorted(
        (q.spans[-1].end, q.spans[0].start, index)
        for index, q in enumerate(e.quotations)
        if q.spans[-1].end <= cue.start
        and not _NO_CLAIM & {*q.flags}
        and (q.entity is None or not one_side(_name(e, q.entity, resolution), who, acting))
    )
    if not found or found[-1][1] < where[0].start:
        return []
    text, end = e.document.text, found[-1][0]
    if len(where) > 1 and "\n" in text[end : cue.start]:
        of_many = _OF_MANY.match(text, cue.end) is not None and not _spoken_of(e, denier, Span(where[0].start, end))
        if not _quotes(e, where[-2]) or of_many:
            return []  # another paragraph, and something else is told in between, or nothing of who denies
    _, last, nearest = found[-1]
    speaker = _speaker(e, nearest, resolution)
    return [
        i for _, at, i in found if one_side(_speaker(e, i, resolution), speaker, acting) and "\n" not in text[at:last]
    ]


def _spoken_of(e: Evidence, denier: Mention | None, span: Span) -> bool:
    """Whether a passage speaks of who denies, as far as that is known: it is them the allegations are about."""
    if denier is None or denier.entity is None or denier.type != "person":
        return True
    return any(m.entity == denier.entity and span.start <= m.span.start < span.end for m in e.mentions)


def _quotes(e: Evidence, sentence: Span) -> bool:
    return any(sentence.start < q.spans[-1].end and q.spans[0].start < sentence.end for q in e.quotations)


def _speaker(e: Evidence, quotation: int, resolution: Resolution) -> str:
    entity = e.quotations[quotation].entity
    return "" if entity is None else _name(e, entity, resolution)


def _name(e: Evidence, entity: int, resolution: Resolution) -> str:
    return resolution.actor_of.get((e.document.id, entity), f"{e.document.id} {entity}")


def _within_quotation(e: Evidence, at: int) -> bool:
    """Whether a place lies inside somebody's own words."""
    return any(q.kind == "direct" and any(s.start <= at < s.end for s in q.spans) for q in e.quotations)
