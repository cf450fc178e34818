"""What a body may be called once it is named: "the company", "the Munich-based company"."""

import re

from generator.lexicons import bodies, names, roles, states, table, words
from generator.model import Mention
from generator.resolve.body_names import organisation_key
from generator.resolve.chains import Chain, Chains


def only_where_from(mention: Mention) -> bool:
    """Whether the words before a noun say no more than where a body is ("the Munich-based company")."""
    own = [word for word in mention.modifiers if word.lower() != "the"]
    return own[-1:] == ["based"] or all(word in states.adjectives() for word in own)


def can_be_called(name: str, noun: str) -> bool:
    """Whether a body's name holds the noun, or no noun of a body at all ("Boeing", and "the company")."""
    parts = names.fold(name).split()
    if parts[-1] in words("press_words") or noun in words("press_nouns"):
        sent = noun in ("network", "broadcaster", "channel", "station") and name.isupper() and len(name) < 5
        press = parts[-1] in words("press_words") or sent
        return noun in parts or (press and noun in words("press_nouns"))
    own = [w for w in parts if w in words("organisation_nouns") and w not in words("company_trades")]
    return noun in own or not own or (noun == "company" and bodies.has_legal_form(name))


def shown_by_name(name: str, noun: str) -> bool:
    """Whether a word of a company's name shows that it is what the noun says: "Sheffield Capital" and "the fund"."""
    return not set(table("callings_of_companies").get(noun, "").split()).isdisjoint(names.fold(name).split())


def of_that_trade(chains: Chains, mention: Mention, index: int) -> tuple[Chain | None, str]:
    """ "The fund": the only company named before whose name says that it is one."""
    if mention.number != "singular" or not mention.text.lower().startswith("the ") or not only_where_from(mention):
        return None, ""
    named = [c for c in chains.all if c.kind == "organisation" and c.named and min(c.mentions) < index]
    fits = [c for c in named if shown_by_name(c.name, mention.head.lower())]
    if len(fits) != 1:
        return None, ""
    return fits[0], f"‘{mention.text}’: the one company named so far whose name shows it: {fits[0].name}"


def named_so(chains: Chains, mention: Mention) -> tuple[Chain | None, str]:
    """ "the ministry": the one body of the text with that word in its name; "the company": the only body so far."""
    head = mention.head.lower()
    first = mention.text.split()[0].lower()
    if first != "the" or mention.type != "organisation":
        return None, ""
    named = [c for c in chains.all if c.kind == "organisation" and c.named]
    own = names.fold(" ".join(mention.modifiers[1:]))
    if own:  # "the IG Metall union"
        same = [c for c in named if names.fold(c.name) == own]
        return (same[0], f"‘{mention.text}’ names {same[0].name}") if len(same) == 1 else (None, "")
    holding = [c for c in named if head in names.fold(c.name).split()]
    if len(holding) == 1:
        return holding[0], f"‘{mention.text}’: the one body in the text called so: {holding[0].name}"
    return None, ""


def of_a_state(chains: Chains, mention: Mention) -> tuple[Chain | None, str]:
    """ "Norway's foreign ministry", "the Norwegian foreign ministry": each state has one; as good as a name."""
    if mention.type != "organisation" or mention.number != "singular" or not mention.text.endswith(mention.head):
        return None, ""
    office = roles.office(mention.text)
    if len(office.states) != 1 or len(office.words) < 2 or mention.head.lower() not in words("state_bodies"):
        return None, ""
    key = organisation_key(mention.text)
    if key.split()[0].upper() not in office.states:
        return None, ""
    chain = next((c for c in chains.all if c.named and organisation_key(c.name) == key), None)
    if chain is None:
        chain = chains.new("organisation", True, re.sub("^[Tt]he ", "", mention.text))
    (code,) = office.states
    return chain, f"‘{mention.text}’: the one body of {states.display(code)} called so"
