"""Resolves phrases without a name ("the top US diplomat", "the ministry") and pronouns inside one document.

Rules after the tradition of Hobbs (1978) and of Lappin and Leass (1994): agreement first, then nearness and grammatical
function; a speaker is the preferred antecedent of the next speaker's pronoun. What two candidates fit alike stays open.
"""

from dataclasses import dataclass

from generator.lexicons import names, roles, states, words
from generator.model import Mention
from generator.resolve.chains import Chain, Chains

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "his", "her", "their", "our"})
_INDEFINITE = frozenset("a an one two three four five six some several many few another other any no every each most".split())
_GOVERNMENT = frozenset({"government", "governments"})
_WINDOW = 4  # sentences a personal pronoun looks back
_FUNCTION = {"subject": 3.0, "object": 1.2, "possessive": 1.2, "apposition": 1.0, "oblique": 0.8, "attribute": 0.5, "other": 1.0}
_CUE = 2.5  # what having spoken adds for the pronoun of a speaker
_NEAR = 2.0  # what one sentence of distance takes away
_CLEAR = 0.6  # by how much the best candidate must lead


@dataclass(frozen=True, slots=True)
class Setting:
    """Where quoted words stand and which mentions speak: mention index to quotation index for each."""

    inside: dict[int, int]
    speaks: dict[int, int]


def link_nominals_and_pronouns(chains: Chains, setting: Setting) -> None:
    """Resolve, in text order, every mention that is no name; first and second person are left to the speakers' step."""
    for index, mention in enumerate(chains.mentions):
        if index in chains.of:
            continue
        if mention.kind == "nominal":
            _nominal(chains, index)
        elif mention.kind == "pronoun" and mention.person == 3:
            _pronoun(chains, index, setting)


def _at(chains: Chains, span: object) -> int | None:
    for index, mention in enumerate(chains.mentions):
        if mention.kind == "name" and mention.span == span:
            return index
    return None


def _nominal(chains: Chains, index: int) -> None:
    mention = chains.mentions[index]
    if mention.apposition_to is not None and mention.number == "singular":
        name = _at(chains, mention.apposition_to)
        if name is not None and name in chains.of:
            chain = chains.of[name]
            chains.link(index, chain, f"stands in apposition to {chain.name}")
            if not set(mention.modifiers) & words("relational_nouns") and mention.head.lower() not in words("relational_nouns"):
                chains.add_office(chain, mention.text)
            return
    first = mention.text.split()[0].lower() if mention.text.split() else ""
    chain, rule = _government(chains, mention)
    if chain is None and mention.number == "singular" and first not in _INDEFINITE:
        chain, rule = _holder(chains, mention, index) if mention.type == "person" else _body(chains, mention, index)
    if chain is None and first not in _INDEFINITE:
        chain, rule = _same_words(chains, mention, index)
    if chain is None:
        chain = chains.new(mention.type, False, mention.text, plural=mention.number == "plural")
        chain.sex = mention.gender
        rule = "named by this phrase alone"
    chains.link(index, chain, rule)


def _government(chains: Chains, mention: Mention) -> tuple[Chain | None, str]:
    """ "the Russian government": the state itself."""
    if mention.head.lower() not in _GOVERNMENT or mention.number != "singular":
        return None, ""
    codes = roles.office(mention.text).states
    if len(codes) != 1:
        return None, ""
    (code,) = codes
    chain = next((c for c in chains.all if c.code == code), None)
    if chain is None:
        chain = chains.new("state", True, states.display(code))
        chain.code = code
    return chain, f"‘{mention.text}’ acts for {states.display(code)}"


def _holder(chains: Chains, mention: Mention, index: int) -> tuple[Chain | None, str]:
    """The person of the document who holds the office a phrase names ("the Ukrainian president", "the judge")."""
    wanted = roles.office(mention.text)
    if wanted.head in words("relational_nouns"):
        return None, ""
    people = [c for c in chains.all if c.kind == "person" and c.named and not c.plural and not c.candidates]
    people = [c for c in people if mention.gender == "unknown" or c.gender in ("unknown", mention.gender)]
    exact = [c for c in people if any(_same_office(wanted, held) for held in c.offices)]
    holders = exact or [c for c in people if any(_broader(wanted, held) for held in c.offices)]
    if len(holders) > 1:
        holders = _nearest(chains, holders, index)
    if len(holders) == 1:
        return holders[0], f"‘{mention.text}’: the one in the text with that role: {holders[0].name}"
    return None, ""


