"""Resolves phrases without a name: "the top US diplomat", "the ministry", "a senior official … the official"."""

from collections.abc import Callable
from typing import TypeGuard

from generator.lexicons import names, roles, states, words
from generator.lexicons.roles import Office
from generator.model import Mention
from generator.resolve import leads, offices
from generator.resolve.called import named_so, of_a_state
from generator.resolve.chains import Chain, Chains
from generator.resolve.epithets import epithet
from generator.resolve.ranking import Ranked, Setting, clear, rank
from generator.resolve.weights import Family

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "his", "her", "their", "our"})
_OPEN: dict[Family, float] = {"role": 0.0, "noun": 0.1}  # the score the best candidate must have
_CLEAR = 0.4  # by how much it must lead
_CLEAR_BESIDE = 2.5  # by how much before another in the same sentence
_BARE = 8  # sentences "the director", with nothing to say of what, looks back
_MOST_LIKELY = 3  # of whom it is kept how well they go with a phrase that the text alone does not settle
_GOVERNMENT = frozenset({"government", "governments"})


def link_phrase(chains: Chains, index: int, setting: Setting) -> None:
    """Put one nominal into the chain of whom it means, or into one of its own."""
    mention = chains.mentions[index]
    if mention.apposition_to is not None and mention.number == "singular":
        name = chains.name_at(mention.apposition_to)
        if name is not None and name in chains.of:
            bearer = chains.of[name]
            chains.link(index, bearer, f"stands in apposition to {bearer.name}")
            if not set(mention.modifiers) & words("relational_nouns") and mention.head.lower() not in words(
                "relational_nouns"
            ):
                chains.add_office(bearer, mention.text)
            return
    first = mention.text.split()[0].lower() if mention.text.split() else ""
    chain, rule = _first(_government(chains, mention), leads.team(chains, index), leads.named_below(chains, index))
    bare = (
        mention.type == "person" and mention.text[:1].islower() and first not in _DEFINITE and "’s" not in mention.text
    )
    whose = first in ("his", "her", "their", "my", "our", "its")  # "his lawyer" is not the lawyer spoken of before
    if chain is None:
        chain, rule = of_a_state(chains, mention)
    if chain is None and first in ("the", "this"):
        chain, rule = epithet(chains, index, setting)
    if chain is None and mention.number == "singular" and first not in words("indefinites") and not whose and not bare:
        chain, rule = _known(chains, mention, index, setting)
    if chain is None and mention.type == "person" and mention.number == "singular" and (first == "the" or whose):
        chain, rule = _explained_before(chains, mention, index, first)
    if chain is None and first not in words("indefinites") and not bare and "other" not in mention.modifiers:
        chain, rule = _same_words(chains, mention, index)
    if chain is None:
        chain = chains.new(mention.type, False, mention.text, plural=mention.number == "plural")
        chain.sex = mention.gender
        if mention.number == "singular" and first in _DEFINITE:
            chain.likely = [(one.chain, one.score) for one in _ranked(chains, mention, index, setting)[:_MOST_LIKELY]]
        rule = "named by this phrase alone"
    chains.link(index, chain, rule)


def _known(chains: Chains, mention: Mention, index: int, setting: Setting) -> tuple[Chain | None, str]:
    """Whom a singular definite phrase means: the holder of the office, somebody unnamed before, whom it goes best with.

    "The official" after "a senior official" is that one, not the minister, who is an official too.
    """
    before = _same_words(chains, mention, index)
    if mention.type != "person":
        found = _first(named_so(chains, mention), _likeliest(chains, mention, index, setting))
        if found[0] is not None and _brought_up(before[0], chains):
            chains.merge(found[0], before[0], found[1])
        return found
    exact = _holder(chains, mention, index, (offices.same,))
    if exact[0] is None and _brought_up(before[0], chains):
        found = _likeliest(chains, mention, index, setting)
        if found[0] is not None:
            chains.merge(found[0], before[0], found[1])
            return found
    if exact[0] is not None and before[0] is not None:
        return max(exact, before, key=lambda found: _last_seen(chains, found[0], index))
    looser = _holder(chains, mention, index, (offices.broader, offices.coloured))
    return _first(exact, before, looser, _only_leader(chains, mention), _likeliest(chains, mention, index, setting))


def _brought_up(chain: Chain | None, chains: Chains) -> TypeGuard[Chain]:
    """Whether somebody unnamed was brought up as known, or by a headline: "the company", "Star director sued"."""
    if chain is None or chain.named or not chain.mentions:
        return False
    return chains.mentions[min(chain.mentions)].text.split()[0].lower() not in words("indefinites")


def _likeliest(chains: Chains, mention: Mention, index: int, setting: Setting) -> tuple[Chain | None, str]:
    """Whom "the nun", "the airline", "the owner" goes best with, by what the text calls them and where they stand."""
    family = _family(mention)
    ranked = _ranked(chains, mention, index, setting)
    beside = len({chains.mentions[one.mention].sentence for one in ranked[:2]}) == 1
    if not clear(ranked, _OPEN[family], _CLEAR_BESIDE if beside else _CLEAR):
        return None, ""
    chain = ranked[0].chain
    if chain.unsure and mention.type == "organisation":
        chain.kind, chain.person = "organisation", None
    return chain, f"‘{mention.text}’: the one before whom it goes best with: {chain.name}"


def _family(mention: Mention) -> Family:
    return "role" if mention.type == "person" else "noun"


