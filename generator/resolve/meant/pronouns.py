"""Resolves third-person pronouns inside one document.

Rules after the tradition of Hobbs (1978) and of Lappin and Leass (1994): agreement first, then nearness and grammatical
function; a speaker is the preferred antecedent of the next speaker's pronoun. What two candidates fit alike stays open.
"""

from collections.abc import Sequence

from generator.lexicons import words
from generator.model import Mention
from generator.resolve.chains import Chain, Chains
from generator.resolve.meant import whose
from generator.resolve.meant.ranking import Ranked, Setting, clear, rank
from generator.resolve.meant.topics import (
    acting_on,
    joined,
    made_person,
    may_be_body,
    may_be_person,
    opens,
    words_after,
)
from generator.resolve.weights import Family

_EMPTY = frozenset({"takes", "took", "seems", "seemed", "remains", "remained", "appears", "appeared"})
_BE = frozenset({"is", "was", "be", "been", "not", "also", "now", "still", "will", "would", "has", "had"})
_CLAUSES = frozenset({"that", "whether", "how", "why", "who", "when"})
_TOLD = frozenset({"asked", "told", "informed", "warned", "advised", "notified", "assured"})
_WEATHER = frozenset({"raining", "snowing"})
_BODY = frozenset({"it", "its", "itself"})
_OPEN = 0.0  # at which score nobody is as likely as the best candidate
_OPEN_TO_SPEAK = 0.4  # the same for one that speaks: a wrong speaker is worse than none
_CLEAR = 0.2  # by how much the best candidate must lead
_CERTAIN = 2.0  # by how much it must before one that "and" joins to it, and for the pronoun to show its sex


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
    served = whose.principal(chains, index, setting.inside, setting.speaks)
    if served is not None:
        chain = chains.of[served]
        chains.link(index, chain, f"‘{mention.text}’: whom the speaker speaks for: {chain.name}")
        return
    ranked = _candidates(chains, index, setting)
    least = _OPEN_TO_SPEAK if index in setting.speaks else _OPEN
    if not clear(ranked, least, _CLEAR):
        return
    if (
        len(ranked) > 1
        and ranked[0].score - ranked[1].score < _CERTAIN
        and joined(chains, *sorted((ranked[0].mention, ranked[1].mention)))
    ):
        return
    best = ranked[0]
    if form == "it" and (
        _paper_nearer(chains, index, best.mention, setting) or _between(chains, index, ranked, setting)
    ):
        return
    if mention.gender in ("male", "female") and best.chain.kind != "person":
        made_person(best.chain, mention.gender)
    elif mention.gender not in ("male", "female") and may_be_body(chains, best.chain):
        best.chain.kind = "organisation"
    how = _described(chains, index, best, setting)
    chains.link(index, best.chain, f"‘{mention.text}’: the {how}: {best.chain.name}")
    told = mention.function == "subject" and index not in setting.inside and mention.gender in ("male", "female")
    if told and best.chain.sex == "unknown" and (len(ranked) == 1 or best.score - ranked[1].score >= _CERTAIN):
        best.chain.sex = mention.gender


def _candidates(chains: Chains, index: int, setting: Setting) -> list[Ranked]:
    """Whom a pronoun can mean, best first; also a name that only "he" would show to be somebody's."""
    mention = chains.mentions[index]
    form = mention.head.lower()
    family: Family = "person" if mention.gender in ("male", "female") else "body" if form in _BODY else "many"
    if form == "it" and index not in setting.speaks and _means_nothing(chains, index):
        return []
    barred = _barred(chains, index, setting)

    def fits(chain: Chain) -> bool:
        spoke = index in setting.speaks and any(k in setting.speaks for k in chain.mentions)
        misread = family == "person" and index not in setting.inside and may_be_person(chains, chain)
        return id(chain) not in barred and (misread or _agrees(chains, chain, mention, family, spoke))

    return rank(chains, index, setting, family, fits)


def _described(chains: Chains, index: int, best: Ranked, setting: Setting) -> str:
    """What a reader is told of the one chosen: "nearest earlier speaker who is a man"."""
    mention, before = chains.mentions[index], chains.mentions[best.mention]
    fits = " that fits"
    if mention.gender in ("male", "female"):
        who = "a man" if mention.gender == "male" else "a woman"
        fits = f" who is {who}" if best.chain.gender == mention.gender else f" who can be {who}"
    subject = before.function == "subject"
    if subject and mention.sentence - before.sentence == 1 and opens(chains, index, setting.inside):
        return "subject of the sentence before"
    spoke = "speaker" if best.mention in setting.speaks else "subject" if subject else "mention"
    return f"nearest earlier {spoke}{fits}"


def _means_nothing(chains: Chains, index: int) -> bool:
    """Whether "it" before these words may mean nothing: "it was clear that", "it was announced that", but
    not "it was preparing a complaint", "it was told that"."""
    after = words_after(chains, index)
    if not after or after[0] in _EMPTY:
        return True
    said = next((n for n, word in enumerate(after) if word not in _BE), len(after))
    if not {"is", "was", "be", "been"} & set(after[:said]):
        return False
    word, next_ = [*after[said : said + 2], "", ""][:2]
    if word in _TOLD:
        return False
    clause = next_ in _CLAUSES and not word.endswith("ing")
    return clause or word in _WEATHER or not word.endswith(("ing", "ed", "n", "t"))


def _just_before(chains: Chains, index: int) -> int | None:
    start = chains.mentions[index].span.start
    near = (k for k in chains.before(index, 0) if k in chains.of and 0 <= start - chains.mentions[k].span.end <= 2)
    return next(near, None)


def _agrees(chains: Chains, chain: Chain, mention: Mention, family: Family, spoke: bool) -> bool:
    if family == "person":
        right = chain.gender in ("unknown", mention.gender)
        return chain.kind == "person" and not chain.plural and right
    if family == "body":
        paper = spoke and chain.kind == "unknown" and not chain.named
        return (chain.kind in ("organisation", "state") or paper or may_be_body(chains, chain)) and not chain.plural
    return chain.plural or chain.kind in ("organisation", "group") or may_be_body(chains, chain)


def _between(chains: Chains, index: int, ranked: Sequence[Ranked], setting: Setting) -> bool:
    """Whether somebody else it fits stands between the pronoun and the speaker of its own sentence: "Norland says there
    is no progress with Sudland if it keeps …" is either's; or is the subject of what is told around the speaker: "The
    patrol had crossed, the ministry said, and opened fire when it was stopped"."""
    best = ranked[0]
    if best.mention not in setting.speaks or index in setting.speaks:
        return False
    quote, acting = setting.told.get(index), [k for k in chains.before(index, 0) if k < best.mention]
    acting = [k for k in acting if setting.told.get(k) == quote and chains.mentions[k].function == "subject"]
    if quote is not None and any(other.mention in acting for other in ranked[1:]):
        return True
    here = {k for k in chains.before(index, 0) if best.mention < k < index}
    return any(other.mention in here for other in ranked[1:])


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
    subject = acting_on(chains, index)
    if subject is not None and not mention.head.lower().endswith("self"):
        out.add(id(subject))
    return out