def _same_office(wanted: roles.Office, held: roles.Office) -> bool:
    if wanted.states and held.states and not wanted.states & held.states:
        return False
    if wanted.rank != held.rank and not (wanted.rank <= held.rank and wanted.head == held.head and not wanted.states):
        return False
    if wanted.name and wanted.name == held.name and (wanted.words <= held.words or held.head != "spokesman" and wanted.rank == held.rank):
        own = {w for w in wanted.words if roles.noun(w) is None}
        return not own or own <= held.words or wanted.name not in wanted.words
    return bool(wanted.head) and wanted.head in (held.head, *held.words) and wanted.words <= held.words


def _broader(wanted: roles.Office, held: roles.Office) -> bool:
    """Whether the noun wanted is a broader one for the office held ("the minister", "the lawmaker")."""
    if wanted.states and held.states and not wanted.states & held.states:
        return False
    noun = roles.noun(held.head)
    own = {w for w in wanted.words if w != wanted.head}
    return noun is not None and wanted.head in noun.broader and own <= held.words


def _nearest(chains: Chains, candidates: list[Chain], index: int) -> list[Chain]:
    """Of several the ones mentioned in the nearest earlier sentence, within two sentences."""
    here = chains.mentions[index].sentence
    latest: dict[int, list[Chain]] = {}
    for chain in candidates:
        seen = [chains.mentions[k].sentence for k in chain.mentions if k < index]
        if seen and here - max(seen) <= 2:
            latest.setdefault(max(seen), []).append(chain)
    return latest[max(latest)] if latest else candidates


def _body(chains: Chains, mention: Mention, index: int) -> tuple[Chain | None, str]:
    """ "the ministry": the one body of the text with that word in its name; "the company": the only body so far."""
    head = mention.head.lower()
    first = mention.text.split()[0].lower()
    if first != "the" or mention.type != "organisation":
        return None, ""
    own = {w.lower() for w in mention.modifiers} - {"the"}
    if own:
        return None, ""
    bodies = [c for c in chains.all if c.kind == "organisation" and c.named]
    holding = [c for c in bodies if head in names.fold(c.name).split()]
    if len(holding) == 1:
        return holding[0], f"‘{mention.text}’: the one body in the text called so: {holding[0].name}"
    return None, ""


def _same_words(chains: Chains, mention: Mention, index: int) -> tuple[Chain | None, str]:
    """An earlier phrase with the same words, or, after "the", an earlier unnamed one with the same head."""
    key = _content(mention.text)
    earlier = [c for c in chains.all if not c.named and c.mentions and not c.plural == (mention.number == "singular")]
    for chain in reversed(earlier):
        if _content(chains.mentions[chain.mentions[0]].text) == key:
            return chain, f"‘{mention.text}’: the same words as before"
    definite = mention.text.split()[0].lower() in ("the", "this", "that", "these", "those")
    if not definite:
        return None, ""
    head = mention.head.lower()
    for chain in reversed(earlier):
        before = chains.mentions[chain.mentions[0]]
        near = mention.sentence - chains.mentions[chain.mentions[-1]].sentence <= 6
        if near and before.head.lower() == head and key <= _content(before.text) and not _later_than(chain, index):
            return chain, f"‘{mention.text}’: ‘{before.text}’ before"
    return None, ""


def _later_than(chain: Chain, index: int) -> bool:
    return min(chain.mentions) > index


def _content(text: str) -> frozenset[str]:
    return frozenset(names.fold(text).split()) - _DEFINITE - _INDEFINITE


