"""Who speaks each quotation: the mention its sentence names, the speaker carried on, joint speakers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.lexicons import states
from generator.model import Evidence, Mention, QuotationMention, Span
from generator.resolve.chains import Chain, Chains
from generator.resolve.speakers.joint import holders
from generator.resolve.speakers.made_mentions import in_roles, made_for, short_names
from generator.resolve.speakers.spans import effective, goes_on, main_mention

_BETWEEN = re.compile(
    r"^[\s,]*(?:and|&|as well as|,|along with|together with)[\s,]*(?:the\s+|his\s+|her\s+|its\s+)?$", re.IGNORECASE
)
_RELATIVE = re.compile(r"[\s,–—-]*\b(?:who|which|that|whose)\b.*$|[\s,]+$", re.DOTALL | re.IGNORECASE)
_CARRIED = 1  # blocks between two quotations over which a speaker carries


def with_speakers(evidence: Evidence) -> tuple[Mention, ...]:
    """The mentions, with one made for every speaker's span and team in a role that has none; a capital that speaks is a
    state."""
    text, mentions = evidence.document.text, list(evidence.mentions)
    made = in_roles(mentions)
    speaking = {
        m for q in evidence.quotations if q.speaker for m in [main_mention(text, mentions, q.speaker)] if m is not None
    }
    for index in speaking:
        mention = mentions[index]
        if mention.type == "place" and mention.text in states.capitals():
            mentions[index] = replace(mention, type="state")
    known = {m.span for m in mentions}
    short = short_names(mentions)
    for quotation in evidence.quotations:
        span = quotation.speaker
        if span is None or span in known or main_mention(text, mentions, span) is not None:
            continue
        known.add(span)
        made.append(made_for(evidence, span, short))
    return tuple(sorted([*mentions, *made], key=lambda m: (m.span.start, -m.span.end, m.kind)))


def mentions_of_speakers(evidence: Evidence, mentions: Sequence[Mention]) -> dict[int, tuple[int, ...]]:
    """Quotation index to the mentions that speak it; several for joint speakers."""
    text, found = evidence.document.text, {}
    for number, quotation in enumerate(evidence.quotations):
        if quotation.speaker is not None:
            main = main_mention(text, mentions, quotation.speaker)
            if main is not None:
                found[number] = _joint(evidence, mentions, main, quotation.speaker)
    return found


def _joint(evidence: Evidence, mentions: Sequence[Mention], main: int, span: Span) -> tuple[int, ...]:
    """The mention with those joined to it by "and" inside the speaker's span."""
    out, last = [main], main
    at = effective(mentions[main]).end
    if mentions[main].kind == "nominal" and mentions[main].span.end >= span.end:
        return (main,)
    for k in range(main + 1, len(mentions)):
        here = effective(mentions[k])
        if here.start >= span.end:
            break
        if here.start < at or mentions[k].kind == "pronoun" or _second_role(mentions[k]):
            continue
        if _apposed(evidence.document.text, mentions[main], mentions[last], mentions[k]):
            at, last = here.end, k
            continue
        if mentions[main].number == "plural" and mentions[main].kind == "nominal" and mentions[k].type == "state":
            return (main,)  # "the foreign ministers of France and Germany"
        if not _BETWEEN.match(evidence.document.text[at : here.start]):
            continue
        out.append(k)
        at = here.end
    between = evidence.document.text[effective(mentions[main]).end : at]
    return tuple(out) if len(out) > 1 and re.search(r"\b(?:and|&|with|as well as)\b", between) else (main,)


def _second_role(mention: Mention) -> bool:
    """ "the former first lady and senator": a singular phrase without an article goes on with the same person."""
    first = mention.text.split()[0].lower()
    return mention.kind == "nominal" and mention.number == "singular" and first not in ("the", "a", "an", "his", "her")


