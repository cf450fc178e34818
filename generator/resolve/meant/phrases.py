"""Resolves phrases without a name: "the top US diplomat", "the ministry", "a senior official … the official"."""

from itertools import takewhile

from generator.lexicons import names, roles, states, words
from generator.lexicons.roles import Office
from generator.model import Mention
from generator.resolve import offices
from generator.resolve.ages import age_said, of_another_age, of_another_generation
from generator.resolve.chains import Chain, Chains
from generator.resolve.descriptions import called_so, content, kin
from generator.resolve.meant.apposed import APPOSED, bearer, joined_to, named_behind
from generator.resolve.meant.called import named_within, of_a_state
from generator.resolve.meant.epithets import epithet, epithet_of
from generator.resolve.meant.ranking import Ranked, Setting, clear, rank
from generator.resolve.meant.topics import acted_on, acting_on
from generator.resolve.naming import leads
from generator.resolve.sorts import of_states
from generator.resolve.weights import Family

_OPEN: dict[Family, float] = {"role": 0.0, "noun": 0.1}  # the score the best candidate must have
_CLEAR = 0.4  # by how much it must lead
_CLEAR_BESIDE = 2.5  # by how much before another in the same sentence
_MOST_LIKELY = 8  # of whom it is kept how well they go with a phrase that the text alone does not settle
_NEAR = 6  # sentences
_BESIDE = 3  # characters between a name and "a judge" that goes with it
# "Her client" is somebody told of otherwise, "her doctor" is not.
_SERVED = frozenset({"boss", "client", "employer", "patient", "pupil", "student"})
_GOVERNMENT = frozenset({"government", "governments"})


def link_phrase(chains: Chains, index: int, setting: Setting) -> None:
    """Put one nominal into the chain of whom it means, or into one of its own."""
    mention = chains.mentions[index]
    name = chains.name_at(mention.apposition_to) if mention.apposition_to and mention.number == "singular" else None
    who = chains.of.get(name) if name is not None else bearer(chains, index) or named_behind(chains, index)
    if who is not None:
        before, _ = _brought_in(chains, index)
        if before is not None and name is None:  # "a website published it. The website, Kapital, said"
            chains.merge(who, before, f"{APPOSED} to {who.name}")
        chains.link(index, who, f"{APPOSED} to {who.name}")
        if words("relational_nouns").isdisjoint([*mention.modifiers, mention.head.lower()]):
            chains.add_office(who, mention.text)
        return
    chain, rule = _first(
        _government(chains, mention),
        leads.team(chains, index),
        of_a_state(chains, mention),
        named_within(chains, index),
        _brought_in(chains, index),
    )
    ranked: list[Ranked] = []
    if chain is None and mention.number == "plural":
        chain, rule = _same_words(chains, mention)
    elif chain is None and epithet_of(mention):
        chain, rule = epithet(chains, index, setting)
    elif chain is None:
        ranked = _ranked(chains, mention, index, setting)
        chain, rule = _likeliest(chains, index, ranked)
    if chain is None:
        chain = chains.new(mention.type, False, mention.text, plural=mention.number == "plural")
        chain.sex = mention.gender
        chain.likely = [(one.chain, one.placed) for one in ranked if one.chain.named][:_MOST_LIKELY]
        rule = "named by this phrase alone"
    chains.link(index, chain, rule)


def _likeliest(chains: Chains, index: int, ranked: list[Ranked]) -> tuple[Chain | None, str]:
    """Whom a phrase goes best with, by what the text calls them and where they stand."""
    mention = chains.mentions[index]
    beside = len({chains.mentions[one.mention].sentence for one in ranked[:2]}) == 1
    if not clear(ranked, _OPEN[_family(mention)], _CLEAR_BESIDE if beside else _CLEAR):
        return None, ""
    chain = ranked[0].chain
    if chain.unsure and mention.type == "organisation":
        chain.kind, chain.person = "organisation", None
    return chain, f"‘{mention.text}’: {_why(chains, index, chain)}"


def _why(chains: Chains, index: int, chain: Chain) -> str:
    """What shows most plainly that a phrase means somebody, in words."""
    mention = chains.mentions[index]
    head, wanted = mention.head.lower(), roles.office(mention.text)
    alike = (m for k in chain.mentions if k < index and (m := chains.mentions[k]).kind == "nominal")
    before = next((m.text for m in alike if m.head.lower() == head), "")
    if wanted.head and any(offices.same(wanted, held) for held in chain.offices):
        return f"the one in the text with that role: {chain.name}"
    if before:
        return f"‘{before}’ before" + (f": {chain.name}" if chain.named else "")
    if chain.named and head in names.fold(chain.name).split():
        return f"so named: {chain.name}"
    if min(chain.mentions) > index:
        return f"goes best with who is named further down: {chain.name}"
    return f"the one it goes best with: {chain.name}"


def _family(mention: Mention) -> Family:
    return "role" if mention.type == "person" else "noun"


