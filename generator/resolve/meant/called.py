"""What a body may be called once it is named: "the company", "the Munich-based company"."""

import re

from generator.lexicons import names, roles, states, table, words
from generator.model import Mention
from generator.resolve.chains import Chain, Chains
from generator.resolve.naming.body_names import organisation_key

# The signs that rest on what the text calls somebody: what other articles call them is weighed afresh.
OF_CALLING = frozenset(
    [
        "in name",
        "uncalled",
        "uncalled, new",
        "uncalled sort",
        "below, uncalled",
        "in trade",
        "so called",
        "otherwise",
        "named otherwise",
        "company",
        "new",
        "fits",
        "office",
        "office unheld",
        "claimed",
        "body",
        "unsure",
        "the holder",
        "holds looser",
    ]
)

_MINISTRY = 2  # words of a name that an "office" may be a ministry by: "the Foreign Office"


def shown_by_name(name: str, noun: str) -> bool:
    """Whether a word of a company's name shows that it is what the noun says: "Sheffield Capital" and "the fund"."""
    parts = names.fold(name).split()
    if parts[-1:] == ["office"] and len(parts) == _MINISTRY:
        return False
    return not set(table("callings_of_companies").get(noun, "").split()).isdisjoint(parts)


def named_within(chains: Chains, index: int) -> tuple[Chain | None, str]:
    """ "The CGT union", "the Wagner group": the name it has before the noun that says what it is."""
    mention = chains.mentions[index]
    head = mention.head.lower()
    if mention.type != "organisation" or mention.number != "singular" or head not in words("kinds_behind_names"):
        return None, ""
    inside = mention.text.removesuffix(mention.head).removeprefix("the ").removeprefix("The ").strip()
    end = mention.span.end - len(mention.head) - 1
    for k in range(index + 1, len(chains.mentions)):
        name = chains.mentions[k]
        if name.span.start >= mention.span.end:
            break
        chain = chains.of.get(k)
        if name.kind == "name" and name.text == inside and name.span.end == end and chain is not None:
            whole = chain.kind == "organisation" and (head != "union" or inside.isupper())
            return (chain, f"‘{mention.text}’: so named") if whole else (None, "")
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