def _pronoun(chains: Chains, index: int, setting: Setting) -> None:
    mention = chains.mentions[index]
    if mention.apposition_to is not None:
        name = _at(chains, mention.apposition_to)
        if name is not None and name in chains.of:
            chains.link(index, chains.of[name], f"‘{mention.text}’ goes with {chains.of[name].name}")
        return
    form = mention.head.lower()
    if form == "who":
        before = _just_before(chains, index)
        if before is not None:
            chains.link(index, chains.of[before], f"‘{mention.text}’ goes with {chains.of[before].name}")
        return
    ranked = _ranked(chains, index, setting)
    if not ranked:
        return
    best = ranked[0]
    if len(ranked) > 1 and best[0] - ranked[1][0] < _CLEAR:
        return
    chain = best[1]
    who = {"male": "a man", "female": "a woman"}.get(mention.gender, "meant by it")
    spoke = "speaker" if best[2] in setting.speaks else "subject" if chains.mentions[best[2]].function == "subject" else "mention"
    fits = f" who can be {who}" if mention.gender in ("male", "female") else " that fits"
    if chain.gender == mention.gender and mention.gender in ("male", "female"):
        fits = f" who is {who}"
    chains.link(index, chain, f"‘{mention.text}’: the nearest earlier {spoke}{fits}: {chain.name}")
    alone = len(ranked) == 1 or best[0] - ranked[1][0] >= 2.5
    if alone and chain.sex == "unknown" and mention.gender in ("male", "female"):
        chain.sex = mention.gender


def _just_before(chains: Chains, index: int) -> int | None:
    start = chains.mentions[index].span.start
    near = [k for k, m in enumerate(chains.mentions) if k in chains.of and 0 <= start - m.span.end <= 2]
    return near[-1] if near else None


def _ranked(chains: Chains, index: int, setting: Setting) -> list[tuple[float, Chain, int]]:
    """Candidates for a pronoun, best first: (score, chain, the mention that scored)."""
    mention = chains.mentions[index]
    form = mention.head.lower()
    barred = _barred(chains, index, setting)
    best: dict[int, tuple[float, Chain, int]] = {}
    for chain in chains.all:
        if id(chain) in barred or not _agrees(chain, mention, form, index in setting.speaks):
            continue
        for k in chain.mentions:
            score = _score(chains, k, index, chain, setting)
            if score is not None and (id(chain) not in best or score > best[id(chain)][0]):
                best[id(chain)] = (score, chain, k)
    return sorted(best.values(), key=lambda item: (-item[0], -item[2]))


def _agrees(chain: Chain, mention: Mention, form: str, speaks: bool) -> bool:
    if mention.gender in ("male", "female"):
        return chain.kind == "person" and not chain.plural and chain.sex in ("unknown", mention.gender) and not chain.candidates
    if form in ("it", "its", "itself"):
        return speaks and chain.kind in ("organisation", "state") and not chain.plural
    if form in ("they", "them", "their", "theirs", "themselves"):
        return speaks and (chain.plural or chain.kind in ("organisation", "group"))
    return False


def _barred(chains: Chains, index: int, setting: Setting) -> set[int]:
    """Whom the pronoun cannot mean: the speaker of the words it stands in; a subject whose object it is."""
    mention = chains.mentions[index]
    out: set[int] = set()
    quote = setting.inside.get(index)
    if quote is not None:
        out.update(id(chains.of[k]) for k, q in setting.speaks.items() if q == quote and k in chains.of)
    if mention.function in ("object", "oblique") and not mention.head.lower().endswith("self"):
        subjects = [
            k
            for k, m in enumerate(chains.mentions)
            if m.sentence == mention.sentence and m.function == "subject" and m.span.start < mention.span.start and k in chains.of
        ]
        if subjects:
            out.add(id(chains.of[subjects[-1]]))
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
    score = _FUNCTION[antecedent.function] - _NEAR * distance
    if k in setting.speaks:
        score += _CUE if index in setting.speaks else 1.0
    if mention.gender in ("male", "female"):
        score += 3.0 if chain.sex == mention.gender else 1.5 if chain.gender == mention.gender else 0.0
        if chain.gender not in ("unknown", mention.gender):
            score -= 6.0
    if chain.named:
        score += 0.5
    if antecedent.kind == "pronoun":
        score += 0.3
    return score