def _ranked(chains: Chains, mention: Mention, index: int, setting: Setting) -> list[Ranked]:
    """Those whom a phrase can mean, best first."""
    head = mention.head.lower()
    either = head in words("roles_of_either") | words("trades_of_people")
    wanted = roles.office(mention.text)
    titled = head in words("offices_of_one")  # "the president" may be one the article takes as known
    related = head in words("relational_nouns") | words("serving_nouns")  # "his lawyer" is called so by the text
    his = mention.text.split()[0].lower() in ("his", "her", "my") and head not in _SERVED
    inside = takewhile(
        lambda k: chains.mentions[k].span.start < mention.span.end, range(index + 1, len(chains.mentions))
    )
    owners = [chains.of.get(k) for k in inside if chains.mentions[k].function == "possessive"]
    others = [*owners, acting_on(chains, index), acted_on(chains, index), joined_to(chains, index)]
    anew = mention.text.split()[0].lower() in words("indefinites")

    def fits(chain: Chain) -> bool:
        if anew and not _may_bring_in(chains, index, chain):
            return False
        if titled and chain.named and not any(head in (held.head, *held.words) for held in chain.offices):
            return False
        if related and owners and not called_so(chains, chain, head):
            return False
        if his and mention.type == "person" and not called_so(chains, chain, head):
            return False
        if chain.plural or chain.candidates or chain.members or chain in others:
            return False
        if not chain.named and not any(kin(head, chains.mentions[k].head.lower()) for k in chain.mentions):
            return False
        if chain.kind == "organisation" or (chain.unsure and mention.type == "organisation"):
            if chain.named and (of_states(chain.name, head) or _of_another_state(wanted, chain)):
                return False
            public = head in words("state_bodies") and head not in names.fold(chain.name).split() and chain.named
            return (mention.type == "organisation" and not public) or either
        if chain.kind == "unknown":
            return mention.type == "unknown"
        right = (
            chain.kind == "person"
            and mention.type == "person"
            and not offices.of_rival_posts(mention.text, chain.roles)
        )
        sex = mention.gender == "unknown" or chain.gender in ("unknown", mention.gender)
        sex = sex and not (mention.gender in ("male", "female") and _called_otherwise(chains, chain, mention))
        told = (age_said(chains.mentions[k].text) for k in chain.mentions if chains.mentions[k].kind == "nominal")
        ages = [*chains.ages(chain), *told]
        aged = not (of_another_age(mention.text, ages) or of_another_generation(head, ages))
        parted = (offices.at_odds, offices.served, offices.of_another_rank, offices.another_calling)
        return right and sex and aged and not any(part(wanted, held) for part in parted for held in chain.offices)

    return rank(chains, index, setting, _family(mention), fits)


def _of_another_state(wanted: Office, chain: Chain) -> bool:
    """Whether a body is said to be of other states than a phrase says: "the German company" is no Finnish maker."""
    held = {code for office in chain.offices for code in office.states}
    return bool(wanted.states and held) and held.isdisjoint(wanted.states)


def _called_otherwise(chains: Chains, chain: Chain, mention: Mention) -> bool:
    """Whether a pronoun for somebody shows the other sex: whose is "her life" is not "the man"."""
    said = {m.gender for k in chain.mentions if (m := chains.mentions[k]).kind == "pronoun"} & {"male", "female"}
    return bool(said) and mention.gender not in said


def _brought_in(chains: Chains, index: int) -> tuple[Chain | None, str]:
    """ "A port official said … the official added": whom the text has brought in so, where nobody else is so
    called so far."""
    mention = chains.mentions[index]
    first, head = mention.text.split()[0].lower(), mention.head.lower()
    if mention.number != "singular" or first != "the" or len(mention.text.split()) != 2:
        return None, ""
    so_called = {
        id(chains.of[k]): chains.of[k]
        for k in range(index)
        if k in chains.of and (m := chains.mentions[k]).kind == "nominal" and m.head.lower() == head
    }
    held = [c for c in chains.all if c.named and any(head in (o.head, *o.words) for o in c.offices)]
    if len(so_called) != 1 or held:
        return None, ""
    (chain,) = so_called.values()
    before = chains.mentions[chain.mentions[0]]
    near = mention.sentence - max(chains.mentions[k].sentence for k in chain.mentions if k < index) <= _NEAR
    anew = before.kind == "nominal" and before.text.split()[0].lower() in ("a", "an", "one", "another")
    if chain.named or chain.plural or not (anew and near):
        return None, ""
    return chain, f"‘{mention.text}’: ‘{before.text}’ before"


def _may_bring_in(chains: Chains, index: int, chain: Chain) -> bool:
    """Whether "a judge" may be somebody: whom only the headline had, who is named just before ("Fietsgenoot, a
    cooperative") or only further down. Whoever the text has brought in already is "the judge" to it."""
    start = chains.mentions[index].span.start
    before = [chains.mentions[k] for k in chain.mentions if k < index]
    return all(m.sentence == 0 or 0 <= start - m.span.end <= _BESIDE for m in before)


def _first(*found: tuple[Chain | None, str]) -> tuple[Chain | None, str]:
    return next((one for one in found if one[0] is not None), (None, ""))


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


def _same_words(chains: Chains, mention: Mention) -> tuple[Chain | None, str]:
    """Several: an earlier phrase with the same words, or, after "the", one with the same head."""
    first = mention.text.split()[0].lower()
    if first in words("indefinites") or "other" in mention.modifiers:
        return None, ""
    key, head = content(mention.text), mention.head.lower()
    earlier = [c for c in chains.all if not c.named and c.mentions and c.plural]
    for chain in reversed(earlier):
        if content(chains.mentions[chain.mentions[0]].text) == key:
            return chain, f"‘{mention.text}’: the same words as before"
    if first not in ("the", "this", "that", "these", "those"):
        return None, ""
    for chain in reversed(earlier):
        before = chains.mentions[chain.mentions[0]]
        near = mention.sentence - chains.mentions[chain.mentions[-1]].sentence <= 6
        if near and before.head.lower() == head and key <= content(before.text):
            return chain, f"‘{mention.text}’: ‘{before.text}’ before"
    return None, ""
