"""Resolves third-person pronouns inside one document.

Rules after the tradition of Hobbs (1978) and of Lappin and Leass (1994): agreement first, then nearness and grammatical
function; a speaker is the preferred antecedent of the next speaker's pronoun. What two candidates fit alike stays open.
"""

from dataclasses import dataclass, field

from generator.lexicons import words
from generator.model import Mention
from generator.resolve import whose
from generator.resolve.chains import Chain, Chains
from generator.resolve.topics import misread, opens, sentence_before, topic

_WINDOW = 4  # sentences a personal pronoun looks back
_FUNCTION = {
    "subject": 3.0,
    "object": 1.2,
    "possessive": 1.2,
    "apposition": 1.0,
    "oblique": 0.8,
    "attribute": 0.5,
    "other": 1.0,
}
_CUE = 2.5  # what having spoken adds for the pronoun of a speaker
_NEAR = 2.0  # what one sentence of distance takes away
_CLEAR = 0.6  # by how much the best candidate must lead


@dataclass(frozen=True, slots=True)
class Setting:
    """Where quoted words stand and which mentions speak: mention index to quotation index for each.

    `asked`: pronoun to the mentions of those who ask what it answers.
    """

    inside: dict[int, int]
    speaks: dict[int, int]
    asked: dict[int, frozenset[int]] = field(default_factory=dict)


def link_pronoun(chains: Chains, index: int, setting: Setting) -> None:
    """Put one pronoun into the chain it means; leave it where nothing or more than one thing fits."""
    mention = chains.mentions[index]
    if mention.apposition_to is not None:
        name = chains.name_at(mention.apposition_to)
        if name is not None and name in chains.of:
            chains.link(index, chains.of[name], f"‘{mention.text}’ goes with {chains.of[name].name}")
        return
    form = mention.head.lower()
    if form == "who":
        before = _just_before(chains, index)
        if before is not None:
            chains.link(index, chains.of[before], f"‘{mention.text}’ goes with {chains.of[before].name}")
        return
    shown = whose.owner(chains, index, setting.inside)
    if shown is not None:
        chain = chains.of[shown[0]]
        chains.link(index, chain, f"‘{mention.text}’: {shown[1]} the sentence: {chain.name}")
        return
    subject_itself = whose.oneself(chains, index, setting.inside)
    if subject_itself is not None:
        chain = chains.of[subject_itself]
        chains.link(index, chain, f"‘{mention.text}’: the subject of its sentence: {chain.name}")
        return
    party = whose.its_own(chains, index, setting.inside, setting.speaks)
    if party is not None:
        chains.link(
            index,
            chains.of[party],
            f"‘{mention.text}’: the body just before that acts or speaks: {chains.of[party].name}",
        )
        return
    served = whose.principal(chains, index, setting.inside, setting.speaks)
    if served is not None:
        chain = chains.of[served]
        chains.link(index, chain, f"‘{mention.text}’: whom the speaker speaks for: {chain.name}")
        return
    ranked = _ranked(chains, index, setting)
    subject_before = _subject_before(chains, index, setting)
    if subject_before is not None:
        chain, sure = chains.of[subject_before[0]], subject_before[1]
        if sure:
            chains.link(index, chain, f"‘{mention.text}’: the subject of the sentence before: {chain.name}")
        if sure and chain.sex == "unknown" and all(other[1] is chain for other in ranked):
            chain.sex = mention.gender
        return
    if not ranked:
        return
    best = ranked[0]
    if len(ranked) > 1 and best[0] - ranked[1][0] < _CLEAR:
        return
    if form == "it" and _paper_nearer(chains, index, best[2], setting):
        return
    chain = best[1]
    who = {"male": "a man", "female": "a woman"}.get(mention.gender, "meant by it")
    subject = chains.mentions[best[2]].function == "subject"
    spoke = "speaker" if best[2] in setting.speaks else "subject" if subject else "mention"
    fits = f" who can be {who}" if mention.gender in ("male", "female") else " that fits"
    if chain.gender == mention.gender and mention.gender in ("male", "female"):
        fits = f" who is {who}"
    chains.link(index, chain, f"‘{mention.text}’: the nearest earlier {spoke}{fits}: {chain.name}")
    alone = len(ranked) == 1 or best[0] - ranked[1][0] >= 2.5
    told = mention.function == "subject" and index not in setting.inside
    if alone and told and chain.sex == "unknown" and mention.gender in ("male", "female"):
        chain.sex = mention.gender


def _subject_before(chains: Chains, index: int, setting: Setting) -> tuple[int, bool] | None:
    """For "he" and "she" that open a sentence: whom the sentence before is about, ahead of anybody further up, and
    whether that is sure."""
    mention = chains.mentions[index]
    if mention.gender not in ("male", "female") or not opens(chains, index, setting.inside):
        return None
    barred = _barred(chains, index, setting)
    sentence = sentence_before(chains, index, setting.inside)
    fits = {
        k: chain
        for k in sentence
        if (chain := chains.of[k]) and id(chain) not in barred and _agrees(chain, mention, mention.head.lower(), True)
    }
    if not fits:
        misread(chains, sentence, index, setting.speaks, mention.gender)
        fits = {k: c for k in sentence if id(c := chains.of[k]) not in barred and _agrees(c, mention, "", True)}
    return topic(chains, sentence, fits, setting.speaks)


