"""All attributions of a Doc in one list: direct first, then what clauses, phrases and nouns report."""

from collections.abc import Iterator
from typing import cast

from spacy.tokens import Doc, Token

from generator.extract.quotations.attribution import Attribution
from generator.extract.quotations.beside import fragments, turns
from generator.extract.quotations.citing import with_cited
from generator.extract.quotations.colon import colon_statements
from generator.extract.quotations.content import Complement, spans_of, with_passages
from generator.extract.quotations.cues import act_of, cue_at
from generator.extract.quotations.direct import attributions
from generator.extract.quotations.indirect import complement
from generator.extract.quotations.modality import flags, kind_of
from generator.extract.quotations.nominal import noun_cues
from generator.extract.quotations.noun_phrase import Speaker, is_passive, phrase
from generator.extract.quotations.phrases import asides
from generator.extract.quotations.posts import posts
from generator.extract.quotations.reading import Reading, read
from generator.extract.quotations.relays import is_outlet, relays_of, with_relay
from generator.extract.quotations.releases import release
from generator.extract.quotations.speaker import speaker_of
from generator.extract.quotations.tidy import (
    asked_in_passing,
    by_nobody,
    covered,
    is_anonymity,
    is_pointing,
    mask,
    takes_in,
    within_others,
    without_outer,
    without_own_words,
    without_repeats,
)
from generator.extract.quotations.unclaimed import unclaimed
from generator.model import QuotationMention, Span
from generator.model.evidence import Certainty, QuotationKind

_SURE = {"s": "medium", "wh": "high", "to": "medium", "to-o": "medium", "ing": "medium", "fronted": "medium"}


def quotations(doc: Doc) -> tuple[QuotationMention, ...]:
    """The attributions of a Doc in text order; every span is on the document's text."""
    reading = read(doc)
    found: list[QuotationMention] = []
    direct = attributions(reading)
    taken = {n for a in direct if not a.tentative for n in a.passages}
    direct_cues = {a.cue_token: a.speaker for a in direct if a.cue_token is not None and not a.tentative}
    found += [_direct(reading, one) for one in direct if not one.tentative]
    for token in reading.prose():
        if reading.quote[token.i] >= 0:
            continue
        report = _indirect(reading, token, taken, direct_cues)
        if report is not None:
            found.append(report)
    held = mask(reading, found)
    for one in direct:
        if one.tentative and not held[reading.ranges[one.passages[0]][1]]:
            taken.update(one.passages)
            found.append(_direct(reading, one))
    found = without_outer(reading, with_cited(found, reading))
    _asides(reading, found, taken)
    found += _nouns(reading, taken)
    found += _colons(reading, found)
    found += _beside(reading, direct, found)
    found += _released(reading, found)
    kept = without_repeats(within_others(reading, without_own_words(reading, found)))
    return tuple(sorted(kept, key=lambda q: (q.spans[0], q.spans[-1].end)))


def _direct(reading: Reading, one: Attribution) -> QuotationMention:
    spans = tuple(s for n in one.passages for s in reading.passages[n].spans)
    if one.lead is not None:
        spans = spans_of(reading, [(one.lead, reading.ranges[one.passages[0]][1])]) + spans[1:]
    if one.before is not None:
        spans = spans_of(reading, [one.before]) + spans
    addressee = _addressee(reading, one.cue_token)
    if (
        one.speaker is not None
        and addressee is not None
        and one.speaker.span.start <= addressee.start < one.speaker.span.end
    ):
        addressee = None  # "asked Ramirez": the parse takes the inverted subject for an object
    return QuotationMention(
        spans=spans,
        kind=kind_of(reading, spans),
        cue=one.cue,
        speaker=one.speaker.span if one.speaker else None,
        speaker_rule=one.rule,
        certainty=cast(Certainty, one.certainty),
        addressee=addressee,
        via=relays_of(reading.doc[one.cue_token], reading) if one.cue_token is not None else (),
        flags=flags(reading, one.act, one.cue_token, spans),
    )


def _addressee(reading: Reading, cue: int | None) -> Span | None:
    """Who a cue of telling or asking is turned to: "told reporters"."""
    if cue is None:
        return None
    token = reading.doc[cue]
    if not any("a" in c.verb.frames for c in cue_at(token)):
        return None
    to = next(
        (c for c in token.children if c.dep_ in ("dobj", "dative") and c.i > cue and reading.quote[c.i] < 0), None
    )
    found = phrase(to, reading, "") if to is not None else None
    return found.span if found else None