def _apposed(text: str, name: Mention, before: Mention, phrase: Mention) -> bool:
    """ "Ana Ruiz, the foreign minister and the host": a phrase that tells who was named; a name, or a comma before
    "and", brings in another."""
    if name.kind != "name" or phrase.kind != "nominal" or phrase.number != "singular":
        return False
    between = text[effective(before).end : effective(phrase).start]
    return between == ", " or (before is not name and between == " and " and goes_on(before.text, phrase.text))


def settle(chains: Chains, evidence: Evidence, speakers: dict[int, tuple[int, ...]]) -> dict[int, tuple[Chain, str]]:
    """The chain that speaks each quotation, with the rule; one without a speaker of its own carries the last on."""
    order = sorted(range(len(evidence.quotations)), key=lambda k: evidence.quotations[k].spans[0].start)
    settled: dict[int, tuple[Chain, str]] = {}
    joint: dict[frozenset[int], Chain] = {}
    for position, number in enumerate(order):
        quotation = evidence.quotations[number]
        who = speakers.get(number, ())
        if len(who) > 1:
            settled[number] = (_together(chains, evidence, who, joint), "joint speakers")
        elif who and who[0] in chains.of:
            _name_in_full(evidence, quotation, chains.of[who[0]], who[0])
            if not chains.of[who[0]].named and not chains.of[who[0]].members:
                chains.of[who[0]].members = holders(chains, chains.mentions[who[0]], evidence, quotation.speaker)
            settled[number] = (chains.of[who[0]], chains.rules[who[0]])
        elif not who and quotation.speaker is None and (quotation.kind != "indirect" or quotation.cue is None):
            carried = _carried(evidence, order[:position], number, settled)
            if carried is not None:
                settled[number] = carried
    return settled


def _name_in_full(evidence: Evidence, quotation: QuotationMention, chain: Chain, index: int) -> None:
    """An unnamed speaker is called by the whole phrase: "two people familiar with the matter"."""
    if chain.named or quotation.speaker is None or chain.mentions[0] != index:
        return
    whole = _RELATIVE.sub("", evidence.document.text[quotation.speaker.start : quotation.speaker.end]).split(",")[0]
    if whole.startswith(chain.name):
        chain.name = " ".join(whole.split())


def _together(chains: Chains, evidence: Evidence, who: tuple[int, ...], joint: dict[frozenset[int], Chain]) -> Chain:
    members = [chains.of[k] for k in who if k in chains.of]
    key = frozenset(id(m) for m in members)
    if key not in joint:
        first, last = chains.mentions[who[0]], chains.mentions[who[-1]]
        name = " ".join(evidence.document.text[first.span.start : last.span.end].split())
        chain = chains.new("group", all(m.named for m in members), name, plural=True)
        chain.members = members
        chain.rule = "speak together"
        joint[key] = chain
    return joint[key]


def _carried(
    evidence: Evidence, before: list[int], number: int, settled: dict[int, tuple[Chain, str]]
) -> tuple[Chain, str] | None:
    """The speaker of the quotation before, in the same sentence or in the same or the last block."""
    quotation = evidence.quotations[number]
    here = _place(evidence, quotation)
    for other in reversed(before):
        if other not in settled:
            continue
        there = _place(evidence, evidence.quotations[other])
        if here[1] - there[1] > _CARRIED:
            return None
        chain = settled[other][0]
        same = "the same sentence" if here[0] == there[0] else "the quotation before"
        return chain, f"no speaker of its own: carried on from {same}: {chain.name}"
    return None


def _place(evidence: Evidence, quotation: QuotationMention) -> tuple[int, int]:
    start = quotation.spans[0].start
    anchor = quotation.cue.start if quotation.cue is not None else start
    sentence = max((k for k, s in enumerate(evidence.sentences) if s.start <= anchor), default=0)
    block = max((k for k, b in enumerate(evidence.document.blocks) if b.span.start <= start), default=0)
    return sentence, block
