"""Whom "we" means in the words of somebody who speaks for a body: the body."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.lexicons import roles, states, words
from generator.model import QuotationMention
from generator.model.evidence import RELEASED
from generator.resolve.chains import Chain, Chains
from generator.resolve.meant.topics import subjects

_OF = re.compile(r",? (?:of|at|from|for) (?:the )?")
_WITHIN = re.compile(r"\b(?:of|at|for|in) $")
_OWNS = re.compile(r"(?:['’]s?)? (?:(?!(?:is|are|was|were|has|had)\b)[\w-]+ ){0,4}(?:[\w-]+)?,? ?")
_RUNS = re.compile(
    r",? who (?:has |now |also )*(?:heads?|headed|runs?|leads?|led|chairs?|chaired|manages?|managed|founded|directs?"
    r"|commands?|commanded|owns?|represents?|speaks? for)(?: (?:the|an?))? (?:[\w-]+ )?"
)
_SPEAKING = frozenset({"spokesman", "spokesperson", "spokeswoman"})
_OF_STATE = frozenset({"minister", "ambassador", "president", "premier", "chancellor"})
_NEAR = 4  # sentences in which a body the article tells of most was told of
_OFTEN = 3  # mentions of it
_BACK = 2  # sentences in which the body a post is held in was told of


def issuer(quotations: Sequence[QuotationMention], settled: Mapping[int, tuple[Chain, str]]) -> Chain | None:
    """The body whose press release a text is, where it is one."""
    said = Counter(
        id(settled[number][0])
        for number, quotation in enumerate(quotations)
        if number in settled and quotation.speaker_rule == RELEASED
    )
    most = next(iter(said.most_common(1)), (None, 0))[0]
    return next((chain for chain, _ in settled.values() if id(chain) == most), None)


def body_spoken_for(chains: Chains, speaker: Chain, index: int, issues: Chain | None) -> Chain | None:
    """The body somebody holds a post in, by the words beside a mention, the one that `issues` the text, or else
    the one the text has just told of.

    "Polar's manager, Ada Moss", "Ada Moss of Polar", "Polar director Ada Moss"; "its director", said of the museum.
    """
    for k in reversed([k for k in speaker.mentions if chains.mentions[k].kind != "pronoun"]):
        beside = _beside(chains, k)
        if beside is not None:
            return beside
    owned = _owned(chains, speaker, index)
    if owned is not None:
        return owned
    called = (chains.mentions[k].text for k in speaker.mentions if chains.mentions[k].kind == "nominal")
    offices = [*speaker.offices, *map(roles.office, called)]
    head = {held.head for held in offices}
    codes = {code for held in offices for code in held.states}
    if codes:
        served = [c for c in chains.all if c.code in codes and c.mentions]
        return served[0] if head & _OF_STATE and len(served) == 1 == len(codes) else None
    if issues is not None:
        return issues
    if not head & (words("staff_nouns") | words("posts_leading") | words("team_roles") | _SPEAKING):
        return None
    before = [k for k in chains.before(index, _BACK) if k in chains.of and _a_body(chains, k)]
    told = {id(chains.of[k]): chains.of[k] for k in subjects(chains, before)}
    return next(iter(told.values())) if len(told) == 1 else _most_told_of(chains, index)


def with_posts(chains: Chains) -> None:
    """Remember of everybody the bodies beside which the text names them with a post."""
    for k, chain in list(chains.of.items()):
        if chain.kind == "person" and chains.mentions[k].kind != "pronoun":
            body = _beside(chains, k)
            if body is not None and body not in chain.serves:
                chain.serves.append(body)


def _owned(chains: Chains, speaker: Chain, index: int) -> Chain | None:
    """The body the text has just called the speaker's: "the minister denied that his ministry had", "her club"."""
    for k in chains.before(index, _BACK):
        mention, owner = chains.mentions[k], chains.mentions[k + 1]
        his = mention.kind == "nominal" and owner.kind == "pronoun" and owner.span.start == mention.span.start
        if his and chains.of.get(k + 1) is speaker and k in chains.of and _a_body(chains, k):
            return chains.of[k]
    return None


def _most_told_of(chains: Chains, index: int) -> Chain | None:
    """The body an article tells of more than of any two others up to a mention, and has just told of."""
    near = {id(chains.of[k]) for k in chains.before(index, _NEAR) if k in chains.of}
    count = Counter(id(chains.of[k]) for k in range(index) if k in chains.of and _a_body(chains, k))
    (most, times), *others = [*count.most_common(2), (0, 0)]
    told = most in near and times >= _OFTEN and times > 2 * others[0][1]
    return next(c for c in chains.all if id(c) == most) if told else None


def _beside(chains: Chains, k: int) -> Chain | None:
    """The body that stands with a mention: in its role, as the owner before it, after "of"."""
    mention = chains.mentions[k]
    start = min(mention.span.start, mention.role_span.start if mention.role_span else mention.span.start)
    end = max(mention.span.end, mention.role_span.end if mention.role_span else mention.span.end)
    for n in chains.beside(k):
        other = chains.mentions[n].span
        if n not in chains.of or not (_a_body(chains, n) or _many(chains, n)):
            continue
        whose = chains.mentions[n].function == "possessive" and not _a_body(chains, n)
        if whose and _WITHIN.search(chains.text, max(other.start - 5, 0), other.start):
            continue  # nobody speaks for the children as "the consultant of the children's ward"
        within = start <= other.start and other.end <= end and other != mention.span
        owns = other.end <= start and chains.mentions[n].function == "possessive"
        if within or (owns and _OWNS.fullmatch(chains.text, other.end, start)):
            return chains.of[n]
        after = chains.text[end : other.start] if other.start >= end else ""
        if _OF.fullmatch(after) or _RUNS.fullmatch(after):
            return chains.of[n]
    return None


def _many(chains: Chains, k: int) -> bool:
    """ "the police", "the parents": for whom somebody can speak as well; "the Danes" are a firm, a team or a people."""
    chain = chains.of[k]
    several = chain.plural and chain.kind in ("organisation", "group") and not chain.members
    return several and chains.mentions[k].head not in states.peoples()


def _a_body(chains: Chains, k: int) -> bool:
    return chains.of[k].kind in ("organisation", "state") and not chains.of[k].plural