def _just_before(chains: Chains, index: int) -> int | None:
    start = chains.mentions[index].span.start
    near = (k for k in chains.before(index, 0) if k in chains.of and 0 <= start - chains.mentions[k].span.end <= 2)
    return next(near, None)


def _ranked(chains: Chains, index: int, setting: Setting) -> list[tuple[float, Chain, int]]:
    """Candidates for a pronoun, best first: (score, chain, the mention that scored)."""
    mention = chains.mentions[index]
    form = mention.head.lower()
    barred = _barred(chains, index, setting)
    best: dict[int, tuple[float, Chain, int]] = {}
    for k in chains.before(index, _WINDOW):
        chain = chains.of.get(k)
        if chain is None or id(chain) in barred or not _agrees(chain, mention, form, index in setting.speaks):
            continue
        score = _score(chains, k, index, chain, setting)
        if score is not None and (id(chain) not in best or score >= best[id(chain)][0]):
            best[id(chain)] = (score, chain, k)
    return sorted(best.values(), key=lambda item: (-item[0], -item[2]))


def _agrees(chain: Chain, mention: Mention, form: str, speaks: bool) -> bool:
    if mention.gender in ("male", "female"):
        return (
            chain.kind == "person"
            and not chain.plural
            and chain.gender in ("unknown", mention.gender)
            and not chain.candidates
        )
    if form in ("it", "its", "itself"):
        acts = chain.kind in ("organisation", "state") or (speaks and chain.kind == "unknown" and not chain.named)
        return (speaks or form == "its") and acts and not chain.plural
    if form in ("they", "them", "their", "theirs", "themselves"):
        return speaks and (chain.plural or chain.kind in ("organisation", "group"))
    return False


def _only_mentioned(chains: Chains, index: int, setting: Setting) -> bool:
    """Whether a mention of a state does not act there, or one of a paper or another thing does not speak."""
    kind = chains.of[index].kind
    acts = kind == "state" and chains.mentions[index].function == "subject"
    return kind in ("state", "unknown") and index not in setting.speaks and not acts


def _paper_nearer(chains: Chains, index: int, antecedent: int, setting: Setting) -> bool:
    """Whether "it" that speaks may be a paper mentioned after a body that does not: "the letter …, it asked"."""
    if index not in setting.speaks or antecedent in setting.speaks:
        return False
    between = range(antecedent + 1, index)
    papers = (chains.mentions[k] for k in between if chains.mentions[k].kind == "nominal" and k not in setting.inside)
    return any(m.head.lower() in words("speaking_documents") and m.number == "singular" for m in papers)


def _barred(chains: Chains, index: int, setting: Setting) -> set[int]:
    """Whom the pronoun cannot mean: the speaker of the words it stands in; a subject whose object it is; who asks."""
    mention = chains.mentions[index]
    out = {id(chains.of[k]) for k in setting.asked.get(index, ()) if k in chains.of}
    if mention.function == "possessive":
        out.update(whose.relatives(chains, index))
    quote = setting.inside.get(index)
    if quote is not None:
        out.update(id(chains.of[k]) for k, q in setting.speaks.items() if q == quote and k in chains.of)
    if mention.function in ("object", "oblique") and not mention.head.lower().endswith("self"):
        subjects = [k for k in chains.before(index, 0) if chains.mentions[k].function == "subject" and k in chains.of]
        if subjects:
            out.add(id(chains.of[subjects[0]]))
    return out


def _score(chains: Chains, k: int, index: int, chain: Chain, setting: Setting) -> float | None:
    antecedent, mention = chains.mentions[k], chains.mentions[index]
    if antecedent.span.start >= mention.span.start or antecedent.span.end > mention.span.start >= antecedent.span.start:
        return None
    if k in setting.inside and setting.inside.get(index) != setting.inside[k]:
        return None
    distance = mention.sentence - antecedent.sentence
    if distance > _WINDOW:
        return None
    quoted = index in setting.inside and mention.gender in ("male", "female")
    if quoted and chain.gender != mention.gender:
        return None  # whom quoted words mean is a guess unless the sex is known
    if index in setting.speaks and mention.gender not in ("male", "female") and _only_mentioned(chains, k, setting):
        return None  # "the flood hit Libya …, it said"
    if mention.head.lower() == "its" and (distance or antecedent.function != "subject"):
        return None
    score = _FUNCTION[antecedent.function] - _NEAR * distance
    if k in setting.speaks:
        score += _CUE if index in setting.speaks else 1.0
    if mention.gender in ("male", "female"):
        score += 3.0 if chain.sex == mention.gender else 2.5 if chain.gender == mention.gender else 0.0
    elif mention.number == "plural" and not chain.plural:
        score -= 2.0  # "they" for one body: only where no group is near
    if chain.named:
        score += 0.5
    if antecedent.kind == "pronoun":
        score += 0.3
    return score
