"""Links the mentions of one document to its entities: who is who inside one article.

In this order: names to names, phrases to the holders of their role, pronouns to the nearest fitting mention,
quotations to speakers, "I" to whoever speaks the words it stands in. Every link has a rule a reader can follow; what is
unsure stays open.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from operator import itemgetter

from generator.model import Entity, Evidence, Lent, Mention, Span
from generator.resolve.affairs.borrowing import borrow
from generator.resolve.chains import Chain, Chains
from generator.resolve.meant import whose
from generator.resolve.meant.askers import asked_by_others
from generator.resolve.meant.kinship import join_relatives
from generator.resolve.meant.phrases import link_phrase
from generator.resolve.meant.pronouns import link_pronoun
from generator.resolve.meant.ranking import Setting
from generator.resolve.meant.we import body_spoken_for, issuer, with_posts
from generator.resolve.naming import in_document as naming
from generator.resolve.speakers import of_quotations as speakers
from generator.resolve.speakers.spans import main_mention

_MARKED = re.compile(r"([“\"«„][^”\"»“]*)[”\"»“]?")  # the words between two marks, with the first


def resolve(evidence: Evidence, lent: Sequence[Lent] = ()) -> Evidence:
    """The evidence with its entities, and every mention, speaker, addressee and participant pointing at one; `lent` is
    what other articles show of those whom it names."""
    mentions = speakers.with_speakers(evidence)
    spoken = speakers.mentions_of_speakers(evidence, mentions)
    speaks = {k: number for number, who in spoken.items() for k in who}
    inside = _inside(evidence, mentions, quoted=True)
    told = _inside(evidence, mentions, quoted=False)
    setting = Setting(inside, speaks, told, asked_by_others(evidence, mentions, spoken))
    chains = Chains(mentions, evidence.document.text)
    naming.link_names(chains, speaks)
    borrow(chains, lent)
    _link_the_rest(chains, setting)
    join_relatives(chains, setting, spoken)
    _link_the_rest(chains, setting)
    settled = speakers.settle(chains, evidence, spoken)
    with_posts(chains)
    _first_person(chains, setting, settled, issuer(evidence.quotations, settled))
    return _written(evidence, chains, settled)


def _link_the_rest(chains: Chains, setting: Setting) -> None:
    """Phrases and third-person pronouns in text order, so that each can build on what stands before it; what stands in
    quoted words after their speaker, whom it hardly means."""
    speakers = {number: k for k, number in setting.speaks.items()}
    said_after = {k: max(k, speakers.get(number, k)) for k, number in setting.inside.items()}

    def turn(k: int) -> tuple[float, bool, float]:
        place = k + 1.5 if _owned(chains, k) else k
        return max(said_after.get(k, k), place), k in said_after, place

    for index in sorted(range(len(chains.mentions)), key=turn):
        mention = chains.mentions[index]
        if index in chains.of:
            continue
        if mention.kind == "nominal":
            link_phrase(chains, index, setting)
        elif mention.kind == "pronoun" and mention.person == 3:
            link_pronoun(chains, index, setting)


def _owned(chains: Chains, index: int) -> bool:
    """Whether a phrase begins with "his" or "its", whom it cannot mean."""
    if chains.mentions[index].kind != "nominal" or index + 1 == len(chains.mentions):
        return False
    after = chains.mentions[index + 1]
    return after.kind == "pronoun" and after.span.start == chains.mentions[index].span.start


def _inside(evidence: Evidence, mentions: tuple[Mention, ...], quoted: bool) -> dict[int, int]:
    """Mention index to the quotation in whose very words it stands, or, not `quoted`, in whose report."""
    spans = sorted(
        (span.start, span.end, number)
        for number, quotation in enumerate(evidence.quotations)
        if quotation.kind != ("indirect" if quoted else "direct")
        for span in (_quoted(evidence, quotation.spans, quotation.kind) if quoted else quotation.spans)
    )
    reach = list(accumulate((end for _, end, _ in spans), max))
    found: dict[int, int] = {}
    for index, mention in enumerate(mentions):
        at = bisect_right(spans, mention.span.start, key=itemgetter(0))
        # from the last that begins before it, as long as one of those left reaches so far
        while at and reach[at - 1] >= mention.span.end:
            at -= 1
            if spans[at][1] >= mention.span.end:
                found[index] = spans[at][2]
                break
    return found


def _quoted(evidence: Evidence, spans: tuple[Span, ...], kind: str) -> list[Span]:
    """The quoted stretches: of a mixed quotation only what stands between its marks."""
    if kind == "direct":
        return list(spans)
    text = evidence.document.text
    found = (match.span(1) for span in spans for match in _MARKED.finditer(text, span.start, span.end))
    return [Span(*place) for place in found]


def _first_person(
    chains: Chains, setting: Setting, settled: dict[int, tuple[Chain, str]], issues: Chain | None
) -> None:
    """ "I" inside quoted words is whoever speaks them; "we" is too when a body or a state speaks, else the body its
    speaker speaks for, as whoever a press release quotes does for the body that `issues` it."""
    voices: dict[int, Chain] = {}
    for index, mention in enumerate(chains.mentions):
        number = setting.inside.get(index)
        if mention.kind != "pronoun" or mention.person != 1 or number is None or number not in settled:
            continue
        chain = settled[number][0]
        one = mention.number == "singular" and not chain.plural
        body = mention.number == "plural" and (chain.plural or chain.kind in ("organisation", "state", "group"))
        if one or body:
            chains.link(index, chain, f"‘{mention.text}’ inside words spoken by {chain.name}")
        elif mention.number == "plural" and chain.kind == "person" and not whose.related(chains, index):
            spoken_for = body_spoken_for(chains, chain, index, issues)
            told = f"‘{mention.text}’ inside words spoken by {chain.name}"
            if spoken_for is None:
                chains.link(index, voices.setdefault(id(chain), _voice(chains, chain)), told)
                continue
            chains.link(index, spoken_for, f"{told} for {spoken_for.name}")
            chain.serves.append(spoken_for)


def _voice(chains: Chains, speaker: Chain) -> Chain:
    """Those for whom somebody says "we" where the text does not show who they are: other articles may."""
    chain = chains.new("group", False, f"those {speaker.name} speaks for", plural=True)
    chain.voice_of = speaker
    return chain


def _written(evidence: Evidence, chains: Chains, settled: dict[int, tuple[Chain, str]]) -> Evidence:
    used = [c for c in chains.all if c.mentions or c.members]
    used.sort(key=lambda c: min(c.mentions) if c.mentions else min(min(m.mentions) for m in c.members))
    number = {id(chain): k for k, chain in enumerate(used)}
    entities = tuple(
        Entity(
            name=chain.name,
            kind=chain.kind,
            mentions=tuple(sorted(chain.mentions)),
            named=chain.named,
            gender=chain.sex,
            rule=chain.rule,
            code=chain.code,
            members=tuple(number[id(m)] for m in chain.members),
            candidates=tuple(number[id(m)] for m in chain.candidates),
            serves=tuple(sorted({number[id(c)] for c in chain.serves if id(c) in number})),
            voice_of=number.get(id(chain.voice_of)),
            likely=tuple((number[id(c)], round(score, 2)) for c, score in chain.likely if id(c) in number),
        )
        for chain in used
    )
    mentions = tuple(
        replace(m, entity=number[id(chains.of[k])], rule=chains.rules[k]) if k in chains.of else m
        for k, m in enumerate(chains.mentions)
    )
    at = {id(chain): k for chain, k in ((c, number[id(c)]) for c in used)}

    def entity_of(span: Span | None) -> int | None:
        main = main_mention(evidence.document.text, chains.mentions, span) if span is not None else None
        return at[id(chains.of[main])] if main is not None and main in chains.of else None

    quotations = tuple(
        replace(
            q,
            entity=at[id(settled[k][0])] if k in settled else None,
            entity_rule=settled[k][1] if k in settled else "",
            addressee_entity=entity_of(q.addressee),
            via_entities=tuple(entity_of(span) for span in q.via),
        )
        for k, q in enumerate(evidence.quotations)
    )
    events = tuple(
        replace(e, participants=tuple(replace(p, entity=entity_of(p.span)) for p in e.participants))
        for e in evidence.events
    )
    return replace(evidence, mentions=mentions, quotations=quotations, events=events, entities=entities)