def _ranked(chains: Chains, mention: Mention, index: int, setting: Setting) -> list[Ranked]:
    """Those whom a phrase can mean, best first."""
    head = mention.head.lower()
    either = head in words("roles_of_either") | words("trades_of_people")
    wanted = roles.office(mention.text)
    titled = head in words("offices_of_one")  # "the president" may be one the article takes as known

    def fits(chain: Chain) -> bool:
        if titled and not any(head in (held.head, *held.words) for held in chain.offices):
            return False
        if not chain.named or chain.plural or chain.candidates:
            return False
        if chain.kind == "organisation" or (chain.unsure and mention.type == "organisation"):
            public = head in words("state_bodies") and head not in names.fold(chain.name).split()
            return (mention.type == "organisation" and not public) or either
        right = chain.kind == "person" and mention.type == "person"
        sex = mention.gender == "unknown" or chain.gender in ("unknown", mention.gender)
        parted = (offices.at_odds, offices.served, offices.of_another_rank, offices.another_calling)
        return right and sex and not any(part(wanted, held) for part in parted for held in chain.offices)

    return rank(chains, index, setting, _family(mention), fits)


def _first(*found: tuple[Chain | None, str]) -> tuple[Chain | None, str]:
    return next((one for one in found if one[0] is not None), (None, ""))


def _last_seen(chains: Chains, chain: Chain | None, index: int) -> int:
    """The latest mention of a chain before this one; -1 where there is none."""
    return max((k for k in chain.mentions if k < index), default=-1) if chain is not None else -1


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


def _holder(
    chains: Chains, mention: Mention, index: int, how: tuple[Callable[[Office, Office], bool], ...]
) -> tuple[Chain | None, str]:
    """The person of the document who holds the office a phrase names ("the Ukrainian president", "the judge")."""
    wanted = roles.office(mention.text)
    if wanted.head in words("relational_nouns"):
        return None, ""
    people = [c for c in _people(chains, mention) if not any(offices.at_odds(wanted, held) for held in c.offices)]
    holders: list[Chain] = []
    for fits in how:
        holders = holders or [c for c in people if any(fits(wanted, held) for held in c.offices)]
    plain = wanted.name == " ".join(sorted(wanted.words))  # "the head of US diplomacy" is an office with a name
    vague = plain and wanted.head in words("vague_role_nouns")
    if vague or (len(mention.text.split()) < 3 and wanted.name in wanted.words):
        far = 1 if vague else _BARE
        holders = _nearest(chains, holders, index, within=far, fallback=False)
    if len(holders) > 1:
        # who is said to be of that state comes before those of whom no state is said
        holders = [c for c in holders if any(wanted.states & held.states for held in c.offices)] or holders
    if len(holders) > 1:
        holders = _nearest(chains, holders, index)
    if len(holders) == 1:
        return holders[0], f"‘{mention.text}’: the one in the text with that role: {holders[0].name}"
    return None, ""


def _only_leader(chains: Chains, mention: Mention) -> tuple[Chain | None, str]:
    """ "The head of the administration": the only person of the text who directs, chairs or heads anything."""
    wanted = roles.office(mention.text)
    fits = [c for c in _people(chains, mention) if any(offices.leads(wanted, held) for held in c.offices)]
    if len(fits) != 1:
        return None, ""
    return fits[0], f"‘{mention.text}’: the only one in the text who heads a body: {fits[0].name}"


def _people(chains: Chains, mention: Mention) -> list[Chain]:
    """The named people of the text a phrase of this sex can mean."""
    people = [c for c in chains.all if c.kind == "person" and c.named and not c.plural and not c.candidates]
    return [c for c in people if mention.gender == "unknown" or c.gender in ("unknown", mention.gender)]


def _nearest(
    chains: Chains, candidates: list[Chain], index: int, fallback: bool = True, within: int = 2
) -> list[Chain]:
    """Of several the ones mentioned in the nearest earlier sentence, within so many; else all of them or, without
    `fallback`, none."""
    here = chains.mentions[index].sentence
    latest: dict[int, list[Chain]] = {}
    for chain in candidates:
        seen = [chains.mentions[k].sentence for k in chain.mentions if k < index]
        if seen and here - max(seen) <= within:
            latest.setdefault(max(seen), []).append(chain)
    if latest:
        return latest[max(latest)]
    return candidates if fallback else []


def _same_words(chains: Chains, mention: Mention, index: int) -> tuple[Chain | None, str]:
    """An earlier phrase with the same words, or, after "the", an earlier unnamed one with the same head."""
    key = _content(mention.text)
    earlier = [c for c in chains.all if not c.named and c.mentions and c.plural != (mention.number == "singular")]
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


def _explained_before(chains: Chains, mention: Mention, index: int, first: str) -> tuple[Chain | None, str]:
    """The one person whom an earlier phrase with the same noun explained: "her main challenger, Omar Diallo"."""
    found: dict[int, tuple[Chain, str]] = {}
    key = _content(mention.text)
    for k in range(index):
        before, chain = chains.mentions[k], chains.of.get(k)
        same = before.kind == "nominal" and before.head.lower() == mention.head.lower() and chain is not None
        if same and chain is not None and chain.named and chain.kind == "person" and key <= _content(before.text):
            found[id(chain)] = (chain, f"‘{mention.text}’: ‘{before.text}’ before: {chain.name}")
    return next(iter(found.values())) if len(found) == 1 else (None, "")


def _later_than(chain: Chain, index: int) -> bool:
    return min(chain.mentions) > index


def _content(text: str) -> frozenset[str]:
    return frozenset(names.fold(text).split()) - _DEFINITE - words("indefinites")