def _indirect(
    reading: Reading, token: Token, taken: set[int], direct_cues: dict[int, Speaker | None]
) -> QuotationMention | None:
    for cue in cue_at(token):
        said = complement(cue, reading)
        if said is None or (token.i in direct_cues and _quotes(reading, said, direct_cues[token.i])):
            continue
        if covered(reading, said.ranges, taken):
            return None
        keep = cue.verb.act == "demand"
        spans = spans_of(reading, said.ranges, keep_that=keep)
        if not spans or is_anonymity(reading.text[spans[0].start : spans[0].end]):
            continue
        if is_pointing(reading.text[spans[0].start : spans[-1].end]):
            return None
        speaker = speaker_of(token, reading)
        if by_nobody(reading, cue, speaker):
            return None
        if speaker is None and said.frame[:2] in ("n", "n:", "p:"):
            return None  # "asked about the report": nobody, on nothing said
        if (speaker is None and cue.verb.act == "ask" and token.tag_ == "VBN") or asked_in_passing(cue):
            return None  # "Asked whether he would resign, the mayor said no": nobody's question
        if speaker is None and said.frame in ("to", "to-o") and is_passive(token):
            return None  # "residents were told to leave": what happened to them, by nobody's word
        addressee = phrase(said.addressee, reading, "") if said.addressee is not None else None
        certainty = _SURE.get(said.frame, "low")
        if said.frame == "s" and reading.doc[said.ranges[0][0]].lower_ == "that" and speaker:
            certainty = "high"
        return QuotationMention(
            spans=spans,
            kind=kind_of(reading, spans),
            cue=reading.span(token.i, token.i),
            speaker=speaker.span if speaker else None,
            speaker_rule=speaker.rule if speaker else "",
            addressee=addressee.span if addressee else None,
            via=relays_of(token, reading),
            certainty=cast(Certainty, certainty),
            flags=flags(reading, act_of(cue, said.frame), token.i, spans),
        )
    return None


def _quotes(reading: Reading, said: Complement, speaker: Speaker | None) -> bool:
    """Whether a cue of quoted words governs no other: what stands before it is quoted, or who speaks behind it."""
    behind = speaker is not None and any(
        reading.span(*r).start <= speaker.span.start < reading.span(*r).end for r in said.ranges
    )
    return said.frame in ("fronted", "n", "call") or behind


def _asides(reading: Reading, found: list[QuotationMention], taken: set[int]) -> None:
    """Add what attributing phrases say; where a cue speaks already, the phrase names who passed it on."""
    for aside in asides(reading):
        ranges = tuple(with_passages(reading, r) for r in aside.content if r[0] <= r[1])
        outlet = is_outlet(reading.text[aside.speaker.span.start : aside.speaker.span.end])
        if (aside.relay or outlet or not aside.leads) and with_relay(found, aside, reading):
            continue
        if not ranges or covered(reading, ranges, taken):
            continue
        spans = spans_of(reading, ranges)
        if spans:
            sure = "medium" if aside.relay else "high"
            found.append(_made(reading, spans, aside.speaker, sure, cue=aside.cue, token=aside.tokens[0]))


def _nouns(reading: Reading, taken: set[int]) -> list[QuotationMention]:
    found = []
    for cue in noun_cues(reading):
        ranges = (with_passages(reading, cue.content),)
        if cue.content[0] > cue.content[1] or covered(reading, ranges, taken):
            continue
        spans = spans_of(reading, ranges)
        if spans and (cue.speaker is not None or cue.frame in ("that", "to")):
            at, sure = cue.token.i, "medium" if cue.speaker else "low"
            found.append(_made(reading, spans, cue.speaker, sure, act=cue.noun.act, cue=reading.span(at, at), token=at))
    return found


def _beside(reading: Reading, direct: list[Attribution], found: list[QuotationMention]) -> list[QuotationMention]:
    held = mask(reading, found)
    left = [n for n, (first, last) in enumerate(reading.ranges) if first <= last and not held[last]]
    made = []
    whole = tuple(posts(reading))
    beside = (*whole, *fragments(reading, direct, left), *turns(reading))
    for one in (*beside, *unclaimed(reading, found, left)):
        spans = spans_of(reading, (one.content,))
        overlaps = one not in whole and any(held[t] for s in spans for t in reading.tokens(s))
        if not spans or (overlaps and not (one.verbatim and takes_in(spans, found))):
            continue
        kind: tuple[str, QuotationKind | None] = ("medium", "direct") if one.verbatim else ("low", None)
        made.append(_made(reading, spans, one.speaker, kind[0], kind=kind[1]))
    return made


def _colons(reading: Reading, found: list[QuotationMention]) -> list[QuotationMention]:
    held = mask(reading, found)
    made = []
    for content, speaker, cue, act, certainty in colon_statements(reading, found):
        spans = spans_of(reading, (with_passages(reading, content),))
        if spans and not any(held[t] for s in spans for t in reading.tokens(s)):
            made.append(_made(reading, spans, speaker, certainty, act=act, cue=cue))
    return made


def _released(reading: Reading, found: list[QuotationMention]) -> Iterator[QuotationMention]:
    for one in release(reading, mask(reading, found)):
        spans = spans_of(reading, (one.content,))
        if spans:
            yield _made(reading, spans, one.speaker, "medium", kind="direct")


def _made(
    reading: Reading,
    spans: tuple[Span, ...],
    speaker: Speaker | None,
    certainty: str,
    *,
    kind: QuotationKind | None = None,
    act: str = "say",
    cue: Span | None = None,
    token: int | None = None,
) -> QuotationMention:
    return QuotationMention(
        spans=spans,
        kind=kind or kind_of(reading, spans),
        cue=cue,
        speaker=speaker.span if speaker else None,
        speaker_rule=speaker.rule if speaker else "",
        certainty=cast(Certainty, certainty),
        flags=flags(reading, act, token, spans),
    )
